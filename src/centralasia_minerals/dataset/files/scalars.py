"""Reads single values from data files: text, figures, dates and members; converts nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from centralasia_minerals.entities.base.field_rules import fault_in_text
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.currency import Currency, as_currency
from centralasia_minerals.values.exact_decimal import exact_decimal, plain
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.wording import quoting

from .error_paths import UnknownTextError
from .parse import RepeatedKey, UnquotedNumber
from .suggestions import Suggestion

Hook = Callable[[Any, Any], Any]
"""What cattrs calls, with a value from a file and the type wanted."""


def table(value: object, what: str) -> dict[str, Any]:
    """Return a table of keys.

    Raises:
        InvalidTypeError: it is something else.
    """
    if not isinstance(value, dict):
        raise wrong_type(what, value, "write a table of keys")
    return value


def text(value: object, _: object) -> str:
    """Return a text that is not empty and can be printed, as records hold it."""
    if not isinstance(value, str):
        raise wrong_type("a text", value, "write it in quotes")
    fault = fault_in_text(value)
    if fault is None:
        return value
    if not value.strip():
        raise InvalidValueError("a text", "it is empty", "leave the key out instead")
    raise InvalidValueError("a text", f"{value!a:.60}: {fault.found}", fault.remedy)


def whole(value: object, _: object) -> int:
    """Return a whole number; true and false are not numbers."""
    if type(value) is not int:
        raise wrong_type("a whole number", value, "write digits without quotes")
    return value


def truth(value: object, _: object) -> bool:
    """Return true or false."""
    if not isinstance(value, bool):
        raise wrong_type("true or false", value, "write true or false")
    return value


def figure(value: object, _: object) -> Decimal:
    """Return a figure, written in quotes or as a whole number; no source prints one below zero."""
    if isinstance(value, UnquotedNumber):
        raise wrong_type("a figure", value, "write it in quotes")
    number = exact_decimal(value, "a figure")  # type: ignore[arg-type]  # it rejects other types
    if number < 0:
        raise InvalidValueError("a figure", f"{plain(number)} is below zero", "check its sign")
    return number


def partial_date(value: object, _: object) -> PartialDate:
    """Return a date, written in EDTF (ISO 8601-2) or as a local date of TOML."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return PartialDate.of(value)
    if not isinstance(value, str):
        raise wrong_type("a date", value, "write it in quotes, such as '2025-11'")
    return PartialDate.parse(value)


def currency(value: object, _: object) -> Currency:
    """Return the currency with a code that is or was tender (ISO 4217, from CLDR)."""
    found = _currency_of(text(value, str))
    if isinstance(found, InvalidValueError):  # Each place has an error of its own.
        raise InvalidValueError(found.asked, found.found, found.remedy)
    return found


@lru_cache(maxsize=1024)
def _currency_of(code: str) -> Currency | InvalidValueError:
    """Return a currency, or why there is none: similar codes are sought once for each code."""
    try:
        return as_currency(code)
    except InvalidValueError as error:
        return error


@cache
def member_hook(cls: type[ClosedEnum]) -> Hook:
    """Return the hook that reads a member of an enumeration from its text."""
    by_text = {member.value: member for member in cls}
    noun, otherwise = cls.noun(), f"give one of: {', '.join(by_text)}"

    def structure(value: object, _: object) -> ClosedEnum:
        if not isinstance(value, str):
            raise wrong_type(noun, value, "write it in quotes")
        found = by_text.get(value)
        if found is None:
            # What a meaning quotes is surer than what looks alike.
            quoted = did_you_mean(quoting(value, cls))
            hint = Suggestion(value, () if quoted else by_text, quoted or otherwise)
            raise UnknownTextError(f"{noun}: {value!r:.120} is not {noun}", hint)
        return found

    return structure


def wrong_type(what: str, value: object, remedy: str) -> InvalidTypeError:
    """Return the error for a value from a file that is of a wrong type."""
    if isinstance(value, RepeatedKey):
        return InvalidTypeError(what, repr(value), "write it once")
    if isinstance(value, UnquotedNumber):
        return InvalidTypeError(what, repr(value), remedy)
    return InvalidTypeError.of(what, value, remedy)


SCALARS: dict[Any, Hook] = {
    str: text,
    int: whole,
    bool: truth,
    Decimal: figure,
    PartialDate: partial_date,
    Currency: currency,
}
"""The hook of each type that a file writes as a single value."""
