"""Which rows count: those that no rival has left behind, and that no deal covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .passed_rows import Frame

if TYPE_CHECKING:
    import narwhals as nw


def outbid_deals(kept: Frame, bids: Frame) -> Frame:
    """Return the deals whose bids another bid for the asset has left behind.

    A bid is as far as the furthest row that its deals keep; of bids equally far, the one of the
    lowest place stays.
    """
    import narwhals as nw

    reached = kept.group_by("deal").agg(_far=nw.col("reached").max())
    known = bids.join(reached, on="deal", how="left")
    known = known.with_columns(_far=nw.col("_far").fill_null(-1))
    known = known.with_columns(_bid_far=nw.col("_far").max().over("group", "bid"))
    known = known.with_columns(_furthest=nw.col("_bid_far").max().over("group"))
    known = known.filter(nw.col("_furthest") >= 0)
    is_furthest = nw.col("_bid_far") == nw.col("_furthest")
    first = nw.when(is_furthest).then(nw.col("place")).otherwise(nw.lit(2**62))
    known = known.with_columns(_first=first)
    known = known.with_columns(_winner=nw.col("_first").min().over("group"))
    wins = nw.when(nw.col("place") == nw.col("_winner")).then(nw.lit(1)).otherwise(nw.lit(0))
    known = known.with_columns(_is_winner=wins)
    known = known.with_columns(_wins=nw.col("_is_winner").max().over("deal", "group"))
    return known.filter(nw.col("_wins") == 0).select("deal").unique()


def covering(rows: Frame, kept: Frame, covers: Frame) -> Frame:
    """Return what covers money of some rows: a line for each deal, kind of money and cover.

    Args:
        rows: the rows that may be covered.
        kept: the rows that deals keep, those that rivals have left behind aside.
        covers: which deals cover which.
    """
    import narwhals as nw

    above = kept.select(
        covering=nw.col("deal"), _above=nw.col("_money"), _above_pays=nw.col("_is_funding")
    ).unique()
    below = rows.select("deal", "_money", "_is_funding").unique()
    pairs = below.join(covers.join(above, on="covering", how="inner"), on="deal", how="inner")
    return pairs.filter(covers_money())


def covers_money() -> nw.Expr:
    """Return that the money that a deal keeps covers that of a row below it, as on rows."""
    import narwhals as nw

    return (
        ((nw.col("_money") == "") & ~nw.col("pays"))
        | (nw.col("_is_funding") & ~nw.col("_above_pays"))
        | ((nw.col("_money") == nw.col("_above")) & ~nw.col("pays"))
    )


def with_covers(kept: Frame, covers: Frame) -> Frame:
    """Add whether a row counts, and whether more than the wholes of its deal covers it."""
    import narwhals as nw

    is_other = nw.when(nw.col("is_whole")).then(nw.lit(0)).otherwise(nw.lit(1))
    found = covering(kept, kept, covers).with_columns(_other=is_other)
    flags = found.group_by("deal", "_money").agg(_other=nw.col("_other").max())
    joined = kept.join(flags, on=["deal", "_money"], how="left")
    return joined.with_columns(
        _counts=nw.col("_other").is_null(), _holds=nw.col("_other").fill_null(0) == 0
    )
