"""Where sources disagree: figures, stages, dates, spellings, wordings, identities, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from centralasia_minerals.dataset import Dataset, parts_within
from centralasia_minerals.entities import (
    AnyStatement,
    Citation,
    Deal,
    Entity,
    Event,
    Organization,
    Standing,
    Stated,
    standing_of,
)
from centralasia_minerals.rendering import Table, Tabular
from centralasia_minerals.values import EXACT, Money, Name, NameKind, Word


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

    Told are figures that differ in value or hedge, stages, dates of one kind, spellings of one
    name, wordings of one quotation, bodies that may be the same, and deals whose parts do not
    add up to the whole. Deprecated and superseded statements are history, not disagreement.

    >>> import centralasia_minerals as cam
    >>> found = cam.disagreements(cam.load())
    >>> [one.path for one in found if one.entity.id == "kz-us-tungsten"]
    ['amounts[0].statements', 'amounts[1].statements']
    """
    found = [
        disagreement
        for entities in dataset.records.values()
        for entity in entities
        for finder in (_series, _dates, _spellings, _wordings, _identities)
        for disagreement in finder(entity)
    ]
    return Disagreements((*found, *_parts_and_wholes(dataset)))


def _sides(told: Iterable[tuple[str, tuple[Citation, ...]]]) -> tuple[Side, ...]:
    """Put together what says the same, with all its passages; one side is no disagreement."""
    by_said: dict[str, tuple[Citation, ...]] = {}
    for said, citations in told:
        by_said[said] = (*by_said.get(said, ()), *citations)
    sides = tuple(Side(said, citations) for said, citations in by_said.items())
    return sides if len(sides) > 1 else ()


def _series(entity: Entity) -> Iterator[Disagreement]:
    for path, record in parts_within(entity):
        for field, kind in _SERIES.items():
            series: tuple[AnyStatement, ...] = getattr(record, field, ())
            live = (s for s in series if standing_of(s, series) is Standing.CURRENT)
            sides = _sides((str(statement), statement.citations) for statement in live)
            if sides:
                yield Disagreement(kind, entity, f"{path}.{field}".lstrip("."), sides)


_SERIES = {
    "statements": DisagreementKind.FIGURE,
    "stages": DisagreementKind.STAGE,
    "implementations": DisagreementKind.STAGE,
}


def _dates(entity: Entity) -> Iterator[Disagreement]:
    dates = entity.dates if isinstance(entity, Deal) else ()
    for kind in dict.fromkeys(dated.kind for dated in dates):
        sides = _sides((str(d.date), d.citations) for d in dates if d.kind is kind)
        if sides:
            yield Disagreement(DisagreementKind.DATE, entity, f"dates ({kind})", sides)


def _spellings(entity: Entity) -> Iterator[Disagreement]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    if any(name.kind is NameKind.TRANSLITERATION for name in names):
        sides = _sides((name.text, _naming(entity, name)) for name in names)
        if sides:
            yield Disagreement(DisagreementKind.SPELLING, entity, "names", sides)


def _naming(entity: Entity, name: Name) -> tuple[Citation, ...]:
    """Give the passages that a spelling stands on: those that name it."""
    citations: tuple[Citation, ...] = getattr(entity, "citations", ())
    return tuple(c for c in citations if f"names[{name.text}]" in c.supports)


def _wordings(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Event):
        sides = _sides((wording.text, wording.citations) for wording in entity.wordings)
        if sides:
            yield Disagreement(DisagreementKind.WORDING, entity, "wordings", sides)


def _identities(entity: Entity) -> Iterator[Disagreement]:
    if isinstance(entity, Organization):
        for other in entity.possibly_same_as:
            sides = _sides((one.name, one.citations) for one in (entity, other))
            yield Disagreement(DisagreementKind.IDENTITY, entity, "possibly_same_as", sides)


def _parts_and_wholes(dataset: Dataset) -> Iterator[Disagreement]:
    """Tell where the parts of a deal add up to another figure than the whole, and by how much."""
    for whole in dataset.deals:
        parts = [deal for deal in dataset.deals if getattr(deal.part_of, "id", None) == whole.id]
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
