"""``build``: turns a draft, in which passages stand as printed, into a data file without them."""

from __future__ import annotations

import argparse

from centralasia_minerals.dataset.authoring.draft import build
from centralasia_minerals.rendering.files.file_access import path_of
from centralasia_minerals.wording import printable

from .parts.data_asked import add_joined, joined_data


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("draft", metavar="DRAFT", help="the draft, a .toml or .json file")
    parser.add_argument("--output", help="the data file; by default DRAFT-built.toml beside it")
    add_joined(parser)


def run(given: argparse.Namespace) -> int:
    """Write the data file, whole or not at all."""
    draft = path_of(given.draft, "a draft")
    beside = draft.parent / f"{draft.stem}-built.toml"
    output = beside if given.output is None else given.output
    build(draft, output, base=joined_data(given))
    print(printable(f"wrote {output}; see what it does with: check {output} --texts FOLDER"))
    return 0
