"""Checks what must hold between records that are well formed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from centralasia_minerals.entities.record import Entity, Record, fields_of
from centralasia_minerals.entities.source import Citation, Source, Span
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import Problem, did_you_mean, near
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from ..kinds import Records
from ..traversal import (
    cited_by,
    element_key,
    is_reference,
    parts_within,
    references_of,
    sources_of,
)
from .reference_resolver import ReferenceResolver

_SUPPORTED = re.compile(r"([a-z_]+)(?:\[(.+)\])?")


def problems_between(records: Records, resolver: ReferenceResolver) -> list[Problem]:
    """Return every record without support, and every citation of something that is not there."""
    return [
        Problem(file, f"{place}.{path}" if path else place, message)
        for entities in records.values()
        for entity in entities
        for file, place in (resolver.place_of(entity),)
        for path, message in _problems_of(entity)
    ]


def _problems_of(entity: Entity) -> Iterator[tuple[str, str]]:
    for path, record in parts_within(entity):
        citations = cited_by(record)
        if citations is not None and not isinstance(entity, Source):
            if not citations and _needs_citation(record):
                yield path, "no citation; cite the passage that says so"
            yield from _misnamed(path, record, citations)
            yield from _unsupported(path, record, citations)
            yield from _without_figure(path, record, citations)
            yield from _without_source(path, record)


def _needs_citation(record: Record) -> bool:
    if record.is_carried_by_statements:
        return not getattr(record, "statements")
    return not (isinstance(record, Source) or is_reference(record))


def _misnamed(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    known = [field.name for field in fields_of(type(record)) if field.eq]
    for i, citation in enumerate(citations):
        for j, name in enumerate(citation.supports):
            found = _SUPPORTED.fullmatch(name)
            step = f"{path}.citations[{i}].supports[{j}]".lstrip(".")
            if found is None or found[1] not in known:
                hint = did_you_mean(near(name, known)) or f"fields: {', '.join(known)}"
                yield step, f"{name!r} is not a field of this record; {hint}"
            elif found[2] and found[2] not in _elements(record, found[1]):
                elements = ", ".join(_elements(record, found[1])) or "none"
                yield step, f"{found[2]!r} is not in {found[1]}; elements: {elements}"


def _elements(record: Record, field: str) -> list[str]:
    value = getattr(record, field)
    return [element_key(item) for item in value] if isinstance(value, tuple) else []


def _unsupported(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    """Yield references that rest on a source which the record referred to does not cite itself.

    Otherwise a view as of a date could keep a reference to something that it does not contain.
    """
    for field, element, referred in references_of(record):
        if isinstance(referred, Source) or referred.is_reference:
            continue
        cited = sources_of(referred)
        for citation in supporting(field, element, citations):
            if citation.source.id not in cited:
                yield (
                    f"{path}.{field}".lstrip("."),
                    f"the reference to {referred.id!r} rests on {citation.source.id!r}, which"
                    " that record does not cite; cite it there too",
                )


def supporting(field: str, element: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return the citations behind a reference.

    They are those that name the element of a list or the field of a single reference; if none
    does, they are those that name nothing and so support the whole record.
    """
    named = tuple(c for c in citations if element in c.supports or field in c.supports)
    return named or tuple(c for c in citations if not c.supports)


def _without_figure(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    if not isinstance(record, Stated) or not isinstance(record.value, (Money, Measure, Share)):
        return
    if citations and all(isinstance(citation.figure, NotStated) for citation in citations):
        yield f"{path}.citations", "no citation quotes the figure as printed; add figure = to one"


def _without_source(path: str, record: Record) -> Iterator[tuple[str, str]]:
    for i, ground in enumerate(getattr(record, "inferred_from", ())):
        if isinstance(ground, Span) and not isinstance(ground, Citation):
            step = f"{path}.inferred_from[{i}]"
            yield step, "the passage has no source; add it (only a source's own date needs none)"
