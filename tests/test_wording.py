"""Any object is shown briefly in a message, and showing it never fails."""

from __future__ import annotations

from decimal import Decimal

import pytest

from centralasia_minerals.wording import briefly, near


class Silent:
    def __repr__(self) -> str:
        raise RuntimeError("no text")


class Endless(str):
    __slots__ = ()

    def __getitem__(self, _: object) -> str:
        raise RuntimeError("no text")


RECURSIVE: list[object] = []
RECURSIVE.append(RECURSIVE)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("tungsten", "'tungsten'"),
        (5, "5"),
        (10**5000, "a number of 16610 bits"),
        (-(10**5000), "a number of 16610 bits"),
        ([10**5000], "an object of type list"),
        (Silent(), "an object of type Silent"),
        (Endless("x"), "an object of type Endless"),
        (RECURSIVE, "[[...]]"),
        ("\ud800", r"'\ud800'"),
        ("x" * 10**6, "'" + "x" * 59),
        (Decimal("1" * 5000), "Decimal('" + "1" * 51),
    ],
    ids=lambda _: "",
)
def test_any_object_is_shown_in_at_most_sixty_characters(given: object, shown: str) -> None:
    assert shown == briefly(given)
    assert len(briefly(given)) <= 60


def test_fewer_characters_can_be_asked_for() -> None:
    assert "'tu" == briefly("tungsten", most=3)


def test_no_word_is_near_a_text_of_a_million_characters() -> None:
    assert () == near("tungsten" * 200_000, ["tungsten" * 200_000, "tungsten"])
    assert ("tungsten",) == near("tungstan", ["tungsten", "gold"])
