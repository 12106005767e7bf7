"""Words that bound a figure: about, up to, at least, from one end to the other."""

from __future__ import annotations

from typing import TypeVar

from centralasia_minerals.entities.base.telling.readable import readable

B = TypeVar("B")


def template_of(low: B, stated: B, high: B | None, *, zero: B, about: bool) -> str:
    """Return the template of a figure with its bounds, to be filled with ``{low}`` and so on.

    If every figure in a sum is "up to", the sum is; if one has an open end, the sum is at least
    its low; and if both occur, it runs from the low, and is open above. A low of zero is never
    written as a number.

    >>> template_of(0, 900, 900, zero=0, about=True)
    'up to about {high}'
    >>> template_of(5, 7, None, zero=0, about=False)
    'from {low} to {stated}, open above'
    """
    template = _exact(low, stated, high, zero)
    return _ABOUT[template] if about else template


def bounded(low: B, stated: B, high: B | None, *, zero: B, about: bool) -> str:
    """Return a figure with its bounds in English words.

    >>> bounded(18, 18, 22, zero=0, about=True)
    'from about 18 to about 22'
    """
    template = template_of(low, stated, high, zero=zero, about=about)
    return template.format(low=readable(low), stated=readable(stated), high=readable(high))


def _exact(low: B, stated: B, high: B | None, zero: B) -> str:
    if high is None:
        if low == stated:
            return _AT_LEAST
        return _UNLIMITED if low == zero else _OPEN_ABOVE
    if low == stated == high:
        return _PLAIN
    if low != zero:
        return _FROM_TO
    return _UP_TO if stated == high else _UP_TO_OR


_PLAIN = "{stated}"
_UP_TO = "up to {high}"
_UP_TO_OR = "up to {high}, or {stated} if every figure is taken at face value"
_AT_LEAST = "at least {low}"
_FROM_TO = "from {low} to {high}"
_OPEN_ABOVE = "from {low} to {stated}, open above"
_UNLIMITED = "{stated} at face value, with no lower or upper limit stated"
_ABOUT = {
    _PLAIN: "about {stated}",
    _UP_TO: "up to about {high}",
    _UP_TO_OR: "up to about {high}, or about {stated} if every figure is taken at face value",
    _AT_LEAST: "at least about {low}",
    _FROM_TO: "from about {low} to about {high}",
    _OPEN_ABOVE: "from about {low} to about {stated}, open above",
    _UNLIMITED: "about {stated} at face value, with no lower or upper limit stated",
}
