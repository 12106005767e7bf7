"""The filters of a total: stages, sectors and a horizon, read and checked once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import attrs

from centralasia_minerals.dataset.query.where import several
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.sector import Sector, SectorText
from centralasia_minerals.entities.vocabulary.stage import (
    Stage,
    StageGroup,
    StageGroupText,
    StageText,
)
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.closed_enum import ClosedEnum, member_of
from centralasia_minerals.wording import briefly

StageChoice: TypeAlias = (
    Stage | StageGroup | Implementation | StageText | StageGroupText | Literal["cancelled"]
)
"""A stage or a group of stages, as a member or text; ``"cancelled"`` names cancelled deals."""

Stages: TypeAlias = StageChoice | Iterable[StageChoice] | None
"""Stages or groups of stages that count, one or several; None means all except failed ones."""

Sectors: TypeAlias = Sector | SectorText | Iterable[Sector | SectorText] | None
"""Sectors that count, one or several, as members or text; None means all."""


@attrs.frozen
@result
class Filters:
    """The conditions that a row must meet to count.

    Attributes:
        stages: the stages that count, failed ones only if they were named; None means all except
            failed ones.
        sectors: the sectors that count; None means all.
        cancelled_too: whether cancelled deals count.
        max_horizon_years: the longest horizon that counts, in years; None means any.
    """

    stages: frozenset[Stage] | None
    sectors: frozenset[Sector] | None
    cancelled_too: bool
    max_horizon_years: int | None

    @classmethod
    def of(
        cls,
        *,
        sectors: Sectors = "minerals",
        stages: Stages = "concluded",
        max_horizon_years: int | None = None,
    ) -> Filters:
        """Read filters; their defaults are those of every total.

        Raises:
            InvalidTypeError: a stage or sector is neither a member nor text, or the horizon is not
                a whole number.
            InvalidValueError: no stage or sector has that name, none is named, or the horizon is
                below one year.
        """
        horizon = _checked_horizon(max_horizon_years)
        wanted = None if stages is None else _members(stages, _STAGE_CHOICES, "a stage")
        asked = None if sectors is None else _members(sectors, tuple(Sector), "a sector")
        return cls(
            stages=None if wanted is None else frozenset(_single_stages(wanted)),
            sectors=None if asked is None else frozenset(s for s in asked if isinstance(s, Sector)),
            cancelled_too=wanted is not None and Implementation.CANCELLED in wanted,
            max_horizon_years=horizon,
        )

    @property
    def only_concluded(self) -> bool:
        """Whether nothing but concluded stages is asked for."""
        return self.stages is not None and all(
            stage.group is StageGroup.CONCLUDED for stage in self.stages
        )

    def names(self, stage: Stage) -> bool:
        """Whether a stage is asked for by name, itself or in its group."""
        return self.stages is not None and stage in self.stages


# A group's name wins: "failed" names the whole group.
_STAGE_CHOICES: tuple[ClosedEnum, ...] = (*Stage, *StageGroup, Implementation.CANCELLED)


def _members(asked: object, choices: tuple[ClosedEnum, ...], what: str) -> tuple[ClosedEnum, ...]:
    given = several(asked)
    if not given:
        raise InvalidValueError(
            what, "the choice is empty", "name at least one, or give None for all"
        )
    return tuple(member_of(choices, item, what) for item in given)


def _single_stages(members: Iterable[ClosedEnum]) -> Iterator[Stage]:
    for member in members:
        if isinstance(member, Stage):
            yield member
        elif isinstance(member, StageGroup):
            yield from (stage for stage in Stage if stage.group is member)


def _checked_horizon(years: object) -> int | None:
    if years is None:
        return None
    if type(years) is not int:
        raise InvalidTypeError.of("max_horizon_years", years, "give whole years, or None")
    if years < 1:
        raise InvalidValueError(
            "max_horizon_years", f"{briefly(years)} is below 1", "give 1 or more, or None"
        )
    return years
