"""Dates that are only as precise as their source."""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen, closed

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?", re.ASCII)


def _plain(value: int) -> int:
    """Return an int without what a subclass adds to it, and anything else as it is."""
    return int.__index__(value) if isinstance(value, int) and type(value) is not bool else value


def _plain_or_none(value: int | None) -> int | None:
    return None if value is None else _plain(value)


def _whole_number(value: object, what: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError.of(f"the {what} of a date", value, "give an int")


@closed
@attrs.frozen(getstate_setstate=False)
class PartialDate(Frozen):
    """A year, a month or a day, exactly as precisely as it is known.

    Dates have no order; ask ``certainly_before`` or ``possibly_before``.

    Attributes:
        year: the year, from 1 to 9999.
        month: the month, from 1 to 12; None if only the year is known.
        day: the day of the month; None if only the month or the year is known.
        approximate: whether the source says "about" (EDTF ``~``).
        uncertain: whether it may be another date (EDTF ``?``; both together are ``%``).

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the date does not exist, or has a day without a month.

    >>> PartialDate.parse("2025-11").latest
    datetime.date(2025, 11, 30)
    """

    year: int = attrs.field(converter=_plain)
    month: int | None = attrs.field(default=None, converter=_plain_or_none)
    day: int | None = attrs.field(default=None, converter=_plain_or_none)
    approximate: bool = attrs.field(default=False, kw_only=True)
    uncertain: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for what in ("year", "month", "day"):
            if getattr(self, what) is not None or what == "year":
                _whole_number(getattr(self, what), what)
        for what in ("approximate", "uncertain"):
            if not isinstance(getattr(self, what), bool):
                asked = f"whether a date is {what}"
                raise InvalidTypeError.of(asked, getattr(self, what), "give True or False")
        if self.day is not None and self.month is None:
            raise InvalidValueError("a date", "it has a day but no month", "give the month as well")
        try:
            date(self.year, self._or_first(self.month), self._or_first(self.day))
        except (ValueError, OverflowError):
            raise InvalidValueError("a date", "it does not exist", "check the calendar") from None

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
                briefly(text),
                "write it like 2025, 2025-11 or 2025-11-06, with ~ or ? if needed",
            )
        year, month, day = (int(part) if part else None for part in found.groups()[:3])
        mark = found[4] or ""
        approximate, uncertain = mark in set("~%"), mark in set("?%")
        try:
            return cls(year or 0, month, day, approximate=approximate, uncertain=uncertain)
        except InvalidValueError:
            raise InvalidValueError(
                "a date", f"{text!r} does not exist", "check the calendar"
            ) from None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a ``datetime.date`` as a date known to the day.

        Raises:
            InvalidTypeError: it is not a ``datetime.date``.
        """
        if not isinstance(day, date):
            raise InvalidTypeError.of("a day", day, "give a datetime.date, or parse the text")
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> date:
        """The first day that it may be, regardless of approximate and uncertain."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be, regardless of approximate and uncertain."""
        if self.day is not None:
            return self.earliest
        if self.month in (None, 12):
            return date(self.year, 12, 31)
        return date(self.year, self.month + 1, 1) - timedelta(days=1)

    @property
    def is_qualified(self) -> bool:
        """Whether the date is approximate or uncertain."""
        return self.approximate or self.uncertain

    def certainly_before(self, other: PartialDate) -> bool:
        """Whether every day that this may be is before every day that the other may be.

        Nothing is certain about an approximate or uncertain date.
        """
        if self.is_qualified or as_partial_date(other).is_qualified:
            return False
        return self.latest < other.earliest

    def possibly_before(self, other: PartialDate) -> bool:
        """Whether some day that this may be is before some day that the other may be."""
        if self.is_qualified or as_partial_date(other).is_qualified:
            return True
        return self.earliest < other.latest

    def may_overlap(self, other: PartialDate) -> bool:
        """Whether the two may be the same day."""
        return not (self.certainly_before(other) or as_partial_date(other).certainly_before(self))

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        mark = {(True, True): "%", (True, False): "~", (False, True): "?"}
        return "-".join(parts) + mark.get((self.approximate, self.uncertain), "")

    def __repr__(self) -> str:
        return f"PartialDate.parse({str(self)!r})"

    def format(self, locale: str) -> str:
        """Return the date as a locale writes it, no more precisely than it is known.

        >>> PartialDate.parse("2025-11").format("en")
        'November 2025'
        """
        from babel.dates import format_date, format_skeleton

        from centralasia_minerals.rendering.numbers import locale_named

        spoken = locale_named(locale)
        if self.day is not None:
            written = format_date(self.earliest, "long", locale=spoken)
        elif self.month is not None:
            written = format_skeleton("yMMMM", self.earliest, locale=spoken)
        else:
            written = format_skeleton("y", self.earliest, locale=spoken)
        return f"{written}{str(self)[len(str(self).rstrip('~?%')) :]}"


def as_partial_date(given: object) -> PartialDate:
    """Return a date that is one.

    Raises:
        InvalidTypeError: it is not a PartialDate.
    """
    if not isinstance(given, PartialDate):
        raise InvalidTypeError.of("a date to compare with", given, "give a PartialDate")
    return given
