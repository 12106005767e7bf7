"""Checks what must hold between records that are well formed one by one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any, NamedTuple

from cattrs import BaseValidationError

from centralasia_minerals.entities.base.keyed import doubled
from centralasia_minerals.entities.base.record import Entity, Record, own_fields_of
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import with_article
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from ..as_of import is_stub
from ..joining.support import own_names, supportable
from ..kinds import Records
from ..relations.checks import circle_of
from ..relations.graph import circles_among
from ..supported import always_supported
from ..traversal import (
    all_citations,
    all_parts,
    all_references,
    cited_by,
    element_key,
    held_by,
    is_part,
    is_reference,
    items_at,
    parts_within,
)
from .error_paths import Finding, ListError, TableError, step_to
from .reference_resolver import MOST_PROBLEMS, ReferenceResolver
from .suggestions import NO_CITATION, NO_FIGURE, OpenProblem, Suggestion

_MOST_LISTED = 20
_SUPPORTED = re.compile(r"([a-z_]+)(?:\[(.+)\])?")


def problems_between(
    records: Records, resolver: ReferenceResolver, behind: Collection[str] = (), *others: Record
) -> list[OpenProblem]:
    """Return every record without support, and what cites or is related to nothing that is there.

    Args:
        records: the records, as far as they could be built.
        resolver: what built them.
        behind: the ids of further deals that relations may name.
        others: what else refers to the records.
    """
    check = _Check(resolver, frozenset(behind))
    every = [entity for entities in records.values() for entity in entities]
    referred = {one.id for holder in (*every, *others) for one in all_references(holder)}
    found = [
        OpenProblem(file, f"{place}.{path}" if path else place, message, hint)
        for entity in every
        if not isinstance(entity, Source)
        for path, message, hint in check.problems_in(entity, referred)
        for file, place in (resolver.place_of(entity),)
    ]
    more = (
        OpenProblem(record.file, record.place + path, message, hint)
        for record, error, is_known in resolver.unfinished
        for path, message, hint in check.problems_of_unfinished(error, "")
        if path or not is_known  # What adds to a record of the base may have its citations.
    )
    first = islice(more, max(0, MOST_PROBLEMS - len(resolver.problems)))
    return [*found, *first, *_circles(records, resolver)]


class _Check(NamedTuple):
    """What is asked of the records of files.

    Attributes:
        resolver: what built them.
        behind: the ids of further deals that relations may name.
    """

    resolver: ReferenceResolver
    behind: frozenset[str]

    def problems_in(self, entity: Entity, referred: set[str]) -> list[Finding]:
        """Return the problems of what a file says of a record, which may add to one of the base."""
        addition, given = self.resolver.addition_to(entity)
        if addition is None:
            return self._problems_of(entity, referred)
        # Its parts cite, and the rest stands in the base, unless it says something else itself.
        said = supportable(type(addition), {name: getattr(addition, name) for name in given})
        return [one for one in self._problems_of(addition, referred) if one[0] or said]

    def problems_of_unfinished(self, error: BaseException, path: str) -> Iterator[Finding]:
        """Yield the same problems of what could be read of a record that could not be made."""
        if isinstance(error, TableError) and error.record is Source:
            return  # It is what others cite.
        if isinstance(error, TableError) and _lacks_citation(error):
            yield path, NO_CITATION, None
        for step, part in _parts_read(error):
            for place, inner in parts_within(part, path + step):
                for at, message, hint in self._problems_at(inner):
                    yield ".".join(filter(None, (place, at))), message, hint
        for wrong in error.exceptions if isinstance(error, BaseValidationError) else ():
            yield from self.problems_of_unfinished(wrong, path + step_to(wrong))

    def _problems_of(self, entity: Entity, referred: set[str]) -> list[Finding]:
        if entity.id in referred and is_stub(entity):
            return []  # It is known from what refers to it.
        twice = [(one.field, f"{one.found}; {one.remedy}", None) for one in doubled(entity)]
        found = [
            (number, finding)
            for number, record in enumerate(all_parts(entity))
            for finding in self._problems_at(record)
        ]
        # Paths are made only for what has a problem, because hardly anything has one.
        paths = [path for path, _ in parts_within(entity)] if found else []
        return twice + [
            (".".join(filter(None, (paths[number], step))), message, suggestion)
            for number, (step, message, suggestion) in found
        ]

    def _problems_at(self, record: Record) -> Iterator[Finding]:
        if isinstance(record, Relation):
            yield from self._lost(record.deal)
        citations = cited_by(record)
        if citations is None:
            return
        if not citations and _needs_citation(record):
            yield "", NO_CITATION, None
        if any(citation.supports for citation in citations):
            yield from _misnamed(record, citations)
        if isinstance(record, Stated):
            yield from _without_figure(record, citations)

    def _lost(self, id: str) -> Iterator[Finding]:
        """Yield that a relation names what is not a deal."""
        kind = self.resolver.kind_of(id)
        if kind is not None and not issubclass(kind, Deal):
            what = with_article(kind.kind_name)
            yield "deal", f"no deal with id {id!r}: it is the id of {what}; check the id", None
        elif kind is None and id not in self.behind:
            otherwise = "record it, or pass the base= that has it"
            hint = Suggestion(id, self.resolver.ids_of((Deal,)), otherwise)
            yield "deal", f"no deal with id {id!r}", hint


def _circles(records: Records, resolver: ReferenceResolver) -> Iterator[OpenProblem]:
    """Yield the circles of relations, each where a file first takes part in it."""
    read = {one.id: one for kind in records.values() for one in kind if isinstance(one, Deal)}
    known = {id: one for id, one in resolver.base.items() if isinstance(one, Deal)}
    for circle in circles_among((known | read).values()):
        own = [read[id] for id in circle if id in read]
        deal = next((one for one in own if one.relations), own[0])
        file, place = resolver.place_of(deal)
        path = f"{place}.relations" if deal.relations else place
        yield OpenProblem(file, path, f"{circle_of(circle)}; remove one of them")


def _lacks_citation(error: TableError) -> bool:
    """Whether a record needs a citation and has none, going by what could be read of it."""
    cls, held = error.record, held_by(error.record)
    if error.is_cited or error.is_carried or not held.has_citations:
        return False
    if not issubclass(cls, Entity):
        return True
    if cls.is_reference:
        return False
    if not any(map(_cites, error.exceptions)) and not any(
        all_citations(part) for _, part in _parts_read(error)
    ):
        return True
    said = error.left.difference(held.parts.names, always_supported(cls))
    return len(said) + len(supportable(cls, error.given)) > len(error.given.get("names", ())[:1])


def _cites(error: BaseException) -> bool:
    """Whether anything that is cited stands where something is wrong."""
    if isinstance(error, TableError) and error.is_cited:
        return True
    if any(all_citations(part) for _, part in _parts_read(error)):
        return True
    return isinstance(error, BaseValidationError) and any(map(_cites, error.exceptions))


def _parts_read(error: BaseException) -> list[tuple[str, Record]]:
    """Return the parts that could be read where something is wrong, each with the step to it."""
    read: list[tuple[str, object]] = []
    if isinstance(error, TableError):
        for name, value in error.given.items():
            read += items_at(f".{name}", value)
    elif isinstance(error, ListError):
        read = [(f"[{place}]", item) for place, item in error.items.items()]
    return [(step, item) for step, item in read if is_part(item)]


def _needs_citation(record: Record) -> bool:
    if is_reference(record):
        return False
    if isinstance(record, Entity) and all_citations(record):
        # Its parts cite: it needs none for its id and its preferred name.
        return len(own_names(record)) > len(record.names[:1])
    if record.is_carried_by_statements:
        return not getattr(record, "statements")
    return True


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


def _without_figure(statement: Stated[Any], citations: tuple[Citation, ...]) -> Iterator[Finding]:
    if not citations or not isinstance(statement.value, (Money, Measure, Share)):
        return
    if all(isinstance(citation.figure, NotStated) for citation in citations):
        yield "citations", NO_FIGURE, None
