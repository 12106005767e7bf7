"""The README is short, its picture is drawn out of the data, and what it says of it is so."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest
import readme_picture
import site_build
from document_pages import README, blocks_of, links_of, text_of

import centralasia_minerals as cam


def test_the_readme_has_at_most_800_words() -> None:
    assert len(text_of(README).split()) <= 800


def test_the_first_python_of_the_readme_is_five_calls() -> None:
    first = next(block for block in blocks_of(README) if block.language == "python")

    calls = re.findall(r"^>>> (.+)$", first.text, re.MULTILINE)
    assert 5 == len(calls)


def test_the_readme_shows_one_picture_and_says_what_is_in_it() -> None:
    ((said, picture),) = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text_of(README))

    assert readme_picture.PICTURE == README.parent / picture
    figures = re.findall(r"[\d.]+ [mb]illion", said)
    drawn = " ".join(readme_picture.words_in(readme_picture.PICTURE))
    assert 4 == len(figures)
    assert [] == [figure for figure in figures if f"{figure} US dollars" not in drawn]


def test_the_picture_says_what_the_total_says() -> None:
    total = cam.total(cam.load())
    dollars = [row for row in cam.ledger(cam.load()) if row.currency == cam.Currency("USD")]
    drawn = readme_picture.words_in(readme_picture.PICTURE)

    naive = sum((row.stated for row in dollars), Decimal()) / 10**9
    counted = total["USD"].stated.amount / 10**9
    assert f"Naive sum: {naive.normalize():f} billion US dollars" in drawn
    assert f"What counts: about {counted.normalize():f} billion US dollars" in drawn
    assert total["USD"].about
    assert f"data {total.version}" in " ".join(drawn)


def test_the_picture_is_the_one_that_is_drawn_now(tmp_path: Path) -> None:
    """If it fails, run ``python tests/documents/readme_picture.py`` and look at the picture."""
    for module in ("altair", "vl_convert"):
        is_required = "CENTRALASIA_MINERALS_REQUIRE_CHARTS" in os.environ
        site_build.needed(find_spec(module), f"install {module}", is_required=is_required)

    readme_picture.draw(tmp_path / "drawn.svg")

    drawn = readme_picture.words_in(tmp_path / "drawn.svg")
    assert drawn == readme_picture.words_in(readme_picture.PICTURE)


def test_the_picture_asks_for_nothing() -> None:
    text = text_of(readme_picture.PICTURE)

    addresses = set(re.findall(r"https?://[^\"\s<]+", text))
    assert {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"} >= addresses
    assert "<script" not in text
    assert "<image" not in text
    assert "url(http" not in text


@pytest.mark.parametrize(
    "reader", ["analyst", "app-developer", "contributor", "data-engineer", "journalist"]
)
def test_the_readme_leads_every_reader_to_a_page(reader: str) -> None:
    assert f"docs/how-to/{reader}.md" in links_of(README)
