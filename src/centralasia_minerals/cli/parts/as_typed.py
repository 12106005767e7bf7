"""Says errors and answers in the words of the command line: options, not keywords and calls."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from centralasia_minerals.errors import CentralAsiaMineralsError, DataError
from centralasia_minerals.rendering.views.blocks import (
    Block,
    Heading,
    Paragraph,
    Section,
    Table,
    View,
)
from centralasia_minerals.rendering.views.pieces import Cell
from centralasia_minerals.rendering.views.viewed import Viewed

_DAY = re.compile(
    r"EcbRates\((?P<undated>undated_)?on=date\((?P<year>\d+), (?P<month>\d+), (?P<day>\d+)\)\)"
)
_CALLS = {
    "; if you trust it, pass max_bytes=None": "; split it",
    "pass the base= that has it": "name the dataset (--dataset) or the file (--data) that has it",
    ", or pass prefer='left' or prefer='right'": "",
    "use rates_of() with rates of your own": "give rates of your own: --rates USD/EUR=0.865",
    ", or None": "",
    ", or a function": "",
    " (centralasia-minerals build, or cam.build)": ": centralasia-minerals build DRAFT",
    "or NotApplicable()": "or 'not applicable'",
    "use one such as 'en', 'ru' or 'kk'": "use en or ru",
}


_FILTER = re.compile(
    r"\b(?P<name>kinds|sectors|stages|classes|max_horizon_years)=(?:None|'(?P<text>[^']*)')"
)
_VIEWS = {".explain()": "--explain", "explain()": "--explain", ".to_table()": "--json"}


def without_calls(text: str) -> str:
    """Return a text with what is typed in place of the calls and keywords that have no option."""
    text = _DAY.sub(_rates_of_a_day, text)
    for call, typed in _CALLS.items():
        text = text.replace(call, typed)
    return text


def _rates_of_a_day(found: re.Match[str]) -> str:
    name = "ecb-or" if found["undated"] else "ecb"
    return f"--rates {name}:{found['year']}-{int(found['month']):02}-{int(found['day']):02}"


def answer_as_typed(text: str) -> str:
    """Return the text of an answer with options in place of the keywords and calls that it names.

    >>> answer_as_typed("The total is empty; widen it with sectors=None, stages='ended'.")
    'The total is empty; widen it with --sectors all, --stages ended.'
    """
    text = _FILTER.sub(_option_of, text)
    for call, typed in _VIEWS.items():
        text = text.replace(call, typed)
    return text


def _option_of(found: re.Match[str]) -> str:
    flag = f"--{found['name'].replace('_', '-')}"
    if found["text"] is not None:
        return f"{flag} {found['text']}"
    # A number that is None is an option that is not given.
    return f"no {flag}" if found["name"] == "max_horizon_years" else f"{flag} all"


@attrs.frozen
class Typed(Viewed):
    """An answer in the words of the command line, as text and on a terminal."""

    answer: Viewed

    def _view(self) -> View:
        return tuple(map(_typed, self.answer._view()))

    def __str__(self) -> str:
        return answer_as_typed(str(self.answer))


def _typed(block: Block) -> Block:
    if isinstance(block, Heading):
        return attrs.evolve(block, text=_typed_cell(block.text))
    if isinstance(block, Paragraph):
        return attrs.evolve(block, line=_typed_cell(block.line))
    if isinstance(block, Table):
        return attrs.evolve(block, rest=answer_as_typed(block.rest))
    if isinstance(block, Section):
        inside = tuple(map(_typed, block.blocks))
        return attrs.evolve(block, blocks=inside, hint=answer_as_typed(block.hint))
    return block


def _typed_cell(cell: Cell) -> Cell:
    return answer_as_typed(cell) if type(cell) is str else cell


def as_typed(error: CentralAsiaMineralsError, options: Iterable[str]) -> str:
    """Return an error in the words of the command line.

    Only what was asked and what to do name keywords; what was found may quote what was given.

    Args:
        error: the error.
        options: the options of the command, such as ``--max-horizon-years``.
    """
    if isinstance(error, DataError):
        problems = [one._replace(message=without_calls(one.message)) for one in error.problems]
        return str(DataError(problems))
    flags = {flag.removeprefix("--").replace("-", "_"): flag for flag in options}
    asked, remedy = error.asked, _flagged(without_calls(error.remedy), flags)
    if all(name in flags for name in asked.split(" and ")):
        asked = " and ".join(flags[name] for name in asked.split(" and "))
    return str(CentralAsiaMineralsError(asked, error.found, remedy))


def _flagged(text: str, flags: dict[str, str]) -> str:
    """Return what to do with options in place of the keywords of the same name."""
    if not flags:
        return text
    names = "|".join(map(re.escape, sorted(flags, key=len, reverse=True)))
    keyword = rf"\b(?P<set>{names})=|(?:(?<=\bgive )|(?<=\bas ))(?P<bare>{names})(?=[,;]|$)"
    return re.sub(keyword, lambda found: flags[found["set"] or found["bare"]], text)
