"""A field that holds text, a whole number or a truth value is filtered by exactly that."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import field

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.query.declared_criteria import criteria_of
from centralasia_minerals.entities.base.record import Entity, entity, facts
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated


@entity
class Shaft(Entity):
    """An invented kind of record.

    Attributes:
        id: the id.
        law: the law that governs it; not stated if no source says.
        colours: the colours of its flags; empty if none is named.
        depth: how deep it is, in metres; not stated if no source says.
        flooded: whether it is flooded.
        code: its code, as text or as a number; not stated if it has none.
    """

    kind_name = "shaft"

    id: str
    law: str | NotStated = field(default=NotStated(), metadata=facts(criterion="law"))
    colours: tuple[str, ...] = field(default=(), metadata=facts(criterion="colour"))
    depth: int | NotStated = field(default=NotStated(), metadata=facts(criterion="depth"))
    flooded: bool = field(default=False, metadata=facts(criterion="flooded"))
    code: str | int | NotStated = field(default=NotStated(), metadata=facts(criterion="code"))
    citations: tuple[Any, ...] = ()

    def _field_errors(self) -> Any:
        return iter(())


SHAFTS: Any = Catalog(
    Shaft,
    [
        Shaft(id="deep", law="Kazakh", colours=("red", "blue"), depth=1, flooded=True, code=7),
        Shaft(id="shallow", law="English", colours=("red",), depth=0, code="7"),
        Shaft(id="silent"),
    ],
)


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        ({"law": "Kazakh"}, ("deep",)),
        ({"law": ["Kazakh", "English"]}, ("deep", "shallow")),
        ({"law": "kazakh"}, ()),
        ({"colour": "red"}, ("deep", "shallow")),
        ({"colour": "red", "law": "English"}, ("shallow",)),
        ({"depth": 0}, ("shallow",)),
        ({"depth": 2}, ()),
        ({"flooded": True}, ("deep",)),
        ({"flooded": False}, ("shallow", "silent")),
        ({"code": 7}, ("deep",)),
        ({"code": "7"}, ("shallow",)),
    ],
)
def test_a_plain_value_keeps_what_holds_it(criteria: dict[str, Any], ids: tuple[str, ...]) -> None:
    assert ids == SHAFTS.where(**criteria).ids


def test_what_may_be_asked_for_is_what_the_field_may_hold() -> None:
    types = {name: one.plain for name, one in criteria_of(Shaft).items()}

    assert {
        "law": (str,),
        "colour": (str,),
        "depth": (int,),
        "flooded": (bool,),
        "code": (str, int),
        "source": (),
    } == types


@pytest.mark.parametrize(
    ("criteria", "remedy"),
    [
        ({"law": 3}, "give text"),
        ({"law": True}, "give text"),
        ({"law": None}, "give text"),
        ({"law": NotStated()}, "give text"),
        ({"law": b"Kazakh"}, "give text"),
        ({"law": ["Kazakh", 3]}, "give text"),
        ({"colour": 3}, "give text"),
        ({"depth": "1"}, "give a whole number"),
        ({"depth": True}, "give a whole number"),
        ({"depth": 1.0}, "give a whole number"),
        ({"flooded": 1}, "give a truth value"),
        ({"flooded": "true"}, "give a truth value"),
        ({"code": True}, "give text or a whole number"),
    ],
)
def test_a_value_that_the_field_cannot_hold_is_refused(
    criteria: dict[str, Any], remedy: str
) -> None:
    with pytest.raises(InvalidTypeError, match=f"a shaft filtered by .*{remedy}$"):
        SHAFTS.where(**criteria)


@pytest.mark.parametrize("empty", ["", " ", ["Kazakh", ""]])
def test_an_empty_text_is_refused(empty: object) -> None:
    with pytest.raises(InvalidValueError, match="a shaft filtered by law: it is empty"):
        SHAFTS.where(law=empty)
