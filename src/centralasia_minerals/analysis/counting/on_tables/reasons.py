"""Why each row of a table is left out: the conditions of all rules, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind

from ..judging.filters import Filters
from ..judging.rules import RULES
from ..ledger_row import Verdict
from .covered_rows import covering
from .passed_rows import FUNDING, LONGEST, Frame, is_in, own_reasons

if TYPE_CHECKING:
    import narwhals as nw

_HOW = {
    "is_part_of_counted": [RelationKind.PART_OF],
    "implements_counted": [RelationKind.IMPLEMENTS],
    "is_followed_by_counted": [RelationKind.FOLLOWS],
    "is_restated_by_counted": [RelationKind.RESTATES],
    "finances_counted": [RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR],
}
"""What each column of truth values says, by how a deal covers another."""

REASONS: tuple[str, ...] = tuple(str(rule.reason) for rule in RULES)
"""The columns of truth values that are added, one for each rule."""


def judged_rows(
    rows: Frame,
    filters: Filters,
    counted: Frame,
    kept: Frame | None,
    covers: Frame | None,
    outbid: Frame | None,
) -> Frame:
    """Add the verdict on each row, and for each rule whether it leaves the row out.

    Args:
        rows: all rows.
        filters: what is asked for.
        counted: the rows that count.
        kept: the rows that related deals keep; None if no deal is related.
        covers: which deals cover which; None if none does.
        outbid: the deals that rivals have left behind; None if there are no rivals.
    """
    import narwhals as nw

    names = unjudged(rows)
    money = nw.col("money").fill_null("")
    is_part = nw.col("amount").fill_null(0) != nw.col("unit")
    years = nw.col("unit_years").fill_null(LONGEST)
    table = rows.with_columns(
        _is_in=is_in(filters),
        _money=money,
        _is_funding=money.is_in(FUNDING),
        _is_part=is_part,
        _years=nw.when(years < LONGEST).then(years).otherwise(nw.lit(LONGEST)),
        **own_reasons(filters),
    )
    table = _flagged(table, counted.select("row"), ["row"], "_counts")
    table = _with_covers(table, kept, covers)
    if outbid is None:
        table = table.with_columns(is_outbid=nw.lit(False))
    else:
        table = _flagged(table, outbid, ["deal"], "is_outbid")
    table = _with_amounts_beside(table, counted)
    is_withheld = nw.col("_is_in") & (nw.col("disclosure") == str(Disclosure.UNDISCLOSED))
    table = table.with_columns(_stays=nw.col("_counts") | is_withheld)
    table = table.with_columns(
        **{
            str(rule.reason): ~nw.col("_stays") & rule.covers.expression()
            for rule in RULES
            if rule.covers
        }
    )
    return table.with_columns(verdict=_verdict()).select(*names, "verdict", *REASONS)


def unjudged(rows: Frame) -> list[str]:
    """Return the columns of rows but those of a verdict, which may be on another question."""
    judged = {"verdict", "reasons", *REASONS}
    return [name for name in rows.collect_schema().names() if name not in judged]


def _verdict() -> nw.Expr:
    import narwhals as nw

    is_out = nw.any_horizontal(*map(nw.col, REASONS), ignore_nulls=True)
    is_stated = nw.col("disclosure") == str(Disclosure.STATED)
    counted, withheld = nw.lit(str(Verdict.COUNTED)), nw.lit(str(Verdict.UNDISCLOSED))
    inside = nw.when(is_stated).then(counted).otherwise(withheld)
    return nw.when(is_out).then(nw.lit(str(Verdict.LEFT_OUT))).otherwise(inside)


def _flagged(table: Frame, marked: Frame, on: list[str], name: str) -> Frame:
    """Add a column of truth values: whether the key of a row is among some marked ones."""
    import narwhals as nw

    flags = marked.select(*on).unique().with_columns(nw.lit(True).alias(name))
    return table.join(flags, on=on, how="left").with_columns(nw.col(name).fill_null(False))


def _with_covers(table: Frame, kept: Frame | None, covers: Frame | None) -> Frame:
    """Add by what a row is covered: by which relation to a deal that keeps such money."""
    import narwhals as nw

    if kept is None or covers is None:
        return table.with_columns(**dict.fromkeys(_HOW, nw.lit(False)))
    found = covering(table, kept, covers)
    for name, kinds in _HOW.items():
        of_kind = found.filter(nw.col("kind").is_in([str(kind) for kind in kinds]))
        table = _flagged(table, of_kind, ["deal", "_money"], name)
    return table


def _with_amounts_beside(table: Frame, counted: Frame) -> Frame:
    """Add what counts of the same deal beside a row."""
    import narwhals as nw

    costs = counted.filter(~nw.col("_is_funding"))
    table = _flagged(table, costs, ["deal"], "has_counted_cost")
    wholes = counted.filter(nw.col("_is_part") == 0)
    table = _flagged(table, wholes, ["deal", "unit"], "_whole_counts")
    # Of money that costs something, only one amount of a deal counts, or its parts.
    ours = costs.filter(nw.col("_money") != "").group_by("deal", "_money")
    beside = ours.agg(_counted_unit=nw.col("unit").max(), _counted_years=nw.col("_years").max())
    table = table.join(beside, on=["deal", "_money"], how="left")
    unit, years = nw.col("_counted_unit"), nw.col("_counted_years")
    return table.with_columns(
        is_funding=nw.col("_is_funding"),
        is_in_counted_amount=nw.col("_is_part") & nw.col("_whole_counts"),
        is_beside_counted=~unit.is_null() & (unit != nw.col("unit")),
        is_within_counted=~years.is_null() & (nw.col("_years") < years),
    )
