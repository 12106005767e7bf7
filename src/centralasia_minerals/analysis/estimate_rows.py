"""Estimates of deposits as rows, each with the reason why it is not counted, and their sums."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.entities.series import standings_of
from centralasia_minerals.entities.statement import Standing
from centralasia_minerals.entities.vocabulary.resource_terms import ResourceClass
from centralasia_minerals.values.closed_enum import ClosedEnum, Explained
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.unit import Unit, as_unit

from .counting.sums.bound_words import bounded


class MeasureReason(Explained, ClosedEnum):
    """Why an estimate is not counted."""

    ANOTHER_MINERAL = "another mineral", "It is of a different mineral from the one asked for."
    SUPERSEDED = "superseded", "A later statement has replaced it."
    DEPRECATED = "deprecated", "The statement is known to be wrong."
    PART_OF_A_COUNTED_DEPOSIT = (
        "part of a counted deposit",
        "It covers part of a deposit whose own estimate counts.",
    )
    ANOTHER_ESTIMATE = (
        "another estimate of the deposit",
        "Another estimate of the same deposit counts.",
    )
    PART_OF_A_COMBINED_ESTIMATE = (
        "part of a combined estimate",
        "A counted estimate of the same deposit already includes one of its classes.",
    )


@attrs.frozen
@result
class MeasureRow(ToDict):
    """One estimate of a deposit, counted or not.

    Attributes:
        deposit: the deposit.
        estimate: what a source says the deposit contains.
        reason: why the estimate is not counted; None if it counts.
    """

    deposit: Deposit
    estimate: ResourceEstimate
    reason: MeasureReason | None = None

    @property
    def group(self) -> tuple[str, str, str]:
        """What is weighed and never mixed: mineral, basis with its compound, and resource class."""
        return self.estimate.group


def rows_of(deposit: Deposit, mineral: str | None) -> Iterator[MeasureRow]:
    """Yield a row for each estimate of a deposit, with the reason that it has on its own."""
    rows = [MeasureRow(deposit, estimate) for estimate in deposit.series]
    alike: dict[tuple[str, str, str], list[MeasureRow]] = {}
    for row in rows:
        alike.setdefault(row.group, []).append(row)
    standings = {
        group: iter(standings_of(tuple(row.estimate.stated for row in members)))
        for group, members in alike.items()
    }
    for row in rows:
        reason = _REASONS.get(next(standings[row.group]))
        if mineral is not None and mineral not in _minerals_of(row.estimate):
            reason = MeasureReason.ANOTHER_MINERAL
        yield MeasureRow(deposit, row.estimate, reason)


def _minerals_of(estimate: ResourceEstimate) -> set[str]:
    """Return the ids of the mineral of an estimate and of the groups that it belongs to."""
    of = estimate.mineral
    return {of.id, *(group.id for group in of.groups)} if isinstance(of, Mineral) else set()


_REASONS = {
    Standing.SUPERSEDED: MeasureReason.SUPERSEDED,
    Standing.DEPRECATED: MeasureReason.DEPRECATED,
}


def group_of(row: MeasureRow, pooled: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the group of estimates that a row is added to, with what is pooled as one.

    Classes that must never be added stay apart, and so does a figure that combines such classes.
    """
    mineral, basis, resource_class = row.group
    if "resource classes" in pooled:
        sorts = {one.pooled for one in row.estimate.classes}
        resource_class = sorts.pop() if len(sorts) == 1 else resource_class
    return mineral, "every basis" if "bases" in pooled else basis, resource_class


def overlaps_of(
    rows: list[MeasureRow], pooled: tuple[str, ...]
) -> tuple[MeasureReason | None, ...]:
    """Return why each row does not count beside the others: a whole or an earlier row counts.

    None stands for a row that counts. If both reasons hold, the row that comes first decides.
    """
    of_deposit: dict[object, list[int]] = {}
    alike: dict[object, int] = {}
    for place, row in enumerate(rows):
        if row.reason is None:
            of_deposit.setdefault((row.deposit.id, group_of(row, pooled)), []).append(place)
            alike.setdefault((id(row.deposit), row.group), place)
    reasons: list[MeasureReason | None] = []
    for place, row in enumerate(rows):
        group = group_of(row, pooled)
        wholes = {(whole.id, group) for whole in row.deposit.ancestors}
        places = (other for whole in wholes for other in of_deposit.get(whole, ())[:2])
        of_whole = min((other for other in places if other != place), default=len(rows))
        earlier = alike.get((id(row.deposit), row.group), place)
        if earlier < min(place, of_whole):
            reasons.append(MeasureReason.ANOTHER_ESTIMATE)
        elif of_whole < len(rows):
            reasons.append(MeasureReason.PART_OF_A_COUNTED_DEPOSIT)
        else:
            reasons.append(None)
    return tuple(_without_parts(rows, reasons, pooled))


