"""``check``: reads and proves a data file, joins it, and reports everything that is wrong."""

from __future__ import annotations

import argparse

from centralasia_minerals.analysis.check import check

from .parts.as_typed import without_calls
from .parts.data_asked import add_joined, joined_data


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("path", metavar="PATH", help="a data file, or a folder of them")
    add_joined(parser)
    parser.add_argument("--texts", metavar="FOLDER", help="the folder of the texts that it cites")


def run(given: argparse.Namespace) -> int:
    """Print the report; return 1 if anything is wrong."""
    report = check(given.path, base=joined_data(given), texts=given.texts)
    print(without_calls(str(report)))
    return 0 if report.ok else 1
