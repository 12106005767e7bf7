"""``to_json`` and ``from_json``: documents that say what they hold, and hold all it refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT
from centralasia_minerals.wording import briefly

from ..dataset import Dataset, as_dataset
from ..files.encode import encode
from ..files.error_paths import MISSING
from ..files.parse import parsed_content
from ..files.raw_records import FORMAT, UNCITED, raw_of_document
from ..files.read_write import built
from ..files.suggestions import OpenProblem, Suggestion, lacks_support
from ..kinds import Records
from .closed import all_inside, is_uncited, related_in
from .forms import class_named, is_value, refused_type, to_form
from .parts import name_of_part
from .reading import WHERE, Read, copied, read_form, refused

RECORD = "record"
TYPE = "type"
_WIDEST = 100


def to_json(x: object, *, indent: int | None = None) -> str:
    """Return a value, a record, a part of one or a dataset as a JSON document, exactly.

    A dataset is written in the form of the data files. So is a record, together with every record
    that it refers to, and ``record`` says which of them it is. A value is its form, and ``type``
    says of which class it is; a part, such as a statement or an amount, is both: its form, and the
    records that it refers to. Decimals are texts, so that nobody makes floats of them. What is not
    cited as data files must be says so itself: ``uncited`` is true.

    Args:
        x: the value, record, part or dataset.
        indent: how many spaces lines are indented by, up to 100; None writes one line.

    Raises:
        InvalidTypeError: it is something else; results have ``to_dict()``.
        InvalidValueError: it could not be read again, because two different records have one id,
            for example; the message says why. Or the indent is out of range.

    >>> import centralasia_minerals as cam
    >>> cam.to_json(cam.Money("1.50", "USD"))
    '{"format": 1, "type": "Money", "value": {"amount": "1.50", "currency": "USD"}}'
    """
    if indent is not None and type(indent) is not int:
        raise InvalidTypeError.of("an indent", indent, "give a whole number, or None")
    if indent is not None and not 0 <= indent <= _WIDEST:
        raise InvalidValueError("an indent", briefly(indent), f"give 0 to {_WIDEST}, or None")
    return json.dumps(document_of(x), ensure_ascii=False, indent=indent)


def document_of(x: object) -> dict[str, Any]:
    """Return the document of a value, a record, a part or a dataset, as plain values.

    Raises:
        InvalidTypeError: it is something else.
        InvalidValueError: it could not be read again.
    """
    if isinstance(x, Dataset):
        version = {"version": x.version} if x.version else {}
        uncited = is_uncited(x.records, frozenset(x._known.ids((Deal,))))
        return {"format": FORMAT, **version, **_marked(uncited), **encode(x.records)}
    if is_value(x):
        return {"format": FORMAT, TYPE: type(x).__name__, "value": to_form(x)}
    if isinstance(x, Entity):
        records = all_inside(x)
        uncited = is_uncited(records, related_in(records))
        return {"format": FORMAT, RECORD: x.id, **_marked(uncited), **encode(records)}
    if isinstance(x, Record) and (name := name_of_part(x)):
        records = all_inside(x)
        uncited = is_uncited(records, related_in(records), x)
        start = {"format": FORMAT, TYPE: name, "value": to_form(x)}
        return {**start, **_marked(uncited), **encode(records)}
    raise refused_type(x)


def _marked(uncited: bool) -> dict[str, Any]:
    return {UNCITED: True} if uncited else {}


def from_json(text: str | bytes, base: Dataset | None = None) -> Any:
    """Return the value, the record, the part of one or the dataset of a JSON document.

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
    except UnicodeEncodeError as error:
        found = f"it has half a character (a lone surrogate) at character {error.start + 1}"
        raise refused("", f"{found}; write the character whole") from None
    if len(content) > SIZE_LIMIT:
        raise refused("", f"it is over {SIZE_LIMIT} bytes long; read it as a file")
    tables, problem = parsed_content(content, ".json")
    if problem:
        raise refused("", problem.replace("the file", "the document", 1))
    return from_document(tables, known)


def from_document(tables: Mapping[str, Any], base: Dataset | None = None) -> Any:
    """Return what a document holds, given its plain values.

    Raises:
        DataError: something is wrong.
    """
    held = copied(tables)
    header: list[OpenProblem] = []
    uncited = held.pop(UNCITED, True)
    if uncited is not True:
        message = f"{briefly(uncited)} is not true; write true, or leave it out"
        header.append(OpenProblem(WHERE, UNCITED, message))
    known = base.records if base else {}
    if TYPE in held:
        read = _typed(held, known)
    elif RECORD in held:
        read = _record(held, held.pop(RECORD), known)
    else:
        read = _dataset(held, known)
    problems = [one for one in read.problems if not (UNCITED in tables and lacks_support(one))]
    found = Read(read.found, [*header, *problems]).checked()
    if not isinstance(found, _Unmade):
        return found
    return Dataset.of(found.records, version=found.version, behind=(base,) if base else ())


class _Unmade(NamedTuple):
    """A dataset that is made once nothing is known to be wrong."""

    records: Records
    version: str


def _typed(held: dict[str, Any], known: Records) -> Read:
    """Return what a document holds that is a value or a part of a record."""
    name, missing = held.pop(TYPE), "value" not in held
    form = held.pop("value", None)
    beside = raw_of_document(held)
    wrong = [OpenProblem(WHERE, "value", MISSING)] if missing else []
    try:
        hint = class_named(name)
    except InvalidValueError as error:
        return Read(None, [*beside.problems, OpenProblem(WHERE, TYPE, str(error)), *wrong])
    if missing:
        return Read(None, [*beside.problems, *wrong])
    return read_form(form, hint, "value", beside=beside, base=known)


def _record(held: dict[str, Any], wanted: object, known: Records) -> Read:
    raw = raw_of_document(held)
    tables = (one.content for one in raw.records if isinstance(one.content, dict))
    ids = [id for table in tables if isinstance(id := table.get("id"), str)]
    # A deal may be related to others, which it names by id alone.
    records, problems = built(raw, known, _related_in(held.get("deals")))
    for entities in records.values():
        for entity in entities:
            if entity.id == wanted:
                return Read(entity, problems)
    if wanted not in ids:
        message = f"{briefly(wanted)} is not the id of a record in the document"
        hint = Suggestion(wanted if isinstance(wanted, str) else "", ids, "name one")
        problems = [*problems, OpenProblem(WHERE, RECORD, message, hint)]
    return Read(None, problems)


def _dataset(held: dict[str, Any], known: Records) -> Read:
    raw = raw_of_document(held)
    records, problems = built(raw, known)
    return Read(_Unmade(records, "+".join(raw.versions)), problems)


def _related_in(deals: object) -> list[str]:
    """Return the ids that relations of deals name, as far as the tables are sound."""
    rows = [one for one in deals if isinstance(one, dict)] if isinstance(deals, list) else []
    lists = (one.get("relations") for one in rows)
    found = (one.get("deal") for held in lists if isinstance(held, list) for one in held
             if isinstance(one, dict))  # fmt: skip
    return [one for one in found if isinstance(one, str)]
