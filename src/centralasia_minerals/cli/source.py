"""``source``: prints the source of a text, ready to paste."""

from __future__ import annotations

import argparse

from centralasia_minerals.dataset.authoring.cite import in_toml, source
from centralasia_minerals.dataset.files.encode import encode

from .parts.answers import add_json, give, give_block
from .parts.examples import add_examples
from .parts.texts import text_of

EXAMPLES = {
    "source page.txt --read 2026-01-05": "a text that was read on a day",
    "source page.txt --url https://news.example/loan --published 2026-01 --language en": (
        "a page that was published in a month"
    ),
    "source page.txt --read 2026-01-05 --json": "as JSON",
}

_FIELDS = ("id", "title", "url", "read", "published", "archived", "language", "author",
           "publisher", "origin", "tier", "extent")  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("text", metavar="TEXTFILE", help="the text, as it was read")
    for name in _FIELDS:
        parser.add_argument(f"--{name}", help=f"its {name}; see Source in the data dictionary")
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the block of the source."""
    fields = {name: value for name in _FIELDS if (value := getattr(given, name)) is not None}
    made = source(text_of(given.text), **fields)
    (table,) = encode({"sources": (made,)})["sources"]
    if given.json:
        give({"sources": [table]}, as_json=True)
        return 0
    print("[[sources]]")
    for key, value in table.items():
        give_block(f"{key} = {in_toml(value)}")
    return 0
