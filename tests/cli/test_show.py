"""``show`` prints any record as a whole, in a terminal, as one page, or as JSON."""

from __future__ import annotations

import shlex
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.cli.parts.record_page import RecordPage, unfolded
from centralasia_minerals.rendering.views.as_html import html_page
from centralasia_minerals.rendering.views.blocks import Paragraph, Section

NAMES = ("articles", "region")
EACH = [
    (name, next(iter(records)).id) for name in NAMES for records in cam.load(name).records.values()
]
VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page: its tags must close, and what it would load is kept."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loaded: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "href", "data", "srcset"):
                self.loaded.append(value or "")
        if tag in ("script", "link", "iframe", "img", "object"):
            self.loaded.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


@pytest.mark.parametrize(("name", "id"), EACH)
def test_a_record_of_every_kind_is_shown_in_each_form(asked: Asked, name: Any, id: str) -> None:
    where = ("--dataset", name)
    record = next(one for kind in cam.load(name).records.values() for one in kind if one.id == id)

    text = asked("show", id, *where)
    page = Page(asked("show", id, *where, "--html"))

    assert record.name in text
    assert record.name in page.text
    cited = f"centralasia_minerals {cam.__version__}"
    if isinstance(record, cam.Source):
        assert text.rstrip().endswith(f"({id}).")
        assert f"”, {record.publisher}" in text or not record.publisher
    else:
        cited = f"({id}), {cited}"
    assert cited in " ".join(text.split())
    assert f"data {cam.load(name).version}" in text
    assert ([], []) == (page.open, page.loaded)
    assert record == cam.from_json(asked("show", id, *where, "--json"))


def test_a_deal_tells_what_happened_who_says_so_and_what_is_disputed(asked: Asked) -> None:
    text = asked("show", "kz-us-tungsten", "--dataset", "region")

    for said in (
        "signed (concluded)",
        "What happened when",
        "Who takes part",
        "up to USD 900,000,000",
        "letter of interest",
        "What is withheld, disputed or not stated",
        "Sources (10)",
        "6 November 2025 (inferred): Signing of the tungsten venture (kz-tungsten-signing)",
        "; 7 more sources, which the record cites.",
    ):
        assert said in text, said


def test_what_is_withheld_and_what_nobody_tells_is_said(asked: Asked) -> None:
    text = asked("show", "uz-us-minerals-contracts")

    assert "withheld" in text
    assert "not stated" in text
    assert " 0" not in text.partition("Cite it as")[0]


def test_a_figure_that_nobody_tells_is_named_where_the_deal_has_a_place_for_it(
    asked: Asked,
) -> None:
    doubts = asked("show", "kz-us-tungsten").partition("What is withheld, disputed or not stated")[
        2
    ]
    assert "not stated  stake of Tau-Ken Samruk\n" in doubts

    rogun = asked("show", "tj-rogun-dam")
    assert "not stated  how far it has come, when, spending\n" in rogun


def test_an_id_in_other_capitals_is_suggested_alone(asked: Asked) -> None:
    message = asked.wrong("show", "KZ-US-TUNGSTEN")

    assert "no record with id 'KZ-US-TUNGSTEN'; did you mean 'kz-us-tungsten'?" == message


@pytest.mark.parametrize("order", ["show {id} --html {file}", "show --html {file} {id}"])
def test_the_file_of_a_page_may_stand_in_front_of_the_id(
    asked: Asked, tmp_path: Path, order: str
) -> None:
    file = tmp_path / "page.html"

    asked(*order.format(id="kz-us-tungsten", file=file).split())

    assert asked("show", "kz-us-tungsten", "--html") == file.read_text("utf-8")


def test_an_id_behind_html_is_the_id_and_no_file(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    page = asked("show", "--html", "kz-us-tungsten")

    assert asked("show", "kz-us-tungsten", "--html") == page
    assert [] == list(tmp_path.iterdir())
    assert "did you mean 'kz-us-tungsten'" in asked.wrong("show", "--html", "kz-us-tungstn")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "the following arguments are required: ID"),
        (["--html"], "the following arguments are required: ID"),
        (["--html", "page.html"], "which record is it? write: show ID --html page.html"),
    ],
)
def test_a_page_without_a_record_is_a_wrong_command(
    capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["show", *options])

    assert 2 == ended.value.code
    assert said in capsys.readouterr().err


