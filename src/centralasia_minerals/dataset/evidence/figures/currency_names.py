"""The English names of currencies: those of CLDR, and how newspapers write them."""

from __future__ import annotations

import re
from functools import lru_cache

from centralasia_minerals.values.currency import Currency, current_currency_codes

# How newspapers spell what CLDR names otherwise, and the one currency that a spelling stands for.
SPELLINGS = {
    "rouble": "ruble", "renminbi": "yuan", "sterling": "pound", "buck": "dollar",
    "greenback": "dollar", "reai": "real", "zlotie": "zloty", "soum": "som", "sum": "som",
    "so'm": "som", "tögrög": "tugrik",
}  # fmt: skip
ONLY = {"soum": "UZS", "sum": "UZS", "so'm": "UZS", "renminbi": "CNY", "sterling": "GBP",
         "greenback": "USD", "buck": "USD"}  # fmt: skip
METALS = ("gold", "silver", "platinum", "palladium")
"""Metals that currencies are named after: "a $200 million gold mine" has no Zimbabwean gold."""

_OWN_ADJECTIVES = {
    "us": ("american", "united states"), "british": ("uk",),
    "united arab emirates": ("uae", "emirati"), "singapore": ("singaporean",),
}  # fmt: skip


def is_said(said: str, own: str) -> bool:
    """Whether a printed adjective is that of a currency, in lower case and without dots."""
    # "Kazakh" and "Kazakhstani" begin alike; no two countries whose currencies share a name do.
    begins_alike = len(said) >= 5 and said[:5] == own[:5]
    return bool(said) and (said == own or begins_alike or said in _OWN_ADJECTIVES.get(own, ()))


def adjectives(code: str) -> tuple[str, ...]:
    """Return every adjective that stands for a currency's state, in lower case and without dots."""
    own = adjective(code)
    return own, *_OWN_ADJECTIVES.get(own, ())


def adjective(code: str) -> str:
    """Return what stands before the noun in a currency's name, in lower case."""
    return _english_name(code).rpartition(" ")[0]


@lru_cache(maxsize=512)
def _english_name(code: str) -> str:
    return Currency(code).localized("en").lower()


@lru_cache(maxsize=1)
def _by_kind() -> dict[str, tuple[str, ...]]:
    """Return the codes of currencies by the last word of their English names (CLDR)."""
    from babel.numbers import get_currency_name

    found: dict[str, list[str]] = {}
    for code in sorted(current_currency_codes()):
        plural = get_currency_name(code, count=2, locale="en").lower()
        name = _english_name(code)
        for kind in {name.rpartition(" ")[2], _singular(plural.rpartition(" ")[2])}:
            if kind.isalpha():
                found.setdefault(kind, []).append(code)
    return {kind: tuple(codes) for kind, codes in found.items()}


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def codes_of(kind: str) -> tuple[str, ...]:
    """Return the currencies whose name ends in a noun."""
    return _by_kind().get(kind, ())


@lru_cache(maxsize=1)
def currency_word() -> re.Pattern[str]:
    """Return the pattern of a currency's name behind a number."""
    kinds = set(_by_kind()) | set(SPELLINGS)
    words = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(
        rf"[ -]?(?:(?:of|in) )?(?P<adjective>(?:[a-z.]+[ -]){{0,3}}?)(?P<kind>{words})s?\b",
        re.IGNORECASE,
    )
