"""How far an agreement has come: the words between the parties, and the work on the ground."""

from __future__ import annotations

from centralasia_minerals.values import Word


class StageGroup(Word):
    """What stages are compared by; order within a group is not standard."""

    INTENDED = "intended"
    CONCLUDED = "concluded"
    FAILED = "failed"


class Stage(Word):
    """The stage of an agreement (after Land Matrix, IATI and AidData)."""

    TALKS = "talks"
    PROPOSED = "proposed"
    PLEDGED = "pledged"
    LETTER_OF_INTEREST = "letter of interest"
    MEMORANDUM = "memorandum"
    FRAMEWORK = "framework"
    AGREED = "agreed"
    SIGNED = "signed"
    FAILED = "failed"
    EXPIRED = "expired"

    @property
    def group(self) -> StageGroup:
        """The group: intended, concluded or failed."""
        if self in (Stage.AGREED, Stage.SIGNED):
            return StageGroup.CONCLUDED
        if self in (Stage.FAILED, Stage.EXPIRED):
            return StageGroup.FAILED
        return StageGroup.INTENDED


class Implementation(Word):
    """How far the work has come; *unknown* where no source says."""

    NOT_STARTED = "not started"
    PREPARATORY = "preparatory"
    UNDER_WAY = "under way"
    OPERATING = "operating"
    COMPLETED = "completed"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
