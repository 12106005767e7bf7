"""Amounts and the tranches or components that they are made of, within one deal."""

from __future__ import annotations

from typing import NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.values.money import Money


class Parts(NamedTuple):
    """The amounts of a deal that are parts of others.

    Attributes:
        by_whole: the parts by the key of their whole.
        wholes: the wholes by their key.
    """

    by_whole: dict[str, list[Amount]]
    wholes: dict[str, Amount]

    def whole_of(self, amount: Amount) -> Amount | None:
        """Return the amount that an amount is a part of; None if it is one by itself."""
        return self.wholes.get(amount.part_of) if isinstance(amount.part_of, str) else None

    def _of(self, whole: Amount) -> list[Amount]:
        return self.by_whole.get(whole.key, []) if isinstance(whole.key, str) else []

    def gives_way(self, whole: Amount) -> bool:
        """Whether the parts of an amount are judged in its place.

        They do if some are not firm, no figure is missing, neither of a part nor its own, and
        together they make up the whole; otherwise the rest of it would be lost.
        """
        parts = self._of(whole)
        depending = _not_firm(whole, parts)
        if not depending:
            return False
        told = [one.leading for one in (whole, *parts) if isinstance(one.leading, Stated)]
        if len(told) < 1 + len(parts):
            return False
        firm = [part.leading for part in parts if part not in depending]
        return _make_up(*told, firm=[one for one in firm if isinstance(one, Stated)])

    def depending(self, whole: Amount) -> tuple[Amount, ...]:
        """Return the parts that are not firm and that an amount still holds: it gives way to none.

        They are conditional, or not concluded although the whole is.
        """
        return () if self.gives_way(whole) else _not_firm(whole, self._of(whole))


def _not_firm(whole: Amount, parts: list[Amount]) -> tuple[Amount, ...]:
    """Return the parts of an amount that are conditional, or have come less far than it."""
    is_firm = _is_concluded(whole)
    return tuple(p for p in parts if p.is_conditional or (is_firm and not _is_concluded(p)))


def _is_concluded(amount: Amount) -> bool:
    return isinstance(amount.stage, Stage) and amount.stage.group is StageGroup.CONCLUDED


def _make_up(whole: Stated[Money], *parts: Stated[Money], firm: list[Stated[Money]]) -> bool:
    """Whether parts come to a whole, and the firm ones to no more; or cannot be compared."""
    if {part.value.currency for part in parts} != {whole.value.currency}:
        return True
    nothing = whole.value.zeroed()
    every, sure = (sum((one.value for one in some), nothing) for some in (parts, firm))
    return sure <= whole.value <= every


def parts_in(deal: Deal) -> Parts | None:
    """Return the amounts of a deal that are parts of others; None if there are none."""
    by_whole: dict[str, list[Amount]] = {}
    for amount in deal.amounts:
        if isinstance(amount.part_of, str):
            by_whole.setdefault(amount.part_of, []).append(amount)
    if not by_whole:
        return None
    wholes = {one.key: one for one in deal.amounts if isinstance(one.key, str)}
    return Parts(by_whole, wholes)
