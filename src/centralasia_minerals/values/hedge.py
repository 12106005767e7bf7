"""How firmly a source words a figure."""

from __future__ import annotations

from .word import Word


class Hedge(Word):
    """The words in front of a figure, and what they bound.

    *Up to x* runs from nothing to x; *more than x* and *at least x* have no upper end; a *range*
    has both ends; the others bound nothing, but *around*, *nearly*, *estimated* and *range* make
    whatever counts them approximate.
    """

    AS_STATED = "as stated"
    AROUND = "around"
    NEARLY = "nearly"
    ESTIMATED = "estimated"
    UP_TO = "up to"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    RANGE = "range"

    @property
    def is_approximate(self) -> bool:
        """Say whether a figure so worded makes a total approximate."""
        return self in _APPROXIMATE

    @property
    def is_open_above(self) -> bool:
        """Say whether a figure so worded has no upper end."""
        return self in (Hedge.AT_LEAST, Hedge.MORE_THAN)


_APPROXIMATE = frozenset({Hedge.AROUND, Hedge.NEARLY, Hedge.ESTIMATED, Hedge.RANGE})
