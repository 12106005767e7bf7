"""What rows of the ledger are grouped by: the text of a deal's or an amount's field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity, Record, facts_of, fields_of
from centralasia_minerals.entities.country import Place
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass, DealKind
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.partial_date import PartialDate

NOT_STATED = "not stated"
"""The group of deals without a key: without a country or a date, for example."""


def group_of_deal(field: str, deal: Deal) -> str:
    """Return the group of a deal by one of its fields; several values form a group of their own."""
    if field == "dates":  # A deal belongs to the year in which it was agreed.
        return _years_of(deal.date.date) if deal.date else NOT_STATED
    return _text_of(getattr(deal, field))


class Grouping:
    """Finds the groups of many deals or amounts by one of their fields: what is alike only once."""

    def __init__(self) -> None:
        # What was looked at is kept beside its text, so that nothing else has its number.
        self._known: dict[int, tuple[object, str]] = {}

    def deal(self, field: str, deal: Deal) -> str:
        """Return the group of a deal, as ``group_of_deal`` does."""
        if field == "dates":
            return group_of_deal(field, deal) if deal.dates else NOT_STATED
        return self._text(getattr(deal, field))

    def amount(self, field: str, amount: Amount | None) -> str:
        """Return the group of an amount, as ``group_of_amount`` does."""
        return NOT_STATED if amount is None else self._text(getattr(amount, field))

    def _text(self, held: object) -> str:
        if type(held) is tuple:
            if not held:
                return NOT_STATED
            if len(held) == 1:
                held = held[0]
        found = self._known.get(id(held))
        if found is None:
            found = self._known[id(held)] = held, _text_of(held)
        return found[1]


def _years_of(date: PartialDate) -> str:
    """Return the year of a date; an interval over several years is a group of its own."""
    first, last = date.earliest.year, date.latest.year
    return f"{first:04d}" if first == last else f"{first:04d}/{last:04d}"


def group_of_amount(field: str, amount: Amount | None) -> str:
    """Return the group of an amount by one of its fields, or of a row without an amount."""
    return NOT_STATED if amount is None else _text_of(getattr(amount, field))


def _text_of(held: object) -> str:
    """Return the text of what a field holds, the items of a list in alphabetical order."""
    if isinstance(held, tuple):
        return "+".join(sorted(map(_text_of, held))) or NOT_STATED
    if isinstance(held, Place):
        return held.name
    if isinstance(held, Entity):
        return held.id
    return str(held) or NOT_STATED if isinstance(held, (ClosedEnum, str)) else NOT_STATED


def _groups_of(cls: type[Record]) -> Mapping[str, str]:
    return {facts_of(field).group: field.name for field in fields_of(cls) if facts_of(field).group}


VOCABULARIES: Mapping[str, type[ClosedEnum]] = {
    "deal_class": DealClass,
    "kind": DealKind,
    "money": MoneyKind,
    "sector": Sector,
    "stage": Stage,
}
"""The keys whose groups are members, with what they are members of."""


def in_order(key: str, groups: Iterable[str]) -> list[str]:
    """Return groups in the order of their vocabulary or, where they have none, of the alphabet.

    What is not stated comes last.
    """
    members = [str(one) for one in VOCABULARIES.get(key, ())]
    places = {text: f"{place:03d}" for place, text in enumerate(members)}

    def place(group: str) -> tuple[bool, list[str]]:
        return group == NOT_STATED, sorted(places.get(one, one) for one in group.split("+"))

    return sorted(groups, key=place)


GROUPS: Mapping[str, str] = _groups_of(Deal)
"""The keys by name, with the field of ``Deal`` that each looks at."""

GROUPS_OF_AMOUNTS: Mapping[str, str] = _groups_of(Amount)
"""The keys by name, with the field of ``Amount`` that each looks at."""
