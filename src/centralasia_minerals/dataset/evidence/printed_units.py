"""Finds the unit or currency of a printed number, from the words before and after it.

Each function takes the places of a number: the text before and after it, followed by that around
the other end of its range, which is used if its own text names no unit.
"""

from __future__ import annotations

import re
from functools import lru_cache

from centralasia_minerals.values.currency import Currency, current_currency_codes
from centralasia_minerals.values.unit import Unit

Places = tuple[tuple[str, str], ...]

# A sign means any currency whose CLDR name ends in one of these words: "$" is any dollar.
_SIGNS = {
    "$": ("dollar",), "€": ("euro",), "£": ("pound",), "¥": ("yen", "yuan"), "₸": ("tenge",),
    "₽": ("ruble",), "₩": ("won",), "₹": ("rupee",), "₺": ("lira",),
}  # fmt: skip
# Letters before a sign single out one currency (CLDR's symbols, and those of newspapers).
_PREFIXES = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "CN¥": "CNY", "JP¥": "JPY",
}  # fmt: skip
_SPELLINGS = {"ruble": ("ruble", "rouble"), "yuan": ("yuan", "renminbi"), "som": ("som", "soum")}
_OWN_ADJECTIVES = {"us": ("american", "united states")}

_SIGN = "[" + "".join(_SIGNS) + "]"
_SIGN_BEFORE = re.compile(rf"(?P<prefix>(?<![A-Z])(?:US |U\.S\. ?|[A-Z]{{1,2}}))?({_SIGN})\s?$")
_SIGN_BEHIND = re.compile(rf"\s?({_SIGN})(?!\s?[0-9])")
_CODE_BEFORE = re.compile(r"(?<![A-Z])([A-Z]{3})\s?$")
_CODE_BEHIND = re.compile(r"\s?([A-Z]{3})\b")
_PERCENT = re.compile(r"[\s-]?(?:%|per ?cent\b|pct\b)", re.IGNORECASE)
_RATE = re.compile(r"\s*(?:/|per\b|an?\s+(?:year|month|week|day|hour)\b|annually\b)", re.IGNORECASE)


def bears_currency(places: Places, currency: Currency) -> bool:
    """Whether a number has a currency's sign, code or name."""
    for before, behind in places:
        sign = _signed(before, behind)
        if sign is not None:
            return _stands_for(sign, currency)
        code = _coded(before, behind)
        if code is not None:
            return code == currency.code
        if _named_currency(behind):
            return _is_named(behind, currency)
    return False


def bears_unit(places: Places, unit: Unit) -> bool:
    """Whether a number has a unit, by the longest word that fits; "tonnes a year" is not a mass."""
    for before, behind in places:
        if _signed(before, behind) is not None:
            return False
        found = _unit_behind(behind)
        if found is not None:
            return found is unit
    return False


def bears_percent(places: Places) -> bool:
    """Whether a number is a percentage."""
    return any(_PERCENT.match(behind) for _, behind in places)


def is_bare(places: Places, *, in_years: bool = False) -> bool:
    """Whether a number is a count: it has neither a currency nor a unit nor a per cent sign.

    Args:
        places: the text around it.
        in_years: whether a count of years is one too.
    """
    units = (None, Unit.YEAR) if in_years else (None,)
    return not any(
        _signed(before, behind)
        or _coded(before, behind)
        or _named_currency(behind)
        or _unit_behind(behind) not in units
        or _PERCENT.match(behind)
        for before, behind in places
    )


def _signed(before: str, behind: str) -> str | None:
    found = _SIGN_BEFORE.search(before)
    if found:
        return (found["prefix"] or "").replace(".", "").strip() + found[2]
    found = _SIGN_BEHIND.match(behind)
    return found[1] if found else None


def _stands_for(sign: str, currency: Currency) -> bool:
    if sign in _PREFIXES:
        return _PREFIXES[sign] == currency.code
    return len(sign) == 1 and _english_name(currency.code).endswith(_SIGNS[sign])


def _coded(before: str, behind: str) -> str | None:
    found = _CODE_BEFORE.search(before) or _CODE_BEHIND.match(behind)
    return found[1] if found and found[1] in current_currency_codes() else None


def _named_currency(behind: str) -> bool:
    return bool(_currency_word().match(behind))


def _is_named(behind: str, currency: Currency) -> bool:
    found = _currency_word().match(behind)
    *adjectives, kind = _english_name(currency.code).split()
    if found is None or found["kind"].lower() not in _SPELLINGS.get(kind, (kind,)):
        return False
    said = found["adjective"].replace(".", "").strip().lower()
    own = " ".join(adjectives)
    # "Kazakh" and "Kazakhstani" begin alike; no two countries whose currencies share a name do.
    begins_alike = len(said) >= 5 and said[:5] == own[:5]
    return not said or said == own or begins_alike or said in _OWN_ADJECTIVES.get(own, ())


@lru_cache(maxsize=512)
def _english_name(code: str) -> str:
    return Currency(code).localized("en").lower()


@lru_cache(maxsize=1)
def _currency_word() -> re.Pattern[str]:
    kinds = {_english_name(code).split()[-1] for code in current_currency_codes()}
    kinds |= {spelling for spellings in _SPELLINGS.values() for spelling in spellings}
    words = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(
        rf"[\s-]?(?P<adjective>(?:[a-z.]+ ){{0,3}}?)(?P<kind>{words})s?\b", re.IGNORECASE
    )


def _unit_behind(behind: str) -> Unit | None:
    """Return the unit of the longest printed word that follows; None without one, or for a rate."""
    text = re.sub(r"^[\s-]*(?:metric (?=tonnes?\b))?", "", behind)
    for word, unit in _unit_words():
        # Words match in any case, symbols only in their own: "MW" and "mw" are two things.
        begins = text.lower().startswith(word) if len(word) > 3 else text.startswith(word)
        if begins and not re.match(r"\w", text[len(word) :]):
            return None if _RATE.match(text[len(word) :]) else unit
    return None


@lru_cache(maxsize=1)
def _unit_words() -> tuple[tuple[str, Unit], ...]:
    words = ((word, unit) for unit in Unit for word in unit.printed)
    return tuple(sorted(words, key=lambda pair: len(pair[0]), reverse=True))
