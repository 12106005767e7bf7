"""Draws the picture of the README, out of the bundled data.

Run with: python tests/documents/readme_picture.py
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

PICTURE = Path(__file__).parents[2] / "docs" / "left-out.svg"


def draw(path: Path) -> None:
    """Draw what the default total of the bundled data leaves out, and why."""
    charts.save(charts.left_out(cam.load()), path)


def words_in(path: Path) -> list[str]:
    """Return the texts of a picture, in order; how it is drawn is a matter of versions."""
    texts = re.findall(r"<text[^>]*>(.*?)</text>", path.read_text("utf-8"), re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", text)) for text in texts]


if __name__ == "__main__":
    draw(PICTURE)
