"""What records are to each other is checked as strictly as what each of them holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_places import problems_of
from full_document import EARLY, LATE, cite, document, read_document, span, written

import centralasia_minerals as cam
from centralasia_minerals.errors import DataError

NESTED = ["organizations", "deposits", "deals", "events"]


def said(problems) -> dict[str, str]:
    """Give problems by place."""
    return {problem.path: problem.message for problem in problems}


def chain(kind: str, length: int) -> list[dict]:
    """Give records each of which is part of the one before, as deep as the chain is long."""
    first = {"citations": [cite(LATE, "In November")]}
    first |= {
        "organizations": {"names": [{"text": "Altai"}], "kind": "company"},
        "deposits": {"names": [{"text": "Zhetisu"}], "country": "KZ"},
        "deals": {"title": "Zhetisu", "kind": "contract"},
        "events": {"title": "Zhetisu", "kind": "meeting"},
    }[kind]
    ids = [f"link-{number:03}" for number in range(length)]
    wholes = [{}, *({"part_of": id} for id in ids)]
    return [{"id": id, **first, **whole} for id, whole in zip(ids, wholes, strict=False)]


def test_an_id_that_stands_twice_is_refused_across_kinds_and_files(tmp_path: Path):
    content = document()
    twice = {"format": 1, "events": [content["events"][1] | {"id": "altai-metals", "deals": []}]}
    written(content, tmp_path, "a.json")
    written(twice, tmp_path, "b.json")

    with pytest.raises(DataError) as caught:
        cam.read(tmp_path)

    (problem,) = caught.value.problems
    assert ("b.json", "events[0].id") == problem[:2]
    assert (
        "the id 'altai-metals' is taken by a.json: organizations[0]; choose another id"
        == problem.message
    )


def test_what_is_wrong_inside_a_record_whose_id_stands_twice_is_said_too(tmp_path: Path):
    content = document()
    content["deals"].append({"id": "altai-metals", "title": "Twice", "kind": "nonesuch"})

    assert {"deals[2]", "deals[2].id", "deals[2].kind"} == set(said(problems_of(content, tmp_path)))


@pytest.mark.parametrize(
    "id", ["", "Zhetisu", "zhetisu_2", "-zhetisu", "zhetisu--2", "жетысу", "a" * 101]
)
def test_an_id_that_does_not_read_aloud_is_refused(tmp_path: Path, id: str):
    content = document()
    content["deals"].append({"id": id, "title": "Zhetisu", "kind": "contract"})

    problems = problems_of(content, tmp_path)

    assert {"deals[2]"} == {problem.path.removesuffix(".id") for problem in problems}


@pytest.mark.parametrize("code", ["XK", "EU", "UK", "ZZ", "SU", "kz", "KAZ", "QQ"])
def test_a_country_is_one_of_iso_3166_1(tmp_path: Path, code: str):
    content = document()
    content["countries"].append({"id": code, "names": [{"text": "Nowhere"}]})

    assert ["countries[2].id"] == list(said(problems_of(content, tmp_path)))


@pytest.mark.parametrize("code", ["XTS", "XXX", "XAU", "XDR", "CHE", "QQQ", "usd", "$", "US"])
def test_codes_that_were_never_tender_are_refused(tmp_path: Path, code: str):
    content = document()
    content["deals"][1]["amounts"][0]["statements"][0]["value"]["currency"] = code

    place = "deals[1].amounts[0].statements[0].value.currency"
    assert [place] == list(said(problems_of(content, tmp_path)))


def test_a_range_in_two_currencies_is_refused(tmp_path: Path):
    content = document()
    content["deals"][1]["amounts"][1]["statements"][0]["upper"]["currency"] = "EUR"

    assert ["deals[1].amounts[1].statements[0].upper"] == list(said(problems_of(content, tmp_path)))


def test_an_equivalent_in_the_amounts_own_currency_is_refused(tmp_path: Path):
    content = document()
    content["deals"][1]["amounts"][0]["equivalents"][0]["value"]["currency"] = "USD"

    assert ["deals[1].amounts[0].equivalents"] == list(said(problems_of(content, tmp_path)))


def test_a_deal_that_ends_before_its_start_is_refused(tmp_path: Path):
    content = document()
    content["deals"][1]["dates"][2]["date"] = "2025"

    problems = said(problems_of(content, tmp_path))

    assert ["deals[1].dates"] == list(problems)
    assert "it ends in 2025 and starts in 2026" in problems["deals[1].dates"]


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_circle_of_wholes_is_refused_and_spelt_out(tmp_path: Path, kind: str, length: int):
    content = document()
    records = chain(kind, length)
    records[0]["part_of"] = records[-1]["id"]
    first = len(content[kind])
    content[kind] += records

    problems = problems_of(content, tmp_path)

    assert 1 == len(problems)
    assert f"{kind}[{first + min(1, length - 1)}].part_of" == problems[0].path or length > 2
    assert "a circle, link-000 → " in problems[0].message


@pytest.mark.parametrize(
    ("kind", "key"),
    [("organizations", "owners"), ("organizations", "possibly_same_as"), ("minerals", "group")],
)
def test_a_record_that_refers_to_itself_is_refused(tmp_path: Path, kind: str, key: str):
    content = document()
    record = content[kind][-1]
    record[key] = record["id"] if key == "group" else [record["id"]]

    problems = said(problems_of(content, tmp_path))

    place = f"{kind}[{len(content[kind]) - 1}].{key}" + ("" if key == "group" else "[0]")
    assert place in problems
    assert "a circle" in problems[place]


def test_of_two_bodies_that_may_be_one_only_one_points_to_the_other(tmp_path: Path):
    content = document()
    one, other = ({**content["organizations"][-1], "id": id} for id in ("kara-a", "kara-b"))
    content["organizations"] += [one | {"possibly_same_as": ["kara-b"]}, other]

    assert 1 == len(read_document(content, tmp_path).organizations["kara-a"].possibly_same_as)

    content["organizations"][-1] = other | {"possibly_same_as": ["kara-a"]}
    problems = problems_of(content, tmp_path)

    assert 1 == len(problems)
    assert "a circle, kara-a → kara-b" in problems[0].message


@pytest.mark.parametrize("kind", NESTED)
def test_a_chain_of_32_wholes_is_read_in_any_order(tmp_path: Path, kind: str):
    content = document()
    content[kind] += reversed(chain(kind, 33))

    read = read_document(content, tmp_path)

    deepest = next(e for e in read.records[kind] if e.id == "link-032")
    assert "link-031" == deepest.part_of.id


@pytest.mark.parametrize("kind", NESTED)
@pytest.mark.parametrize("length", [34, 60])
@pytest.mark.parametrize("order", [list, reversed])
def test_a_deeper_chain_of_wholes_is_refused_in_any_order(tmp_path: Path, kind, length, order):
    content = document()
    content[kind] += order(chain(kind, length))

    problems = problems_of(content, tmp_path)

    assert any("deep" in problem.message for problem in problems)
    assert {kind} == {problem.path.partition("[")[0] for problem in problems}


def test_a_passage_beyond_its_text_is_refused(tmp_path: Path):
    content = document()
    citation = content["deals"][0]["citations"][0]
    citation["end"] = content["sources"][0]["length"] + 1

    problems = said(problems_of(content, tmp_path))

    assert ["deals[0].citations[0].end"] == list(problems)
    assert "count code points from 0" in problems["deals[0].citations[0].end"]


def test_whatever_one_record_refuses_comes_at_once(tmp_path: Path):
    """Each rule of a record names its field, and none waits for another to be mended."""
    content = document()
    content["sources"][1] |= {"sha256": "f" * 63, "length": 0}
    content["deals"][1] |= {"no_amount": "not applicable", "topics": ["a", "a"]}
    content["deals"][1]["dates"][2]["date"] = "2025"
    content["countries"].append({"id": "KX", "names": []})

    problems = said(problems_of(content, tmp_path))

    assert {
        "sources[1].sha256",
        "sources[1].length",
        "sources[1].furniture[0].end",
        "countries[2].id",
        "countries[2].names",
    } == {place for place in problems if not place.startswith("deals")}
    assert {
        "deals[1].no_amount",
        "deals[1].topics",
        "deals[1].dates",
    } <= set(said(problems_of(content | {"sources": document()["sources"]}, tmp_path)))


def test_a_source_whose_furniture_is_beyond_its_text_is_refused(tmp_path: Path):
    content = document()
    content["sources"][1]["furniture"][0]["end"] = 10_000

    assert ["sources[1].furniture[0].end"] == list(said(problems_of(content, tmp_path)))


@pytest.mark.parametrize(
    ("kind", "index", "path"),
    [
        ("deals", 0, ()),
        ("organizations", 0, ()),
        ("deals", 1, ("parties", 0)),
        ("deals", 1, ("stages", 0)),
        ("deals", 1, ("stakes", 0)),
        ("deals", 1, ("dates", 0)),
        ("deals", 1, ("place",)),
        ("events", 1, ("wordings", 0)),
        ("people", 0, ("positions", 0)),
        ("statistics", 1, ("statements", 2)),
    ],
)
def test_what_cites_nothing_is_refused_at_its_place(tmp_path: Path, kind, index, path):
    content = document()
    record = content[kind][index]
    for step in path:
        record = record[step]
    del record["citations"]

    problems = said(problems_of(content, tmp_path))

    place = f"{kind}[{index}]" + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path)
    assert "no citation; cite the passage that says so" == problems[place]


def test_a_problem_in_a_series_is_shown_where_it_stands_in_the_file(tmp_path: Path):
    """Not where it comes in the sorted view: the one that comes first there is the second here."""
    content = document()
    series = content["deals"][1]["amounts"][0]["statements"]
    series.reverse()
    del series[1]["citations"]

    place = "deals[1].amounts[0].statements[1]"
    assert [place] == list(said(problems_of(content, tmp_path)))


def test_countries_and_minerals_are_reference_and_need_no_citation(tmp_path: Path):
    content = document()
    for record in content["countries"] + content["minerals"]:
        record.pop("citations", None)

    assert 3 == len(read_document(content, tmp_path).minerals)


def test_what_calls_a_mineral_critical_is_cited_although_the_mineral_need_not_be(tmp_path: Path):
    content = document()
    del content["minerals"][1]["critical_on"][0]["citations"]

    (problem,) = problems_of(content, tmp_path)

    assert ("minerals[1].critical_on[0]", True) == (problem.path, "no citation" in str(problem))


def test_a_figure_without_its_print_is_refused(tmp_path: Path):
    content = document()
    del content["deals"][1]["amounts"][0]["statements"][0]["citations"][0]["figure"]

    place = "deals[1].amounts[0].statements[0].citations"
    assert [place] == list(said(problems_of(content, tmp_path)))


@pytest.mark.parametrize(
    ("supports", "message"),
    [
        ("value", "'value' is not a field of this record"),
        ("titel", "did you mean 'title'?"),
        ("stage", "'stage' is not a field of this record"),
        ("deposits[zhetisu", "not a field"),
        ("deposits[nowhere]", "'nowhere' is not in deposits; elements: zhetisu"),
        ("title[Zhetisu]", "'Zhetisu' is not in title; elements: none"),
    ],
)
def test_what_a_citation_supports_is_a_field_of_its_record(tmp_path: Path, supports, message):
    content = document()
    content["deals"][1]["citations"][1]["supports"] = ["title", supports]

    problems = said(problems_of(content, tmp_path))

    assert message in problems["deals[1].citations[1].supports[1]"]


def test_whoever_is_mentioned_in_a_new_page_need_not_cite_it(tmp_path: Path):
    """Support is derived: what refers to a record says from which source it is known."""
    content = document()
    met = cite(EARLY, "met the Altai Metals company")
    content["deals"][1]["parties"].append({"who": "european-union", "citations": [met]})
    content["blocs"][1]["citations"] = [cite(LATE, "In November")]
    del content["deals"][1]["partners"]

    read = read_document(content, tmp_path)
    early = read.as_of("2025-06")

    assert "european-union" in [party.who.id for party in early.deals["zhetisu-venture"].parties]
    assert () == early.blocs["european-union"].citations
    assert read.blocs["european-union"].names[:1] == early.blocs["european-union"].names


def test_a_bare_record_needs_no_citation_where_another_refers_to_it(tmp_path: Path):
    content = document()
    content["people"].append({"id": "a-guest", "names": [{"text": "A. Guest"}]})

    assert [f"people[{len(content['people']) - 1}]"] == list(said(problems_of(content, tmp_path)))

    talks = cite(EARLY, "Kazakhstan and the European Union talk about tungsten.")
    content["deals"][1]["parties"].append({"who": "a-guest", "citations": [talks]})

    assert "a-guest" in read_document(content, tmp_path).people.ids


def test_of_a_bare_list_only_the_citations_that_name_an_element_bind_it(tmp_path: Path):
    content = document()
    content["blocs"][1]["citations"] = [cite(EARLY, "the European Union")]
    deal = content["deals"][1]
    deal["citations"].append(cite(EARLY, "the European Union", "partners[european-union]"))

    read = read_document(content, tmp_path)

    assert "european-union" == read.deals["zhetisu-venture"].partners[0].id


def test_a_passage_without_a_source_stands_in_a_sources_own_date_only(tmp_path: Path):
    content = document()
    content["deals"][1]["dates"][1]["inferred_from"].append(span(LATE, "In November"))

    problems = said(problems_of(content, tmp_path))

    assert ["deals[1].dates[1].inferred_from[1]"] == list(problems)


def test_problems_between_records_come_with_those_inside_them(tmp_path: Path):
    content = document()
    del content["deals"][1]["place"]["citations"]
    content["events"][1]["kind"] = "nonesuch"

    assert {"deals[1].place", "events[1].kind"} == set(said(problems_of(content, tmp_path)))


def test_a_broken_record_is_one_problem_however_many_refer_to_it(tmp_path: Path):
    content = document()
    content["sources"][1]["length"] = "as long as it takes"

    assert ["sources[1].length"] == list(said(problems_of(content, tmp_path)))


def test_an_unknown_id_suggests_near_ids_of_that_kind(tmp_path: Path):
    content = document()
    content["deals"][1]["deposits"] = ["zhetisu-nort"]

    (problem,) = problems_of(content, tmp_path)

    assert "no deposit with id 'zhetisu-nort'; did you mean 'zhetisu-north'" in problem.message


def test_records_may_refer_into_a_base_and_only_their_own_come_back(tmp_path: Path):
    base = read_document(document(), tmp_path)
    mine = {
        "format": 1,
        "deals": [
            {
                "id": "zhetisu-lease",
                "title": "The lease",
                "kind": "licence",
                "countries": ["KZ"],
                "part_of": "zhetisu-umbrella",
                "citations": [cite(LATE, "In November")],
            }
        ],
    }

    read = cam.read(written(mine, tmp_path, "mine.json"), base=base)

    assert ("zhetisu-lease",) == read.deals.ids
    assert 0 == len(read.countries)
    assert read.deals["zhetisu-lease"].countries[0] is base.countries["KZ"]


def test_an_id_of_another_kind_in_the_base_is_refused(tmp_path: Path):
    base = read_document(document(), tmp_path)
    mine = {"format": 1, "deals": [{"id": "zhetisu", "title": "The lease", "kind": "licence"}]}

    with pytest.raises(DataError, match="the id 'zhetisu' is taken by a deposit of the base"):
        cam.read(written(mine, tmp_path, "mine.json"), base=base)


def test_the_decoder_makes_one_object_of_one_record(tmp_path: Path):
    read = read_document(document(), tmp_path)
    deal = read.deals["zhetisu-venture"]

    assert deal.countries[0] is read.countries["KZ"]
    assert deal.deposits[0].country is read.countries["KZ"]
    assert deal.signatories[0].person is read.officials["aisulu-bekova"]
    assert deal.citations[0].source is read.sources[EARLY]
    assert read.events["zhetisu-signing"].deals[0] is deal


def owned(length: int) -> list[dict]:
    """Give companies each of which is owned by the one before."""
    told = {"kind": "company", "citations": [cite(LATE, "In November")]}
    ids = [f"link-{number:03}" for number in range(length)]
    owners = [{}, *({"owners": [id]} for id in ids)]
    return [
        {"id": id, "names": [{"text": id}], **told, **owner}
        for id, owner in zip(ids, owners, strict=False)
    ]


@pytest.mark.parametrize("order", [list, reversed])
def test_a_chain_of_40_owners_is_read_in_any_order(tmp_path: Path, order):
    content = document()
    content["organizations"] += order(owned(40))

    read = read_document(content, tmp_path)

    assert "link-038" == read.organizations["link-039"].owners[0].id


@pytest.mark.parametrize("order", [list, reversed])
def test_a_chain_of_41_owners_is_refused_in_any_order(tmp_path: Path, order):
    """Not only where the last one comes first, so that each waits for the next."""
    content = document()
    content["organizations"] += order(owned(41))

    problems = problems_of(content, tmp_path)

    assert 1 == len(problems)
    assert "more than 40 levels; nest less deeply" in problems[0].message
    assert problems[0].path.endswith(".owners[0]")
