"""Where sources disagree: figures, stages, dates, spellings, wordings, identities, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from centralasia_minerals.dataset import Dataset, as_dataset, parts_within
from centralasia_minerals.entities import (
    AnyStatement,
    Citation,
    Deal,
    Deposit,
    Entity,
    Event,
    Organization,
    Standing,
    Stated,
    standing_of,
)
from centralasia_minerals.rendering import Table, Tabular
from centralasia_minerals.values import EXACT, Measure, Money, Name, NameKind, Word


class DisagreementKind(Word):
    """What sources disagree about."""

    FIGURE = "figure"
    STAGE = "stage"
    DATE = "date"
    SPELLING = "spelling"
    WORDING = "wording"
    IDENTITY = "identity"
    PARTS_AND_WHOLE = "parts and whole"


@attrs.frozen
class Side:
    """One of the things said, and the passages that say it."""

    said: str
    citations: tuple[Citation, ...]


@attrs.frozen
class Disagreement:
    """One thing that is told in more than one way: of which record, where in it, and each side."""

    kind: DisagreementKind
    entity: Entity
    path: str
    sides: tuple[Side, ...]

    def __str__(self) -> str:
        place = f", {self.path}" if self.path else ""
        said = " / ".join(side.said for side in self.sides)
        return f"{self.kind} ({self.entity.id}{place}): {said}"


@attrs.frozen(repr=False)
class Disagreements(Tabular):
    """Every disagreement of a dataset, in the order of its records."""

    found: tuple[Disagreement, ...]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Disagreement]:
        return iter(self.found)

    def __getitem__(self, place: int) -> Disagreement:
        return self.found[place]

    def __repr__(self) -> str:
        return f"<{len(self)} disagreements>"

    def _table(self) -> Table:
        rows = [
            [str(one.kind), one.entity.id, one.path, " / ".join(side.said for side in one.sides)]
            for one in self.found
        ]
        return ["about", "record", "place", "sides"], rows


def disagreements(dataset: Dataset) -> Disagreements:
    """List what sources tell in more than one way, each with every side and its passages.

    Told are figures that differ in value, hedge or what they are called, stages, dates of one
    kind, spellings of one name, wordings of one quotation, bodies that may be the same, and deals
    whose parts do not add up to the whole. Deprecated and superseded statements are history.

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
    ]
    return Disagreements((*found, *_parts_and_wholes(dataset)))


def _sides(told: Iterable[tuple[object, str, tuple[Citation, ...]]]) -> tuple[Side, ...]:
    """Put together what says the same, with all its passages; one side is no disagreement.

    What is told comes with what it is compared by: two spellings of one figure are the same.
    """
    sides: dict[object, Side] = {}
    for compared, said, citations in told:
        before = sides.get(compared, Side(said, ()))
        sides[compared] = Side(before.said, (*before.citations, *citations))
    return tuple(sides.values()) if len(sides) > 1 else ()


def _statements(series: Iterable[AnyStatement]) -> tuple[Side, ...]:
    """Compare the current statements of a series by value and hedge."""
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
        for field, kind in _SERIES.items():
            sides = _statements(getattr(record, field, ()))
            if sides:
                yield Disagreement(kind, entity, f"{path}.{field}".lstrip("."), sides)


def _estimates(entity: Entity) -> Iterator[Disagreement]:
    estimates = entity.estimates if isinstance(entity, Deposit) else ()
    groups: dict[object, list[Stated[Measure]]] = {}
    for estimate in estimates:
        group = (estimate.mineral, estimate.basis, estimate.compound, estimate.resource_class)
        groups.setdefault(group, []).append(estimate.stated)
    for series in groups.values():
        sides = _statements(series)
        if sides:
            yield Disagreement(DisagreementKind.FIGURE, entity, "estimates", sides)


_SERIES = {
    "statements": DisagreementKind.FIGURE,
    "stages": DisagreementKind.STAGE,
    "implementations": DisagreementKind.STAGE,
}


def _dates(entity: Entity) -> Iterator[Disagreement]:
    dates = entity.dates if isinstance(entity, Deal) else ()
    for kind in dict.fromkeys(dated.kind for dated in dates):
        alike = (d for d in dates if d.kind is kind)
        sides = _sides((d.date, str(d.date), d.citations) for d in alike)
        if sides:
            yield Disagreement(DisagreementKind.DATE, entity, f"dates ({kind})", sides)


def _spellings(entity: Entity) -> Iterator[Disagreement]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    spelt = [name for name in names if name.kind not in (NameKind.FORMER, NameKind.TRANSLATION)]
    if any(name.kind is NameKind.TRANSLITERATION for name in spelt):
        sides = _sides((name.text, name.text, _naming(entity, name)) for name in spelt)
        if sides:
            yield Disagreement(DisagreementKind.SPELLING, entity, "names", sides)


def _naming(entity: Entity, name: Name) -> tuple[Citation, ...]:
    """Give the passages that a spelling stands on: those that name it, else the whole record's."""
    citations: tuple[Citation, ...] = getattr(entity, "citations", ())
    own = tuple(c for c in citations if f"names[{name.text}]" in c.supports)
    return own or tuple(c for c in citations if not c.supports or "names" in c.supports)


def _wordings(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Event):
        sides = _sides((w.text, w.text, w.citations) for w in entity.wordings)
        if sides:
            yield Disagreement(DisagreementKind.WORDING, entity, "wordings", sides)


def _identities(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Organization):
        for other in entity.possibly_same_as:
            sides = _sides((one.id, one.name, one.citations) for one in (entity, other))
            yield Disagreement(DisagreementKind.IDENTITY, entity, "possibly_same_as", sides)


def _parts_and_wholes(dataset: Dataset) -> Iterator[Disagreement]:
    """Tell where the parts of a deal add up to another figure than the whole, and by how much."""
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
    """Add up the headline figures of deals, in each currency."""
    worth: dict[str, tuple[Decimal, tuple[Citation, ...]]] = {}
    for deal in deals:
        stated = deal.value
        if isinstance(stated, Stated):
            code = stated.value.currency.code
            before, cited = worth.get(code, (Decimal(0), ()))
            summed = EXACT.add(before, stated.value.amount)
            worth[code] = (summed, (*cited, *stated.citations))
    return worth
