"""Figures stay whole in tables on terminals of any width, where rich is installed."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

import pytest

import centralasia_minerals as cam
from centralasia_minerals.rendering.views.blocks import Table
from centralasia_minerals.rendering.views.on_console import renderables
from centralasia_minerals.rendering.views.pieces import Id

rich: Any = pytest.importorskip("rich.console", reason="rich is not installed")
FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?= (?:tonnes|January|June|November))")
ASKED = {
    "total": cam.total,
    "countries": lambda ds: cam.total_by(ds, "country"),
    "years": lambda ds: cam.total_by(ds, "year"),
    "timeline": cam.timeline,
    "deals": lambda ds: ds.deals.where(partner="CN"),
    "tonnages": cam.total_measure,
}


def seen(shown: Any, width: int) -> str:
    file = io.StringIO()
    console = rich.Console(file=file, width=width, color_system=None)
    for one in renderables(shown) if isinstance(shown, tuple) else (shown,):
        console.print(one)
    return file.getvalue()


@pytest.mark.parametrize("width", [36, 40, 60, 80, 120, 200])
@pytest.mark.parametrize("name", ASKED)
def test_no_figure_is_broken_and_no_line_is_too_long(name: str, width: int) -> None:
    ds = cam.load("region")
    shown = ASKED[name](ds.deposits if name == "tonnages" else ds)

    narrow = seen(shown, width)

    assert Counter(FIGURE.findall(seen(shown, 1000))) == Counter(FIGURE.findall(narrow))
    assert width >= max(map(len, narrow.splitlines()))


def test_a_table_that_does_not_fit_is_shown_row_by_row() -> None:
    header = ("deal", "figure", "remark")
    rows = [(("A mine", Id("a-mine")), "USD 1,100,000,000", ""), ("A plant", "withheld", "a bid")]

    assert seen((Table(header, rows),), 26).split("\n") == [
        "", "A mine (a-mine)", "  figure: USD ", "1,100,000,000",
        "", "A plant", "  figure: withheld", "  remark: a bid", "",
    ]  # fmt: skip


def test_a_table_that_fits_has_columns_as_wide_as_its_words() -> None:
    header, rows = ("deal", "sum"), [("a long title of a deal", "1,000"), ("short", "22")]

    lines = seen((Table(header, rows),), 24).splitlines()

    assert " deal               sum " in lines
    assert " short               22 " in lines
    assert any(line.startswith(" a long title") and line.endswith(" 1,000 ") for line in lines)
