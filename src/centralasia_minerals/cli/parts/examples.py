"""Examples in the help of a command, each of which is run by the tests."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

PROGRAM = "centralasia-minerals"
EXIT_CODES = (
    "exit codes: 0 the question was answered, even if with nothing; 1 something given is wrong,"
    "\nsuch as an id or a file, or the output cannot be written; 2 the command is wrong, such as an"
    "\noption that does not exist"
)


def add_examples(
    parser: argparse.ArgumentParser, examples: Mapping[str, str], *, more: str = ""
) -> None:
    """Show examples and exit codes below the help of a command.

    Args:
        parser: the parser of the command.
        examples: what each example asks for, by what is typed behind the name of the program.
        more: a file to begin with, for example, which stands between the two.
    """
    shown = "\n".join(f"  {PROGRAM} {typed}\n      {what}" for typed, what in examples.items())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    # A percent sign stands for itself in text of ours.
    parts = (f"examples:\n{shown}", more, EXIT_CODES)
    parser.epilog = "\n\n".join(filter(None, parts)).replace("%", "%%")
