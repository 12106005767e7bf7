"""Where sources disagree: figures, stages, dates, spellings, wordings, identities, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from centralasia_minerals.dataset.dataset import Dataset, as_dataset
from centralasia_minerals.dataset.traversal import parts_within
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.record import Entity, facts_of, fields_of
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.stage import Implementation, Stage
from centralasia_minerals.entities.statement import (
    AnyStatement,
    Standing,
    Stated,
    in_series,
    standing_of,
)
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import Table
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name, NameKind


class DisagreementKind(ClosedEnum):
    """What sources disagree about."""

    FIGURE = "figure", "A figure differs in its value, its hedge or what it is called."
    STAGE = "stage", "The stage of a deal or the state of its work differs."
    DATE = "date", "Dates of one kind differ, or one is less precise."
    SPELLING = "spelling", "One name is spelt in several ways."
    WORDING = "wording", "One quotation is given in several wordings."
    IDENTITY = "identity", "Two organizations may be the same, and no source says so."
    PARTS_AND_WHOLE = "parts and whole", "The parts of a deal do not add up to the whole."


@attrs.frozen
class Side:
    """One of the things said.

    Attributes:
        said: what is said, as text.
        citations: the passages that say it.
    """

    said: str
    citations: tuple[Citation, ...]


@attrs.frozen
class Disagreement:
    """One thing that sources tell in more than one way.

    Attributes:
        kind: what they disagree about.
        entity: the record.
        path: where in the record it is (``amounts[0].statements``).
        sides: what is said, at least two things.
    """

    kind: DisagreementKind
    entity: Entity
    path: str
    sides: tuple[Side, ...]

    def __str__(self) -> str:
        place = f", {self.path}" if self.path else ""
        said = " / ".join(side.said for side in self.sides)
        return f"{self.kind} ({self.entity.id}{place}): {said}"


@attrs.frozen(repr=False)
class Disagreements(Listing[Disagreement]):
    """Every disagreement of a dataset, in the order of its records.

    Attributes:
        found: the disagreements; empty if there are none.
    """

    found: tuple[Disagreement, ...]

    @property
    def _items(self) -> tuple[Disagreement, ...]:
        return self.found

    def __repr__(self) -> str:
        return f"<{len(self)} disagreements>"

    def _table(self) -> Table:
        rows = [
            [str(one.kind), one.entity.id, one.path, " / ".join(side.said for side in one.sides)]
            for one in self.found
        ]
        return ["about", "record", "place", "sides"], rows


def disagreements(dataset: Dataset) -> Disagreements:
    """Return what sources tell in more than one way, with every side and its passages.

    ``DisagreementKind`` lists what is compared. Superseded and deprecated statements are ignored.

    Raises:
        InvalidTypeError: it is not a dataset.

    >>> import centralasia_minerals as cam
    >>> found = cam.disagreements(cam.load())
    >>> [one.path for one in found if one.entity.id == "kz-us-tungsten"]
    ['amounts[0].statements', 'amounts[1].statements']
    """
    found = [
        disagreement
        for entities in as_dataset(dataset, "disagreements").records.values()
        for entity in entities
        for finder in (_series, _estimates, _dates, _spellings, _wordings, _identities)
        for disagreement in finder(entity)
        if len(disagreement.sides) > 1
    ]
    return Disagreements((*found, *_parts_and_wholes(dataset)))


def _sides(told: Iterable[tuple[object, str, tuple[Citation, ...]]]) -> tuple[Side, ...]:
    """Return the sides of what is told, given what each is compared by, its text and passages."""
    sides: dict[object, Side] = {}
    for compared, said, citations in told:
        before = sides.get(compared, Side(said, ()))
        sides[compared] = Side(before.said, (*before.citations, *citations))
    return tuple(sides.values())


def _statements(series: Iterable[AnyStatement]) -> tuple[Side, ...]:
    """Return the sides of a series: its current statements, compared by value and hedge."""
    given = tuple(series)
    live = (s for s in given if standing_of(s, given) is Standing.CURRENT)
    return _sides((_compared(s), _said(s), s.citations) for s in live)


def _said(statement: AnyStatement) -> str:
    called = getattr(statement, "called", None)
    return f"{statement} (“{called}”)" if called else str(statement)


def _compared(statement: AnyStatement) -> object:
    if isinstance(statement, Stated):
        return (statement.hedge, statement.value, statement.upper, statement.called)
    return "undisclosed"


def _series(entity: Entity) -> Iterator[Disagreement]:
    for path, record in parts_within(entity):
        for field in fields_of(type(record)):
            if facts_of(field).is_series:
                series = in_series(getattr(record, field.name))
                where = f"{path}.{field.name}".lstrip(".")
                yield Disagreement(_kind_of(series), entity, where, _statements(series))


def _kind_of(series: tuple[AnyStatement, ...]) -> DisagreementKind:
    values = (statement.value for statement in series if isinstance(statement, Stated))
    is_stage = any(isinstance(value, (Stage, Implementation)) for value in values)
    return DisagreementKind.STAGE if is_stage else DisagreementKind.FIGURE


def _estimates(entity: Entity) -> Iterator[Disagreement]:
    estimates = entity.series if isinstance(entity, Deposit) else ()
    groups: dict[object, list[Stated[Measure]]] = {}
    for estimate in estimates:
        group = (estimate.mineral, estimate.basis, estimate.compound, estimate.resource_class)
        groups.setdefault(group, []).append(estimate.stated)
    for series in groups.values():
        yield Disagreement(DisagreementKind.FIGURE, entity, "estimates", _statements(series))


def _dates(entity: Entity) -> Iterator[Disagreement]:
    dates = entity.dates if isinstance(entity, Deal) else ()
    for kind in dict.fromkeys(dated.kind for dated in dates):
        alike = (d for d in dates if d.kind is kind)
        sides = _sides((d.date, str(d.date), d.citations) for d in alike)
        yield Disagreement(DisagreementKind.DATE, entity, f"dates ({kind})", sides)


def _spellings(entity: Entity) -> Iterator[Disagreement]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    spelt = [name for name in names if name.kind not in (NameKind.FORMER, NameKind.TRANSLATION)]
    if any(name.kind is NameKind.TRANSLITERATION for name in spelt):
        sides = _sides((name.text, name.text, _naming(entity, name)) for name in spelt)
        yield Disagreement(DisagreementKind.SPELLING, entity, "names", sides)


def _naming(entity: Entity, name: Name) -> tuple[Citation, ...]:
    """Return the passages behind a spelling: those that name it, or the whole record's."""
    citations: tuple[Citation, ...] = getattr(entity, "citations", ())
    own = tuple(c for c in citations if f"names[{name.text}]" in c.supports)
    return own or tuple(c for c in citations if not c.supports or "names" in c.supports)


