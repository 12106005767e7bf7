"""What comes of reading a printed figure beside a recorded one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from centralasia_minerals.values.closed_enum import ClosedEnum


class Reading(ClosedEnum):
    """How a figure reads that stands in its passage."""

    AS_RECORDED = "as recorded", "Its number, unit and hedge are those of the record."
    NOT_READ = (
        "stands there, not read",
        "It stands there, and its words say nothing else, but not all of them can be read.",
    )
    CONTRADICTS = "contradicts", "Its number, unit or hedge is another than that of the record."


_ORDER = (Reading.CONTRADICTS, Reading.NOT_READ, Reading.AS_RECORDED)


class Outcome(NamedTuple):
    """How a figure reads, and why it does not read as recorded.

    Attributes:
        reading: how it reads.
        why: what stands there instead, or what is not read; empty if it reads as recorded.
        fits: whether number and unit are the recorded ones as far as they are printed.
    """

    reading: Reading
    why: str = ""
    fits: bool = False

    @property
    def is_contradiction(self) -> bool:
        """Whether the figure says something else."""
        return self.reading is Reading.CONTRADICTS


AS_RECORDED = Outcome(Reading.AS_RECORDED, fits=True)


def not_read(why: str, *, fits: bool = False) -> Outcome:
    """Return that a figure, or a part of it, is not read."""
    return Outcome(Reading.NOT_READ, why, fits)


def contradicts(why: str) -> Outcome:
    """Return that a figure says something else than the record."""
    return Outcome(Reading.CONTRADICTS, why)


def best(outcomes: Iterable[Outcome]) -> Outcome | None:
    """Return the first of the outcomes that are nearest to the record; None of none."""
    return max(outcomes, key=lambda one: (_ORDER.index(one.reading), one.fits), default=None)


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the first of the outcomes that are farthest from the record."""
    return min(outcomes, key=lambda one: (_ORDER.index(one.reading), one.fits), default=AS_RECORDED)


class Printed(NamedTuple):
    """A figure where it stands: each text is on one line, with plain spaces, quotes and hyphens.

    Attributes:
        before: what stands before it.
        figure: the figure.
        after: what stands after it.
        passage: the whole passage.
    """

    before: str
    figure: str
    after: str = ""
    passage: str = ""
