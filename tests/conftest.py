"""Where the articles are that the bundled data cites; they are not part of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

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
