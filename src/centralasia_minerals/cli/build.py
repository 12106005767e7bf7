"""``build``: turns a draft, in which passages stand as printed, into a data file without them."""

from __future__ import annotations

import argparse

from centralasia_minerals.dataset.authoring.draft import build
from centralasia_minerals.rendering.files.file_access import path_of
from centralasia_minerals.wording import printable

from .parts.answers import add_json, give
from .parts.data_asked import add_joined, joined_data
from .parts.examples import add_examples

EXAMPLES = {
    "build draft.toml": "the data file is draft-built.toml",
    "build draft.toml --output mine.json": "a data file in JSON",
    "build draft.toml --dataset region": "a draft that refers to the wider record of the region",
    "build draft.toml --json": "what was written, as JSON",
}

_DRAFT = """\
a draft, of the text page.txt in its folder, in which every "cite" stands word for word:

  [[sources]]
  id = "example-2030-01"
  text = "page.txt"
  title = "A plant for antimony"
  read = "2030-01-05"

  [[organizations]]
  id = "example-metals"
  names = [{ text = "Example Metals" }]
  kind = "other"
  cite = "Kyrgyzstan and Example Metals signed a contract"

  [[deals]]
  id = "kg-example-antimony"
  title = "Antimony plant of Example Metals"
  kind = "construction"
  deal_class = "undertaking"
  sectors = ["minerals"]
  countries = ["KG"]
  stages = [{ value = "signed", cite = "signed a contract" }]
  parties = [{ who = "example-metals", cite = "Kyrgyzstan and Example Metals signed" }]
  cite = "Kyrgyzstan and Example Metals signed a contract"

  [[deals.amounts]]
  role = "cost"

  [[deals.amounts.statements]]
  value = { amount = "45000000", currency = "USD" }
  hedge = "up to"
  cite = "up to 45 million dollars\""""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("draft", metavar="DRAFT", help="the draft, a .toml or .json file")
    parser.add_argument("--output", help="the data file; by default DRAFT-built.toml beside it")
    add_joined(parser)
    add_json(parser)
    add_examples(parser, EXAMPLES, more=_DRAFT)


def run(given: argparse.Namespace) -> int:
    """Write the data file, whole or not at all."""
    draft = path_of(given.draft, "a draft")
    beside = draft.parent / f"{draft.stem}-built.toml"
    output = beside if given.output is None else given.output
    build(draft, output, base=joined_data(given))
    if given.json:
        give({"wrote": [{"file": printable(str(output))}]}, as_json=True)
        return 0
    print(printable(f"wrote {output}; see what it does with: check {output} --texts FOLDER"))
    return 0
