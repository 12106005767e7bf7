"""What a total is asked for: stages, sectors and a horizon, read once and checked."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias, TypeVar

import attrs

from centralasia_minerals.entities import Implementation, Sector, Stage, StageGroup
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near

StageChoice: TypeAlias = Stage | StageGroup | Implementation | str
Stages: TypeAlias = StageChoice | Iterable[StageChoice] | None
"""Stages or groups, one or several, as members or text; ``"cancelled"`` names cancelled deals."""

Sectors: TypeAlias = Sector | str | Iterable[Sector | str] | None
"""Sectors, one or several, as members or as text."""

M = TypeVar("M", bound=Enum)


@attrs.frozen
class Filters:
    """What rows must be to count; None means every one.

    ``stages`` holds single stages, failed ones only where they were named.
    """

    stages: frozenset[Stage] | None
    sectors: frozenset[Sector] | None
    cancelled_too: bool
    max_horizon_years: int | None

    @classmethod
    def of(cls, *, stages: Stages, sectors: Sectors, max_horizon_years: int | None) -> Filters:
        """Read filters.

        Raises:
            InvalidTypeError: something is neither a member nor text.
            InvalidValueError: no stage or sector is named so, none is asked for, or the horizon
                is below one year.
        """
        horizon = _checked_horizon(max_horizon_years)
        wanted = None if stages is None else _members(stages, _STAGE_WORDS, "a stage")
        asked = None if sectors is None else _members(sectors, _SECTOR_WORDS, "a sector")
        return cls(
            stages=None if wanted is None else frozenset(_single_stages(wanted)),
            sectors=None if asked is None else frozenset(s for s in asked if isinstance(s, Sector)),
            cancelled_too=wanted is not None and Implementation.CANCELLED in wanted,
            max_horizon_years=horizon,
        )

    @property
    def only_concluded(self) -> bool:
        """Say whether nothing but concluded stages is asked for."""
        return self.stages is not None and all(
            stage.group is StageGroup.CONCLUDED for stage in self.stages
        )

    def names(self, stage: Stage) -> bool:
        """Say whether a stage is asked for by name, itself or in its group."""
        return self.stages is not None and stage in self.stages


_STAGE_WORDS: dict[str, Enum] = {
    **{member.value: member for member in Stage},
    # A group's name wins: "failed" names the whole group.
    **{member.value: member for member in StageGroup},
    Implementation.CANCELLED.value: Implementation.CANCELLED,
}
_SECTOR_WORDS: dict[str, Enum] = {member.value: member for member in Sector}


def _members(asked: object, words: dict[str, Enum], what: str) -> list[Enum]:
    if isinstance(asked, (str, Enum)):
        return [_member(asked, words, what)]
    if not isinstance(asked, Iterable):
        raise InvalidTypeError(what, f"{asked!r}", f"one of: {', '.join(words)}")
    members = [_member(item, words, what) for item in asked]
    if not members:
        raise InvalidValueError(what, "an empty choice", "name one, or None for every one")
    return members


def _member(item: object, words: dict[str, Enum], what: str) -> Enum:
    # A stage hidden behind its group's name ("failed") is still a member of its own.
    kinds = {type(member) for member in words.values()}
    if isinstance(item, Enum) and type(item) in kinds and _can_be_asked(item):
        return item
    if not isinstance(item, str):
        raise InvalidTypeError(what, f"{item!r}", f"one of: {', '.join(words)}")
    if item not in words:
        hint = did_you_mean(near(item, words)) or f"one of: {', '.join(words)}"
        raise InvalidValueError(what, f"none is named {item!r}", hint)
    return words[item]


def _can_be_asked(member: Enum) -> bool:
    return not isinstance(member, Implementation) or member is Implementation.CANCELLED


def _single_stages(members: list[Enum]) -> Iterable[Stage]:
    for member in members:
        if isinstance(member, Stage):
            yield member
        elif isinstance(member, StageGroup):
            yield from (stage for stage in Stage if stage.group is member)


def _checked_horizon(years: int | None) -> int | None:
    if years is not None and (isinstance(years, bool) or not isinstance(years, int)):
        raise InvalidTypeError("max_horizon_years", f"{years!r}", "give whole years, or None")
    if years is not None and years < 1:
        raise InvalidValueError("max_horizon_years", f"{years}", "give 1 or more, or None")
    return years
