"""The words in front of a figure: how firmly a source states it."""

from __future__ import annotations

from .closed_enum import ClosedEnum


class Hedge(ClosedEnum):
    """The words in front of a figure, and how they bound it.

    A figure x runs from ``low`` to ``high``; an open end is unknown, not infinite. *Around*,
    *nearly*, *estimated* and *range* make every total that counts them approximate.
    """

    AS_STATED = "as stated", 'The bare figure, "worth" or "valued at": from x to x.'
    AROUND = (
        "around",
        '"Around", "about" or "roughly": from x to x, approximate (EDTF ~; UCDP: best estimate).',
    )
    NEARLY = "nearly", '"Nearly" or "almost": from x to x, approximate.'
    ESTIMATED = (
        "estimated",
        '"Estimated", "expected to cost", "preliminary" or "indicative": from x to x, approximate'
        " (IATI: indicative).",
    )
    UP_TO = (
        "up to",
        '"Up to", "as much as", "could reach" or "potential": from 0 to x (OCDS maximumValue; BODS'
        " maximum).",
    )
    AT_LEAST = "at least", '"At least" or "no less than": from x, open above (BODS minimum).'
    MORE_THAN = "more than", '"More than" or "over": from x, open above (BODS exclusiveMinimum).'
    RANGE = "range", '"Between a and b": from a to b, approximate (UCDP: low and high).'

    @property
    def is_approximate(self) -> bool:
        """Whether a figure with this hedge makes a total approximate."""
        return self in _APPROXIMATE

    @property
    def is_open_above(self) -> bool:
        """Whether a figure with this hedge has no upper end."""
        return self in (Hedge.AT_LEAST, Hedge.MORE_THAN)


_APPROXIMATE = frozenset({Hedge.AROUND, Hedge.NEARLY, Hedge.ESTIMATED, Hedge.RANGE})
