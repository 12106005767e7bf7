"""Closed enumerations: members equal their own texts, differ from all others, and stay as made."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

import centralasia_minerals as cam
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.closed_enum import ClosedEnum, member_of
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.unit import Dimension, Unit


def every_enum() -> list[type[ClosedEnum]]:
    named = (getattr(cam, name) for name in cam.__all__)
    return [one for one in named if isinstance(one, type) and issubclass(one, ClosedEnum)]


ENUMS = every_enum()
MEMBERS = [member for enum in ENUMS for member in enum]


def shared_texts() -> dict[str, list[ClosedEnum]]:
    by_text: dict[str, list[ClosedEnum]] = {}
    for member in MEMBERS:
        by_text.setdefault(member.value, []).append(member)
    return {text: members for text, members in by_text.items() if len(members) > 1}


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_a_member_equals_its_own_text_and_hashes_like_it(member: ClosedEnum) -> None:
    text = "".join(list(member.value))  # equal, and another object

    assert member == text
    assert text == member
    assert (member != text) is False
    assert hash(member) == hash(text)
    assert dict.fromkeys([member], 1).get(text) == 1
    assert member in {text}


def test_stages_and_hedges_compare_with_what_a_file_says() -> None:
    deal = cam.load().deals["kz-us-tungsten"]

    assert deal.stage == "signed"
    assert deal.stage != "singed"
    assert deal.stage != "Signed"
    assert Hedge.UP_TO == "up to"
    assert deal.stage in ("agreed", "signed")


@pytest.mark.parametrize("other", ["", "nobody's", None, 0, b"signed", ("signed",), object()])
def test_what_is_nobodys_text_equals_no_member(other: object) -> None:
    assert not any(member == other for member in MEMBERS)
    assert all(member != other for member in MEMBERS)


def test_members_of_two_enumerations_differ_even_where_they_share_a_text() -> None:
    shared = shared_texts()

    assert {"failed", "cancelled", "not stated"} & shared.keys()
    for members in shared.values():
        for one, other in product(members, members):
            assert (one == other) is (one is other)
        assert len(set(members)) == len(members)


def test_a_member_of_another_enumeration_is_no_text_of_this_one() -> None:
    """Members hash like their texts, which Enum looks them up by."""
    for members in shared_texts().values():
        for one, other in product(members, members):
            if one is not other:
                assert one not in type(other)
                with pytest.raises(InvalidValueError):
                    type(other)(one)
                with pytest.raises(InvalidTypeError):
                    type(other).of(one, "a member")
                with pytest.raises(InvalidTypeError):
                    member_of([other], one, "a member")


def test_the_filters_of_totals_keep_members_of_one_text_apart() -> None:
    both: list[Any] = [cam.Stage.DONE, cam.Binding.DONE]

    assert frozenset({cam.Stage.DONE}) == Filters.of(stages=[both[0]]).stages
    with pytest.raises(InvalidTypeError):
        Filters.of(stages=[both[1]])
    assert both[0] == "done" == both[1]
    assert 2 == len({both[0]: 1, both[1]: 2})


def test_the_criteria_of_where_take_a_member_or_its_text_of_their_own_enumeration() -> None:
    deals = cam.load().deals

    assert list(deals.where(stage="signed")) == list(deals.where(stage=cam.Stage.SIGNED))
    for members in shared_texts().values():
        for member in members:
            if type(member) is not cam.Stage and type(member) is not cam.StageGroup:
                with pytest.raises((InvalidTypeError, InvalidValueError)):
                    deals.where(stage=member)


def mixed_keys() -> Iterator[tuple[str, dict[object, object]]]:
    """Yield every dictionary of the library's own modules whose keys are members."""
    import sys

    for name, module in sorted(sys.modules.items()):
        if name.startswith("centralasia_minerals"):
            for attribute, value in vars(module).items():
                if isinstance(value, dict) and any(isinstance(key, ClosedEnum) for key in value):
                    yield f"{name}.{attribute}", value


def test_no_dictionary_of_the_library_mixes_members_of_several_enumerations_or_texts() -> None:
    for name in cam.__all__:
        getattr(cam, name)
    cam.total(cam.load()).explain()

    for place, mapping in mixed_keys():
        assert 1 == len({type(key) for key in mapping}), place


@pytest.mark.parametrize("member", MEMBERS, ids=repr)
def test_copies_and_pickles_are_the_member_itself(member: ClosedEnum) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert member is pickle.loads(pickle.dumps(member, protocol))
    assert member is copy.copy(member)
    assert member is copy.deepcopy([member])[0]
    assert member is type(member)(member.value)
    assert member is type(member)(member)


def test_the_facts_of_a_unit_are_read_only() -> None:
    with pytest.raises(TypeError):
        vars(Unit.TONNE)["factor"] = 5
    with pytest.raises(TypeError):
        Unit.TONNE.__dict__["factor"] = 5
    with pytest.raises(AttributeError):
        Unit.TONNE.factor = Decimal(5)

    assert Decimal(1000000000) == Unit.TONNE.factor == vars(Unit.TONNE)["factor"]


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_nothing_is_added_to_an_enumeration_or_taken_away(enum: type[ClosedEnum]) -> None:
    first, before = next(iter(enum)), list(enum)

    for name, value in (("NEW", 1), (first.name, 1), ("__eq__", object.__ne__), ("meaning", "")):
        with pytest.raises(AttributeError, match="is closed"):
            setattr(enum, name, value)
    with pytest.raises(AttributeError):
        delattr(enum, first.name)
    members: Any = enum.__members__
    with pytest.raises(TypeError):
        members["NEW"] = first

    assert before == list(enum)


def test_a_text_that_is_none_of_the_members_is_refused_with_a_near_one() -> None:
    with pytest.raises(InvalidValueError, match="did you mean 'tonne'"):
        Unit("tone")
    with pytest.raises(InvalidValueError, match="a number of 16610 bits is of type int"):
        Dimension(10**5000)


def test_whether_a_text_is_one_of_a_member_can_be_asked() -> None:
    assert "up to" in Hedge
    assert "up to " not in Hedge
    assert 5 not in Hedge
