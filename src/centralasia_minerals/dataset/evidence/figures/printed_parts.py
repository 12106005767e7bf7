"""Reads the parts of a whole that are printed in words: halves, quarters, thirds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

from .numerals_in_place import Place
from .printed_numbers import parts_in
from .printed_units import is_of_output
from .reading import AS_RECORDED, Outcome, Printed, contradicts, not_read


def parts_of(printed: Printed) -> Iterator[Place]:
    """Yield the parts of a whole that a figure names in words."""
    line = printed.figure + printed.after[:40]
    for part in parts_in(line):
        if part.start < len(printed.figure):
            before, behind = printed.before + line[: part.start], line[part.end :]
            text = line[part.start : part.end]
            yield Place(part, before, behind, "", True, full_before=before, full_behind=behind,
                        text=text)  # fmt: skip


def recorded_part(value: object) -> Fraction | None:
    """Return which part of a whole a recorded value is; None if it is something else."""
    if isinstance(value, Share):
        return Fraction(value.fraction)
    if isinstance(value, Measure) and value.unit is Unit.PERCENT_OF_OUTPUT:
        return Fraction(value.magnitude) / 100
    return None


def part_outcome(place: Place, value: object) -> Outcome:
    """Return how a part reads beside a recorded part of a whole."""
    number, recorded = place.numeral.number, recorded_part(value)
    if recorded is None:
        return contradicts("it is a part of a whole")
    if number == recorded:
        is_sure = isinstance(value, Share) or is_of_output(place.behind)
        return AS_RECORDED if is_sure else not_read("of what it is a part", fits=True)
    has_no_decimal = number.denominator % 3 == 0 or number.denominator % 7 == 0
    if has_no_decimal and abs(number - recorded) < Fraction(1, 100):
        return not_read("it is a part that no decimal is")
    return contradicts("")


def one_in_several(places: list[Place], value: object) -> Iterator[Outcome]:
    """Yield that a figure gives a part of a whole as two numbers: "one in five"."""
    for one, other in pairwise(places):
        is_own = one.is_own and other.is_own and other.numeral.value != 0
        if not is_own or one.behind.strip() not in ("in", "out of", "of", "in every"):
            continue
        if one.numeral.value / other.numeral.value == recorded_part(value):
            yield not_read("one number out of another is not read")
