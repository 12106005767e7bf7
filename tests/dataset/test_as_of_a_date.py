"""The record as it stood: what no source published by then supports is not there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from full_document import EARLY, LATE, cite, document, read_document
from hypothesis import given, strategies as st

from centralasia_minerals.dataset.bundled.load import load
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.files.read_write import read, write
from centralasia_minerals.dataset.traversal import parts_within, sources_of
from centralasia_minerals.entities.base.record import fields_of, with_changes
from centralasia_minerals.entities.country import Country
from centralasia_minerals.entities.deal_date import DealDate, DealDateKind
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import DateBasis, Source
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.partial_date import PartialDate

BEFORE, BETWEEN, AFTER = "2025-02", "2025-06", "2025-12"
REFERENCE = (Country, Mineral)
DAYS = st.dates(date(2025, 1, 1), date(2026, 1, 31))


def view(tmp_path: Path, change, when: str = BETWEEN) -> Dataset:
    """Give a view of the full document after a change."""
    content = document()
    change(content)
    return read_document(content, tmp_path).as_of(when)


def unsupported(dataset: Dataset) -> list[str]:
    """Give every record and part that cites, and cites nothing that the dataset holds."""
    return [
        f"{entity.id}: {path}"
        for kind in dataset.records.values()
        for entity in kind
        if not isinstance(entity, (Source, *REFERENCE))
        for path, part in parts_within(entity)
        if not sources_of(part) or not sources_of(part) <= set(dataset.sources.ids)
    ]


@pytest.mark.parametrize(
    ("when", "known"),
    [
        ("2025-02", ()),
        ("2025-03-30", ()),
        ("2025-03-31", (EARLY,)),
        ("2025-03", (EARLY,)),
        ("2025-11-07", (EARLY,)),
        ("2025-11-08", (EARLY, LATE)),
        ("2025-11", (EARLY, LATE)),
        ("2025", (EARLY, LATE)),
        ("2025-33", (EARLY,)),
        ("2025-36", (EARLY, LATE)),
        ("2024/2025-35", (EARLY,)),
        ("2025-03/2025-11", (EARLY, LATE)),
        (date(2025, 6, 1), (EARLY,)),
        (PartialDate.parse("2025-06"), (EARLY,)),
    ],
)
def test_a_source_is_known_from_the_end_of_its_date_on(full, when, known):
    assert set(known) == set(full.as_of(when).sources.ids)


def test_records_are_known_that_a_source_by_then_supports(full):
    known = full.as_of(BETWEEN)

    assert ("altai-group", "altai-metals", "altai-mining", "ministry-of-industry",
            "two-chinese-companies") == known.organizations.ids  # fmt: skip
    assert ("zhetisu", "zhetisu-north") == known.deposits.ids
    assert ("zhetisu-umbrella", "zhetisu-venture") == known.deals.ids
    assert () == known.events.ids
    assert () == known.statistics.ids


def test_nothing_is_known_before_the_first_source_but_what_needs_none(full):
    known = full.as_of(BEFORE)

    assert {"countries": ("UZ",), "minerals": ("neodymium", "rare-earths", "tungsten")} == {
        kind: tuple(e.id for e in entities) for kind, entities in known.records.items() if entities
    }


def test_of_a_deal_the_stages_parties_and_statements_of_then_are_known(full):
    deal = full.as_of(BETWEEN).deals["zhetisu-venture"]

    assert [Stage.TALKS] == [stage.value for stage in deal.stages]
    assert Stage.TALKS is deal.stage
    assert ["altai-metals"] == [party.who.id for party in deal.parties]
    assert () == deal.signatories
    assert () == deal.stakes
    assert () == deal.dates
    assert NotStated() == deal.place
    assert ["cost", "financing", "price"] == [amount.role.value for amount in deal.amounts]


def test_an_amount_first_told_later_is_not_stated_and_a_ceiling_without_support_is_gone(full):
    cost, financing, price = full.as_of(BETWEEN).deals["zhetisu-venture"].amounts

    assert ["an earlier plan"] == [statement.reason for statement in cost.statements]
    assert NotStated() == cost.stated
    assert () == financing.statements
    assert 3 == financing.horizon_years
    assert 1 == len(price.statements)
    assert NotStated() == price.relative


def test_an_amount_that_nothing_supports_any_more_is_no_amount(tmp_path):
    """Amounts stand on their statements: without them not even its role was known."""

    def only_late(content):
        del content["deals"][1]["amounts"][1]["citations"]

    roles = [
        amount.role.value for amount in view(tmp_path, only_late).deals["zhetisu-venture"].amounts
    ]

    assert ["cost", "price"] == roles


def test_a_statement_falls_back_to_the_one_of_then(tmp_path):
    """A letter without an amount, then one with: as of December it is not stated."""

    def current_again(content):
        del content["deals"][1]["amounts"][0]["statements"][1]["rank"]
        del content["deals"][1]["amounts"][0]["statements"][1]["reason"]

    cost = view(tmp_path, current_again).deals["zhetisu-venture"].amounts[0]

    assert "USD 300000000" == str(cost.stated.value)


def test_former_posts_told_later_are_not_known(full):
    positions = full.as_of(BETWEEN).people["aisulu-bekova"].positions

    assert ["minister of industry"] == [position.title for position in positions]


def test_a_spelling_that_only_a_later_source_names_is_not_known(full):
    assert ["Aisulu Bekova"] == [n.text for n in full.as_of(BETWEEN).people["aisulu-bekova"].names]
    assert 2 == len(full.as_of(AFTER).people["aisulu-bekova"].names)


def test_what_citations_name_stands_on_those_and_the_rest_on_the_whole(tmp_path):
    def name_topics(content):
        content["deals"][1]["citations"].append(cite(LATE, "In November", "topics[training]"))
        content["deals"][1]["citations"].append(cite(LATE, "Altai Metals will", "sectors"))

    deal = view(tmp_path, name_topics).deals["zhetisu-venture"]

    assert ("tungsten mining",) == deal.topics
    assert () == deal.sectors
    assert ("KZ", "UZ") == tuple(country.id for country in deal.countries)


def test_an_element_that_a_later_source_names_stands_on_one_for_its_whole_list_too(tmp_path):
    def name_topics(content):
        content["deals"][1]["citations"].append(cite(LATE, "In November", "topics[training]"))
        content["deals"][1]["citations"].append(cite(EARLY, "The price", "topics"))

    deal = view(tmp_path, name_topics).deals["zhetisu-venture"]

    assert ("tungsten mining", "training") == deal.topics


def test_a_citation_for_one_field_supports_no_other(tmp_path):
    """The early source is cited for the title only; the rest stands on the later one."""

    def narrow(content):
        content["deals"][1]["citations"][0]["supports"] = ["title"]

    deal = view(tmp_path, narrow).deals["zhetisu-venture"]

    assert "The Zhetisu venture" == deal.title
    assert () == deal.countries == deal.sectors == deal.topics == deal.minerals
    assert NotStated() == deal.part_of


def test_a_record_stays_while_any_part_of_it_has_support(tmp_path):
    """The deal's own citations are later, one party was told before."""

    def late_but_for_a_party(content):
        content["deals"][1]["citations"] = [cite(LATE, "In November")]

    deal = view(tmp_path, late_but_for_a_party).deals["zhetisu-venture"]

    assert ["altai-metals"] == [party.who.id for party in deal.parties]
    assert () == deal.countries == deal.sectors
    assert "joint venture" == str(deal.kind)


