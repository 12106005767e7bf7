"""``to_json`` and ``from_json``: documents that say what they hold, and hold all it refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import DataError, InvalidTypeError, Problem
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT
from centralasia_minerals.wording import briefly

from ..dataset import Dataset, as_dataset
from ..files.encode import encode
from ..files.parse import parsed_content
from ..files.raw_records import FORMAT, raw_of_tables
from ..files.read_write import built, dataset_of
from ..files.suggestions import OpenProblems
from ..kinds import KINDS, kind_of
from ..traversal import entities_inside
from .forms import class_named, from_form, is_value, refused_type, to_form

RECORD = "record"
TYPE = "type"


def to_json(x: object, *, indent: int | None = None) -> str:
    """Return a value, a record or a dataset as a JSON document, exactly.

    A dataset is written in the form of the data files. So is a record, together with every record
    that it refers to, and ``record`` says which of them it is. A value is its form, and ``type``
    says of which class it is. Decimals are texts, so that nobody makes floats of them.

    Args:
        x: the value, record or dataset.
        indent: how many spaces lines are indented by; None writes one line.

    Raises:
        InvalidTypeError: it is something else; results have ``to_dict()``.

    >>> import centralasia_minerals as cam
    >>> cam.to_json(cam.Money("1.50", "USD"))
    '{"format": 1, "type": "Money", "value": {"amount": "1.50", "currency": "USD"}}'
    """
    return json.dumps(document_of(x), ensure_ascii=False, indent=indent)


def document_of(x: object) -> dict[str, Any]:
    """Return the document of a value, a record or a dataset, as plain values."""
    if isinstance(x, Dataset):
        version = {"version": x.version} if x.version else {}
        return {"format": FORMAT, **version, **encode(x.records)}
    if isinstance(x, Entity):
        return {"format": FORMAT, RECORD: x.id, **encode(_with_references(x))}
    if is_value(x):
        name = type(x).__name__
        return {"format": FORMAT, TYPE: name, "value": to_form(x)}
    raise refused_type(x)


def _with_references(record: Entity) -> Mapping[str, tuple[Entity, ...]]:
    every = {record.id: record}
    waiting: list[Entity] = [record]
    for one in waiting:
        new = {inner.id: inner for inner in entities_inside(one) if inner.id not in every}
        every |= new
        waiting += new.values()
    found: dict[str, list[Entity]] = {kind: [] for kind in KINDS}
    for one in every.values():
        found[kind_of(one)].append(one)
    return {kind: tuple(records) for kind, records in found.items()}


def from_json(text: str | bytes, base: Dataset | None = None) -> Any:
    """Return the value, the record or the dataset of a JSON document.

    Args:
        text: the document, as ``to_json`` writes it; a data file in JSON is one as well.
        base: other records that those of the document may refer to.

    Raises:
        DataError: something is wrong; ``problems`` lists everything, each with its place.
        InvalidTypeError: the document is not text, or the base is no dataset.

    >>> import centralasia_minerals as cam
    >>> cam.from_json('{"format": 1, "type": "Money", "value": {"amount": "2", "currency": "EUR"}}')
    Money('2', 'EUR')
    """
    if not isinstance(text, str | bytes):
        raise InvalidTypeError.of("a JSON document", text, "give its text")
    known = None if base is None else as_dataset(base, "a base")
    try:
        content = text.encode() if isinstance(text, str) else bytes(text)
    except UnicodeEncodeError:
        raise _refused("", "it ends in half a character; write the character whole") from None
    if len(content) > SIZE_LIMIT:
        raise _refused("", f"it is over {SIZE_LIMIT} bytes long; read it as a file")
    tables, problem = parsed_content(content, ".json")
    if problem:
        raise _refused("", problem.replace("the file", "the document"))
    return from_document(tables, known)


def from_document(tables: Mapping[str, Any], base: Dataset | None = None) -> Any:
    """Return what a document holds, given its plain values.

    Raises:
        DataError: something is wrong.
    """
    held = dict(tables)
    if TYPE in held:
        return _value(held)
    if RECORD in held:
        return _record(held, held.pop(RECORD), base)
    return dataset_of(raw_of_tables("JSON", held), base, None)


def _record(held: dict[str, Any], wanted: object, base: Dataset | None) -> Entity:
    # A deal may be related to others, which it names by id alone.
    records, problems = built(
        raw_of_tables("JSON", held), base.records if base else {}, _related_in(held.get("deals"))
    )
    if problems:
        raise DataError(OpenProblems(problems, None))
    for entities in records.values():
        for entity in entities:
            if entity.id == wanted:
                return entity
    raise _refused(RECORD, f"{briefly(wanted)} is not the id of a record in the document")


def _related_in(deals: object) -> list[str]:
    """Return the ids that relations of deals name, as far as the tables are sound."""
    rows = [one for one in deals if isinstance(one, dict)] if isinstance(deals, list) else []
    lists = (one.get("relations") for one in rows)
    found = (one.get("deal") for held in lists if isinstance(held, list) for one in held
             if isinstance(one, dict))  # fmt: skip
    return [one for one in found if isinstance(one, str)]


def _value(held: dict[str, Any]) -> Any:
    problems = []
    if type(held.get("format")) is not int or held["format"] != FORMAT:
        message = f"{briefly(held.get('format'))} is not a known format; give {FORMAT}"
        problems.append(Problem("JSON", "format", message))
    if "value" not in held:
        problems.append(Problem("JSON", "value", "it is missing; give the form of the value"))
    unknown = sorted(map(str, held.keys() - {"format", TYPE, "value"}))
    problems += [Problem("JSON", key, "unknown key; leave it out") for key in unknown]
    try:
        cls = class_named(held[TYPE])
    except ValueError as error:
        problems.append(Problem("JSON", TYPE, str(error)))
    if problems:
        raise DataError(problems)
    return from_form(held["value"], cls)


def _refused(path: str, message: str) -> DataError:
    return DataError([Problem("JSON", path, message)])