def test_every_other_record_says_who_deals_with_it_and_when(asked: Asked) -> None:
    dataset = cam.load()
    text = asked("show", "shavkat-mirziyoyev")

    deals = dataset.deals_of(dataset.people["shavkat-mirziyoyev"])
    assert f"Deals ({len(deals)})" in text
    assert all(f"({deal.id})" in text for deal in deals)
    assert "6 November 2025 (inferred): C5+1 summit in Washington" in text


def test_a_deal_says_what_is_related_to_it_from_either_side(asked: Asked) -> None:
    dataset = cam.load("region")
    text = asked("show", "uz-yoshlik-expansion", "--dataset", "region")

    related = dataset.related("uz-yoshlik-expansion")
    assert related
    assert all(f"({one.other.id})" in text for one in related)


def test_what_sources_disagree_on_is_shown_with_every_side(asked: Asked) -> None:
    assert "Kassym-Jomart Tokayev or Qasym-Zhomart Toqaev" in asked("show", "kassym-jomart-tokayev")


def test_a_long_list_is_cut_with_the_number_of_others(asked: Asked) -> None:
    dataset = cam.load("region")
    deals = len(dataset.deals_of(dataset.countries["KZ"]))

    text = asked("show", "KZ", "--dataset", "region")

    assert f"Deals ({deals})" in text
    assert f"and {deals - 40} more" in text


def test_figures_of_a_page_lead_to_their_sentences(asked: Asked) -> None:
    page = Page(asked("show", "kz-us-tungsten", "--dataset", "region", "--html"))

    assert any("#:~:text=" in link for link in page.links)
    assert all(link.startswith(("https://", "http://")) for link in page.links)


def test_nothing_is_folded_away_on_a_page_that_is_printed(asked: Asked) -> None:
    inside = Section("rows", (Paragraph("a row"),), is_folded=True, hint="see to_table()")

    section = unfolded(Section("all", (inside,), is_folded=True))

    assert Section("all", (Section("rows", (Paragraph("a row"),)),)) == section
    assert "<details" not in asked("show", "kz-us-tungsten", "--html")


def test_hostile_text_is_text() -> None:
    name = "<script>alert('$1')</script>"
    country = cam.Country(id="GE", names=(cam.Name(name),))
    page = RecordPage(country, cam.Dataset.of({"countries": (country,)}))

    written = html_page(page._view(), country.name)

    assert "<script" not in written
    assert "$" not in written
    assert name in Page(written).text


def test_a_page_is_written_to_a_file_whole(asked: Asked, tmp_path: Path) -> None:
    file = tmp_path / "tungsten.html"

    assert f"wrote {file}" == asked("show", "kz-us-tungsten", "--html", str(file))

    assert asked("show", "kz-us-tungsten", "--html") == file.read_text("utf-8")
    assert [file] == list(tmp_path.iterdir())


def test_data_of_ones_own_are_shown(asked: Asked, mine: str) -> None:
    text = asked("show", "kg-example-antimony", "--data", mine)

    assert "USD 20,000,000" in text
    said = "data 2025.11.5+merged; after “[An invented report]”, January 2026 (no page known)."
    assert said in text


def test_a_record_as_of_a_date_is_that_of_then(asked: Asked) -> None:
    now, then = (asked("show", "UZ", *view) for view in ((), ("--as-of", "2025-04")))

    assert now != then


@pytest.mark.parametrize("dataset", ["articles", "region"])
def test_a_record_that_was_not_known_yet_is_said_to_be_known_later(
    asked: Asked, dataset: str
) -> None:
    said = asked.wrong("show", "kz-us-tungsten", "--as-of", "2025-03", "--dataset", dataset)

    assert "nothing was known of it by the end of 2025-03; give a later --as-of, or none" in said
    assert "add --dataset" not in said


