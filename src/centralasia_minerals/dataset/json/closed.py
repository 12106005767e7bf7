"""What a document of a record holds: all that the record refers to, if it can be read again."""

from __future__ import annotations

from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidValueError

from ..files.integrity import problems_between
from ..files.reference_resolver import ReferenceResolver
from ..files.suggestions import lacks_support
from ..kinds import KINDS, Records, kind_of
from ..traversal import entities_inside

_WHAT = "something to write as JSON"


def all_inside(holder: Record) -> Records:
    """Return a record, if it is one with an id, and all that it refers to, at any depth, by kind.

    Raises:
        InvalidValueError: two records that differ have one id.
    """
    every: dict[str, Entity] = {}
    seen: set[int] = set()
    waiting = [holder] if isinstance(holder, Entity) else entities_inside(holder)
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if every.setdefault(one.id, one) != one:
            found = f"two different records have the id {one.id!r}"
            raise InvalidValueError(_WHAT, found, "give each record an id of its own")
        waiting += entities_inside(one)
    found_by_kind: dict[str, list[Entity]] = {kind: [] for kind in KINDS}
    for one in every.values():
        found_by_kind[kind_of(one)].append(one)
    return {kind: tuple(records) for kind, records in found_by_kind.items()}


def related_in(records: Records) -> frozenset[str]:
    """Return the ids that relations of deals name."""
    deals = (one for one in records.get("deals", ()) if isinstance(one, Deal))
    return frozenset(relation.deal for deal in deals for relation in deal.relations)


def is_uncited(records: Records, behind: frozenset[str], *others: Record) -> bool:
    """Whether some records lack citations that a data file must have.

    Args:
        records: the records.
        behind: the ids of further deals that relations may name.
        others: what else refers to the records.

    Raises:
        InvalidValueError: they could not be read again for another reason; the error is the first
            of all that is wrong, and holds the rest.
    """
    problems = problems_between(records, ReferenceResolver((), records), behind, *others)
    refuse(
        InvalidValueError(
            _WHAT, f"{one.path}: {one.message}", "correct the record first", field=one.path
        )
        for one in problems
        if not lacks_support(one)
    )
    return bool(problems)
