"""How far the work on the ground has come."""

from __future__ import annotations

from centralasia_minerals.values.closed_enum import ClosedEnum


class Implementation(ClosedEnum):
    """How far the work on the ground has come, whatever the stage of the agreement.

    The references are to IATI's activity status, Land Matrix and Global Energy Monitor (GEM).
    """

    NOT_STARTED = (
        "not started",
        "The work has not begun (IATI 1; Land Matrix: project not started; GEM: announced).",
    )
    PREPARATORY = (
        "preparatory",
        "The work is being prepared (IATI 1 or 2; Land Matrix: startup phase; GEM: "
        "pre-construction).",
    )
    UNDER_WAY = (
        "under way",
        "The work is being done (IATI 2; Land Matrix: startup phase; GEM: construction).",
    )
    OPERATING = (
        "operating",
        "The mine, plant or service runs (IATI 2 or 3; Land Matrix: in operation; GEM: operating).",
    )
    COMPLETED = (
        "completed",
        "The work is finished (IATI 3 or 4; Land Matrix: in operation; GEM: operating).",
    )
    SUSPENDED = (
        "suspended",
        "The work has stopped and may go on (IATI 6; Land Matrix: abandoned; GEM: shelved or "
        "mothballed).",
    )
    CANCELLED = (
        "cancelled",
        "The work was given up (IATI 5; Land Matrix: contract cancelled; GEM: cancelled).",
    )
    UNKNOWN = "unknown", "No source says how far the work has come."
