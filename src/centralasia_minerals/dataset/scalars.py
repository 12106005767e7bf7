"""Reads single values from data files: text, figures, dates, members; nothing is converted."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near
from centralasia_minerals.values import Currency, PartialDate, exact_decimal, plain

from .parsing import RepeatedKey, UnquotedNumber

Hook = Callable[[Any, Any], Any]
"""What cattrs calls with a value from a file and the type wanted."""


def table(value: object, what: str) -> dict[str, Any]:
    """Take a table of keys, or refuse whatever else stands there."""
    if not isinstance(value, dict):
        raise InvalidTypeError(what, found(value), "write a table of keys")
    return value


def text(value: object, _: object) -> str:
    """Take a text with something in it, which can be written as UTF-8."""
    if not isinstance(value, str):
        raise InvalidTypeError("a text", found(value), "write it in quotes")
    if not value.strip():
        raise InvalidValueError("a text", "nothing in it", "leave the key out instead")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise InvalidValueError("a text", f"{value!a:.60} is half a character", "write it whole")
    if not value.isprintable():
        raise InvalidValueError("a text", f"{value!a:.60}", "leave out what cannot be printed")
    return value


def whole(value: object, _: object) -> int:
    """Take a whole number, which true and false are not."""
    if type(value) is not int:
        raise InvalidTypeError("a whole number", found(value), "write digits without quotes")
    return value


def truth(value: object, _: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise InvalidTypeError("true or false", found(value), "write true or false")
    return value


def figure(value: object, _: object) -> Decimal:
    """Take a figure in quotes or a whole number; no source prints one below zero."""
    if isinstance(value, UnquotedNumber):
        raise InvalidTypeError("a figure", found(value), "write it in quotes")
    number = exact_decimal(value, "a figure")  # type: ignore[arg-type]  # it refuses other types
    if number < 0:
        raise InvalidValueError("a figure", f"{plain(number)} is below zero", "check it")
    return number


def partial_date(value: object, _: object) -> PartialDate:
    """Take a date in EDTF, or a local date as TOML has it."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return PartialDate.of(value)
    if not isinstance(value, str):
        raise InvalidTypeError("a date", found(value), "write it in quotes, as '2025-11'")
    return PartialDate.parse(value)


def currency(value: object, _: object) -> Currency:
    """Take the code of a currency in use today."""
    return Currency(text(value, str))


def member_hook(cls: type[Enum]) -> Hook:
    """Make the hook that takes a member of an enum by its text."""
    members = {member.value: member for member in cls}

    def structure(value: object, _: object) -> Enum:
        if not isinstance(value, str):
            raise InvalidTypeError(cls.__name__, found(value), "write it in quotes")
        if value not in members:
            hint = did_you_mean(near(value, members)) or f"one of: {', '.join(members)}"
            raise InvalidValueError(cls.__name__, f"no member {value!r}", hint)
        return members[value]

    return structure


def found(value: object) -> str:
    """Say what stands in a file instead of what is wanted."""
    if isinstance(value, (UnquotedNumber, RepeatedKey)):
        return repr(value)
    return f"{value!r:.60} is a {type(value).__name__}"


SCALARS: dict[Any, Hook] = {
    str: text,
    int: whole,
    bool: truth,
    Decimal: figure,
    PartialDate: partial_date,
    Currency: currency,
}
"""The hook of each type that a file writes as one value."""
