"""JSON Schema of values, parts, records and datasets, made from what the decoder reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from centralasia_minerals.entities.base.record import Entity, Record, fields_of, marked_classes
from centralasia_minerals.entities.statement import Undisclosed
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.partial_date import PartialDate

from ..dataset import Dataset
from ..files.annotations import hints_of, is_record, is_reference, is_tuple, is_union
from ..files.raw_records import FORMAT, UNCITED
from ..kinds import KINDS
from .forms import VALUES, is_readable
from .parts import is_open, parts_of_hint

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_FIGURE: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"},
        {"type": "integer"},
    ],
    "description": "an exact decimal, in quotes or as a whole number",
}


def json_schema(cls: Any) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a class of values, parts or records.

    Of a value or a part, it describes the form that stands for it in data files. Of a record, it
    describes the document that ``to_json`` writes, with all that the record refers to; of
    ``Dataset``, a data file. It is looser than reading: whether an id leads anywhere, a figure is
    cited, or a date exists, only ``from_json`` tells.

    Args:
        cls: the class, or an annotation such as ``Stated[Money]``.

    Raises:
        InvalidTypeError: it is no such class.

    >>> import centralasia_minerals as cam
    >>> cam.json_schema(cam.Money)["required"]
    ['amount', 'currency']
    """
    definitions: dict[str, dict[str, Any]] = {}
    plain = get_origin(cls) or cls
    if plain is Dataset:
        schema = _document(definitions)
    elif isinstance(plain, type) and issubclass(plain, Entity):
        schema = _document(definitions, record=True)
    elif is_readable(plain) and not is_open(cls):
        schema = _schema_of(cls, definitions)
    else:
        remedy = "give a class of values, parts or records, such as Money, Stated[Money] or Deal"
        raise InvalidTypeError.of("a JSON Schema", cls, remedy)
    if "$ref" in schema:  # What is asked for stands at the top.
        name = schema["$ref"].rpartition("/")[2]
        schema = definitions[name]
        if _reference(name)["$ref"] not in str(definitions):
            del definitions[name]
    found = {"$schema": DIALECT, **schema}
    return found | {"$defs": definitions} if definitions else found


def part_document(cls: Any) -> dict[str, Any]:
    """Return the JSON Schema of a part: its form, or the document that ``to_json`` writes of it."""
    definitions: dict[str, dict[str, Any]] = {}
    choices = []
    for name, hint in parts_of_hint(cls).items():
        form = _schema_of(hint, definitions)
        document = _document(definitions)
        del document["properties"]["version"]
        document["properties"] |= {"type": {"const": name}, "value": form}
        document["required"] += ["type", "value"]
        choices += [document] if is_open(cls) else [form, document]
    return {"anyOf": choices, "$defs": definitions}


def _document(definitions: dict[str, dict[str, Any]], *, record: bool = False) -> dict[str, Any]:
    """Return the schema of a data file, or of the document of one record."""
    properties: dict[str, dict[str, Any]] = {"format": {"const": FORMAT}, "version": _TEXT}
    properties[UNCITED] = {"const": True}
    if record:
        properties["record"] = _TEXT
    for kind, cls in KINDS.items():
        every = [_reference(_entity(cls, definitions))]
        every += [_reference(_marked(one, definitions)) for one in marked_classes(cls)]
        items = every[0] if len(every) == 1 else {"anyOf": every}
        properties[kind] = {"type": "array", "items": items}
    required = ["format", "record"] if record else ["format"]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _entity(cls: type[Entity], definitions: dict[str, dict[str, Any]]) -> str:
    return _defined(cls.__name__, cls, definitions)


def _marked(marked: type[Record], definitions: dict[str, dict[str, Any]]) -> str:
    name = _defined(marked.__name__, marked, definitions)
    table = definitions[name]
    table["properties"].setdefault(marked.mark, {"const": True})
    if marked.mark not in table["required"]:
        table["required"].append(marked.mark)
    return name


def _defined(name: str, cls: Any, definitions: dict[str, dict[str, Any]]) -> str:
    if name not in definitions:
        definitions[name] = {}  # A record may hold others of its class.
        definitions[name] |= _table(cls, definitions)
    return name


def _table(cls: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    origin = get_origin(cls) or cls
    hints = hints_of(cls) if issubclass(origin, Record) else get_type_hints(origin)
    fields = fields_of(origin) if issubclass(origin, Record) else attrs.fields(origin)
    own = [field for field in fields if field.name in hints and field.init]
    return {
        "type": "object",
        "description": (origin.__doc__ or "").partition("\n")[0],
        "properties": {one.name: _schema_of(hints[one.name], definitions) for one in own},
        "required": [one.name for one in own if one.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _schema_of(hint: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    plain = _SCALARS.get(hint)
    if plain is not None:
        return dict(plain)
    if is_tuple(hint):
        return {"type": "array", "items": _schema_of(get_args(hint)[0], definitions)}
    if is_reference(hint):
        return {**_TEXT, "description": "the id of a record"}
    if is_union(hint):
        return _union(hint, definitions)
    origin = get_origin(hint) or hint
    if issubclass(origin, ClosedEnum):
        return {"enum": [str(member) for member in origin]}
    if origin is Undisclosed:
        return _reference(_undisclosed(definitions))
    name = "_".join([origin.__name__, *(getattr(one, "__name__", "") for one in get_args(hint))])
    if is_record(hint) or origin in VALUES.values():
        return _reference(_defined(name, hint, definitions))
    return {}


def _undisclosed(definitions: dict[str, dict[str, Any]]) -> str:
    name = _defined(Undisclosed.__name__, Undisclosed, definitions)
    table = definitions[name]
    table["properties"].setdefault(Undisclosed.mark, {"const": True})
    if Undisclosed.mark not in table["required"]:
        table["required"].append(Undisclosed.mark)
    return name


def _union(hint: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    members = [one for one in get_args(hint) if one is not type(None)]
    choices = [_schema_of(one, definitions) for one in members if one is not NotStated]
    if NotStated in members and PartialDate in members:
        choices.append({"const": str(NotStated())})
    return choices[0] if len(choices) == 1 else {"anyOf": choices}


_SCALARS: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    Decimal: _FIGURE,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Currency: {"type": "string", "pattern": "^[A-Z]{3}$", "description": "an ISO 4217 code"},
    PartialDate: {"type": "string", "description": "a date of EDTF (ISO 8601-2)"},
    NotStated: {"const": str(NotStated())},
    NotApplicable: {"const": str(NotApplicable())},
}
