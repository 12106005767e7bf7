"""The keywords of a total, named once for type checkers and shown in every signature."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any, TypedDict, TypeVar

from centralasia_minerals.errors import InvalidTypeError, did_you_mean, near
from centralasia_minerals.values.currency import Currency

from .judging.filters import Classes, Filters, Kinds, Sectors, Stages
from .sums.convert import Conversions
from .sums.rate import Rates

F = TypeVar("F", bound=Callable[..., object])


class FilterKeywords(TypedDict, total=False):
    """The conditions that a row must meet to count; see ``total``."""

    kinds: Kinds
    sectors: Sectors
    stages: Stages
    classes: Classes
    max_horizon_years: int | None


class TotalKeywords(FilterKeywords, total=False):
    """The conditions that a row must meet to count, and its currency; see ``total``."""

    currency: Currency | str | None
    rates: Rates | None


class FrameKeywords(FilterKeywords, total=False):
    """The conditions that a row of a table must meet to count; see ``adapters.frames.total``."""

    currency: Currency | str | None


READERS: tuple[Callable[..., Any], ...] = (Filters.of, Conversions.of)
"""The functions that read the keywords: each takes its own, with their defaults."""


def showing_keywords(function: F) -> F:
    """Show the keywords of a total in the signature of a function that takes them."""
    signature = inspect.signature(function)
    own = [p for p in signature.parameters.values() if p.kind is not p.VAR_KEYWORD]
    added = [p for reader in READERS for p in _keywords_of(reader)]
    function.__signature__ = signature.replace(parameters=[*own, *added])  # type: ignore[attr-defined]  # inspect reads it
    return function


def read_keywords(keywords: TotalKeywords, what: str) -> tuple[Filters, Conversions]:
    """Return the conditions that a row must meet to count, and how it is converted.

    Raises:
        InvalidTypeError: a keyword is unknown, or its value is of a wrong type.
        InvalidValueError: no kind, stage, sector, class or currency has that name, or the horizon
            is below one year.
    """
    given: dict[str, Any] = {**keywords}
    known = [p.name for reader in READERS for p in _keywords_of(reader)]
    for name in given:
        if name not in known:
            hint = did_you_mean(near(name, known)) or f"keywords: {', '.join(known)}"
            raise InvalidTypeError(what, f"{name!r} is not one of its keywords", hint)
    filters, conversions = (
        reader(**{p.name: given[p.name] for p in _keywords_of(reader) if p.name in given})
        for reader in READERS
    )
    return filters, conversions


@cache
def _keywords_of(reader: Callable[..., object]) -> tuple[inspect.Parameter, ...]:
    parameters = inspect.signature(reader).parameters.values()
    return tuple(p for p in parameters if p.kind is p.KEYWORD_ONLY)
