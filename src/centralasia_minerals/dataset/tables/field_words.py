"""What the fields of a class mean, in the words of its docstring."""

from __future__ import annotations

import re
from functools import cache
from inspect import getdoc

import attrs

from centralasia_minerals.entities.base.record import Record

from .figure_columns import Cells

AS_RECORDED = "as recorded"
"""What a column says of its values where nothing else is known."""

_SECTION = re.compile(r"^Attributes:\n((?:^[ ].*\n?|^\n)+)", re.MULTILINE)
_ENTRY = re.compile(r"^    (\w+): ((?:.*\n?)(?:^     .*\n?)*)", re.MULTILINE)


@cache
def field_words(cls: type[Record]) -> dict[str, str]:
    """Return the meaning of each field that the docstring of a class or its bases has.

    Without docstrings (``python -OO``), there are none.
    """
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        section = _SECTION.search(f"{getdoc(one) or ''}\n") if "__doc__" in vars(one) else None
        if section:
            found |= {
                name: " ".join(said.split()).rstrip(".").replace("``", "")
                for name, said in _ENTRY.findall(section[1])
            }
    return found


def with_words(cells: Cells, said: str | None) -> Cells:
    """Return columns of which the first says what its field means, if anything does."""
    if not said or not cells.columns:
        return cells
    first, *others = cells.columns
    about = said if first.about == AS_RECORDED else f"{said}; {first.about}"
    return Cells((attrs.evolve(first, about=about), *others), cells.read)
