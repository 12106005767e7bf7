"""Something of every public class that shows itself, and records whose every text is hostile."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from entity_examples import RECORDS

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.figures.reading import Reading
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.rendering.views.viewed import Viewed

HOSTILE = "<script>alert('x')</script> $1$ \\(y\\) |*_`[z](q)`"
_TEXTS = {"title", "what", "summary", "publisher", "remark", "called", "name", "origin", "list"}
RATES = cam.rates_of({("USD", "EUR"): "0.9"}, source=HOSTILE)
_NAME = {"text", "language", "kind"}
_NAMED = re.compile(r"(names|quantities)\[(.*)\]")
_MOST = 4
"""How many objects of each class are looked at."""


def public_classes() -> list[type[Viewed]]:
    """Give the public classes that show themselves."""
    values = (getattr(cam, name) for name in cam.__all__)
    return [one for one in values if isinstance(one, type) and issubclass(one, Viewed)]


@cache
def hostile_dataset() -> cam.Dataset:
    """Give the bundled records with a hostile text before each of their own."""
    return cam.from_json(json.dumps(_spoilt(json.loads(cam.to_json(cam.load())))))


def _spoilt(given: Any) -> Any:
    if isinstance(given, dict):
        return {
            key: f"{HOSTILE} {value}"
            if isinstance(value, str)
            and (key in _TEXTS or (key == "text" and given.keys() <= _NAME))
            else _spoilt(value)
            for key, value in given.items()
        }
    if isinstance(given, str):  # a citation may name what it bears out by its text
        return _NAMED.sub(lambda found: f"{found[1]}[{HOSTILE} {found[2]}]", given)
    return [*map(_spoilt, given)] if isinstance(given, list) else given


def answers_about(dataset: cam.Dataset) -> Iterator[Any]:
    """Give every answer that the library has about a dataset."""
    yield dataset
    yield dataset.tables
    for name in dataset.records:
        yield getattr(dataset, name)
    for asked in (
        {},
        {"sectors": None, "stages": None, "kinds": None},
        {"currency": "EUR", "rates": RATES},
    ):
        total = cam.total(dataset, **asked)
        yield total
        yield from total
        yield from (total.counted, total.excluded, total.footnoted("en"), total.footnoted("ru"))
    for key in ("country", "stage", "money"):
        yield cam.total_by(dataset, key)
    yield cam.ledger(dataset)
    yield cam.disagreements(dataset)
    yield cam.timeline(dataset)
    yield cam.total_measure(dataset)
    yield cam.unnamed_fields(dataset)
    yield dataset.search("tungsten")
    yield cam.datasets()


def evidence() -> Iterator[Any]:
    """Give what checks of texts have found, good and bad."""
    source = RECORDS[0]
    assert isinstance(source, cam.Source)
    uncovered = (cam.Sentence(0, 9, f"{HOSTILE} was said."),)
    found = cam.SourceCoverage(source, True, Fraction(1, 2), uncovered)
    yield cam.Coverage((found,))
    failure = cam.Failure("mine", "amounts[0]", "gazette", HOSTILE)
    proof = cam.Proof(
        "mine", "amounts[1]", "gazette", cam.Whereabouts.IN_ANOTHER_COPY,
        reading=Reading.NOT_READ, reason=HOSTILE,
    )  # fmt: skip
    yield cam.Verification((proof,), (failure,), remarks=(HOSTILE,))
    yield cam.Verification((), ())


class _Found(dict[type, list[Any]]):
    """Some objects of each class."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[int, Any] = {}

    def note(self, one: Any) -> None:
        """Keep an object, and what a record holds, unless there are enough of the class."""
        if not isinstance(one, Viewed) or id(one) in self._seen:
            return
        self._seen[id(one)] = one  # which keeps its id its own
        known = self.setdefault(type(one), [])
        if len(known) < _MOST:
            known.append(one)
        for field in attrs.fields(type(one)) if isinstance(one, Record) else ():
            value = getattr(one, field.name)
            for inner in value if isinstance(value, tuple) else (value,):
                self.note(inner)


@cache
def examples() -> dict[type, list[Any]]:
    """Give some objects of every class that shows itself, the hostile ones among them."""
    found = _Found()
    region, hostile = cam.load("region"), hostile_dataset()
    for answer in (*answers_about(hostile), cam.total(region), region.deals["kz-us-tungsten"]):
        found.note(answer)
    for records in hostile.records.values():
        for record in records[:: max(1, len(records) // 9)]:
            found.note(record)
    found.note(hostile.deals["kz-us-tungsten"].value)
    for one in (*RECORDS, *evidence()):
        found.note(one)
    return found
