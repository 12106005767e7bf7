"""How a statement is told in a line and in a view: the figure with its hedge, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from centralasia_minerals.rendering.views.blocks import Facts, Heading, View
from centralasia_minerals.rendering.views.pieces import Cell, Quiet, pieces_of
from centralasia_minerals.values.absence import NotStated

from .links import linked
from .readable import readable
from .told import told, told_together

NOT_EXACT = "no, it is worded as approximate"
WITHHELD = "withheld"
"""What a view says of a figure that somebody keeps to himself; ``str`` says *undisclosed*."""


def told_statement(statement: Any, said: str) -> Cell:
    """Return a statement as a line: the figure, led to its sentence, who says so, and when."""
    pieces: list[str] = [linked(said, statement.citations)]
    if called := getattr(statement, "called", None):
        pieces.append(f", called “{called}”")
    if statement.asserted_by:
        pieces += [", according to ", *pieces_of(told_together(statement.asserted_by))]
    if when := statement.as_of:
        pieces.append(Quiet(f"(as of {readable(when)})"))
    if statement.reason:
        pieces.append(Quiet(f"(known to be wrong: {statement.reason})"))
    return tuple(pieces)


def statement_view(statement: Any, said: str) -> View:
    """Return the view of a statement, or of what several say together."""
    others = getattr(statement, "statements", ())
    rows: list[tuple[str, tuple[Cell, ...]]] = [
        ("the words allow", tuple(_bounds(statement))),
        ("exact", (NOT_EXACT,) if getattr(statement, "approximate", False) else ()),
        ("called", _if_given(getattr(statement, "called", None))),
        ("according to", tuple(map(told, statement.asserted_by))),
        ("as of", _if_given(statement.as_of)),
        ("known to be wrong", _if_given(statement.reason)),
        ("statements", tuple(map(told, others)) if len(others) > 1 else ()),
        ("sources", tuple(map(told, statement.citations))),
    ]
    return Heading(linked(said, statement.citations)), Facts(tuple(rows))


class ToldStatement:
    """A statement that tells itself; one without a value tells that it is withheld."""

    __slots__ = ()

    def _told(self) -> Cell:
        return told_statement(self, str(self) if hasattr(self, "value") else WITHHELD)

    def _view(self) -> View:
        return statement_view(self, str(self) if hasattr(self, "value") else WITHHELD)


def _if_given(value: object) -> tuple[Cell, ...]:
    return () if value is None or isinstance(value, NotStated) else (told(value),)


def _bounds(statement: Any) -> Iterator[str]:
    """Yield what the words of a figure allow, if that is more than the figure itself."""
    value = getattr(statement, "value", None)
    if value is None or not hasattr(value, "zeroed"):
        return
    low, high = statement.low, statement.high
    if high is None:
        yield f"{readable(low)} or more"
    elif low != high and low == value.zeroed():
        yield f"anything up to {readable(high)}"
    elif low != high:
        yield f"from {readable(low)} to {readable(high)}"
