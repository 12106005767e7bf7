"""Every exception of the library; they hold ids and text, never entities.

Each error is also the builtin that a caller would expect, and its message has three parts:
what was asked, what was found, and what to do.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import NamedTuple

__all__ = [
    "CentralAsiaMineralsError",
    "ConflictError",
    "CurrencyMismatchError",
    "DataError",
    "ImpreciseDateError",
    "InexactConversionError",
    "InvalidTypeError",
    "InvalidValueError",
    "MissingExtraError",
    "MissingPathError",
    "MissingRateError",
    "NameNotFoundError",
    "NoEstimateError",
    "NoSuchCurrencyError",
    "Problem",
    "UnitMismatchError",
    "UnknownCriterionError",
    "UnknownIdError",
    "UnknownLocaleError",
    "did_you_mean",
    "near",
    "with_article",
]


def near(asked: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """Give the known words that look most like the one asked for, nearest first."""
    return tuple(difflib.get_close_matches(asked, list(known), n=most, cutoff=0.6))


def did_you_mean(suggestions: tuple[str, ...]) -> str:
    """Say the suggestions as a question, or nothing where there is none."""
    return f"did you mean {' or '.join(map(repr, suggestions))}?" if suggestions else ""


def with_article(noun: str) -> str:
    """Put the indefinite article before a noun.

    >>> with_article("organization")
    'an organization'
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


class CentralAsiaMineralsError(Exception):
    """The root of every error that this library raises on purpose."""

    asked: str
    found: str
    remedy: str

    def __init__(self, asked: str, found: str = "", remedy: str = "", *parts: object) -> None:
        super().__init__(asked, found, remedy, *parts)
        self.asked, self.found, self.remedy = asked, found, remedy

    def __str__(self) -> str:
        said = ": ".join(filter(None, (self.asked, self.found)))
        return "; ".join(filter(None, (said, self.remedy)))


class _RefusedError(CentralAsiaMineralsError):
    """Something given that is refused."""

    field: str
    also: tuple[InvalidValueError | InvalidTypeError, ...]

    def __init__(self, asked: str, found: str = "", remedy: str = "", field: str = "") -> None:
        super().__init__(asked, found, remedy, field)
        self.field, self.also = field, ()


class InvalidValueError(_RefusedError, ValueError):
    """A value of the right type that cannot be.

    Where it is in a field of a record, ``field`` is the field's name, else empty; ``also`` holds
    whatever else the record refuses.
    """


class InvalidTypeError(_RefusedError, TypeError):
    """A value of a type that is never converted in silence.

    Where it is in a field of a record, ``field`` is the field's name, else empty; ``also`` holds
    whatever else the record refuses.
    """


class CurrencyMismatchError(CentralAsiaMineralsError, TypeError):
    """Amounts of two currencies met where only one makes sense."""


class UnitMismatchError(CentralAsiaMineralsError, ValueError):
    """Measures of two dimensions met: a mass beside a power, say."""


class InexactConversionError(CentralAsiaMineralsError, ValueError):
    """The result cannot be written exactly, and nothing is ever rounded in silence."""


class UnknownLocaleError(CentralAsiaMineralsError, ValueError):
    """A locale that CLDR does not have, or has no data of this kind for."""


class NoEstimateError(CentralAsiaMineralsError, LookupError):
    """A deposit has no estimate of its own; the message names the one that has."""


class UnknownIdError(CentralAsiaMineralsError, KeyError):
    """No entity of that kind has that id."""

    kind: str
    id: str
    suggestions: tuple[str, ...]

    def __init__(self, kind: str, id: str, suggestions: tuple[str, ...] = ()) -> None:
        CentralAsiaMineralsError.__init__(
            self, f"no {kind} with id {id!r}", remedy=did_you_mean(suggestions)
        )
        self.kind, self.id, self.suggestions = kind, id, suggestions

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.kind, self.id, self.suggestions)


class NameNotFoundError(CentralAsiaMineralsError, LookupError):
    """No recorded name, or more than one entity's, matches the words asked for."""

    ids: tuple[str, ...]

    def __init__(
        self, asked: str, found: str = "", remedy: str = "", ids: tuple[str, ...] = ()
    ) -> None:
        super().__init__(asked, found, remedy, ids)
        self.ids = ids


class UnknownCriterionError(CentralAsiaMineralsError, TypeError):
    """A filter that entities of this kind do not have."""


class NoSuchCurrencyError(CentralAsiaMineralsError, KeyError):
    """A total holds no amount in the currency asked for."""


class ImpreciseDateError(InvalidValueError):
    """A daily rate is asked for, and the date is less precise than a day."""


class MissingRateError(CentralAsiaMineralsError, LookupError):
    """Amounts that neither a printed equivalent nor a rate brings into the currency asked for."""

    amounts: tuple[str, ...]

    def __init__(self, asked: str, found: str, remedy: str, amounts: tuple[str, ...] = ()) -> None:
        super().__init__(asked, found, remedy, amounts)
        self.amounts = amounts


class ConflictError(CentralAsiaMineralsError, ValueError):
    """One id stands for unequal records."""

    ids: tuple[str, ...]

    def __init__(self, asked: str, found: str, remedy: str, ids: tuple[str, ...] = ()) -> None:
        super().__init__(asked, found, remedy, ids)
        self.ids = ids


class MissingExtraError(CentralAsiaMineralsError, ImportError):
    """An optional library is needed and not installed; the message says how to install it."""


class MissingPathError(CentralAsiaMineralsError, FileNotFoundError):
    """No file or folder stands where one was asked for."""

    def __str__(self) -> str:
        return CentralAsiaMineralsError.__str__(self)


class Problem(NamedTuple):
    """One thing that is wrong in a data file: the file, the place in it, and what to do."""

    file: str
    path: str
    message: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.path, self.message)))


class DataError(CentralAsiaMineralsError, ValueError):
    """Data files are wrong; ``problems`` holds every problem with its file and place."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        listed = "".join(f"\n  {problem}" for problem in problems)
        CentralAsiaMineralsError.__init__(
            self, "the data cannot be read", f"{count} found:{listed}", "\nnothing was loaded"
        )
        self.problems = problems

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        return f"{self.asked}: {self.found}{self.remedy}"
