"""The reasons that put a row out by itself, whatever else counts, read slowly from the design."""

from __future__ import annotations

from fractions import Fraction

from counting_rows import CONCLUDED, ENDED, NOT_BY_DEFAULT, Asked, Row, current

import centralasia_minerals as cam


def own_reasons(row: Row, asked: Asked, replaced: bool) -> list[str]:
    """Give why a row is out by itself.

    ``replaced`` says whether a deal that is given has replaced its deal, at whatever stage.
    """
    return [
        *_by_stage(row, asked),
        *(["replaced"] if replaced else []),
        *_by_sector(row, asked),
        *_by_class(row, asked),
        *_by_money(row, asked),
        *_by_condition(row),
        *_by_figure(row, asked),
    ]


def _by_stage(row: Row, asked: Asked) -> list[str]:
    reached = {row.stage, row.deal.stage or None}
    is_ended = bool(reached & ENDED)
    is_cancelled = row.deal.implementation is cam.Implementation.CANCELLED
    reasons = []
    if is_ended and not reached & ENDED & (asked.stages or frozenset()):
        reasons.append("ended")
    if is_cancelled and not asked.cancelled:
        reasons.append("cancelled")
    # What ended or was cancelled is in because it was named, or out for that reason already.
    is_named = is_ended or (is_cancelled and asked.cancelled)
    if asked.stages is not None and row.stage not in asked.stages and not is_named:
        is_early = asked.stages <= CONCLUDED and row.stage not in CONCLUDED
        reasons.append("not concluded" if is_early else "outside the stages")
    return reasons


def _by_sector(row: Row, asked: Asked) -> list[str]:
    if asked.sectors is None:
        return []
    inside = [sector for sector in row.deal.sectors if sector in asked.sectors]
    if not inside:
        return ["outside the sectors"]
    return ["shared with other sectors"] if len(inside) < len(row.deal.sectors) else []


def _by_class(row: Row, asked: Asked) -> list[str]:
    """A class that is not stated counts like an undertaking."""
    of_deal = row.deal.deal_class or cam.DealClass.UNDERTAKING
    if asked.classes is None or of_deal in asked.classes:
        return []
    return [str(of_deal)] if of_deal in NOT_BY_DEFAULT else ["outside the classes"]


def _by_money(row: Row, asked: Asked) -> list[str]:
    """A valuation is never added; money of which nobody tells the kind is no other kind."""
    if row.money is cam.MoneyKind.VALUATION:
        return ["valuation"]
    if row.money is None or asked.kinds is None or row.money in asked.kinds:
        return []
    return ["another kind of money"]


def _by_condition(row: Row) -> list[str]:
    if row.amount is None:
        return []
    both = [one for one in (row.amount, row.whole) if one is not None]
    reasons = ["conditional"] if any(map(is_conditional, both)) else []
    return [*reasons, "counted by its parts"] if gives_way(row.deal, row.amount) else reasons


def _by_figure(row: Row, asked: Asked) -> list[str]:
    reasons = []
    if asked.horizon is not None and asked.horizon < row.years < float("inf"):
        reasons.append("beyond the horizon")
    if row.standing != "current":
        reasons.append(row.standing)
    if isinstance(row.statement, cam.NotStated):
        reasons.append("not stated")
    if isinstance(row.statement, cam.NotApplicable):
        reasons.append("not applicable")
    return reasons


def is_conditional(amount: cam.Amount) -> bool:
    """Say whether a contingency is set or lapsed; a closing condition puts nothing out."""
    for condition in amount.conditions:
        said = current(condition.statements)
        state = said.value if said else cam.ConditionState.SET
        is_open = state in (cam.ConditionState.SET, cam.ConditionState.LAPSED)
        if is_open and condition.kind is cam.ConditionKind.CONTINGENCY:
            return True
    return False


def parts_of(deal: cam.Deal, whole: cam.Amount) -> list[cam.Amount]:
    """Give the tranches and components of an amount."""
    if isinstance(whole.key, cam.NotStated):
        return []
    return [one for one in deal.amounts if one.part_of == whole.key]


def gives_way(deal: cam.Deal, whole: cam.Amount) -> bool:
    """Say whether a whole with parts that are not firm leaves it to its parts to count."""
    parts = parts_of(deal, whole)
    loose = [part for part in parts if is_not_firm(whole, part)]
    said = [current(one.statements) for one in (whole, *parts)]
    if not loose or not all(isinstance(one, cam.Stated) for one in said):
        return False
    if len({one.value.currency for one in said}) > 1:
        return True
    figures = [Fraction(one.value.amount) for one in said]
    firm = [figure for part, figure in zip(parts, figures[1:], strict=True) if part not in loose]
    return sum(firm) <= figures[0] <= sum(figures[1:])


def is_not_firm(whole: cam.Amount, part: cam.Amount) -> bool:
    """Say whether a part is conditional, or has come less far than its whole."""
    concluded = [one.stage and one.stage.group == "concluded" for one in (whole, part)]
    return is_conditional(part) or bool(concluded[0] and not concluded[1])
