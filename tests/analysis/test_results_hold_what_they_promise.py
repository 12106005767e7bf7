"""Results hold what their fields are annotated with, whoever makes them, and never change."""

from __future__ import annotations

import copy
import datetime
import pickle
import pkgutil
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib import import_module
from typing import Any

import attrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals import analysis, dataset
from centralasia_minerals.analysis.counting.account import Account
from centralasia_minerals.analysis.counting.judging.rules import RULES
from centralasia_minerals.analysis.worth import Worth
from centralasia_minerals.dataset.back_references import Involvement
from centralasia_minerals.dataset.evidence.verification import Failure, Proof, Whereabouts
from centralasia_minerals.dataset.relations.related import Related
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.base.results import of_sound_parts

# These check what they are given themselves, or are no results.
_OTHERS = {
    "Catalog", "Catalogs", "Dataset", "Is", "In", "Gt", "Holds", "Not", "And", "Or", "_Several",
    "Conversions", "Numeral", "RawRecord", "Window", "KnownIds", "Criterion", "_Bounds",
    "Rate", "Question",
}  # fmt: skip


class Text(str):
    __slots__ = ()


class Number(int):
    pass


WRONG: list[object] = [
    None, 1, True, 1.5, "x", b"x", [], ["a"], {}, set(), object(), (1,), ("a",), ((),), int,
    float("nan"), Decimal("NaN"), 10**5000, (10**5000,), Text("x"), Number(5), frozenset({1}),
    [None],
    datetime.datetime(2025, 11, 6, tzinfo=datetime.UTC), Fraction(1, 2), ..., cam.Stage.SIGNED,
]  # fmt: skip


@cache
def results() -> dict[type, Any]:
    """Return a result of every class, most of them as the library makes them."""
    ds = cam.load()
    rates = cam.rates_of({("USD", "GBP"): "0.8", ("EUR", "GBP"): "0.9"}, source="a bank")
    total = cam.total(ds, currency="GBP", rates=rates)
    converted = next(row for row in total.counted if row.conversion and row.conversion.rate)
    footnoted, totals = total.footnoted(), cam.total_by(ds, key="country")
    disagreements, tonnages = cam.disagreements(ds), cam.total_measure(ds)
    timeline, coverage = cam.timeline(ds), cam.coverage(ds, ".")
    (cited,) = ds.deals["kz-us-tungsten"].citations[:1]
    related = Related(
        kind=cam.RelationKind.FOLLOWS, deal=ds.deals.entities[0], other=ds.deals.entities[1]
    )
    proof = Proof("a", "citations[0]", "s", Whereabouts.NO_COPY_GIVEN)
    found: list[Any] = [
        total, total["GBP"], total.filters, total.counted, cam.ledger(ds), converted, totals,
        converted.conversion, converted.conversion.rate, rates, footnoted, footnoted.notes[0],
        disagreements, disagreements[0], disagreements[0].sides[0], tonnages, tonnages[0],
        tonnages.counted[0], timeline, timeline[0], coverage, coverage.sources[0],
        cam.Ratio(Fraction(1), Fraction(1), None), RULES[0], proof, Failure("a", "b", "c", "d"),
        cam.Verification((proof,), ()), cam.Sentence(0, 2, "A."), Worth(Decimal(5), "5", (cited,)),
        cam.FoundPassage("s", 0, 5, "0" * 16, 5, None, (), ""),
        Involvement(event=ds.events.entities[0]), related, cam.unnamed_fields(ds),
        next(iter(cam.unnamed_fields(ds))), ds.search("Trump"), ds.search("Trump")[0],
        cam.Checked((), None, None, (cited,), (), total, None),
        cam.total(ds, sectors=None, stages=None).beside[0],
        Account(**{f.name: getattr(total, f.name) for f in attrs.fields(Account)}),
        cam.datasets()[0],
    ]  # fmt: skip
    return {type(one): one for one in found if type(one).__name__ not in _OTHERS}


def classes() -> Iterator[type]:
    """Yield every class of results of the library."""
    for floor in (analysis, dataset):
        for module in pkgutil.walk_packages(floor.__path__, f"{floor.__name__}."):
            if "build_snapshot" not in module.name:
                for cls in vars(import_module(module.name)).values():
                    own = isinstance(cls, type) and cls.__module__ == module.name
                    if own and attrs.has(cls) and not issubclass(cls, Record):
                        yield cls


RESULTS = [cls for cls in classes() if cls.__name__ not in _OTHERS]
each_class = pytest.mark.parametrize("cls", RESULTS, ids=lambda cls: cls.__name__)


def fields_of(one: Any) -> dict[str, Any]:
    return {f.alias: getattr(one, f.name) for f in attrs.fields(type(one)) if f.init}


def test_there_is_an_example_of_every_class_of_results() -> None:
    assert set(RESULTS) == set(results())
    assert len(RESULTS) > 30


@each_class
def test_anything_in_any_field_is_kept_as_it_is_or_refused(cls: type) -> None:
    fields = fields_of(results()[cls])

    for name in fields:
        for wrong in WRONG:
            try:
                made = cls(**{**fields, name: wrong})
            except (cam.InvalidTypeError, cam.InvalidValueError) as refused:
                found: Any = refused
            else:
                found = made
            if isinstance(found, cam.InvalidTypeError):
                assert len(str(found)) < 500
            elif isinstance(found, cls) and any(one is wrong for one in fields_of(found).values()):
                assert not isinstance(wrong, (list, dict, set, Text, datetime.datetime, Number))


@each_class
def test_every_wrong_field_is_named_in_one_error(cls: type) -> None:
    names = list(fields_of(results()[cls]))

    with pytest.raises(cam.InvalidTypeError) as refused:
        cls(**dict.fromkeys(names, object()))

    assert names == [one.field for one in (refused.value, *refused.value.also)]


@each_class
def test_a_list_is_no_tuple(cls: type) -> None:
    fields = fields_of(results()[cls])

    for name, value in fields.items():
        if isinstance(value, tuple):
            with pytest.raises(cam.InvalidTypeError, match=rf"^({cls.__name__}\.)?{name}: "):
                cls(**{**fields, name: list(value)})


@each_class
def test_a_result_is_made_once_and_travels_by_being_made_again(cls: type) -> None:
    one = results()[cls]
    fields = fields_of(one)

    with pytest.raises(AttributeError, match="is frozen"):
        one.__init__(**fields)
    with pytest.raises(AttributeError, match="is frozen"):
        one.__setstate__({})
    assert one is copy.copy(one) is copy.deepcopy(one)
    assert all(value is fields_of(one)[name] for name, value in fields.items())


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_total_is_the_same_total(protocol: int) -> None:
    total = results()[cam.Total]

    again = pickle.loads(pickle.dumps(total, protocol))

    assert str(total) == str(again)
    assert total.by_currency == again.by_currency
    assert tuple(total.counted) == tuple(again.counted)


def test_rows_that_the_library_makes_are_like_those_of_the_constructor() -> None:
    row = results()[cam.LedgerRow]

    assert row == cam.LedgerRow(**fields_of(row)) == of_sound_parts(cam.LedgerRow, **fields_of(row))
