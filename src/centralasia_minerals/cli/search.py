"""``search``: lists what matches a text or a figure, the best first, and says what each is."""

from __future__ import annotations

import argparse
from typing import Any

from centralasia_minerals.analysis.reporting.explanation import place_of
from centralasia_minerals.analysis.reporting.footnotes import Note
from centralasia_minerals.analysis.reporting.wordings import say_in
from centralasia_minerals.dataset.query.search import Matches
from centralasia_minerals.wording import briefly

from .parts.answers import add_json, give
from .parts.data_asked import add_data, data_asked, joined_data, other_datasets
from .parts.examples import add_examples

EXAMPLES = {
    "search tungsten": "everything with the word in its name, title or id",
    "search EXIM": "by acronym; also by a country's name in any language",
    "search '$900 million'": "a figure: who states it, of what, and whether it holds",
    "search '$1.6 billion' --dataset region": "also sums that nobody states",
    "search '30 trillion yen' --dataset region": "and figures that are known to be wrong",
    "search uranium --json": "as JSON",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("text", metavar="TEXT", nargs="+", help="a name, a word or a figure")
    add_data(parser)
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print what fits; that nothing fits is an answer too."""
    text = " ".join(given.text)
    found = data_asked(given).search(text)
    if found or given.json:
        give(found, as_json=given.json)
        notes = () if given.json else _notes(found)
        if notes:
            give("\n".join(("", "Where the figures stand", *map(str, notes))))
        return 0
    date = given.as_of
    then = "" if date is None else f", as it was known by the end of {date}"
    lines = [f"nothing fits {briefly(text)} in the dataset {given.dataset!r}{then}"]
    if date is not None and joined_data(given).search(text):
        lines.append("something was not known until later: give a later --as-of, or none")
    for name, other in other_datasets(given):
        if other.search(text):
            lines.append(f"there is more in another: add --dataset {name}")
    give("\n".join(lines))
    return 0


def _notes(found: Matches[Any]) -> tuple[Note, ...]:
    """Return a note for each passage behind the figures found, with its address."""
    say = say_in("en")
    told = {
        f"{match.record.id}, {match.text}: {place_of(citation, say, 'en')}": citation
        for match in found
        for citation in match.citations
    }
    return tuple(Note(number, *one) for number, one in enumerate(told.items(), start=1))
