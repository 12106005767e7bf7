"""Totals of tables in any engine: what ``frames.total`` returns, and how it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.on_tables.added_up import (
    counted_rows,
    raises_of,
    sums_of,
)
from centralasia_minerals.analysis.counting.on_tables.passed_rows import (
    FIGURES,
    Frame,
    kept_rows,
    passed_rows,
)
from centralasia_minerals.analysis.counting.on_tables.raised_lows import raised_groups

OF_COUNTED = ("row", "deal", "_money", "is_related", *FIGURES)
"""The columns of the rows that count, as they are added up."""


class Question:
    """What is asked of some tables: the frames that answer it, none of them computed yet.

    Attributes:
        rows: the rows of a ledger.
        covers: which deals cover which; None if it was not given.
        bids: which deals are rivals; None if it was not given.
        filters: the conditions that a row must meet to count.
        currency: the code of the currency asked for; None leaves figures in their own.
        levels: how many levels of parts the covers have.
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
    ) -> None:
        self.rows: Frame = rows
        self.covers: Frame | None = covers
        self.bids: Frame | None = bids
        self.filters: Filters = filters
        self.currency: str | None = currency
        self.levels: int = levels
        self.keys: tuple[str, ...] = keys

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
    def _related(self) -> Frame | None:
        """The kept rows of deals that are related to others; None if there are none."""
        import narwhals as nw

        if self.covers is None and self.bids is None:
            return None
        related = passed_rows(self.rows.filter(nw.col("is_related")), self.filters, *self.keys)
        return counted_rows(kept_rows(related, self.filters), self.covers, self.bids)

    @cached_property
    def counted(self) -> Frame:
        """The rows that count, with the lows that their words allow."""
        import narwhals as nw

        columns = [*OF_COUNTED, *(key for key in self.keys if key not in OF_COUNTED)]
        plain = self._plain.select(*columns)
        if self._related is None:
            return plain
        related = self._related.filter(nw.col("_counts")).select(*columns)
        return nw.concat([plain, related])

    @cached_property
    def raised(self) -> Frame | None:
        """The groups whose lows are raised by parts; None if no deal has parts."""
        if self._related is None or self.covers is None or not self.levels:
            return None
        return raised_groups(self._related, self.covers, self.levels, self.currency)

    def sums(self) -> list[dict[str, Any]]:
        """Return what the counted rows come to, a line for each currency, with raised lows."""
        import narwhals as nw

        lines = {line["currency"]: line for line in lines_of(sums_of(self.counted))}
        raised = self.raised
        if raised is not None and self._related is not None:
            counting = self._related.filter(nw.col("_counts"))
            for more in lines_of(raises_of(raised, counting)):
                line = lines[more["currency"]]
                line["low"] += more["raised_to"] - more["raised_from"]
                line["about"] = max(line["about"], more["unsure"])
        return [lines[code] for code in sorted(lines)]


def lines_of(frame: Frame) -> list[dict[str, Any]]:
    """Return the lines of a small frame, computed."""
    found: Mapping[str, list[Any]] = frame.collect().to_dict(as_series=False)
    return [dict(zip(found, line, strict=True)) for line in zip(*found.values(), strict=True)]
