"""Numbers written by a pattern of CLDR: signs, groups, the point, and what stands around them.

babel has the patterns and symbols; putting them together is done here, because it takes the
apostrophes of Swiss groups for quotation marks of the pattern (babel 2.19).
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from .digits import localized, symbol_of

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

# Wide enough for any amount of this library (34 digits) with every scale that CLDR puts on it.
_WIDE = Context(prec=120)
_QUOTED = re.compile("'([^']*)'")


def written(
    number: Decimal,
    pattern: NumberPattern,
    spoken: Locale,
    *,
    currency: str | None = None,
    least_digits: int | None = None,
) -> str:
    """Return a number with all its digits, as a pattern of a locale writes it.

    Args:
        number: the number, as a fraction of 1 where the pattern is one of percentages.
        pattern: the pattern, which tells the sizes of the groups.
        spoken: the locale, which tells the symbols.
        currency: the ISO 4217 code whose sign the pattern has room for, if it has.
        least_digits: how many digits to write after the point at least; by default, as many as
            the pattern has.
    """
    shown = number.scaleb(pattern.scale, _WIDE)
    least = pattern.frac_prec[0] if least_digits is None else least_digits
    whole, _, part = f"{shown.copy_abs():f}".partition(".")
    whole = whole.zfill(pattern.int_prec[0])
    part = part.rstrip("0").ljust(least, "0")
    digits = grouped(whole, symbol_of(spoken, "group", ","), *pattern.grouping)
    if part:
        digits += symbol_of(spoken, "decimal", ".") + part
    side = 1 if number.is_signed() else 0
    return "".join(
        (_around(pattern.prefix[side], currency, spoken), localized(digits, spoken),
         _around(pattern.suffix[side], currency, spoken))
    )  # fmt: skip


def grouped(whole: str, symbol: str, first: int, others: int) -> str:
    """Return the digits of a whole number in groups, counted from the right.

    >>> grouped("1100000000", "'", 3, 3), grouped("1100000000", ",", 3, 2)
    ("1'100'000'000", '1,10,00,00,000')
    """
    groups: list[str] = []
    size = first
    while len(whole) > size:
        groups.append(whole[-size:])
        whole, size = whole[:-size], others
    return symbol.join([whole, *reversed(groups)])


def _around(text: str, currency: str | None, spoken: Locale) -> str:
    """Return what stands before or after the digits, without the quotation marks of patterns."""
    from babel.numbers import get_currency_symbol

    # In a pattern these two stand for what the locale writes.
    for sign, name in (("-", "minusSign"), ("%", "percentSign")):
        if sign in text:
            text = text.replace(sign, symbol_of(spoken, name, sign))
    plain = _QUOTED.sub(lambda quoted: quoted[1] or "'", text)
    if currency is None or "¤" not in plain:
        return plain
    return plain.replace("¤", get_currency_symbol(currency, spoken))
