"""What must hold between records that are each well formed; every breach is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from centralasia_minerals.entities import (
    Amount,
    Citation,
    Entity,
    Quantity,
    Record,
    Source,
    Span,
    Stated,
    fields_of,
)
from centralasia_minerals.errors import Problem, did_you_mean, near
from centralasia_minerals.values import Measure, Money, NotStated, Share

from .kinds import REFERENCE_KINDS, Records
from .traversal import element_key, parts_within, references_of, sources_of

MAX_DEPTH = 32
"""The deepest chain of ``part_of`` that is taken for real; some kinds refuse it when made."""

_SUPPORTED = re.compile(r"([a-z_]+)(?:\[(.+)\])?")


class Places(Protocol):
    """Where records and their parts stand in the files that they were read from."""

    def place_of(self, entity: Entity) -> tuple[str, str]:
        """Give the file and path of a record."""

    def index_of(self, item: object, index: int) -> int:
        """Give the index of a part in its list in the file; a record sorts some of its lists."""


# Their statements carry the citations; they need none of their own.
_CARRIED_BY_STATEMENTS = (Amount, Quantity)


def problems_between(records: Records, places: Places) -> list[Problem]:
    """Find every record without support, and every citation that points at nothing."""
    return [
        Problem(file, f"{place}.{path}" if path else place, message)
        for entities in records.values()
        for entity in entities
        for file, place in (places.place_of(entity),)
        for path, message in _problems_of(entity, places)
    ]


def _problems_of(entity: Entity, places: Places) -> Iterator[tuple[str, str]]:
    yield from _too_deep(entity)
    for path, record in parts_within(entity, index_of=places.index_of):
        citations = cited_by(record)
        if citations is not None and not isinstance(entity, Source):
            if not citations and _needs_citation(record):
                yield path, "no citation; cite the passage that says so"
            yield from _misnamed(path, record, citations)
            yield from _unsupported(path, record, citations)
            yield from _without_figure(path, record, citations)
            yield from _without_source(path, record)


def _too_deep(entity: Entity) -> Iterator[tuple[str, str]]:
    whole, depth = getattr(entity, "part_of", NotStated()), 0
    while isinstance(whole, Entity):
        whole, depth = getattr(whole, "part_of", NotStated()), depth + 1
    if depth > MAX_DEPTH:
        yield "part_of", f"a chain {depth} deep; nest at most {MAX_DEPTH} deep"


def cited_by(record: Record) -> tuple[Citation, ...] | None:
    """Give a record's own citations, or None where its kind has no place for them."""
    names = {field.name for field in fields_of(type(record))}
    if "citations" not in names:
        return None
    citations: tuple[Citation, ...] = getattr(record, "citations", ())
    return citations


def _needs_citation(record: Record) -> bool:
    if isinstance(record, _CARRIED_BY_STATEMENTS):
        return not record.statements
    return not isinstance(record, (Source, *REFERENCE_KINDS))


def _misnamed(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    known = [field.name for field in fields_of(type(record)) if field.eq]
    for i, citation in enumerate(citations):
        for j, name in enumerate(citation.supports):
            found = _SUPPORTED.fullmatch(name)
            step = f"{path}.citations[{i}].supports[{j}]".lstrip(".")
            if found is None or found[1] not in known:
                hint = did_you_mean(near(name, known)) or f"known: {', '.join(known)}"
                yield step, f"{name!r} is no field of this record; {hint}"
            elif found[2] and found[2] not in _elements(record, found[1]):
                elements = ", ".join(_elements(record, found[1])) or "nothing"
                yield step, f"{found[1]} holds no {found[2]!r}; it holds {elements}"


def _elements(record: Record, field: str) -> list[str]:
    value = getattr(record, field)
    return [element_key(item) for item in value] if isinstance(value, tuple) else []


def _unsupported(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    """What supports a reference must be cited by the entity referred to as well.

    Without this, a view as of a date could keep a reference to something that it does not know.
    """
    for field, element, referred in references_of(record):
        if isinstance(referred, (Source, *REFERENCE_KINDS)):
            continue
        cited = sources_of(referred)
        for citation in supporting(field, element, citations):
            if citation.source.id not in cited:
                yield (
                    f"{path}.{field}".lstrip("."),
                    f"{referred.id!r} is supported by {citation.source.id!r}, which it does not"
                    " cite itself; cite it there too",
                )


def supporting(field: str, element: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Give the citations that a reference stands on.

    Of a bare list's element they are those that name it; of a single reference those that name
    its field, or that name nothing and so support the whole record.
    """
    named = tuple(c for c in citations if element in c.supports or field in c.supports)
    return named or tuple(c for c in citations if not c.supports)


def _without_figure(
    path: str, record: Record, citations: tuple[Citation, ...]
) -> Iterator[tuple[str, str]]:
    if not isinstance(record, Stated) or not isinstance(record.value, (Money, Measure, Share)):
        return
    if citations and all(isinstance(citation.figure, NotStated) for citation in citations):
        yield f"{path}.citations", "no citation carries the figure as printed; add figure ="


def _without_source(path: str, record: Record) -> Iterator[tuple[str, str]]:
    for i, ground in enumerate(getattr(record, "inferred_from", ())):
        if isinstance(ground, Span) and not isinstance(ground, Citation):
            step = f"{path}.inferred_from[{i}]"
            yield step, "a passage of no source; only a source's own date is inferred from such"