def test_two_parts_that_only_a_later_source_told_apart_are_one(tmp_path):
    """They would else be equal, and nothing stands twice in a list."""

    def told_apart_later(content):
        party = content["deals"][1]["parties"][0]
        del party["key"]
        content["deals"][1]["parties"].append(
            {**party, "citations": [*party["citations"], cite(LATE, "Altai Metals will hold")]}
        )

    known = view(tmp_path, told_apart_later).deals["zhetisu-venture"]

    assert ["altai-metals"] == [party.who.id for party in known.parties]


@pytest.mark.parametrize("lost", ["upper", "value", "hedge"])
def test_a_figure_that_lost_half_of_what_it_says_is_not_known(tmp_path, lost):
    """A range without its upper end, or a ceiling without "up to", would say something else."""

    def half_supported(content):
        content["deals"][1]["amounts"][1]["statements"][0]["citations"] = [
            cite(EARLY, "about $300 million", *{"value", "upper", "hedge"} - {lost}, figure="$300"),
            cite(LATE, "from $8 to 10 million", lost, figure="$8 to 10 million"),
        ]

    financing = view(tmp_path, half_supported).deals["zhetisu-venture"].amounts[1]

    assert () == financing.statements


def test_a_ceiling_without_its_up_to_is_not_known(tmp_path):
    """It would else become the amount itself."""

    def hedged_later(content):
        statement = content["deals"][1]["amounts"][1]["statements"][0]
        del statement["upper"]
        statement["hedge"] = "up to"
        statement["citations"] = [
            cite(EARLY, "about $300 million", "value", figure="$300 million"),
            cite(LATE, "from $8 to 10 million", "hedge"),
        ]

    financing = view(tmp_path, hedged_later).deals["zhetisu-venture"].amounts[1]

    assert () == financing.statements


