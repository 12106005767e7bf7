"""Checks what must hold between records that are well formed one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeAlias

from centralasia_minerals.entities.base.record import Entity, Record, own_fields_of
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Dated, Source
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from ..kinds import Records
from ..traversal import (
    all_parts,
    cited_by,
    element_key,
    is_reference,
    parts_within,
    references_of,
    sources_of,
)
from .error_paths import Finding
from .reference_resolver import ReferenceResolver
from .suggestions import OpenProblem, Suggestion

Sources: TypeAlias = Callable[[Entity], frozenset[str]]
"""What returns the ids of the sources that a record cites."""

_MOST_LISTED = 20
_SUPPORTED = re.compile(r"([a-z_]+)(?:\[(.+)\])?")


def problems_between(records: Records, resolver: ReferenceResolver) -> list[OpenProblem]:
    """Return every record without support, and every citation of something that is not there."""
    # Many records refer to the same one, whose citations are gathered once.
    sources = cache(sources_of)
    return [
        OpenProblem(file, f"{place}.{path}" if path else place, message, hint)
        for entities in records.values()
        for entity in entities
        if not isinstance(entity, Source)
        for path, message, hint in _problems_of(entity, sources)
        for file, place in (resolver.place_of(entity),)
    ]


def _problems_of(entity: Entity, sources: Sources) -> list[Finding]:
    found = [
        (number, finding)
        for number, record in enumerate(all_parts(entity))
        for finding in _problems_at(record, sources)
    ]
    # Paths are made only for what has a problem, because hardly anything has one.
    paths = [path for path, _ in parts_within(entity)] if found else []
    return [
        (".".join(filter(None, (paths[number], step))), message, suggestion)
        for number, (step, message, suggestion) in found
    ]


def _problems_at(record: Record, sources: Sources) -> Iterator[Finding]:
    citations = cited_by(record)
    if citations is None:
        return
    if not citations and _needs_citation(record):
        yield "", "no citation; cite the passage that says so", None
    if any(citation.supports for citation in citations):
        yield from _misnamed(record, citations)
    yield from _unsupported(record, citations, sources)
    if isinstance(record, Stated):
        yield from _without_figure(record, citations)
    if isinstance(record, Dated):
        yield from _without_source(record)


def _needs_citation(record: Record) -> bool:
    if record.is_carried_by_statements:
        return not getattr(record, "statements")
    return not is_reference(record)


def _misnamed(record: Record, citations: tuple[Citation, ...]) -> Iterator[Finding]:
    known = own_fields_of(type(record)).held
    elements: dict[str, dict[str, None]] = {}
    for i, citation in enumerate(citations):
        for j, name in enumerate(citation.supports):
            step = f"citations[{i}].supports[{j}]"
            found = _SUPPORTED.fullmatch(name)
            if found is None or found[1] not in known:
                hint = Suggestion(name, tuple(known), f"fields: {', '.join(known)}")
                yield step, f"{name!r} is not a field of this record", hint
                continue
            field, element = found.groups()
            if element and field not in elements:
                elements[field] = _elements(getattr(record, field))
            if element and element not in elements[field]:
                listed = _listed(elements[field])
                yield step, f"{element!r} is not in {field}; elements: {listed}", None


def _elements(value: object) -> dict[str, None]:
    """Return the words that name the elements of a list, in order; empty if it is not a list."""
    return dict.fromkeys(map(element_key, value)) if isinstance(value, tuple) else {}


def _listed(elements: Collection[str]) -> str:
    more = len(elements) - _MOST_LISTED
    shown = ", ".join(islice(elements, _MOST_LISTED)) or "none"
    return f"{shown} and {more} more" if more > 0 else shown


def _unsupported(
    record: Record, citations: tuple[Citation, ...], sources: Sources
) -> Iterator[Finding]:
    """Yield references that rest on a source which the record referred to does not cite itself.

    Otherwise a view as of a date could keep a reference to something that it does not contain.
    """
    support = None
    for field, element, referred in references_of(record):
        if isinstance(referred, Source) or referred.is_reference:
            continue
        support = support or _Support(citations)
        cited = sources(referred)
        for source in support.sources(field, element):
            if source not in cited:
                yield (
                    field,
                    f"the reference to {referred.id!r} rests on {source!r}, which that record"
                    " does not cite; cite it there too",
                    None,
                )


class _Support:
    """The sources behind each reference of a record.

    They are those of the citations that name the element of a list or the field of a single
    reference; if none does, they are those of the citations that name nothing and so support the
    whole record.
    """

    def __init__(self, citations: tuple[Citation, ...]) -> None:
        self._named: dict[str, dict[str, None]] = {}
        self._general: dict[str, None] = {}
        for citation in citations:
            for name in citation.supports:
                self._named.setdefault(name, {})[citation.source.id] = None
            if not citation.supports:
                self._general[citation.source.id] = None

    def sources(self, field: str, element: str) -> Iterable[str]:
        """Return the ids of the sources behind a reference, each once."""
        return self._named.get(element, {}) | self._named.get(field, {}) or self._general


def _without_figure(statement: Stated[Any], citations: tuple[Citation, ...]) -> Iterator[Finding]:
    if not citations or not isinstance(statement.value, (Money, Measure, Share)):
        return
    if all(isinstance(citation.figure, NotStated) for citation in citations):
        message = "no citation quotes the figure as printed; add figure = to one"
        yield "citations", message, None


def _without_source(dated: Dated) -> Iterator[Finding]:
    for i, ground in enumerate(dated.inferred_from):
        if isinstance(ground, Span) and not isinstance(ground, Citation):
            message = "the passage has no source; add it (only a source's own date needs none)"
            yield f"inferred_from[{i}]", message, None