def _wordings(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Event):
        sides = _sides((w.text, w.text, w.citations) for w in entity.wordings)
        yield Disagreement(DisagreementKind.WORDING, entity, "wordings", sides)


def _identities(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Organization):
        for other in entity.possibly_same_as:
            sides = _sides((one.id, one.name, one.citations) for one in (entity, other))
            yield Disagreement(DisagreementKind.IDENTITY, entity, "possibly_same_as", sides)


def _parts_and_wholes(dataset: Dataset) -> Iterator[Disagreement]:
    """Yield the deals whose parts do not add up to the whole, with the difference."""
    parts_of: dict[str, list[Deal]] = {}
    for deal in dataset.deals:
        if isinstance(deal.part_of, Deal):
            parts_of.setdefault(deal.part_of.id, []).append(deal)
    for whole in dataset.deals:
        parts = parts_of.get(whole.id, [])
        for currency, (own, cited) in _worth([whole]).items():
            summed = _worth(parts).get(currency)
            if summed is not None and summed[0] != own:
                gap = EXACT.subtract(summed[0], own)
                sides = (
                    Side(f"the whole {Money(own, currency)}", cited),
                    Side(f"its parts {Money(summed[0], currency)} ({gap:+f})", summed[1]),
                )
                yield Disagreement(DisagreementKind.PARTS_AND_WHOLE, whole, "part_of", sides)


def _worth(deals: Iterable[Deal]) -> dict[str, tuple[Decimal, tuple[Citation, ...]]]:
    """Return the sum of the headline figures of deals, and their passages, by currency."""
    worth: dict[str, tuple[Decimal, tuple[Citation, ...]]] = {}
    for deal in deals:
        stated = deal.value
        if isinstance(stated, Stated):
            code = stated.value.currency.code
            before, cited = worth.get(code, (Decimal(0), ()))
            summed = EXACT.add(before, stated.value.amount)
            worth[code] = (summed, (*cited, *stated.citations))
    return worth