def test_what_is_reference_stays_with_a_mineral_that_lost_its_citations(tmp_path):
    def cited_later(content):
        content["minerals"][0]["citations"] = [cite(LATE, "In November")]

    tungsten = view(tmp_path, cited_later).minerals["tungsten"]

    assert ((), "W") == (tungsten.citations, tungsten.symbol)


def test_a_mineral_is_critical_on_the_lists_told_of_by_then(tmp_path):
    def listed_earlier_too(content):
        earlier = {"list": "an older list", "citations": [cite(EARLY, "talk about tungsten")]}
        content["minerals"][1]["critical_on"].append(earlier)

    known = view(tmp_path, listed_earlier_too).minerals["rare-earths"]

    assert ["an older list"] == [listing.list for listing in known.critical_on]
    assert PartialDate.parse("2025-03") == known.critical_on[0].as_of
    assert () == view(tmp_path, lambda content: None).minerals["rare-earths"].critical_on


def test_what_a_stake_is_of_and_who_may_have_signed_is_known_with_them(full):
    later, earlier = full.deals["zhetisu-venture"], full.as_of(BETWEEN).deals["zhetisu-venture"]

    assert ["altai-mining", "zhetisu"] == [stake.of.id for stake in later.stakes]
    assert ["dana-omarova"] == [person.id for person in later.signatories[0].one_of]
    assert ((), ()) == (earlier.stakes, earlier.signatories)


def test_countries_and_minerals_stay_while_something_refers_to_them(tmp_path):
    """They are reference; without their citations they still name what a deal is about."""

    def cited_later(content):
        for country in content["countries"]:
            country["citations"] = [cite(LATE, "In November")]

    known = view(tmp_path, cited_later)

    assert ("KZ", "UZ") == known.countries.ids
    assert () == known.countries["KZ"].citations
    assert known.deposits["zhetisu"].country is known.countries["KZ"]
    assert NotStated() == known.minerals["rare-earths"].members
    assert () == view(tmp_path, cited_later, BEFORE).countries.ids


def test_what_is_not_there_yet_is_no_error(full):
    """As of April the record knows nothing of a November event, and says so."""
    known = full.as_of(BETWEEN)

    assert () == known.events_of(known.people["aisulu-bekova"])
    assert 0 == len(known.events.where(kind="summit"))


def test_the_default_of_as_of_stays_that_of_the_earliest_source(full):
    stage = full.as_of(BETWEEN).deals["zhetisu-venture"].stages[0]

    assert full.sources[EARLY].published.date == stage.as_of


