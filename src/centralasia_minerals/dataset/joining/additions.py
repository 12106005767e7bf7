"""What a data file adds to a record that its base knows, and whether it says less than that."""

from __future__ import annotations

from collections.abc import Collection

from centralasia_minerals.entities.base.record import Entity, Record, fields_of, with_changes
from centralasia_minerals.errors import InvalidValueError, with_article
from centralasia_minerals.values.absence import Absence

from ..traversal import is_part
from .support import cited, named, naming, own_names, supportable
from .uniting import Conflict, Uniting, key_of

ADDS = "adds"
"""The key of a table, in a data file, that adds to a record of the base."""


def added(base: Entity, addition: Entity, given: Collection[str]) -> tuple[Entity, list[Conflict]]:
    """Return a record with what is added to it, and what cannot be added.

    Args:
        base: the record.
        addition: a record of its id that says what is added.
        given: the fields that the addition says itself; its others are those of the base.
    """
    if type(base) is not type(addition):
        mark = type(base).mark or type(addition).mark
        kinds = (with_article(type(one).__name__.lower()) for one in (base, addition))
        return base, [Conflict(mark, *kinds)]
    said = {name: getattr(addition, name) for name in given if name != "citations"}
    # What only bare citations of the base support stays theirs: whoever names it takes it away.
    loose = set(own_names(base)) - named(cited(base))
    own = [name for name in supportable(type(addition), said) if name not in loose]
    citations = naming(addition, own)
    uniting = Uniting(prefers_right=False)
    own_words = with_changes(addition, citations=citations) if citations else addition
    grown = uniting.united(base, own_words)
    return grown, [*uniting.conflicts, *_circle(grown)]


def _circle(grown: Entity) -> list[Conflict]:
    """Return that a record would be part of itself, with the way round."""
    ids = [grown.id]
    whole = getattr(grown, "part_of", None)
    while isinstance(whole, Entity):
        ids.append(whole.id)
        if whole.id == grown.id:
            return [Conflict("part_of", "a whole of other records", f"a circle, {' → '.join(ids)}")]
        whole = getattr(whole, "part_of", None)
    return []


def refuse_less_than(base: Entity | None, built: Entity) -> None:
    """Refuse a whole record that the base knows, and knows more of.

    Raises:
        InvalidValueError: it is such a record.
    """
    if base is not None and base != built and says_less(built, base):
        mark = f"{type(base).mark} = true and " if type(base).mark else ""
        raise InvalidValueError(
            f"the record {built.id!r}",
            "the base has one of this id that says more",
            f"to add to it, write {mark}{ADDS} = true and what is new, or take another id",
            field="id",
        )


def says_less(record: Record, base: Record) -> bool:
    """Whether a record lacks anything that another of its id, or of its identity, says."""
    if type(record) is not type(base):
        return True
    for field in fields_of(type(base)):
        if not field.eq:
            continue
        own, known = getattr(record, field.name), getattr(base, field.name)
        if isinstance(known, tuple):
            by_key = {key_of(item): item for item in own}
            if any(_is_lacking(by_key.get(key_of(item)), item) for item in known):
                return True
        elif isinstance(own, Absence) and not isinstance(known, Absence):
            return True
    return False


def _is_lacking(own: object, known: object) -> bool:
    if own is None:
        return True
    return is_part(known) and says_less(own, known)  # type: ignore[arg-type]  # both are parts
