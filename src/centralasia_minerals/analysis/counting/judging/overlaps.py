"""Judges the rows of the ledger: which count, which do not and why, which are undisclosed.

The rules that look at a row by itself are asked once for each combination of facts. Then each deal
keeps what may count of it, of rival bids only the furthest keeps anything, and a row counts unless
a deal that covers it keeps such money as well. That is enough, however long the chains are: of the
deals above a row that keep such money, the topmost has nothing above it that could cover it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from typing import NamedTuple

from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind

from ..columns import Columns, Facts
from ..covers import Bid, Cover
from .bids import outbid
from .exclusion_reason import ExclusionReason
from .filters import Filters
from .kept_rows import Kept, kept_rows, listed
from .neighbours import Covering, covers_money, moneys_of, neighbours_of
from .rules import RULES

Reasons = tuple[ExclusionReason, ...]


class Judged(NamedTuple):
    """What the rules say of every row, by the number of the row.

    Attributes:
        reasons: why each row is left out; empty where it is not.
        counted: the rows that count, in order.
        left_out: the rows that are left out, in order.
        undisclosed: the rows that passed the filters and whose figure is withheld, in order.
        kept: what would count if nothing covered the deal, by the place of the deal: the number
            of one row, a list of rows, or None.
        covering: what covers a deal, nearest first, by its place.
        moneys: the kinds of money that a deal keeps which covers another, by its place.
    """

    reasons: tuple[Reasons, ...]
    counted: tuple[int, ...]
    left_out: tuple[int, ...]
    undisclosed: tuple[int, ...]
    kept: Kept
    covering: Mapping[int, list[Covering]]
    moneys: Mapping[int, frozenset[MoneyKind]]


def judge(
    columns: Columns, covers: tuple[Cover, ...], bids: tuple[Bid, ...], filters: Filters
) -> Judged:
    """Judge every row by the rules."""
    own = _own_reasons(columns.combinations, filters)
    reasons = [own[place] for place in columns.combination]
    passes = [
        not found and facts.disclosure is not Disclosure.UNDISCLOSED
        for found, facts in zip(own, columns.combinations, strict=True)
    ]
    kept = kept_rows(columns, passes)
    beaten = outbid(columns, bids, kept)
    for place in beaten:
        kept[place] = None
    covering = _covering(columns, covers)
    above_any = {above.place for every in covering.values() for above in every}
    moneys = {place: moneys_of(columns, kept[place]) for place in above_any}
    counted = [
        row
        for place, rows in enumerate(kept)
        if rows is not None
        for row in ((rows,) if type(rows) is int else rows)  # type: ignore[union-attr]  # it is a list
        if place not in covering or not _is_covered(columns, row, covering[place], moneys)
    ]
    counted.sort()
    withheld = [
        not found and facts.disclosure is Disclosure.UNDISCLOSED
        for found, facts in zip(own, columns.combinations, strict=True)
    ]
    undisclosed = [row for row, place in enumerate(columns.combination) if withheld[place]]
    is_left_out = bytearray(b"\1") * len(reasons)
    for row in (*counted, *undisclosed):
        is_left_out[row] = 0
    left_out = list(compress(range(len(reasons)), is_left_out))
    _add_overlaps(reasons, left_out, columns, counted, beaten, covering, moneys)
    return Judged(
        tuple(reasons),
        tuple(counted),
        tuple(left_out),
        tuple(undisclosed),
        kept,
        covering,
        moneys,
    )


def _own_reasons(combinations: tuple[Facts, ...], filters: Filters) -> list[Reasons]:
    """Return the reasons that the rows with some facts have by themselves."""
    rules = [(rule.reason, rule.puts_out(filters)) for rule in RULES if rule.puts_out]
    return [
        tuple([reason for reason, condition in rules if condition.holds(facts)])
        for facts in combinations
    ]


def _covering(columns: Columns, covers: tuple[Cover, ...]) -> dict[int, list[Covering]]:
    """Return what covers each deal, nearest first, by the place of the deal."""
    covering: dict[int, list[Covering]] = {}
    if covers:
        place_of = {deal.id: at for deal, at in zip(columns.deal, columns.place, strict=True)}
        for cover in covers:
            above = Covering(place_of[cover.covering], cover.kind, cover.pays)
            covering.setdefault(place_of[cover.deal], []).append(above)
    return covering


def _is_covered(
    columns: Columns, row: int, above: list[Covering], moneys: Mapping[int, frozenset[MoneyKind]]
) -> bool:
    money = columns.facts(row).money
    return any(covers_money(moneys[one.place], money, pays=one.pays) for one in above)


def _add_overlaps(
    reasons: list[Reasons],
    left_out: list[int],
    columns: Columns,
    counted: list[int],
    beaten: frozenset[int],
    covering: Mapping[int, list[Covering]],
    moneys: Mapping[int, frozenset[MoneyKind]],
) -> None:
    """Add the reasons that rows have because others count; what is alike is asked once."""
    of_deal: dict[int, int | list[int]] = {}
    for row in counted:
        place = columns.place[row]
        before = of_deal.get(place)
        of_deal[place] = row if before is None else [*listed(before), row]
    known: dict[tuple[object, ...], Reasons] = {}
    alike_above = {
        place: frozenset([(one.kind, one.pays, moneys[one.place]) for one in above])
        for place, above in covering.items()
    }
    for row in left_out:
        place = columns.place[row]
        beside, above = of_deal.get(place), alike_above.get(place)
        if beside is None and above is None and place not in beaten:
            continue
        rows = listed(beside)
        around_it = [(columns.combination[one], columns.share_unit(one, row)) for one in rows]
        alike: tuple[object, ...] = columns.combination[row], place in beaten, above, *around_it
        if columns.whole:  # A part is spread over the years of its whole, which its facts lack.
            spans = tuple([columns.span(one) for one in (row, *rows)])
            alike = (*alike, columns.is_part_of(row, rows), spans)
        if alike not in known:
            around = neighbours_of(
                columns, row, rows, covering.get(place, []), moneys, is_outbid=place in beaten
            )
            known[alike] = tuple(
                rule.reason for rule in RULES if rule.covers and rule.covers.holds(around)
            )
        if known[alike]:
            reasons[row] += known[alike]
