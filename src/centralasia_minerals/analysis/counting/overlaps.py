"""Applies the rules to deals: which rows count, which do not and why, which are undisclosed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

import attrs

from centralasia_minerals.entities.amount import Amount, Profile
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Disclosure, Stated
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.money import Money

from .convert import Conversions
from .exclusion_reason import ExclusionReason
from .filters import Filters
from .keywords import TotalKeywords, read_keywords
from .ledger import Cell, Deals, Piles, Rows, rows_of, unique_deals
from .ledger_row import LedgerRow
from .rules import Covering, filter_reasons, overlap_reasons

Pile = Callable[[Cell], None]


@attrs.frozen
class JudgedRows:
    """The rows of one deal, sorted by what the rules say.

    Attributes:
        counted: the rows that count.
        excluded: the rows that do not count, each with its ``reasons``.
        undisclosed: the rows that passed the filters and whose figure is withheld.
        unconverted: the rows that count but have neither a printed equivalent nor a rate.
    """

    counted: tuple[LedgerRow, ...]
    excluded: tuple[LedgerRow, ...]
    undisclosed: tuple[LedgerRow, ...]
    unconverted: tuple[LedgerRow, ...]


class Family:
    """Deals that may cover each other, with those of the given deals that they are part of.

    ``members`` holds the rows of each deal by id, with the reasons that they have on their own.
    """

    def __init__(
        self, deals: Iterable[Deal], given: Iterable[Deal], asked: Filters, conversions: Conversions
    ) -> None:
        self._conversions = conversions
        members = {deal.id: deal for deal in deals}
        wholes = {whole.id for deal in members.values() for whole in deal.ancestors}
        if wholes:
            members |= {deal.id: deal for deal in given if deal.id in wholes}
        self.members: dict[str, tuple[LedgerRow, ...]] = {
            id: _judged(deal, asked) for id, deal in members.items()
        }
        self._kept = {id: _kept(rows) for id, rows in self.members.items()}
        self._counting: dict[str, bool] = {}
        self._above = {
            id: tuple(whole.id for whole in deal.ancestors if whole.id in members)
            for id, deal in members.items()
        }
        self._parts: dict[str, list[str]] = {}
        for id, above in self._above.items():
            if above:
                self._parts.setdefault(above[0], []).append(id)

    def sorted_out(self, id: str) -> JudgedRows:
        """Return the rows of one deal, sorted by what the rules say."""
        own = self._kept[id] if self._counts(id) else ()
        covering = Covering(own, self._counted_above(id))
        converted = [(row, self._convert(row)) for row in own]
        others = [row for row in self.members[id] if not any(row is counted for counted in own)]
        return JudgedRows(
            counted=self._raised(id, tuple(done for _, done in converted if done is not None)),
            excluded=tuple(
                _with_reasons(row, (*row.reasons, *overlap_reasons(row, covering)))
                for row in others
                if not _is_withheld(row)
            ),
            undisclosed=tuple(filter(_is_withheld, others)),
            unconverted=tuple(row for row, done in converted if done is None),
        )

    def _convert(self, row: LedgerRow) -> LedgerRow | None:
        """Return a row in the currency asked for; None without a printed equivalent or a rate."""
        if row.amount is None or not isinstance(row.statement, Stated):
            return row
        found = self._conversions.convert(row.deal, row.amount, row.statement)
        if found is None or found.figure is row.statement:
            return row if found else None
        return attrs.evolve(row, figure=found.figure, conversion=found.conversion)

    def _counts(self, id: str) -> bool:
        """Whether a row of a deal counts: it keeps one, and no deal that it is part of counts."""
        if id not in self._counting:
            covered = any(self._counts(whole) for whole in self._above[id])
            self._counting[id] = bool(self._kept[id]) and not covered
        return self._counting[id]

    def _counted_above(self, id: str) -> tuple[LedgerRow, ...]:
        wholes = (whole for whole in self._above[id] if self._counts(whole))
        return tuple(row for whole in wholes for row in self._kept[whole])

    def _raised(self, id: str, own: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """Return the counted rows of a deal with their lows raised to what its parts come to."""
        parts = [row for part in self._parts.get(id, ()) for row in self._standing_in(part)]
        if not parts:
            return own
        lacking: dict[Currency, Decimal] = {}
        for rows, add in ((parts, EXACT.add), (own, EXACT.subtract)):
            for row in rows:
                if row.currency is not None and row.low is not None:
                    before = lacking.get(row.currency, Decimal(0))
                    lacking[row.currency] = add(before, row.low)
        return tuple(_raise_low(row, parts, lacking) for row in own)

    def _standing_in(self, id: str) -> tuple[LedgerRow, ...]:
        """Return the rows of a deal, or of its parts, that would count if nothing covered it."""
        kept = self._kept[id]
        if not kept:
            return tuple(r for part in self._parts.get(id, ()) for r in self._standing_in(part))
        converted = (self._convert(row) for row in kept)
        return self._raised(id, tuple(row for row in converted if row is not None))


def _raise_low(
    row: LedgerRow, parts: list[LedgerRow], lacking: dict[Currency, Decimal]
) -> LedgerRow:
    """Return a row with its low raised by what is still lacking, up to its stated figure."""
    if row.currency is None or row.low is None or row.stated is None:
        return row
    own = tuple(part for part in parts if part.currency == row.currency)
    room = EXACT.subtract(row.stated, row.low)
    raise_by = min(room, lacking.get(row.currency, Decimal(0)))
    if raise_by <= 0:
        return attrs.evolve(row, parts=own)
    lacking[row.currency] = EXACT.subtract(lacking[row.currency], raise_by)
    return attrs.evolve(row, parts=own, raised_low=EXACT.add(row.low, raise_by))


def _judged(deal: Deal, asked: Filters) -> tuple[LedgerRow, ...]:
    return tuple(_with_reasons(row, filter_reasons(row.profile, asked)) for row in rows_of(deal))


def _is_withheld(row: LedgerRow) -> bool:
    return row.disclosure is Disclosure.UNDISCLOSED and not row.reasons


def _with_reasons(row: LedgerRow, reasons: tuple[ExclusionReason, ...]) -> LedgerRow:
    return attrs.evolve(row, reasons=reasons) if reasons else row


def _kept(rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
    """Return the one row of a deal that may count, or all its financing if nothing else is left.

    The longest horizon wins, and no horizon is the longest; in a tie, the first recorded wins.
    """
    left = [row for row in rows if not row.reasons and row.disclosure is Disclosure.STATED]
    worth = [row for row in left if not row.is_financing]
    return (max(worth, key=_span),) if worth else tuple(left)


def _span(row: LedgerRow) -> float:
    return float("inf") if row.horizon_years is None else row.horizon_years


def count(deals: Deals, keywords: TotalKeywords) -> Piles:
    """Sort the rows of deals by the rules, and convert those that count if a currency is asked for.

    Most deals have one amount with one statement and are not part of another: they are judged by
    the profile of their amount, once for all that are alike. The others are judged as a family.

    Raises:
        InvalidTypeError: something is not a deal, or a keyword is unknown or of a wrong type.
        InvalidValueError: a keyword's value is unknown.
        ConflictError: one id stands for unequal records.
        MissingRateError: rows that count could not be converted; the message names them all.
    """
    asked, conversions = read_keywords(keywords, "a total")
    return _sorted(unique_deals(deals), asked, conversions)


def _sorted(deals: tuple[Deal, ...], asked: Filters, conversions: Conversions) -> Piles:
    piles: dict[str, list[Cell]] = {"counted": [], "excluded": [], "undisclosed": []}
    unconverted: list[LedgerRow] = []
    family = Family(_overlapping(deals, conversions), deals, asked, conversions)
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
    if unconverted:
        raise conversions.missing(map(_figure_of, unconverted))
    return Piles(
        counted=Rows(tuple(piles["counted"])),
        excluded=Rows(tuple(piles["excluded"]), tuple(verdicts.items())),
        undisclosed=Rows(tuple(piles["undisclosed"])),
        filters=asked,
    )


def _overlapping(deals: tuple[Deal, ...], conversions: Conversions) -> tuple[Deal, ...]:
    """Return the deals that their amount's profile alone cannot judge.

    They have several amounts or statements, a deprecated one, or a whole. If figures are
    converted, they are all deals, since each has its own rate.
    """
    if conversions.currency is not None:
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
    """Return the name of the pile of a row that has these reasons and no overlaps."""
    if reasons:
        return "excluded"
    return "undisclosed" if profile.disclosure is Disclosure.UNDISCLOSED else "counted"


def _figure_of(row: LedgerRow) -> tuple[Deal, Amount, Stated[Money]]:
    return row.deal, row.amount, row.statement  # type: ignore[return-value]  # it has a figure
