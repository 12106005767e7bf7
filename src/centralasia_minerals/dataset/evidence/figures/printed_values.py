"""Reads a printed figure beside a recorded value, in number and in unit."""

from __future__ import annotations

import re
from fractions import Fraction

from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Dimension, Unit

from .numerals_in_place import Place, places_in
from .other_languages import has_digits, shares_digits, significant_digits
from .printed_currencies import has_code_behind, is_signed, marks_around, names_currency
from .printed_numbers import parts_in
from .printed_parts import one_in_several, part_outcome, parts_of, recorded_part
from .printed_units import AnyUnit, Foreign, is_percent, may_also_be, per_year, unit_behind
from .reading import AS_RECORDED, Outcome, Printed, best, contradicts, not_read

_ANNUAL = re.compile(r"\b(?:annual\w*|yearly|per year|a year|per annum|each year|every year)\b")
_ANNUAL_FIRST = re.compile(r"\b(?:annual|yearly) $", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:hundreds|thousands|millions|billions|trillions|dozens|decades|several|many|few|most"
    r"|much|none|no|nothing|undisclosed|unspecified|unknown|double|twice|triple|whole)\b",
    re.IGNORECASE,
)
_ONE_OF_TIME = re.compile(r"(?:the |a )?(?:next |coming |single )?(year|month|week|day)", re.I)
_UNKNOWN_WORD = re.compile(r"[ -]?(?!(?:to|for|in|of|from|over|and|or|by|at|on|with|a|an|the)\b)"
                           r"[^\W\d_]+", re.IGNORECASE)  # fmt: skip


def read_value(
    printed: Printed, value: object, places: list[Place]
) -> list[tuple[Place | None, Outcome]]:
    """Return how each number of a figure reads beside a recorded value, with its place.

    Args:
        printed: the figure where it stands.
        value: the recorded value.
        places: the numbers of the figure and of the text around it.
    """
    outcomes: list[tuple[Place | None, Outcome]] = [
        (place, _outcome(place, places, value, printed)) for place in places if place.is_own
    ]
    if recorded_part(value) is not None:
        outcomes += [(place, part_outcome(place, value)) for place in parts_of(printed)]
        outcomes += [(None, one) for one in one_in_several(places, value)]
    if all(outcome.is_contradiction for _, outcome in outcomes):
        unread = _unread(printed, places, value)
        if unread is not None:
            outcomes.append((None, unread))
    return outcomes


def value_outcome(printed: Printed, value: object) -> Outcome:
    """Return how a figure reads beside a recorded value, its hedge apart."""
    found = best(outcome for _, outcome in read_value(printed, value, places_in(printed)))
    return found or contradicts("it has no number")


def number_of(value: object) -> Fraction | None:
    """Return the number of a recorded value; None if it is no figure."""
    if isinstance(value, Money):
        return Fraction(value.amount)
    if isinstance(value, Measure):
        return Fraction(value.magnitude)
    if isinstance(value, Share):
        return Fraction(value.fraction)
    return Fraction(value) if type(value) is int else None


def _outcome(place: Place, places: list[Place], value: object, printed: Printed) -> Outcome:
    number = number_of(value)
    if number is None:
        return contradicts("it is no figure")
    if isinstance(value, Share):
        number *= 100
    if place.numeral.value != number:
        return _other_number(place, places, value, number)
    if isinstance(value, Money):
        return _in_currency(place, places, value)
    if isinstance(value, Share):
        return _in_percent(place, places)
    if isinstance(value, Measure) and value.unit is not Unit.PIECE:
        return _in_unit(place, places, value, printed)
    return _counted(place, value)


def _other_number(place: Place, places: list[Place], value: object, number: Fraction) -> Outcome:
    """Return what a number says that is not the recorded one."""
    numeral = place.numeral
    letter = numeral.letter
    if letter and isinstance(value, Measure) and numeral.number == number:
        # "300m" may be metres.
        unit, _ = unit_behind(letter + place.behind)
        if unit is value.unit:
            return not_read(f"{letter!r} may be a unit or a scale", fits=True)
    is_alike = significant_digits(numeral.number) == significant_digits(number)
    # A scale that is not known may follow: "1.1 zillion".
    if is_alike and numeral.scale == 1 and (word := _unknown_word(place, places)):
        return not_read(f"{word!r} is not read")
    if isinstance(value, Measure):
        unit, _ = unit_behind(place.behind)
        if isinstance(unit, Unit) and _is_equal(numeral.value, unit, value):
            return not_read(f"it is printed in the unit {str(unit)!r}")
    return contradicts("")


def _is_equal(number: Fraction, unit: Unit, measure: Measure) -> bool:
    """Whether a number in a unit is a measure in another."""
    is_alike = unit.dimension is measure.unit.dimension
    recorded = Fraction(measure.magnitude) * Fraction(measure.unit.factor)
    return is_alike and number * Fraction(unit.factor) == recorded


def _unknown_word(place: Place, places: list[Place]) -> str:
    """Return the word of the figure behind a number that is neither a unit nor a currency."""
    match = _UNKNOWN_WORD.match(place.own_behind)
    if place.text.lower() in ("a", "an"):  # "a minimum of one year"
        return ""
    if match is None or is_percent(place.behind):
        return ""
    if unit_behind(place.behind)[0] is not None or marks_around("", place.behind)[0]:
        return ""
    others = (one for one in places if one.is_own and one is not place)
    if any(marks_around(one.before, one.behind)[0] for one in others):
        return ""  # "3 deals worth $10 million"
    return match[0].strip(" -")


