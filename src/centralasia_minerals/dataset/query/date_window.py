"""Spans of time that a date may fall into, both ends included."""

from __future__ import annotations

from datetime import date

import attrs

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.wording import briefly

_MOST_CHARACTERS = 100
"""How much of a text is read as a date; whatever is longer is none."""


@attrs.frozen
class Window:
    """A span of time from one date to another, both included.

    Attributes:
        since: the first date; None if the start is open.
        until: the last date; None if the end is open.
    """

    since: PartialDate | None
    until: PartialDate | None

    @classmethod
    def of(cls, since: object, until: object) -> Window:
        """Read both ends, each a date or its text.

        Raises:
            InvalidValueError: a date cannot be read, or the end is before the start.
        """
        first = None if since is None else as_partial_date(since)
        last = None if until is None else as_partial_date(until)
        if first is not None and last is not None and last.certainly_before(first):
            raise InvalidValueError(
                "since and until", f"{last} is before {first}", "give the earlier date as since"
            )
        return cls(first, last)

    def may_hold(self, when: PartialDate) -> bool:
        """Whether a date may fall inside, as far as the date is known."""
        begun = self.since is None or not when.certainly_before(self.since)
        return begun and (self.until is None or not self.until.certainly_before(when))


def as_partial_date(value: object) -> PartialDate:
    """Read a date, given as text, as a day or as a partial date.

    Raises:
        InvalidValueError: it cannot be read as a date.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.of(value)
    if not isinstance(value, str):
        remedy = "give a date, or its text such as '2025-11'"
        raise InvalidValueError("a date", f"{briefly(value)} is none", remedy)
    return PartialDate.parse(value[:_MOST_CHARACTERS])
