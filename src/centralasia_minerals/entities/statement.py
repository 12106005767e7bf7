"""What someone states, how firmly, and which statement of a series is the current one."""

from __future__ import annotations

from typing import Generic, TypeAlias, TypeVar

from attrs import Factory, field

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, briefly
from centralasia_minerals.values.absence import Absence, NotApplicable, NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

from .base.dated_record import DatedRecord
from .base.field_checks import Checks, FieldError
from .base.hedged_words import HedgedInLocales
from .base.record import facts, part
from .base.telling.readable import readable
from .base.telling.told_statement import ToldStatement
from .person import Agent
from .source import Citation, earliest_published
from .vocabulary.condition_terms import ConditionState
from .vocabulary.implementation import Implementation
from .vocabulary.stage import Stage


class Rank(ClosedEnum):
    """How a statement ranks among others about the same thing (after Wikidata's ranks)."""

    PREFERRED = "preferred", "It comes first, and only another preferred one supersedes it."
    NORMAL = "normal", "Nothing particular speaks for it or against it."
    DEPRECATED = "deprecated", "Known to be wrong; kept with its reason, and never counted."


class Standing(ClosedEnum):
    """Whether a statement still holds beside the others of its series."""

    CURRENT = "current", "It holds."
    SUPERSEDED = "superseded", "A certainly later statement of at least equal rank replaces it."
    DEPRECATED = "deprecated", "Its rank says that it is wrong."


class Disclosure(ClosedEnum):
    """Whether a figure is stated, and if not, why it is absent; an absent figure is not zero."""

    STATED = "stated", "A source gives the figure."
    UNDISCLOSED = "undisclosed", "A source says that it is withheld (like Wikidata's some value)."
    NOT_STATED = "not stated", "No source mentions it (OCDS leaves the field out)."
    NOT_APPLICABLE = "not applicable", "There cannot be one: joining a treaty has no price."


T = TypeVar("T", Money, Measure, Share, Stage, Implementation, ConditionState)


@part
class Stated(ToldStatement, HedgedInLocales, DatedRecord, Generic[T]):
    """A value as someone states it: money, a measure, a share, a stage, or a state of something.

    Attributes:
        value: the value as printed, never converted; of a range, its lower end.
        hedge: how the words in front of a figure bound it; stages and work have none.
        upper: the upper end of a range; not stated for every other hedge.
        further_words: further words of hedging as printed ("estimated" in "estimated to house
            around 410,000 tonnes"), which make it approximate; not stated if there are none.
        called: the printed term for what the figure is ("valued at"), given only where sources
            use different terms for one figure; otherwise not stated.
        asserted_by: who says so; empty if the source says it in its own voice.
        rank: how it ranks among the other statements of its series.
        reason: why it is deprecated; not stated for every other rank.
        citations: the passages behind it.
        as_of: when it was made; by default, when the earliest source cited was published, and
            not stated if no source is cited.
        is_dated: whether ``as_of`` was given; derived.
    """

    value: T
    hedge: Hedge = field(default=Hedge.AS_STATED, metadata=facts(is_essential=True))
    upper: T | NotStated = NotStated()
    further_words: str | NotStated = NotStated()
    called: str | NotStated = NotStated()
    asserted_by: tuple[Agent, ...] = ()
    rank: Rank = field(default=Rank.NORMAL, metadata=facts(is_identity=True))
    reason: str | NotStated = NotStated()
    # Citations stand before as_of because its default is taken from them.
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )
    is_dated: bool = field(init=False, eq=False, repr=False)

    def _field_errors(self) -> Checks:
        return self._rank_errors, self._value_errors

    def _rank_errors(self) -> Checks:
        return _reason_errors(self.rank, self.reason)

    def _value_errors(self) -> Checks:
        if isinstance(self.value, (Money, Measure, Share)):
            return self._sign_errors(), self._upper_errors
        found = f"{str(self.value)!r} is not a figure"
        remedy = "leave the hedge out; only figures have one"
        errors = []
        if self.hedge is not Hedge.AS_STATED:
            asked = f"the hedge {str(self.hedge)!r}"
            errors.append(InvalidValueError(asked, found, remedy, field="hedge"))
        if self.further_words:
            asked = f"the hedging {briefly(self.further_words)}"
            errors.append(InvalidValueError(asked, found, remedy, field="further_words"))
        if not isinstance(self.upper, NotStated):
            asked = f"the upper end {briefly(self.upper)}"
            errors.append(InvalidValueError(asked, found, remedy, field="upper"))
        return errors

    def _sign_errors(self) -> Checks:
        number = getattr(self.value, "amount", None) or getattr(self.value, "magnitude", None)
        if number is None or number >= 0:
            return ()
        asked, found = "a stated figure", f"{self.value} is negative"
        return (InvalidValueError(asked, found, "give 0 or more", field="value"),)

    def _upper_errors(self) -> Checks:
        if self.hedge is not Hedge.RANGE and isinstance(self.upper, NotStated):
            return ()
        if type(self.upper) in (NotStated, type(self.value)):
            return self._range_errors()
        found = f"from {briefly(self.value)} to {briefly(self.upper)}"
        return (InvalidTypeError("a range", found, "give both ends in one type", field="upper"),)

    def _range_errors(self) -> Checks:
        found = f"from {self.value} to {self.upper}"
        if (self.hedge is Hedge.RANGE) != (not isinstance(self.upper, NotStated)):
            yield InvalidValueError(
                f"the figure {self.value} with the hedge {str(self.hedge)!r}",
                f"the upper end is {self.upper or 'missing'}",
                "give an upper end to a range, and to nothing else", field="upper",
            )  # fmt: skip
        elif _unit_of(self.value) != _unit_of(self.upper):
            error = InvalidTypeError if isinstance(self.value, Money) else InvalidValueError
            remedy = "give both ends in one currency, or in units of one dimension"
            yield error("a range", found, remedy, field="upper")
        elif not self.value < self.upper:  # type: ignore[operator]  # one T
            remedy = "give an upper end above the lower one"
            yield InvalidValueError("a range", found, remedy, field="upper")

    @property
    def low(self) -> T:
        """The least that the words allow; zero for "up to"."""
        if self.hedge is Hedge.UP_TO and isinstance(self.value, (Money, Measure, Share)):
            return self.value.zeroed()  # type: ignore[return-value]  # it is of the same T
        return self.value

    @property
    def high(self) -> T | None:
        """The most that the words allow; None if they leave it open. No share is above one."""
        if self.hedge.is_open_above:
            return Share(1) if isinstance(self.value, Share) else None  # type: ignore[return-value]  # it is of the same T
        return self.value if isinstance(self.upper, NotStated) else self.upper

    @property
    def approximate(self) -> bool:
        """Whether the words say that it is not exact (around, nearly, estimated, a range)."""
        return self.hedge.is_approximate or bool(self.further_words)

    @property
    def about(self) -> bool:
        """Whether it is approximate beyond its bounds: a range alone says all by its two ends."""
        return self.approximate and (self.hedge is not Hedge.RANGE or bool(self.further_words))

    @property
    def statements(self) -> tuple[AnyStatement, ...]:
        """The statements that this one stands for: itself."""
        return (self,)

    def __str__(self) -> str:
        further = f" ({self.further_words})" if self.further_words else ""
        value = readable(self.value)
        if self.hedge is Hedge.RANGE:
            return f"{'about ' if self.about else ''}{value} to {readable(self.upper)}{further}"
        words: list[str] = [] if self.hedge is Hedge.AS_STATED else [str(self.hedge)]
        if self.about and not self.hedge.is_approximate:
            words.append("about")
        return " ".join([*words, value]) + further


