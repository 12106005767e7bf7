"""Numbers read as a locale writes them, in any digits that it uses, and in no other way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .numbers import locale_named

if TYPE_CHECKING:
    from babel import Locale

# The zero of each numbering system with decimal digits (CLDR 48, supplemental/numberingSystems).
_ZEROS = {
    "adlm": 0x1E950, "ahom": 0x11730, "arab": 0x0660, "arabext": 0x06F0, "bali": 0x1B50,
    "beng": 0x09E6, "bhks": 0x11C50, "brah": 0x11066, "cakm": 0x11136, "cham": 0xAA50,
    "deva": 0x0966, "diak": 0x11950, "fullwide": 0xFF10, "gong": 0x11DA0, "gonm": 0x11D50,
    "gujr": 0x0AE6, "guru": 0x0A66, "hmng": 0x16B50, "hmnp": 0x1E140, "java": 0xA9D0,
    "kali": 0xA900, "kawi": 0x11F50, "khmr": 0x17E0, "knda": 0x0CE6, "lana": 0x1A80,
    "lanatham": 0x1A90, "laoo": 0x0ED0, "latn": 0x0030, "lepc": 0x1C40, "limb": 0x1946,
    "mlym": 0x0D66, "modi": 0x11650, "mong": 0x1810, "mroo": 0x16A60, "mtei": 0xABF0,
    "mymr": 0x1040, "mymrshan": 0x1090, "mymrtlng": 0xA9F0, "nagm": 0x1E4F0, "newa": 0x11450,
    "nkoo": 0x07C0, "olck": 0x1C50, "orya": 0x0B66, "osma": 0x104A0, "rohg": 0x10D30,
    "saur": 0xA8D0, "shrd": 0x111D0, "sind": 0x112F0, "sinh": 0x0DE6, "sora": 0x110F0,
    "sund": 0x1BB0, "takr": 0x116C0, "talu": 0x19D0, "tamldec": 0x0BE6, "telu": 0x0C66,
    "thai": 0x0E50, "tibt": 0x0F20, "tirh": 0x114D0, "tnsa": 0x16AC0, "vaii": 0xA620,
    "wara": 0x118E0, "wcho": 0x1E2F0,
}  # fmt: skip
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
    for system in sorted(used & _ZEROS.keys()):
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
    zero = chr(_ZEROS[system])
    digit = f"[{zero}-{chr(_ZEROS[system] + 9)}]"
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
