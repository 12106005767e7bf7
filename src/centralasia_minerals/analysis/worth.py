"""What deals come to by their headline figures, and what the parts of a deal come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.values.money import Money

from .counting.sums.bound_words import bounded


@attrs.frozen
@result
class Worth:
    """The sum of headline figures in one currency.

    Attributes:
        figure: the sum of the figures as printed, in units of the currency.
        said: the sum in words, with the bounds that the figures have.
        citations: the passages behind them.
    """

    figure: Decimal
    said: str
    citations: tuple[Citation, ...]


def wholes_and_parts(deals: Iterable[Deal]) -> Iterator[tuple[Deal, str, Worth, Worth]]:
    """Yield each deal and currency in which both it and its parts have figures, with both."""
    parts_of: dict[str, list[Deal]] = {}
    given = tuple(deals)
    for deal in given:
        if isinstance(deal.part_of, Deal):
            parts_of.setdefault(deal.part_of.id, []).append(deal)
    for whole in given:
        if whole.id in parts_of:
            parts = _worth(parts_of[whole.id])
            for currency, own in _worth([whole]).items():
                if currency in parts:
                    yield whole, currency, own, parts[currency]


def _worth(deals: Iterable[Deal]) -> dict[str, Worth]:
    """Return what deals come to, by the code of the currency."""
    told: dict[str, list[Stated[Money]]] = {}
    for deal in deals:
        stated = deal.value
        if isinstance(stated, Stated):
            told.setdefault(stated.value.currency.code, []).append(stated)
    return {currency: _sum(figures) for currency, figures in told.items()}


def _sum(figures: list[Stated[Money]]) -> Worth:
    lows, told = (
        Money.sum(ends) for ends in zip(*((s.low, s.value) for s in figures), strict=True)
    )
    highs = [stated.high for stated in figures if stated.high is not None]
    high = Money.sum(highs) if len(highs) == len(figures) else None
    about = any(stated.about for stated in figures)
    said = bounded(lows, told, high, zero=told.zeroed(), about=about)
    citations = tuple(citation for stated in figures for citation in stated.citations)
    return Worth(told.amount, said, citations)
