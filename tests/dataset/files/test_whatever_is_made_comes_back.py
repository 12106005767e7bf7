"""What a constructor takes, ``write`` writes and ``read`` reads; all else is refused when made."""

from __future__ import annotations

import enum
from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args, get_origin

import attrs
import pytest
from full_document import document, read_document
from hypothesis import given, settings, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.files.annotations import hints_of
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.entities.base.record import Entity, Record, fields_of, with_changes

KIND_OF = {**{cls: kind for kind, cls in KINDS.items()}, cam.Official: "people"}

ODD = [
    "a\nb", "a\r", "\ud800", "a\u2028b", " a", "a ", "\ta", "", " ", "not stated", "undisclosed",
    "not applicable", "$50\u00a0million", "$50\u202fmillion", "علی\u200cرضا", "a\u200db",
    "a\u200bb",
    "\ufeffa", "a\u202eb", "a\u2066b", "a\x00b", "a\x7fb", "a\x85b", "a\u00adb", "a\u200eb", "'''",
    '"""', '"', "'", "\\", "a\\nb", "#a", "[deals]", "a = 1", "true", "1", "1.50", "2025-11-06",
    "null", "NaN", "{}", "e\u0301", "é", "🜨", "\U0010ffff", "\ue000", "a" * 3000, "ß", "İ",
]  # fmt: skip
TEXTS = st.sampled_from(ODD) | st.text(min_size=1, max_size=6) | st.sampled_from(["a word", "ä"])
ADDRESSES = [
    "https://news.example/a?b=c&d=%20#e", "http://a.example", "https://ш.example/кен",
    "https://a.example/'\"", "https://a.example/a b", "https://a.example/\u00a0",
    "HTTPS://a.example",
    "https://[::1]:8080/", "https://a.example/#:~:text=x", "ftp://a.example", "https://a..example/",
    "https://a.example/\u200d", "https://a.example/a\nb", "not stated", "https://a.example:99999/",
]  # fmt: skip
SPECIAL: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["new", "a" * 100, "true", "1", "not-stated", "2025-11-06", "deals"]),
    "digest": st.sampled_from(["0" * 16, "0123456789abcdef"]),
    "sha256": st.sampled_from(["0" * 64, "f" * 64, "0" * 63]),
    "url": st.sampled_from(ADDRESSES),
    "archived": st.sampled_from(ADDRESSES),
    "language": st.sampled_from(["en", "kk-Latn", "zh-Hans", "en-US", "de-1996", "EN", ""]),
    "symbol": st.sampled_from(["W", "Nd", "not applicable"]) | st.just(cam.NotApplicable()),
    "supports": st.just(()),
    "quote": st.sampled_from([(), ("the cost",), ("a\u00a0b", "c"), ("a\nb",), ("a", "b", "c")]),
}  # fmt: skip
NUMBERS = st.sampled_from([0, 1, 2, 5, -1, 2**31, 2**53, 2**63 - 1, 2**63, 10**30, 10**5000])
DATES = st.sampled_from(
    [
        "0001",
        "9999",
        "0001-01-01",
        "9999-12-31",
        "2025-11~",
        "2025-11-06?",
        "2024-02-29%",
        "2025",
        "2026-33",
        "2026-36~",
        "2024/2026",
        "2024-02-29?/2026-34%",
        "0001/9999",
    ]
).map(cam.PartialDate.parse)
FIGURES = st.sampled_from(
    ["0", "-0", "0.00", "1", "1.50", "0.1", "9" * 34, "0." + "0" * 32 + "1", "1100000000", "-1"]
)
VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: NUMBERS,
    bool: st.booleans(),
    cam.PartialDate: DATES,
    cam.Money: st.builds(cam.Money, FIGURES, st.sampled_from(["USD", "KZT", "JPY"])),
    cam.Measure: st.builds(cam.Measure, FIGURES, st.sampled_from(cam.Unit)),
    cam.Share: st.sampled_from(["0", "1", "-0", "0.70", "0." + "3" * 33]).map(cam.Share),
    cam.Name: st.builds(cam.Name, st.sampled_from(["A", "Ә", "a\\b", '"', "not stated"])),
    cam.NotStated: st.just(cam.NotStated()),
    cam.NotApplicable: st.just(cam.NotApplicable()),
}  # fmt: skip


