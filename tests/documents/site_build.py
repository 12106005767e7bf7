"""Builds the site for the tests that look at it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from os import environ
from pathlib import Path

import pytest
from document_pages import DOCS

NEEDED = ("altair", "furo", "myst_parser", "sphinx", "vl_convert")


def build(folder: Path) -> Path:
    """Build the site in a folder, warnings being errors, and give the folder of its pages."""
    are_there = all(find_spec(module) for module in NEEDED)
    is_required = "CENTRALASIA_MINERALS_REQUIRE_SITE" in environ
    needed(are_there, "install the dependency group docs", is_required=is_required)
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-j", "auto", "-q",
         "-d", str(folder / "trees"), str(DOCS), str(folder / "html")],
        capture_output=True, check=False, encoding="utf-8", timeout=600,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)
    return folder / "html"


def needed(what: object, why: str, *, is_required: bool) -> None:
    """Skip without what a test needs, unless it must not skip."""
    if not what and is_required:
        pytest.fail(why)
    elif not what:
        pytest.skip(why)
