"""The parts of records that have documents of their own, by the names that documents use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args, get_origin

from centralasia_minerals.entities.base.record import Entity, Record, marked_classes
from centralasia_minerals.entities.statement import Stated, Undisclosed

from ..files.annotations import hints_of, is_record, links_of
from ..kinds import KINDS


@lru_cache(maxsize=1)
def parts_by_name() -> Mapping[str, Any]:
    """Return every class that a part of a record may have, by name: ``Amount``, ``Stated[Money]``.

    A class of statements stands there once for each class of values.
    """
    found: dict[str, Any] = {}
    waiting: list[Any] = [one for kind in KINDS.values() for one in (kind, *marked_classes(kind))]
    for cls in waiting:
        for hint in hints_of(cls).values():
            for inner in _records_in(hint):
                if not _is_entity(inner) and _named(inner) not in found:
                    found[_named(inner)] = inner
                    waiting.append(inner)
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def part_classes() -> frozenset[type]:
    """Return the classes of parts that a document may hold."""
    return frozenset(get_origin(hint) or hint for hint in parts_by_name().values())


def has_document(cls: type) -> bool:
    """Whether parts of a class may refer to records, so that they need a document of their own."""
    return cls in part_classes() and bool(links_of(cls))


def is_open(hint: Any) -> bool:
    """Whether an annotation leaves open of which class the values of a statement are."""
    arguments = get_args(hint)
    if not arguments:
        return bool(getattr(hint, "__parameters__", ()))
    return not all(isinstance(one, type) for one in arguments)


def parts_of_hint(hint: Any) -> dict[str, Any]:
    """Return the parts that an annotation allows, by name: of ``Stated``, those of every value."""
    cls, allowed = get_origin(hint) or hint, set(_flat(get_args(hint)))
    return {
        name: part
        for name, part in parts_by_name().items()
        if (get_origin(part) or part) is cls and (not allowed or allowed.issuperset(get_args(part)))
    }


def _flat(arguments: tuple[Any, ...]) -> Iterator[Any]:
    for one in arguments:
        yield from _flat(get_args(one)) if get_args(one) else (one,)


def name_of_part(given: object) -> str:
    """Return the name of a part's class in documents; empty if it is not such a part.

    A view such as ``Figure``, which no record holds, has no document.
    """
    name = type(given).__name__
    if type(given) is Stated:
        name = f"{name}[{type(given.value).__name__}]"
    hint = parts_by_name().get(name) if isinstance(given, Record) else None
    return name if hint is not None and (get_origin(hint) or hint) is type(given) else ""


def _records_in(hint: Any) -> Iterator[Any]:
    """Yield the classes of records that an annotation names, with the classes of their values."""
    if is_record(hint) or hint is Undisclosed:
        yield hint
    else:
        for inner in get_args(hint):
            yield from _records_in(inner)


def _is_entity(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Entity)


def _named(hint: Any) -> str:
    arguments = ", ".join(one.__name__ for one in get_args(hint))
    name: str = (get_origin(hint) or hint).__name__
    return f"{name}[{arguments}]" if arguments else name
