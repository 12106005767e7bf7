"""The rules that every value type passes; a test class says only what is particular to its type.

Examples are Python text, so that another process can build the same value from nothing.
"""

from __future__ import annotations

import copy
import operator
import os
import pickle
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from itertools import combinations
from typing import ClassVar, TypeAlias

import attrs
import pytest

import centralasia_minerals.values as values_floor
from centralasia_minerals.errors import CentralAsiaMineralsError
from centralasia_minerals.values.closed_enum import ClosedEnum

Errors: TypeAlias = type[Exception] | tuple[type[Exception], ...]

ORDERINGS = (operator.lt, operator.le, operator.gt, operator.ge)

# Built from text over there, each value must equal the one that travelled, hash and all.
_OTHER_PROCESS = """
import pickle, pkgutil, sys
from importlib import import_module
import centralasia_minerals.values as floor
received = pickle.load(sys.stdin.buffer)
names = {}
for module in pkgutil.iter_modules(floor.__path__):
    names |= vars(import_module(f"{floor.__name__}.{module.name}"))
for text, value in received:
    built = eval(text, dict(names))
    if value != built or hash(value) != hash(built) or value not in {built}:
        sys.exit(f"{text} arrived as {value!r}")
sys.stdout.buffer.write(pickle.dumps([value for _, value in received]))
"""


def _names_of_the_floor() -> dict[str, object]:
    names: dict[str, object] = {}
    for module in pkgutil.iter_modules(values_floor.__path__):
        names |= vars(import_module(f"{values_floor.__name__}.{module.name}"))
    return names


_NAMES = {
    **_names_of_the_floor(),
    "Decimal": Decimal,
    "Fraction": Fraction,
    "date": date,
    "datetime": datetime,
}


def build(text: str) -> object:
    """Evaluate an example with the names of the values floor and of the standard numbers."""
    return eval(text, dict(_NAMES))


@contextmanager
def refused(error: Errors) -> Iterator[None]:
    """Expect an error; one of this library's own is lower case and has no full stop."""
    with pytest.raises(error) as caught:
        yield
    if isinstance(caught.value, CentralAsiaMineralsError):
        message = str(caught.value)
        assert message[:1] == message[:1].lower()
        assert not message.endswith(".")


