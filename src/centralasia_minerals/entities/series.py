"""Series of statements about one thing: their order, which of them hold, and which comes first."""

from __future__ import annotations

from typing import TypeVar

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate

from .source import earliest_published, published_dates
from .statement import AnyStatement, Rank, Standing, Stated
from .vocabulary.stage import Binding, Stage, StageSort

_ORDER = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}

S = TypeVar("S", bound=AnyStatement)


def in_series(statements: tuple[S, ...]) -> tuple[S, ...]:
    """Return statements by rank, then later ones first, then in the order given."""
    return tuple(sorted(statements, key=series_key))


def series_key(statement: AnyStatement) -> tuple[int, int, int]:
    """Return what statements of a series are sorted by.

    A month or a year stands behind every more precise date inside it, since it may be as early
    as its first day.
    """
    told = last_told(statement)
    if not isinstance(told, PartialDate):
        return (_ORDER[statement.rank], 0, 0)
    return (_ORDER[statement.rank], -told.earliest.toordinal(), told.latest.toordinal())


def last_told(statement: AnyStatement) -> PartialDate | NotStated:
    """Return when a statement was told last: the date of the latest source that tells it.

    If it is given a date, or is as of another date than its sources, it is that date.
    """
    as_of, citations = statement.as_of, statement.citations
    if statement.is_dated or len(citations) < 2 or as_of != earliest_published(citations):
        return as_of
    dates = published_dates(citations)
    return dates[-1] if dates else as_of


def is_superseded(statement: AnyStatement, series: tuple[AnyStatement, ...]) -> bool:
    """Whether a later statement of the series has replaced this one.

    Later means certainly later: two statements of one month hold side by side. What an earlier
    source told and a later one tells again is as late as the later one. A deprecated
    statement replaces nothing, and only a preferred one replaces a preferred one. A stage replaces
    only what it may (``Stage.may_supersede``).
    """
    own = last_told(statement)
    if statement.rank is Rank.DEPRECATED or not isinstance(own, PartialDate):
        return False
    return any(
        isinstance(told := last_told(other), PartialDate)
        and own.certainly_before(told)
        and _ORDER[other.rank] <= _ORDER[statement.rank]
        and _may_supersede(other, statement)
        for other in series
        if other.rank is not Rank.DEPRECATED
    )


def _may_supersede(later: AnyStatement, earlier: AnyStatement) -> bool:
    new, old = getattr(later, "value", None), getattr(earlier, "value", None)
    return new.may_supersede(old) if isinstance(new, Stage) and isinstance(old, Stage) else True


def standing_of(statement: AnyStatement, series: tuple[AnyStatement, ...]) -> Standing:
    """Return whether a statement of a series is current, superseded or deprecated."""
    if statement.rank is Rank.DEPRECATED:
        return Standing.DEPRECATED
    return Standing.SUPERSEDED if is_superseded(statement, series) else Standing.CURRENT


def standings_of(statements: tuple[S, ...]) -> tuple[Standing, ...]:
    """Return the standing of each statement of a whole series, in the order given."""
    if len(statements) == 1:  # It has nothing beside it.
        return (standing_of(statements[0], ()),)
    if any(isinstance(s, Stated) and isinstance(s.value, Stage) for s in statements):
        return tuple(standing_of(s, statements) for s in statements)
    # If any statement replaces another, the last to begin of those that may replace it does.
    dated = [(told, s) for s in statements if (told := last_told(s)) and not told.is_qualified]
    begun = [s for _, s in sorted(dated, key=lambda one: one[0].earliest)]
    last = {rank: [s for s in begun if _ORDER[s.rank] <= _ORDER[rank]][-1:] for rank in Rank}
    return tuple(standing_of(s, tuple(last[s.rank])) for s in statements)


def preferred(statements: tuple[S, ...]) -> S | NotStated:
    """Return the first statement of the series that is not deprecated, or not stated."""
    live = [statement for statement in statements if statement.rank is not Rank.DEPRECATED]
    if len(live) == 1:  # as of most things, and there is nothing to compare
        return live[0]
    return min(live, key=series_key, default=NotStated())


def deciding_stage(stages: tuple[Stated[Stage], ...]) -> Stage | NotStated:
    """Return the stage that a series comes to; not stated if it is empty.

    Of the statements that hold, only the preferred ones are considered if there are any. An end
    decides; then what is done; then the name of a paper, and of two names the less binding one;
    then the firmest verb. A paper that is intended undoes no earlier one that is concluded.
    """
    if not stages:
        return NotStated()
    if len(stages) == 1 and stages[0].rank is not Rank.DEPRECATED:  # as of most deals
        return stages[0].value
    standings = zip(stages, standings_of(stages), strict=True)
    held = [statement for statement, standing in standings if standing is Standing.CURRENT]
    said = [s for s in held if s.rank is Rank.PREFERRED] or held
    said = [s for s in said if not any(_stands_against(other, s) for other in said)]
    return min(in_series(tuple(said)), key=_decides).value if said else NotStated()


def _stands_against(earlier: Stated[Stage], later: Stated[Stage]) -> bool:
    """Whether a concluded paper stands, although an intended one is reported after it."""
    stages = earlier.value, later.value
    if any(stage.sort is not StageSort.PAPER for stage in stages):
        return False
    told = last_told(earlier), last_told(later)
    return (
        not later.value.may_supersede(earlier.value)
        and isinstance(told[0], PartialDate)
        and isinstance(told[1], PartialDate)
        and told[0].certainly_before(told[1])
    )


def _decides(statement: Stated[Stage]) -> tuple[int, int]:
    """Return what orders the current statements of a stage, the deciding one first."""
    stage = statement.value
    if stage.sort is StageSort.PAPER:
        return _SORTS[stage.sort], _BINDING.index(stage.binds)
    return _SORTS[stage.sort], -stage.order


_BINDING = list(Binding)
_SORTS = {StageSort.END: 0, StageSort.DEED: 1, StageSort.PAPER: 2, StageSort.WORD: 3}
