"""Applies the rules to deals: which rows count, which do not and why, and which are withheld."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from centralasia_minerals.entities import Deal, Disclosure, Profile
from centralasia_minerals.values import NotStated

from .family import Convert, Family
from .filters import Filters
from .reasons import ExclusionReason
from .row import LedgerRow
from .rows import Cell, Rows
from .rules import filter_reasons

Pile = Callable[[Cell], None]


@attrs.frozen
class Counting:
    """Every row of some deals, in one of four parts; ``unconverted`` ones count but lack a rate."""

    counted: Rows
    excluded: Rows
    undisclosed: Rows
    unconverted: tuple[LedgerRow, ...]


def count(deals: tuple[Deal, ...], asked: Filters, convert: Convert | None) -> Counting:
    """Part the rows of deals by the rules; what counts is converted first, where that is asked.

    Most deals have one amount, said once, and belong to no other: those are judged by their
    amount's profile alone, once for all that are alike. The others are put together as families.
    """
    piles: dict[str, list[Cell]] = {"counted": [], "excluded": [], "undisclosed": []}
    unconverted: list[LedgerRow] = []
    family = Family(_overlapping(deals, convert), deals, asked, convert)
    members = family.members
    judged: dict[Profile, Pile] = {}
    verdicts: dict[Profile, tuple[ExclusionReason, ...]] = {}
    for deal in deals:
        if members and deal.id in members:
            sorted_out = family.sorted_out(deal.id)
            for name, pile in piles.items():
                pile.extend(getattr(sorted_out, name))
            unconverted += sorted_out.unconverted
            continue
        profile = deal.amounts[0].profile
        put = judged.get(profile)
        if put is None:
            verdicts[profile] = filter_reasons(profile, asked)
            put = judged[profile] = piles[_pile(profile, verdicts[profile])].append
        put(deal)
    return Counting(
        Rows(tuple(piles["counted"])),
        Rows(tuple(piles["excluded"]), tuple(verdicts.items())),
        Rows(tuple(piles["undisclosed"])),
        tuple(unconverted),
    )


def _overlapping(deals: tuple[Deal, ...], convert: Convert | None) -> tuple[Deal, ...]:
    """Give the deals that are not simple: of several amounts, statements or levels, or deprecated.

    A conversion looks at each amount by itself, so none is simple then.
    """
    if convert is not None:
        return deals
    return tuple(
        deal
        for deal in deals
        if type(deal.part_of) is not NotStated
        or len(deal.amounts) != 1
        or len(deal.amounts[0].statements) != 1
        or deal.amounts[0].stated is not deal.amounts[0].statements[0]
    )


def _pile(profile: Profile, reasons: tuple[ExclusionReason, ...]) -> str:
    """Say where a row goes that has these reasons and overlaps with none."""
    if reasons:
        return "excluded"
    return "undisclosed" if profile.disclosure is Disclosure.UNDISCLOSED else "counted"