@part
class Undisclosed(ToldStatement, DatedRecord, Absence):
    """A source says that the value is withheld; falsy, and without a ``value``.

    Attributes:
        asserted_by: who says so; empty if the source says it in its own voice.
        rank: how it ranks among the other statements of its series.
        reason: why it is deprecated; not stated for every other rank.
        citations: the passages behind it.
        as_of: when it was said; by default, when the earliest source cited was published.
        is_dated: whether ``as_of`` was given; derived.
    """

    mark = "undisclosed"

    asserted_by: tuple[Agent, ...] = ()
    rank: Rank = field(default=Rank.NORMAL, metadata=facts(is_identity=True))
    reason: str | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: earliest_published(self.citations), takes_self=True)
    )
    is_dated: bool = field(init=False, eq=False, repr=False)

    def _field_errors(self) -> Checks:
        return _reason_errors(self.rank, self.reason)

    def __str__(self) -> str:
        return "undisclosed"


def _unit_of(figure: object) -> object:
    """Return what two figures of one type must have in common to be compared."""
    if isinstance(figure, Money):
        return figure.currency.code
    return figure.unit.dimension if isinstance(figure, Measure) else None


def _reason_errors(rank: Rank, reason: str | NotStated) -> tuple[FieldError, ...]:
    if (rank is Rank.DEPRECATED) == bool(reason):
        return ()
    found = f"its reason is {briefly(reason) if reason else 'missing'}"
    remedy = "give a reason to a deprecated statement, and to no other"
    return (InvalidValueError(f"a statement of rank {rank}", found, remedy, field="reason"),)


AnyStatement: TypeAlias = (
    Stated[Money] | Stated[Measure] | Stated[Share] | Stated[Stage] | Stated[Implementation]
    | Stated[ConditionState] | Undisclosed
)  # fmt: skip
"""Whatever may stand in a series."""


def disclosure_of(statement: AnyStatement | Absence) -> Disclosure:
    """Return whether a figure is stated, or which kind of absence stands in its place."""
    if isinstance(statement, Stated):
        return Disclosure.STATED
    if isinstance(statement, Undisclosed):
        return Disclosure.UNDISCLOSED
    if isinstance(statement, NotApplicable):
        return Disclosure.NOT_APPLICABLE
    return Disclosure.NOT_STATED
