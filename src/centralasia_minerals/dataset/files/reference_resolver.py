"""Resolves ids while files are being read: each record is built once, when first needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import chain

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import InvalidValueError, briefly, with_article

from ..joining.additions import ADDS, added, refuse_less_than
from ..kinds import KINDS, Records, kind_of
from ..levels import MOST_LEVELS, Levels, too_deep
from .annotations import Link, links_of
from .decode import Unresolved, decode
from .encode import missing_keys
from .error_paths import MISSING, BrokenReferenceError, UnknownTextError, problems_in
from .raw_records import RawRecord
from .suggestions import OpenProblem, Suggestion

# Whoever has more has made one mistake in every record, and mends it before reading again.
MOST_PROBLEMS = 20_000


class ReferenceResolver:
    """The records being read, by id, along with those of a base that they may refer to.

    Each record is built when it is first needed, from its table with records in place of ids.
    """

    def __init__(self, records: Iterable[RawRecord], base: Records) -> None:
        self.problems: list[OpenProblem] = []
        self.unfinished: list[tuple[RawRecord, Exception, bool]] = []
        self.base: dict[str, Entity] = {e.id: e for kind in base.values() for e in kind}
        self._declared: dict[str, RawRecord] = {}
        self._without_id: list[RawRecord] = []
        self._built: dict[str, Entity] = {}
        self._additions: dict[str, tuple[Entity, tuple[str, ...]]] = {}
        self._broken: set[str] = set()
        self._left_out: list[RawRecord] = []
        self._waiting: list[str] = []
        self._levels = Levels()
        self._ids: dict[tuple[type[Entity], ...], tuple[str, ...]] = {}
        for record in records:
            self._declare(record)

    def build_all(self) -> Records:
        """Build every record, lower kinds first, and return them by kind."""
        declared: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for id, record in self._declared.items():
            declared[record.kind].append(id)
        for id in chain.from_iterable(declared.values()):
            with suppress(BrokenReferenceError):
                self._ensure(id)
        for record in self._without_id:
            self._try(record)
        if self._left_out:
            more = f"more than {MOST_PROBLEMS} problems; mend these first, and read it again"
            self.problems.append(OpenProblem(self._left_out[0].file, "", more))
        return {
            kind: tuple(self._built[id] for id in sorted(ids) if id in self._built)
            for kind, ids in declared.items()
        }

    def place_of(self, entity: Entity) -> tuple[str, str]:
        """Return the file and path of a record that was read; its id alone if it was not."""
        record = self._declared.get(entity.id)
        return (record.file, record.place) if record else ("", entity.id)

    def addition_to(self, entity: Entity) -> tuple[Entity | None, tuple[str, ...]]:
        """Return what a file adds to a record, with the fields that it gives; None for others."""
        return self._additions.get(entity.id, (None, ()))

    def link(self, table: dict[str, object], links: Mapping[str, Link]) -> None:
        """Put records in place of the ids in a table, which belongs to this reading alone."""
        for key, link in links.items():
            if key not in table:
                continue
            value = table[key]
            if not link.is_list:
                table[key] = self._linked(value, link)
            elif isinstance(value, list):
                value[:] = [self._linked(item, link) for item in value]

    def _resolve(self, id: str, classes: tuple[type[Entity], ...]) -> Entity:
        """Return the record with an id, which must be of one of these classes.

        Raises:
            UnknownTextError: no record has that id.
            InvalidValueError: one of another kind has it, or it is still being built, which means
                that references form a circle.
            BrokenReferenceError: the record has problems of its own.
        """
        built = self._built.get(id)
        if built is not None and type(built) in classes:
            self._note_level(id)
            return built
        wanted = " or ".join(cls.__name__.lower() for cls in classes)
        kind = self.kind_of(id)
        if kind is None:
            otherwise = "record it, or pass the base= that has it"
            suggestion = Suggestion(id, self.ids_of(classes), otherwise)
            raise UnknownTextError(f"no {wanted} with id {id!r}", suggestion)
        # This is checked before it is built: a record of another kind may refer to the one waiting.
        if not issubclass(kind, classes):
            raise InvalidValueError(
                f"no {wanted} with id {id!r}",
                f"it is the id of {with_article(kind.kind_name)}",
                "check the id",
            )
        if id in self._waiting:
            circle = " → ".join([*self._waiting[self._waiting.index(id) :], id])
            found = f"its references form a circle, {circle}"
            raise InvalidValueError(f"the {wanted} {id!r}", found, "remove one of them")
        if id not in self._declared:
            return self.base[id]
        entity = self._ensure(id)
        self._note_level(id)
        return entity

    def _note_level(self, id: str) -> None:
        """Note that the record that is being built refers to another, maybe of its kind."""
        above = self._waiting[-1] if self._waiting else id
        kinds = {self._declared[one].kind for one in (above, id) if one in self._declared}
        if above != id and len(kinds) == 1 and id in self._declared:
            self._levels.note(above, id)

    def _declare(self, record: RawRecord) -> None:
        id = record.content.get("id") if isinstance(record.content, dict) else None
        if not isinstance(id, str):
            self._without_id.append(record)
            return
        first = self._declared.get(id)
        if first is not None:
            message = f"the id {id!r} is taken by {first.file}: {first.place}; choose another id"
            self.problems.append(OpenProblem(record.file, f"{record.place}.id", message))
            self._without_id.append(record)
            return
        based = self.base.get(id)
        if based is not None and kind_of(based) != record.kind:
            owner = with_article(based.kind_name)
            message = f"the id {id!r} is taken by {owner} of the base; choose another id"
            self.problems.append(OpenProblem(record.file, f"{record.place}.id", message))
        self._declared[id] = record

    def _ensure(self, id: str) -> Entity:
        if id not in self._built and id not in self._broken:
            if len(self._waiting) >= MOST_LEVELS:
                raise too_deep(self._waiting[0])
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
        content = record.content
        if len(self.problems) >= MOST_PROBLEMS:
            self._left_out.append(record)
            return None
        try:
            base = self._base_of(content)
            given: tuple[str, ...] = ()
            if isinstance(content, dict):
                given = tuple(content)
                content.update(missing_keys(base, content) if base else {})
                self.link(content, links_of(KINDS[record.kind]))
            built = decode(content, record.kind)
            if base is not None:
                return self._added(record, base, built, given)
            refuse_less_than(self.base.get(built.id), built)
            return built
        except Exception as error:  # Every failure becomes problems with their places.
            is_known = isinstance(content, dict) and str(content.get("id")) in self.base
            self.unfinished.append((record, error, is_known))
            for path, message, hint in problems_in(error):
                place = f"{record.place}{path}"
                if message == MISSING and path.count(".") == 1 and is_known:
                    message += f"; to add to the record of the base, write {ADDS} = true"
                self.problems.append(OpenProblem(record.file, place, message, hint))
            return None
        finally:
            # Nobody needs the table again, and the garbage collector would walk through it often.
            if isinstance(content, dict):
                content.clear()

    def _base_of(self, content: object) -> Entity | None:
        """Return the record that a table adds to, and take the word that says so out of it.

        Raises:
            InvalidValueError: the word is neither true nor false, or the base has no such record.
        """
        if not isinstance(content, dict) or ADDS not in content:
            return None
        id, adds = content.get("id"), content.pop(ADDS)
        if not isinstance(adds, bool):
            raise InvalidValueError(f"the key {ADDS!r}", briefly(adds), f"write {ADDS} = true")
        if not adds:
            return None
        if not isinstance(id, str) or id not in self.base:
            remedy = "pass the base= that has it, or write the whole record"
            said = f"{ADDS} = true: the base has no record {id!r:.80}"
            raise UnknownTextError(said, Suggestion(str(id), tuple(self.base), remedy))
        return self.base[id]

    def _added(
        self, record: RawRecord, base: Entity, built: Entity, given: tuple[str, ...]
    ) -> Entity | None:
        """Return a record of the base with what a table adds; note what cannot be added."""
        given = tuple(name for name in given if hasattr(built, name))
        self._additions[base.id] = built, given
        grown, conflicts = added(base, built, given)
        for conflict in conflicts:
            message = f"{conflict.left} in the base, {conflict.right} here; a field has one value"
            self.problems.append(
                OpenProblem(record.file, f"{record.place}.{conflict.path}", message)
            )
        return None if conflicts else grown

    def _linked(self, value: object, link: Link) -> object:
        if link.kinds and isinstance(value, str):
            try:
                return self._resolve(value, link.kinds)
            except (UnknownTextError, InvalidValueError, BrokenReferenceError) as error:
                return Unresolved(error)
        if link.within and isinstance(value, dict):
            self.link(value, link.within)
        return value

    def ids_of(self, classes: tuple[type[Entity], ...]) -> tuple[str, ...]:
        """Return the ids that a reference to these classes may hold, in the order of the files."""
        if classes not in self._ids:
            known = (*self._declared, *self.base)
            kinds = ((id, self.kind_of(id)) for id in known)
            self._ids[classes] = tuple(
                id for id, kind in kinds if kind and issubclass(kind, classes)
            )
        return self._ids[classes]

    def kind_of(self, id: str) -> type[Entity] | None:
        """Return the class of the record with an id, built or not; None if there is none."""
        if id in self._declared:
            return KINDS[self._declared[id].kind]
        return type(self.base[id]) if id in self.base else None
