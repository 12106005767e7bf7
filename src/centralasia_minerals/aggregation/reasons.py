"""Why a row of the ledger is not counted."""

from __future__ import annotations

from centralasia_minerals.values import Word


class ExclusionReason(Word):
    """A reason that keeps a figure out of a total."""

    FAILED = "failed"
    CANCELLED = "cancelled"
    NOT_CONCLUDED = "not concluded"
    OUTSIDE_THE_STAGES = "outside the stages"
    OUTSIDE_THE_SECTORS = "outside the sectors"
    SHARED_WITH_OTHER_SECTORS = "shared with other sectors"
    CONDITIONAL = "conditional"
    BEYOND_THE_HORIZON = "beyond the horizon"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"
    NOT_STATED = "not stated"
    NOT_APPLICABLE = "not applicable"
    PART_OF_A_COUNTED_DEAL = "part of a counted deal"
    FINANCING_OF_A_COUNTED_COST = "financing of a counted cost"
    WITHIN_A_LONGER_HORIZON = "within a longer horizon"
    ANOTHER_AMOUNT_OF_THE_DEAL = "another amount of the deal"
