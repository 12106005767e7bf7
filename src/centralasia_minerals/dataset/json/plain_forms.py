"""What stands in the JSON of apps for a value, a record, a part of one, a dataset or a result."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.wording import with_article

from ..dataset import Dataset
from ..kinds import Records
from .documents import TYPE, document_of, from_document
from .forms import from_form, is_readable, refused_record, refused_type, to_form
from .parts import has_document
from .plain import plain_value


def to_plain(given: Any) -> Any:
    """Return a form, if it holds all that there is to say; otherwise a document.

    A result, which cannot be read again, is the plain values of ``to_dict``.

    Raises:
        InvalidValueError: it is a record that could not be read again.
    """
    cls = type(given)
    if isinstance(given, (Entity, Dataset)) or has_document(cls):
        return document_of(given)
    return to_form(given) if is_readable(cls) else plain_value(given)


def from_plain(given: object, asked: Any, base: Records | None = None) -> Any:
    """Return what plain values stand for: a form, or a document that holds all it refers to.

    Args:
        given: the plain values.
        asked: the class, or an annotation such as ``Stated[Money]``.
        base: the records that a form may refer to.

    Raises:
        DataError: something is wrong; everything is listed.
        InvalidTypeError: they are not such values at all, or a result is asked for.
    """
    cls: Any = get_origin(asked) or asked
    if cls is Dataset or issubclass(cls, Entity):
        return _document(given, asked)
    if not is_readable(cls):
        remedy = "results cannot be read; call the function that returns it"
        raise InvalidTypeError.of(with_article(cls.__name__), given, remedy)
    if isinstance(given, cls) and not is_readable(type(given)):
        raise refused_type(given)
    if has_document(cls) and isinstance(given, dict) and TYPE in given:
        return _document(given, asked)
    return from_form(given, asked, base)


def fits(given: object, asked: Any) -> bool:
    """Whether something is of the class that is asked for, with a value of the class in it."""
    cls, wanted = get_origin(asked) or asked, get_args(asked)
    if not isinstance(given, cls):
        return False
    # A view of several statements is one of them by its class, and cannot be written.
    if isinstance(given, Record) and is_readable(cls) and not is_readable(type(given)):
        return False
    return not wanted or isinstance(getattr(given, "value", None), wanted)


def _document(given: object, asked: Any) -> Any:
    """Return what a document holds, which must be of the class that is asked for."""
    cls: Any = get_origin(asked) or asked
    if not isinstance(given, dict):
        remedy = "give an instance, or the document that to_json writes"
        raise InvalidTypeError.of(with_article(cls.__name__), given, remedy)
    found = from_document(given)
    if not fits(found, asked):
        raise refused_record(found, cls)
    return found
