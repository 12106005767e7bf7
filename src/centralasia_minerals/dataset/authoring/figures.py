"""Finds the figure of a passage that reads as what a draft records."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from centralasia_minerals.errors import CentralAsiaMineralsError
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from ..evidence.printed_figures import MOST_WORDS, reads_as, stands_whole

Recorded = Money | Measure | Share


def figure_in(passage: str, values: list[Recorded]) -> str | None:
    """Return the shortest words of a passage that read as what is recorded; None without."""
    words = passage.split() if values else []
    for number in range(1, min(MOST_WORDS, len(words)) + 1):
        for first in range(len(words) - number + 1):
            printed = " ".join(words[first : first + number]).strip(".,;:!?()\"'“”")
            if (
                printed
                and stands_whole(printed, passage)
                and all(reads_as(printed, value) for value in values)
            ):
                return printed
    return None


def recorded_in(holder: dict[str, Any]) -> Iterator[Recorded]:
    """Yield the figures that a table of a statement records, as far as they can be read."""
    for key in ("value", "upper"):
        figure = holder.get(key)
        if not isinstance(figure, dict):
            continue
        try:
            if "amount" in figure:
                yield Money(figure["amount"], figure["currency"])
            elif "magnitude" in figure:
                yield Measure(figure["magnitude"], figure["unit"])
            elif "fraction" in figure:
                yield Share(Decimal(str(figure["fraction"])))
        except (CentralAsiaMineralsError, KeyError, ArithmeticError):
            return  # Reading the data file says what is wrong with it.
