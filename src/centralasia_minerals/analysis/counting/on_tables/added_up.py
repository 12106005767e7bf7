"""What the rows of a table that count come to."""

from __future__ import annotations

from centralasia_minerals.rendering.columnar.column import DECIMAL_PRECISION, MONEY_SCALE

from .covered_rows import outbid_deals, with_covers
from .passed_rows import Frame
from .raised_lows import GROUP

WIDE_DIGITS = 37
"""The digits of decimals that are added: their sum needs one more, and decimals have 38."""


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


def raised_rows(counted: Frame, raised: Frame) -> Frame:
    """Return the rows of counted groups whose low the parts of their deal raise.

    Where a group has several rows, the first ones are raised first, each to its stated figure.

    Args:
        counted: the rows of related deals that count.
        raised: the groups that are raised.

    Returns:
        A line for each row, with ``_raised_to``, and ``_raised_unsure`` as ``_unsure`` of a group.
    """
    import narwhals as nw

    # Sums and differences need a digit more than each side has, and Arrow has 38.
    wide = nw.Decimal(WIDE_DIGITS, MONEY_SCALE)
    low, own, to = (nw.col(name).cast(wide) for name in ("low", "_own_low", "_raised_low"))
    rows = counted.select(*GROUP, "row", "low", "stated").join(raised, on=[*GROUP], how="inner")
    rows = rows.select(
        *GROUP,
        "row",
        "_unsure",
        _low=low,
        _room=(nw.col("stated").cast(wide) - low).cast(wide),
        _all=(to - own).cast(wide),
    )
    others = rows.select(*GROUP, _other="row", _taken="_room")
    # A row is beside itself as well, so that none is lost: it has taken nothing from itself.
    before = rows.join(others, on=[*GROUP], how="inner").with_columns(
        _taken=nw.when(nw.col("_other") < nw.col("row")).then(nw.col("_taken"))
    )
    taken = before.group_by("row").agg(
        nw.col("_low").max(),
        nw.col("_room").max(),
        nw.col("_all").max(),
        nw.col("_unsure").max(),
        _before=nw.col("_taken").sum(),
    )
    spent = nw.col("_before").cast(wide)
    left = (
        nw.when(spent.is_null()).then(nw.col("_all")).otherwise((nw.col("_all") - spent).cast(wide))
    )
    taken = taken.with_columns(_left=left)
    share = nw.when(nw.col("_left") < nw.col("_room")).then(nw.col("_left"))
    taken = taken.with_columns(_share=share.otherwise(nw.col("_room")).cast(wide))
    return taken.filter(nw.col("_share") > 0).select(
        "row",
        _raised_to=(nw.col("_low") + nw.col("_share")).cast(
            nw.Decimal(DECIMAL_PRECISION, MONEY_SCALE)
        ),
        _raised_unsure="_unsure",
    )


def with_raised_lows(rows: Frame, raised: Frame) -> Frame:
    """Put into rows the lows that they are raised to, and ``_unsure`` as ``raised_rows`` has it."""
    import narwhals as nw

    joined = rows.join(raised, on="row", how="left")
    is_raised = ~nw.col("_raised_to").is_null()
    return joined.with_columns(
        low=nw.when(is_raised).then(nw.col("_raised_to")).otherwise(nw.col("low")),
        _unsure=nw.col("_raised_unsure").fill_null(0),
    ).drop("_raised_to", "_raised_unsure")
