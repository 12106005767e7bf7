"""Measures in a locale's words, and our words for the units that CLDR does not have."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from centralasia_minerals.rendering.figures import Figure
from centralasia_minerals.rendering.locales import locale_named
from centralasia_minerals.rendering.units import Words, unit_in_words

_PER_YEAR = " per year"


class MeasureInLocales:
    """How a measure is written for people."""

    __slots__ = ()

    magnitude: Decimal
    unit: Any  # of a module that imports this folder

    def format(self, locale: str) -> str:
        """Return the measure as a locale writes it, with all its digits.

        Where neither CLDR nor this library has the unit's words, its symbol stands for them.

        >>> from centralasia_minerals import Measure
        >>> Measure("410000", "tonne").format("en-GB")
        '410,000 tonnes'
        >>> Measure("410", "kilotonne").format("ru")
        '410 килотонн'
        """
        return self.figure_in(locale).whole

    def figure_in(self, locale: str) -> Figure:
        """Return the measure as in running text, in the cases that a sentence may ask for."""
        of, per, patterns = self.unit, "", None
        if self.unit.value.endswith(_PER_YEAR):
            of, per = type(of)(of.value.removesuffix(_PER_YEAR)), "duration-year"
            patterns = _YEARLY
        own, cldr = _WORDS.get(of.value, {}), of.cldr
        if of.value == "gram per tonne" and str(locale_named(locale).language) not in own:
            cldr, per = "mass-gram", "mass-tonne"
        return unit_in_words(
            self.magnitude, cldr, self.unit.symbol, locale, own=own, per=per, own_per=patterns
        )


def _english(one: str, several: str) -> Mapping[str, str]:
    return {"one": f"{{0}} {one}", "other": f"{{0}} {several}"}


def _russian(one: str, few: str, many: str) -> Mapping[str, str]:
    """Return the patterns of a noun whose form beside a fraction is that beside two."""
    return {
        "one": f"{{0}} {one}", "few": f"{{0}} {few}", "many": f"{{0}} {many}",
        "other": f"{{0}} {few}",
    }  # fmt: skip


def _same(noun: str) -> Mapping[str, str]:
    """Return the pattern of a noun that no number changes."""
    return {"other": f"{{0}} {noun}"}


_WORDS: Mapping[str, Words] = {
    "tonne": {"tg": _same("тонна")},
    "kilotonne": {
        "en": _english("kilotonne", "kilotonnes"),
        "ru": _russian("килотонна", "килотонны", "килотонн"),
        "kk": _same("килотонна"),
        "ky": _same("килотонна"),
        "tg": _same("килотонна"),
        "tk": _same("kilotonna"),
        "uz": _same("kilotonna"),
    },
    "megatonne": {
        "en": _english("megatonne", "megatonnes"),
        "ru": _russian("мегатонна", "мегатонны", "мегатонн"),
        "kk": _same("мегатонна"),
        "ky": _same("мегатонна"),
        "tg": _same("мегатонна"),
        "tk": _same("megatonna"),
        "uz": _same("megatonna"),
    },
    "gram per tonne": {
        "en": _english("gram per tonne", "grams per tonne"),
        "tg": _same("грамм дар як тонна"),
        "ru": _russian("грамм на тонну", "грамма на тонну", "граммов на тонну"),
    },
    "percent by mass": {"en": {"other": "{0}% by mass"}, "ru": {"other": "{0}\u00a0% по массе"}},
    "percent of output": {
        "en": {"other": "{0}% of output"},
        "ru": {"other": "{0}\u00a0% выпуска"},
    },
    "megawatt hour": {
        "en": _english("megawatt-hour", "megawatt-hours"),
        "ru": _russian("мегаватт-час", "мегаватт-часа", "мегаватт-часов"),
    },
    "gigawatt hour": {
        "en": _english("gigawatt-hour", "gigawatt-hours"),
        "ru": _russian("гигаватт-час", "гигаватт-часа", "гигаватт-часов"),
    },
    "piece": {
        "en": _english("piece", "pieces"),
        "ru": _russian("штука", "штуки", "штук"),
    },
}
"""Our words, by language: CLDR has none for most of these, and only the symbol of a Tajik tonne."""
# CLDR has only "/y" for Tajik.
_YEARLY = {"tg": "{0} дар як сол"}
