"""What ids stand for while files are being read: each record is built once, when first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from centralasia_minerals.entities import Entity
from centralasia_minerals.errors import (
    InvalidValueError,
    Problem,
    did_you_mean,
    near,
    with_article,
)

from .kinds import KINDS, Records, kind_of
from .reading import RawRecord

# Only records of one kind wait for each other; no real chain of wholes or owners is longer.
_MOST_WAITING = 40


class BrokenReferenceError(Exception):
    """A reference to a record that has problems of its own; those are reported, this is not."""


class References:
    """The records of one read, by id, beside those of a base that they may refer to."""

    def __init__(
        self,
        records: Iterable[RawRecord],
        base: Records,
        build: Callable[[RawRecord], Entity],
        explain: Callable[[Exception], Iterator[tuple[str, str]]],
    ) -> None:
        self.problems: list[Problem] = []
        self._build, self._explain = build, explain
        self._base = {entity.id: entity for kind in base.values() for entity in kind}
        self._declared: dict[str, RawRecord] = {}
        self._without_id: list[RawRecord] = []
        self._built: dict[str, Entity] = {}
        self._broken: set[str] = set()
        self._waiting: list[str] = []
        # By identity, and beside the item itself, so that no other object can take its identity.
        self._listed: dict[int, tuple[object, int]] = {}
        for record in records:
            self._declare(record)

    def build_all(self) -> Records:
        """Build every record, lower kinds first, and give them by kind."""
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
        """Give the file and path of a record that was read."""
        record = self._declared[entity.id]
        return record.file, record.place

    def remember(self, items: Iterable[object]) -> None:
        """Keep the order in which a list of parts stands in its file."""
        self._listed.update((id(item), (item, index)) for index, item in enumerate(items))

    def index_of(self, item: object, index: int) -> int:
        """Give the index of a part in its list in the file, else the one that it has now."""
        return self._listed.get(id(item), (item, index))[1]

    def resolve(self, id: str, classes: tuple[type, ...]) -> Entity:
        """Find what an id stands for, which must be of one of these classes.

        Raises:
            InvalidValueError: no record has that id, one of another kind has it, or it is being
                built: the reference runs in a circle.
            BrokenReferenceError: the record has problems of its own.
        """
        wanted = " or ".join(cls.__name__.lower() for cls in classes)
        kind = self._kind_of(id)
        if kind is None:
            known = [e for e in (*self._declared, *self._base) if self._may_be(e, classes)]
            hint = did_you_mean(near(id, known)) or "record it, or pass the base= that has it"
            raise InvalidValueError(f"no {wanted} with id {id!r}", remedy=hint)
        # Told before it is built: what is of another kind may itself refer to the one waiting.
        if not self._may_be(id, classes):
            raise InvalidValueError(
                f"no {wanted} with id {id!r}",
                f"it is the id of {with_article(kind.kind_name)}",
                "check it",
            )
        if id in self._waiting:
            circle = " → ".join([*self._waiting[self._waiting.index(id) :], id])
            raise InvalidValueError(f"the {wanted} {id!r}", f"a circle: {circle}", "break it")
        return self._ensure(id) if id in self._declared else self._base[id]

    def _declare(self, record: RawRecord) -> None:
        id = record.content.get("id") if isinstance(record.content, dict) else None
        if not isinstance(id, str):
            self._without_id.append(record)
            return
        first = self._declared.get(id)
        if first is not None:
            message = f"the id {id!r} stands already in {first.file}: {first.place}"
            self.problems.append(Problem(record.file, f"{record.place}.id", message))
            self._without_id.append(record)
            return
        based = self._base.get(id)
        if based is not None and kind_of(based) != record.kind:
            message = f"the id {id!r} is that of {with_article(based.kind_name)} of the base"
            self.problems.append(Problem(record.file, f"{record.place}.id", message))
        self._declared[id] = record

    def _ensure(self, id: str) -> Entity:
        if id not in self._built and id not in self._broken:
            if len(self._waiting) >= _MOST_WAITING:
                raise InvalidValueError(
                    f"the chain above {self._waiting[0]!r}", f"more than {_MOST_WAITING} deep",
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
            return self._build(record)
        except Exception as error:  # every failure becomes problems with their places
            for path, message in self._explain(error):
                self.problems.append(Problem(record.file, f"{record.place}{path}", message))
            return None

    def _kind_of(self, id: str) -> type[Entity] | None:
        if id in self._declared:
            return KINDS[self._declared[id].kind]
        return type(self._base[id]) if id in self._base else None

    def _may_be(self, id: str, classes: tuple[type, ...]) -> bool:
        kind = self._kind_of(id)
        return kind is not None and issubclass(kind, classes)
