"""The full document, read once: it is frozen, so that tests can share it."""

from __future__ import annotations

from pathlib import Path

import pytest
from full_document import document, read_document, texts_written

import centralasia_minerals as cam


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> cam.Dataset:
    """Give the dataset of the full document."""
    return read_document(document(), tmp_path_factory.mktemp("full"))


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the texts that the full document cites."""
    return texts_written(tmp_path_factory.mktemp("texts"))
