"""The command line: answers questions of the bundled data, or helps to write more.

Without a command it prints the default total. It exits with 0, with 1 if something given is wrong,
or with 2 if the command itself is.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import Any

from centralasia_minerals.cli.parts.examples import EXIT_CODES, PROGRAM
from centralasia_minerals.cli.parts.parser import Parser
from centralasia_minerals.cli.parts.version import ShowVersion
from centralasia_minerals.errors import CentralAsiaMineralsError

_ABOUT = (
    "Answer questions of the bundled data, or help to write more.\n"
    "Without a command, print the version of the data and the default total, as total does."
)
_COMMANDS = {
    "total": "print what deals come to, counting nothing twice",
    "search": "list everything that matches a name, a word or a figure",
    "show": "print one record as a whole",
    "timeline": "print deals and events in the order of their dates",
    "disagreements": "print what sources report in more than one way",
    "cite": "print the citation of a passage, ready to paste",
    "source": "print the source of a text, ready to paste",
    "build": "turn a draft with passages as printed into a data file",
    "check": "read, verify and join a data file, and report what is wrong",
    "export": "write the records, or a table of them, as CSV, Parquet or JSON",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; without one, print what the concluded minerals deals come to."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = _parser(given).parse_args(given)
    if arguments is None and isinstance(sys.stdout, TextIOWrapper):
        # A terminal that lacks a character shows its escape.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _bare(asked.dataset) if asked.command is None else _module(asked.command).run(asked)
        sys.stdout.flush()
    except CentralAsiaMineralsError as error:
        print(_told(error, asked.command), file=sys.stderr)
        return 1
    except OSError as error:
        return _unwritten(error)
    return int(code)


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser, with the options of the commands that may be among what is given."""
    parser = Parser(
        prog=PROGRAM,
        description=_ABOUT,
        epilog=f"Every command has a --help with examples.\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version",
        action=ShowVersion,
        nargs=0,
        dest=argparse.SUPPRESS,
        help="print the versions of the library and of the bundled data, and exit",
    )
    parser.add_argument(
        "--dataset", choices=("articles", "region"), default="articles", help="the bundled dataset"
    )
    commands = parser.add_subparsers(dest="command", title="commands", metavar="COMMAND")
    for name, purpose in _COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name in given:  # Whoever runs one command loads no other.
            _module(name).arguments(command)
    return parser


def _told(error: CentralAsiaMineralsError, command: str | None) -> str:
    """Return an error in the words of a command, whose options stand for keywords."""
    from centralasia_minerals.cli.parts.as_typed import as_typed

    own = argparse.ArgumentParser(prog=PROGRAM)
    if command is not None:
        _module(command).arguments(own)
    return as_typed(error, re.findall(r"--[a-z-]+", own.format_usage()))


def _unwritten(error: OSError) -> int:
    """Say that the output cannot be written, unless whoever read it has seen enough of it."""
    # What is left of it would be tried once more when Python ends.
    with suppress(OSError, ValueError):
        out = sys.__stdout__
        if out is not None and sys.stdout is out:
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    if not isinstance(error, BrokenPipeError):
        print(f"the output cannot be written: {error.strerror}", file=sys.stderr)
    return 1


def _module(command: str):  # type: ignore[no-untyped-def]  # modules have no protocol of their own
    return importlib.import_module(f"centralasia_minerals.cli.{command}")


def _bare(name: Any) -> int:
    """Print the default total of a bundled dataset, and which data and library it is of."""
    from centralasia_minerals.analysis.total import total
    from centralasia_minerals.cli.parts.answers import give
    from centralasia_minerals.cli.parts.as_typed import Typed
    from centralasia_minerals.dataset.bundled.load import load

    dataset = load(name)
    print(f"centralasia_minerals, data {dataset.version}")
    give(Typed(total(dataset)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
