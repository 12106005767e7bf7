"""What the amounts of one deal mean together: their kinds, their parts, the headline."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.absence import NotStated

from .amount import Amount, placed_in_deal
from .statement import Stated
from .vocabulary.deal_kind import DealClass, DealKind
from .vocabulary.implementation import Implementation
from .vocabulary.money_kind import MoneyKind, money_of
from .vocabulary.stage import Stage, StageGroup

_WORKING = (Implementation.UNDER_WAY, Implementation.OPERATING, Implementation.COMPLETED)


_WHOLES = (DealClass.PROGRAMME, DealClass.UMBRELLA)


def placed(
    amounts: tuple[Amount, ...],
    kind: DealKind,
    deal_class: DealClass | NotStated,
    stage: Stage | NotStated,
    work: Implementation,
) -> tuple[Amount, ...]:
    """Return the amounts of a deal with its stage and kinds of money, where they have none.

    Work reported as under way or done makes the amount for that work concluded, whatever the
    paper: never an amount with a stage of its own, a plan, a programme or umbrella, an amount in
    parts, or anything that ended.
    """
    if work not in _WORKING and len(amounts) < 2:  # as of most deals
        return tuple([placed_in_deal(one, stage, money_of(one.role, kind)) for one in amounts])
    is_intended = not isinstance(stage, Stage) or stage.group is StageGroup.INTENDED
    concludes = work in _WORKING and is_intended and deal_class not in _WHOLES
    wholes = {one.part_of for one in amounts if isinstance(one.part_of, str)}
    staged = {one.key: one.stage for one in amounts if wholes and one.stages}
    made = []
    for amount in amounts:
        money = money_of(amount.role, kind)
        is_plan = (amount.money or money) is MoneyKind.PLAN
        is_in_parts = bool(wholes) and (amount.key in wholes or isinstance(amount.part_of, str))
        is_done = concludes and not is_plan and not is_in_parts
        reached = staged.get(amount.part_of, stage)
        made.append(placed_in_deal(amount, Stage.DONE if is_done else reached, money))
    return tuple(made)


def headline(amounts: tuple[Amount, ...]) -> Amount | None:
    """Return the amount that tells a reader most about a deal; None if none does.

    A valuation never does: it is not what a deal is worth.
    """
    paid = [amount for amount in amounts if amount.money is not MoneyKind.VALUATION]
    own = [amount for amount in paid if _may_lead(amount)]
    told = [amount for amount in own if isinstance(amount.leading, Stated)]
    return min(told or own or paid, key=_by_horizon, default=None)


def _may_lead(amount: Amount) -> bool:
    money = amount.money
    if isinstance(money, MoneyKind) and money.is_funding:
        return False
    return not amount.is_conditional and isinstance(amount.part_of, NotStated)


def _by_horizon(amount: Amount) -> float:
    years = amount.horizon_years
    return -years if isinstance(years, int) else -float("inf")


def amount_errors(
    id: str, kind: DealKind, amounts: tuple[Amount, ...]
) -> Iterator[InvalidValueError]:
    """Yield what is wrong with the amounts of a deal beside each other, and beside its kind."""
    wholes: dict[str, Amount] = {}
    if any(isinstance(amount.part_of, str) for amount in amounts):
        wholes = {amount.key: amount for amount in amounts if isinstance(amount.key, str)}
    for place, amount in enumerate(amounts):
        if _is_in_doubt(amount, kind):
            yield InvalidValueError(
                f"the kind of money of the {amount.role} in {briefly(id)}",
                f"a deal of the kind {str(kind)!r} leaves it in doubt",
                _REMEDY,
                field=f"amounts[{place}].money",
            )
        if isinstance(amount.part_of, str):
            found = _fault_of_part(amount, wholes, kind)
            if found:
                yield InvalidValueError(
                    f"a part of an amount of {briefly(id)}",
                    found,
                    "give the key of an amount of this deal that is not a part itself",
                    field=f"amounts[{place}].part_of",
                )


_REMEDY = (
    "give money = 'project' for works and services, 'supply' for goods, 'transfer' for existing"
    " shares or assets, 'issue' for new shares, 'plan', or 'unspecified' if no source says"
)


def _is_in_doubt(amount: Amount, kind: DealKind) -> bool:
    if isinstance(amount.money, MoneyKind) or money_of(amount.role, kind) is not None:
        return False
    return any(isinstance(statement, Stated) for statement in amount.statements)


def _fault_of_part(amount: Amount, wholes: dict[str, Amount], kind: DealKind) -> str:
    """Return what is wrong with the whole that a part names; empty if nothing is."""
    whole = wholes.get(str(amount.part_of))
    if whole is None:
        return f"no amount has the key {briefly(amount.part_of)}"
    if whole is amount or isinstance(whole.part_of, str):
        return f"{briefly(amount.part_of)} is a part itself"
    kinds = [one.money or money_of(one.role, kind) for one in (amount, whole)]
    if kinds[0] is not kinds[1]:
        return "it is another kind of money than the whole"
    return ""