def test_a_page_needs_the_name_of_its_file_or_none(asked: Asked) -> None:
    assert "the path is empty" in asked.wrong("show", "kz-us-tungsten", "--html", "")
    assert "<!doctype html>" in asked("show", "kz-us-tungsten", "--html")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["kz-us-tungstn"], "did you mean 'kz-us-tungsten'"),
        (["Tokayev"], "did you mean 'kassym-jomart-tokayev'"),
        (["kz-shalkiya-expansion"], "the dataset 'region' has 'kz-shalkiya-expansion'"),
        (["kz-shalkiya-expantion"], "add --dataset region"),
        (["xyzzy-plugh"], "no record with id 'xyzzy-plugh'"),
        ([""], "no record with id ''"),
        (["kz-us-tungsten", "--html", "no/such/folder/page.html"], "a page"),
        (["kz-us-tungsten", "--html", "."], "is not a file"),
    ],
)
def test_what_cannot_be_shown_is_told(
    asked: Asked, command: list[str], said: str, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.chdir(tmp_path)

    assert said in asked.wrong("show", *command)


def test_a_page_is_not_json(capsys: Any) -> None:
    from centralasia_minerals.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main(["show", "KZ", "--html", "--json"])

    assert 2 == ended.value.code
    assert "not allowed with" in capsys.readouterr().err


@pytest.mark.parametrize("form", [(), ("--html",)])
def test_where_no_page_is_known_it_says_so_and_where_the_figure_stands(
    asked: Asked, form: tuple[str, ...]
) -> None:
    shown = asked("show", "kz-us-tungsten", *form)
    text = Page(shown).text if form else shown

    assert "(November 2025; characters 4,715 to 4,765)" in text
    assert "boost, publisher not stated, November 2025 (no page known)" in text
    assert "Washington Summit”, November 2025 (no page known)" in text
    citation = cam.load().deals["kz-us-tungsten"].citations[0]
    for written in (citation._repr_markdown_(), citation._repr_html_()):
        assert "no page known" in written
        assert "publisher not stated" in written


def test_the_page_of_a_source_without_an_address_says_so(asked: Asked) -> None:
    without, with_page = (
        asked("show", "summit-minerals-2025-11"),
        asked("show", "caspian-post-2025-03"),
    )

    assert "no page known" in without
    assert "publisher not stated" in without
    assert "no page known" in cam.load().sources["summit-minerals-2025-11"]._repr_html_()
    assert "no page known" not in with_page
    assert "publisher not stated" not in with_page


def test_where_a_page_is_known_nothing_says_that_none_is(asked: Asked) -> None:
    shown = asked("show", "uz-us-minerals-contracts")

    assert "The Caspian Post" in shown
    assert "no page known" not in shown
    assert "characters" not in shown.partition("Sources")[0]


@pytest.mark.parametrize("id", ["foo", "xyzzy", "a b", "qqq"])
@pytest.mark.parametrize("name", NAMES)
def test_an_id_that_nothing_is_like_suggests_the_search_and_no_other_id(
    name: Any, id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", id, "--dataset", name]) != 0

    said = capsys.readouterr().err
    assert "did you mean" not in said
    assert "add --dataset" not in said
    assert f"for names and titles, search {shlex.quote(id)}" in said


@pytest.mark.parametrize(
    ("id", "meant"),
    [("tungstn", "tungsten"), ("kz", "KZ"), ("Tokaev", "kassym-jomart-tokayev"), ("golf", "gold"),
     ("kz-tungsten", "kz-us-tungsten")],
)  # fmt: skip
def test_an_id_that_is_nearly_one_suggests_it(
    id: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", id]) != 0

    assert f"did you mean '{meant}'" in capsys.readouterr().err


def test_a_part_of_an_amount_has_one_article(asked: Asked) -> None:
    for id in ("ca-eu-global-gateway-12bn", "kz-ebrd-sarytogan-2024"):
        said = asked("show", id, "--dataset", "region")

        assert "part of" in said
        assert "the the" not in said
        assert "the both" not in said


def test_stakes_of_more_than_all_do_not_exclude_each_other(asked: Asked) -> None:
    said = asked("show", "kz-erg-mutalip-bid", "--dataset", "region")

    (line,) = [one for one in said.splitlines() if "stakes: " in one and "40%" in one]
    assert " and " in line
    assert " or " not in line
