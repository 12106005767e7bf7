"""A constructor looks at each field once, and nothing that it refused before gets past it."""

from __future__ import annotations

from typing import Any

import pytest
from entity_examples import CITED

import centralasia_minerals as cam
from centralasia_minerals.entities.base.record import Record, part
from centralasia_minerals.values.absence import NotStated


@part
class Remark(Record):
    """A part with a field of every sort, some of whose defaults no one may give."""

    text: str
    topics: tuple[str, ...] = ()
    years: int | NotStated = NotStated()
    figure: cam.Stated[cam.Money] | cam.Undisclosed | NotStated = NotStated()
    empty: str = " "
    twice: tuple[str, ...] = ("a", "a")


SOUND: dict[str, Any] = {"text": "a remark", "empty": "b", "twice": ("a",)}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"empty": " "}, r"Remark\.empty: the text is blank"),
        ({"twice": ("a", "a")}, r"Remark\.twice: an item is listed twice"),
        ({"text": "\t\n"}, r"Remark\.text: the text is blank"),
        ({"text": NotStated()}, r"Remark\.text: NotStated\(\) is of type NotStated; give a str"),
        ({"topics": ("a", "b", "a")}, r"Remark\.topics: an item is listed twice"),
        ({"topics": ["a"]}, r"Remark\.topics: \['a'\] is of type list"),
        ({"topics": ("a", 1)}, r"Remark\.topics: \('a', 1\) is of type tuple"),
        ({"years": True}, r"Remark\.years: True is of type bool"),
        ({"years": 1.0}, r"Remark\.years: 1\.0 is of type float"),
        ({"figure": cam.Money(1, "USD")}, r"Remark\.figure: .* is of type Money"),
        (
            {"figure": cam.Stated(value=cam.Stage.SIGNED, **CITED)},
            r"Remark\.figure: .* is of type Stated",
        ),
    ],
)
def test_what_a_field_may_not_hold_is_refused(given: dict[str, Any], message: str) -> None:
    with pytest.raises((cam.InvalidTypeError, cam.InvalidValueError), match=message):
        Remark(**SOUND | given)


def test_a_default_that_no_one_may_give_is_refused_when_it_is_used() -> None:
    with pytest.raises(cam.InvalidValueError) as refused:
        Remark(text="a remark")

    assert ["twice", "empty"] == [one.field for one in (refused.value, *refused.value.also)]


@pytest.mark.parametrize(
    "given",
    [
        {"topics": ("a",)},
        {"topics": ("a", "b")},
        {"years": 3},
        {"figure": cam.Stated(value=cam.Money(1, "USD"), **CITED)},
        {"figure": cam.Undisclosed(**CITED)},
    ],
)
def test_what_a_field_may_hold_is_kept(given: dict[str, Any]) -> None:
    made = Remark(**SOUND | given)

    assert given == {name: getattr(made, name) for name in given}


def test_an_item_that_stands_alone_is_not_hashed(monkeypatch: pytest.MonkeyPatch) -> None:
    citation = CITED["citations"][0]
    hashed: list[object] = []

    def noting(record: object) -> int:
        hashed.append(record)
        return 1

    monkeypatch.setattr(cam.Citation, "__hash__", noting)

    cam.Wording(text="deal", citations=(citation,))
    assert [] == hashed

    other = cam.Citation(source=citation.source, start=1, end=2, digest=citation.digest)
    cam.Wording(text="deal", citations=(citation, other))
    assert [citation, other] == hashed
