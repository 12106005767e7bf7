"""Makes the field tables of the data dictionary from the classes.

Run ``python tests/documents/field_tables.py`` to bring the page up to date.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs
from document_pages import DOCS

import centralasia_minerals as cam
from centralasia_minerals.entities.base.field_rules import bound_variables
from centralasia_minerals.entities.base.record import Record, marked_classes

PAGE = DOCS / "data-dictionary.md"
HEADER = "| field | type | required | meaning; absence |\n|---|---|---|---|\n"

_BLOCK = re.compile(
    r"(<!-- (?P<what>fields|members) of (?P<name>\w+) -->\n).*?(<!-- end of (?P=what) -->)",
    re.DOTALL,
)
_ENTRY = re.compile(r"^    (\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)
_WORD = re.compile(r"\b(?!or\b)[a-z]+\b")
_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLURALS = {"country": "countries", "person": "people"}

Hint = Any


def written_fields(cls: type) -> list[attrs.Attribute[Any]]:
    """Give the fields that a data file may hold, in order, without the derived ones."""
    return [field for field in attrs.fields(cls) if field.init]


def documented(cls: type) -> dict[str, str]:
    """Give what the docstrings of a class and its bases say of their fields."""
    told: dict[str, str] = {}
    for one in reversed(cls.__mro__):
        # What an enumeration or attrs adds to a docstring stands behind a blank line.
        _, _, rest = (inspect.cleandoc(one.__doc__ or "")).partition("Attributes:\n")
        section = re.split(r"\n(?=\S)", f"{rest}\n")[0]
        for name, text in _ENTRY.findall(section):
            told[name] = _marked(" ".join(text.split()))
    return told


def _marked(text: str) -> str:
    return text.rstrip(".").replace("``", "`")


def type_text(hint: Hint) -> str:
    """Say what a data file holds at a field, in words."""
    if get_origin(hint) is tuple:
        return f"list of {_many(type_text(get_args(hint)[0]))}"
    members = list(_members(hint))
    words = dict.fromkeys(text for member in members if (text := _member_text(member)))
    listed = list(words)
    return " or ".join(filter(None, [", ".join(listed[:-1]), listed[-1]]))


def _members(hint: Hint) -> Iterator[Hint]:
    if isinstance(hint, TypeVar):
        yield from hint.__constraints__
    elif get_args(hint) and get_origin(hint) not in (tuple, cam.Stated):
        for member in get_args(hint):
            yield from _members(member)
    else:
        yield hint


def _member_text(member: Hint) -> str:
    plain = {
        str: "text", int: "whole number", bool: "true or false", Decimal: "digits in quotes",
        cam.NotStated: "", cam.NotApplicable: '`"not applicable"`', cam.Currency: "ISO 4217 code",
    }  # fmt: skip
    if member in plain:
        return plain[member]
    if get_origin(member) is cam.Stated:
        words = _INSIDE.sub(" ", type_text(get_args(member)[0]).replace("`", ""))
        return f"`Stated` {words.lower()}"
    if issubclass(member, cam.Entity):
        return str(member.kind_name)
    return f"`{member.__name__}`"


def _many(text: str) -> str:
    return (
        text if "`" in text else _WORD.sub(lambda word: _PLURALS.get(word[0], word[0] + "s"), text)
    )


def required_text(cls: type, field: attrs.Attribute[Any]) -> str:
    """Say whether a data file must have a field, and what holds where it has not."""
    if field.default is attrs.NOTHING:
        return "yes"
    if field.name == "citations":
        return _citations_required(cls)
    if isinstance(field.default, Enum):
        return f"no; default `{field.default}`"
    if isinstance(field.default, bool):
        return f"no; default {str(field.default).lower()}"
    return "no"


def _citations_required(cls: Any) -> str:
    if cls.is_carried_by_statements:
        return "if it has no statements"
    return "no" if getattr(cls, "is_reference", False) else "yes"


def _mark_rows(cls: Any) -> list[tuple[str, ...]]:
    """Give a row for each key that marks a record of one class among others."""
    marked = marked_classes(cls) if issubclass(cls, Record) else ()
    return [
        (f"`{one.mark}`", *words, f"marks the record as `{one.__name__}`")
        for one in marked
        for words in (("true", "yes") if one is cls else ("true or false", "no"),)
    ]


def table_of(cls: type) -> str:
    """Make the table of a class's fields."""
    bound = bound_variables(cls)
    hints = {name: bound.get(hint, hint) for name, hint in get_type_hints(cls).items()}
    told = documented(cls)
    rows = _mark_rows(cls) + [
        (f"`{field.name}`", type_text(hints[field.name]), required_text(cls, field),
         told.get(field.name, ""))
        for field in written_fields(cls)
    ]  # fmt: skip
    return HEADER + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def members_of(enum: Any) -> str:
    """Make the table of an enumeration's members."""
    rows = "".join(f"| `{member}` | {_marked(member.meaning)} |\n" for member in enum)
    return f"| `{enum.__name__}` | meaning |\n|---|---|\n{rows}"


def with_tables_made_anew(page: str) -> str:
    """Give a page with the tables between its marks made from the classes."""
    return _BLOCK.sub(lambda found: found[1] + _table(found) + found[4], page)


def _table(found: re.Match[str]) -> str:
    cls = getattr(cam, found["name"])
    return table_of(cls) if found["what"] == "fields" else members_of(cls)


def classes_with_tables(page: str) -> set[str]:
    """Give the names of the classes whose fields stand between marks."""
    return {found["name"] for found in _BLOCK.finditer(page) if found["what"] == "fields"}


if __name__ == "__main__":
    PAGE.write_text(with_tables_made_anew(PAGE.read_text("utf-8")), "utf-8", newline="\n")
