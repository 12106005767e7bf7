"""``build``: turns a draft, in which passages stand as printed, into a data file without them."""

from __future__ import annotations

import argparse
from pathlib import Path

from centralasia_minerals.dataset.authoring.draft import build


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("draft", metavar="DRAFT", help="the draft, a .toml or .json file")
    parser.add_argument("--output", help="the data file; by default DRAFT-built.toml beside it")


def run(given: argparse.Namespace) -> int:
    """Write the data file, whole or not at all."""
    draft = Path(given.draft)
    output = given.output or draft.with_name(f"{draft.stem}-built.toml")
    build(draft, output)
    print(f"wrote {output}; see what it does with: check {output} --texts FOLDER")
    return 0
