"""How far a deal has come: the agreement and the work; and what it is for."""

from __future__ import annotations

from typing import Literal, TypeAlias

from centralasia_minerals.values.closed_enum import ClosedEnum


class StageGroup(ClosedEnum):
    """A group of stages, which is what may be compared; order within a group is not standard.

    Totals count what is concluded unless they are asked for more.
    """

    INTENDED = (
        "intended",
        "Nothing is concluded yet: talks, proposals, pledges, letters, memorandums and frameworks.",
    )
    CONCLUDED = "concluded", "The parties have agreed or signed."
    FAILED = "failed", "It did not come about, or no longer holds."


StageGroupText: TypeAlias = Literal[
    "intended",
    "concluded",
    "failed",
]
"""The texts of ``StageGroup``, for type checkers."""


class Stage(ClosedEnum):
    """How far the agreement between the parties has come (after Land Matrix, IATI and AidData).

    *Agreed* and *signed* are concluded, *failed* and *expired* are failed, and all others are
    only intended, even where the paper itself was signed. Stages have no order; compare groups.
    """

    TALKS = (
        "talks",
        "Intended, not binding: the parties negotiate (Land Matrix: under negotiation).",
    )
    PROPOSED = (
        "proposed",
        "Intended, not binding: one side proposes, invites or wants to take part (Land "
        "Matrix: expression of interest).",
    )
    PLEDGED = (
        "pledged",
        "Intended, not binding: a side says that it will, plans to or is ready to do it "
        "(IATI: pledge, transaction 12 or 13).",
    )
    LETTER_OF_INTEREST = (
        "letter of interest",
        "Intended, not binding: a lender or buyer writes that it may take part (EXIM: not a "
        "financing commitment).",
    )
    MEMORANDUM = (
        "memorandum",
        "Intended, not binding even if signed: a memorandum of understanding (Land Matrix has "
        "the same stage).",
    )
    FRAMEWORK = (
        "framework",
        "Intended, partly binding: terms for contracts that are still to come (OCDS: "
        "framework agreement).",
    )
    AGREED = (
        "agreed",
        "Concluded, binding as far as stated: an agreement was reached, but no source tells of "
        "a signature (IATI: commitment, transaction 2 or 11).",
    )
    SIGNED = (
        "signed",
        "Concluded and binding: a contract or agreement was signed (Land Matrix: contract "
        "signed; IATI: commitment).",
    )
    FAILED = (
        "failed",
        "Failed: the talks broke down, or a side withdrew or refused (Land Matrix: "
        "negotiations failed, contract cancelled).",
    )
    EXPIRED = "expired", "Failed: it lapsed or ran out (Land Matrix: contract expired)."

    @property
    def group(self) -> StageGroup:
        """The group: intended, concluded or failed."""
        if self in (Stage.AGREED, Stage.SIGNED):
            return StageGroup.CONCLUDED
        if self in (Stage.FAILED, Stage.EXPIRED):
            return StageGroup.FAILED
        return StageGroup.INTENDED


StageText: TypeAlias = Literal[
    "talks",
    "proposed",
    "pledged",
    "letter of interest",
    "memorandum",
    "framework",
    "agreed",
    "signed",
    "failed",
    "expired",
]
"""The texts of ``Stage``, for type checkers."""


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


class Sector(ClosedEnum):
    """What the undertaking, and so its money, is for; a deal may have several sectors."""

    MINERALS = (
        "minerals",
        "Mines, ores, critical minerals, rare earths and coal; uranium mining too.",
    )
    NUCLEAR = "nuclear", "Nuclear power plants, reactors and technology, but not uranium mining."
    ENERGY = "energy", "All other energy: electricity, oil and gas, renewables, dams and grids."
    AVIATION = "aviation", "Aircraft, airlines and airports."
    DIGITAL = "digital", 'Computing, data and telecommunications; "digital mining" too.'
    TRANSPORT = "transport", "Roads, railways, ports and corridors."
    AGRICULTURE = "agriculture", "Farming and food."
    FINANCE = "finance", "Banks, funds and councils whose own purpose is investment or trade."
    DIPLOMACY = "diplomacy", "Treaties, memberships, visits and standing bodies between states."
    OTHER = "other", "A named field that is none of these, such as culture, trade or industry."


SectorText: TypeAlias = Literal[
    "minerals",
    "nuclear",
    "energy",
    "aviation",
    "digital",
    "transport",
    "agriculture",
    "finance",
    "diplomacy",
    "other",
]
"""The texts of ``Sector``, for type checkers."""
