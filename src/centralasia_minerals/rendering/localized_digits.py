"""Numbers read as a locale writes them, in any digits that it uses, and in no other way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .digits import ZEROS
from .locales import locale_named

if TYPE_CHECKING:
    from babel import Locale

# People type any of a kind where CLDR has one of it.
_SPACES = " \u00a0\u2009\u202f"
_APOSTROPHES = "'\u2019"
# Marks of direction that CLDR writes beside the minus sign of languages from right to left.
_MARKS = "[\u200e\u200f\u061c]*"
_MINUS = f"{_MARKS}[-\u2212]{_MARKS}"
# Longer than any figure in any grouping.
_LONGEST = 500


def parse_localized_number(digits: str, locale: str) -> Decimal:
    """Read a number as a locale writes it, grouped and pointed as the locale does.

    Any space serves where the locale groups with a space, and either apostrophe where it groups
    with one; the digits are Latin ones, or those of a script that the locale uses.

    Raises:
        InvalidTypeError: the digits are not text.
        InvalidValueError: the locale would not write the number in this way.
        UnknownLocaleError: CLDR does not have the locale.
    """
    asked = f"a number as {briefly(locale)} writes it"
    if not isinstance(digits, str):
        raise InvalidTypeError.of(asked, digits, "give text")
    spoken = locale_named(locale)
    for system, decimal, group in _ways(spoken) if len(digits) <= _LONGEST else ():
        number = _read(digits, system, decimal, group, spoken)
        if number is not None:
            return number
    raise InvalidValueError(asked, briefly(digits), "check its digits and separators")


def _ways(spoken: Locale) -> Iterator[tuple[str, str, str]]:
    """Yield the numbering systems of a locale, each with its signs of decimals and of groups."""
    latin = spoken.number_symbols["latn"]
    used = {"latn", spoken.default_numbering_system, *spoken.other_numbering_systems.values()}
    for system in sorted(used & ZEROS.keys()):
        symbols: Any = spoken.number_symbols.get(system) or {}
        decimal = symbols.get("decimal") or latin.get("decimal", ".")
        group = symbols.get("group") or latin.get("group", ",")
        yield system, decimal, group
        if "currencyDecimal" in symbols or "currencyGroup" in symbols:
            yield (
                system,
                symbols.get("currencyDecimal") or decimal,
                symbols.get("currencyGroup") or group,
            )


def _read(text: str, system: str, decimal: str, group: str, spoken: Locale) -> Decimal | None:
    """Return the number that a text is in one way of writing it; None if it is none."""
    zero = chr(ZEROS[system])
    digit = f"[{zero}-{chr(ZEROS[system] + 9)}]"
    for sizes in _sizes(spoken):
        found = re.fullmatch(_number(digit, zero, decimal, group, *sizes), text)
        if found:
            whole = "".join(map(_ascii, found["whole"]))
            part = "".join(map(_ascii, found["part"] or ""))
            return Decimal(f"{'-' if found['minus'] else ''}{whole}{'.' if part else ''}{part}")
    return None


def _sizes(spoken: Locale) -> set[tuple[int, int]]:
    """Return the sizes of groups, those next to the point first; amounts may have their own."""
    patterns = (spoken.decimal_formats[None], spoken.currency_formats["standard"])
    return {pattern.grouping for pattern in patterns}


def _number(digit: str, zero: str, decimal: str, group: str, first: int, others: int) -> str:
    """Return the pattern of a number, plain or grouped throughout."""
    first, others = min(first, _LONGEST), min(others, _LONGEST)
    kinds = (f"[{kind}]" for kind in (_SPACES, _APOSTROPHES) if group in kind)
    kind = next(kinds, re.escape(group))
    leading = f"(?!{zero}){digit}{{1,{others}}}"
    rest = f"(?P<sign>{kind})({digit}{{{others}}}(?P=sign))*{digit}{{{first}}}"
    whole = f"(?P<whole>{digit}+|{leading}{rest})"
    return f"(?P<minus>{_MINUS})?{whole}({re.escape(decimal)}(?P<part>{digit}+))?"


def _ascii(character: str) -> str:
    """Return the Latin digit that a digit stands for; nothing for a sign between groups."""
    value = unicodedata.decimal(character, None)
    return "" if value is None else str(value)
