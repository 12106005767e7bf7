"""Every place in a data file, and ways to spoil one."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from full_document import Document, document, written

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.errors import DataError, Problem

Path_ = tuple[str | int, ...]

_CLASSES: dict[str, type] = {
    **KINDS,
    "amounts": cam.Amount,
    "citations": cam.Citation,
    "conditions": cam.Condition,
    "critical_on": cam.CriticalListing,
    "date": cam.Dated,
    "dates": cam.DealDate,
    "equivalents": cam.Stated,
    "estimates": cam.ResourceEstimate,
    "furniture": cam.Span,
    "grade": cam.Stated,
    "implementations": cam.Stated,
    "inferred_from": cam.Span,
    "names": cam.Name,
    "participants": cam.Participant,
    "parties": cam.Party,
    "place": cam.Place,
    "positions": cam.Position,
    "published": cam.Dated,
    "quantities": cam.Quantity,
    "relations": cam.Relation,
    "relative": cam.RelativeStatement,
    "signatories": cam.Signatory,
    "stages": cam.Stated,
    "stakes": cam.Stake,
    "stated": cam.Stated,
    "statements": cam.Stated,
    "wordings": cam.Wording,
}

REFERENCES = {
    "asserted_by", "at", "by", "countries", "country", "deals", "deposits", "group", "holder",
    "members", "mineral", "minerals", "of", "on_behalf_of", "one_of", "owners", "part_of",
    "partners", "payer", "person", "possibly_same_as", "source", "subject", "who",
}  # fmt: skip
MEMBERS = {
    "basis", "currency", "deal_class", "further_classes", "hedge", "kind", "money", "rank",
    "reserves", "resource_class", "role", "sectors", "standard", "status", "unit",
}  # fmt: skip
FIGURES = {"amount", "fraction", "magnitude"}
DATES = {"as_of", "date", "since"}


def places(content: Any = None, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Give the path and content of every record, key and element below the header."""
    if path == ():
        content = {kind: content[kind] for kind in KINDS if kind in content}
    items = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in items:
        # A whole catalog is no place in a record.
        if path:
            yield (*path, key), value
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, key))


def shown(path: Path_) -> str:
    """Write a path as a problem does: ``deals[2].amounts[0].role``."""
    first, *rest = path
    return str(first) + "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in rest)


def key_of(path: Path_) -> str:
    """Give the key that a place has, or that its list has."""
    return next(step for step in reversed(path) if isinstance(step, str))


def class_of(path: Path_, table: Document) -> type:
    """Give the class that a table at a path is read as."""
    if "undisclosed" in table:
        return cam.Undisclosed
    for key, cls in (("amount", cam.Money), ("magnitude", cam.Measure), ("fraction", cam.Share)):
        if key in table:
            return cls
    if key_of(path) == "citations":
        return cam.Citation
    return _CLASSES[key_of(path)]


def required(path: Path_, table: Document) -> list[str]:
    """Give the keys that a table at a path cannot be without."""
    cls = class_of(path, table)
    fields = [f.name for f in attrs.fields(cls) if f.init and f.default is attrs.NOTHING]
    return ["undisclosed", *fields] if cls is cam.Undisclosed else fields


def value_at(content: Any, path: Path_) -> Any:
    """Give what stands at a path."""
    for step in path:
        content = content[step]
    return content


def spoiled(path: Path_, value: object) -> Document:
    """Give a copy of the full document with another value at one place."""
    content = document()
    value_at(content, path[:-1])[path[-1]] = copy.deepcopy(value)
    return content


def without(path: Path_) -> Document:
    """Give a copy of the full document without one key or element."""
    content = document()
    del value_at(content, path[:-1])[path[-1]]
    return content


def problems_of(content: object, folder: Path) -> tuple[Problem, ...]:
    """Read a document that must be refused; give every problem."""
    with pytest.raises(DataError) as refused:
        cam.read(written(content, folder))
    return refused.value.problems


def is_at(problem: Problem, path: Path_) -> bool:
    """Say whether a problem is at a place or inside it."""
    place = shown(path)
    return problem.path == place or problem.path.startswith((f"{place}.", f"{place}["))
