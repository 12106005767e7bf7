"""How a date is told: as precise as its source, and whether it is inferred."""

from __future__ import annotations

from typing import Protocol

from centralasia_minerals.rendering.messages import translator
from centralasia_minerals.rendering.views.pieces import Cell, Quiet, pieces_of
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate

from .readable import readable


class HasGrounds(Protocol):
    """What a date that is inferred has: what it is inferred from."""

    @property
    def inferred_from(self) -> tuple[object, ...]:
        """The grounds; empty if the date is stated."""


class DatedOnce(Protocol):
    """A date with its basis, as far as it is told."""

    @property
    def date(self) -> PartialDate:
        """The date."""

    @property
    def is_inferred(self) -> bool:
        """Whether no source prints it."""


def told_date(when: DatedOnce | NotStated, without: str) -> Cell:
    """Return a date in words, with whether it is inferred; without one, what to say instead."""
    if isinstance(when, NotStated):
        return without
    return (readable(when.date), Quiet("(inferred)")) if when.is_inferred else readable(when.date)


def date_in_words(when: DatedOnce) -> str:
    """Return a date in words, with whether it is inferred.

    >>> import centralasia_minerals as cam
    >>> date_in_words(cam.load().events["kz-tungsten-signing"].date)
    '6 November 2025 (inferred)'
    """
    return " ".join(pieces_of(told_date(when, "")))


class ToldDate:
    """A date that tells itself in a line of text."""

    __slots__ = ()

    @property
    def is_inferred(self: HasGrounds) -> bool:
        """Whether no source prints the whole date."""
        return bool(self.inferred_from)

    def __str__(self: DatedOnce) -> str:
        return date_in_words(self)

    def format(self: DatedOnce, locale: str) -> str:
        """Return the date as a locale writes it, with whether it is inferred.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in its
                language.

        >>> import centralasia_minerals as cam
        >>> cam.load().events["kz-tungsten-signing"].date.format("en")
        'November 6, 2025 (inferred)'
        """
        say = translator(locale)
        date = self.date.format(locale)
        return say("{date} (inferred)").format(date=date) if self.is_inferred else date
