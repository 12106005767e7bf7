"""``total``: what deals come to, counting nothing twice, as a table, a sentence or by group."""

from __future__ import annotations

import argparse
from typing import get_args

from centralasia_minerals.analysis.total import Total, total
from centralasia_minerals.analysis.total_by import GroupKey, Totals, total_by

from .parts.answers import add_json, give
from .parts.as_typed import Typed, answer_as_typed
from .parts.data_asked import add_data, data_asked
from .parts.examples import add_examples
from .parts.total_options import add_options, keywords_given, options_of

EXAMPLES = {
    "total": "the default total: project money of concluded minerals deals",
    "total --by country --dataset region": "by country, in the wider record of the region",
    "total --footnotes": "as sentences with numbered notes to sources",
    "total --lang ru": "the same in Russian",
    "total --explain": "every row: whether it is in or out, why, and which passages say so",
    'total --stages "letter of interest" --kinds financing': "what letters of interest come to",
    "total --sectors all --currency EUR --rates ecb:2025-11-06": "all sectors, in euros",
    "total --as-of 2025-04": "as it was known by the end of April 2025",
    "total --data mine.toml": "with data of your own",
    "total --json": "as JSON",
}
_OWN_LANGUAGE = "en"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    keys = ", ".join(get_args(GroupKey))
    parser.add_argument(
        "--by", metavar="KEY", help=f"a total for each group; KEY is one of: {keys}"
    )
    told = parser.add_mutually_exclusive_group()
    told.add_argument(
        "--footnotes", action="store_true", help="as sentences, with notes to sources and passages"
    )
    told.add_argument(
        "--explain", action="store_true", help="with an account of every row that was given"
    )
    parser.add_argument(
        "--lang",
        metavar="LANGUAGE",
        default=_OWN_LANGUAGE,
        help="the language of sentences and accounts: en or ru; without --explain, it is sentences",
    )
    add_options(parser, options_of())
    add_data(parser)
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Print the total."""
    dataset = data_asked(given)
    keywords = keywords_given(given, options_of(), dataset)
    if given.by is None:
        found: Total | Totals = total(dataset, **keywords)
    else:
        found = total_by(dataset, given.by, **keywords)
    if given.footnotes or (given.lang != _OWN_LANGUAGE and not given.explain):
        _give_sentences(found, given)
    elif given.explain and not given.json:
        _give_accounts(found, given.lang)
    else:
        give(found if given.json else Typed(found), as_json=given.json)
    return 0


def _give_sentences(found: Total | Totals, given: argparse.Namespace) -> None:
    if isinstance(found, Total):
        told_once = found.footnoted(given.lang)
        # Sentences are to be copied, so they are text on a terminal too.
        give(told_once if given.json else str(told_once), as_json=given.json)
        return
    told = {group: one.footnoted(given.lang) for group, one in found.items()}
    if given.json:
        give({group: one.to_dict() for group, one in told.items()}, as_json=True)
    else:
        called = _labels(found, given.lang)
        give("\n\n".join(f"{called[group]}\n{one}" for group, one in told.items()))


def _give_accounts(found: Total | Totals, language: str) -> None:
    if isinstance(found, Total):
        give(answer_as_typed(found.explain(language)))
    else:
        called = _labels(found, language)
        told = (f"{called[group]}\n{one.explain(language)}" for group, one in found.items())
        give(answer_as_typed("\n\n".join(told)))


def _labels(found: Totals, language: str) -> dict[str, str]:
    """Return what each group is called."""
    return {group: found.label(group, language) for group in found}
