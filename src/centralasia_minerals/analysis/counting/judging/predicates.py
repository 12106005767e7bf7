"""Conditions on the columns of the ledger, as data with two readings.

Read on a row, a condition holds or does not; read as an expression of narwhals, it is a column of
truth values of any table that has the ledger's columns. A condition on a missing value (None, null)
does not hold.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from centralasia_minerals.values.closed_enum import ClosedEnum

if TYPE_CHECKING:
    import narwhals as nw


class Predicate(Protocol):
    """A condition on the columns of the ledger, with two readings."""

    def holds(self, row: Any) -> bool:
        """Whether it holds on a row, which has the columns as attributes."""
        ...

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        ...


def flag_of(column: str, member: ClosedEnum) -> str:
    """Return the name of the column of truth values that says whether a list has a member.

    >>> from centralasia_minerals.entities.vocabulary.sector import Sector
    >>> flag_of("sectors", Sector.MINERALS)
    'sectors: minerals'
    """
    return f"{column}: {member}"


@attrs.frozen(eq=False)
class Is:
    """A column of truth values is true.

    Attributes:
        column: the name of the column.
    """

    column: str

    def holds(self, row: Any) -> bool:
        """Whether it is true on a row."""
        return getattr(row, self.column) is True

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        import narwhals as nw

        return nw.col(self.column)


@attrs.frozen(eq=False)
class In:
    """A column holds one of some members of an enumeration.

    Attributes:
        column: the name of the column.
        members: the members; of none, it never holds.
    """

    column: str
    members: frozenset[ClosedEnum]

    def holds(self, row: Any) -> bool:
        """Whether a row has one of the members."""
        return getattr(row, self.column) in self.members

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        import narwhals as nw

        texts = sorted(str(member) for member in self.members)
        if not texts:  # An empty list has no type, which pyarrow asks for.
            return nw.lit(False)
        return ~nw.col(self.column).is_null() & nw.col(self.column).is_in(texts)


@attrs.frozen(eq=False)
class Gt:
    """A column of numbers exceeds a bound.

    Attributes:
        column: the name of the column.
        bound: the number that is to be exceeded.
    """

    column: str
    bound: int

    def holds(self, row: Any) -> bool:
        """Whether a row has a number, and a greater one."""
        number = getattr(row, self.column)
        return number is not None and number > self.bound

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        import narwhals as nw

        return ~nw.col(self.column).is_null() & (nw.col(self.column) > self.bound)


@attrs.frozen(eq=False)
class Holds:
    """A column of lists has a member in its list.

    A table has a column of truth values for each member instead, since not every engine has lists.

    Attributes:
        column: the name of the column.
        member: the member.
    """

    column: str
    member: ClosedEnum

    def holds(self, row: Any) -> bool:
        """Whether a row's list has the member."""
        return self.member in getattr(row, self.column)

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        import narwhals as nw

        return nw.col(flag_of(self.column, self.member))


@attrs.frozen(eq=False)
class Not:
    """A condition does not hold.

    Attributes:
        condition: the condition.
    """

    condition: Predicate

    def holds(self, row: Any) -> bool:
        """Whether the condition does not hold on a row."""
        return not self.condition.holds(row)

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        return ~self.condition.expression()


@attrs.frozen(init=False, eq=False)
class _Several:
    """Several conditions.

    Attributes:
        conditions: the conditions.
    """

    conditions: tuple[Predicate, ...]

    def __init__(self, *conditions: Predicate) -> None:
        object.__setattr__(self, "conditions", conditions)


@attrs.frozen(init=False, eq=False)
class And(_Several):
    """All of some conditions hold; of none, it always does."""

    def holds(self, row: Any) -> bool:
        """Whether all of them hold on a row."""
        return all(condition.holds(row) for condition in self.conditions)

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        return _joined(self.conditions, every=True)


@attrs.frozen(init=False, eq=False)
class Or(_Several):
    """Some of the conditions hold; of none, it never does."""

    def holds(self, row: Any) -> bool:
        """Whether some of them hold on a row."""
        return any(condition.holds(row) for condition in self.conditions)

    def expression(self) -> nw.Expr:
        """Return it as an expression of narwhals."""
        return _joined(self.conditions, every=False)


def _joined(conditions: tuple[Predicate, ...], *, every: bool) -> nw.Expr:
    import narwhals as nw

    expressions = [condition.expression() for condition in conditions]
    if not expressions:
        return nw.lit(every)
    if every:
        return reduce(lambda one, other: one & other, expressions)
    return reduce(lambda one, other: one | other, expressions)
