"""Kinds of absence; none of them is zero, and none of them has a value."""

from __future__ import annotations

import attrs


@attrs.frozen
class Absence:
    """Something is not there, and the kind says why; falsy, so that ``if deal.value`` reads well.

    There is no ``value``: asking for one is an error instead of a silent zero.
    """

    def __bool__(self) -> bool:
        return False


@attrs.frozen
class NotStated(Absence):
    """No source says it: what a key left out of a data file means.

    >>> bool(NotStated()), NotStated() == NotStated()
    (False, True)
    """


@attrs.frozen
class NotApplicable(Absence):
    """There is nothing to say: an honour carries no money, an alloy has no chemical symbol."""
