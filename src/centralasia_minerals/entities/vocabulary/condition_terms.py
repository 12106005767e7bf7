"""What sort of condition there is, and how it stands."""

from __future__ import annotations

from centralasia_minerals.values.closed_enum import ClosedEnum


class ConditionState(ClosedEnum):
    """How a condition stands."""

    SET = "set", "It is set, and neither met nor waived."
    MET = "met", "It has come about."
    WAIVED = "waived", "The parties have dropped it."
    LAPSED = "lapsed", "It was not met in time."


class ConditionKind(ClosedEnum):
    """Whether a condition may fail, or is a customary step before a deal closes."""

    CONTINGENCY = (
        "contingency",
        "It may or may not come about: reserves confirmed, an option, an earn-in.",
    )
    CLOSING = (
        "closing",
        "It is customary before a signed deal closes: approvals, consents, an audit.",
    )
