"""Numbers of units in a locale's words (CLDR, through babel), and in ours where CLDR has none."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING

from .figures import Figure, counted_as, plural_of
from .locales import locale_named
from .number_patterns import written

if TYPE_CHECKING:
    from babel import Locale

Words = Mapping[str, Mapping[str, str]]
"""Patterns such as ``{0} tonnes``, by language and by the plural that they are for (CLDR)."""

_WIDE = Context(prec=120)
# A character that is never in CLDR, where a number is to stand.
_HERE = "\ue000"
_NONE: Words = {}


def format_unit(number: Decimal, cldr_unit: str, symbol: str, locale: str) -> str:
    """Return a number with its unit in the locale's words, or with its symbol if CLDR has none."""
    return unit_in_words(number, cldr_unit, symbol, locale).whole


def unit_in_words(
    number: Decimal,
    cldr_unit: str,
    symbol: str,
    locale: str,
    *,
    own: Words = _NONE,
    per: str = "",
    own_per: Mapping[str, str] | None = None,
) -> Figure:
    """Return a number with its unit, in the cases that a sentence may ask for.

    Args:
        number: the number.
        cldr_unit: the key of the unit in CLDR; empty if CLDR does not have it.
        symbol: the symbol, which stands where nobody has words.
        locale: the tag of the locale.
        own: our words, which come before those of CLDR.
        per: the key of the unit that it is divided by, such as a year; empty if it is not.
        own_per: our patterns for being divided, such as ``{0} per year``, by language.
    """
    spoken = locale_named(locale)
    digits = written(number, spoken.decimal_formats[None], spoken)
    said = []
    for is_genitive in (False, True):
        count = counted_as(number, spoken, is_genitive=is_genitive)
        words = _own(count, own, spoken) or _of_cldr(count, cldr_unit, spoken)
        if words and per:
            ours = (own_per or {}).get(_key(spoken))
            words = ours.replace("{0}", words) if ours else _divided(words, per, spoken)
        said.append(words.replace(_HERE, digits) if words else f"{digits} {symbol}")
    return Figure(digits, *said)


def _own(count: Decimal, own: Words, spoken: Locale) -> str | None:
    """Return our own words of a unit around a place for the number; None if there are none."""
    patterns = own.get(_key(spoken))
    if not patterns:
        return None
    plural = plural_of(count, spoken)
    return patterns.get(plural, patterns["other"]).replace("{0}", _HERE)


def _key(spoken: Locale) -> str:
    return f"{spoken.language}_{spoken.script}" if spoken.script else str(spoken.language)


def _of_cldr(count: Decimal, cldr_unit: str, spoken: Locale) -> str | None:
    """Return the words of a unit around a place for the number; None if CLDR has none."""
    from babel.units import UnknownUnitError, format_unit as babel_format_unit

    if not cldr_unit:
        return None
    try:
        with localcontext(_WIDE):
            # A pattern without digits, so that only the words come from it.
            words = babel_format_unit(count, cldr_unit, length="long", format=_HERE, locale=spoken)
    except UnknownUnitError:
        return None
    # Where CLDR lacks the unit, babel may print its key.
    return None if cldr_unit in words else words


def _divided(words: str, per: str, spoken: Locale) -> str | None:
    """Return the words of a unit divided by another, such as a year; None if CLDR has none."""
    from babel.units import UnknownUnitError, format_compound_unit

    try:
        divided = format_compound_unit(words, denominator_unit=per, locale=spoken)
    except UnknownUnitError:
        return None
    return None if divided is None or per in divided else divided
