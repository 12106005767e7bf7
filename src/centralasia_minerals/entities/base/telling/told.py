"""How records and their parts are told in a line, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from centralasia_minerals.rendering.views.blocks import Facts, Heading, View
from centralasia_minerals.rendering.views.pieces import Cell, Id, Linked, Quiet, pieces_of
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.name import Name, NameKind

from ..made import fields_of
from .links import linked
from .readable import NOT_TOLD, readable

PHRASES = {
    "amounts": "{}", "as_of": "as of {}", "asserted_by": "according to {}", "at": "at {}",
    "by": "of {}", "compound": "as {}", "country": "in {}",
    "equivalents": "printed also as {}", "further_classes": "and {}", "grade": "grade {}",
    "inferred_from": "from: {}",
    "horizon_years": "over {} years", "key": "{}", "kind": "{}", "of": "of {}",
    "on_behalf_of": "for {}", "one_of": "or else {}", "part_of": "part of {}",
    "payer": "paid by {}",
    "place": "in {}",
    "reserves": "reserves {}", "since": "since {}", "stages": "{}",
    "standard": "by {}", "state": "{}",
}  # fmt: skip
"""What stands around a field where a part is told in a line; others stand by themselves."""

# What a line leaves out: links lead to the passages, and rank and reason are told of statements.
_UNTOLD = {"citations", "rank", "reason"}
_SEPARATOR = " · "

# The members that say that a source is silent, which a line says with what it is silent about.
_UNSPECIFIED = "unspecified"
_SUBJECTS = {"money": "kind of money", "resource_class": "class", "standard": "code"}


def told(value: object) -> Cell:
    """Return a value as a line of a view."""
    tell = getattr(value, "_told", None)
    if tell is not None:
        return _without_echo(tell())
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        return Linked(value, value)
    if isinstance(value, Name):
        kind = "" if value.kind is NameKind.ALTERNATIVE else f", {value.kind}"
        language = "" if value.language == "en" else f", {value.language}"
        remark = f"{kind}{language}".removeprefix(", ")
        return (value.text, Quiet(f"({remark})")) if remark else value.text
    return readable(value)


def _without_echo(cell: Cell) -> Cell:
    """Return a cell without an id that only repeats the title: *tungsten (tungsten)*."""
    pieces = pieces_of(cell)
    if isinstance(pieces[-1], Id) and pieces[0].casefold() == pieces[-1]:
        return pieces[:-1]
    return cell


def told_together(values: tuple[object, ...]) -> Cell:
    """Return several values as one line."""
    pieces: list[str] = []
    for value in values:
        pieces += ["; ", *pieces_of(told(value))] if pieces else pieces_of(told(value))
    return tuple(pieces)


def told_part(part: Any) -> Cell:
    """Return a part of a record as a line: its fields in their order, led to its passages."""
    pieces: list[str] = []
    for name, value in given_in(part):
        if name == "as_of" and _is_said_by_statements(part):
            continue
        cell = told_together(value) if isinstance(value, tuple) else told(value)
        phrase = PHRASES.get(name, "{}")
        if value == _UNSPECIFIED:
            cell, phrase = f"{_SUBJECTS.get(name, label_of(name))} unspecified", "{}"
        before, _, after = phrase.partition("{}")
        pieces += [_SEPARATOR] if pieces else []
        pieces += [one for one in (before, *pieces_of(cell), after) if one]
    citations = getattr(part, "citations", ())
    if pieces and not any(isinstance(piece, Linked) for piece in pieces):
        link = linked(pieces[0], citations)
        pieces[0] = link if link.url else pieces[0]
    if getattr(part, "statements", None) == ():
        pieces += [_SEPARATOR, f"figure {NOT_TOLD}"]
    return tuple(pieces)


def _is_said_by_statements(part: Any) -> bool:
    """Whether the statements of a part say as of when it is, so that a line need not repeat it."""
    return hasattr(part, "statements") or part.as_of == getattr(
        getattr(part, "stated", None), "as_of", None
    )


def given_in(record: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record that say something, which its defaults do not."""
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.name.startswith("_") or field.name in _UNTOLD or not field.init:
            continue
        if value != () and not isinstance(value, (NotStated, NotApplicable)) and value is not False:
            yield field.name, value


def record_view(
    record: Any, kind: str, *, absent: tuple[tuple[str, tuple[Cell, ...]], ...] = ()
) -> View:
    """Return the view of any record: its name, and whatever else is recorded, field by field.

    What is absent, and worth telling, comes first: each label with what to say of it.
    """
    name = getattr(record, "name", None) if hasattr(record, "id") else None
    heading = Heading(str(name), (kind, Id(record.id))) if name else Heading(kind)
    rows = [
        (label_of(field), lines_of(value))
        for field, value in given_in(record)
        if field != "id" and value != name and lines_of(value) != (name,)
    ]
    sources = tuple(told(citation) for citation in getattr(record, "citations", ()))
    return heading, Facts((*absent, *rows, ("sources", sources)))


def lines_of(value: object) -> tuple[Cell, ...]:
    """Return a value as lines: each thing of several stands in a line of its own."""
    return tuple(map(told, value)) if isinstance(value, tuple) else (told(value),)


def noun_of(cls: type) -> str:
    """Return what a part is called: *resource estimate* of ``ResourceEstimate``."""
    return re.sub("(?<!^)(?=[A-Z])", " ", cls.__name__).lower()


def label_of(field: str) -> str:
    """Return what a field is called beside its value."""
    return _LABELS.get(field, field.replace("_", " "))


_LABELS = {
    "archived": "archived copy", "furniture": "not part of the article",
    "length": "length in characters", "sha256": "SHA-256", "unnamed": "not named", "url": "page",
}  # fmt: skip
