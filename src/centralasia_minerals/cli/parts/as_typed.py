"""Says errors in the words of the command line: options in place of keywords and calls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from centralasia_minerals.errors import CentralAsiaMineralsError, DataError

_DAY = re.compile(r"EcbRates\(on=date\((?P<year>\d+), (?P<month>\d+), (?P<day>\d+)\)\)")
_CALLS = {
    "; if you trust it, pass max_bytes=None": "; split it",
    "pass the base= that has it": "name the dataset (--dataset) or the file (--data) that has it",
    ", or pass prefer='left' or prefer='right'": "",
    "use rates_of() with rates of your own": "give rates of your own: --rates USD/EUR=0.865",
    ", or None": "",
    ", or a function": "",
    "or NotApplicable()": "or 'not applicable'",
}


def without_calls(text: str) -> str:
    """Return a text with what is typed in place of the calls and keywords that have no option."""
    text = _DAY.sub(lambda day: f"--rates ecb:{day[1]}-{int(day[2]):02}-{int(day[3]):02}", text)
    for call, typed in _CALLS.items():
        text = text.replace(call, typed)
    return text


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
