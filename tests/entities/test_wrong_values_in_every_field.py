"""Whatever is put into a field of a record is kept as it is or refused by a documented error."""

from __future__ import annotations

import datetime
from collections import namedtuple
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
import pytest
from entity_examples import CITATION, CITED, DEAL, KAZAKHSTAN, MINISTRY, RECORDS, deal, kind_of
from hypothesis import given, strategies as st
from test_every_kind_of_record import given_fields

import centralasia_minerals as cam
from centralasia_minerals.entities.amount import RelativeStatement
from centralasia_minerals.entities.base.record import Record, fields_of
from centralasia_minerals.errors import CentralAsiaMineralsError

each_record = pytest.mark.parametrize("record", RECORDS, ids=kind_of)


class Text(str):  # noqa: SLOT000  # it has a state
    """A text that carries a state."""

    state: object


class Number(int):
    pass


class Items(tuple):
    __slots__ = ()


class Hostile:
    """Whatever is asked of it fails."""

    def __repr__(self) -> str:
        raise RuntimeError("no repr")

    __str__ = __len__ = __iter__ = __eq__ = __bool__ = __repr__  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(name)


class Escaping:
    def __repr__(self) -> str:
        return "\x1b[31m\n\ud800"


Pair = namedtuple("Pair", "one two")

WRONG = {
    "none": None, "one": 1, "minus": -1, "float": 1.5, "text": "x", "bytes": b"x", "list": [],
    "dict": {}, "object": object(), "numbers": (1,), "texts": ("a",), "class": int,
    "nan": float("nan"), "decimal": Decimal("NaN"), "large": 10**5000, "larger": (10**5000,),
    "text class": Text("x"), "half": "\ud800", "halves": ("\ud800",), "true": True, "empty": (),
    "day": datetime.date(2025, 11, 6), "time": datetime.datetime(2025, 11, 6, tzinfo=datetime.UTC),
    "pair": Pair(1, 2),
    "number class": Number(5), "items": Items(("a",)), "empty items": Items(), "dots": ...,
    "hostile": Hostile(), "hostiles": (Hostile(),), "escaping": Escaping(), "lines": "a\nb",
    "blank": " ", "nothing": "", "untrimmed": " a", "word": "not stated", "long": "a" * 20_000,
    "reversed": "a\u202eb", "zero width": "a\u200bb", "mark": "\ufeffa",
    "unassigned": "a\U000e0fff", "record": DEAL, "records": (KAZAKHSTAN, MINISTRY),
    "citation": CITATION, "class of record": cam.Deal, "absence": cam.NotStated(),
    "inapplicable": cam.NotApplicable(), "undisclosed": cam.Undisclosed(),
    "stage": cam.Stage.SIGNED, "money": cam.Money(1, "USD"), "relative": RelativeStatement(
        value=cam.Share("0.5"), of="x"), "twice": (CITATION, CITATION), "negative": -(10**5000),
}  # fmt: skip


def outcome(make: Any) -> Any:
    """Return what was made, or the documented error, whose message is short and printable."""
    try:
        return make()
    except (cam.InvalidTypeError, cam.InvalidValueError) as error:
        refused = error
    for one in (refused, *refused.also):
        assert one.field
        assert str(one).isprintable()
        assert len(str(one)) < 1000
    return refused


@each_record
def test_anything_in_any_field_is_kept_or_refused(record: Record) -> None:
    for name, wrong in product(given_fields(record), WRONG.values()):
        made = outcome(lambda name=name, wrong=wrong: attrs.evolve(record, **{name: wrong}))
        if not isinstance(made, Exception):
            assert getattr(made, name) is wrong or name == "amounts"
            assert type(wrong).__module__ != __name__, name
        # Defaults that are taken from other fields are asked before those are checked.
        made = outcome(
            lambda name=name, wrong=wrong: type(record)(**{**required(record), name: wrong})
        )
        assert isinstance(made, (type(record), CentralAsiaMineralsError))


def required(record: Record) -> dict[str, object]:
    own = (f for f in fields_of(type(record)) if f.init and f.default is attrs.NOTHING)
    return {field.name: getattr(record, field.name) for field in own}


@each_record
def test_all_that_is_wrong_is_in_one_error(record: Record) -> None:
    names = list(given_fields(record))

    refused = outcome(lambda: type(record)(**dict.fromkeys(names, object())))

    assert names == [one.field for one in (refused, *refused.also)]