def _without_parts(
    rows: list[MeasureRow], reasons: list[MeasureReason | None], pooled: tuple[str, ...]
) -> list[MeasureReason | None]:
    """Return the reasons, with one for each row whose classes a wider figure in its sum holds.

    Only pooled classes are in one sum. Of figures that share a class, that of the most classes
    counts, then the one that comes first: a figure is never split to subtract what is shared.
    """
    judged = [row.reason or reason for row, reason in zip(rows, reasons, strict=True)]
    held: dict[object, set[ResourceClass]] = {}
    wider_first = sorted(range(len(rows)), key=lambda at: -len(_held_by(rows[at].estimate)))
    for place in wider_first if "resource classes" in pooled else ():
        row, classes = rows[place], _held_by(rows[place].estimate)
        counted = held.setdefault((id(row.deposit), row.group[1], group_of(row, pooled)), set())
        if judged[place] is None:
            if counted & classes:
                reasons[place] = MeasureReason.PART_OF_A_COMBINED_ESTIMATE
            else:
                counted |= classes
    return reasons


def _held_by(estimate: ResourceEstimate) -> set[ResourceClass]:
    """Return the classes of an estimate; reserves undivided hold the classes of reserves."""
    classes = set(estimate.classes)
    undivided = ResourceClass.RESERVES in classes
    return classes | {one for one in ResourceClass if undivided and one.is_reserves}


@attrs.frozen
@result
class MeasureTotal(ToDict):
    """A tonnage of one mineral, on one basis and of one resource class or one set of them.

    Attributes:
        mineral: the id of the mineral; ``"not stated"`` if the estimates name none.
        basis: what the figure weighs, with its compound (``"oxide WO3"``).
        resource_class: how sure the estimates are; ``"inferred + indicated"`` of figures that
            no source divides.
        low: the least that the wording of the counted estimates allows.
        stated: the sum of the figures as printed.
        high: the most that the wording allows; None if a counted estimate has no upper limit.
        approximate: whether a counted figure is worded as around, nearly or estimated, or as a
            range.
        about: whether one is approximate beyond its bounds; a range alone says all by its ends.
    """

    mineral: str
    basis: str
    resource_class: str
    low: Measure
    stated: Measure
    high: Measure | None
    approximate: bool
    about: bool

    def format(self, locale: str, *, unit: Unit | str | None = None) -> str:
        """Return the tonnage with its bounds, of what, in English or Russian words.

        Args:
            locale: the tag of the locale.
            unit: the unit to write it in; by default, that of the total.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in its
                language.
            UnitMismatchError: the unit is not one of mass.
            InexactConversionError: the figure has no exact decimal in the unit.

        >>> import centralasia_minerals as cam
        >>> cam.total_measure(cam.load(), mineral="tungsten")[0].format("en", unit="kilotonne")
        'about 410 kilotonnes of tungsten (contained metal, class unspecified)'
        """
        from .counting.sums.bounded_words import total_in_words
        from .reporting.group_labels import tonnage_of

        of = self.stated.unit if unit is None else as_unit(unit)
        high = None if self.high is None else self.high.to(of)
        low, stated = self.low.to(of), self.stated.to(of)
        figure = total_in_words(low, stated, high, locale, about=self.about)
        return tonnage_of(figure, self.mineral, self.basis, self.resource_class, locale)

    @property
    def figure(self) -> str:
        """The tonnage with its bounds, in words."""
        zero = self.stated.zeroed()
        return bounded(self.low, self.stated, self.high, zero=zero, about=self.about)

    def __str__(self) -> str:
        from .reporting.group_labels import tonnage_of

        return tonnage_of(self.figure, self.mineral, self.basis, self.resource_class, "en")


def total_of(group: tuple[str, str, str], rows: list[MeasureRow], unit: Unit | str) -> MeasureTotal:
    """Return what the estimates of a group come to."""
    stated = [row.estimate.stated for row in rows]
    highs = [one.high for one in stated]
    closed = [high for high in highs if high is not None]
    return MeasureTotal(
        *group,
        low=_sum([one.low for one in stated], unit),
        stated=_sum([one.value for one in stated], unit),
        high=_sum(closed, unit) if len(closed) == len(highs) else None,
        approximate=any(one.approximate for one in stated),
        about=any(one.about for one in stated),
    )


def _sum(measures: list[Measure], unit: Unit | str) -> Measure:
    total = Measure(0, unit)
    for measure in measures:
        total = total + measure.to(unit)
    return total
