"""All exceptions: they hold ids and text, and say what was asked, what was found, what to do."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from centralasia_minerals.wording import briefly, did_you_mean, near, printable, with_article

__all__ = [
    "CentralAsiaMineralsError", "ConflictError", "CurrencyMismatchError",
    "DamagedInstallationError", "DataError", "DivisionByZeroError", "FileAccessError",
    "ImpreciseDateError", "InexactConversionError", "InvalidTypeError", "InvalidValueError",
    "MissingExtraError", "MissingPathError", "MissingRateError", "NameNotFoundError",
    "NoEstimateError", "NoSuchCurrencyError", "Problem", "UnitMismatchError",
    "UnknownCriterionError", "UnknownIdError", "UnknownLocaleError", "briefly", "did_you_mean",
    "near", "with_article",
]  # fmt: skip


class CentralAsiaMineralsError(Exception):
    """The root of every error that this library raises on purpose.

    Attributes:
        asked: what was asked or given.
        found: what was found instead; empty if there is nothing to add.
        remedy: what to do; empty if there is nothing to add.
    """

    asked: str
    found: str
    remedy: str

    def __init__(self, asked: str, found: str = "", remedy: str = "", *parts: object) -> None:
        super().__init__(asked, found, remedy, *parts)
        self.asked, self.found, self.remedy = asked, found, remedy

    def __str__(self) -> str:
        said = ": ".join(filter(None, (self.asked, self.found)))
        return printable("; ".join(filter(None, (said, self.remedy))))


class _InvalidFieldError(CentralAsiaMineralsError):
    """A value that is refused.

    Attributes:
        field: the field of the record that the value is in; empty if it is not in a record.
        also: whatever else the same record refuses; empty if there is nothing else.
    """

    field: str
    also: tuple[InvalidValueError | InvalidTypeError, ...]

    def __init__(self, asked: str, found: str = "", remedy: str = "", field: str = "") -> None:
        super().__init__(asked, found, remedy, field)
        self.field, self.also = field, ()


class InvalidValueError(_InvalidFieldError, ValueError):
    """A value is of the right type but invalid."""


class InvalidTypeError(_InvalidFieldError, TypeError):
    """A value is of a wrong type, and types are never converted silently."""

    @classmethod
    def of(cls, asked: str, given: object, remedy: str, field: str = "") -> InvalidTypeError:
        """Return the error for a value of a wrong type.

        Args:
            asked: what the value is.
            given: the value; at most 60 characters of its ``repr`` are quoted.
            remedy: what to do.
            field: the field of the record that the value is in, if any.
        """
        return cls(asked, f"{briefly(given)} is of type {type(given).__name__}", remedy, field)


class DivisionByZeroError(InvalidValueError, ZeroDivisionError):
    """An amount or a measure was divided by zero."""


class CurrencyMismatchError(CentralAsiaMineralsError, TypeError):
    """Amounts in two currencies were given where only one makes sense."""


class UnitMismatchError(CentralAsiaMineralsError, ValueError):
    """Measures of two dimensions were combined, such as a mass and a power."""


class InexactConversionError(CentralAsiaMineralsError, ValueError):
    """The result cannot be written exactly, and nothing is ever rounded silently."""


class UnknownLocaleError(CentralAsiaMineralsError, ValueError):
    """CLDR does not have the locale, or lacks data of this kind for it."""


class NoEstimateError(CentralAsiaMineralsError, LookupError):
    """A deposit does not have an estimate of its own; the message names the one that has."""


class UnknownIdError(CentralAsiaMineralsError, KeyError):
    """No entity of this kind has the id.

    Attributes:
        kind: the kind of entity asked for, such as ``deal``.
        id: the id asked for.
        suggestions: known ids that look like it, the nearest first; empty if none does.
    """

    kind: str
    id: str
    suggestions: tuple[str, ...]

    def __init__(
        self, kind: str, id: str, suggestions: tuple[str, ...] = (), found: str = ""
    ) -> None:
        asked, remedy = f"no {kind} with id {briefly(id, most=120)}", did_you_mean(suggestions)
        CentralAsiaMineralsError.__init__(self, asked, found, remedy)
        self.kind, self.id, self.suggestions = kind, id, suggestions

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.kind, self.id, self.suggestions, self.found)


class NameNotFoundError(CentralAsiaMineralsError, LookupError):
    """The words asked for match no recorded name, or several entities, listed in ``ids``."""

    ids: tuple[str, ...]

    def __init__(
        self, asked: str, found: str = "", remedy: str = "", ids: tuple[str, ...] = ()
    ) -> None:
        super().__init__(asked, found, remedy, ids)
        self.ids = ids


class UnknownCriterionError(CentralAsiaMineralsError, TypeError):
    """Entities of this kind cannot be filtered in this way."""


class NoSuchCurrencyError(CentralAsiaMineralsError, KeyError):
    """A total has no amount in the currency asked for."""


class ImpreciseDateError(InvalidValueError):
    """A daily rate was asked for, but the date is less precise than a day."""


class MissingRateError(CentralAsiaMineralsError, LookupError):
    """No printed equivalent and no rate converts the ``amounts`` to the currency asked for."""

    amounts: tuple[str, ...]

    def __init__(self, asked: str, found: str, remedy: str, amounts: tuple[str, ...] = ()) -> None:
        super().__init__(asked, found, remedy, amounts)
        self.amounts = amounts


class ConflictError(CentralAsiaMineralsError, ValueError):
    """Different records share an id; ``ids`` lists all such ids."""

    ids: tuple[str, ...]

    def __init__(self, asked: str, found: str, remedy: str, ids: tuple[str, ...] = ()) -> None:
        super().__init__(asked, found, remedy, ids)
        self.ids = ids


class DamagedInstallationError(CentralAsiaMineralsError, RuntimeError):
    """The data that came with the library has changed since the library was built."""

    def __init__(self, asked: str, found: str = "") -> None:
        remedy = "the installation is damaged: install centralasia-minerals again"
        CentralAsiaMineralsError.__init__(self, asked, found, remedy)

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.asked, self.found)


class MissingExtraError(CentralAsiaMineralsError, ImportError):
    """An optional library is not installed; the message says how to install it."""


class MissingPathError(CentralAsiaMineralsError, FileNotFoundError):
    """There is no file or folder at the path asked for."""

    def __str__(self) -> str:
        return CentralAsiaMineralsError.__str__(self)


class FileAccessError(CentralAsiaMineralsError, OSError):
    """The system refuses to read or write a file or folder: no permission, or a full disk."""

    def __str__(self) -> str:
        return CentralAsiaMineralsError.__str__(self)


class Problem(NamedTuple):
    """One thing that is wrong in a data file; as text, all of its characters can be printed.

    Attributes:
        file: the name of the file.
        path: the place in the file, such as ``deals[2].amounts[0]``; empty for the whole file.
        message: what is wrong there, and what to do.
        line: the line of the file, from 1; None if the problem is that of a whole file, or the
            file has over a million characters.
    """

    file: str
    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return printable(": ".join(filter(None, (place, self.path, self.message))))


class DataError(CentralAsiaMineralsError, ValueError):
    """Data files are wrong; ``problems`` lists every problem with its file and place."""

    _problems: Collection[Problem]

    def __init__(self, problems: Collection[Problem]) -> None:
        found = f"{len(problems)} problem{'s' if len(problems) != 1 else ''} found"
        super().__init__("the data cannot be read", found, "nothing was loaded")
        self._problems = problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem; suggestions are sought when this is first read."""
        self._problems = tuple(self._problems)
        return self._problems

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        listed = "\n  ".join(map(str, self.problems))
        return f"{self.asked}: {self.found}:\n  {listed}\n{self.remedy}"
