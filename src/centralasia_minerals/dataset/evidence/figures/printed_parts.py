"""Reads the parts of a whole that are printed in words: halves, quarters, thirds."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from centralasia_minerals.values.share import Share

from .numerals_in_place import Place
from .printed_numbers import parts_in
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


def part_outcome(place: Place, share: Share) -> Outcome:
    """Return how a part reads beside a recorded share."""
    number, recorded = place.numeral.number, Fraction(share.fraction)
    if number == recorded:
        return AS_RECORDED
    has_no_decimal = number.denominator % 3 == 0 or number.denominator % 7 == 0
    if has_no_decimal and abs(number - recorded) < Fraction(1, 100):
        return not_read("it is a part that no decimal is")
    return contradicts("")


def one_in_several(places: list[Place], share: Share) -> Iterator[Outcome]:
    """Yield that a figure gives a share as two numbers: "one in five"."""
    for one, other in pairwise(places):
        is_own = one.is_own and other.is_own and other.numeral.value != 0
        if not is_own or one.behind.strip() not in ("in", "out of", "of", "in every"):
            continue
        if one.numeral.value / other.numeral.value == Fraction(share.fraction):
            yield not_read("one number out of another is not read")
