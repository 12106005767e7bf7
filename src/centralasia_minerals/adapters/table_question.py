"""What is asked of the tables of a ledger, and the frames that answer it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from centralasia_minerals.analysis.counting.groups import NOT_STATED
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.judging.rules import RULES
from centralasia_minerals.analysis.counting.ledger_row import Verdict
from centralasia_minerals.analysis.counting.on_tables.added_up import (
    counted_rows,
    raised_rows,
    raises_of,
    sums_of,
    with_raised_lows,
)
from centralasia_minerals.analysis.counting.on_tables.covered_rows import outbid_deals
from centralasia_minerals.analysis.counting.on_tables.passed_rows import (
    FIGURES,
    Frame,
    kept_rows,
    passed_rows,
)
from centralasia_minerals.analysis.counting.on_tables.raised_lows import raised_groups
from centralasia_minerals.analysis.counting.on_tables.reasons import REASONS, judged_rows, unjudged
from centralasia_minerals.values.closed_enum import ClosedEnum

OF_COUNTED = (
    "row", "deal", "unit", "is_related", "_money", "_is_funding", "_is_part", "_years", *FIGURES,
)  # fmt: skip
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

    @cached_property
    def _judged(self) -> Frame:
        """All rows, without lists, with their verdict and whether each rule leaves them out."""
        bids, kept = self.bids, self._kept_of_related
        return judged_rows(
            self.rows.select(*(name for name in unjudged(self.rows) if name not in self._lists)),
            self.filters,
            self.counted,
            self._related,
            self.covers,
            None if bids is None or kept is None else outbid_deals(kept, bids),
        )

    @cached_property
    def _lists(self) -> list[str]:
        """The columns of lists, which not every engine joins."""
        import narwhals as nw

        schema = self.rows.collect_schema()
        return [name for name in unjudged(self.rows) if schema[name] == nw.List]

    @cached_property
    def numbers(self) -> dict[ClosedEnum, int]:
        """How many rows there are of each verdict, and left out for each reason."""
        import narwhals as nw

        flags = {name: nw.col(name) for name in REASONS}
        flags |= {str(verdict): nw.col("verdict") == str(verdict) for verdict in Verdict}
        ones = {
            name: nw.when(flag).then(nw.lit(1)).otherwise(nw.lit(0)) for name, flag in flags.items()
        }
        (line,) = lines_of(
            self._judged.select(**ones).select(*(nw.col(name).sum() for name in ones))
        )
        members = (*(rule.reason for rule in RULES), *Verdict)
        return {member: int(line[str(member)] or 0) for member in members}

    def judged_rows(self) -> Any:
        """Return all rows as they were given, with their verdict and a column for each rule."""
        return self._completed(self._judged, [*unjudged(self.rows), "verdict", *REASONS])

    def rows_of(self, verdict: Verdict) -> Any:
        """Return the rows of a verdict in their own engine."""
        import narwhals as nw

        found = self._judged.filter(nw.col("verdict") == str(verdict))
        if verdict is Verdict.COUNTED and self.raised is not None:
            found = with_raised_lows(found, raised_rows(self._counting, self.raised))
        return self._completed(found, unjudged(self.rows))

    def _completed(self, found: Frame, names: list[str]) -> Any:
        """Return some rows with the lists that they were given with, in their own engine."""
        import narwhals as nw

        lists = self.rows.select("row", *self._lists)
        if self.is_lazy:
            joined = found.join(lists, on="row", how="left") if self._lists else found
            return joined.select(*names).to_native()
        eager = found.collect().sort("row")
        if self._lists:
            own = lists.collect()
            own = own.filter(own["row"].is_in(eager["row"])).sort("row").drop("row")
            eager = nw.concat([eager, own], how="horizontal")
        return eager.select(*names).to_native()

    def deals_in(self, currencies: list[str]) -> list[str]:
        """Return the deals whose counted figures are in some currencies."""
        import narwhals as nw

        found = self.counted.filter(nw.col("currency").is_in(currencies)).select("deal").unique()
        return sorted(line["deal"] for line in lines_of(found))

    def sums(self) -> list[dict[str, Any]]:
        """Return what the counted rows come to, a line for each currency, with raised lows."""
        import narwhals as nw

        lines = {
            line["currency"]: line
            for line in lines_of(sums_of(self.counted.with_columns(_unsure=nw.lit(0))))
        }
        raised = self.raised
        if raised is not None:
            for more in lines_of(raises_of(raised, self._counting)):
                line = lines[more["currency"]]
                line["low"] += more["raised_to"] - more["raised_from"]
                line["about"] = max(line["about"], more["unsure"])
        return [lines[code] for code in sorted(lines)]

    def groups(self, column: str, name: str) -> Frame:
        """Return what the counted rows come to by a column and by currency, with raised lows."""
        import narwhals as nw

        sure, counting = nw.lit(0).cast(nw.Int64), self._counting
        if counting is not None and self.raised is not None:
            counting = with_raised_lows(counting, raised_rows(counting, self.raised))
            counting = counting.with_columns(nw.col("_unsure").cast(nw.Int64))
        elif counting is not None:
            counting = counting.with_columns(_unsure=sure)
        counted = self._joined(self._plain.with_columns(_unsure=sure), counting, "_unsure")
        # No key is a group of its own for every engine, or for none.
        lines = sums_of(counted.with_columns(_key=nw.col(column).fill_null(NOT_STATED)), "_key")
        is_open = nw.col("closed") < nw.col("rows")
        return lines.select(
            nw.col("_key").alias(name),
            "currency",
            "low",
            "stated",
            high=nw.when(~is_open).then(nw.col("high")),
            is_approximate=nw.col("approximate") == 1,
            is_about=(nw.col("about") == 1) | (nw.col("unsure") == 1),
            counted=nw.col("rows"),
        )


def lines_of(frame: Frame) -> list[dict[str, Any]]:
    """Return the lines of a small frame, computed."""
    found: Mapping[str, list[Any]] = frame.collect().to_dict(as_series=False)
    return [dict(zip(found, line, strict=True)) for line in zip(*found.values(), strict=True)]
