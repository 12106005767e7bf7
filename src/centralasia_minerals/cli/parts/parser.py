"""A parser of the command line that says what was probably meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from typing import NoReturn

from centralasia_minerals.wording import did_you_mean, near

_WRONG = re.compile(r"invalid choice: '(?P<choice>[^']*)'|unrecognized arguments: (?P<option>\S+)")


_LEAST = 0.75
"""How alike words must be; options look alike already by their two hyphens."""


class Parser(argparse.ArgumentParser):
    """Suggests a command, an option or a choice where one is misspelled."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong, and exit with 2."""
        wrong = _WRONG.search(message)
        if wrong is not None:
            asked = wrong["choice"] or (wrong["option"] or "").partition("=")[0]
            message = "; ".join(
                filter(None, (message, did_you_mean(near(asked, _known(self), least=_LEAST))))
            )
        super().error(message)


def _known(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield the commands, options and choices of a parser and of its commands."""
    for action in parser._actions:
        yield from action.option_strings
        yield from map(str, action.choices or ())
        commands = action.choices.values() if isinstance(action.choices, Mapping) else ()
        for command in commands:
            if isinstance(command, argparse.ArgumentParser):
                yield from _known(command)
