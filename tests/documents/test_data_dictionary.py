"""The data dictionary names all that a data file may hold, and shows the records as they are."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
import field_tables
import pytest
from document_pages import DOCS, Block, blocks_of, prose_of, section_of, text_of

import centralasia_minerals as cam
from centralasia_minerals.entities.base.record import Record

PAGE = DOCS / "data-dictionary.md"
GUIDE = DOCS / "encoding-guide.md"
RECORDS = files("centralasia_minerals") / "dataset" / "data" / "articles"
EXAMPLES = [block for block in blocks_of(PAGE) if block.language == "toml"]

# A date in EDTF is no id.
_ID = re.compile(
    r"(?<![\w-])(?=[0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])|(?<![\w-])[A-Z]{2}(?![\w-])"
)
_CODE = re.compile(r"`([^`\n]+)`")
_NO_IDS = {"NI 43-101"}

Hint = Any


def record_classes() -> list[type]:
    """Give the classes that a file's tables are read into, values with fields of their own too."""
    records = [
        value
        for name in cam.__all__
        if inspect.isclass(value := getattr(cam, name))
        and issubclass(value, Record)
        and attrs.has(value)
        and value is not cam.Figure  # a view, which no file holds
        and cam._HOMES[name].startswith("entities.")
    ]
    return [*records, cam.Name, cam.Money, cam.Measure, cam.Share]


def written_fields(cls: type) -> dict[str, Hint]:
    """Give the fields that a class adds to those of its base, without the derived ones."""
    hints = get_type_hints(cls)
    return {
        field.name: hints[field.name]
        for field in attrs.fields(cls)
        if field.init and not field.inherited
    }


def enums_in(hint: Hint) -> Iterator[type[Enum]]:
    """Give the enums that a field holds itself, not those of the records in it."""
    holder: Hint = get_origin(hint) or hint
    choices: tuple[Hint, ...]
    if isinstance(hint, TypeVar):
        choices = hint.__constraints__
    elif attrs.has(holder):
        choices = ()
    else:
        choices = get_args(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield hint
    for choice in choices:
        yield from enums_in(choice)


def sections_of(cls: type) -> str:
    """Give what stands under the headings with the name of a class."""
    titles = re.findall(r"^### (.+)$", text_of(PAGE), re.MULTILINE)
    named = [title for title in titles if re.search(rf"\b{cls.__name__}\b", title)]
    return "\n".join(section_of(PAGE, title) for title in named)


def in_code(text: str) -> set[str]:
    return set(_CODE.findall(text))


@cache
def bundled() -> dict[tuple[str, str], dict[str, Any]]:
    """Give the tables of the data files, by catalog and id."""
    return {
        (catalog, table["id"]): table
        for file in RECORDS.iterdir()
        for catalog, table in tables_in(file.read_text("utf-8"))
    }


def tables_in(data: str) -> list[tuple[str, dict[str, Any]]]:
    catalogs = tomllib.loads(data).items()
    return [
        (name, table) for name, tables in catalogs if isinstance(tables, list) for table in tables
    ]


def enums_with_holders() -> dict[type[Enum], list[type]]:
    holders: dict[type[Enum], list[type]] = {}
    for cls in record_classes():
        for hint in written_fields(cls).values():
            for enum in enums_in(hint):
                holders.setdefault(enum, []).append(cls)
    return holders


@pytest.mark.parametrize("cls", record_classes(), ids=lambda cls: cls.__name__)
def test_every_field_of_a_class_is_named_under_its_heading(cls: type) -> None:
    assert sections_of(cls), f"no heading names {cls.__name__}"
    assert set() == set(written_fields(cls)) - in_code(sections_of(cls))


def test_the_field_tables_are_those_that_the_classes_make() -> None:
    """Mend it with: python tests/documents/field_tables.py."""
    assert field_tables.with_tables_made_anew(text_of(PAGE)) == text_of(PAGE)


@pytest.mark.parametrize("cls", record_classes(), ids=lambda cls: cls.__name__)
def test_every_class_has_a_table_of_its_fields_or_inherits_one(cls: type) -> None:
    tables = field_tables.classes_with_tables(text_of(PAGE))

    assert tables & {one.__name__ for one in cls.__mro__}


def test_the_mark_of_an_official_is_named() -> None:
    assert "official" in in_code(sections_of(cam.Official))


@pytest.mark.parametrize("enum", enums_with_holders(), ids=lambda enum: enum.__name__)
def test_every_member_of_an_enum_is_named_with_a_class_that_holds_it(enum: type[Enum]) -> None:
    named = in_code("\n".join(map(sections_of, enums_with_holders()[enum])))

    assert set() == {str(member.value) for member in enum} - named


def test_the_enums_of_the_records_are_found_in_whatever_a_field_holds() -> None:
    found = set(enums_with_holders())

    assert {cam.Sector, cam.Stage, cam.Hedge, cam.Unit} <= found
    assert cam.StakeStatus in found


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"line {block.line}")
def test_an_example_equals_the_bundled_record(block: Block) -> None:
    for catalog, table in tables_in(block.text):
        if not is_invented(block):
            assert bundled().get((catalog, table["id"])) == table


def test_only_one_example_is_invented_and_its_passages_stand_in_the_text_above_it(
    tmp_path: Path,
) -> None:
    (block,) = filter(is_invented, EXAMPLES)
    (text,) = re.findall(r"^> (.+)$", text_of(PAGE), re.MULTILINE)
    (tmp_path / "example.toml").write_text(block.text, "utf-8")
    (tmp_path / "example.txt").write_text(text, "utf-8")

    mine = cam.read(tmp_path / "example.toml", base=cam.load())

    assert mine.verify(tmp_path).ok
    assert set() == {key for key in keys_of(block) if key in bundled()}


@pytest.mark.parametrize("catalog", sorted({catalog for catalog, _ in bundled()}))
def test_every_catalog_has_an_example(catalog: str) -> None:
    shown = {key[0] for block in EXAMPLES if not is_invented(block) for key in keys_of(block)}

    assert catalog in shown


@pytest.mark.parametrize("page", [PAGE, GUIDE], ids=lambda page: page.name)
def test_every_id_in_backticks_is_that_of_a_record(page: Path) -> None:
    known = {id for _, id in bundled()}
    codes = in_code(prose_of(page)) - _NO_IDS

    assert set() == {id for code in codes for id in _ID.findall(code)} - known


def is_invented(block: Block) -> bool:
    return ("sources", "example-2030-01") in keys_of(block)


def keys_of(block: Block) -> list[tuple[str, str]]:
    return [(catalog, table["id"]) for catalog, table in tables_in(block.text)]
