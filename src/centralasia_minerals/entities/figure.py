"""What all current statements about one thing say together; a view, never recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.share import Share

from .base.record import part
from .series import in_series, preferred, standings_of
from .statement import AnyStatement, Standing, Stated

V = TypeVar("V", Money, Measure, Share)
S = TypeVar("S", bound=AnyStatement)


@part
class Figure(Stated[V]):
    """What several current statements say of one figure, as a reader needs it.

    It reads like the statement that comes first. It is approximate if any of the statements is,
    and it cites the passages of all of them. No record holds one: it is made when it is asked for.

    Attributes:
        statements: the current statements, the one that comes first in front.
    """

    statements: tuple[AnyStatement, ...]

    @property
    def approximate(self) -> bool:
        """Whether the words of any of the statements say that the figure is not exact."""
        return any(one.approximate for one in self.statements if isinstance(one, Stated))

    @property
    def about(self) -> bool:
        """Whether it is approximate beyond its bounds, which are those of the first statement."""
        first, *others = (one for one in self.statements if isinstance(one, Stated))
        return first.about or any(one.approximate for one in others)

    @classmethod
    def of(cls, leading: Stated[V], statements: Iterable[AnyStatement]) -> Figure[V]:
        """Return a statement as the figure that several statements, itself among them, give."""
        given: tuple[AnyStatement, ...] = tuple(dict.fromkeys(statements))
        return cls(
            value=leading.value,
            hedge=leading.hedge,
            upper=leading.upper,
            further_words=leading.further_words,
            called=leading.called,
            asserted_by=leading.asserted_by,
            rank=leading.rank,
            citations=tuple(dict.fromkeys(c for one in (leading, *given) for c in one.citations)),
            as_of=leading.as_of,
            statements=given,
        )


def figure_of(statements: tuple[S, ...]) -> S | NotStated:
    """Return what a series says: its one current statement, or a view of all that are current."""
    leading = preferred(statements)
    if len(statements) < 2 or not isinstance(leading, Stated):
        return leading
    current: tuple[AnyStatement, ...] = current_in(statements)
    if len(current) == 1:
        return leading
    return Figure.of(leading, (leading, *current))  # type: ignore[misc,return-value]  # of its T


def current_in(statements: tuple[S, ...]) -> tuple[S, ...]:
    """Return the statements of a series that still hold, by rank, then later ones first."""
    standings = zip(statements, standings_of(statements), strict=True)
    held = tuple(one for one, standing in standings if standing is Standing.CURRENT)
    return in_series(held)
