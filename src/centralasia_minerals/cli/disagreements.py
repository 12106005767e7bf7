"""``disagreements``: what sources report in more than one way, with every side."""

from __future__ import annotations

import argparse

from centralasia_minerals.analysis.disagreements import disagreements

from .parts.answers import add_json, give
from .parts.data_asked import add_data, data_asked
from .parts.examples import add_examples

EXAMPLES = {
    "disagreements": "figures, stages, dates, spellings and wordings that differ",
    "disagreements --dataset region --json": "as JSON, with the passages of every side",
    "disagreements --as-of 2025-04": "those known by the end of April 2025",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    add_data(parser)
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the disagreements."""
    give(disagreements(data_asked(given)), as_json=given.json)
    return 0
