"""Kinds of absence; they do not have a value, and they never mean zero."""

from __future__ import annotations

from typing import Literal

import attrs


@attrs.frozen
class Absence:
    """A value is absent, and the class says why; falsy, so that ``if deal.value`` works.

    It has no attribute ``value``: asking for it is an error, where a zero would be misread.
    """

    def __bool__(self) -> Literal[False]:
        return False


@attrs.frozen
class NotStated(Absence):
    """No source says it; this is what a key that is left out of a data file means.

    >>> bool(NotStated()), NotStated() == NotStated()
    (False, True)
    """

    def __str__(self) -> str:
        return "not stated"


@attrs.frozen
class NotApplicable(Absence):
    """There cannot be a value: a treaty has no price, and a group of minerals has no symbol."""

    def __str__(self) -> str:
        return "not applicable"
