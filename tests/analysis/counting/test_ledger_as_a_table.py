"""The ledger as a table says of each row what the row says of itself."""

from __future__ import annotations

from typing import Any

from counting_builders import amount, deal, stated
from counting_strategies import FILTERS, deals, trees
from hypothesis import given, settings

import centralasia_minerals as cam
from centralasia_minerals.analysis.counting.groups import (
    GROUPS,
    GROUPS_OF_AMOUNTS,
    group_of_amount,
    group_of_deal,
)
from centralasia_minerals.analysis.counting.judging.bids import reached_by


def agree(given_deals: tuple[cam.Deal, ...], filters: dict[str, Any]) -> None:
    ledger = cam.ledger(given_deals, **filters)

    lines = ledger.to_table().to_dicts()

    assert len(ledger) == len(lines)
    for number, (row, line) in enumerate(zip(ledger, lines, strict=True)):
        assert row.deal.id == line["deal"]
        assert (str(row.verdict), tuple(map(str, row.reasons))) == (
            line["verdict"],
            line["reasons"],
        )
        assert tuple(map(str, row.citations)) == line["citations"]
        assert tuple(str(one.url) for one in row.citations if one.url) == line["links"]
        assert reached_by(ledger.columns, number) == line["reached"]
        assert (None if row.hedge is None else str(row.hedge)) == line["hedge"]
        assert [one in row.sectors for one in cam.Sector] == [
            held for name, held in line.items() if name.startswith("sectors: ")
        ]
        for key in GROUPS.keys() - {"stage", "deal_class"}:
            assert group_of_deal(GROUPS[key], row.deal) == line[key]
        for key in GROUPS_OF_AMOUNTS.keys() - {"money"}:
            assert group_of_amount(GROUPS_OF_AMOUNTS[key], row.amount) == line[key]
        if row.raised_low is None and row.counts and row.currency is not None:
            figure = (row.currency.code, row.low, row.stated, row.high, row.approximate)
            names = ("currency", "low", "stated", "high", "is_approximate")
            assert figure == tuple(line[name] for name in names)


@given(deals() | trees(), FILTERS)
@settings(deadline=None)
def test_a_row_of_the_table_says_what_the_row_says(
    given_deals: tuple[cam.Deal, ...], filters: dict[str, Any]
) -> None:
    agree(given_deals, filters)


def test_a_row_of_the_bundled_data_says_what_the_row_says() -> None:
    agree(tuple(cam.load().deals), {"kinds": None})


def test_a_low_that_parts_hold_up_cites_their_passages() -> None:
    whole = deal("whole", amount(stated("USD 100", "up to")))
    part = deal("part", amount(stated("USD 40", at=300)), part_of=whole)

    first, _ = cam.ledger((whole, part)).to_table().to_dicts()

    assert 2 == len(first["citations"])
    agree((whole, part), {})
