"""Dates only as precise as their source."""

from __future__ import annotations

import calendar
import re
from datetime import date

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?", re.ASCII)


def _whole_number(value: object, what: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError(f"the {what} of a date", f"{value!r}", "give an int")


@attrs.frozen
class PartialDate:
    """A year, a month or a day, and nothing more precise than that.

    Dates have no order; ask ``certainly_before`` or ``possibly_before``.

    Args:
        year: 1 to 9999.
        month: 1 to 12, or None where only the year is known.
        day: or None where only the month is known.
        approximate: the source says "about" (EDTF ``~``).
        uncertain: it may not be this date at all (EDTF ``?``; both together are ``%``).

    Raises:
        InvalidTypeError: a part is no int.
        InvalidValueError: the date does not exist, or has a day without a month.

    >>> PartialDate.parse("2025-11").latest
    datetime.date(2025, 11, 30)
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = attrs.field(default=False, kw_only=True)
    uncertain: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for what in ("year", "month", "day"):
            if getattr(self, what) is not None or what == "year":
                _whole_number(getattr(self, what), what)
        if not isinstance(self.approximate, bool) or not isinstance(self.uncertain, bool):
            raise InvalidTypeError("a date's qualifier", "not a bool", "give True or False")
        if self.day is not None and self.month is None:
            raise InvalidValueError("a date", "a day without a month", "give the month as well")
        try:
            date(self.year, self._or_first(self.month), self._or_first(self.day))
        except (ValueError, OverflowError):
            raise InvalidValueError("a date", "no such day, month or year", "check it") from None

    @staticmethod
    def _or_first(part: int | None) -> int:
        return 1 if part is None else part

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date in EDTF (ISO 8601-2): ``2025``, ``2025-11``, ``2025-11-06``, then ``~?%``.

        Raises:
            InvalidValueError: the text is none of these, or no such date exists.
        """
        found = _EDTF.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError(
                "a date",
                f"{text!r}",
                "write it as 2025, 2025-11 or 2025-11-06, with ~ or ? if need be",
            )
        year, month, day = (int(part) if part else None for part in found.groups()[:3])
        mark = found[4] or ""
        approximate, uncertain = mark in set("~%"), mark in set("?%")
        try:
            return cls(year or 0, month, day, approximate=approximate, uncertain=uncertain)
        except InvalidValueError:
            raise InvalidValueError("a date", f"{text!r} does not exist", "check it") from None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Take a ``datetime.date`` as a date known to the day."""
        if not isinstance(day, date):
            raise InvalidTypeError("a day", f"{day!r}", "give a datetime.date, or parse the text")
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that it may be, its qualifiers aside."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be, its qualifiers aside."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_qualified(self) -> bool:
        """Say whether the date is approximate or uncertain."""
        return self.approximate or self.uncertain

    def certainly_before(self, other: PartialDate) -> bool:
        """Say whether every day this may be is before every day the other may be.

        Of an approximate or uncertain date nothing is certain.
        """
        if self.is_qualified or _partial(other).is_qualified:
            return False
        return self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Say whether some day this may be is before some day the other may be."""
        if self.is_qualified or _partial(other).is_qualified:
            return True
        return self.earliest < other.latest

    def may_overlap(self, other: PartialDate) -> bool:
        """Say whether the two may be the same day."""
        return not (self.certainly_before(other) or _partial(other).certainly_before(self))

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        mark = {(True, True): "%", (True, False): "~", (False, True): "?"}
        return "-".join(parts) + mark.get((self.approximate, self.uncertain), "")

    def __repr__(self) -> str:
        return f"PartialDate.parse({str(self)!r})"

    def format(self, locale: str) -> str:
        """Write the date as a locale does, and no more precisely than it is known.

        >>> PartialDate.parse("2025-11").format("en")
        'November 2025'
        """
        from babel.dates import format_date, format_skeleton

        from centralasia_minerals.rendering import locale_named

        spoken = locale_named(locale)
        if self.day is not None:
            written = format_date(self.earliest, "long", locale=spoken)
        elif self.month is not None:
            written = format_skeleton("yMMMM", self.earliest, locale=spoken)
        else:
            written = format_skeleton("y", self.earliest, locale=spoken)
        return f"{written}{str(self)[len(str(self).rstrip('~?%')) :]}"


def _partial(other: object) -> PartialDate:
    if not isinstance(other, PartialDate):
        raise InvalidTypeError(
            "a date to compare with", f"{other!r} is of type {type(other).__name__}",
            "give a PartialDate",
        )  # fmt: skip
    return other
