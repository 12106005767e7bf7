"""What is wrong is told in options: nobody at a command line knows keywords and calls."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.cli.parts.as_typed import Typed, as_typed
from centralasia_minerals.errors import CentralAsiaMineralsError, InvalidValueError

PYTHON = re.compile(r"\b[a-z_]+=|\w\(\)|\bNone\b|\b[a-z]+_[a-z_]+\b")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["total", "--currency", "KZT"], "pass --rates that have them, or leave --currency out"),
        (["total", "--max-horizon-years", "0"], "--max-horizon-years: 0 is below 1; give 1 or"),
        (["timeline", "--since", "2026", "--until", "2025"], "the earlier date as --since"),
        (["total", "--by", "xx"], "give one of: kind, "),
        (["total", "--rates", "printed:summit-minerals-2025-11", "--currency", "EUR",
          "--sectors", "all"], "give rates of your own: --rates USD/EUR="),
        (["source", "page.txt"], "give --read, so that"),
        (["source", "long.txt", "--read", "2026-01-02"], "give --title, as it is printed"),
        (["total", "--data", "other.toml"], "name the dataset (--dataset) or the file (--data)"),
        (["total", "--data", "conflict.json"], "correct one side"),
    ],
)  # fmt: skip
def test_what_to_do_is_told_in_options(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("A headline\nA text.", "utf-8")
    Path("long.txt").write_text("word " * 30, "utf-8")
    Path("other.toml").write_text(
        'format = 1\n[[deposits]]\nid = "d"\nnames = [{text = "D"}]\ncountry = "QQ"\n', "utf-8"
    )
    deal = attrs.evolve(cam.load().deals["boeing-jets"], title="Another title")
    cam.write(cam.Dataset.of({"deals": (deal,)}), "conflict.json")

    message = asked.wrong(*command)

    assert said in message
    assert [] == [word for word in PYTHON.findall(message) if word != "deal_class"]


def test_a_day_of_rates_is_told_as_it_is_typed(asked: Asked) -> None:
    pytest.importorskip("currency_converter")

    message = asked.wrong("total", "--sectors", "all", "--currency", "GBP", "--rates", "ecb")

    assert message.endswith("--rates ecb-or:2025-11-06, or for all: --rates ecb:2025-11-06")


def test_what_was_given_is_quoted_as_it_was_given() -> None:
    error = InvalidValueError("a stage", "'rates=' is not a stage", "leave rates= out")

    assert "a stage: 'rates=' is not a stage; leave --rates out" == as_typed(error, ["--rates"])
    assert str(error) == as_typed(error, [])


def test_a_keyword_that_is_no_option_of_the_command_stays() -> None:
    error = CentralAsiaMineralsError("title", "nothing", "give title")

    assert "title: nothing; give title" == as_typed(error, ["--rates"])
    assert "--title: nothing; give --title" == as_typed(error, ["--title"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--stages ended --kinds plan", "widen it with --stages all, --sectors all, --kinds all."),
        (
            "--stages signed --max-horizon-years 1 --kinds plan",
            "--sectors all, --kinds all, --stages all, no --max-horizon-years.",
        ),
        ("--stages signed --kinds issue --explain", "widen it with --sectors all"),
        ("--stages signed --kinds issue --explain --lang ru", "задайте --sectors all"),
        ("--by country --stages signed --kinds issue --explain", "widen it with --"),
        ("--sectors minerals", "rows without a figure; --explain lists them"),
    ],
)
def test_an_answer_says_in_options_how_to_ask_for_more(
    asked: Asked, options: str, said: str
) -> None:
    printed = asked("total", *options.split())

    assert said in printed
    assert [] == re.findall(r"=None|explain\(\)", printed)


def test_an_answer_is_the_same_on_a_terminal_and_in_text() -> None:
    total = cam.total(cam.load("region"), stages="ended", kinds="plan", max_horizon_years=1)

    shown = str(Typed(total)), Typed(total)._repr_markdown_()
    assert all("--stages all" in one.replace("\\", "") for one in shown)
    assert not any("=None" in one or "explain()" in one for one in shown)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["serch", "tungsten"], "did you mean 'search'?"),
        (["total", "--curency", "EUR"], "did you mean '--currency'?"),
        (["total", "--curency=EUR"], "did you mean '--currency'?"),
        (["--dataset", "regon"], "did you mean 'region'?"),
        (["show", "kz-us-tungsten", "--htlm", "x.html"], "did you mean '--html'?"),
    ],
)
def test_a_misspelled_command_or_option_is_told_what_was_meant(
    typed: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(typed)

    assert 2 == left.value.code
    assert meant in capsys.readouterr().err


def test_nothing_is_suggested_for_what_looks_like_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["total", "--frobnicate"])

    assert "did you mean" not in capsys.readouterr().err
