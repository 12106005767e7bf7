"""What somebody states, how firmly, and which statement of a series is the current one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeAlias, TypeVar

from attrs import Factory, field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values import (
    Absence,
    Hedge,
    Measure,
    Money,
    NotApplicable,
    NotStated,
    PartialDate,
    Share,
    Word,
)

from .conformance import Refusal
from .person import Agent
from .record import Record, part
from .source import Citation, earliest_published
from .stage import Implementation, Stage


class Rank(Word):
    """How a statement stands beside others of the same thing (after Wikidata)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class Standing(Word):
    """Whether a statement is a current one, or was taken over or taken back."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"


class Disclosure(Word):
    """Whether a figure is stated, withheld, simply not said, or cannot be."""

    STATED = "stated"
    UNDISCLOSED = "undisclosed"
    NOT_STATED = "not stated"
    NOT_APPLICABLE = "not applicable"


_ORDER = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}

T = TypeVar("T", Money, Measure, Share, Stage, Implementation)


@part
class Stated(Record, Generic[T]):
    """A value as somebody states it.

    ``value`` is the printed figure, ``upper`` the other end where the hedge is a range.
    ``called`` is the printed term for what the figure is, where sources use different ones
    ("valued at"). ``asserted_by`` is empty where the source says it in its own voice. A
    deprecated statement has a ``reason``. ``as_of`` is when the statement was made: when the
    earliest source cited was published, unless something else is said.
    """

    value: T
    hedge: Hedge = Hedge.AS_STATED
    upper: T | NotStated = NotStated()
    called: str | NotStated = NotStated()
    asserted_by: tuple[Agent, ...] = ()
    rank: Rank = Rank.NORMAL
    reason: str | NotStated = NotStated()
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )

    def _refusals(self) -> Iterator[Refusal]:
        yield from _reason_refused(self.rank, self.reason)
        is_figure = isinstance(self.value, (Money, Measure, Share))
        if not is_figure and self.hedge is not Hedge.AS_STATED:
            yield InvalidValueError(
                "a hedge", f"{self.hedge} {self.value}", "only figures have one", field="hedge"
            )
        if is_figure:
            yield from self._figures_refused()

    def _figures_refused(self) -> Iterator[Refusal]:
        if type(self.upper) not in (NotStated, type(self.value)):
            yield InvalidTypeError(
                "a range", f"{self.value!r} to {self.upper!r}", "give one type", field="upper"
            )
            return
        number = getattr(self.value, "amount", None) or getattr(self.value, "magnitude", None)
        if number is not None and number < 0:
            yield InvalidValueError(
                "a stated figure", f"{self.value}", "give none below nothing", field="value"
            )
        yield from self._range_refused()

    def _range_refused(self) -> Iterator[Refusal]:
        if (self.hedge is Hedge.RANGE) != (not isinstance(self.upper, NotStated)):
            yield InvalidValueError(
                f"a figure {self.hedge} {self.value}", f"upper end {self.upper or 'missing'}",
                "a range has an upper end, and nothing else does", field="upper",
            )  # fmt: skip
        elif self.hedge is Hedge.RANGE and not self.value < self.upper:  # type: ignore[operator]  # one T
            yield InvalidValueError(
                "a range",
                f"from {self.value} to {self.upper}",
                "let it end above its start",
                field="upper",
            )

    @property
    def low(self) -> T:
        """The least that the words allow: nothing for "up to"."""
        if self.hedge is Hedge.UP_TO and isinstance(self.value, (Money, Measure, Share)):
            return self.value.zeroed()  # type: ignore[return-value]  # it is of the same T
        return self.value

    @property
    def high(self) -> T | None:
        """The most that the words allow; None where they leave it open."""
        if self.hedge.is_open_above:
            return None
        return self.value if isinstance(self.upper, NotStated) else self.upper

    def __str__(self) -> str:
        if self.hedge is Hedge.AS_STATED:
            return str(self.value)
        if self.hedge is Hedge.RANGE:
            return f"{self.value} to {self.upper}"
        return f"{self.hedge} {self.value}"


@part
class Undisclosed(Record, Absence):
    """A source says that the value is withheld; falsy, and without a ``value``.

    ``asserted_by`` is who says so, empty where it is the source itself.
    """

    asserted_by: tuple[Agent, ...] = ()
    rank: Rank = Rank.NORMAL
    reason: str | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )

    def _refusals(self) -> Iterator[Refusal]:
        yield from _reason_refused(self.rank, self.reason)

    def __str__(self) -> str:
        return "undisclosed"


def _reason_refused(rank: Rank, reason: str | NotStated) -> Iterator[Refusal]:
    if (rank is Rank.DEPRECATED) != bool(reason):
        yield InvalidValueError(
            f"a {rank} statement",
            f"reason {repr(reason) if reason else 'missing'}",
            "a deprecated statement says why, and no other does",
            field="reason",
        )


AnyStatement: TypeAlias = (
    Stated[Money]
    | Stated[Measure]
    | Stated[Share]
    | Stated[Stage]
    | Stated[Implementation]
    | Undisclosed
)
"""Whatever may stand in a series."""

S = TypeVar("S", bound=AnyStatement)


def in_series(statements: tuple[S, ...]) -> tuple[S, ...]:
    """Order statements: by rank, then later first, then as given."""
    return tuple(sorted(statements, key=_series_key))


def _series_key(statement: AnyStatement) -> tuple[int, int, int]:
    as_of = statement.as_of
    if not isinstance(as_of, PartialDate):
        return (_ORDER[statement.rank], 0, 0)
    return (_ORDER[statement.rank], -as_of.latest.toordinal(), -as_of.earliest.toordinal())


def is_superseded(statement: AnyStatement, series: tuple[AnyStatement, ...]) -> bool:
    """Say whether a later statement of the series, not deprecated, has taken this one's place.

    Later means certainly later: two statements of one month stand beside each other. A preferred
    statement is superseded by a preferred one only.
    """
    if statement.rank is Rank.DEPRECATED or not isinstance(statement.as_of, PartialDate):
        return False
    return any(
        isinstance(other.as_of, PartialDate)
        and statement.as_of.certainly_before(other.as_of)
        and _ORDER[other.rank] <= _ORDER[statement.rank]
        for other in series
        if other.rank is not Rank.DEPRECATED
    )


def standing_of(statement: AnyStatement, series: tuple[AnyStatement, ...]) -> Standing:
    """Say whether a statement of a series still holds."""
    if statement.rank is Rank.DEPRECATED:
        return Standing.DEPRECATED
    superseded = is_superseded(statement, series)
    return Standing.SUPERSEDED if superseded else Standing.CURRENT


def disclosure_of(statement: AnyStatement | Absence) -> Disclosure:
    """Say what kind of figure, or of absence, a statement is."""
    if isinstance(statement, Stated):
        return Disclosure.STATED
    if isinstance(statement, Undisclosed):
        return Disclosure.UNDISCLOSED
    if isinstance(statement, NotApplicable):
        return Disclosure.NOT_APPLICABLE
    return Disclosure.NOT_STATED


def preferred(series: tuple[S, ...]) -> S | NotStated:
    """Give the first statement that is not deprecated, or not stated where there is none."""
    return next((s for s in series if s.rank is not Rank.DEPRECATED), NotStated())
