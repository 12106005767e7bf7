"""What the rows of a table that count come to."""

from __future__ import annotations

from centralasia_minerals.rendering.columnar.column import DECIMAL_PRECISION, MONEY_SCALE

from .covered_rows import outbid_deals, with_covers
from .passed_rows import Frame
from .raised_lows import GROUP

WIDE_DIGITS = 30
"""The digits of decimals that are added: Arrow needs one more for their sum, and has 38."""


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
        for name in ("is_about", "is_approximate", "is_related")
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
            unsure=nw.col("_unsure").max(),
            related=nw.col("_is_related").max(),
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

    names = [*counted.collect_schema().names(), "_unsure"]
    joined = counted.join(raised, on=[*GROUP], how="left")
    several = joined.filter(nw.col("_rows") > 1)
    alone = joined.filter(nw.col("_rows").is_null() | (nw.col("_rows") == 1)).with_columns(
        low=nw.when(nw.col("_rows") == 1).then(nw.col("_raised_low")).otherwise(nw.col("low")),
        _unsure=nw.col("_unsure").fill_null(0),
    )
    return nw.concat([alone.select(*names), _raised_in_turn(several).select(*names)])


def _raised_in_turn(rows: Frame) -> Frame:
    """Raise the rows of groups with several one after another, by what is left of the raise."""
    import narwhals as nw

    # Sums and differences need a digit more than each side has, and Arrow has 38.
    wide = nw.Decimal(WIDE_DIGITS, MONEY_SCALE)
    low, own, to = (nw.col(name).cast(wide) for name in ("low", "_own_low", "_raised_low"))
    rows = rows.with_columns(_room=nw.col("stated").cast(wide) - low, _all=to - own)
    held = rows.select(*GROUP, "row", "_room")
    others = held.select(*GROUP, _other="row", _taken="_room")
    before = held.join(others, on=[*GROUP], how="inner").filter(nw.col("_other") < nw.col("row"))
    taken = before.group_by("row").agg(_before=nw.col("_taken").sum())
    rows = rows.join(taken, on="row", how="left")
    spent = nw.col("_before").cast(wide)
    left = nw.when(spent.is_null()).then(nw.col("_all").cast(wide)).otherwise(
        nw.col("_all").cast(wide) - spent
    )  # fmt: skip
    rows = rows.with_columns(_left=left.cast(wide), _room=nw.col("_room").cast(wide))
    share = nw.when(nw.col("_left") < nw.col("_room")).then(nw.col("_left"))
    rows = rows.with_columns(_share=share.otherwise(nw.col("_room")))
    higher = (low + nw.col("_share").cast(wide)).cast(nw.Decimal(DECIMAL_PRECISION, MONEY_SCALE))
    is_raised = nw.col("_share") > 0
    return rows.with_columns(
        low=nw.when(is_raised).then(higher).otherwise(nw.col("low")),
        _unsure=nw.when(is_raised).then(nw.col("_unsure")).otherwise(nw.lit(0)),
    )
