"""Shares: parts of a whole."""

from __future__ import annotations

import re
from decimal import Context, Decimal

import attrs

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.rendering.figures import Figure
from centralasia_minerals.rendering.numbers import format_fraction_as_percent
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen, closed
from .exact_decimal import EXACT, exact_decimal, exactly, plain

_WRITTEN = re.compile(r"([0-9]+(?:\.[0-9]+)?)%", re.ASCII)


def _fraction(value: Decimal | int | str) -> Decimal:
    return exact_decimal(value, "a share")


@closed
@attrs.frozen(order=True, getstate_setstate=False)
class Share(Frozen):
    """A part of a whole, from 0 (none) to 1 (all of it).

    Attributes:
        fraction: the part as an exact fraction of 1; 70 per cent is ``"0.7"``. It is given as a
            Decimal, an int or plain digits.

    Raises:
        InvalidTypeError: the fraction is a float, a bool or of another type.
        InvalidValueError: it is below 0 or above 1.

    >>> str(Share("0.7"))
    '70%'
    """

    fraction: Decimal = attrs.field(converter=_fraction)

    @fraction.validator
    def _must_be_part_of_one(self, _: object, fraction: Decimal) -> None:
        if not 0 <= fraction <= 1:
            found = f"{plain(fraction)} is not between 0 and 1"
            raise InvalidValueError("a share", found, "write 70 per cent as '0.7'")

    @classmethod
    def percent(cls, percentage: Decimal | int | str) -> Share:
        """Return the share that is a percentage: ``Share.percent(70)`` is ``Share("0.7")``."""
        return cls(EXACT.scaleb(exact_decimal(percentage, "a percentage"), Decimal(-2)))

    @classmethod
    def parse(cls, text: str) -> Share:
        """Read what ``str`` writes, such as ``70%``.

        Raises:
            InvalidValueError: the text is not a plain number and a per cent sign.
        """
        found = _WRITTEN.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise InvalidValueError("a share", briefly(text), "write it like '70%'")
        return cls.percent(found[1])

    def __mul__(self, other: Share) -> Share:
        """Return the share of a share: half of 70 per cent is 35 per cent."""
        if not isinstance(other, Share):
            return NotImplemented
        return Share(exactly(Context.multiply, self.fraction, other.fraction, "a share"))

    def __str__(self) -> str:
        percentage = EXACT.scaleb(self.fraction, Decimal(2))
        whole = percentage.to_integral_value()
        return f"{plain(whole if whole == percentage else percentage)}%"

    def __repr__(self) -> str:
        return f"Share({plain(self.fraction)!r})"

    def format(self, locale: str) -> str:
        r"""Return the share as a percentage, as a locale writes it, with all its digits.

        >>> Share("0.7").format("ru")
        '70\xa0%'
        """
        return format_fraction_as_percent(self.fraction, locale)

    def figure_in(self, locale: str) -> Figure:
        """Return the share as in running text; no case changes it."""
        return Figure.of(self.format(locale))

    def zeroed(self) -> Share:
        """Return a share of zero, which is where "up to" begins."""
        return Share(0)
