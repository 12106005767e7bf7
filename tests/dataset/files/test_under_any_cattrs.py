"""What a file says wrongly is told in the same words under every version of cattrs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import cattrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.files import decode

CACHES = (decode._converter, decode._record_hook, decode.hook_of)


class OlderConverter(cattrs.Converter):
    """A converter with a hook for all enumerations, which comes before any hook of a factory."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.register_structure_hook(Enum, lambda value, cls: cls(value))


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the decoder be made with cattrs as it was before 26.1."""
    monkeypatch.setattr(decode, "Converter", OlderConverter)
    for cache in CACHES:
        cache.cache_clear()
    yield
    for cache in CACHES:
        cache.cache_clear()


@pytest.mark.usefixtures("older")
def test_a_mistyped_member_has_its_suggestion(tmp_path: Path):
    file = tmp_path / "deals.toml"
    file.write_text(
        'format = 1\n[[deals]]\nid = "d"\ntitle = "T"\n'
        'kind = "contracd"\nsectors = [1, "minerls"]\n',
        "utf-8",
    )

    with pytest.raises(cam.DataError) as refused:
        cam.read(file)

    said = {problem.path: problem.message for problem in refused.value.problems}
    assert "'contracd' is not a deal kind; did you mean 'contract'" in said["deals[0].kind"]
    assert "did you mean 'minerals'" in said["deals[0].sectors[1]"]
    assert "write it in quotes" in said["deals[0].sectors[0]"]


@pytest.mark.usefixtures("older")
def test_a_good_file_is_read_as_ever(tmp_path: Path):
    cam.write(cam.load(), tmp_path / "all.json")

    assert cam.load() == cam.read(tmp_path / "all.json")
