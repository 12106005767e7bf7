"""What many tests need: the articles, which are not part of the project, and a browser."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from asked_commands import Asked

_NAMED = os.environ.get("CENTRALASIA_MINERALS_ARTICLES")
_FOLDER = Path(_NAMED) if _NAMED else Path(__file__).parents[2] / "shared" / "articles"


# Examples are made anew each time and none is stored; the checks that decide whether a change is
# taken draw the same ones every time. A slow machine fails no test, and neither does a strategy
# that filters much.
settings.register_profile(
    "full",
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("ci", settings.get_profile("full"), max_examples=20, derandomize=True)
settings.register_profile("fast", settings.get_profile("full"), max_examples=10, derandomize=True)
settings.load_profile("full")  # the option --hypothesis-profile is heeded later, and wins


@pytest.fixture(scope="session")
def articles() -> Path:
    """Give the folder of the articles; tests that need it skip where there is none.

    Where CENTRALASIA_MINERALS_REQUIRE_ARTICLES is set, their absence is a failure instead.
    """
    if not _FOLDER.is_dir():
        if os.environ.get("CENTRALASIA_MINERALS_REQUIRE_ARTICLES"):
            pytest.fail(f"no folder of articles at {_FOLDER}")
        pytest.skip("the articles are not here; name them in CENTRALASIA_MINERALS_ARTICLES")
    return _FOLDER


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Give Chromium, driven by playwright; tests that need it skip where it is not installed.

    Where CENTRALASIA_MINERALS_REQUIRE_BROWSER is set, its absence is a failure instead.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = importlib.util.find_spec("playwright")
    if not found or not driver:
        lacking = "playwright" if found else "Chromium"
        if os.environ.get("CENTRALASIA_MINERALS_REQUIRE_BROWSER"):
            pytest.fail(f"{lacking} is not installed")
        pytest.skip(f"{lacking} is not installed; see the dependency group browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        opened = running.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


# Those of tests/cli stand here: two folders cannot both have a conftest that doctests collect.
@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str]) -> Asked:
    """Give what runs commands and returns what they print."""
    from asked_commands import Asked

    return Asked(capsys)


@pytest.fixture
def mine(tmp_path: Path) -> str:
    """Give a data file with a contract of one's own, a supply worth 20 million dollars."""
    from asked_commands import MINE

    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    return str(file)
