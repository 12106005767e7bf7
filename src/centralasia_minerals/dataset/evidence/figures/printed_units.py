"""Reads which unit a number has, from the words and signs behind it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from centralasia_minerals.values.unit import Dimension, Unit

from .number_words import words


class Foreign(Enum):
    """A unit that the package does not have, and which no figure can be recorded in."""

    OTHER = "another unit"
    TIME = "another unit of time"


AnyUnit = Unit | Foreign

# What agencies print beside the words of the units themselves.
_SPELLINGS: dict[str, AnyUnit] = {
    "ton": Unit.TONNE, "tons": Unit.TONNE, "metric tonne": Unit.TONNE,
    "metric tonnes": Unit.TONNE, "MT": Unit.TONNE, "mt": Unit.TONNE, "tonnage": Unit.TONNE,
    "kiloton": Unit.KILOTONNE, "kilotons": Unit.KILOTONNE, "megaton": Unit.MEGATONNE,
    "megatons": Unit.MEGATONNE, "tpa": Unit.TONNE_PER_YEAR, "tpy": Unit.TONNE_PER_YEAR,
    "t/y": Unit.TONNE_PER_YEAR, "t/yr": Unit.TONNE_PER_YEAR, "t/year": Unit.TONNE_PER_YEAR,
    "ktpa": Unit.KILOTONNE_PER_YEAR, "kt/y": Unit.KILOTONNE_PER_YEAR,
    "kt/yr": Unit.KILOTONNE_PER_YEAR, "mtpa": Unit.MEGATONNE_PER_YEAR,
    "ktpy": Unit.KILOTONNE_PER_YEAR, "mtpy": Unit.MEGATONNE_PER_YEAR, "Kt": Unit.KILOTONNE,
    "KT": Unit.KILOTONNE, "kts": Unit.KILOTONNE, "ozpa": Unit.TROY_OUNCE_PER_YEAR,
    "gpt": Unit.GRAM_PER_TONNE, "g/tonne": Unit.GRAM_PER_TONNE, "g/ton": Unit.GRAM_PER_TONNE,
    "g per tonne": Unit.GRAM_PER_TONNE, "g per ton": Unit.GRAM_PER_TONNE,
    "grams/ton": Unit.GRAM_PER_TONNE, "gram/tonne": Unit.GRAM_PER_TONNE,
    "tpd": Foreign.OTHER, "t/d": Foreign.OTHER, "short ton": Foreign.OTHER,
    "short tons": Foreign.OTHER, "long ton": Foreign.OTHER, "long tons": Foreign.OTHER,
    "US tons": Foreign.OTHER, "oz": Unit.TROY_OUNCE, "ounce": Unit.TROY_OUNCE,
    "ounces": Unit.TROY_OUNCE, "troy oz": Unit.TROY_OUNCE, "kgs": Unit.KILOGRAM,
    "kilo": Unit.KILOGRAM, "kilos": Unit.KILOGRAM, "kilogramme": Unit.KILOGRAM,
    "kilogrammes": Unit.KILOGRAM, "gramme": Unit.GRAM, "grammes": Unit.GRAM,
    "grams a tonne": Unit.GRAM_PER_TONNE, "grams/tonne": Unit.GRAM_PER_TONNE,
    "megawatt-hour": Unit.MEGAWATT_HOUR, "kilowatt-hour": Unit.KILOWATT_HOUR,
    "gigawatt-hour": Unit.GIGAWATT_HOUR, "hectares of land": Unit.HECTARE,
    "square kilometer": Unit.SQUARE_KILOMETRE, "sq. km": Unit.SQUARE_KILOMETRE,
    "sq.km": Unit.SQUARE_KILOMETRE, "km2": Unit.SQUARE_KILOMETRE, "kms": Unit.KILOMETRE,
    "yr": Unit.YEAR, "yrs": Unit.YEAR, "pct": Unit.PERCENT_BY_MASS, "bbl": Foreign.OTHER,
    "TWh": Foreign.OTHER, "terawatt hours": Foreign.OTHER, "terawatt-hours": Foreign.OTHER,
    "bps": Foreign.OTHER, "basis points": Foreign.OTHER, "percentage points": Foreign.OTHER,
    "percentage point": Foreign.OTHER, "per mille": Foreign.OTHER, "‰": Foreign.OTHER,
    "pp": Foreign.OTHER, "cubic metre": Foreign.OTHER, "cubic metres": Foreign.OTHER,
    "litre": Foreign.OTHER, "litres": Foreign.OTHER, "square metres": Foreign.OTHER,
    "square metre": Foreign.OTHER, "people": Foreign.OTHER, "persons": Foreign.OTHER,
    "bytes": Foreign.OTHER, "fortnight": Foreign.TIME, "fortnights": Foreign.TIME,
    "month": Foreign.TIME, "months": Foreign.TIME, "week": Foreign.TIME, "weeks": Foreign.TIME,
    "day": Foreign.TIME, "days": Foreign.TIME, "hour": Foreign.TIME, "hours": Foreign.TIME,
    "minutes": Foreign.TIME, "quarters": Foreign.TIME,
}  # fmt: skip
_DOUBTFUL = frozenset(["oz", "ozpa", "ounce", "ounces", "MT", "mt", "mtpa", "mtpy"])
"""Words that are usually this unit, and may be another."""
_SURE = frozenset(["Mtpa", "Mtpy"])
"""What is sure as it is printed, though in other letters it is not."""
_MAY_BE = (
    {Unit.TONNE, Unit.MEGATONNE},
    {Unit.TONNE_PER_YEAR, Unit.MEGATONNE_PER_YEAR},
)
"""Units that one doubtful symbol may stand for: "mt" is a metric ton or a million tonnes."""

_PERCENT = re.compile(
    r"[ -]?(?:%|(?:per ?cent|pct|pc)\b)(?![ -]?(?:points?|pts?)\b)", re.IGNORECASE
)
_EACH = r"(?:per|a|an|each|every)"
_PERIOD = r"(?P<period>years?|annum|months?|weeks?|days?|hours?|tonnes?|tons?)"
# Of what it is may stand between: "15 tonnes of gallium per year", not "of gallium in a year".
_MATTER = r"(?!in\b|for\b|within\b|over\b|after\b|during\b|at\b|by\b)[^\W\d]['\w-]*(?![\w'-])"
_OF = rf"(?:,? of(?: {_MATTER}){{1,5}}?)?"
_RATE = re.compile(
    rf"{_OF}[ (-]*(?:{_EACH}[ -]{_PERIOD}\b|(?P<annual>annually|yearly|p\.? ?a\.?(?!\w))"
    r"|(?:daily|weekly|monthly)\b|/ ?(?P<sign>year|annum|yr|y|a|month|day|d)\b|(?P<other>per\b))",
    re.IGNORECASE,
)
# "Tonnes gallium annually": one or two words without "of", and only before what is surely a rate.
_WORD = (
    r"(?!(?:and|or|to|from|by|in|for|within|over|after|during|at|with|on|that|which|who|than|as"
    r"|worth|then)\b)[^\W\d][\w'-]*"
)
_BARE_RATE = re.compile(
    rf" {_WORD}(?: {_WORD})? (?:annually\b|(?:per|each|every) (?:year|annum)\b|p\.? ?a\.?(?!\w))",
    re.IGNORECASE,
)
# What the percentage is of: "of the mine's tungsten output", and not "of the cost of production".
_OUTPUT = re.compile(
    rf"(?: of(?: (?!of\b){_MATTER}){{0,4}}?)? (?:output|production)\b"
    r"(?! (?:costs?|capacity|capacities|growth|targets?|sharing|facilit\w+|lines?|sites?)\b)",
    re.IGNORECASE,
)
_PER_YEAR: dict[AnyUnit, AnyUnit] = {
    Unit.GRAM: Unit.GRAM_PER_YEAR, Unit.KILOGRAM: Unit.KILOGRAM_PER_YEAR,
    Unit.TONNE: Unit.TONNE_PER_YEAR, Unit.KILOTONNE: Unit.KILOTONNE_PER_YEAR,
    Unit.MEGATONNE: Unit.MEGATONNE_PER_YEAR, Unit.TROY_OUNCE: Unit.TROY_OUNCE_PER_YEAR,
    Unit.POUND: Unit.POUND_PER_YEAR,
}  # fmt: skip
_YEARS = ("year", "years", "annum", "yr", "y", "a")


def is_percent(behind: str) -> bool:
    """Whether a number is a percentage, by the text behind it."""
    return _PERCENT.match(behind) is not None


def unit_behind(behind: str) -> tuple[AnyUnit | None, bool]:
    """Return the unit of the longest printed word behind a number, and whether it is sure.

    "Tonnes a year" is another unit than tonnes, and what no unit is has none.
    """
    text = re.sub(r"^[ -]+", "", behind)[:160]
    for word, unit in _unit_words():
        # Words match in any case, symbols only in their own: "MW" and "mw" are two things.
        begins = text.lower().startswith(word) if len(word) > 3 else text.startswith(word)
        if begins and not (word[-1].isalnum() and re.match(r"\w", text[len(word) :])):
            is_sure = word not in _DOUBTFUL or text[: len(word)] in _SURE
            return _at_a_rate(unit, text[len(word) :]), is_sure
    return _elsewhere(text), True


def may_also_be(unit: AnyUnit | None, other: Unit) -> bool:
    """Whether a doubtful symbol of one unit may stand for another."""
    return any({unit, other} == pair for pair in _MAY_BE)


def _at_a_rate(unit: AnyUnit, rest: str) -> AnyUnit | None:
    """Return the unit that a unit becomes with what follows it."""
    if unit is Unit.PERCENT_BY_MASS:
        return Unit.PERCENT_OF_OUTPUT if is_of_output(rest) else unit
    rate = _RATE.match(rest)
    if rate is None:
        return per_year(unit) if _BARE_RATE.match(rest) else unit
    if unit in (Unit.YEAR, Unit.PERCENT_OF_OUTPUT):
        return unit
    if isinstance(unit, Unit) and unit.dimension is Dimension.MASS_PER_YEAR:
        return unit
    period = (rate["period"] or rate["sign"] or "").lower()
    if isinstance(unit, Unit) and (rate["annual"] or period in _YEARS):
        return _PER_YEAR.get(unit, Foreign.OTHER)
    return Foreign.OTHER


def per_year(unit: AnyUnit | None) -> AnyUnit | None:
    """Return the unit of a mass in each year, and any other unit as it is."""
    return unit if unit is None else _PER_YEAR.get(unit, unit)


def is_of_output(behind: str) -> bool:
    """Whether the text behind a part of something says that it is a part of an output."""
    return _OUTPUT.match(behind) is not None


@lru_cache(maxsize=1)
def _unit_words() -> tuple[tuple[str, AnyUnit], ...]:
    words: dict[str, AnyUnit] = {word: unit for unit in Unit for word in unit.printed}
    words = {**_SPELLINGS, **words}
    return tuple(sorted(words.items(), key=lambda pair: len(pair[0]), reverse=True))


def _elsewhere(text: str) -> Foreign | None:
    """Return that a word is one of the units of CLDR that the package does not have."""
    match = _foreign_words().match(text)
    return Foreign.OTHER if match else None


_SI = (
    r"(?:peta|tera|giga|mega|kilo|hecto|deci|centi|milli|micro|nano)?"
    r"(?:watt|gram|gramme|metre|meter|litre|liter|tonne|ton|joule|volt|hertz|byte|amp)s?"
    r"(?:[ -]hours?)?"
)
# They count things as well.
_NO_UNITS = words(
    "bar bars core cores cup cups degree degrees dot dots dram drams drop drops feet foot grain"
    " grains item items jigger jiggers karat karats light lights mole moles night nights part parts"
    " pinch pinches pixel pixels point points second seconds stone stones yard yards"
)


@lru_cache(maxsize=1)
def _foreign_words() -> re.Pattern[str]:
    """Return the English names of units (CLDR), in one and in many, as a pattern."""
    from babel import Locale

    found: set[str] = set()
    for names in Locale("en").unit_display_names.values():
        name = names.get("long", "") if hasattr(names, "get") else ""
        if isinstance(name, str) and re.fullmatch(r"[a-z][a-z -]{2,}", name):
            found |= {name, name.removesuffix("s")} if not name.startswith("of ") else set()
    words = "|".join(map(re.escape, sorted(found - _NO_UNITS, key=len, reverse=True)))
    return re.compile(rf"(?:{words}|{_SI})\b" if words else rf"{_SI}\b", re.IGNORECASE)