def test_a_date_later_than_every_source_gives_the_whole(full):
    for later in (AFTER, "2099", date.max, "2025-11-08"):
        assert full == full.as_of(later)
        assert full.deals["zhetisu-venture"] is full.as_of(later).deals["zhetisu-venture"]


@given(day=DAYS)
def test_everything_in_a_view_cites_a_source_published_by_then(full, day):
    known = full.as_of(day)

    assert [] == unsupported(known)
    assert all(source.published.date.latest <= day for source in known.sources)


@pytest.mark.parametrize("when", ["2025-02", "2025-03", "2025-04", "2025-10", "2025-11"])
def test_everything_in_a_view_of_the_bundled_data_cites_a_source_of_then(when):
    known = load().as_of(when)

    assert [] == unsupported(known)
    assert known == known.as_of(when)


@given(day=DAYS)
def test_a_view_refers_to_nothing_outside_itself(full, day):
    known = full.as_of(day)

    inside = {entity.id: entity for kind in known.records.values() for entity in kind}
    for entity in inside.values():
        for _, part in parts_within(entity):
            for field in fields_of(type(part)):
                value = getattr(part, field.name)
                for item in value if isinstance(value, tuple) else (value,):
                    if hasattr(item, "kind_name"):
                        assert item is inside[item.id]


@given(day=DAYS)
def test_a_view_of_a_view_is_the_view(full, day):
    known = full.as_of(day)

    assert known == known.as_of(day)


@given(one=DAYS, other=DAYS)
def test_a_view_of_a_later_view_is_the_earlier_view(full, one, other):
    early, late = sorted([one, other])

    assert full.as_of(early) == full.as_of(late).as_of(early)


@given(day=DAYS, later=st.integers(0, 300))
def test_later_views_know_no_fewer_records(full, day, later):
    early, late = full.as_of(day), full.as_of(day + timedelta(days=later))

    assert all(
        set(early_ids) <= {entity.id for entity in late.records[kind]}
        for kind, entities in early.records.items()
        for early_ids in [{entity.id for entity in entities}]
    )


@pytest.mark.parametrize("when", ["yesterday", "", "2025-13", None, 2025, 5.5])
def test_a_date_that_cannot_be_read_is_refused(full, when):
    with pytest.raises(InvalidValueError):
        full.as_of(when)


def test_a_hedge_stays_as_it_was(full):
    estimate = full.as_of(BETWEEN).deposits["zhetisu"].estimates[0]

    assert Hedge.AROUND is estimate.stated.hedge
    assert NotStated() == estimate.grade


def test_a_ground_of_an_inferred_date_goes_with_its_source(full):
    """A program may infer from cited passages; those of later sources are not known yet."""
    early, late = (full.deals["zhetisu-venture"].citations[i] for i in (0, 1))
    inferred = DealDate(
        kind=DealDateKind.AGREED,
        date=PartialDate.parse("2025"),
        basis=DateBasis.INFERRED,
        inferred_from=("the talks", early, late),
        citations=(early,),
    )
    deal = with_changes(full.deals["zhetisu-venture"], dates=(inferred,))
    known = Dataset.of({**full.records, "deals": (full.deals["zhetisu-umbrella"], deal)})

    (date_then,) = known.as_of(BETWEEN).deals["zhetisu-venture"].dates

    assert ("the talks", early) == date_then.inferred_from


def test_a_ground_in_the_text_of_the_source_itself_stays(full):
    inferred = full.sources[EARLY].published

    assert any(isinstance(ground, Span) for ground in inferred.inferred_from)
    assert inferred == full.as_of(BETWEEN).sources[EARLY].published


@pytest.mark.parametrize("when", ["2025-02", "2025-03", "2025-04", "2025-11"])
def test_a_view_is_written_and_read_back(full, tmp_path, when):
    """Even what is known from references alone, which cites nothing."""
    for dataset in (full, load()):
        view = dataset.as_of(when)
        write(view, tmp_path / "view.json")

        assert view == read(tmp_path / "view.json")
