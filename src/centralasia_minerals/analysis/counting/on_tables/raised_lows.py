"""What the parts of wholes raise their lows to, level by level, from the innermost parts outwards.

The rows of one deal, currency and kind of money share their fate: either all of them count, or
none does. So sums of such groups are enough, and only whoever shows rows tells them apart.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.rendering.columnar.column import DECIMAL_PRECISION, MONEY_SCALE

from .passed_rows import FUNDING, Frame

if TYPE_CHECKING:
    import narwhals as nw

GROUP = ("deal", "currency", "_money")

_KINDS = [*map(str, MoneyKind)]


def raised_groups(kept: Frame, covers: Frame, levels: int, currency: str | None) -> Frame:
    """Return the groups whose low their parts raise.

    The parts of deals at one depth are all one deeper. So each level is read off the one below it
    alone, in one place, and the plan of a lazy engine does not multiply.

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

    tree = covers.filter(nw.col("is_nearest")).select("deal", "covering", "depth")
    moneys = _moneys_of(kept)
    own = _own(kept, tree, currency)
    standing = own.filter(nw.col("_depth") == levels)
    raised = []
    for depth in reversed(range(levels)):
        parts = standing.join(tree.select("deal", "covering"), on="deal", how="inner")
        parts = parts.group_by("covering", "currency", "_money").agg(
            nw.col("_low").sum(), nw.col("_about").max()
        )
        parts = _kept_from(parts.rename({"covering": "deal"}), moneys)
        here = _with_parts(own.filter(nw.col("_depth") == depth), parts)
        raised.append(here.filter(nw.col("_raised_low") > nw.col("_own_low")))
        standing = here.filter(nw.col("_stands") == 1).select(
            *GROUP, _low=nw.col("_raised_low"), _about=nw.col("_standing_about")
        )
    found = reduce(lambda one, other: nw.concat([one, other]), raised)
    return found.select(*GROUP, "_own_low", "_raised_low", "_rows", _unsure=nw.col("_parts_about"))


def _moneys_of(kept: Frame) -> Frame:
    """Return of which kinds the money is that a deal keeps: a line for each, with flags."""
    import narwhals as nw

    costs = nw.when(nw.col("_is_funding")).then(nw.lit(0)).otherwise(nw.lit(1))
    flags = {
        kind: nw.when(nw.col("_money") == kind).then(nw.lit(1)).otherwise(nw.lit(0))
        for kind in _KINDS
    }
    marked = kept.select("deal", _has_cost=costs, **flags)
    return marked.group_by("deal").agg(nw.col("_has_cost").max(), *map(_most, _KINDS))


def _most(name: str) -> nw.Expr:
    import narwhals as nw

    return nw.col(name).max()


def _kept_from(parts: Frame, moneys: Frame) -> Frame:
    """Add whether what parts of deals come to stands for them further up: they keep none such."""
    import narwhals as nw

    joined = parts.join(moneys, on="deal", how="left")
    is_held = (nw.col("_has_cost") == 1) & nw.col("_money").is_in(FUNDING)
    for kind in _KINDS:
        is_held = is_held | ((nw.col("_money") == kind) & (nw.col(kind) == 1))
    stands = nw.when(is_held).then(nw.lit(0)).otherwise(nw.lit(1))
    return joined.with_columns(_stands=stands)


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
    # A part is one deeper than its whole; a deal that is no part is at the top.
    depths = tree.select("deal", _depth=nw.col("depth") + 1)
    joined = own.join(depths, on="deal", how="left")
    return joined.with_columns(_depth=nw.col("_depth").fill_null(0))


def _with_parts(own: Frame, parts: Frame) -> Frame:
    """Return groups with the low that their parts raise them to, at most their stated figure.

    Parts of money that a deal has none of form a group of their own. Both sides are put below each
    other and grouped, rather than joined, so that neither is read twice.
    """
    import narwhals as nw

    wide = nw.Decimal(DECIMAL_PRECISION, MONEY_SCALE)
    columns = (*GROUP, "_is_own", "_low", "_stated", "_rows", "_about", "_stands")
    ours = own.with_columns(_is_own=nw.lit(1), _stands=nw.lit(1))
    theirs = parts.with_columns(_is_own=nw.lit(0), _stated=nw.col("_low"), _rows=nw.lit(0))
    both = nw.concat([
        one.with_columns(*(nw.col(name).cast(wide) for name in ("_low", "_stated")))
        .with_columns(*(nw.col(name).cast(nw.Int64) for name in columns if name in _COUNTS))
        .select(*columns)
        for one in (ours, theirs)
    ])  # fmt: skip
    is_own = nw.col("_is_own") == 1
    lines = both.with_columns(
        _own_low=nw.when(is_own).then(nw.col("_low")),
        _own_stated=nw.when(is_own).then(nw.col("_stated")),
        _own_about=nw.when(is_own).then(nw.col("_about")),
        _parts=nw.when(~is_own).then(nw.col("_low")),
        _parts_about=nw.when(~is_own).then(nw.col("_about")),
    )
    names = ("_own_low", "_own_stated", "_own_about", "_parts", "_parts_about", "_rows", "_stands")
    groups = lines.group_by(*GROUP).agg(*map(_most, names))
    return groups.with_columns(_raised_low=_raised_low(), _standing_about=_standing_about())


_COUNTS = ("_is_own", "_rows", "_about", "_stands")


def _raised_low() -> nw.Expr:
    import narwhals as nw

    own, stated, parts = (nw.col(name) for name in ("_own_low", "_own_stated", "_parts"))
    higher = nw.when(parts < stated).then(parts).otherwise(stated)
    stays = parts.is_null() | (parts <= own)
    raised = nw.when(stays).then(own).otherwise(higher)
    return nw.when(own.is_null()).then(parts).otherwise(raised)


def _standing_about() -> nw.Expr:
    """Return whether what stands is approximate; a low that parts raise is no part of it."""
    import narwhals as nw

    own = nw.col("_own_about")
    return nw.when(own.is_null()).then(nw.col("_parts_about")).otherwise(own)
