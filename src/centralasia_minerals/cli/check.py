"""``check``: reads and proves a data file, joins it, and reports everything that is wrong."""

from __future__ import annotations

import argparse

import attrs

from centralasia_minerals.analysis.check import check

from .parts.answers import add_json, give
from .parts.as_typed import without_calls
from .parts.data_asked import add_joined, joined_data
from .parts.examples import add_examples

EXAMPLES = {
    "check mine.toml": "what is wrong with it, and what it does to the default total",
    "check mine.toml --texts .": "also whether its passages stand in the texts of a folder",
    "check mine.toml --json": "as JSON, with the place of every passage",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("path", metavar="PATH", help="a data file, or a folder of them")
    add_joined(parser)
    parser.add_argument("--texts", metavar="FOLDER", help="the folder of the texts that it cites")
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the report; return 1 if anything is wrong."""
    report = check(given.path, base=joined_data(given), texts=given.texts)
    typed = [one._replace(message=without_calls(one.message)) for one in report.problems]
    said = attrs.evolve(report, problems=tuple(typed))
    if given.json:
        give(said, as_json=True)
    else:
        print(said)
    return 0 if report.ok else 1
