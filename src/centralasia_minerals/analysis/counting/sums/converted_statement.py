"""Figures that a rate brought into another currency, exact and as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context
from typing import Any

from centralasia_minerals.entities.base.record import part, with_changes
from centralasia_minerals.entities.base.telling.readable import readable
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.unit import Unit


@part
class ConvertedStatement(Figure[Money]):
    """A figure converted by a rate; its bounds are those of its wording and of the rate.

    ``value`` is the printed figure converted by the rate's own figure, and ``statements`` are the
    printed ones.

    Attributes:
        least: the low of the figure, converted by the low of the rate.
        most: the high of the figure, converted by the high of the rate; None if the wording sets
            no upper limit.
        is_by_an_interval: whether the rate is known only as an interval.
    """

    least: Money
    most: Money | None
    is_by_an_interval: bool = False

    @property
    def approximate(self) -> bool:
        """Whether the printed figure is not exact, or the rate is known only as an interval."""
        return self.is_by_an_interval or super().approximate

    def _field_errors(self) -> Iterator[InvalidValueError]:
        """Yield nothing: the rules are for printed figures, and rounding may close a range."""
        return iter(())

    @property
    def low(self) -> Money:
        """The least that the wording and the rate allow."""
        return self.least

    @property
    def high(self) -> Money | None:
        """The most that the wording and the rate allow; None if there is no upper limit."""
        return self.most

    @property
    def as_read(self) -> ConvertedStatement:
        """The same as people read it, in whole units."""
        value, upper, least, most = in_whole_units(
            (self.value, self.upper or None, self.least, self.most)
        )
        return with_changes(self, value=value, upper=upper or self.upper, least=least, most=most)

    def format(self, locale: str, *, unit: Unit | str | None = None) -> str:
        """Return it in words, as ``Stated.format`` does, rounded to whole units."""
        return Figure.format(self.as_read, locale, unit=unit)

    def __str__(self) -> str:
        read = self.as_read
        said = Figure.__str__(read)
        by_words = (read.value.zeroed() if self.hedge is Hedge.UP_TO else read.value, read.value)
        if self.hedge is Hedge.RANGE or read.most is None or (read.least, read.most) == by_words:
            return said
        return f"{said} (from {readable(read.least)} to {readable(read.most)})"


def in_whole_units(amounts: tuple[Money | None, ...]) -> tuple[Any, ...]:
    """Return converted amounts as people read them: from a thousand on, without fractions."""
    return tuple(
        one
        if one is None or one.amount.copy_abs() < _THOUSAND
        else Money(one.amount.to_integral_value(ROUND_HALF_EVEN, _WIDE), one.currency)
        for one in amounts
    )


_THOUSAND = 1000
# Wide enough for any figure of this library.
_WIDE = Context(prec=200, rounding=ROUND_HALF_EVEN)
