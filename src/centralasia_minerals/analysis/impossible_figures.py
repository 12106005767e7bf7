"""Figures that cannot be as they stand: more than all of a venture, money before its currency."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from centralasia_minerals.dataset.traversal import all_parts, parts_within
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.series import in_series
from centralasia_minerals.entities.stake import Stake, StakeStatus
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.values.base.tender import tender_periods
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

from .disagreement import Disagreement, DisagreementKind, Side

_HAD = (StakeStatus.HELD, StakeStatus.RETAINED)


def beyond_the_whole(entity: Entity) -> Iterator[Disagreement]:
    """Yield the stakes held in one venture of a deal if they exceed the whole of it.

    What a holder held earlier, or has given up since, does not count; a range counts by its low.
    Stakes in two firms or deposits are never added, nor are those of which no source says what
    they are of to those of which one does.
    """
    every = entity.stakes if isinstance(entity, Deal) else ()
    ventures = dict.fromkeys(_venture(stake) for stake in every)
    for venture in ventures if len(every) > 1 else ():
        stakes = tuple(stake for stake in every if _venture(stake) == venture)
        yield from _beyond_one(entity, stakes)


def _venture(stake: Stake) -> str:
    return stake.of.id if stake.of else ""


def _beyond_one(entity: Entity, stakes: tuple[Stake, ...]) -> Iterator[Disagreement]:
    held = [(stake, said) for stake in stakes if (said := _share_now(stake, stakes)) is not None]
    together = Share(0).fraction
    for _, said in held:
        together = EXACT.add(together, said.low.fraction)
    if together > 1:
        sides = tuple(
            Side(f"{stake.holder.name} {said}", said.citations or stake.citations)
            for stake, said in held
        )
        yield Disagreement(DisagreementKind.STAKES, entity, "stakes", sides)


def _share_now(stake: Stake, stakes: tuple[Stake, ...]) -> Stated[Share] | None:
    """Return the share that a holder has; None if it is not known, or not held any more."""
    if stake.status not in _HAD or any(_replaces(one, stake) for one in stakes):
        return None
    said = (one for one in in_series(stake.statements) if one.rank is not Rank.DEPRECATED)
    first = next(said, None)
    return first if isinstance(first, Stated) else None


def _replaces(later: Stake, stake: Stake) -> bool:
    """Whether a stake says later what its holder holds, or that it holds it no more.

    What a holder is to retain is less than what it holds, so the two are never added.
    """
    if later.holder.id != stake.holder.id:
        return False
    if stake.status is StakeStatus.RETAINED and later.status is StakeStatus.HELD:
        return not _is_later(stake, later)
    return later.status in (*_HAD, StakeStatus.SOLD) and _is_later(later, stake)


def _is_later(one: Stake, other: Stake) -> bool:
    return (
        isinstance(one.as_of, PartialDate)
        and isinstance(other.as_of, PartialDate)
        and other.as_of.certainly_before(one.as_of)
    )


def out_of_tender(entity: Entity) -> Iterator[Disagreement]:
    """Yield the figures of a record that are dated outside the time of their currency.

    The date of a figure is that of its statement; CLDR tells when a currency was tender.
    """
    if not any(map(_is_out_of_tender, all_parts(entity))):
        return
    for path, part in parts_within(entity):
        if _is_out_of_tender(part):
            yield Disagreement(DisagreementKind.TENDER, entity, path, _sides(part))


def _is_out_of_tender(part: Record) -> TypeGuard[Stated[Money]]:
    return (
        isinstance(part, Stated)
        and isinstance(part.value, Money)
        and isinstance(part.as_of, PartialDate)
        and part.rank is not Rank.DEPRECATED
        and not part.value.currency.was_tender_on(part.as_of)
    )


def _sides(stated: Stated[Money]) -> tuple[Side, ...]:
    code = stated.value.currency.code
    periods = " and ".join(map(str, tender_periods()[code]))
    return (
        Side(f"{stated} as of {stated.as_of}", stated.citations),
        Side(f"{code} was legal tender {periods} (CLDR)", ()),
    )