@each_record
def test_what_is_missing_is_refused_together_with_what_is_wrong(record: Record) -> None:
    names = [f.name for f in fields_of(type(record)) if f.init]
    needed = [f.name for f in fields_of(type(record)) if f.init and f.default is attrs.NOTHING]
    optional = [name for name in names if name not in needed]

    refused = outcome(lambda: type(record)(**dict.fromkeys(optional[-1:], object())))

    assert isinstance(refused, cam.InvalidTypeError)
    every = (refused, *refused.also)
    assert {*needed, *optional[-1:]} <= {one.field for one in every}
    assert set(needed) == {one.field for one in every if "it is missing; give " in str(one)}


@given(data=st.data())
def test_any_mixture_of_wrong_and_right_fields_is_made_or_refused(data: st.DataObject) -> None:
    record = data.draw(st.sampled_from(RECORDS))
    name = st.sampled_from(sorted(given_fields(record)))
    # Drawn by name: not all of the values can be printed.
    kinds = data.draw(st.dictionaries(name, st.sampled_from(list(WRONG)), max_size=6))
    wrong = {name: WRONG[kind] for name, kind in kinds.items()}
    left = data.draw(st.sets(name, max_size=3)) - wrong.keys()
    fields = {k: v for k, v in given_fields(record).items() if k not in left}

    made = outcome(lambda: type(record)(**fields | wrong))

    assert isinstance(made, (type(record), CentralAsiaMineralsError))


# Named examples.


def test_a_state_carried_by_a_text_is_not_kept() -> None:
    text = Text("zhetisu")
    text.state = ["changeable"]

    for name in ("id", "title"):
        with pytest.raises(cam.InvalidTypeError, match=rf"Deal\.{name}: 'zhetisu' is of type Text"):
            attrs.evolve(DEAL, **{name: text})


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: cam.Stated(value=cam.Money(1, "USD"), citations=(1,)), "citations"),
        (lambda: cam.Undisclosed(citations="x"), "citations"),
        (lambda: cam.Position(title="minister", citations=[CITATION]), "citations"),
        (lambda: cam.Stake(holder=MINISTRY, citations=(None,)), "citations"),
        (lambda: cam.ResourceEstimate(stated=5), "stated"),
        (lambda: cam.Span(digest="0" * 16, start="1", end=2), "start"),
    ],
)
def test_a_default_taken_from_a_wrong_field_is_no_other_error(make: Any, field: str) -> None:
    with pytest.raises(cam.InvalidTypeError) as refused:
        make()

    assert field == refused.value.field
    assert () == refused.value.also


@pytest.mark.parametrize("name", ["start", "end", "length"])
def test_a_number_that_no_file_holds_is_refused(name: str) -> None:
    fields = {"digest": "0" * 16, "start": 0, "end": 5}

    with pytest.raises(cam.InvalidValueError, match=rf"Span\.{name}: the number is too large"):
        cam.Span(**fields | {name: 10**5000})


def test_types_and_values_of_different_fields_are_refused_at_once() -> None:
    date = cam.DealDate(kind=cam.DealDateKind.START, date=cam.PartialDate(2026), **CITED)
    end = cam.DealDate(kind=cam.DealDateKind.END, date=cam.PartialDate(2025), **CITED)

    with pytest.raises(cam.InvalidTypeError) as refused:
        deal("A deal", title=5, topics=("a\nb",), dates=(date, end), citations=None)

    assert ["title", "citations", "id", "dates", "topics[0]"] == [
        one.field for one in (refused.value, *refused.value.also)
    ]


def test_what_depends_on_a_wrong_field_is_not_judged() -> None:
    """Without the hedge, nobody knows whether an upper end belongs there."""
    with pytest.raises(cam.InvalidTypeError) as refused:
        cam.Stated(
            value=cam.Money(1, "USD"), upper=cam.Money(2, "USD"), hedge="range", reason="why"
        )

    assert ["hedge", "reason"] == [one.field for one in (refused.value, *refused.value.also)]


def test_a_subclass_of_a_value_or_a_part_is_not_kept() -> None:
    class Coin(cam.Money):
        pass

    with pytest.raises(cam.InvalidTypeError, match=r"Stated\.value: "):
        cam.Stated(value=Coin(1, "USD"))
    with pytest.raises(cam.InvalidTypeError, match=r"Stake\.statements: "):
        cam.Stake(holder=MINISTRY, statements=(RelativeStatement(value=cam.Share(1), of="x"),))
    assert MINISTRY is cam.Stake(holder=MINISTRY).holder
