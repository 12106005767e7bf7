"""What pydantic asks of a class of this library: how it is checked, written and described."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import CentralAsiaMineralsError

from .documents import document_of, from_document
from .forms import from_form, to_form
from .schema import json_schema


def core_schema_of(asked: Any) -> Any:
    """Return how pydantic checks and writes a class or an annotation such as ``Stated[Money]``.

    An instance is taken as it is. Anything else is read as its JSON form: a record as a document
    that holds all it refers to.
    """
    from pydantic_core import PydanticCustomError, core_schema

    cls: Any = get_origin(asked) or asked

    def validate(given: object) -> object:
        if isinstance(given, cls) and _fits(given, asked):
            return given
        try:
            return _record(given, cls) if issubclass(cls, Entity) else from_form(given, asked)
        except CentralAsiaMineralsError as error:
            # Braces in a message are places of values to pydantic.
            raise PydanticCustomError(
                "centralasia_minerals", "{said}", {"said": str(error)}
            ) from None

    return core_schema.no_info_plain_validator_function(
        validate,
        metadata={"pydantic_js_functions": [lambda *_: described(asked)]},
        serialization=core_schema.plain_serializer_function_ser_schema(
            _document if issubclass(cls, Entity) else to_form, when_used="json"
        ),
    )


def described(asked: Any) -> dict[str, Any]:
    """Return the JSON Schema of a class, as one that stands inside another."""
    schema = json_schema(asked)
    schema.pop("$schema", None)
    found: dict[str, Any] = _inlined(schema, schema.pop("$defs", {}), ())
    return found


def _inlined(schema: Any, definitions: dict[str, Any], within: tuple[str, ...]) -> Any:
    """Return a schema with its definitions in place; what holds itself is left open."""
    if isinstance(schema, list):
        return [_inlined(one, definitions, within) for one in schema]
    if not isinstance(schema, dict):
        return schema
    name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
    if name:
        if name in within:
            return {"type": "object"}
        return _inlined(definitions[name], definitions, (*within, name))
    return {key: _inlined(one, definitions, within) for key, one in schema.items()}


def _fits(given: object, asked: Any) -> bool:
    """Whether the value of a statement is of the type that is asked for."""
    wanted = get_args(asked)
    return not wanted or isinstance(getattr(given, "value", None), wanted)


def _document(record: Entity) -> dict[str, Any]:
    return document_of(record)


def _record(given: object, cls: type[Entity]) -> Entity:
    if not isinstance(given, dict):
        return from_form(given, cls)  # type: ignore[no-any-return]  # it is refused
    found = from_document(given)
    if not isinstance(found, cls):
        from .forms import refused_record

        raise refused_record(found, cls)
    return found
