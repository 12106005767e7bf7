"""Every example in the help of a command runs, and the help says what the exit codes mean."""

from __future__ import annotations

import json
import re
import shlex
import textwrap
from pathlib import Path
from typing import Any

import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.__main__ import _COMMANDS, main

DRAFT = """
[[sources]]
text = "page.txt"
url = "https://news.example/loan"
read = "2026-01-05"

[[deals]]
id = "example-loan"
title = "An invented loan"
kind = "financing"
cite = "The bank lends up to $700 million to a mine"
[[deals.amounts]]
role = "financing"
[[deals.amounts.statements]]
value = { amount = "700000000", currency = "USD" }
hedge = "up to"
cite = "lends up to $700 million"
"""
EXAMPLE = re.compile(r"^  centralasia-minerals (.+)$", re.MULTILINE)


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert 0 == ended.value.code
    return capsys.readouterr().out


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_example_in_a_help_is_answered(
    command: str, capsys: Any, asked: Asked, mine: str, tmp_path: Path, monkeypatch: Any
) -> None:
    examples = EXAMPLE.findall(help_of(capsys, command))

    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("A loan\nThe bank lends up to $700 million to a mine.\n", "utf-8")
    Path("draft.toml").write_text(DRAFT, "utf-8")
    if command == "check":
        cam.build("draft.toml", "mine.toml")
    for typed in examples:
        if "ecb" in typed:
            pytest.importorskip("currency_converter")
        printed = asked(*shlex.split(typed))
        assert json.loads(printed) if "--json" in typed else printed, typed
    assert examples


def test_the_draft_in_the_help_is_built_read_and_counted(capsys: Any, tmp_path: Path) -> None:
    _, _, shown = help_of(capsys, "build").partition("  [[sources]]")
    draft, _, _ = f"  [[sources]]{shown}".partition("exit codes")
    text = (
        "A plant\nKyrgyzstan and Example Metals signed a contract for up to 45 million dollars.\n"
    )
    (tmp_path / "page.txt").write_text(text, "utf-8")
    (tmp_path / "draft.toml").write_text(textwrap.dedent(draft), "utf-8")

    cam.build(tmp_path / "draft.toml", tmp_path / "built.toml")
    report = str(cam.check(tmp_path / "built.toml", texts=tmp_path))

    assert "kg-example-antimony: cost, up to USD 45,000,000: counted" in report


@pytest.mark.parametrize("command", _COMMANDS)
def test_no_example_has_a_dollar_sign_that_a_shell_would_take(command: str, capsys: Any) -> None:
    for typed in EXAMPLE.findall(help_of(capsys, command)):
        assert "$" not in re.sub("'[^']*'", "", typed)


@pytest.mark.parametrize("command", _COMMANDS)
def test_the_examples_show_json_and_each_of_them_its_command(command: str, capsys: Any) -> None:
    examples = EXAMPLE.findall(help_of(capsys, command))

    assert {command} == {shlex.split(one)[0] for one in examples}
    assert any("--json" in one for one in examples)


@pytest.mark.parametrize("command", [(), *((one,) for one in _COMMANDS)])
def test_the_help_documents_the_exit_codes(command: tuple[str, ...], capsys: Any) -> None:
    told = " ".join(help_of(capsys, *command).split())

    assert "0 the question was answered, even if with nothing" in told
    assert "1 something given is wrong" in told
    assert "2 the command is wrong" in told


def test_the_help_says_what_is_printed_without_a_command(capsys: Any) -> None:
    told = " ".join(help_of(capsys).split())

    assert "Without a command, print the version of the data and the default total" in told


def test_the_versions_of_the_library_and_of_all_bundled_data_are_printed(capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    library, *data = capsys.readouterr().out.splitlines()
    assert 0 == ended.value.code
    assert f"centralasia_minerals {cam.__version__}" == library
    assert [f"data {one.version}, {one.name}: {one.scope}" for one in cam.datasets()] == data


def test_the_help_lists_every_command_with_its_purpose(capsys: Any) -> None:
    told = " ".join(help_of(capsys).split())

    for name, purpose in _COMMANDS.items():
        assert f"{name} {purpose}" in told


def test_the_help_of_a_total_tells_every_keyword_and_its_values(capsys: Any) -> None:
    told = " ".join(help_of(capsys, "total").split())

    assert "the sectors that count, by name; an amount counts only if all sectors" in told
    assert "letter of interest" in told
    assert "'all' means all but valuations" in told
    assert "None" not in told
    assert "``" not in told


def test_an_unknown_command_is_told_by_its_place(capsys: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["totl"])

    assert 2 == ended.value.code
    assert "argument COMMAND: invalid choice: 'totl'" in capsys.readouterr().err
