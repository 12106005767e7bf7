"""``cite``: prints a citation of a passage, ready to paste."""

from __future__ import annotations

import argparse

from centralasia_minerals.dataset.authoring.cite import cite

from .parts.answers import add_json, give, give_block
from .parts.examples import add_examples
from .parts.texts import text_of

EXAMPLES = {
    "cite page.txt 'lends up to $700 million'": "the passage, as it is printed in the text",
    "cite page.txt 'lends up to $700 million' --figure '$700 million' --source gazette-2026-01": (
        "with the figure that it prints, and the id of its source"
    ),
    "cite page.txt 'lends up to $700 million' --json": "as JSON",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("text", metavar="TEXTFILE", help="the text, as it was read")
    parser.add_argument("passage", help="the passage, as printed")
    parser.add_argument("--figure", help="the figure as the passage prints it")
    parser.add_argument("--source", default="", help="the id of the source")
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the citation, and what is to be known of it."""
    found = cite(text_of(given.text), given.passage, figure=given.figure, source=given.source)
    if given.json:
        give(found, as_json=True)
        return 0
    give_block(str(found))
    if found.remark:
        give_block(f"# {found.remark}")
    if not found.quote:
        print("# no words of it are unique in the text: a link leads to the page only")
    return 0
