"""What the rows of a table that count come to."""

from __future__ import annotations

from .covered_rows import outbid_deals, with_covers
from .passed_rows import Frame
from .raised_lows import GROUP


def counted_rows(kept: Frame, covers: Frame | None, bids: Frame | None) -> Frame:
    """Return the kept rows of related deals, with ``_counts`` and ``_holds`` (``with_covers``)."""
    import narwhals as nw

    if bids is not None:
        kept = kept.join(outbid_deals(kept, bids), on="deal", how="anti")
    if covers is None:
        return kept.with_columns(_counts=nw.lit(True), _holds=nw.lit(True))
    return with_covers(kept, covers)


def sums_of(counted: Frame, *keys: str) -> Frame:
    """Return what rows come to, by currency and further keys: a line for each."""
    import narwhals as nw

    flags = {
        f"_{name}": nw.when(nw.col(name)).then(nw.lit(1)).otherwise(nw.lit(0))
        for name in ("is_about", "is_approximate")
    }
    return (
        counted.with_columns(**flags)
        .group_by("currency", *keys)
        .agg(
            nw.col("low").sum(),
            nw.col("stated").sum(),
            nw.col("high").sum(),
            rows=nw.len(),
            closed=nw.col("high").count(),
            approximate=nw.col("_is_approximate").max(),
            about=nw.col("_is_about").max(),
            most=nw.col("stated").max(),
            most_high=nw.col("high").max(),
        )
    )


def raises_of(raised: Frame, counted: Frame) -> Frame:
    """Return what the lows of counted groups are raised from and to, by currency."""
    import narwhals as nw

    counting = counted.select("deal", "_money").unique()
    found = raised.join(counting, on=["deal", "_money"], how="inner")
    return found.group_by("currency").agg(
        raised_from=nw.col("_own_low").sum(),
        raised_to=nw.col("_raised_low").sum(),
        unsure=nw.col("_unsure").max(),
    )


def with_raised_lows(counted: Frame, raised: Frame) -> Frame:
    """Put into each counted row the low that the parts of its deal raise it to.

    Where a group has several rows, the first ones are raised first, each to its stated figure.
    """
    import narwhals as nw

    joined = counted.join(raised, on=[*GROUP], how="left")
    single = nw.when(nw.col("_rows") == 1).then(nw.col("_raised_low")).otherwise(nw.col("low"))
    return joined.with_columns(low=single, _unsure=nw.col("_unsure").fill_null(0))
