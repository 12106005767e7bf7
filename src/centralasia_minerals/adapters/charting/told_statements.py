"""The history of one amount: what was said of it, from when, and until when that held."""

from __future__ import annotations

from datetime import date

import attrs

from centralasia_minerals.analysis.counting.given_deals import Deals, unique_deals
from centralasia_minerals.analysis.counting.ledger import ledger
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.traversal import all_citations
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.amounts_of_deal import headline
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.series import is_superseded, last_told, standings_of
from centralasia_minerals.entities.source import earliest_published, published_dates
from centralasia_minerals.entities.statement import Standing, Stated, Undisclosed
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownIdError, near
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.wording import briefly


@attrs.frozen(kw_only=True)
class Told:
    """What was said of an amount, and for how long it held.

    Attributes:
        statement: what was said.
        standing: whether it holds still.
        since: when it was said; None if its sources are not dated.
        until: the first day of what superseded it; None if nothing did.
    """

    statement: Stated[Money] | Undisclosed
    standing: Standing
    since: PartialDate | None
    until: date | None


def deal_in(deals: Deals, asked: object) -> Deal:
    """Return the deal of an id, or the deal itself, among those that are given.

    Raises:
        InvalidTypeError: neither a deal nor an id was asked for.
        UnknownIdError: it is not among them.
    """
    if not isinstance(asked, (Deal, str)):
        raise InvalidTypeError.of("a deal", asked, "give a deal or its id")
    id = asked.id if isinstance(asked, Deal) else asked
    if isinstance(deals, Dataset):
        return deals.deals[id]
    known = {deal.id: deal for deal in unique_deals(deals)}
    if id not in known:
        raise UnknownIdError("deal", id, near(id, known))
    return known[id]


def amount_in(deal: Deal, asked: Amount | None) -> Amount | None:
    """Return an amount of a deal, by default that which tells most; None if the deal has none.

    Raises:
        InvalidTypeError: it is not an amount.
        InvalidValueError: the deal does not have it.
    """
    if asked is None:
        return headline(deal.amounts) or next(iter(deal.amounts), None)
    if not isinstance(asked, Amount):
        raise InvalidTypeError.of("an amount", asked, "give one of deal.amounts")
    if asked not in deal.amounts:
        found = f"{briefly(deal.id)} does not have it"
        raise InvalidValueError("the amount of a chart", found, "give one of deal.amounts")
    return asked


def history_of(amount: Amount) -> list[Told]:
    """Return what was said of an amount, earlier statements first; what is not dated comes last."""
    series = amount.statements
    told = [
        Told(
            statement=one, standing=standing, since=_since(one),
            until=_until(one, series) if standing is Standing.SUPERSEDED else None,
        )
        for one, standing in zip(series, standings_of(series), strict=True)
    ]  # fmt: skip
    return sorted(told, key=_place)


def _since(statement: Stated[Money] | Undisclosed) -> PartialDate | None:
    first = earliest_published(statement.citations)
    said = first if statement.as_of == first and first else statement.as_of
    return said if isinstance(said, PartialDate) else None


def _until(
    statement: Stated[Money] | Undisclosed, series: tuple[Stated[Money] | Undisclosed, ...]
) -> date | None:
    days = [
        told.earliest
        for other in series
        if is_superseded(statement, (other,)) and isinstance(told := last_told(other), PartialDate)
    ]
    return min(days, default=None)


def _place(told: Told) -> tuple[bool, int, int]:
    if told.since is None:
        return True, 0, 0
    return False, told.since.earliest.toordinal(), told.since.latest.toordinal()


def known_before(deal: Deal, told: list[Told]) -> PartialDate | None:
    """Return since when sources certainly told of the deal without a figure; None if none did."""
    first = next((one.since for one in told if one.since), None)
    days = published_dates(tuple(all_citations(deal)))
    return next((day for day in days if first is None or day.certainly_before(first)), None)


def replaced_by(deals: Deals, deal: Deal) -> tuple[str, PartialDate | None] | None:
    """Return which deal has replaced another, by its title, and since when; None if none has."""
    row = next((row for row in ledger(deals) if row.deal.id == deal.id), None)
    if row is None or row.replacement is None:
        return None
    by, since = row.replacement
    return deal_in(deals, by).title, since if isinstance(since, PartialDate) else None
