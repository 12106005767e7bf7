"""What the parts of wholes raise their lows to, level by level, from the innermost parts outwards.

The rows of one deal, currency and kind of money share their fate: either all of them count, or
none does. So sums of such groups are enough, and only whoever shows rows tells them apart.
"""

from __future__ import annotations

from functools import reduce

from .covered_rows import covers_money
from .passed_rows import FUNDING, Frame

GROUP = ("deal", "currency", "_money")


def raised_groups(kept: Frame, covers: Frame, levels: int, currency: str | None) -> Frame:
    """Return the groups whose low their parts raise.

    Args:
        kept: the rows that deals keep, with what ``with_covers`` adds.
        covers: which deals cover which.
        levels: how many levels of parts there are, at least one.
        currency: the currency asked for; rows in any other hold up nothing.

    Returns:
        A line for each group, with ``_own_low``, ``_raised_low``, the number of its rows as
        ``_rows``, and 1 as ``_unsure`` if a part that holds it up is approximate, otherwise 0.
    """
    import narwhals as nw

    tree = covers.filter(nw.col("is_nearest")).select("deal", "covering", "height")
    moneys = kept.select(
        covering=nw.col("deal"), _above=nw.col("_money"), _above_pays=nw.col("_is_funding")
    ).unique()
    own = _own(kept, tree, currency)
    standing = own.filter(nw.col("height") == 0).select(*GROUP, "_low", "_about")
    raised = []
    for height in range(1, levels + 1):
        parts = standing.join(tree.filter(nw.col("height") == height), on="deal", how="inner")
        parts = parts.group_by("covering", "currency", "_money").agg(
            _parts=nw.col("_low").sum(), _parts_about=nw.col("_about").max()
        )
        here = _raised(own.filter(nw.col("height") == height), parts)
        raised.append(here.filter(nw.col("_raised_low") > nw.col("_low")))
        ours = here.select(*GROUP, "_about", _low=nw.col("_raised_low"))
        # What its deal keeps no such money of stands aside for the parts of its own.
        held = parts.join(moneys, on="covering", how="inner").with_columns(
            _is_funding=nw.col("_money").is_in(FUNDING), pays=nw.lit(False)
        )
        held = held.filter(covers_money()).select("covering", "_money").unique()
        inner = parts.join(held, on=["covering", "_money"], how="anti").select(
            deal=nw.col("covering"), currency=nw.col("currency"), _money=nw.col("_money"),
            _low=nw.col("_parts"), _about=nw.col("_parts_about"),
        )  # fmt: skip
        ordered = [*GROUP, "_low", "_about"]
        standing = nw.concat([standing, ours.select(*ordered), inner.select(*ordered)])
    found = reduce(lambda one, other: nw.concat([one, other]), raised)
    return found.select(*GROUP, "_raised_low", "_rows", _own_low="_low", _unsure="_parts_about")


def _own(kept: Frame, tree: Frame, currency: str | None) -> Frame:
    """Return what the rows of each group come to that no deal but their wholes covers."""
    import narwhals as nw

    stands = nw.col("_holds") if currency is None else nw.col("_holds") & (
        nw.col("currency") == currency
    )  # fmt: skip
    about = nw.when(nw.col("is_about")).then(nw.lit(1)).otherwise(nw.lit(0))
    own = (
        kept.filter(stands)
        .with_columns(_is_about=about)
        .group_by(*GROUP)
        .agg(
            _low=nw.col("low").sum(),
            _stated=nw.col("stated").sum(),
            _rows=nw.len(),
            _about=nw.col("_is_about").max(),
        )
    )
    heights = tree.group_by("covering").agg(height=nw.col("height").max())
    joined = own.join(heights, left_on="deal", right_on="covering", how="left")
    return joined.with_columns(height=nw.col("height").fill_null(0))


def _raised(own: Frame, parts: Frame) -> Frame:
    """Add the low that parts raise a group to, at most its stated figure."""
    import narwhals as nw

    joined = own.join(
        parts, left_on=[*GROUP], right_on=["covering", "currency", "_money"], how="left"
    )
    low, stated, parts_low = nw.col("_low"), nw.col("_stated"), nw.col("_parts")
    higher = nw.when(parts_low < stated).then(parts_low).otherwise(stated)
    is_raised = ~parts_low.is_null() & (parts_low > low)
    return joined.with_columns(_raised_low=nw.when(is_raised).then(higher).otherwise(low))
