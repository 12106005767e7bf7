"""Every column of every table is headed in English and in Russian."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import centralasia_minerals as cam
from centralasia_minerals.rendering.columnar.column import Column, ColumnType

PAGE = (Path(__file__).parents[3] / "docs" / "table-columns.md").read_text("utf-8")
COLUMNS = sorted({*re.findall(r"^\| `([^`]+)`", PAGE, re.MULTILINE)})
# What is not translated in Russian, either.
LATIN = re.compile("SHA-256")


def column(name: str) -> Column:
    return Column(name, ColumnType.TEXT)


def test_the_columns_are_found():
    assert {"id", "as_of_first", "sectors: minerals", "resource_class"} <= set(COLUMNS)
    assert len(COLUMNS) > 200


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_has_a_header_in_both_languages(name: str):
    english, russian = column(name).label("en"), column(name).label("ru")

    assert name.replace("_", " ") == english.replace(": ", " ") or ": " in name
    assert not re.search("[A-Za-z]", LATIN.sub("", russian))
    assert russian


def test_no_two_columns_of_one_table_share_a_header():
    for table in re.split("^###? ", PAGE, flags=re.MULTILINE):
        names = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
        for locale in ("en", "ru"):
            headers = [column(name).label(locale) for name in names]
            assert len(headers) == len(set(headers)), table[:40]


def test_a_table_gives_its_headers_in_order():
    table = cam.total(cam.load()).to_table()

    assert ("currency", "low", "stated", "high") == table.headers("en")[:4]
    assert ("валюта", "не менее", "названная цифра", "не более") == table.headers("ru")[:4]
    assert len(table.columns) == len(table.headers("ru"))


def test_a_header_that_tells_more_of_a_column_names_both():
    assert "as of: first" == column("as_of_first").label("en")
    assert "отрасли: полезные ископаемые" == column("sectors: minerals").label("ru")


def test_a_column_that_nobody_has_translated_keeps_its_name():
    assert "my own" == column("my_own").label("ru")


def test_the_headers_of_views_are_translated():
    """Those that are no columns of tables; a header that nothing needs is not kept."""
    with files("centralasia_minerals").joinpath("messages", "ru.po").open("rb") as stream:
        kept = {
            one.id for one in read_po(stream, locale="ru") if one.context == "column" and one.id
        }
    words = {word for name in COLUMNS for word in column(name).label("en").split(": ")}

    assert kept - words <= VIEWS


VIEWS = {
    "about", "cited", "class", "columns", "deposit", "estimate", "how", "main passages", "rows",
    "fields that no passage names", "scope", "sides", "table", "the first", "why",
    "uncovered sentences", "version", "what fits",
}  # fmt: skip


def test_a_language_without_headers_is_refused():
    with pytest.raises(cam.UnknownLocaleError, match="en, ru"):
        cam.total(cam.load()).to_table().headers("kk")