def _in_currency(place: Place, places: list[Place], money: Money) -> Outcome:
    code = money.currency.code
    for one in place.with_other_ends(places):
        marks, _ = marks_around(one.before, one.behind, has_next=one.has_next)
        if not marks:
            continue
        sure = [mark for mark in marks if mark.is_sure]
        common = frozenset.intersection(*(mark.codes for mark in sure))
        if not common:
            return contradicts("its signs and codes name two currencies")
        if code not in common:
            return contradicts(f"it is in {_some(common)}")
        if len(sure) < len(marks):
            return not_read("a nationality beside it may be that of the currency", fits=True)
        if len(common) > 1 and not any(mark.usual == code for mark in sure):
            return not_read(f"its sign may be that of {code} and of others", fits=True)
        return AS_RECORDED
    unit, _ = unit_behind(place.behind)
    if unit is not None or is_percent(place.behind):
        return contradicts("it is no money")
    word = _unknown_word(place, places)
    return not_read(f"{word!r} is not read") if word else contradicts("it names no currency")


def _some(codes: frozenset[str]) -> str:
    return next(iter(codes)) if len(codes) == 1 else "another currency"


def _in_percent(place: Place, places: list[Place]) -> Outcome:
    for one in place.with_other_ends(places):
        if is_percent(one.behind):
            return AS_RECORDED
        if unit_behind(one.behind)[0] is not None or marks_around(one.before, one.behind)[0]:
            return contradicts("it is no percentage")
    word = _unknown_word(place, places)
    return not_read(f"{word!r} is not read") if word else contradicts("it is no percentage")


def _in_unit(place: Place, places: list[Place], measure: Measure, printed: Printed) -> Outcome:
    ends = list(place.with_other_ends(places))
    is_annual = any(_ANNUAL_FIRST.search(one.before) for one in ends)
    for one in ends:
        if is_signed(one.before, one.behind):
            return contradicts("it is money")
        unit, is_sure = _unit_of(one)
        unit = per_year(unit) if is_annual else unit
        doubt = "its unit may be another of the same name"
        if not is_sure and may_also_be(unit, measure.unit):
            return not_read(doubt, fits=True)
        if unit is measure.unit:
            return AS_RECORDED if is_sure else not_read(doubt, fits=True)
        if unit is not None:
            return _in_another_unit(unit, measure, printed)
    if place.numeral.in_years and measure.unit is Unit.YEAR:
        return AS_RECORDED
    if is_percent(place.behind) or marks_around("", place.behind)[0]:
        return contradicts("it has another unit")
    word = _unknown_word(place, places)
    return not_read(f"{word!r} is not read") if word else contradicts("it names no unit")


def _unit_of(place: Place) -> tuple[AnyUnit | None, bool]:
    if place.numeral.in_years:
        return Unit.YEAR, True
    unit, is_sure = unit_behind(place.behind)
    # Thousands and millions of ounces have these symbols in the reports of mines alone.
    is_of_mines = place.behind.startswith("oz") and place.text[-1:].lower() in ("k", "m")
    return unit, is_sure or is_of_mines


def _in_another_unit(unit: AnyUnit, measure: Measure, printed: Printed) -> Outcome:
    is_mass = isinstance(unit, Unit) and unit.dimension is Dimension.MASS
    is_yearly = measure.unit.dimension is Dimension.MASS_PER_YEAR
    if is_mass and is_yearly and _ANNUAL.search(printed.passage.lower()):
        return not_read("the year stands elsewhere in the passage")
    if unit is Unit.PERCENT_BY_MASS and measure.unit is Unit.PERCENT_OF_OUTPUT:
        return not_read("of what it is a percentage is not read", fits=True)
    name = repr(str(unit)) if isinstance(unit, Unit) else "another one"
    return contradicts(f"its unit is {name}")


def _counted(place: Place, value: object) -> Outcome:
    """Return how a count of pieces reads, or a bare number of a field."""
    before, behind = place.before, place.behind
    unit, _ = _unit_of(place)
    is_count = isinstance(value, Measure)
    if is_signed(before, behind) or has_code_behind(behind) or names_currency(behind):
        return contradicts("it is money")
    if is_percent(behind):
        return contradicts("it is a percentage")
    if unit is Foreign.TIME:
        return not_read("it counts another unit of time")
    if unit is Unit.YEAR:
        return contradicts("it counts years") if is_count else AS_RECORDED
    if isinstance(unit, Unit):
        return contradicts(f"its unit is {str(unit)!r}")
    return AS_RECORDED


def _unread(printed: Printed, places: list[Place], value: object) -> Outcome | None:
    """Return that a figure has words or digits which English does not read; None if it has none."""
    number = number_of(value)
    if number is None:
        return None
    figure = printed.figure
    one = _ONE_OF_TIME.fullmatch(figure)
    if one:
        is_year = one[1].lower() == "year"
        return not_read("it is no number") if is_year and number == 1 else None
    if _VAGUE.search(figure) or any(place.is_own for place in places):
        return None
    if has_digits(figure):
        return not_read("its number is not read") if shares_digits(figure, number) else None
    is_word = any(character.isalpha() for character in figure)
    is_part = recorded_part(value) is not None and bool(parts_in(figure))
    return not_read("its words are not read") if is_word and not is_part else None
