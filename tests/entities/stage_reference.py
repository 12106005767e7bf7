"""How a stage is decided once more, word for word from the design and as slowly as it reads."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.implementation import Implementation
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.absence import NotStated

# The text of each stage, then its group, what it binds, its order among rivals, and its sort.
TABLE = {
    "talks": ("intended", "no", 1, "word"),
    "proposed": ("intended", "no", 1, "word"),
    "offered": ("intended", "no", 1, "word"),
    "planned": ("intended", "no", 2, "word"),
    "reviewed": ("intended", "no", 2, "word"),
    "adopted": ("intended", "no", 2, "paper"),
    "pledged": ("intended", "no", 2, "word"),
    "declaration": ("intended", "no", 2, "paper"),
    "roadmap": ("intended", "no", 2, "paper"),
    "letter of interest": ("intended", "no", 3, "paper"),
    "letter of intent": ("intended", "no", 3, "paper"),
    "memorandum": ("intended", "no", 3, "paper"),
    "term sheet": ("intended", "no", 3, "paper"),
    "heads of terms": ("intended", "no", 3, "paper"),
    "framework": ("intended", "partly", 3, "paper"),
    "approved": ("intended", "no", 4, "paper"),
    "agreed": ("concluded", "as stated", 5, "word"),
    "signed": ("concluded", "yes", 6, "paper"),
    "closed": ("concluded", "done", 7, "deed"),
    "disbursed": ("concluded", "done", 7, "deed"),
    "done": ("concluded", "done", 7, "deed"),
    "failed": ("ended", "ended", 0, "end"),
    "denied": ("ended", "ended", 0, "end"),
    "withdrawn": ("ended", "ended", 0, "end"),
    "lapsed": ("ended", "ended", 0, "end"),
    "expired": ("ended", "ended", 0, "end"),
    "repaid": ("ended", "ended", 0, "end"),
}
_BINDS = ["no", "partly", "as stated", "yes", "done"]
_RANKS = [Rank.PREFERRED, Rank.NORMAL]
_WORKING = [Implementation.UNDER_WAY, Implementation.OPERATING, Implementation.COMPLETED]


def group_of(stage: Stage) -> str:
    """Give the group that a stage belongs to."""
    return TABLE[stage.value][0]


def binding_of(stage: Stage) -> int:
    """Give how much a stage binds, the least first."""
    return _BINDS.index(TABLE[stage.value][1])


def order_of(stage: Stage) -> int:
    """Give how far a stage is among rivals."""
    return TABLE[stage.value][2]


def sort_of(stage: Stage) -> str:
    """Give what tells of a stage."""
    return TABLE[stage.value][3]


def may_supersede(later: Stage, earlier: Stage) -> bool:
    """Say whether a stage told later may take the place of another."""
    both = sort_of(later), sort_of(earlier)
    if "end" in both:
        return True
    if both == ("word", "word"):
        return order_of(earlier) <= order_of(later)
    if both == ("paper", "paper"):
        return not (group_of(later) == "intended" and group_of(earlier) == "concluded")
    return both in [("paper", "word"), ("deed", "word"), ("deed", "paper"), ("deed", "deed")]


def current(stages: Iterable[Stated[Stage]]) -> list[Stated[Stage]]:
    """Give the statements of a stage that hold."""
    live = [one for one in stages if one.rank is not Rank.DEPRECATED]
    return [one for one in live if not any(_supersedes(other, one) for other in live)]


def _supersedes(other: Stated[Stage], one: Stated[Stage]) -> bool:
    return (
        not isinstance(one.as_of, NotStated)
        and not isinstance(other.as_of, NotStated)
        and one.as_of.certainly_before(other.as_of)
        and _RANKS.index(other.rank) <= _RANKS.index(one.rank)
        and may_supersede(other.value, one.value)
    )


def _was_signed_before(one: Stated[Stage], other: Stated[Stage]) -> bool:
    """Say whether a paper comes too late to undo a contract."""
    return (
        sort_of(one.value) == "paper" == sort_of(other.value)
        and group_of(one.value) == "intended"
        and group_of(other.value) == "concluded"
        and not isinstance(one.as_of, NotStated)
        and not isinstance(other.as_of, NotStated)
        and other.as_of.certainly_before(one.as_of)
    )


def stages_that_may_decide(stages: Iterable[Stated[Stage]]) -> set[Stage]:
    """Give the stages of which one must decide a series; several where the design chooses none.

    Nothing is left where nothing is said.
    """
    held = current(stages)
    heard = [one for one in held if one.rank is Rank.PREFERRED] or held
    said = {one.value for one in heard if not any(_was_signed_before(one, o) for o in heard)}
    by_sort = {
        sort: {stage for stage in said if sort_of(stage) == sort}
        for sort in ("end", "deed", "paper", "word")
    }
    if by_sort["end"]:
        return by_sort["end"]
    if by_sort["deed"]:
        highest = max(map(order_of, by_sort["deed"]))
        return {stage for stage in by_sort["deed"] if order_of(stage) == highest}
    if by_sort["paper"]:
        least = min(map(binding_of, by_sort["paper"]))
        return {stage for stage in by_sort["paper"] if binding_of(stage) == least}
    firmest = max(map(order_of, by_sort["word"]), default=0)
    return {stage for stage in by_sort["word"] if order_of(stage) == firmest}


def lifted(
    stage: Stage | NotStated,
    work: Implementation,
    money: MoneyKind | NotStated,
    deal_class: DealClass | NotStated,
) -> Stage | NotStated:
    """Give the stage of an amount that has none of its own, and neither parts nor a whole."""
    if work not in _WORKING or (stage and group_of(stage) != "intended"):
        return stage
    is_a_plan = money is MoneyKind.PLAN
    is_more_than_the_work = deal_class in (DealClass.PROGRAMME, DealClass.UMBRELLA)
    return stage if is_a_plan or is_more_than_the_work else Stage.DONE
