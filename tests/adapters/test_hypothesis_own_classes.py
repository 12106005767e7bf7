"""Classes of users with fields of our types, which hypothesis draws as well."""

import dataclasses
from typing import Any, NamedTuple

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import centralasia_minerals as cam

pydantic = pytest.importorskip("pydantic")


@attrs.frozen
class OfAttrs:
    price: cam.Money
    deal: cam.Deal
    by: cam.Official
    more: tuple[cam.Stated[cam.Money], ...] = ()


@dataclasses.dataclass(frozen=True)
class OfDataclasses:
    price: cam.Money
    deal: cam.Deal
    by: cam.Official
    more: tuple[cam.Stated[cam.Money], ...] = ()


class OfTyping(NamedTuple):
    price: cam.Money
    deal: cam.Deal
    by: cam.Official
    more: tuple[cam.Stated[cam.Money], ...] = ()


class OfPydantic(pydantic.BaseModel):  # type: ignore[name-defined]  # it may be missing
    price: cam.Money
    deal: cam.Deal
    by: cam.Official
    more: tuple[cam.Stated[cam.Money], ...] = ()


@pytest.mark.parametrize("way", [st.builds, st.from_type])
@pytest.mark.parametrize("cls", [OfAttrs, OfDataclasses, OfTyping, OfPydantic])
def test_your_own_classes_are_drawn_with_fields_of_our_types(cls: Any, way: Any) -> None:
    @settings(max_examples=10, database=None, deadline=None)
    @given(way(cls))
    def draws(one: Any) -> None:
        assert type(one) is cls
        assert isinstance(one.price, cam.Money)
        assert isinstance(one.deal, cam.Deal)
        assert isinstance(one.by, cam.Official)
        assert all(isinstance(stated.value, cam.Money) for stated in one.more)

    draws()


def test_your_own_strategy_of_one_of_our_types_is_used() -> None:
    price = cam.Money(5, "KZT")
    with_own = {"price": st.just(price)}

    @settings(max_examples=5, database=None, deadline=None)
    @given(st.builds(OfAttrs, **with_own))
    def draws(one: OfAttrs) -> None:
        assert price == one.price

    draws()


@settings(max_examples=10)
@given(st.builds(OfPydantic))
def test_a_model_that_is_drawn_can_be_kept_as_json(model: Any) -> None:
    assert model == OfPydantic.model_validate_json(model.model_dump_json())
