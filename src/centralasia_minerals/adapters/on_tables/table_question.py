"""What is asked of the tables of a ledger: sums, groups, rows and reasons."""

from __future__ import annotations

from decimal import Decimal, localcontext
from functools import cached_property
from typing import Any

from centralasia_minerals.analysis.counting.groups import NOT_STATED
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
from centralasia_minerals.analysis.counting.on_tables.passed_rows import Frame
from centralasia_minerals.analysis.counting.on_tables.raised_lows import raised_groups
from centralasia_minerals.analysis.counting.on_tables.reasons import REASONS, judged_rows, unjudged
from centralasia_minerals.rendering.columnar.column import DECIMAL_PRECISION, MONEY_SCALE
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.exact_decimal import EXACT

from .counted_frames import CountedFrames
from .lines import added, computed, lines_of


class Question(CountedFrames):
    """What is asked of the tables of a ledger, with all that answers it."""

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
            # pandas puts rows side by side by their index, which sorting takes along.
            sides = [nw.maybe_reset_index(eager), nw.maybe_reset_index(own)]
            eager = nw.concat(sides, how="horizontal")
        return eager.select(*names).to_native()

    def deals_in(self, currencies: list[str]) -> list[str]:
        """Return the deals whose counted figures are in some currencies."""
        import narwhals as nw

        return self._deals(nw.col("currency").is_in(currencies))

    def deals_with(self, currency: str, figure: Decimal) -> list[str]:
        """Return the deals with a counted figure in a currency."""
        import narwhals as nw

        held = nw.lit(f"{figure:f}").cast(nw.Decimal(DECIMAL_PRECISION, MONEY_SCALE))
        is_it = (nw.col("stated") == held) | (nw.col("high") == held)
        return self._deals((nw.col("currency") == currency) & is_it)

    def _deals(self, condition: Any) -> list[str]:
        found = self.counted.filter(condition).select("deal").unique()
        return sorted(line["deal"] for line in lines_of(found))

    def widest(self) -> list[dict[str, Any]]:
        """Return how many rows count in each currency, and their largest figures."""
        import narwhals as nw

        return lines_of(
            self.counted.group_by("currency").agg(
                rows=nw.len(), most=nw.col("stated").max(), most_high=nw.col("high").max()
            )
        )

    def has_related(self) -> bool:
        """Whether a row counts whose deal is related to others; it asks the engine."""
        return self._holds_related(self.counted)

    def lists_related(self) -> bool:
        """Whether a row is of a deal that is related to others, counted or not; it asks as well."""
        return self._holds_related(self.rows)

    def _holds_related(self, rows: Frame) -> bool:
        import narwhals as nw

        return bool(lines_of(rows.filter(nw.col("is_related")).select("deal").head(1)))

    def sums(self) -> list[dict[str, Any]]:
        """Return what the counted rows come to, a line for each currency, with raised lows."""
        import narwhals as nw

        sure = nw.lit(0)
        lines = [*lines_of(sums_of(self._plain.with_columns(_unsure=sure)))]
        covers, bids = (
            None if one is None else self._in_memory(one) for one in (self.covers, self.bids)
        )
        related = self._kept_of_related
        if related is not None:
            related = self._in_memory(counted_rows(self._in_memory(related), covers, bids))
            counting = related.filter(nw.col("_counts"))
            lines += lines_of(sums_of(counting.with_columns(_unsure=sure)))
        held = {line["currency"]: line for line in added(lines)}
        if related is not None and covers is not None and self.levels:
            raised = raised_groups(related, covers, self.levels, self.currency)
            for more in lines_of(raises_of(self._in_memory(raised), counting)):
                line = held[more["currency"]]
                with localcontext(EXACT):
                    line["low"] += more["raised_to"] - more["raised_from"]
                line["about"] = max(line["about"], more["unsure"])
        return [held[code] for code in sorted(held)]

    def _in_memory(self, frame: Frame) -> Frame:
        """Return a frame of few rows, out of a lazy engine that would compute it again and again.

        Deals that are related to others are few; what is asked of them is asked of one copy.
        """
        if not self.is_lazy:
            return frame
        return computed(frame).lazy()

    def groups(self, column: str, name: str) -> Frame:
        """Return what the counted rows come to by a column and by currency, with raised lows.

        Beside that, ``_most`` and ``_most_high`` are the largest figures of each line.
        """
        import narwhals as nw

        sure, counting = nw.lit(0).cast(nw.Int64), self._counting
        if counting is not None and self.raised is not None:
            counting = with_raised_lows(counting, raised_rows(counting, self.raised))
            counting = counting.with_columns(nw.col("_unsure").cast(nw.Int64))
        elif counting is not None:
            counting = counting.with_columns(_unsure=sure)
        counted = self._joined(self._plain.with_columns(_unsure=sure), counting, "_unsure")
        # No key is a group of its own for every engine, or for none.
        group = nw.col(column).fill_null(NOT_STATED)
        sums = sums_of(counted.with_columns(_key=group), "_key").select(
            "_key",
            "currency",
            "low",
            "stated",
            high=nw.when(nw.col("closed") == nw.col("rows")).then(nw.col("high")),
            _is_approximate=nw.col("approximate") == 1,
            _is_about=(nw.col("about") == 1) | (nw.col("unsure") == 1),
            _most=nw.col("most"),
            _most_high=nw.col("most_high"),
        )
        found = self._numbers_by(group).join(sums, on="_key", how="left")
        return found.select(
            nw.col("_key").alias(name),
            "currency",
            "low",
            "stated",
            "high",
            is_approximate=nw.col("_is_approximate").fill_null(False),
            is_about=nw.col("_is_about").fill_null(False),
            **{one: nw.col(one) for one in _NUMBERS},
            _most=nw.col("_most"),
            _most_high=nw.col("_most_high"),
        )

    def _numbers_by(self, group: Any) -> Frame:
        """Return how many rows of each group there are of each verdict."""
        import narwhals as nw

        flags = {
            name: nw.when(nw.col("verdict") == str(verdict)).then(nw.lit(1)).otherwise(nw.lit(0))
            for name, verdict in _NUMBERS.items()
        }
        marked = self._judged.select(_key=group, **flags)
        return marked.group_by("_key").agg(*(nw.col(name).sum() for name in flags))


_NUMBERS = {
    "counted": Verdict.COUNTED,
    "left_out": Verdict.LEFT_OUT,
    "undisclosed": Verdict.UNDISCLOSED,
}
"""The columns of numbers of rows, as results have them in tables, and what they count."""
