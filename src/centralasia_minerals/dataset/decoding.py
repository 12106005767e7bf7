"""The strict decoder: plain tables to entities, nothing converted in silence."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from centralasia_minerals.entities import Entity, Official, Stated, Undisclosed
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values import (
    Measure,
    Money,
    NotApplicable,
    NotStated,
    PartialDate,
    Share,
)

from .explaining import explained
from .hints import is_absence, is_entity, is_enum, is_part, is_reference, is_tuple, is_union
from .kinds import KINDS, Records
from .reading import RawRecord
from .references import References
from .scalars import SCALARS, Hook, found, member_hook, table, truth

NOT_APPLICABLE = "not applicable"
"""How a data file says that there is nothing to say."""

NOT_STATED = "not stated"
"""How it says that a date is not stated which would else be that of the source."""

_current: ContextVar[References] = ContextVar("references")


def decode(records: tuple[RawRecord, ...], base: Records) -> tuple[Records, References]:
    """Build every record; problems are collected in the references that come back with them."""
    references = References(records, base, _build, explained)
    token = _current.set(references)
    try:
        return references.build_all(), references
    finally:
        _current.reset(token)


def _build(record: RawRecord) -> Entity:
    content = table(record.content, f"a record of {record.kind}")
    cls: type[Entity] = KINDS[record.kind]
    if record.kind == "people" and "official" in content:
        cls, content = _told_apart(cls, dict(content))
    entity: Entity = _record_hook(cls)(content, cls)  # type: ignore[arg-type]  # classes hash
    return entity


def _told_apart(cls: type[Entity], content: dict[str, Any]) -> tuple[type[Entity], dict[str, Any]]:
    """Take the key that tells officials from other people out of a record."""
    try:
        return (Official if truth(content.pop("official"), bool) else cls), content
    except InvalidTypeError as error:
        raise _at("official", error) from None


def _at(key: str, error: Exception) -> ClassValidationError:
    """Put a problem at a key of the table that is being read."""
    error.__notes__ = [AttributeValidationNote("", key, object)]
    return ClassValidationError("in a table", [error], object)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for cls, hook in SCALARS.items():
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook(Undisclosed, _undisclosed)
    converter.register_structure_hook_factory(is_enum, member_hook)
    converter.register_structure_hook_factory(is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(is_part, _record_hook)
    # Registered last, so asked first.
    converter.register_structure_hook_factory(is_reference, _reference_hook)
    converter.register_structure_hook_factory(is_union, _union_hook)
    return converter


@cache
def _record_hook(cls: Any) -> Hook:
    """Structure a record from a table, refusing unknown keys; derived fields are not on disk."""
    origin = get_origin(cls) or cls
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(origin)
    checked = {f.name: override(struct_hook=_valid(f, origin)) for f in fields if f.validator}
    structure = make_dict_structure_fn(
        cls,
        _converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **checked,  # type: ignore[arg-type]  # its other keywords are named above
    )
    return lambda value, _: structure(table(value, origin.__name__), cls)


def _valid(field: attrs.Attribute[Any], cls: type) -> Hook:
    """Ask a field's own validator at the field's place, not first when the record is made."""
    hint, validate = get_type_hints(cls)[field.name], cast("Callable[..., None]", field.validator)

    def structure(value: object, _: object) -> object:
        structured = _converter().structure(value, hint)
        validate(None, field, structured)
        return structured

    return structure


def _tuple_hook(hint: Any) -> Hook:
    item_type = get_args(hint)[0]
    structure_item = _converter().get_structure_hook(item_type)
    may_be_sorted = is_part(item_type) or is_union(item_type)

    def structure(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise InvalidTypeError("a list", found(value), "write it in square brackets")
        items, errors = [], []
        for index, item in enumerate(value):
            try:
                items.append(structure_item(item, item_type))
            except Exception as error:
                error.__notes__ = [IterableValidationNote("", index, item_type)]
                errors.append(error)
        if errors:
            raise IterableValidationError("in a list", errors, hint)
        if may_be_sorted:
            _current.get().remember(items)
        return tuple(items)

    return structure


def _reference_hook(hint: Any) -> Hook:
    classes = tuple(get_args(hint) or (hint,))

    def structure(value: object, _: object) -> Entity:
        if not isinstance(value, str):
            raise InvalidTypeError("a reference", found(value), "write an id in quotes")
        return _current.get().resolve(value, classes)

    return structure


def _union_hook(hint: Any) -> Hook:
    """Structure what may be absent, undisclosed, or one of a few classes told by their keys."""
    members = get_args(hint)
    present = [m for m in members if not is_absence(m) and m is not type(None)]
    choose = _chooser(present)

    def structure(value: object, _: object) -> object:
        if NotApplicable in members and value == NOT_APPLICABLE:
            return NotApplicable()
        if PartialDate in members and NotStated in members and value == NOT_STATED:
            return NotStated()
        if not present:
            raise InvalidValueError("an absence", found(value), f"write {NOT_APPLICABLE!r}")
        chosen = choose(value)
        return _converter().structure(value, chosen)

    return structure


def _chooser(present: list[Any]) -> Callable[[object], Any]:
    statements = {get_args(m)[0]: m for m in present if get_origin(m) is Stated}
    if len(present) < 2:
        return lambda _: present[0]
    if present and all(is_entity(m) for m in present):
        union: Any = Union[tuple(present)]  # noqa: UP007  # of a list, at run time
        return lambda _: union
    if str in present:
        others = [m for m in present if m is not str]
        return lambda value: others[0] if isinstance(value, dict) else str
    return lambda value: _statement_type(value, statements)


def _statement_type(value: object, statements: dict[Any, Any]) -> Any:
    content = table(value, "a statement")
    if "undisclosed" in content:
        return Undisclosed
    figure = content.get("value")
    keys = figure.keys() if isinstance(figure, dict) else ()
    for key, cls in _FIGURE_KEYS.items():
        if key in keys and cls in statements:
            return statements[cls]
    return next(iter(statements.values()))


_FIGURE_KEYS = {
    "amount": Money,
    "currency": Money,
    "magnitude": Measure,
    "unit": Measure,
    "fraction": Share,
}


def _undisclosed(value: object, _: object) -> Undisclosed:
    content = dict(table(value, "a statement"))
    if content.pop("undisclosed", True) is not True:
        error = InvalidValueError("undisclosed", "not true", "write undisclosed = true")
        raise _at("undisclosed", error)
    structured: Undisclosed = _record_hook(Undisclosed)(content, Undisclosed)
    return structured
