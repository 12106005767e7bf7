"""Resolves ids while files are being read: each record is built once, when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from centralasia_minerals.entities.record import Entity
from centralasia_minerals.errors import InvalidValueError, Problem, did_you_mean, near, with_article

from ..kinds import KINDS, Records, kind_of
from .annotations import Link, links_of
from .decode import Unresolved, decode
from .error_paths import BrokenReferenceError, problems_in
from .raw_records import RawRecord

# Only records of one kind wait for each other, and no real chain of wholes or owners is longer.
_MOST_WAITING = 40


class ReferenceResolver:
    """The records being read, by id, along with those of a base that they may refer to.

    Each record is built when it is first needed, from its table with records in place of ids.
    """

    def __init__(self, records: Iterable[RawRecord], base: Records) -> None:
        self.problems: list[Problem] = []
        self._base = {entity.id: entity for kind in base.values() for entity in kind}
        self._declared: dict[str, RawRecord] = {}
        self._without_id: list[RawRecord] = []
        self._built: dict[str, Entity] = {}
        self._broken: set[str] = set()
        self._waiting: list[str] = []
        for record in records:
            self._declare(record)

    def build_all(self) -> Records:
        """Build every record, lower kinds first, and return them by kind."""
        for kind in KINDS:
            for id, record in self._declared.items():
                if record.kind == kind:
                    with suppress(BrokenReferenceError):
                        self._ensure(id)
        for record in self._without_id:
            self._try(record)
        built = sorted(self._built.values(), key=lambda entity: entity.id)
        return {kind: tuple(e for e in built if kind_of(e) == kind) for kind in KINDS}

    def place_of(self, entity: Entity) -> tuple[str, str]:
        """Return the file and path of a record that was read."""
        record = self._declared[entity.id]
        return record.file, record.place

    def _resolve(self, id: str, classes: tuple[type, ...]) -> Entity:
        """Return the record with an id, which must be of one of these classes.

        Raises:
            InvalidValueError: no record has that id, one of another kind has it, or it is still
                being built, which means that references form a circle.
            BrokenReferenceError: the record has problems of its own.
        """
        wanted = " or ".join(cls.__name__.lower() for cls in classes)
        kind = self._kind_of(id)
        if kind is None:
            known = [e for e in (*self._declared, *self._base) if self._may_be(e, classes)]
            hint = did_you_mean(near(id, known)) or "record it, or pass the base= that has it"
            raise InvalidValueError(f"no {wanted} with id {id!r}", remedy=hint)
        # This is checked before it is built: a record of another kind may refer to the one waiting.
        if not self._may_be(id, classes):
            raise InvalidValueError(
                f"no {wanted} with id {id!r}",
                f"it is the id of {with_article(kind.kind_name)}",
                "check the id",
            )
        if id in self._waiting:
            circle = " → ".join([*self._waiting[self._waiting.index(id) :], id])
            found = f"its references form a circle, {circle}"
            raise InvalidValueError(f"the {wanted} {id!r}", found, "remove one of them")
        return self._ensure(id) if id in self._declared else self._base[id]

    def _declare(self, record: RawRecord) -> None:
        id = record.content.get("id") if isinstance(record.content, dict) else None
        if not isinstance(id, str):
            self._without_id.append(record)
            return
        first = self._declared.get(id)
        if first is not None:
            message = f"the id {id!r} is taken by {first.file}: {first.place}; choose another id"
            self.problems.append(Problem(record.file, f"{record.place}.id", message))
            self._without_id.append(record)
            return
        based = self._base.get(id)
        if based is not None and kind_of(based) != record.kind:
            owner = with_article(based.kind_name)
            message = f"the id {id!r} is taken by {owner} of the base; choose another id"
            self.problems.append(Problem(record.file, f"{record.place}.id", message))
        self._declared[id] = record

    def _ensure(self, id: str) -> Entity:
        if id not in self._built and id not in self._broken:
            if len(self._waiting) >= _MOST_WAITING:
                raise InvalidValueError(
                    f"the records above {self._waiting[0]!r}", f"more than {_MOST_WAITING} levels",
                    "nest less deeply",
                )  # fmt: skip
            self._waiting.append(id)
            built = self._try(self._declared[id])
            self._waiting.pop()
            if built is None:
                self._broken.add(id)
            else:
                self._built[id] = built
        if id in self._broken:
            raise BrokenReferenceError(id)
        return self._built[id]

    def _try(self, record: RawRecord) -> Entity | None:
        try:
            links = links_of(KINDS[record.kind])
            return decode(self._linked(record.content, links), record.kind)
        except Exception as error:  # Every failure becomes problems with their places.
            for path, message in problems_in(error):
                self.problems.append(Problem(record.file, f"{record.place}{path}", message))
            return None

    def _linked(self, content: object, links: Mapping[str, Link]) -> object:
        """Return a table with records in place of the ids in it."""
        if not isinstance(content, dict):
            return content
        found = {
            key: self._linked_value(content[key], links[key]) for key in links if key in content
        }
        return content | found

    def _linked_value(self, value: object, link: Link) -> object:
        if link.is_list:
            if not isinstance(value, list):
                return value
            one = link._replace(is_list=False)
            return [self._linked_value(item, one) for item in value]
        if link.kinds and isinstance(value, str):
            try:
                return self._resolve(value, link.kinds)
            except (InvalidValueError, BrokenReferenceError) as error:
                return Unresolved(error)
        return self._linked(value, link.within) if link.within else value

    def _kind_of(self, id: str) -> type[Entity] | None:
        if id in self._declared:
            return KINDS[self._declared[id].kind]
        return type(self._base[id]) if id in self._base else None

    def _may_be(self, id: str, classes: tuple[type, ...]) -> bool:
        kind = self._kind_of(id)
        return kind is not None and issubclass(kind, classes)
