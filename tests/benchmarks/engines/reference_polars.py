"""The default total as one query in polars, tuned by hand: what ``frames.total`` is timed against.

The rules are those of ``docs/totals.md``, written out for the default question: project money of
concluded minerals deals.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
from asked_words import CLASSES, CONCLUDED, ENDED, FUNDING, OTHER_SECTORS, SECTOR

WIDE = pl.Decimal(30, 4)


def total(folder: Path) -> list[dict[str, Any]]:
    """Return a line for each currency."""
    rows = pl.scan_parquet(folder / "rows.parquet")
    covers = pl.scan_parquet(folder / "covers.parquet").collect()
    bids = pl.scan_parquet(folder / "bids.parquet").collect()
    # Most deals are related to no other, and their rows go straight into sums.
    alone = _kept(_passed(rows.filter(~pl.col("is_related")))).with_columns(unsure=pl.lit(False))
    kept = _kept(_passed(rows.filter("is_related"))).collect()
    if len(bids):
        kept = kept.join(_beaten(kept, bids), on="deal", how="anti")
    if len(covers):
        kept = _covered(kept, covers)
        kept = _raised(kept, covers)
    else:
        kept = kept.with_columns(counts=pl.lit(True), unsure=pl.lit(False))
    counted = kept.filter("counts").lazy()
    return _added_up([_sums(alone).collect(), _sums(counted).collect()])


def _passed(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.filter(
        pl.col("disclosure") == "stated",
        pl.col("standing") == "current",
        pl.col("stage").is_in(CONCLUDED),
        pl.col("deal_stage").is_null() | ~pl.col("deal_stage").is_in(ENDED),
        pl.col("implementation") != "cancelled",
        pl.col("deal_class").is_in(CLASSES),
        pl.col("money").is_null() | (pl.col("money") == "project"),
        pl.col(SECTOR),
        ~pl.any_horizontal(OTHER_SECTORS),
        ~pl.any_horizontal("is_replaced", "is_conditional", "gives_way"),
    ).select(
        "deal", "unit", "currency", "low", "stated", "high", "is_about", "is_approximate",
        "reached",
        money=pl.col("money").fill_null(""),
        is_part=pl.col("amount") != pl.col("unit"),
        years=pl.col("unit_years").fill_null(1_000_000),
    )  # fmt: skip


def _kept(passed: pl.LazyFrame) -> pl.LazyFrame:
    """Keep of each deal and kind of money the amount over the longest horizon, or its parts."""
    # The longest horizon first, then the first amount: one number, and so one window.
    place = pl.col("unit") - pl.col("years") * 1_000_000
    kept = passed.filter(place == place.min().over("deal", "money"))
    has_whole = (~pl.col("is_part")).any().over("deal", "unit")
    return kept.filter(~pl.col("is_part") | ~has_whole).drop("is_part", "years", "unit")


def _beaten(kept: pl.DataFrame, bids: pl.DataFrame) -> pl.DataFrame:
    reached = kept.join(bids, on="deal", how="semi").group_by("deal").agg(pl.col("reached").max())
    known = bids.join(reached, on="deal", how="inner")
    best = (
        known.group_by("group", "bid")
        .agg(pl.col("reached").max(), pl.col("place").min())
        .sort("reached", "place", descending=[True, False])
        .unique("group", keep="first", maintain_order=True)
        .select("group", "bid")
    )
    losing = bids.join(best.select("group"), on="group", how="semi")
    winning = losing.join(best, on=["group", "bid"], how="semi")
    return losing.join(winning, on=["group", "deal"], how="anti").select("deal").unique()


def _covered(kept: pl.DataFrame, covers: pl.DataFrame) -> pl.DataFrame:
    """Say which rows count, and which nothing covers but the wholes of their deal."""
    above = kept.select(covering="deal", above="money").unique()
    pairs = covers.join(above, on="covering")
    below = kept.select("deal", "money").unique().join(pairs, on="deal")
    covered = below.filter(
        ((pl.col("money") == "") & ~pl.col("pays"))
        | (pl.col("money").is_in(FUNDING) & ~pl.col("above").is_in(FUNDING))
        | ((pl.col("money") == pl.col("above")) & ~pl.col("pays"))
    )
    flags = covered.group_by("deal", "money").agg(otherwise=(~pl.col("is_whole")).any())
    return kept.join(flags, on=["deal", "money"], how="left").with_columns(
        counts=pl.col("otherwise").is_null(), holds=~pl.col("otherwise").fill_null(False)
    )


def _raised(kept: pl.DataFrame, covers: pl.DataFrame) -> pl.DataFrame:
    """Raise the lows of wholes to what their parts come to, from the innermost outwards."""
    tree = covers.filter("is_nearest")
    family = pl.concat([tree["deal"], tree["covering"]]).unique()
    inside = kept.filter("holds", pl.col("deal").is_in(family.implode()))
    own = inside.group_by("deal", "currency", "money").agg(
        pl.col("low").cast(WIDE).sum(), pl.col("stated").cast(WIDE).sum(), pl.col("is_about").any()
    )
    heights = tree.select(deal="covering", height="height").unique("deal")
    own = own.join(heights, on="deal", how="left").with_columns(pl.col("height").fill_null(0))
    moneys = kept.select(whole="deal", above="money").unique()
    keys = ["deal", "currency", "money"]
    standing = own.filter(pl.col("height") == 0).select(*keys, "low", "is_about")
    raises = []
    for height in range(1, (heights["height"].max() or 0) + 1):
        nearest = tree.filter(pl.col("height") == height).select("deal", whole="covering")
        pool = (
            standing.join(nearest, on="deal")
            .group_by("whole", "currency", "money")
            .agg(parts=pl.col("low").sum(), about=pl.col("is_about").any())
        )
        here = own.filter(pl.col("height") == height).join(
            pool, left_on=keys, right_on=["whole", "currency", "money"], how="left"
        )
        room = pl.min_horizontal("stated", pl.col("parts").fill_null(0))
        here = here.with_columns(more=pl.max_horizontal(room - pl.col("low"), pl.lit(0).cast(WIDE)))
        raises.append(here.filter(pl.col("more") > 0).select(*keys, "more", unsure="about"))
        held = pool.join(moneys, on="whole").filter(
            (pl.col("money") == "")
            | (pl.col("money").is_in(FUNDING) & ~pl.col("above").is_in(FUNDING))
            | (pl.col("money") == pl.col("above"))
        )
        inner = pool.join(held, on=["whole", "money"], how="anti")
        standing = pl.concat([
            standing,
            here.select(*keys, low=pl.col("low") + pl.col("more"), is_about="is_about"),
            inner.select(deal="whole", currency="currency", money="money", low="parts",
                         is_about="about"),
        ])  # fmt: skip
    every = pl.concat(raises) if raises else None
    if every is None:
        return kept.with_columns(unsure=pl.lit(False))
    more = kept.join(every, on=keys, how="left")
    first = pl.int_range(pl.len()).over(*keys) == 0
    return more.with_columns(
        low=pl.col("low").cast(WIDE) + pl.when(first).then("more").fill_null(0),
        unsure=pl.col("unsure").fill_null(False),
    )


def _sums(counted: pl.LazyFrame) -> pl.LazyFrame:
    wide = {name: pl.col(name).cast(WIDE).sum() for name in ("low", "stated", "high")}
    return counted.group_by("currency").agg(
        **wide,
        closed=pl.col("high").count(),
        approximate=pl.col("is_approximate").any(),
        about=(pl.col("is_about") | pl.col("unsure")).any(),
        rows=pl.len(),
    )


def _added_up(sums: list[pl.DataFrame]) -> list[dict[str, Any]]:
    names = ("low", "stated", "high", "closed", "rows")
    both = pl.concat(sums).group_by("currency")
    found = both.agg(pl.col(*names).sum(), pl.col("approximate", "about").any()).sort("currency")
    high = pl.when(pl.col("closed") == pl.col("rows")).then("high")
    return found.with_columns(high=high).drop("closed").to_dicts()
