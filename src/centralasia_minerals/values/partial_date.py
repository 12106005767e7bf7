"""Dates that are only as precise as their source."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .base.edtf import DateParts, parts_of, text_of
from .base.frozen import Frozen, closed

_QUARTERS = range(1, 5)
_MONTHS_IN_A_QUARTER = 3


def _plain(value: int) -> int:
    """Return an int without what a subclass adds to it, and anything else as it is."""
    return int.__index__(value) if isinstance(value, int) and type(value) is not bool else value


def _plain_or_none(value: int | None) -> int | None:
    return None if value is None else _plain(value)


def _whole_number(value: object, what: str) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError.of(f"the {what} of a date", value, "give an int")


def _check_quarter(quarter: int, month: int | None) -> None:
    if month is not None:
        raise InvalidValueError("a date", "it has a month and a quarter", "give only the month")
    if quarter not in _QUARTERS:
        found = f"there is no quarter {briefly(quarter)}"
        raise InvalidValueError("a date", found, "give a quarter from 1 to 4")


@closed
@attrs.frozen(getstate_setstate=False)
class PartialDate(Frozen):
    """A year, a quarter, a month or a day, or an interval of two, as precisely as it is known.

    An interval runs from some day of its start to some day of its end, both included; its year,
    quarter, month, day and marks are those of its start. Dates have no order; ask
    ``certainly_before`` or ``possibly_before``.

    Attributes:
        year: the year, from 1 to 9999.
        month: the month, from 1 to 12; None if only the year or the quarter is known.
        day: the day of the month; None if it is not known.
        approximate: whether the source says "about" (EDTF ``~``).
        uncertain: whether it may be another date (EDTF ``?``; both together are ``%``).
        quarter: the quarter of the year, from 1 to 4; None if the month is known, or neither is.
        until: the end of an interval, which is not an interval itself; None for a single date.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the date does not exist, has a day without a month or a month beside a
            quarter, or the end of the interval is its start or before it.

    >>> PartialDate.parse("2025-11").latest
    datetime.date(2025, 11, 30)
    >>> PartialDate.parse("2024/2026-33").latest
    datetime.date(2026, 3, 31)
    """

    year: int = attrs.field(converter=_plain)
    month: int | None = attrs.field(default=None, converter=_plain_or_none)
    day: int | None = attrs.field(default=None, converter=_plain_or_none)
    approximate: bool = attrs.field(default=False, kw_only=True)
    uncertain: bool = attrs.field(default=False, kw_only=True)
    quarter: int | None = attrs.field(default=None, converter=_plain_or_none, kw_only=True)
    until: PartialDate | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for what in ("year", "month", "day", "quarter"):
            if getattr(self, what) is not None or what == "year":
                _whole_number(getattr(self, what), what)
        for what in ("approximate", "uncertain"):
            if not isinstance(getattr(self, what), bool):
                asked = f"whether a date is {what}"
                raise InvalidTypeError.of(asked, getattr(self, what), "give True or False")
        if self.day is not None and self.month is None:
            raise InvalidValueError("a date", "it has a day but no month", "give the month as well")
        if self.quarter is not None:
            _check_quarter(self.quarter, self.month)
        try:
            date(
                self.year,
                1 if self.month is None else self.month,
                1 if self.day is None else self.day,
            )
        except (ValueError, OverflowError):
            raise InvalidValueError("a date", "it does not exist", "check the calendar") from None
        if self.until is not None:
            self._check_interval(self.until)

    def _check_interval(self, until: object) -> None:
        asked = "an interval of dates"
        if not isinstance(until, PartialDate):
            raise InvalidTypeError.of("the end of an interval", until, "give a PartialDate")
        if until.until is not None:
            raise InvalidValueError(asked, f"its end {until} is one too", "give a single date")
        if until.latest < self.earliest:
            found = f"its end {until} is before its start {self.start}"
            raise InvalidValueError(asked, found, "give the earlier date first")
        if until == self.start:
            raise InvalidValueError(asked, f"both ends are {until}", "give the date by itself")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date in EDTF (ISO 8601-2).

        It is a year (``2025``), a month (``2025-11``), a day (``2025-11-06``) or a quarter
        (``2025-33`` to ``2025-36``), followed by ``~``, ``?`` or ``%`` if needed, or two of these
        with a slash between, which are an interval (``2024/2026``). Both ends must be known.

        Raises:
            InvalidValueError: the text is none of these, no such date exists, or the interval
                ends before it starts.
        """
        start, *ends = (cls._of_parts(parts, text) for parts in parts_of(text))
        return attrs.evolve(start, until=ends[0]) if ends else start

    @classmethod
    def _of_parts(cls, parts: DateParts, text: str) -> PartialDate:
        try:
            return cls(**parts._asdict())
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
    def start(self) -> PartialDate:
        """The start of an interval, or the date itself if it is not one."""
        return self if self.until is None else attrs.evolve(self, until=None)

    @property
    def earliest(self) -> date:
        """The first day that it may be, regardless of approximate and uncertain."""
        month = self.month or (self.quarter or 1) * _MONTHS_IN_A_QUARTER - 2
        return date(self.year, month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it may be, regardless of approximate and uncertain."""
        if self.until is not None:
            return self.until.latest
        if self.day is not None:
            return self.earliest
        month = self.month or (self.quarter or 4) * _MONTHS_IN_A_QUARTER
        if month == 12:
            return date(self.year, 12, 31)
        return date(self.year, month + 1, 1) - timedelta(days=1)

    @property
    def is_one_day(self) -> bool:
        """Whether it is a single day, neither approximate nor uncertain."""
        return self.day is not None and self.until is None and not self.is_qualified

    @property
    def is_qualified(self) -> bool:
        """Whether the date, or either end of the interval, is approximate or uncertain."""
        is_end_qualified = self.until is not None and self.until.is_qualified
        return self.approximate or self.uncertain or is_end_qualified

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
        """Whether the two may share a day."""
        return not (self.certainly_before(other) or as_partial_date(other).certainly_before(self))

    def __str__(self) -> str:
        parts = DateParts(*(getattr(self, name) for name in DateParts._fields))
        return text_of(parts) + ("" if self.until is None else f"/{self.until}")

    def __repr__(self) -> str:
        return f"PartialDate.parse({str(self)!r})"

    def format(self, locale: str) -> str:
        """Return the date as a locale writes it (CLDR), no more precisely than it is known.

        Approximate and uncertain are words in English and Russian, and the signs of EDTF elsewhere.

        >>> PartialDate.parse("2025-11").format("en")
        'November 2025'
        >>> PartialDate.parse("2026-35").format("en")
        '3rd quarter 2026'
        >>> PartialDate.parse("2025-11-06?").format("en")
        'perhaps November 6, 2025'
        """
        from babel.dates import format_date, format_skeleton

        from centralasia_minerals.rendering.digits import localized
        from centralasia_minerals.rendering.locales import locale_named

        from .base.qualified_dates import with_qualifier

        spoken = locale_named(locale)
        if self.until is not None:
            pattern: str = spoken.interval_formats[None]
            return pattern.format(self.start.format(locale), self.until.format(locale))
        if self.day is not None:
            written = format_date(self.earliest, "long", locale=spoken)
        else:
            skeleton = "yMMMM" if self.month else "yQQQQ" if self.quarter else "y"
            written = format_skeleton(skeleton, self.earliest, locale=spoken)
        return with_qualifier(
            localized(written, spoken), spoken,
            approximate=self.approximate, uncertain=self.uncertain,
        )  # fmt: skip


def as_partial_date(given: object) -> PartialDate:
    """Return a date that is one.

    Raises:
        InvalidTypeError: it is not a PartialDate.
    """
    if not isinstance(given, PartialDate):
        raise InvalidTypeError.of("a date to compare with", given, "give a PartialDate")
    return given
