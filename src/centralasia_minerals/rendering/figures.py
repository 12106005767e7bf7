"""Figures in words, in the cases that sentences ask for."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from babel import Locale

_WIDE = Context(prec=120)
# In Russian, a number in the genitive takes the forms that stand beside 1.5 and 5 in the
# nominative: 1 тонна, около 1 тонны; 2 тонны, около 2 тонн.
_GENITIVE = {"ru": {"one": Decimal("1.5"), "few": Decimal(5)}}


class Figure(NamedTuple):
    """A number with its unit or currency, as sentences write it.

    Messages write ``{stated}``, or ``{stated:genitive}`` where a translation asks for that case.

    Attributes:
        number: the number by itself.
        whole: the number with its unit.
        genitive: the same in the genitive; in languages without cases, the same text.
    """

    number: str
    whole: str
    genitive: str

    @classmethod
    def of(cls, number: str, whole: str | None = None) -> Self:
        """Return a figure that no case changes; without a whole, the number is all there is."""
        said = number if whole is None else whole
        return cls(number, said, said)

    def __str__(self) -> str:
        return self.whole

    def __format__(self, case: str) -> str:
        return self.genitive if case == "genitive" else format(self.whole, case)


def filled(template: str, *, low: Figure, stated: Figure, high: Figure) -> str:
    """Return a message with its figures; of two ends, the second one has the unit of both.

    >>> low, high = Figure("18", "18 t", "18 t"), Figure("22", "22 t", "22 t")
    >>> filled("from {low} to {high}", low=low, stated=low, high=high)
    'from 18 to 22 t'
    """
    if "{low" in template and "{high" in template:
        low = Figure.of(low.number)
    return template.format(low=low, stated=stated, high=high)


def counted_as(number: Decimal, spoken: Locale, *, is_genitive: bool = False) -> Decimal:
    """Return a number whose noun in the nominative is the one that a number asks for.

    It is the number itself, without a sign and zeros behind the point, unless a case is asked for.
    """
    count = number.copy_abs().normalize(_WIDE)
    if not is_genitive or spoken.language not in _GENITIVE:
        return count
    return _GENITIVE[spoken.language].get(plural_of(count, spoken), count)


def plural_of(count: Decimal, spoken: Locale) -> str:
    """Return the plural that a number takes, whatever the caller's context of decimals."""
    with localcontext(_WIDE):
        return str(spoken.plural_form(count))
