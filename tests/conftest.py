"""Where the articles are that the bundled data cites; they are not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_NAMED = os.environ.get("CENTRALASIA_MINERALS_ARTICLES")
_FOLDER = Path(_NAMED) if _NAMED else Path(__file__).parents[2] / "shared" / "articles"


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
