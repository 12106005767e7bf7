"""Reads decimals as a spreadsheet has written them again, in any country, without guessing.

A point or a comma before exactly three digits may begin decimal places or part thousands. Other
cells of the column may tell; if none does, the cell is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

_POINT_OR_COMMA = (".", ",")
_FORM = re.compile(
    "-?(?P<whole>[0-9]{1,3}(?P<group>[.,'\u2019 \u00a0\u2009\u202f])[0-9]{3}"
    "(?:(?P=group)[0-9]{3})*|[0-9]+)(?:(?P<mark>[.,])(?P<places>[0-9]+))?"
)
"""A number of which a sign parts thousands, or none does."""

_MOST = 80
"""The most characters of a number; a column has 38 digits."""


def number_reader(cells: Iterable[str]) -> Callable[[str], Decimal]:
    """Return what reads the decimals of a column, and raises ValueError if it would have to guess.

    Args:
        cells: all cells of the column, which tell what begins decimal places in it.
    """
    marks = {mark for cell in {*cells} if (mark := _mark_of(_form_of(cell)))}
    common = marks.pop() if len(marks) == 1 else ""

    def read(cell: str) -> Decimal:
        form = _form_of(cell)
        if form is None or not (_mark_of(form) or common or not two_readings(cell)):
            raise ValueError(cell)
        return _number(cell, _mark_of(form) or common)

    return read


def two_readings(cell: str) -> tuple[Decimal, Decimal] | None:
    """Return both numbers that a cell may be; None if it is one number alone, or none."""
    form = _form_of(cell)
    if form is None or form["group"] not in _POINT_OR_COMMA or _mark_of(form):
        return None
    return _number(cell, form["group"]), _number(cell, "")


def _form_of(cell: str) -> re.Match[str] | None:
    form = _FORM.fullmatch(cell) if len(cell) <= _MOST else None
    return None if form and form["mark"] and form["mark"] == form["group"] else form


def _mark_of(form: re.Match[str] | None) -> str:
    """Return what begins decimal places, by the cell alone; empty if nothing tells."""
    if form is None:
        return ""
    group, mark = form["group"], form["mark"]
    if mark or group not in _POINT_OR_COMMA:
        return mark or ""
    if form["whole"].count(group) > 1:
        return "," if group == "." else "."
    # No thousands begin with zero.
    return group if form["whole"].startswith("0") else ""


def _number(cell: str, mark: str) -> Decimal:
    kept = [one for one in cell if one in "-0123456789" or one == mark]
    return Decimal("".join("." if one == mark else one for one in kept))
