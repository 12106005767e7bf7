"""The arguments that say which data a command is asked of, and as of when."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from centralasia_minerals.dataset.bundled.load import SCOPES, load
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.files.read_write import read

DEFAULT = "articles"
"""The bundled dataset that is meant if none is named."""


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Add the argument ``--dataset``, which may also stand in front of the command."""
    scopes = "; ".join(f"{name}: {scope}" for name, scope in SCOPES.items())
    parser.add_argument(
        "--dataset",
        choices=SCOPES,
        default=argparse.SUPPRESS,  # What stands in front of the command is the default.
        help=f"the bundled dataset ({scopes}); by default {DEFAULT}",
    )


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of a command that asks questions of data."""
    add_joined(parser)
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help="ask what was known by the end of a date, such as 2025-04 (EDTF)",
    )


def add_joined(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say which data there are: bundled ones, and those of one's own."""
    add_dataset(parser)
    parser.add_argument(
        "--data",
        metavar="FILE",
        nargs="+",
        action="extend",
        default=[],
        help="data files of your own, or folders of them, joined to the bundled data in this order",
    )


def data_asked(given: argparse.Namespace) -> Dataset:
    """Return the data that a command is asked of.

    Raises:
        DataError: a file of your own is wrong; everything that is wrong is listed.
        ConflictError: what is joined contradicts itself.
        InvalidValueError: the date cannot be read.
    """
    dataset = joined_data(given)
    return dataset if given.as_of is None else dataset.as_of(given.as_of)


def joined_data(given: argparse.Namespace) -> Dataset:
    """Return the bundled data with those of one's own; the errors are those of ``data_asked``."""
    dataset = load(given.dataset)
    for file in given.data:
        dataset = dataset.merge(read(file, base=dataset))
    return dataset


def other_datasets(given: argparse.Namespace) -> Iterator[tuple[str, Dataset]]:
    """Yield the bundled datasets that a command is not asked of, by name, as of its date."""
    for name in SCOPES:
        if name != given.dataset:
            other = load(name)  # type: ignore[arg-type]  # it is one of the names
            yield name, other if given.as_of is None else other.as_of(given.as_of)
