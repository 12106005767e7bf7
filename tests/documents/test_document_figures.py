"""What the pages say in figures and in tables is so."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from enum import Enum
from fractions import Fraction
from pathlib import Path

import api_pages
import pytest
from document_pages import DOCS, README, ROOT, blocks_of, prose_of, rows_of, section_of

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS

JOURNALIST = DOCS / "how-to" / "journalist.md"
PACKAGE = Path(inspect.getfile(cam)).parent
ds = cam.load()
CATALOGS = (*ds.records, "officials")


def code(cell: str) -> str:
    return cell.strip("`")


def test_the_page_of_the_data_counts_every_catalog_as_it_is() -> None:
    rows = rows_of(section_of(DOCS / "data.md", "The articles"))

    counted = {code(catalog): int(records) for catalog, records, _ in rows}

    assert counted == {catalog: len(getattr(ds, catalog)) for catalog in CATALOGS}


def test_the_docstring_of_a_dataset_names_every_catalog_in_order() -> None:
    told = inspect.getdoc(cam.Dataset) or ""

    assert list(KINDS) == re.findall(r"``(\w+)``", told.partition(". Two datasets")[0])


def test_the_dictionary_lists_every_catalog_in_the_order_of_references() -> None:
    (said,) = re.findall(
        r"^The catalogs are (.*)\.$", prose_of(DOCS / "data-dictionary.md"), re.MULTILINE
    )

    assert list(KINDS) == re.findall(
        r"`(\w+)`", said.replace(" (with `officials` as a view of it)", "")
    )


def test_the_design_gives_every_kind_in_the_order_of_references() -> None:
    said = section_of(DOCS / "design.md", "How entities hold together")
    (order,) = re.findall(r"in the order ([a-z, ]+)\.", said)

    assert [kind.kind_name for kind in KINDS.values()] == order.split(", ")


def test_the_design_says_what_every_kind_is_in_the_same_order() -> None:
    rows = rows_of(section_of(DOCS / "design.md", "Entities"))

    assert [kind.__name__ for kind in KINDS.values()] == [
        name for names, _ in rows for name in re.findall(r"`(\w+)`", names) if name != "Official"
    ]


def test_the_design_says_what_lives_in_every_folder_of_the_house() -> None:
    cells = [code(row[0]) for row in rows_of(section_of(DOCS / "design.md", "The house"))]

    told = {cell.rstrip("/") for cell in cells if cell.endswith("/")}

    assert told - {"messages"} == {
        str(one.parent.relative_to(PACKAGE).as_posix()) for one in PACKAGE.glob("*/**/__init__.py")
    }
    assert (PACKAGE / "messages").is_dir()


def test_the_design_walks_only_through_modules_that_exist() -> None:
    walk = section_of(DOCS / "design.md", "How a value walks through it")
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)+)`", walk)

    assert named
    assert [] == [one for one in named if not [*PACKAGE.glob(f"**/{one}.py")]]


@pytest.mark.parametrize(
    ("page", "section"),
    [(README, "What the data covers"), (DOCS / "data.md", "The articles")],
    ids=lambda one: getattr(one, "name", one),
)
def test_a_page_counts_cited_passages_and_deals_as_they_are(
    page: Path, section: str, tmp_path: Path
) -> None:
    said = section_of(page, section)
    concluded = ds.deals.where(stage="concluded")
    with_money = [
        deal
        for deal in ds.deals
        if any(not isinstance(amount.stated, cam.NotStated) for amount in deal.amounts)
    ]

    assert f"The records cite {ds.verify(tmp_path).checked} passages." in said
    assert f"Of the deals, {len(concluded)} are agreed or signed" in said
    assert f"Of all deals, {len(with_money)} have an amount" in said


def test_the_page_of_the_data_says_of_which_classes_the_concluded_deals_are() -> None:
    classes = Counter(str(deal.deal_class) for deal in ds.deals.where(stage="concluded"))

    assert (
        f"{classes['undertaking']} undertakings, {classes['act']} acts of policy or diplomacy, "
        f"and {classes['umbrella']} umbrellas over several deals."
    ) in section_of(DOCS / "data.md", "The articles")
    assert {"undertaking", "act", "umbrella"} == classes.keys()


def test_the_readme_counts_deals_and_events() -> None:
    assert f"It has {len(ds.deals)} deals and {len(ds.events)} events." in prose_of(README)


def test_the_pages_name_the_months_of_the_sources() -> None:
    months = dict.fromkeys(
        source.published.date.format("en").split()[0]
        for source in sorted(ds.sources, key=lambda source: source.published.date.earliest)
    )
    *others, last = months

    for page in (README, DOCS / "data.md"):
        assert f"articles of {', '.join(others)} and {last} 2025" in prose_of(page)
    assert {2025} == {source.published.date.year for source in ds.sources}


def test_the_readme_gives_the_ratio_of_the_letter_to_the_cost() -> None:
    deal = ds.deals["kz-us-tungsten"]

    ratio = cam.ratio(deal.financing[0], deal.value)

    assert ratio.high == Fraction(9, 11)
    assert f"at most {ratio.percent('high')} per cent of the cost" in prose_of(README)
    assert f"At most {ratio.percent('high')} per cent" in prose_of(JOURNALIST)


def test_every_page_that_names_a_version_names_the_current_one() -> None:
    assert f"data {ds.version}" in prose_of(README)
    assert f"version {ds.version}" in prose_of(README)
    assert f"data {ds.version}" in prose_of(DOCS / "data.md")
    assert f"## {cam.__version__}\n\nWith data {ds.version}." in prose_of(DOCS / "changelog.md")
    assert f"version: {cam.__version__}" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_change_log_keeps_its_sections_in_order() -> None:
    order = ["Removed", "Deprecated", "Added", "Changed", "Fixed", "Data"]
    versions = prose_of(DOCS / "changelog.md").split("\n## ")[1:]

    for version in versions:
        sections = [line[4:] for line in version.splitlines() if line.startswith("### ")]
        assert sections == [section for section in order if section in sections]
        assert len(sections) == version.count("\n### ")


def test_the_first_two_set_ups_of_the_readme_are_one_line_each() -> None:
    setups = [block.text for block in blocks_of(README) if "-m venv" in block.text]

    assert [1, 1] == [block.count("\n") for block in setups[:2]]
    assert setups[0].endswith("-m centralasia_minerals\n")
    assert setups[1].endswith("-m pytest\n")


def test_the_rules_of_the_design_are_those_that_are_applied() -> None:
    shown = rows_of(section_of(DOCS / "design.md", "The rules"))

    assert shown == [(rule.reason.value, rule.reason.meaning) for rule in cam.RULES]


def test_the_first_rules_look_at_the_row_and_the_last_at_what_counts() -> None:
    said = section_of(DOCS / "design.md", "The rules")

    assert "The first rules look at the row and at what is asked; the last ones" in said
    are_overlaps = [rule.covers is not None for rule in cam.RULES]
    assert {False, True} == set(are_overlaps)
    assert are_overlaps == sorted(are_overlaps)
    assert all((rule.puts_out is None) != (rule.covers is None) for rule in cam.RULES)


def documented() -> dict[str, str]:
    """Give every name of the reference with the section that it stands in."""
    page = DOCS / "reference.md"
    sections = ("Rendering", "Values", "Entities", "Dataset", "Analysis", "Errors", "The package")
    rows = [
        (code(row[0]), section)
        for section in sections
        for row in rows_of(section_of(page, section))
    ]
    assert len(rows) == len(dict(rows)), "a name stands twice"
    return dict(rows)


def test_every_public_name_is_documented_and_every_documented_name_is_public() -> None:
    assert sorted(documented()) == sorted(cam.__all__)


@pytest.mark.parametrize("name", sorted(cam.__all__))
def test_a_name_is_documented_on_its_floor(name: str) -> None:
    floor = cam._HOMES[name].partition(".")[0] if name in cam._HOMES else "the package"

    assert documented()[name].lower() == floor


def test_every_error_is_the_builtin_that_the_reference_says() -> None:
    import builtins

    rows = rows_of(section_of(DOCS / "reference.md", "Errors"))

    for name, builtin, _ in rows:
        assert issubclass(getattr(cam, code(name)), getattr(builtins, code(builtin))), name


def test_every_public_name_of_an_adapter_is_documented_and_no_other() -> None:
    rows = rows_of(section_of(DOCS / "reference.md", "Adapters"))

    assert [code(cell) for cell, _ in rows] == list(api_pages.adapter_names())


def test_the_glossary_groups_stages_as_the_library_does() -> None:
    rows = rows_of(section_of(DOCS / "glossary.md", "Agreement"))

    assert [row[:3] for row in rows] == [
        (stage.value, stage.group.value, "—" if stage.binds == "ended" else stage.binds.value)
        for stage in cam.Stage
    ]


@pytest.mark.parametrize(
    ("heading", "members"),
    [
        ("Implementation", cam.Implementation),
        ("Amounts", cam.AmountRole),
        ("Kinds of money", cam.MoneyKind),
        ("Classes of deals", cam.DealClass),
        ("Relations", cam.RelationKind),
        ("Sectors", cam.Sector),
        ("Hedges", cam.Hedge),
    ],
)
def test_the_glossary_lists_every_member(heading: str, members: type[Enum]) -> None:
    rows = rows_of(section_of(DOCS / "glossary.md", heading))

    assert [row[0] for row in rows] == [member.value for member in members]


@pytest.mark.parametrize("hedge", cam.Hedge)
def test_a_hedge_bounds_what_the_pages_say(hedge: cam.Hedge) -> None:
    a, b = cam.Money("10", "USD"), cam.Money("20", "USD")
    is_range = hedge is cam.Hedge.RANGE
    stated = cam.Stated(value=a, hedge=hedge, upper=b if is_range else cam.NotStated())
    words = {cam.Money(0, "USD"): "0", a: "a" if is_range else "x", b: "b", None: "open"}
    bounds = tuple(words[money] for money in (stated.low, stated.value, stated.high))
    expected = (*bounds, "yes" if hedge.is_approximate else "no")

    glossary = {row[0]: row[2:6] for row in rows_of(section_of(DOCS / "glossary.md", "Hedges"))}
    totals = rows_of(section_of(DOCS / "totals.md", "Step three: adding, with bounds"))

    assert expected == glossary[hedge.value]
    assert expected == {row[0]: row[1:] for row in totals}[hedge.value]
