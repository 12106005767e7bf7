"""The wider record: how much it holds, from what, and what its totals come to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import pytest
import region_evidence

import centralasia_minerals as cam
from centralasia_minerals.dataset.traversal import all_citations, all_parts

ARTICLES, REGION = cam.load(), cam.load("region")
PAGES = [one for one in REGION.sources if one.id not in ARTICLES.sources]
DEALS = [one for one in REGION.deals if one.id not in ARTICLES.deals]

COUNTS = {
    "sources": (200, 400),
    "countries": (25, 40),
    "blocs": (3, 6),
    "organizations": (150, 300),
    "people": (80, 200),
    "minerals": (40, 60),
    "deposits": (20, 60),
    "deals": (100, 200),
    "events": (180, 350),
    "statistics": (25, 60),
}


@pytest.mark.parametrize("kind", COUNTS)
def test_each_catalog_holds_as_many_records_as_expected(kind: str) -> None:
    least, most = COUNTS[kind]

    assert least <= len(getattr(REGION, kind)) <= most


def test_at_least_forty_five_undertakings_are_new() -> None:
    """Memoranda, roadmaps and frameworks are undertakings of those who sign them, too."""
    others = {cam.DealClass.UMBRELLA, cam.DealClass.ACT, cam.DealClass.BODY}

    assert 45 <= len([one for one in DEALS if one.deal_class not in others])


@pytest.mark.parametrize("source", PAGES, ids=lambda source: source.id)
def test_every_page_has_its_address_the_day_it_was_read_and_its_tier(source: cam.Source) -> None:
    assert isinstance(source.url, str)
    assert isinstance(source.read, cam.PartialDate)
    assert isinstance(source.tier, cam.SourceTier)
    assert isinstance(source.publisher, str)
    assert isinstance(source.sha256, str)
    assert isinstance(source.extent, cam.Extent)


def money_in(deal: cam.Deal) -> Iterator[cam.Stated[cam.Money]]:
    for amount in deal.amounts:
        for said in amount.statements:
            if isinstance(said, cam.Stated) and isinstance(said.value, cam.Money):
                yield said


@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: deal.id)
def test_every_amount_is_printed(deal: cam.Deal) -> None:
    for said in money_in(deal):
        assert any(isinstance(one.figure, str) for one in said.citations)


@pytest.mark.parametrize("deal", DEALS, ids=lambda deal: deal.id)
def test_no_aggregator_stands_alone(deal: cam.Deal) -> None:
    tiers = {one.source.tier for one in all_citations(deal)}

    assert tiers - {cam.SourceTier.AGGREGATOR}


def test_no_two_undertakings_look_like_one_without_a_relation() -> None:
    """They share a sum and a party, or all of their parties, minerals and states."""
    alike = [
        (one.id, other.id)
        for one, other in combinations([*REGION.deals], 2)
        if _looks_like(one, other) and not _is_related(one, other)
    ]

    assert [] == alike


def _parties(deal: cam.Deal) -> set[str]:
    return {party.who.id for party in deal.parties if not isinstance(party.who, cam.Country)}


def _looks_like(one: cam.Deal, other: cam.Deal) -> bool:
    sums = [{str(said.value) for said in money_in(deal)} for deal in (one, other)]
    if sums[0] & sums[1] and _parties(one) & _parties(other):
        return True
    same = len(_parties(one)) > 1 and _parties(one) == _parties(other)
    return same and one.kind is other.kind and one.minerals == other.minerals and sums[0] == sums[1]


def _is_related(one: cam.Deal, other: cam.Deal) -> bool:
    if one.part_of == other or other.part_of == one:
        return True
    if isinstance(one.part_of, cam.Deal) and one.part_of == other.part_of:
        return True
    return any(r.deal == b.id for a, b in ((one, other), (other, one)) for r in a.relations)


def test_the_totals_change_only_on_purpose() -> None:
    total = cam.total(REGION)

    assert {
        "kz-cn-boguty-plant-2024": ("USD", Decimal(300_000_000)),
        "kz-cn-copper-smelter-2024": ("USD", Decimal(1_500_000_000)),
        "kz-ivanhoe-pallas-2025": ("USD", Decimal(18_700_000)),
        "kz-us-tungsten": ("USD", Decimal(1_100_000_000)),
    } == {row.deal.id: (str(row.currency), row.stated) for row in total.counted}
    assert cam.Money(2_918_700_000, "USD") == total["USD"].stated
    assert total.approximate


def test_what_stands_beside_the_total_changes_only_on_purpose() -> None:
    beside = {str(one.what): {row.deal.id for row in one.rows} for one in cam.total(REGION).beside}

    assert {
        "transfer": {"kz-tks-northern-katpar-2015"},
        "issue": {
            "kz-cn-jiaxin-ipo-2025",
            "kz-ebrd-sarytogan-2024",
            "kz-ebrd-sarytogan-2025",
            "kz-sarsenov-sarytogan-2025",
        },
        "financing": {
            "kz-steinhardt-sarytogan-loan-2025",
            "uz-ru-almalyk-equipment-loans-2021",
            "uz-ru-almalyk-veb-loan-2021",
            "uz-ru-yoshlik-credit-line",
        },
        "own project": {
            "kz-de-akhmetkino-exploration",
            "kz-erg-gallium-plant",
            "kz-sarytogan-mine",
            "kz-shalkiya-expansion",
            "uz-cn-baoli-non-ferrous-plant",
            "uz-cn-chust-copper",
            "uz-yoshlik-expansion",
        },
        "programme": {"uz-programme-0-5bn", "uz-programme-1-6bn", "uz-programme-2-6bn"},
    } == beside


def test_the_articles_are_in_it_whole() -> None:
    assert REGION == REGION.merge(ARTICLES)
    assert cam.Money(1_100_000_000, "USD") == cam.total(ARTICLES)["USD"].stated


def test_the_report_on_passages_is_on_these_data() -> None:
    """If it fails, run ``python tests/data/region_evidence.py`` with the texts that were read."""
    text = region_evidence.REPORT.read_text("utf-8")
    lines = [tuple(line.split("\t")) for line in text.splitlines()]

    assert region_evidence.HEADER == lines[0]
    assert [*region_evidence.cited()] == [line[:8] for line in lines[1:]]
    assert {"in the copy that was read", "in another copy"} >= {line[8] for line in lines[1:]}
    assert {"", "as recorded", "stands there, not read"} >= {line[9] for line in lines[1:]}


def test_no_family_and_no_private_life_is_recorded() -> None:
    """People are there for their posts, their signatures and their holdings."""
    words = ("wife", "husband", "son of", "daughter", "brother", "sister", "father", "nephew")
    for person in REGION.people:
        for part in all_parts(person):
            said = " ".join(str(getattr(part, name, "")) for name in ("title", "remark")).lower()
            assert not [word for word in words if word in said.split()], person.id