@cache
def base() -> cam.Dataset:
    with TemporaryDirectory() as folder:
        return read_document(document(), Path(folder))


def values_of(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Values that an annotation allows, and now and then one that the class refuses."""
    origin, args = get_origin(hint), get_args(hint)
    if name in SPECIAL:
        absent = [VALUES[one] for one in args if one is cam.NotStated]
        return st.one_of(SPECIAL[name], *absent)
    if origin is tuple:
        least = 1 if name == "citations" else 0
        return st.lists(values_of(args[0], ""), min_size=least, max_size=3).map(tuple)
    if isinstance(origin or hint, type) and issubclass(origin or hint, Entity):
        known = (one for kind in base().records.values() for one in kind)
        return st.sampled_from([one for one in known if isinstance(one, hint)])
    if isinstance(origin or hint, type) and issubclass(origin or hint, Record):
        return parts(hint)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    return VALUES[hint] if hint in VALUES else st.one_of(*(values_of(one, name) for one in args))


@st.composite
def fields(draw: st.DrawFn, hint: Any, chosen: str = "") -> dict[str, Any]:
    """Every field that is required, a few of the others, and one that is asked for."""
    cls, hints = get_origin(hint) or hint, hints_of(hint)
    own = [field for field in fields_of(cls) if field.name in hints]
    needed = [f.name for f in own if f.default is attrs.NOTHING or f.name == "citations"]
    free = [field.name for field in own if field.name not in needed]
    names = [*needed, *draw(st.lists(st.sampled_from(free), max_size=3))] if free else needed
    drawn = sorted({*names, chosen} - {""})  # in one order, so that the same is drawn every time
    given = {name: draw(values_of(hints[name], name)) for name in drawn}
    if cls is cam.Country:
        given["id"] = draw(st.sampled_from(["TJ", "KG", "XX"]))
    if cls is cam.Source:
        given.setdefault("read", cam.PartialDate(2025, 11, 6))
    if cls is cam.Citation:
        given |= {"figure": given.get("figure") or "$1", "start": 0, "end": 5}
    return given


def parts(hint: Any) -> st.SearchStrategy[Any]:
    """Parts of a record that could be made."""
    made = fields(hint).map(lambda given: attempt(get_origin(hint) or hint, given))
    return made.filter(lambda part: part is not None)


def attempt(cls: type[Record], given: dict[str, Any]) -> Any:
    """Return what is made of some fields; None if it is refused as it should be."""
    if cls is cam.Source and isinstance(given.get("published"), cam.Dated):
        given["published"] = with_changes(given["published"], citations=())
    try:
        return cls(**given)
    except (cam.InvalidTypeError, cam.InvalidValueError):
        return None


def records(cls: type[Record], chosen: str) -> st.SearchStrategy[Any]:
    """Records with a field, or None: what is refused may be a number too long to be printed."""
    return fields(cls, chosen).map(lambda given: attempt(cls, given))


def comes_back(record: Entity, *, endings: tuple[str, ...] = (".json", ".toml")) -> bool:
    """Whether a record is read as it was written, or was refused when it was to be written."""
    kind = KIND_OF[type(record)]
    own = (*base().records[kind], record)
    known = {deal.id for deal in base().records["deals"]}
    if any(one.deal not in known for one in getattr(record, "relations", ())):
        return False  # A relation leads to a deal that nobody gave, and no dataset takes it.
    dataset = cam.Dataset.of({**base().records, kind: own})
    for ending in endings:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"all{ending}"
            try:
                cam.write(dataset, path)
            except cam.InvalidValueError as error:
                refusal = str(error)
            else:
                refusal = ""
            if refusal:
                assert "two have the same" in refusal
                return False
            read = cam.read(path)
            assert dataset == read
            again = Path(folder) / f"again{ending}"
            cam.write(read, again)
            assert path.read_bytes() == again.read_bytes()
    return True


CHOICES = [(cls, f.name) for cls in KIND_OF for f in fields_of(cls) if f.init and f.name != "id"]


@given(data=st.data())
def test_whatever_is_made_is_written_and_read(data: st.DataObject) -> None:
    cls, chosen = data.draw(st.sampled_from(CHOICES))
    record = data.draw(records(cls, chosen))

    if record is not None:
        comes_back(record)


@pytest.mark.slow
def test_every_field_of_every_kind_is_tried_and_most_come_back() -> None:
    """The law above is not kept by refusing everything."""
    tried: Counter[tuple[type, str]] = Counter()

    def try_one(kind: type) -> None:
        of_kind = [choice for choice in CHOICES if choice[0] is kind]

        @settings(max_examples=40)
        @given(data=st.data())
        def draw(data: st.DataObject) -> None:
            cls, chosen = data.draw(st.sampled_from(of_kind))
            record = data.draw(records(cls, chosen))
            if record is not None:
                tried[cls, chosen] += comes_back(record, endings=(".json",))

        draw()

    for kind in KIND_OF:
        try_one(kind)

    assert set(KIND_OF) == {cls for cls, _ in tried}
    assert len(tried) > len(CHOICES) / 3


# Every text field with every odd text, one by one.

TEXT_FIELDS = [
    (cls, field)
    for cls in KIND_OF
    for field, hint in hints_of(cls).items()
    if hint is str or str in get_args(hint)
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cls", "field"), TEXT_FIELDS, ids=lambda one: getattr(one, "__name__", one)
)
def test_every_odd_text_comes_back_or_is_refused_when_made(cls: type[Entity], field: str) -> None:
    example = next(one for one in base().records[KIND_OF[cls]] if type(one) is cls)
    new = with_changes(example, id="TJ" if cls is cam.Country else "new")
    hint = hints_of(cls)[field]
    made = [
        attempt(cls, {**own_of(new), field: (text,) if get_origin(hint) is tuple else text})
        for text in ODD
    ]

    came = [
        record for record in made if record is not None and comes_back(record, endings=(".json",))
    ]

    if field not in ("id", "url", "archived", "language", "sha256", "symbol"):
        assert len(came) > len(ODD) / 3
    assert len(came) < len(ODD) - 15


def own_of(record: Record) -> dict[str, Any]:
    return {f.name: getattr(record, f.name) for f in fields_of(type(record)) if f.init}


# Named examples.

CITED = base().deals["zhetisu-venture"].citations[:1]


def a_deal(**more: Any) -> cam.Deal:
    fields = {"id": "new", "title": "A deal", "kind": cam.DealKind.SALE, "citations": CITED}
    return cam.Deal(**{**fields, **more})


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": "A\nB"}, "title"),
        ({"topics": ("a\nb",)}, "topics[0]"),
        ({"title": "A\ud800"}, "title"),
        ({"topics": ("a", " b")}, "topics[1]"),
        ({"title": "a\u202eb"}, "title"),
        ({"title": "A "}, "title"),
    ],
)
def test_a_text_that_no_file_holds_is_refused_when_made(more: dict[str, Any], field: str) -> None:
    with pytest.raises(cam.InvalidValueError) as refused:
        a_deal(**more)

    assert field == refused.value.field


@pytest.mark.parametrize("text", ["not stated", "not applicable"])
def test_a_remark_is_not_the_word_for_an_absence(text: str) -> None:
    with pytest.raises(cam.InvalidValueError, match="is how an absence is written"):
        cam.Organization(
            id="new", names=(cam.Name("A"),), kind=cam.OrganizationKind.BANK, remark=text,
            citations=CITED,
        )  # fmt: skip


@pytest.mark.parametrize("text", ["undisclosed", "$50\u00a0million", "علی\u200cرضا", "Not stated"])
def test_a_text_that_only_looks_odd_comes_back(text: str) -> None:
    body = cam.Organization(
        id="new", names=(cam.Name("A"),), kind=cam.OrganizationKind.BANK, remark=text,
        citations=CITED,
    )  # fmt: skip

    assert comes_back(body)
    assert comes_back(a_deal(title=text, topics=(text,)))


def test_a_statistic_without_a_statement_comes_back() -> None:
    statistic = cam.Statistic(
        id="new", what="x", subject=base().countries["KZ"], statements=(), citations=CITED
    )

    assert comes_back(statistic)


@pytest.mark.parametrize("years", [2**63, 10**5000], ids=["large", "larger"])
def test_a_number_that_toml_does_not_hold_is_refused_when_made(years: int) -> None:
    with pytest.raises(cam.InvalidValueError, match="the number is too large"):
        cam.Amount(role=cam.AmountRole.COST, horizon_years=years, citations=CITED)

    largest = cam.Amount(role=cam.AmountRole.COST, horizon_years=2**63 - 1, citations=CITED)
    assert comes_back(a_deal(amounts=(largest,)))