class ValueTypeRules:
    """What is true of every value type.

    Attributes:
        builds: example text, and the attributes that it must have.
        unequal: examples of which no two are equal, in ascending order where there is one.
        equal: pairs of spellings of one value.
        refused: text that must raise, and the error that it raises.
        is_ordered: whether the domain has an order for this type.
        has_pasted_repr: whether the repr is Python text; a short summary in <> otherwise.
    """

    builds: ClassVar[dict[str, dict[str, object]]]
    unequal: ClassVar[tuple[str, ...]]
    equal: ClassVar[tuple[tuple[str, str], ...]]
    refused: ClassVar[dict[str, Errors]]
    is_ordered: ClassVar[bool] = False
    has_pasted_repr: ClassVar[bool] = True

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        for argument, texts in (
            ("built", self.builds),
            ("same", self.equal),
            ("bad", self.refused),
        ):
            if argument in metafunc.fixturenames:
                metafunc.parametrize(argument, list(texts), ids=ascii)

    def test_it_builds(self, built: str) -> None:
        value = build(built)

        found = {name: getattr(value, name) for name in self.builds[built]}
        assert self.builds[built] == found
        assert [type(part) for part in self.builds[built].values()] == [
            type(part) for part in found.values()
        ]

    def test_it_refuses(self, bad: str) -> None:
        with refused(self.refused[bad]):
            build(bad)

    def test_equal_values_have_equal_hashes(self, same: tuple[str, str]) -> None:
        one, other = map(build, same)

        assert one == other
        assert (one != other) is False
        assert hash(one) == hash(other)
        assert len({one, other}) == 1

    def test_unequal_values_differ_in_hash_too(self) -> None:
        values = [build(text) for text in self.unequal]

        for one, other in combinations(values, 2):
            assert one != other, (one, other)
            assert (one == other) is False, (one, other)
            assert hash(one) != hash(other), (one, other)

    def test_it_equals_nothing_of_another_type(self) -> None:
        for value in map(build, self.unequal):
            others = [object(), None, 0, "", Decimal(1), repr(value)]
            # Members of a closed enumeration equal their own text, and nothing else.
            if not isinstance(value, ClosedEnum):
                others.append(str(value))
            for other in others:
                assert value != other
                assert (value == other) is False

    def test_it_has_an_order_only_where_the_domain_has_one(self) -> None:
        values = [build(text) for text in self.unequal]

        for lower, higher in combinations(values, 2):
            if self.is_ordered:
                assert lower < higher, (lower, higher)
                assert lower <= higher, (lower, higher)
                assert higher > lower, (lower, higher)
                assert higher >= lower, (lower, higher)
                assert not higher < lower, (lower, higher)
                assert not higher <= lower, (lower, higher)
            else:
                for compare in ORDERINGS:
                    with pytest.raises(TypeError):
                        compare(lower, higher)

    def test_a_value_is_neither_below_nor_above_its_equal(self, same: tuple[str, str]) -> None:
        one, other = map(build, same)

        if self.is_ordered:
            assert [False, True, False, True] == [compare(one, other) for compare in ORDERINGS]
        else:
            for compare in ORDERINGS:
                with pytest.raises(TypeError):
                    compare(one, other)

    def test_it_is_never_ordered_beside_another_type(self) -> None:
        for value in map(build, self.unequal):
            for compare in ORDERINGS:
                with pytest.raises(TypeError):
                    compare(value, 1)

    def test_its_repr_can_be_pasted_or_is_a_short_summary(self) -> None:
        for value in map(build, self.unequal):
            if self.has_pasted_repr:
                assert value == build(repr(value))
            else:
                assert repr(value).startswith(f"<{type(value).__name__}.")
                assert repr(value).endswith(">")
            assert len(repr(value)) < 120

    def test_no_attribute_can_be_assigned_or_deleted(self) -> None:
        for value in map(build, self.unequal):
            for name in _attribute_names(value):
                with pytest.raises(AttributeError):
                    setattr(value, name, getattr(value, name))
                with pytest.raises(AttributeError):
                    delattr(value, name)

    def test_no_attribute_can_be_added(self) -> None:
        for value in map(build, self.unequal):
            with pytest.raises(AttributeError):
                setattr(value, "remark", "seen in Astana")

    def test_nothing_that_a_value_has_changes_it(self) -> None:
        values = [build(text) for text in self.unequal]
        said = [repr(value) for value in values]

        for value, other in combinations(values, 2):
            assert not hasattr(value, "__setstate__")
            assert not hasattr(value, "__attrs_init__")
            value.__init__(*attrs.astuple(other) if attrs.has(type(other)) else ())
            if hasattr(value, "__dict__"):
                with pytest.raises(TypeError):
                    vars(value)["meaning"] = "nothing"

        assert said == [repr(value) for value in values]

    def test_it_is_laid_out_as_its_text_is(self) -> None:
        for value in map(build, self.unequal):
            assert str(value) == f"{value}"
            assert str(value).rjust(90) == f"{value:>90}"
            with pytest.raises(ValueError):
                f"{value:.2f}"

    def test_it_holds_no_mutable_container(self) -> None:
        for value in map(build, self.unequal):
            for name in _attribute_names(value):
                hash(getattr(value, name))

    def test_copies_are_equal(self) -> None:
        for value in map(build, self.unequal):
            for duplicate in (copy.copy(value), copy.deepcopy(value)):
                assert value == duplicate
                assert hash(value) == hash(duplicate)
                assert type(value) is type(duplicate)

    def test_every_pickle_protocol_gives_an_equal_value(self) -> None:
        for value in map(build, self.unequal):
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                arrived = pickle.loads(pickle.dumps(value, protocol))
                assert value == arrived
                assert hash(value) == hash(arrived)
                assert repr(value) == repr(arrived)

    def test_a_process_with_another_hash_seed_receives_an_equal_value(self) -> None:
        values = [build(text) for text in self.unequal]
        seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"

        there = subprocess.run(
            [sys.executable, "-c", _OTHER_PROCESS],
            input=pickle.dumps(list(zip(self.unequal, values, strict=True))),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )

        assert (0, b"") == (there.returncode, there.stderr)
        assert values == pickle.loads(there.stdout)


def _attribute_names(value: object) -> list[str]:
    """List the fields of a class of attrs, or what a member of an enum carries."""
    if attrs.has(type(value)):
        return [field.name for field in attrs.fields(type(value))]
    return ["name", "value", *(name for name in vars(value) if not name.startswith("_"))]
