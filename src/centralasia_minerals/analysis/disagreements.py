"""Where sources disagree: figures, stages, dates, spellings, wordings, identities, parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from centralasia_minerals.dataset.dataset import Dataset, as_dataset
from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.dataset.traversal import all_parts, held_by, parts_within
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.series import in_series, standings_of
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import AnyStatement, Standing, Stated
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Row, Table as Shown
from centralasia_minerals.rendering.views.pieces import Id
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.name import Name, NameKind

from .counting.given_deals import version_of
from .disagreement import Disagreement, DisagreementKind, Side
from .impossible_figures import beyond_the_whole, out_of_tender
from .worth import wholes_and_parts


@attrs.frozen(repr=False)
@result
class Disagreements(Listing[Disagreement], Exportable, ToDict):
    """Every disagreement of a dataset, in the order of its records.

    Attributes:
        found: the disagreements; empty if there are none.
        version: the version of the dataset; None if it has none.
    """

    found: tuple[Disagreement, ...]
    version: str | None = attrs.field(default=None, eq=False, kw_only=True)

    @property
    def _items(self) -> tuple[Disagreement, ...]:
        return self.found

    def to_table(self) -> Table:
        """Return a flat table with a row for each side of each disagreement."""
        from .reporting.result_tables import disagreements_table

        return disagreements_table(self.found, self.version)

    def __repr__(self) -> str:
        return f"<{pluralized(len(self), 'disagreement')}>"

    def _table(self) -> Shown:
        return Shown(("about", "record", "what is said", "place"), self.found, _row, ".to_table()")


def _row(one: Disagreement) -> Row:
    said = [linked(side.said, side.citations) for side in one.sides]
    apart = [piece for side in said for piece in (" / ", side)][1:]
    return str(one.kind), one.entity._told(), tuple(apart), Id(one.path)


def disagreements(dataset: Dataset) -> Disagreements:
    """Return what sources report in more than one way, with every side and its passages.

    ``DisagreementKind`` lists what is compared. Superseded and deprecated statements are ignored,
    but a figure in a currency of another time is told of until it is deprecated.

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
        for finder in _FINDERS
        for disagreement in finder(entity)
        if len(disagreement.sides) > 1
    ]
    found += _parts_and_wholes(dataset)
    return Disagreements(tuple(found), version=version_of(dataset))


def _sides(told: Iterable[tuple[object, str, Iterable[Citation]]]) -> tuple[Side, ...]:
    """Return the sides of what is told, given what each is compared by, its text and passages."""
    sides: dict[object, tuple[str, list[Citation]]] = {}
    for compared, said, citations in told:
        sides.setdefault(compared, (said, []))[1].extend(citations)
    return tuple(Side(said, tuple(citations)) for said, citations in sides.values())


def _statements(series: tuple[AnyStatement, ...]) -> tuple[Side, ...]:
    """Return the sides of a series: its current statements, compared by value and hedge."""
    standings = zip(series, standings_of(series), strict=True)
    live = (s for s, standing in standings if standing is Standing.CURRENT)
    return _sides((_compared(s), _said(s), s.citations) for s in live)


def _said(statement: AnyStatement) -> str:
    called = getattr(statement, "called", None)
    return f"{statement} (“{called}”)" if called else str(statement)


def _compared(statement: AnyStatement) -> object:
    if isinstance(statement, Stated):
        return (statement.hedge, statement.value, statement.upper, statement.called)
    return "undisclosed"


def _series(entity: Entity) -> Iterator[Disagreement]:
    if any(_disputable(part) for part in all_parts(entity)):
        for path, part in parts_within(entity):
            for name in _disputable(part):
                series = in_series(getattr(part, name))
                where = f"{path}.{name}".lstrip(".")
                yield Disagreement(_kind_of(series), entity, where, _statements(series))


def _disputable(part: Record) -> list[str]:
    """Return the fields of a part that hold several statements about one thing."""
    return [name for name in held_by(type(part)).series if len(getattr(part, name)) > 1]


def _kind_of(series: tuple[AnyStatement, ...]) -> DisagreementKind:
    values = (statement.value for statement in series if isinstance(statement, Stated))
    # So is the state of a condition.
    is_stage = any(isinstance(value, ClosedEnum) for value in values)
    return DisagreementKind.STAGE if is_stage else DisagreementKind.FIGURE


def _estimates(entity: Entity) -> Iterator[Disagreement]:
    estimates = entity.series if isinstance(entity, Deposit) else ()
    groups: dict[object, list[Stated[Measure]]] = {}
    for estimate in estimates:
        groups.setdefault(estimate.group, []).append(estimate.stated)
    for series in groups.values():
        yield Disagreement(DisagreementKind.FIGURE, entity, "estimates", _statements(tuple(series)))


def _dates(entity: Entity) -> Iterator[Disagreement]:
    dates = entity.dates if isinstance(entity, Deal) else ()
    # What has keys of its own, such as the first of two payments, happened on its own day.
    for kind, key in dict.fromkeys((dated.kind, dated.key) for dated in dates):
        alike = (d for d in dates if (d.kind, d.key) == (kind, key))
        sides = _sides((d.date, readable(d.date), d.citations) for d in alike)
        yield Disagreement(DisagreementKind.DATE, entity, f"dates ({kind})", sides)


def _spellings(entity: Entity) -> Iterator[Disagreement]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    spelt = [name for name in names if name.kind not in (NameKind.FORMER, NameKind.TRANSLATION)]
    if any(name.kind is NameKind.TRANSLITERATION for name in spelt):
        naming = _naming(entity)
        whole = naming.get("names", [])
        sides = _sides((n.text, n.text, naming.get(f"names[{n.text}]", whole)) for n in spelt)
        yield Disagreement(DisagreementKind.SPELLING, entity, "names", sides)


def _naming(entity: Entity) -> dict[str, list[Citation]]:
    """Return the passages by what they name; one that names nothing stands for all names."""
    naming: dict[str, list[Citation]] = {}
    for citation in getattr(entity, "citations", ()):
        for named in citation.supports or ("names",):
            naming.setdefault(named, []).append(citation)
    return naming


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
    for whole, _, own, parts in wholes_and_parts(dataset.deals):
        if own.figure != parts.figure:
            gap = EXACT.subtract(parts.figure, own.figure)
            sides = (
                Side(f"the whole {own.said}", own.citations),
                Side(f"its parts {parts.said} ({gap:+f} as printed)", parts.citations),
            )
            yield Disagreement(DisagreementKind.PARTS_AND_WHOLE, whole, "part_of", sides)


_FINDERS = (
    _series,
    _estimates,
    _dates,
    _spellings,
    _wordings,
    _identities,
    beyond_the_whole,
    out_of_tender,
)
