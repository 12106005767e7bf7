"""Reads the group of a row of the ledger, by a key or by a function of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near
from centralasia_minerals.wording import briefly

from .columns import Columns
from .groups import GROUPS, GROUPS_OF_AMOUNTS, NOT_STATED, group_of_amount, group_of_deal

Read: TypeAlias = Callable[[Columns, int], str]
"""Reads a group from a row of the ledger, by its number."""

_REMEDY = "let the function return text"


def reader_of(key: object) -> tuple[str, Read]:
    """Return the name of a key, and a function that reads it from a row.

    Raises:
        InvalidValueError: there is no such key.
    """
    if key == "stage":
        return "stage", _stage
    if isinstance(key, str) and key in GROUPS:
        return key, _of_deal(partial(group_of_deal, GROUPS[key]))
    if isinstance(key, str) and key in GROUPS_OF_AMOUNTS:
        return key, _of_amount(GROUPS_OF_AMOUNTS[key])
    if callable(key):
        name = getattr(key, "__name__", "")
        return name if name.isidentifier() else "group", _of_deal(_checked(key))
    known = (*GROUPS, *GROUPS_OF_AMOUNTS)
    hint = (
        did_you_mean(near(key, known) if isinstance(key, str) else ())
        or f"give one of: {', '.join(known)}, or a function"
    )
    raise InvalidValueError("the key of totals", f"{briefly(key)} is not a key", hint)


def _of_deal(read: Callable[[Deal], str]) -> Read:
    return lambda columns, row: read(columns.deal[row])


def _of_amount(field: str) -> Read:
    return lambda columns, row: group_of_amount(field, columns.amount[row])


def _checked(function: Callable[[Deal], object]) -> Callable[[Deal], str]:
    def read(deal: Deal) -> str:
        group = function(deal)
        if not isinstance(group, str):
            raise InvalidTypeError.of(f"the group of {deal.id!r}", group, _REMEDY)
        if not group.strip():
            raise InvalidValueError(f"the group of {deal.id!r}", "it is empty", _REMEDY)
        return group

    return read


def _stage(columns: Columns, row: int) -> str:
    stage = columns.facts(row).stage
    return stage.value if stage else NOT_STATED
