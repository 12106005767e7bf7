"""``export``: writes the records or one table of them for other tools, all files or none."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from centralasia_minerals.analysis.counting.ledger import ledger
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.errors import InvalidValueError, MissingPathError
from centralasia_minerals.rendering.columnar.csv_out import csv_bytes
from centralasia_minerals.rendering.columnar.json_out import json_bytes
from centralasia_minerals.rendering.columnar.parquet import parquet_bytes
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.files.file_access import is_folder, path_of
from centralasia_minerals.rendering.files.whole_files import write_whole
from centralasia_minerals.wording import did_you_mean, near, printable

from .parts.answers import add_json, give
from .parts.data_asked import add_joined, joined_data
from .parts.examples import add_examples

_WHAT = "tables to export"
_LEDGER = ("ledger", "covers", "bids")
FORMATS = ("csv", "parquet", "json")

EXAMPLES = {
    "export .": "all tables to a folder that is there, as CSV",
    "export . --format json --dataset region": "as JSON, of the wider record of the region",
    "export amounts.csv --table amounts": "the figures alone",
    "export ledger.json --table ledger --data mine.toml": "what totals count, with your own data",
    "export deals.csv --table deals --json": "say in JSON what was written",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "output", metavar="OUTPUT", help="a folder for all tables, or a file for --table"
    )
    parser.add_argument("--table", metavar="NAME", help="the one table to write, such as deals")
    parser.add_argument(
        "--format", choices=FORMATS, help="by default that of the file's ending, or csv"
    )
    add_joined(parser)
    parser.add_argument(
        "--raw",
        action="store_true",
        help="leave CSV cells that begin like formulas as they are, and the first line out",
    )
    add_json(parser)
    add_examples(parser, EXAMPLES)


def run(given: argparse.Namespace) -> int:
    """Write the files, which appear together or not at all."""
    output = path_of(given.output, _WHAT)
    dataset = joined_data(given)
    form = _format_of(output, given)
    write = _writer(form, raw=given.raw)
    if given.table is None:
        files = _all_files(dataset, output, form)
    else:
        files = {output: _table(dataset, given.table)}
    write_whole({file: write(table) for file, table in files.items()}, _WHAT)
    wrote = [{"file": printable(str(file)), "rows": len(table)} for file, table in files.items()]
    if given.json:
        give({"wrote": wrote}, as_json=True)
        return 0
    for file, table in files.items():
        print(printable(f"wrote {file}: {len(table)} rows"))
    return 0


def _format_of(output: Path, given: argparse.Namespace) -> str:
    """Return the format that is asked for, in words or by the ending of a file.

    Raises:
        InvalidValueError: the ending is that of another format or of none, or ``raw`` is asked for
            of a format other than CSV.
    """
    ending = output.suffix[1:].lower() if given.table is not None else ""
    form = str(given.format or ending or "csv")
    if (ending and ending != form) or form not in FORMATS:
        found = f"the file ends in .{ending}" + (
            f", and {form} is asked for" if given.format else ""
        )
        remedy = f"end it in {', '.join(f'.{one}' for one in FORMATS)}"
        raise InvalidValueError(f"a table as {printable(form[:20])}", printable(found[:80]), remedy)
    if given.raw and form != "csv":
        raise InvalidValueError(
            "--raw", f"it is about CSV, and the format is {form}", "leave it out"
        )
    return form


def _writer(form: str, *, raw: bool) -> Callable[[Table], bytes]:
    if form == "csv":
        return lambda table: csv_bytes(table, about=not raw, safe=not raw)
    return parquet_bytes if form == "parquet" else json_bytes


def _all_files(dataset: Dataset, folder: Path, form: str) -> dict[Path, Table]:
    if not is_folder(folder, _WHAT):
        raise MissingPathError(
            _WHAT,
            f"{str(folder)!r:.120} is not a folder",
            "make the folder, or name the one table with --table",
        )
    names = (*dataset.tables, *_LEDGER)
    return {folder / f"{name}.{form}": _table(dataset, name) for name in names}


def _table(dataset: Dataset, name: str) -> Table:
    if name not in _LEDGER:
        if name not in dataset.tables:
            known = (*dataset.tables, *_LEDGER)
            hint = did_you_mean(near(name, known)) or f"there are {', '.join(known)}"
            raise InvalidValueError("a table to export", f"there is no table {name!r:.60}", hint)
        return dataset.tables[name]
    made = ledger(dataset)
    doors = {"ledger": made.to_table, "covers": made.covers_table, "bids": made.bids_table}
    return doors[name]()
