"""Draws flat tables of every type of column, with values that are hard to write and read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

import centralasia_minerals as cam

HARD = (
    "", " ", "'", "''", "'=1", "=1+1", "+7", "-7", "@x", "\t=1", "\r", "\n", "a\nb", "a\r\nb", ",",
    '"', '""', "a;b", "＝1", "\u2212 1", " =1", "\ufeff=1", "\u200b+1", "|x", "%x", "null", "true",
    "1.0", "Тоқаев", "中国", "\U0001f600", "\u202eabc", "\x00", "\x7f", "# x", "[1]", "x" * 40,
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HARD), st.text(st.characters(codec="utf-8"), max_size=20))
VALUES = {
    cam.ColumnType.TEXT: TEXTS,
    cam.ColumnType.INTEGER: st.integers(-(2**63), 2**63 - 1),
    cam.ColumnType.BOOLEAN: st.booleans(),
    cam.ColumnType.DATE: st.dates(date(1, 1, 1), date(9999, 12, 31)),
    cam.ColumnType.TEXTS: st.lists(TEXTS, max_size=3).map(tuple),
}


def decimals(scale: int) -> st.SearchStrategy[Decimal]:
    most = 10**38 - 1
    return st.integers(-most, most).map(lambda number: Decimal(f"{number}E-{scale}"))


@st.composite
def tables(draw: Any) -> cam.Table:
    rows = draw(st.integers(0, 4))
    columns, values = [], []
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(cam.ColumnType))
        scale = draw(st.integers(0, 10)) if kind is cam.ColumnType.DECIMAL else 0
        columns.append(cam.Column(f"c{number}", kind, "anything", scale=scale))
        one = decimals(scale) if kind is cam.ColumnType.DECIMAL else VALUES[kind]
        held = st.lists(st.none() | one, min_size=rows, max_size=rows)
        values.append(tuple(draw(held)))
    return cam.Table("things", tuple(columns), tuple(values), {"data": "1, 2", "question": "Тест"})
