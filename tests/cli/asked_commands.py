"""Runs commands as if typed, and has a data file of one's own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from centralasia_minerals.__main__ import main

_SIGNED = '{ source = "example-2026-01", start = 0, end = 57, digest = "03c2e8858fcae960" }'
_PRICED = (
    '{ source = "example-2026-01", start = 37, end = 75, digest = "7a63182230af458d",'
    ' figure = "$20 million" }'
)
MINE = f"""\
format = 1

[[sources]]
id = "example-2026-01"
title = "[An invented report]"
sha256 = "3e0233c8da0e389d9f87f378e7f058b968c57b5ac4092a3dc3fbb2b5a00f9911"
length = 87
published = {{ date = "2026-01" }}

[[deals]]
id = "kg-example-antimony"
title = "Antimony contract of Kyrgyzstan with Example Metals"
kind = "contract"
sectors = ["minerals"]
countries = ["KG"]
stages = [{{ value = "signed", citations = [{_SIGNED}] }}]
citations = [{_SIGNED}]

[[deals.amounts]]
role = "contract value"
money = "supply"

[[deals.amounts.statements]]
value = {{ amount = "20000000", currency = "USD" }}
citations = [{_PRICED}]
"""


class Asked:
    """Runs commands, and gives what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> str:
        code = main(arguments)
        out, err = self._capsys.readouterr()
        assert (0, "") == (code, err)
        return out.removesuffix("\n")

    def json(self, *arguments: str) -> Any:
        return json.loads(self(*arguments, "--json"))

    def wrong(self, *arguments: str) -> str:
        """Run a command that is given something wrong, and give what it says of it."""
        assert 1 == main(arguments)
        out, err = self._capsys.readouterr()
        assert "" == out
        return err.removesuffix("\n")
