"""Stated figures in words, with what their source says in front of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering.figures import Figure, filled
from centralasia_minerals.rendering.messages import translator
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit, as_unit

Value = Money | Measure | Share
"""What has a figure."""


class Hedged(Protocol):
    """What a statement has that says a figure."""

    @property
    def value(self) -> Any:
        """The figure; of a range, its lower end."""

    @property
    def upper(self) -> Any:
        """The upper end of a range."""

    @property
    def hedge(self) -> Hedge:
        """How the words in front of it bound it."""

    @property
    def further_words(self) -> Any:
        """Further words of hedging."""

    @property
    def about(self) -> bool:
        """Whether it is approximate beyond its bounds."""


_WORDS = {
    Hedge.AS_STATED: "{stated}",
    Hedge.AROUND: "around {stated}",
    Hedge.NEARLY: "nearly {stated}",
    Hedge.ESTIMATED: "an estimated {stated}",
    Hedge.UP_TO: "up to {high}",
    Hedge.AT_LEAST: "at least {low}",
    Hedge.MORE_THAN: "more than {stated}",
    Hedge.RANGE: "from {low} to {high}",
}
# Where further words say that the figure is not exact, and those in front of it do not.
_ABOUT = {
    Hedge.AS_STATED: "about {stated}",
    Hedge.UP_TO: "up to about {high}",
    Hedge.AT_LEAST: "at least about {low}",
    Hedge.MORE_THAN: "at least about {low}",
    Hedge.RANGE: "from about {low} to about {high}",
}


def hedge_template(stated: Hedged) -> str:
    """Return the message that says a figure with its hedge."""
    plain = _WORDS[stated.hedge]
    return _ABOUT.get(stated.hedge, plain) if stated.about else plain


def hedged(stated: Hedged, say: Callable[[str], str], write: Callable[[Any], Figure]) -> str:
    """Return a figure with its hedge, in the words of a language.

    Args:
        stated: the figure.
        say: what translates messages.
        write: what writes the numbers.
    """
    upper = stated.upper if isinstance(stated.upper, Value) else stated.value
    ends = {"low": stated.value, "stated": stated.value, "high": upper}
    figures = {name: write(value) for name, value in ends.items()}
    return filled(say(hedge_template(stated)), **figures)


def in_words(stated: Hedged, locale: str, unit: Unit | str | None) -> str:
    """Return a figure with its hedge as in running text, and its further words in brackets."""
    say = translator(locale)
    of = None if unit is None else as_unit(unit)

    def write(value: Value) -> Figure:
        if of is not None and not isinstance(value, Measure):
            raise InvalidTypeError.of("a measure in a unit", value, "leave the unit out")
        converted = value.to(of) if of is not None and isinstance(value, Measure) else value
        return converted.figure_in(locale)

    said = hedged(stated, say, write)
    if not stated.further_words:
        return said
    return f"{said} ({_further(str(stated.further_words), locale)})"


def _further(words: str, locale: str) -> str:
    """Return further words of hedging in a language if they are those of a hedge, or as printed."""
    known = {str(hedge): hedge for hedge in Hedge}
    if words in known:
        return known[words].label(locale)
    return translator(locale)("“{figure}”").format(figure=words)


class HedgedInLocales:
    """How what is stated is written for people."""

    __slots__ = ()

    def format(self: Hedged, locale: str, *, unit: Unit | str | None = None) -> str:
        """Return it as in running text in English or Russian, a figure with its hedge.

        Args:
            locale: the tag of the locale.
            unit: the unit to write a measure in; by default, the one that is printed.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in its
                language.
            InvalidTypeError: a unit is asked for, and it is not a measure.
            UnitMismatchError: the unit is of another dimension.
            InexactConversionError: the figure has no exact decimal in the unit.

        >>> from centralasia_minerals import Hedge, Money, Stated
        >>> letter = Stated(value=Money(900_000_000, "USD"), hedge=Hedge.UP_TO)
        >>> letter.format("en")
        'up to 900 million US dollars'
        """
        if not isinstance(self.value, ClosedEnum):
            return in_words(self, locale, unit)
        if unit is not None:
            raise InvalidTypeError.of("a measure in a unit", self.value, "leave the unit out")
        return self.value.label(locale)
