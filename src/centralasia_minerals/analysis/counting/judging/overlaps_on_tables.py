"""What the rules on overlaps ask of a row, as columns of a table: windows and joins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind

if TYPE_CHECKING:
    import narwhals as nw

_LONGEST = 2**62
_FUNDING = [str(kind) for kind in MoneyKind if kind.is_funding]
_FLAGS = {
    "is_part_of_counted": [RelationKind.PART_OF],
    "implements_counted": [RelationKind.IMPLEMENTS],
    "is_followed_by_counted": [RelationKind.FOLLOWS],
    "is_restated_by_counted": [RelationKind.RESTATES],
    "finances_counted": [RelationKind.FINANCES, RelationKind.RAISES_MONEY_FOR],
}
"""What each column of truth values says, by how a deal covers another."""


def with_neighbours(
    table: nw.DataFrame[Any], covers: nw.DataFrame[Any], bids: nw.DataFrame[Any]
) -> nw.DataFrame[Any]:
    """Add what the rules on overlaps ask of a row: the rows that count around it."""
    import narwhals as nw

    table = _with_outbid(_with_kept_rows(table), bids)
    table = table.with_columns(_kept=nw.col("_kept") & ~nw.col("is_outbid"))
    table = _with_covers(table, covers)
    is_covered = nw.any_horizontal(*map(nw.col, _FLAGS), ignore_nulls=True)
    counts = nw.col("_kept") & ~is_covered
    table = table.with_columns(_counts=counts)
    table = _with_amounts_beside(table)
    # An undisclosed row that passed the filters stays what it is, and so does one that counts.
    is_withheld = nw.col("_is_in") & (nw.col("disclosure") == str(Disclosure.UNDISCLOSED))
    return table.sort("row").with_columns(_stays=nw.col("_counts") | is_withheld)


def _with_kept_rows(table: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add which rows their deal keeps, of each kind of money, and all funding if nothing else."""
    import narwhals as nw

    money = nw.col("money").fill_null("")
    is_part = nw.col("amount").fill_null(0) != nw.col("unit")
    table = table.with_columns(
        is_funding=money.is_in(_FUNDING),
        _money=money,
        _is_part=is_part,
        # No horizon is the longest, and longer than any number of years that a file can hold.
        _span=nw.col("unit_years").fill_null(_LONGEST),
    )
    table = table.with_columns(
        _whole_passed=_any(nw.col("_passed") & ~nw.col("_is_part")).over("deal", "unit")
    )
    stands = nw.col("_passed") & (~nw.col("_is_part") | (nw.col("_whole_passed") == 0))
    table = table.with_columns(_stands=stands)
    table = table.with_columns(
        _has_cost=_any(nw.col("_stands") & ~nw.col("is_funding")).over("deal"),
        _longest=_most(nw.col("_stands"), nw.col("_span")).over("deal", "_money"),
    )
    is_longest = nw.col("_stands") & (nw.col("_span") == nw.col("_longest"))
    table = table.with_columns(
        _first=nw.when(is_longest)
        .then(nw.col("unit"))
        .otherwise(nw.lit(_LONGEST))
        .min()
        .over("deal", "_money")
    )
    return table.with_columns(
        _kept=nw.col("_stands")
        & nw.when(nw.col("is_funding"))
        .then(nw.col("_has_cost") == 0)
        .otherwise(nw.col("unit") == nw.col("_first"))
    )


def _any(condition: nw.Expr) -> nw.Expr:
    """Return 1 where a condition holds anywhere, and 0 elsewhere."""
    import narwhals as nw

    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).max()


def _most(condition: nw.Expr, number: nw.Expr) -> nw.Expr:
    """Return the greatest number where a condition holds; -1 where it holds nowhere."""
    import narwhals as nw

    return nw.when(condition).then(number).otherwise(nw.lit(-1)).max()


def _with_outbid(table: nw.DataFrame[Any], bids: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add whether another bid for the asset of a deal has come further."""
    import narwhals as nw

    if not len(bids):  # Columns without values have no type to join on.
        return table.with_columns(is_outbid=nw.lit(False))
    reached = table.filter(nw.col("_kept")).group_by("deal").agg(_far=nw.col("reached").max())
    known = bids.join(reached, on="deal", how="left")
    known = known.with_columns(_far=nw.col("_far").fill_null(-1))
    known = known.with_columns(_bid_far=nw.col("_far").max().over("group", "bid"))
    known = known.with_columns(_furthest=nw.col("_bid_far").max().over("group"))
    is_furthest = (nw.col("_bid_far") == nw.col("_furthest")) & (nw.col("_furthest") >= 0)
    known = known.with_columns(
        _winner=nw.when(is_furthest)
        .then(nw.col("place"))
        .otherwise(nw.lit(_LONGEST))
        .min()
        .over("group")
    )
    known = known.with_columns(
        _wins=_any(nw.col("place") == nw.col("_winner")).over("deal", "group")
    )
    beaten = known.filter((nw.col("_furthest") >= 0) & (nw.col("_wins") == 0))
    return _with_flag(table, beaten, "deal", "is_outbid")


def _with_flag(
    table: nw.DataFrame[Any], marked: nw.DataFrame[Any], key: str, name: str
) -> nw.DataFrame[Any]:
    """Add a column of truth values: whether the key of a row is among some marked ones."""
    import narwhals as nw

    flags = marked.select(key).unique().with_columns(nw.lit(True).alias(name))
    return table.join(flags, on=key, how="left").with_columns(nw.col(name).fill_null(False))


def _with_covers(table: nw.DataFrame[Any], covers: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add by what a row is covered: by which relation to a deal that keeps such money."""
    import narwhals as nw

    if not len(covers):
        return table.with_columns(**dict.fromkeys(_FLAGS, nw.lit(False)))
    keeping = (
        table.filter(nw.col("_kept"))
        .select(
            covering=nw.col("deal"), kept_money=nw.col("_money"), pays_itself=nw.col("is_funding")
        )
        .unique()
    )
    above = covers.join(keeping, on="covering", how="inner")
    pairs = table.select("row", "deal", "_money", "is_funding").join(above, on="deal", how="inner")
    is_like = (nw.col("kept_money") == nw.col("_money")) & ~nw.col("pays")
    pairs = pairs.filter(
        ((nw.col("_money") == "") & ~nw.col("pays"))
        | (nw.col("is_funding") & ~nw.col("pays_itself"))
        | is_like
    )
    for name, kinds in _FLAGS.items():
        of_kind = pairs.filter(nw.col("kind").is_in([str(kind) for kind in kinds]))
        table = _with_flag(table, of_kind, "row", name)
    return table


def _with_amounts_beside(table: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add what counts of the same deal beside a row."""
    import narwhals as nw

    counts = nw.col("_counts")
    table = table.with_columns(
        _cost_counts=_any(counts & ~nw.col("is_funding")).over("deal"),
        _whole_counts=_any(counts & ~nw.col("_is_part")).over("deal", "unit"),
        _counted_unit=_most(counts, nw.col("unit")).over("deal", "_money"),
        _counted_span=_most(counts, nw.col("_span")).over("deal", "_money"),
    )
    has_like = (nw.col("_money") != "") & ~nw.col("is_funding") & (nw.col("_counted_unit") >= 0)
    return table.with_columns(
        has_counted_cost=nw.col("_cost_counts") == 1,
        is_in_counted_amount=nw.col("_is_part") & (nw.col("_whole_counts") == 1),
        is_beside_counted=has_like & (nw.col("_counted_unit") != nw.col("unit")),
        is_within_counted=nw.col("_span") < nw.col("_counted_span"),
    )
