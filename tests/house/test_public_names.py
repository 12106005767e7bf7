"""The public names are a snapshot: changed on purpose, or not at all."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import centralasia_minerals as cam

SNAPSHOT = Path(__file__).with_name("public_names.txt")


def test_public_names_are_those_of_the_snapshot() -> None:
    names = SNAPSHOT.read_text("utf-8").split()

    assert names == sorted(cam.__all__)


@pytest.mark.parametrize("name", sorted(cam.__all__))
def test_every_public_name_loads_and_says_what_it_is(name: str) -> None:
    value = getattr(cam, name)

    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value)


def test_an_unknown_name_is_an_attribute_error_that_suggests() -> None:
    with pytest.raises(AttributeError, match="did you mean 'total'"):
        _ = cam.totl


def test_dir_lists_the_public_names() -> None:
    assert sorted(cam.__all__) == dir(cam)


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert version("centralasia-minerals") == cam.__version__


def test_the_command_line_prints_the_default_total() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "centralasia_minerals"], capture_output=True, text=True, check=True
    ).stdout

    assert str(cam.total(cam.load())) in printed
    assert cam.load().version in printed
