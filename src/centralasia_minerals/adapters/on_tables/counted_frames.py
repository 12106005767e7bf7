"""The frames of the rows that count, none of them computed before it is asked for."""

from __future__ import annotations

from functools import cached_property

from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.on_tables.added_up import counted_rows
from centralasia_minerals.analysis.counting.on_tables.passed_rows import (
    FIGURES,
    Frame,
    kept_rows,
    passed_rows,
)
from centralasia_minerals.analysis.counting.on_tables.raised_lows import raised_groups

OF_COUNTED = (
    "row", "deal", "unit", "is_related", "_money", "_is_funding", "_is_part", "_years", *FIGURES,
)  # fmt: skip
"""The columns of the rows that count, as they are added up."""


class CountedFrames:
    """The rows of some tables that count, by what is asked of them.

    Attributes:
        rows: the rows of a ledger.
        covers: which deals cover which; None if it was not given.
        bids: which deals are rivals; None if it was not given.
        filters: the conditions that a row must meet to count.
        currency: the code of the currency asked for; None leaves figures in their own.
        levels: how many levels of parts the covers have.
        keys: further columns to group by.
        is_lazy: whether the rows were given as a lazy frame.
    """

    def __init__(
        self,
        rows: Frame,
        covers: Frame | None,
        bids: Frame | None,
        filters: Filters,
        currency: str | None,
        levels: int,
        keys: tuple[str, ...] = (),
        *,
        is_lazy: bool = True,
    ) -> None:
        self.rows: Frame = rows
        self.covers: Frame | None = covers
        self.bids: Frame | None = bids
        self.filters: Filters = filters
        self.currency: str | None = currency
        self.levels: int = levels
        self.keys: tuple[str, ...] = keys
        self.is_lazy: bool = is_lazy

    @cached_property
    def _plain(self) -> Frame:
        """The rows that count of deals that are related to no other."""
        import narwhals as nw

        if self.covers is None and self.bids is None:
            own = self.rows
        else:
            own = self.rows.filter(~nw.col("is_related"))
        return kept_rows(passed_rows(own, self.filters, *self.keys), self.filters)

    @cached_property
    def _kept_of_related(self) -> Frame | None:
        """What deals that are related to others keep, whoever has outbid them; None without any."""
        import narwhals as nw

        if self.covers is None and self.bids is None:
            return None
        related = passed_rows(self.rows.filter(nw.col("is_related")), self.filters, *self.keys)
        return self._settled(kept_rows(related, self.filters))

    @cached_property
    def _related(self) -> Frame | None:
        """The kept rows of related deals that no rival has left behind, and whether they count."""
        kept = self._kept_of_related
        if kept is None:
            return None
        return self._settled(counted_rows(kept, self.covers, self.bids))

    def _settled(self, frame: Frame) -> Frame:
        """Return a frame of few rows computed, if frames were given that are not lazy."""
        return frame if self.is_lazy else frame.collect().lazy()

    @cached_property
    def _counting(self) -> Frame | None:
        """The rows of related deals that count; None if no deal is related to another."""
        import narwhals as nw

        return None if self._related is None else self._related.filter(nw.col("_counts"))

    @cached_property
    def counted(self) -> Frame:
        """The rows that count, with the lows that their words allow."""
        return self._joined(self._plain, self._counting)

    def _joined(self, plain: Frame, related: Frame | None, *more: str) -> Frame:
        """Return rows that count of both sorts of deals, with the columns that are asked for."""
        import narwhals as nw

        columns = [*dict.fromkeys((*OF_COUNTED, *self.keys, *more))]
        if related is None:
            return plain.select(*columns)
        return nw.concat([plain.select(*columns), related.select(*columns)])

    @cached_property
    def raised(self) -> Frame | None:
        """The groups whose lows are raised by parts; None if no deal has parts."""
        if self._related is None or self.covers is None or not self.levels:
            return None
        groups = raised_groups(self._related, self.covers, self.levels, self.currency)
        return self._settled(groups)
