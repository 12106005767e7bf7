"""``timeline``: deals and events in the order of their dates, each as precise as its source."""

from __future__ import annotations

import argparse

import attrs

from centralasia_minerals.analysis.timeline import Timeline, timeline
from centralasia_minerals.dataset.query.date_window import Window

from .parts.answers import add_json, give
from .parts.data_asked import add_data, data_asked
from .parts.examples import add_examples

EXAMPLES = {
    "timeline": "everything, from the earliest to what is undated",
    "timeline --since 2025-11 --until 2025-11": "what may have been in November 2025",
    "timeline --dataset region --since 2026 --json": "as JSON",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    for name, which in (("since", "first"), ("until", "last")):
        parser.add_argument(
            f"--{name}",
            metavar="DATE",
            help=f"the {which} date, itself included; what may lie inside is shown",
        )
    add_data(parser)
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the timeline."""
    give(_within(timeline(data_asked(given)), given), as_json=given.json)
    return 0


def _within(found: Timeline, given: argparse.Namespace) -> Timeline:
    """Return the moments that may lie between two dates; undated ones may only if none is given."""
    if given.since is None and given.until is None:
        return found
    window = Window.of(given.since, given.until)
    kept = (one for one in found if one.when and window.may_hold(one.when.date))
    return attrs.evolve(found, moments=tuple(kept))
