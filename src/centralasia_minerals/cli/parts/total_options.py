"""The keywords of a total as options, derived from its signature and its docstring."""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from centralasia_minerals.analysis.counting.keywords import TotalKeywords
from centralasia_minerals.analysis.counting.sums.rate import Rates
from centralasia_minerals.analysis.total import total
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.wording import near

from .rates_asked import RATES, rates_asked

ALL = "all"
"""What stands for None where a keyword chooses among texts."""


class Option(NamedTuple):
    """An option that stands for a keyword.

    Attributes:
        name: the name of the keyword.
        texts: the texts that it chooses among; empty if it takes anything.
        is_number: whether it takes a whole number.
        is_rates: whether it takes a source of rates of exchange.
        about: what the keyword means.
    """

    name: str
    texts: tuple[str, ...]
    is_number: bool
    is_rates: bool
    about: str

    @property
    def flag(self) -> str:
        """The option as it is typed."""
        return "--" + self.name.replace("_", "-")


def options_of(
    function: Callable[..., object] = total, hints: type = TotalKeywords
) -> tuple[Option, ...]:
    """Return the options that stand for the keywords of a function.

    Args:
        function: the function, whose signature shows the keywords and whose docstring tells them.
        hints: the typed dictionary that says what each keyword may be.
    """
    parameters = inspect.signature(function).parameters.values()
    typed = get_type_hints(hints)
    told = _told_of(inspect.getdoc(function) or "")
    return tuple(
        _option(one.name, typed.get(one.name, str), told.get(one.name, ""))
        for one in parameters
        if one.kind is one.KEYWORD_ONLY
    )


def add_options(parser: argparse.ArgumentParser, options: tuple[Option, ...]) -> None:
    """Add the options to a command."""
    group = parser.add_argument_group("what counts", "the keywords of centralasia_minerals.total")
    for one in options:
        if one.texts:
            values = ", ".join((*one.texts, ALL))
            said = f"{one.about} One or more of: {values}".strip()
            group.add_argument(one.flag, nargs="+", metavar="WHAT", help=_escaped(said))
        elif one.is_number:
            group.add_argument(one.flag, type=int, metavar="N", help=_escaped(one.about))
        elif one.is_rates:
            said = f"{one.about} {RATES}".strip()
            group.add_argument(one.flag, metavar="RATES", help=_escaped(said))
        else:
            group.add_argument(one.flag, metavar="TEXT", help=_escaped(one.about))


def keywords_given(
    given: argparse.Namespace, options: tuple[Option, ...], dataset: Dataset
) -> dict[str, Any]:
    """Return the keywords for which options were given.

    Raises:
        InvalidValueError: a source of rates cannot be read, or *all* stands with others.
        UnknownIdError: the dataset has no such source of rates.
    """
    found: dict[str, Any] = {}
    for one in options:
        value = getattr(given, one.name)
        if value is None:
            continue
        if one.texts:
            if ALL in value and len(value) > 1:
                raise InvalidValueError(one.flag, "'all' stands with others", "give it by itself")
            found[one.name] = None if value == [ALL] else texts_meant(value, one.texts)
        else:
            found[one.name] = rates_asked(value, dataset) if one.is_rates else value
    return found


def texts_meant(words: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the texts that words on a command line stand for, as if each stood in quotes.

    Words that are no text by themselves stand for one of several words if they are it, or else if
    they look like it, so that the refusal suggests it.

    >>> texts_meant(["letter", "of", "interest", "signed"], ["signed", "letter of interest"])
    ['letter of interest', 'signed']
    """
    found: list[str] = []
    left = list(words)
    while left:
        number = 1 if left[0] in texts else _number_of_words(left, texts)
        found.append(" ".join(left[:number]))
        del left[:number]
    return found


def _number_of_words(words: Sequence[str], texts: Sequence[str]) -> int:
    """Return how many of the first words are one text together, or nearly one."""
    longest = max(text.count(" ") for text in texts) + 1
    together = {n: " ".join(words[:n]) for n in range(2, min(len(words), longest) + 1)}
    exact = [n for n, text in together.items() if text in texts]
    alike = [
        n for n, text in together.items() if any(t.count(" ") == n - 1 for t in near(text, texts))
    ]
    return max(exact or ([] if near(words[0], texts) else alike) or [1])


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _option(name: str, hint: object, about: str) -> Option:
    held = tuple(_members(hint))
    texts = tuple(dict.fromkeys(one for one in held if isinstance(one, str)))
    return Option(name, texts, int in held, Rates in held, about)


def _members(hint: object) -> Iterator[object]:
    """Yield the classes and texts in an annotation; an enumeration has those of its members."""
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    elif args := get_args(hint):
        for one in args:
            yield from _members(one)
    elif isinstance(hint, type) and issubclass(hint, ClosedEnum):
        yield from ()  # Its texts stand beside it.
    else:
        yield hint


_TOLD = re.compile(r"^ *\* ``(?P<name>\w+)``: (?P<text>.*?)(?=\n *\* ``|\n *\n|\Z)", re.M | re.S)


def _told_of(docstring: str) -> Mapping[str, str]:
    """Return what a docstring says of each keyword, which stands in a list."""
    return {
        found["name"]: _as_typed(" ".join(found["text"].split()))
        for found in _TOLD.finditer(docstring)
    }


def _as_typed(text: str) -> str:
    """Return what is told of a keyword in the words of the command line."""
    text = text.replace("as members or text", "by name").replace("``rates``", "--rates")
    text = re.sub(r"; see ``\w+``", "", text)
    return re.sub(r"\bNone means all", f"{ALL!r} means all", text)
