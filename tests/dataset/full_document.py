"""A data file that has every kind of record and every field, and texts that it can be proved on.

The names and figures are invented; the shapes are those of the bundled data.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import centralasia_minerals as cam
from centralasia_minerals.values.normalized_text import digest_of

Document = dict[str, Any]


TEXTS = {
    "steppe-gazette-2025-03": (
        "Home | News. Kazakhstan and the European Union talk about tungsten. Aisulu Bekova, the"
        " minister of industry, met the Altai Metals company and Two Chinese companies. Altai"
        " Metals is to invest about $300 million in three years. The Zhetisu field holds, it is"
        " estimated, around 410,000 tonnes of metal. The price was withheld."
    ),
    "silk-road-review-2025-11": (
        "In November the Zhetisu venture was signed in Almaty. Altai Metals will hold 70 percent"
        " and the ministry an option on up to 30 percent. The cost is $1.1 billion (€952 million)."
        " A bank lends from $8 to 10 million, if the permits come. It will build 37 pumps and 1.5"
        " gigawatts. Aisulu Bekova, once governor, called it a start; Aisulu Bekowa spoke of trust."
        " The ore grades 2.5 percent, at least half of the old price. Central Asia mines 40 percent"
        " of the world's uranium. The 17 rare earths were named too. Photo: AP"
    ),
}
EARLY, LATE = TEXTS
_START = {EARLY: "Home | News.", LATE: "Photo: AP"}


def span(source: str, passage: str) -> Document:
    """Point to the one place of a passage in a text."""
    start = TEXTS[source].index(passage)
    assert TEXTS[source].count(passage) == 1
    return {"start": start, "end": start + len(passage), "digest": digest_of(passage)}


def cite(source: str, passage: str, *supports: str, figure: str | None = None) -> Document:
    """Cite a passage, as a data file does."""
    citation = {"source": source, **span(source, passage)}
    if figure is not None:
        citation["figure"] = figure
    return citation | ({"supports": list(supports)} if supports else {})


def _source(id: str, published: Document) -> Document:
    return {
        "id": id,
        "title": id.replace("-", " "),
        "url": f"https://news.example/{id}",
        "read": "2025-12-01",
        "archived": f"https://archive.example/{id}",
        "language": "en",
        "author": "A. Reporter",
        "tier": "news",
        "state_run": False,
        "extent": "whole",
        "publisher": "The Steppe Gazette",
        "origin": "our own correspondents",
        "sha256": hashlib.sha256(TEXTS[id].encode()).hexdigest(),
        "length": len(TEXTS[id]),
        "published": published,
        "furniture": [span(id, _START[id]) | {"length": len(_START[id])}],
    }


_TALKS = cite(EARLY, "Kazakhstan and the European Union talk about tungsten.")
_SIGNED = cite(LATE, "In November the Zhetisu venture was signed in Almaty.")
_MET = cite(EARLY, "met the Altai Metals company and Two Chinese companies")
_HOLDS = cite(LATE, "Altai Metals will hold 70 percent") | {
    "length": 33,
    "quote": ["Altai Metals will", "70 percent"],
}
_NAMES = {"names": [{"text": "Altai Metals", "language": "en", "kind": "legal"}]}

FULL: Document = {
    "format": 1,
    "version": "2025.11.1",
    "sources": [
        _source(
            EARLY,
            {
                "date": "2025-03",
                "basis": "inferred",
                "inferred_from": ["the month of the talks", span(EARLY, "talk about tungsten")],
            },
        ),
        _source(LATE, {"date": "2025-11-08", "basis": "stated"}),
    ],
    "countries": [
        {"id": "KZ", "names": [{"text": "Kazakhstan"}], "citations": [_TALKS]},
        {"id": "UZ", "names": [{"text": "Uzbekistan"}]},
    ],
    "blocs": [
        {
            "id": "central-asia",
            "names": [{"text": "Central Asia"}],
            "members": ["KZ", "UZ"],
            "citations": [cite(LATE, "Central Asia mines 40 percent of the world's uranium")],
        },
        {
            "id": "european-union",
            "names": [{"text": "European Union"}, {"text": "EU"}],
            "citations": [_TALKS, _SIGNED],
        },
    ],
    "organizations": [
        {
            "id": "altai-metals",
            **_NAMES,
            "kind": "company",
            "country": "KZ",
            "owners": ["altai-group"],
            "possibly_same_as": ["altai-mining"],
            "remark": "kept apart: no text says that the two are one",
            "citations": [_MET, _HOLDS],
        },
        {
            "id": "altai-group",
            "names": [{"text": "Altai Group"}],
            "kind": "state company",
            "citations": [_MET, _HOLDS],
        },
        {
            "id": "altai-mining",
            "names": [{"text": "Altai Mining"}],
            "kind": "company",
            "part_of": "altai-group",
            "citations": [_MET, _HOLDS],
        },
        {
            "id": "two-chinese-companies",
            "names": [{"text": "Two Chinese companies"}],
            "kind": "company",
            "unnamed": True,
            "count": 2,
            "citations": [cite(EARLY, "Two Chinese companies", "count", figure="Two"), _MET],
        },
        {
            "id": "ministry-of-industry",
            "names": [{"text": "Ministry of Industry"}],
            "kind": "ministry",
            "country": "KZ",
            "citations": [cite(EARLY, "the minister of industry"), _SIGNED],
        },
    ],
    "people": [
        {
            "id": "aisulu-bekova",
            "official": True,
            "names": [
                {"text": "Aisulu Bekova"},
                {"text": "Aisulu Bekowa", "kind": "transliteration"},
            ],
            "positions": [
                {
                    "title": "minister of industry",
                    "at": "ministry-of-industry",
                    "status": "held",
                    "citations": [cite(EARLY, "Aisulu Bekova, the minister of industry")],
                },
                {
                    "title": "governor",
                    "at": "KZ",
                    "status": "former",
                    "as_of": "2025",
                    "citations": [cite(LATE, "Aisulu Bekova, once governor")],
                },
            ],
            "citations": [
                cite(EARLY, "Aisulu Bekova"),
                cite(LATE, "Aisulu Bekowa spoke of trust", "names[Aisulu Bekowa]"),
                cite(LATE, "Aisulu Bekova, once governor, called it a start"),
            ],
        },
        {
            "id": "dana-omarova",
            "names": [{"text": "Dana Omarova", "language": "kk-Latn"}],
            "positions": [
                {
                    "title": "owner",
                    "at": "altai-metals",
                    "status": "unknown",
                    "as_of": "not stated",
                    "citations": [_MET],
                }
            ],
            "citations": [_MET],
        },
    ],
    "minerals": [
        {"id": "tungsten", "names": [{"text": "tungsten"}], "symbol": "W"},
        {
            "id": "rare-earths",
            "names": [{"text": "rare earths"}],
            "symbol": "not applicable",
            "members": 17,
            "critical_on": [
                {
                    "key": "the first of the critical_on",
                    "list": "the list of critical minerals",
                    "by": "european-union",
                    "as_of": "2025-10",
                    "citations": [cite(LATE, "rare earths were named too")],
                }
            ],
            "citations": [cite(LATE, "The 17 rare earths", "members", figure="17")],
        },
        {
            "id": "neodymium",
            "names": [{"text": "neodymium"}],
            "symbol": "Nd",
            "group": "rare-earths",
        },
    ],
    "deposits": [
        {
            "id": "zhetisu",
            "names": [{"text": "Zhetisu field", "kind": "alternative"}],
            "country": "KZ",
            "minerals": ["tungsten"],
            "estimates": [
                {
                    "stated": {
                        "value": {"magnitude": "410000", "unit": "tonne"},
                        "hedge": "around",
                        "further_words": "estimated",
                        "asserted_by": ["ministry-of-industry"],
                        "citations": [
                            cite(EARLY, "around 410,000 tonnes of metal", figure="410,000 tonnes")
                        ],
                    },
                    "mineral": "tungsten",
                    "basis": "contained metal",
                    "compound": "WO3",
                    "grade": {
                        "value": {"magnitude": "2.5", "unit": "percent by mass"},
                        "citations": [cite(LATE, "grades 2.5 percent", figure="2.5 percent")],
                    },
                    "resource_class": "inferred",
                    "further_classes": ["indicated"],
                    "reserves": "excluded",
                    "standard": "JORC",
                    "as_of": "2024-12",
                }
            ],
            "citations": [cite(EARLY, "The Zhetisu field"), _SIGNED],
        },
        {
            "id": "zhetisu-north",
            "names": [{"text": "Zhetisu North"}],
            "country": "KZ",
            "part_of": "zhetisu",
            "citations": [cite(EARLY, "The Zhetisu field holds", "part_of")],
        },
    ],
    "deals": [
        {
            "id": "zhetisu-umbrella",
            "title": "Cooperation on the Zhetisu field",
            "kind": "cooperation",
            "no_amount": "not applicable",
            "citations": [_TALKS, _SIGNED],
        },
        {
            "id": "zhetisu-venture",
            "title": "The Zhetisu venture",
            "kind": "joint venture",
            "deal_class": "undertaking",
            "stages": [
                {"value": "talks", "citations": [_TALKS]},
                {"value": "signed", "citations": [_SIGNED]},
            ],
            "implementations": [{"value": "preparatory", "citations": [_SIGNED]}],
            "sectors": ["minerals", "energy"],
            "topics": ["tungsten mining", "training"],
            "countries": ["KZ", "UZ"],
            "partners": ["european-union"],
            "parties": [
                {
                    "who": "altai-metals",
                    "role": "investor",
                    "asserted_by": ["ministry-of-industry"],
                    "citations": [_MET],
                },
                {"who": "KZ", "role": "party", "citations": [_SIGNED]},
            ],
            "signatories": [
                {
                    "person": "aisulu-bekova",
                    "on_behalf_of": "ministry-of-industry",
                    "one_of": ["dana-omarova"],
                    "asserted_by": ["altai-metals"],
                    "citations": [_SIGNED],
                }
            ],
            "minerals": ["tungsten"],
            "deposits": ["zhetisu"],
            "part_of": "zhetisu-umbrella",
            "relations": [
                {
                    "kind": "implements",
                    "deal": "zhetisu-umbrella",
                    "since": "2025-11",
                    "citations": [_SIGNED],
                }
            ],
            "amounts": [
                {
                    "role": "cost",
                    "money": "project",
                    "statements": [
                        {
                            "value": {"amount": "1100000000", "currency": "USD"},
                            "hedge": "as stated",
                            "called": "valued at",
                            "rank": "preferred",
                            "as_of": "2025-11-07",
                            "citations": [cite(LATE, "$1.1 billion", figure="$1.1 billion")],
                        },
                        {
                            "value": {"amount": "300000000", "currency": "USD"},
                            "hedge": "around",
                            "asserted_by": ["altai-metals", "aisulu-bekova"],
                            "rank": "deprecated",
                            "reason": "an earlier plan",
                            "citations": [cite(EARLY, "about $300 million", figure="$300 million")],
                        },
                    ],
                    "equivalents": [
                        {
                            "value": {"amount": "952000000", "currency": "EUR"},
                            "citations": [cite(LATE, "(€952 million)", figure="€952 million")],
                        }
                    ],
                    "stages": [{"value": "agreed", "citations": [_SIGNED]}],
                    "payer": ["altai-metals"],
                    "place": {"name": "Zhetisu", "country": "KZ", "citations": [_SIGNED]},
                    "basis": "cash-free",
                    "citations": [cite(LATE, "The cost is")],
                },
                {
                    "role": "financing",
                    "statements": [
                        {
                            "value": {"amount": "8000000", "currency": "USD"},
                            "hedge": "range",
                            "upper": {"amount": "10000000", "currency": "USD"},
                            "citations": [
                                cite(LATE, "from $8 to 10 million", figure="$8 to 10 million")
                            ],
                        },
                    ],
                    "horizon_years": 3,
                    "conditions": [
                        {
                            "what": "the permits come",
                            "kind": "contingency",
                            "statements": [
                                {"value": "set", "citations": [cite(LATE, "if the permits come")]}
                            ],
                            "citations": [cite(LATE, "if the permits come")],
                        }
                    ],
                    "citations": [
                        cite(EARLY, "in three years", "horizon_years", figure="three"),
                        cite(LATE, "A bank lends"),
                    ],
                },
                {
                    "role": "price",
                    "money": "project",
                    "part_of": "the first of the amounts",
                    "statements": [
                        {
                            "undisclosed": True,
                            "asserted_by": ["altai-metals"],
                            "rank": "deprecated",
                            "reason": "known by now",
                            "as_of": "2025-02",
                            "citations": [cite(EARLY, "The price was withheld.")],
                        }
                    ],
                    "relative": {
                        "value": {"fraction": "0.5"},
                        "hedge": "at least",
                        "called": "at least half",
                        "of": "the old price",
                        "citations": [cite(LATE, "at least half of the old price", figure="half")],
                    },
                },
            ],
            "stakes": [
                {
                    "holder": "altai-metals",
                    "of": "altai-mining",
                    "status": "to be acquired",
                    "statements": [
                        {
                            "value": {"fraction": "0.7"},
                            "citations": [cite(LATE, "hold 70 percent", figure="70 percent")],
                        }
                    ],
                    "citations": [_HOLDS],
                },
                {
                    "holder": "ministry-of-industry",
                    "of": "zhetisu",
                    "status": "option",
                    "statements": [
                        {
                            "value": {"fraction": "0.3"},
                            "hedge": "up to",
                            "citations": [cite(LATE, "up to 30 percent", figure="30 percent")],
                        }
                    ],
                    "as_of": "2025-12",
                    "citations": [cite(LATE, "the ministry an option")],
                },
            ],
            "quantities": [
                {
                    "what": "pumps",
                    "statements": [
                        {
                            "value": {"magnitude": "37", "unit": "piece"},
                            "citations": [cite(LATE, "37 pumps", figure="37")],
                        }
                    ],
                    "citations": [cite(LATE, "It will build 37 pumps")],
                },
                {
                    "what": "generation",
                    "statements": [
                        {
                            "value": {"magnitude": "1.5", "unit": "gigawatt"},
                            "citations": [cite(LATE, "1.5 gigawatts", figure="1.5 gigawatts")],
                        }
                    ],
                },
            ],
            "dates": [
                {"kind": "signed", "date": "2025-11", "basis": "stated", "citations": [_SIGNED]},
                {
                    "kind": "start",
                    "date": "2026",
                    "basis": "inferred",
                    "inferred_from": ["the year after the signing"],
                    "citations": [_SIGNED],
                },
                {"kind": "end", "date": "2028~", "citations": [_SIGNED]},
            ],
            "place": {"name": "Almaty", "country": "KZ", "citations": [_SIGNED]},
            "citations": [_TALKS, _SIGNED],
        },
    ],
    "events": [
        {
            "id": "zhetisu-signing-day",
            "title": "The day of the signing",
            "kind": "summit",
            "status": "reported",
            "citations": [_SIGNED],
        },
        {
            "id": "zhetisu-signing",
            "title": "Signing of the Zhetisu venture",
            "kind": "signing",
            "status": "took place",
            "summary": "the venture was signed, and the minister was content",
            "wordings": [
                {"text": "a start", "citations": [cite(LATE, "called it a start")]},
                {"text": "trust", "citations": [cite(LATE, "spoke of trust")]},
            ],
            "participants": [
                {"who": "aisulu-bekova", "role": "speaker", "citations": [_SIGNED]},
                {"who": "KZ", "office": "minister", "citations": [_SIGNED]},
            ],
            "topics": ["tungsten"],
            "deals": ["zhetisu-venture"],
            "part_of": "zhetisu-signing-day",
            "date": {"date": "2025-11?", "basis": "stated", "citations": [_SIGNED]},
            "place": {"name": "Almaty", "country": "KZ", "citations": [_SIGNED]},
            "citations": [_SIGNED],
        },
    ],
    "statistics": [
        {
            "id": "uranium-share",
            "what": "share of the world's mined uranium",
            "subject": "central-asia",
            "minerals": ["tungsten"],
            "statements": [
                {
                    "value": {"fraction": "0.4"},
                    "citations": [cite(LATE, "mines 40 percent", figure="40 percent")],
                }
            ],
            "citations": [cite(LATE, "Central Asia mines 40 percent of the world's uranium")],
        },
        {
            "id": "zhetisu-pumps",
            "what": "pumps",
            "subject": "zhetisu",
            "statements": [
                {
                    "value": {"magnitude": "37", "unit": "piece"},
                    "citations": [cite(LATE, "build 37 pumps", figure="37")],
                },
                {
                    "value": {"amount": "1100000000", "currency": "USD"},
                    "citations": [cite(LATE, "cost is $1.1 billion", figure="$1.1 billion")],
                },
                {"undisclosed": True, "citations": [_SIGNED]},
            ],
            "citations": [_SIGNED],
        },
    ],
}


_KEYED = ("amounts", "relations", "conditions", "parties", "signatories", "stakes", "quantities",
          "dates", "positions", "estimates", "participants", "wordings")  # fmt: skip


def _with_keys(table: object) -> None:
    """Give a key to the first part of every list whose parts may have one."""
    for name, value in table.items() if isinstance(table, dict) else ():
        if name in _KEYED:
            value[0]["key"] = f"the first of the {name}"
        for inner in value if isinstance(value, list) else ():
            _with_keys(inner)


_with_keys(FULL)
_FULL_TEXT = json.dumps(FULL)


def document() -> Document:
    """Give a copy of the full document, to be changed at will."""
    return json.loads(_FULL_TEXT)


def texts_written(folder: Path) -> Path:
    """Write the texts that the document cites into a folder."""
    for id, text in TEXTS.items():
        (folder / f"{id}.txt").write_bytes(text.encode())
    return folder


def written(content: object, folder: Path, name: str = "data.json") -> Path:
    """Write a document as JSON."""
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    return path


def read_document(content: object, folder: Path) -> cam.Dataset:
    """Write a document and read it as a user would."""
    return cam.read(written(content, folder))
