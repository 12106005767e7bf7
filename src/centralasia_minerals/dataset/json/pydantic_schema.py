"""What pydantic asks of a class of this library: how it is checked, written and described."""

from __future__ import annotations

from typing import Any, get_origin

from centralasia_minerals.errors import CentralAsiaMineralsError
from centralasia_minerals.wording import with_article

from ..dataset import Dataset
from .forms import is_readable
from .parts import has_document
from .plain_forms import fits, from_plain, to_plain
from .schema import json_schema, part_document


def core_schema_of(asked: Any) -> Any:
    """Return how pydantic checks and writes a class or an annotation such as ``Stated[Money]``.

    An instance is taken as it is. Anything else is read as its JSON form, or as a document that
    holds all it refers to. A result is only written.
    """
    from pydantic_core import (
        PydanticCustomError,
        PydanticSerializationUnexpectedValue,
        core_schema,
    )

    cls: Any = get_origin(asked) or asked

    def validate(given: object) -> object:
        if fits(given, asked):
            return given
        try:
            return from_plain(given, asked)
        except CentralAsiaMineralsError as error:
            # Braces in a message are places of values to pydantic.
            raise PydanticCustomError(
                "centralasia_minerals", "{said}", {"said": str(error)}
            ) from None

    def write(given: object) -> object:
        if isinstance(given, cls):
            return to_plain(given)
        # Where a field may be of several classes, pydantic goes on to the next.
        found, wanted = (with_article(one.__name__) for one in (type(given), cls))
        raise PydanticSerializationUnexpectedValue(f"it is {found}, and {wanted} is wanted")

    return core_schema.no_info_plain_validator_function(
        validate,
        metadata={"pydantic_js_functions": [lambda *_: described(asked)]},
        serialization=core_schema.plain_serializer_function_ser_schema(write, when_used="json"),
    )


def described(asked: Any) -> dict[str, Any]:
    """Return the JSON Schema of a class, as one that stands inside another."""
    cls: Any = get_origin(asked) or asked
    if cls is not Dataset and not is_readable(cls):
        return {"type": "object", "title": cls.__name__, "description": "a result, only written"}
    schema = part_document(asked) if has_document(cls) else json_schema(asked)
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
