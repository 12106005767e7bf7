"""Why a row of the ledger is not counted."""

from __future__ import annotations

from typing import Self

from centralasia_minerals.values.closed_enum import ClosedEnum, Explained


class ExclusionReason(Explained, ClosedEnum):
    """A reason that keeps a figure out of a total; its meaning explains a row to a reader.

    ``wider`` is the keyword of a total that lets the figure in; empty if there is none.
    """

    wider: str

    def __new__(cls, text: str, meaning: str, wider: str = "") -> Self:
        """Return a new member, made from its text, its meaning and the keyword that lets it in."""
        member = object.__new__(cls)
        member._value_ = text
        member.meaning = meaning
        member.wider = wider
        return member

    ENDED = (
        "ended",
        "The deal ended: it failed, was denied or withdrawn, lapsed, expired or was repaid.",
        "stages='ended'",
    )
    CANCELLED = "cancelled", "The work was cancelled.", "stages='cancelled'"
    REPLACED = "replaced", "Another deal has replaced it, even if that one does not count."
    NOT_CONCLUDED = (
        "not concluded",
        "Only concluded deals are asked for, and this one has not been agreed, signed or carried"
        " out.",
        "stages=None",
    )
    OUTSIDE_THE_STAGES = (
        "outside the stages",
        "It is not at any of the stages asked for.",
        "stages=None",
    )
    OUTSIDE_THE_SECTORS = (
        "outside the sectors",
        "It does not belong to any of the sectors asked for.",
        "sectors=None",
    )
    SHARED_WITH_OTHER_SECTORS = (
        "shared with other sectors",
        "It also belongs to sectors that are not asked for, and no source says how it is divided.",
        "sectors=None",
    )
    OWN_PROJECT = (
        "own project",
        "It is one party's own project, to which nobody else has agreed.",
        "classes=None",
    )
    PROGRAMME = (
        "programme",
        "It is a programme: its projects count, but the programme itself does not.",
        "classes=None",
    )
    OUTSIDE_THE_CLASSES = (
        "outside the classes",
        "It does not belong to any of the classes asked for.",
        "classes=None",
    )
    VALUATION = (
        "valuation",
        "A valuation is not money that changes hands, so it is never added.",
    )
    ANOTHER_KIND_OF_MONEY = (
        "another kind of money",
        "It is a different kind of money from those asked for; each kind is added up separately.",
        "kinds=None",
    )
    CONDITIONAL = "conditional", "It depends on a condition that is neither met nor waived."
    COUNTED_BY_ITS_PARTS = (
        "counted by its parts",
        "Some of its parts are conditional or not concluded, so each part is judged separately.",
    )
    BEYOND_THE_HORIZON = (
        "beyond the horizon",
        "It is spread over more years than are asked for.",
        "max_horizon_years=None",
    )
    SUPERSEDED = "superseded", "A later statement has replaced it."
    DEPRECATED = "deprecated", "The statement is known to be wrong."
    NOT_STATED = "not stated", "No source states a figure."
    NOT_APPLICABLE = "not applicable", "No sum of money is involved."
    RIVAL_TO_ANOTHER_BID = (
        "rival to another bid",
        "Only the furthest, or else the latest, of several bids for one asset counts.",
    )
    PART_OF_A_COUNTED_DEAL = (
        "part of a counted deal",
        "It is part of a deal that counts.",
    )
    IMPLEMENTS_A_COUNTED_DEAL = (
        "implements a counted deal",
        "It carries out a deal that counts.",
    )
    FOLLOWED_BY_A_COUNTED_DEAL = (
        "followed by a counted deal",
        "A deal that follows it counts instead.",
    )
    RESTATED_BY_A_COUNTED_DEAL = (
        "restated by a counted deal",
        "Another record of the same deal counts instead.",
    )
    FINANCING_OF_A_COUNTED_COST = (
        "financing of a counted cost",
        "It pays for a cost that is already counted.",
    )
    PART_OF_A_COUNTED_AMOUNT = (
        "part of a counted amount",
        "It is part of an amount of the deal that counts.",
    )
    WITHIN_A_LONGER_HORIZON = (
        "within a longer horizon",
        "The deal's amount over a longer period counts and includes it.",
    )
    ANOTHER_AMOUNT_OF_THE_DEAL = (
        "another amount of the deal",
        "Another amount of the same deal counts.",
    )
