"""Where the articles are that the bundled data cites; they are not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_NAMED = os.environ.get("CENTRALASIA_MINERALS_ARTICLES")
_FOLDER = Path(_NAMED) if _NAMED else Path(__file__).parents[2] / "shared" / "articles"


# Examples are made anew each time and none is stored; where CI is set, hypothesis draws the same
# ones every time. A slow machine fails no test, and neither does a strategy that filters much.
settings.register_profile(
    "full",
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("fast", settings.get_profile("full"), max_examples=10)
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
