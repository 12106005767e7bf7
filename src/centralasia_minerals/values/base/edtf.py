"""The text of dates, taken apart and put together: what of EDTF (ISO 8601-2) the library reads.

It knows nothing of the calendar; ``PartialDate`` says which dates exist.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.wording import briefly

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?", re.ASCII)
_MARKS = {(True, True): "%", (True, False): "~", (False, True): "?"}
# In place of a month: 21 to 32 are seasons, 33 to 36 quarters, 37 to 41 thirds and half-years.
_NO_MONTHS = range(21, 42)
_BEFORE_QUARTERS = 32
_QUARTERS = range(1, 5)

_REMEDY = "write it like 2025, 2025-11, 2025-11-06, 2025-33 or 2024/2026, with ~ or ? if needed"


class DateParts(NamedTuple):
    """The parts of one date as its text names them, none of them checked with the calendar."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    approximate: bool = False
    uncertain: bool = False


def parts_of(text: object) -> tuple[DateParts, ...]:
    """Return the parts of a date, or those of the two ends of an interval.

    Raises:
        InvalidValueError: it is not text, or the text is not a date that the library reads.
    """
    if not isinstance(text, str):
        raise InvalidValueError("a date", briefly(text), _REMEDY)
    start, slash, end = text.partition("/")
    if not slash:
        return (_parts_of_one(start, text),)
    if not {start, end}.isdisjoint(("", "..")):
        raise InvalidValueError(
            "an interval of dates",
            f"{briefly(text)} is open at one end",
            "give both ends, or only the date that is known",
        )
    return _parts_of_one(start, text), _parts_of_one(end, text)


def _parts_of_one(date: str, whole: str) -> DateParts:
    found = _DATE.fullmatch(date)
    if found is None:
        raise InvalidValueError("a date", briefly(whole), _REMEDY)
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    mark = found[4] or ""
    approximate, uncertain = mark in set("~%"), mark in set("?%")
    quarter = None
    if month is not None and month in _NO_MONTHS:
        quarter, month = month - _BEFORE_QUARTERS, None
        if quarter not in _QUARTERS:
            raise InvalidValueError(
                "a date",
                f"{whole!r} names neither a month nor a quarter",
                "write months as 01 to 12, and quarters as 33 to 36",
            )
        if day is not None:
            raise InvalidValueError(
                "a date", f"{whole!r} has a day of a quarter", "give the month in place of it"
            )
    return DateParts(year or 0, month, day, quarter, approximate, uncertain)


def text_of(date: DateParts) -> str:
    """Return the text of one date."""
    within = date.month if date.quarter is None else date.quarter + _BEFORE_QUARTERS
    parts = [f"{date.year:04d}"]
    parts += [f"{part:02d}" for part in (within, date.day) if part is not None]
    return "-".join(parts) + mark_of(approximate=date.approximate, uncertain=date.uncertain)


def mark_of(*, approximate: bool, uncertain: bool) -> str:
    """Return the sign behind a date: ``~``, ``?``, ``%`` for both, or nothing."""
    return _MARKS.get((approximate, uncertain), "")
