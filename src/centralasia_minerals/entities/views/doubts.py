"""What of a deal is withheld, what sources report in more than one way, and what none tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from centralasia_minerals.rendering.views.pieces import Cell, Quiet, pieces_of

from ..base.made import fields_of
from ..base.record import Record
from ..base.telling.links import linked
from ..base.telling.told_date import date_in_words
from ..deal_date import DealDate
from ..series import standings_of
from ..source import Citation
from ..statement import Standing, Stated, Undisclosed


def withheld(told: Iterable[tuple[str, tuple[Any, ...]]]) -> tuple[Cell, ...]:
    """Return of which things sources say that they are withheld.

    Args:
        told: what each thing is called, and the statements of it.
    """
    return tuple(
        linked(what, statement.citations)
        for what, statements in told
        for statement in current(statements)
        if isinstance(statement, Undisclosed)
    )


def disputed(
    told: Iterable[tuple[str, tuple[Any, ...]]], dates: tuple[DealDate, ...]
) -> tuple[Cell, ...]:
    """Return what current statements report in more than one way, with every side."""
    lines: list[Cell] = []
    for what, statements in told:
        sides: dict[object, Any] = {}
        for one in current(statements):
            sides.setdefault(_compared(one), one)
        if len(sides) > 1:
            said = [linked(_said(one), one.citations) for one in sides.values()]
            lines.append((f"{what}: ", *_alternatives(said)))
    for kind in dict.fromkeys(date.kind for date in dates):
        alike = {one.date: one for one in dates if one.kind is kind and not one.key}
        if len(alike) > 1:
            said = [linked(date_in_words(one), one.citations) for one in alike.values()]
            lines.append((f"{kind}: ", *_alternatives(said)))
    return tuple(lines)


def current(statements: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the statements that hold, in the order given."""
    told = zip(statements, standings_of(statements), strict=True)
    return tuple(one for one, standing in told if standing is Standing.CURRENT)


def sources(record: Record) -> tuple[Cell, ...]:
    """Return every source that a record and its parts cite, with the number of its passages."""
    cited: dict[str, dict[Citation, None]] = {}
    for citation in _citations(record):
        cited.setdefault(citation.source.id, {}).setdefault(citation)
    return tuple(map(_source, cited.values()))


def _source(cited: Iterable[Citation]) -> Cell:
    first, *others = cited
    number = 1 + len(others)
    best = min((first, *others), key=lambda one: not one.quote)
    title, *rest = pieces_of(linked_source(best))
    return title, *rest, Quiet(f"({number} passage{'' if number == 1 else 's'})")


def linked_source(citation: Citation) -> Cell:
    """Return a source as a line that leads to one of its passages."""
    from ..base.telling.told_citation import told_source

    return told_source(citation.source, str(citation.url) if citation.url else "")


def _citations(record: Any) -> Iterator[Citation]:
    if isinstance(record, Citation):
        yield record
        return
    for field in fields_of(type(record)):
        value = getattr(record, field.name) if field.init else ()
        for one in value if isinstance(value, tuple) else ():
            if isinstance(one, Record) and not hasattr(one, "id"):
                yield from _citations(one)


def _compared(statement: Any) -> object:
    if isinstance(statement, Stated):
        return statement.hedge, statement.value, statement.upper, statement.called
    return "withheld"


def _said(statement: Any) -> str:
    called = getattr(statement, "called", None)
    return f"{statement} (“{called}”)" if called else str(statement)


def _alternatives(said: Sequence[str]) -> Iterator[str]:
    for place, one in enumerate(said):
        if place:
            yield " or "
        yield one
