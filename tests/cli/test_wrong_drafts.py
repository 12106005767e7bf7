"""Whatever is wrong with a draft, a text or a command is said, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.dataset.authoring.draft import built
from centralasia_minerals.errors import (
    DataError,
    InvalidTypeError,
    InvalidValueError,
    MissingPathError,
)

TEXT = "A field holds 5,000 tonnes. The state has 50 percent of it. The state sells a part of it."
SOURCE = '[[sources]]\nid = "page"\ntitle = "A page"\ntext = "page.txt"\nread = 2026-01-01\n'


def draft_of(folder: Path, content: str, name: str = "draft.toml") -> Path:
    (folder / "page.txt").write_text(TEXT, "utf-8")
    (folder / name).write_text(content, "utf-8")
    return folder / name


def refused(folder: Path, content: str, name: str = "draft.toml") -> list[str]:
    with pytest.raises(DataError) as error:
        built(draft_of(folder, content, name), cam.load())
    return [f"{problem.path}: {problem.message}" for problem in error.value.problems]


def test_measures_and_shares_find_their_figures(tmp_path: Path) -> None:
    content = f"""{SOURCE}
[[deposits]]
id = "field"
names = [{{text = "A field"}}]
country = "KZ"
cite = "A field"
[[deposits.estimates]]
stated = {{value = {{magnitude = "5000", unit = "tonne"}}, cite = "A field holds 5,000 tonnes"}}
[[statistics]]
id = "part"
what = "the part of the state"
subject = "KZ"
[[statistics.statements]]
value = {{fraction = "0.5"}}
cite = "The state has 50 percent of it"
"""
    made = built(draft_of(tmp_path, content), cam.load())

    (estimate,) = made["deposits"][0]["estimates"]
    assert "5,000 tonnes" == estimate["stated"]["citations"][0]["figure"]
    assert "50 percent" == made["statistics"][0]["statements"][0]["citations"][0]["figure"]
    assert "2026-01-01" == made["sources"][0]["read"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SOURCE + SOURCE, "two sources have the id 'page'"),
        (SOURCE.replace('"page.txt"', "3"), "give its file"),
        (SOURCE.replace("page.txt", "bad.txt"), "save it as UTF-8"),
        (SOURCE.replace("read = 2026-01-01\n", ""), "no day on which it was read"),
        (SOURCE + '[[deals]]\nid = "d"\ncite = "A field"\ncitations = 5\n', "not a list"),
        (SOURCE + '[[deals]]\nid = "d"\nfrom = ["x"]\ncite = "A field"\n', "from is no text"),
        (SOURCE + '[[deals]]\nid = "d"\nfrom = "pag"\ncite = "A field"\n', "did you mean 'page'"),
        ('[[deals]]\nid = "d"\ncite = "A field"\n', "whose passage is it?"),
        ("[[deals", "not valid TOML"),
    ],
)
def test_what_is_wrong_with_a_draft_is_said(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff")

    assert any(said in problem for problem in refused(tmp_path, content))


def test_a_currency_that_there_is_not_is_one_problem_of_the_draft(tmp_path: Path) -> None:
    statement = 'value = {amount = "1", currency = "XXX"}\ncite = "A field"\n'
    deal = '[[deals]]\nid = "d"\ntitle = "D"\nkind = "sale"\ncite = "A field"\n'
    amount = '[[deals.amounts]]\nrole = "cost"\n[[deals.amounts.statements]]\n'

    (problem,) = refused(tmp_path, f"{SOURCE}{deal}{amount}{statement}")

    assert problem.startswith("deals[0].amounts[0].statements[0].value.currency: a currency: 'XXX'")


def test_paths_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(InvalidTypeError):
        cam.build(3, tmp_path / "a.toml")
    with pytest.raises(MissingPathError):
        cam.build(tmp_path / "nowhere.toml", tmp_path / "a.toml")
    draft = draft_of(tmp_path, SOURCE)
    with pytest.raises(InvalidValueError, match="it is the draft itself"):
        cam.build(draft, draft)


def test_a_text_is_asked_for(tmp_path: Path, capsys) -> None:
    draft_of(tmp_path, SOURCE)
    (tmp_path / "bad.txt").write_bytes(b"\xff")

    assert 1 == main(["cite", str(tmp_path / "nowhere.txt"), "x"])
    assert 1 == main(["cite", str(tmp_path / "bad.txt"), "x"])
    assert 0 == main(["cite", str(tmp_path / "page.txt"), "A field"])
    told = capsys.readouterr()
    assert "is not a file" in told.err
    assert "save it as UTF-8" in told.err
    assert "centralasia_minerals, data" not in told.out


def test_a_check_tells_of_pages_without_words(tmp_path: Path) -> None:
    content = SOURCE + 'url = "https://x.example/"\n[[people]]\nid = "p"\nnames = [{text = "P"}]\n'
    draft = draft_of(tmp_path, content + 'cite = ["of it. The state sells", "sells"]\n')
    cam.build(draft, tmp_path / "mine.toml")

    said = str(cam.check(tmp_path / "mine.toml"))

    assert "nothing is verified: give the folder of the texts" in said
    assert "of pages without words that find the passage (page, characters" in said


def test_a_check_of_a_file_that_cannot_be_read_asks_for_no_texts(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('format = 1\n[[people]]\nid = "p"\nname = "P"\n', "utf-8")

    said = str(cam.check(file, texts=tmp_path))

    assert "nothing is verified: the file could not be read" in said
    assert "--texts" not in said


def test_an_origin_is_an_organization_where_it_is_recorded() -> None:
    ds, page = cam.load(), {"id": "x", "title": "t", "read": cam.PartialDate.parse("2026-01-01")}

    assert ds.organizations["boeing"] is ds.origin_of(cam.Source(**page, origin="boeing"))
    assert "an agency" == ds.origin_of(cam.Source(**page, origin="an agency"))
    assert cam.NotStated() == ds.origin_of(cam.Source(**page))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"start": 3}, "it has no end"),
        ({"end": 3}, "it has no start"),
        ({}, "neither a place nor a length"),
        ({"length": 0}, "its length is 0"),
    ],
)
def test_a_passage_has_a_place_or_a_length(fields: dict, said: str) -> None:
    with pytest.raises(InvalidValueError, match=said):
        cam.Span(digest="0" * 16, **fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"language": "russian!"}, "a language tag"),
        ({"read": cam.PartialDate.parse("2026-01")}, "give the day"),
        ({"read": cam.PartialDate.parse("2026-01-02/2026-01-03")}, "give the day"),
        ({"url": "x.example"}, "the address of a page"),
    ],
)
def test_what_is_wrong_with_a_page_is_said(fields: dict, said: str) -> None:
    page = {"id": "x", "title": "t", "read": cam.PartialDate.parse("2026-01-01")}

    with pytest.raises(InvalidValueError, match=said):
        cam.Source(**{**page, **fields})


def test_a_citation_without_a_place_shows_its_words() -> None:
    page = cam.Source(
        id="x", title="t", read=cam.PartialDate.parse("2026-01-01"), url="https://x.example/",
        archived="https://a.example/",
    )  # fmt: skip
    found = cam.Citation(source=page, digest="0" * 16, length=9, quote=("The first", "the last"))

    assert "x, The first … the last" == str(found)
    assert "https://a.example/#:~:text=The%20first,the%20last" == found.archived_url
    with pytest.raises(InvalidValueError, match="give the words that cite gives"):
        cam.Citation(source=page, digest="0" * 16, length=9, quote=("one two three four",))


def test_notes_tell_of_undated_pages_in_both_languages() -> None:
    page = cam.Source(id="x", title="A page", read=cam.PartialDate.parse("2026-01-01"),
                      url="https://x.example/")  # fmt: skip
    cited = (cam.Citation(source=page, digest="0" * 16, length=9, figure="$5",
                          quote=("costs $5",)),)  # fmt: skip
    stage = cam.Stated(value=cam.Stage.SIGNED, citations=cited)
    told = (cam.Stated(value=cam.Money(5, "USD"), citations=cited),)
    cost = cam.Amount(role=cam.AmountRole.COST, statements=told)
    total = cam.total([cam.Deal(id="d", title="D", kind=cam.DealKind.SALE, stages=(stage,),
                                sectors=(cam.Sector.MINERALS,), amounts=(cost,),
                                citations=cited)])  # fmt: skip

    (note,) = total.footnoted("en").notes
    assert "A page, not dated, read on 1 January 2026, “costs $5”: “$5”" == note.text
    assert "без даты, прочитано 1 января 2026" in total.footnoted("ru").notes[0].text
    assert '<a href="https://x.example/#:~:text=costs%20%245">' in total.footnoted()._repr_html_()
    assert '<a href="https://x.example/' in total._repr_html_()
    ledger = cam.ledger([row.deal for row in total.counted])
    assert '<a href="https://x.example/' in ledger._repr_html_()


def test_lines_are_found_or_left_out(tmp_path: Path) -> None:
    wrong = {
        "a.toml": ('format = 2\ndeals = [{id = "x", title = "x", kind = "bonk"}]\n', 2),
        "b.json": ('{"format": 1, "deals": [\n{"id": "x", "title": "x", "kind": "bonk"}]}', 2),
    }
    for name, (content, line) in wrong.items():
        (tmp_path / name).write_text(content, "utf-8")
        with pytest.raises(DataError) as error:
            cam.read(tmp_path / name)
        kinds = [one for one in error.value.problems if one.path.endswith("kind")]
        assert [line] == [one.line for one in kinds], name


@pytest.mark.parametrize("suffix", [".toml", ".json"])
@pytest.mark.parametrize(
    "value",
    [
        "null", '"\\ud800"', '"\\u0000"', '{"a\\ud800": 1}', "[" * 400 + "]" * 400,
        '{"a":' * 300 + "1" + "}" * 300, "[null]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("key", ["remark", "cite"])
def test_what_no_data_file_can_hold_is_a_documented_error(
    tmp_path: Path, suffix: str, value: str, key: str
):
    (tmp_path / "page.txt").write_text("A headline\nSome words.", "utf-8")
    source = '{"id": "s", "title": "A headline", "read": "2025-01-02", "text": "page.txt"}'
    draft, made = tmp_path / "draft.json", tmp_path / f"made{suffix}"
    draft.write_text(
        f'{{"sources": [{source}], "deals": [{{"id": "d", "{key}": {value}}}]}}', "utf-8"
    )

    said = ""
    try:
        cam.build(draft, made)
    except cam.CentralAsiaMineralsError as error:
        said = str(error)

    assert bool(said) != made.exists()
    assert all(line.isprintable() for line in said.splitlines())
    assert {"draft.json", "page.txt", made.name} >= {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize(
    "ask",
    [
        lambda: cam.cite("some words", "\ud800"),
        lambda: cam.cite("some \ud800 words", "some"),
        lambda: cam.cite("some words", "some", source="\ud800"),
        lambda: cam.source("A \ud800 headline\nA text.", read="2025-01-02"),
    ],
)
def test_half_a_character_is_a_documented_error(ask):
    with pytest.raises(cam.InvalidValueError, match="half a character"):
        ask()


def test_a_passage_is_of_a_source_or_an_id():
    with pytest.raises(cam.InvalidTypeError, match="give a Source, or its id"):
        cam.cite("some words", "some", source=5)
