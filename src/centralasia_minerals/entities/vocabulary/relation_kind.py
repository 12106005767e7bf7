"""How a deal may be related to another one."""

from __future__ import annotations

from centralasia_minerals.values.closed_enum import ClosedEnum


class RelationKind(ClosedEnum):
    """How a deal is related to another one; read "this deal ... the other"."""

    PART_OF = "part of", "It is part of the other: only one of the two counts."
    FOLLOWS = (
        "follows",
        "It builds on the other, as a contract does on a term sheet: where it counts, the other "
        "does not.",
    )
    IMPLEMENTS = (
        "implements",
        "It carries out part of the other, such as a framework: where the other counts, it does "
        "not.",
    )
    REPLACES = (
        "replaces",
        "The other no longer counts from that day on, even if this one does not count either.",
    )
    RESTATES = (
        "restates",
        "It is the other deal, reported again: the same parties, object and sum. Where it counts, "
        "the other does not.",
    )
    RIVAL_TO = (
        "rival to",
        "Both are bids for one asset: only the one that has come furthest counts, or else the "
        "latest.",
    )
    REOPENS = (
        "reopens",
        "It is for the same asset as the other, which ended: only the one that has come furthest "
        "counts, or else the latest.",
    )
    FINANCES = "finances", "It pays for the other: where the other's cost counts, it does not."
    RAISES_MONEY_FOR = (
        "raises money for",
        "It issues shares or bonds for the other: where the other's cost counts, it does not.",
    )
    OVERLAPS = (
        "overlaps in part with",
        "The two share a part that no source divides: both count, with a remark.",
    )
    POSSIBLY_SAME = "possibly the same as", "They may be one deal: both count, with a remark."

    @property
    def is_symmetric(self) -> bool:
        """Whether it is the same from either side, and may be written on either."""
        return self in _SYMMETRIC


_SYMMETRIC = frozenset({RelationKind.RIVAL_TO, RelationKind.OVERLAPS, RelationKind.POSSIBLY_SAME})
