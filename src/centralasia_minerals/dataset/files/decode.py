"""The strict decoder: turns plain tables into records, and never converts silently."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast, get_args, get_origin, get_type_hints

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
)
from cattrs.gen import make_dict_structure_fn, override

from centralasia_minerals.entities.base.field_rules import (
    NOT_APPLICABLE,
    NOT_STATED,
    WORDS_OF_ABSENCE,
)
from centralasia_minerals.entities.base.record import Entity, Record, fields_of, marked_classes
from centralasia_minerals.entities.statement import Undisclosed
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.partial_date import PartialDate

from ..kinds import KINDS
from .annotations import (
    chooser_among,
    hints_of,
    is_absence,
    is_part,
    is_record,
    is_reference,
    is_tuple,
    is_union,
)
from .error_paths import ListError, TableError
from .scalars import SCALARS, Hook, member_hook, table, truth, wrong_type


class Unresolved(NamedTuple):
    """What a table holds in place of a reference that leads nowhere.

    Attributes:
        error: why it leads nowhere.
    """

    error: Exception


def decode(content: object, kind: str) -> Entity:
    """Return the record of a table, in which references are records already.

    Raises:
        Exception: something in it is wrong; ``problems_in`` finds everything and its place.
    """
    given = table(content, f"a record in {kind}")
    cls: Any = KINDS[kind]
    for marked in marked_classes(cls):
        if marked.mark in given:
            cls, given = _told_apart(marked, cls, dict(given))
    entity: Entity = _record_hook(cls)(given, cls)
    return entity


def _told_apart(
    marked: type[Record], cls: type[Record], content: dict[str, Any]
) -> tuple[type[Record], dict[str, Any]]:
    """Return which of two classes a table is of, and the table without the key that says so."""
    try:
        return (marked if truth(content.pop(marked.mark), bool) else cls), content
    except InvalidTypeError as error:
        raise _at(marked.mark, error) from None


def _at(key: str, error: Exception) -> ClassValidationError:
    """Return an error with its place: a key of the table that is being read."""
    error.__notes__ = [AttributeValidationNote("", key, object)]
    return ClassValidationError("in a table", [error], object)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for cls, hook in SCALARS.items():
        converter.register_structure_hook(cls, hook)
    converter.register_structure_hook(Undisclosed, _undisclosed)
    # Where cattrs has a hook for all enumerations, only one for a class comes before it.
    converter.register_structure_hook(ClosedEnum, lambda value, cls: member_hook(cls)(value, cls))
    converter.register_structure_hook_factory(is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(is_part, _value_hook)
    converter.register_structure_hook_factory(is_record, _record_hook)
    # cattrs asks what is registered last first.
    converter.register_structure_hook_factory(is_reference, _reference_hook)
    converter.register_structure_hook_factory(is_union, _union_hook)
    return converter


@cache
def _record_hook(cls: Any) -> Hook:
    """Return the hook that reads a record from a table; it rejects unknown keys."""
    origin = get_origin(cls) or cls
    hints = hints_of(cls)
    hooks = {name: (_converter().get_structure_hook(hint), hint) for name, hint in hints.items()}
    required = {f.name for f in fields_of(origin) if f.name in hints and f.default is attrs.NOTHING}

    def structure(value: object, _: object) -> object:
        content = table(value, origin.__name__)
        given: dict[str, Any] = {}
        errors: dict[str, Exception] = {}
        for key, item in content.items():
            if found := hooks.get(key):
                hook, hint = found
                try:
                    given[key] = hook(item, hint)
                except Exception as error:
                    errors[key] = error
        if len(given) < len(content) or not required <= given.keys():
            raise TableError.of(origin, content, given, errors)
        try:
            return origin(**given)
        except (InvalidTypeError, InvalidValueError):
            raise TableError.of(origin, content, given, errors) from None

    return structure


@cache
def _value_hook(cls: Any) -> Hook:
    """Return the hook that reads a value, such as money, from a table; it rejects unknown keys."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    checked = {f.name: override(struct_hook=_valid(f, cls)) for f in fields if f.validator}
    structure = make_dict_structure_fn(
        cls,
        _converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **checked,  # type: ignore[arg-type]  # its other keywords are named above
    )
    return lambda value, _: structure(table(value, cls.__name__), cls)


def _valid(field: attrs.Attribute[Any], cls: type) -> Hook:
    """Return a field's hook that also runs its validator, so that the error names the place."""
    hint, validate = get_type_hints(cls)[field.name], cast("Callable[..., None]", field.validator)

    def structure(value: object, _: object) -> object:
        structured = _converter().structure(value, hint)
        validate(None, field, structured)
        return structured

    return structure


def _tuple_hook(hint: Any) -> Hook:
    item_type = get_args(hint)[0]
    structure_item = _converter().get_structure_hook(item_type)

    def structure(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise wrong_type("a list", value, "write it in square brackets")
        items: list[object] = []
        errors: dict[int, Exception] = {}
        for index, item in enumerate(value):
            try:
                items.append(structure_item(item, item_type))
            except Exception as error:
                items.append(None)
                errors[index] = error
        if errors:
            raise ListError.of(hint, items, errors)
        return tuple(items)

    return structure


def _reference_hook(_: Any) -> Hook:
    """Return the hook that reads the record in place of an id."""

    def structure(value: object, _: object) -> Entity:
        if isinstance(value, Unresolved):
            raise value.error
        if not isinstance(value, Entity):
            raise wrong_type("a reference", value, "write an id in quotes")
        return value

    return structure


def _union_hook(hint: Any) -> Hook:
    """Return the hook of what may be absent, undisclosed, or one of a few classes."""
    members = get_args(hint)
    present = [m for m in members if not is_absence(m) and m is not type(None)]
    may_be_absent = any(map(is_absence, members))
    choose = chooser_among(present)

    def structure(value: object, _: object) -> object:
        if NotApplicable in members and value == NOT_APPLICABLE:
            return NotApplicable()
        if PartialDate in members and NotStated in members and value == NOT_STATED:
            return NotStated()
        if not present:
            found = f"{value!r:.60} is not an absence"
            raise InvalidValueError("an absence", found, f"write {NOT_APPLICABLE!r}")
        if may_be_absent and str in present and value in WORDS_OF_ABSENCE:
            found = f"{value!r} is how an absence is written elsewhere"
            raise InvalidValueError("a text", found, "leave the key out instead")
        chosen = choose(value)
        return hook_of(chosen)(value, chosen)

    return structure


@cache
def hook_of(hint: Any) -> Hook:
    """Return the hook that reads what an annotation allows."""
    return _converter().get_structure_hook(hint)


def _undisclosed(value: object, _: object) -> Undisclosed:
    content = dict(table(value, "a statement"))
    mark = Undisclosed.mark
    given = content.pop(mark, True)
    if given is not True:
        found = f"{given!r:.60} is not true"
        raise _at(mark, InvalidValueError(mark, found, f"write {mark} = true"))
    structured: Undisclosed = _record_hook(Undisclosed)(content, Undisclosed)
    return structured
