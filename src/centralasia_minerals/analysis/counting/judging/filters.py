"""The filters of a total: kinds of money, stages, sectors, classes, horizon; read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias, TypeVar

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.dataset.query.where import several
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass, DealClassText
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind, MoneyKindText
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

M = TypeVar("M", bound=ClosedEnum)

StageChoice: TypeAlias = (
    Stage | StageGroup | Implementation | StageText | StageGroupText | Literal["cancelled"]
)
"""A stage or a group of stages, as a member or text; ``"cancelled"`` names cancelled deals."""

COUNTED_CLASSES: tuple[DealClass, ...] = tuple(
    one for one in DealClass if one not in (DealClass.OWN_PROJECT, DealClass.PROGRAMME)
)
"""The classes of deals that count unless others are asked for."""

Stages: TypeAlias = StageChoice | Iterable[StageChoice] | None
"""Stages or groups of stages that count, one or several; None means all except ended ones."""

Kinds: TypeAlias = MoneyKind | MoneyKindText | Iterable[MoneyKind | MoneyKindText] | None
"""Kinds of money that count, as members or text; None means all but valuations."""

Classes: TypeAlias = DealClass | DealClassText | Iterable[DealClass | DealClassText] | None
"""Classes of deals that count, as members or text; None means all."""

Sectors: TypeAlias = Sector | SectorText | Iterable[Sector | SectorText] | None
"""Sectors that count, one or several, as members or text; None means all."""


@attrs.frozen
@result
class Filters(ToDict):
    """The conditions that a row must meet to count.

    Attributes:
        kinds: the kinds of money that count; None means all but valuations, which never do.
        stages: the stages that count, ended ones only if they were named; None means all except
            ended ones.
        sectors: the sectors that count; None means all.
        classes: the classes of deals that count; None means all.
        cancelled_too: whether cancelled deals count.
        max_horizon_years: the longest horizon that counts, in years; None means any.
    """

    kinds: frozenset[MoneyKind] | None
    stages: frozenset[Stage] | None
    sectors: frozenset[Sector] | None
    classes: frozenset[DealClass] | None
    cancelled_too: bool
    max_horizon_years: int | None

    @classmethod
    def of(
        cls,
        *,
        kinds: Kinds = "project",
        sectors: Sectors = "minerals",
        stages: Stages = "concluded",
        classes: Classes = COUNTED_CLASSES,
        max_horizon_years: int | None = None,
    ) -> Filters:
        """Read filters; their defaults are those of every total.

        Raises:
            InvalidTypeError: a kind, stage, sector or class is neither a member nor text, or the
                horizon is not a whole number.
            InvalidValueError: no kind, stage, sector or class has that name, none is named,
                valuations are named, or the horizon is below one year.
        """
        horizon = _checked_horizon(max_horizon_years)
        wanted = None if stages is None else _members(stages, _STAGE_CHOICES, "a stage")
        return cls(
            kinds=_kinds(kinds),
            stages=None if wanted is None else frozenset(_single_stages(wanted)),
            sectors=_each_of(Sector, sectors, "a sector"),
            classes=_each_of(DealClass, classes, "a class of deals"),
            cancelled_too=wanted is not None and Implementation.CANCELLED in wanted,
            max_horizon_years=horizon,
        )

    @property
    def only_concluded(self) -> bool:
        """Whether nothing but concluded stages is asked for."""
        return self.stages is not None and all(
            stage.group is StageGroup.CONCLUDED for stage in self.stages
        )

    @property
    def keywords(self) -> dict[str, list[str] | int | None]:
        """The keywords that ask for the same, as plain values: ``Filters.of(**keywords)``."""
        stages = None if self.stages is None else sorted(map(str, self.stages))
        if stages is not None and self.cancelled_too:
            stages.append(str(Implementation.CANCELLED))
        return {
            "kinds": _texts(self.kinds),
            "sectors": _texts(self.sectors),
            "stages": stages,
            "classes": _texts(self.classes),
            "max_horizon_years": self.max_horizon_years,
        }

    def names(self, stage: Stage) -> bool:
        """Whether a stage is asked for by name, itself or in its group."""
        return self.stages is not None and stage in self.stages


def _texts(members: Iterable[ClosedEnum] | None) -> list[str] | None:
    return None if members is None else sorted(map(str, members))


_STAGE_CHOICES: tuple[ClosedEnum, ...] = (*Stage, *StageGroup, Implementation.CANCELLED)


def _kinds(asked: Kinds) -> frozenset[MoneyKind] | None:
    kinds = _each_of(MoneyKind, asked, "a kind of money")
    if kinds and MoneyKind.VALUATION in kinds:
        raise InvalidValueError(
            "the kinds of money of a total",
            "a valuation is not money that changes hands, and is never added",
            "leave it out; the rows that are left out show what is valued",
        )
    return kinds


def _each_of(cls: type[M], asked: object, what: str) -> frozenset[M] | None:
    if asked is None:
        return None
    members = _members(asked, tuple(cls), what)
    return frozenset(one for one in members if isinstance(one, cls))


def _members(asked: object, choices: tuple[ClosedEnum, ...], what: str) -> tuple[ClosedEnum, ...]:
    given = several(asked)
    if not given:
        raise InvalidValueError(
            what, "the choice is empty", "name at least one, or give None for all"
        )
    if "all" in given:
        raise InvalidValueError(what, "'all' names none", "give None, by itself, for all")
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
