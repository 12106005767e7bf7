"""How deep chains of records of one kind are: owners of owners, wholes of wholes."""

from __future__ import annotations

from centralasia_minerals.errors import InvalidValueError

MOST_LEVELS = 40
"""How many records a chain may have; no real chain of wholes or owners is longer."""


class Levels:
    """How many records each record stands above, itself included, through others of its kind."""

    def __init__(self) -> None:
        self._levels: dict[str, int] = {}

    def note(self, above: str, below: str) -> None:
        """Note that a record refers to another of its kind, which refers to no more of them.

        Raises:
            InvalidValueError: the chain is too long; in whichever order it was met.
        """
        level = self._levels.get(below, 1)
        if level >= MOST_LEVELS:
            raise too_deep(below)
        self._levels[above] = max(self._levels.get(above, 1), level + 1)


def too_deep(id: str) -> InvalidValueError:
    """Return the error for a record that stands above too many."""
    found = f"more than {MOST_LEVELS} levels"
    return InvalidValueError(f"the records above {id!r}", found, "nest less deeply")
