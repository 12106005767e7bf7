"""What several figures come to in words, with the bounds that their hedges allow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from centralasia_minerals.rendering.figures import Figure, filled
from centralasia_minerals.rendering.messages import translator
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money

from .bound_words import template_of

B = TypeVar("B", Money, Measure)


def bounded_words(
    low: B,
    stated: B,
    high: B | None,
    *,
    say: Callable[[str], str],
    write: Callable[[B], Figure],
    about: bool,
) -> str:
    """Return a low, a stated figure and a high, or an open end, in the words of a language."""
    template = template_of(low, stated, high, zero=stated.zeroed(), about=about)
    top = stated if high is None else high
    return filled(say(template), low=write(low), stated=write(stated), high=write(top))


def total_in_words(low: B, stated: B, high: B | None, locale: str, *, about: bool) -> str:
    """Return a total with its bounds as in running text.

    Raises:
        UnknownLocaleError: no translation into the language exists.
    """

    def write(value: B) -> Figure:
        return value.figure_in(locale)

    return bounded_words(low, stated, high, say=translator(locale), write=write, about=about)
