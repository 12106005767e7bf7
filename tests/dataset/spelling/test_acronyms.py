"""Initials stand for a name, and so do beginnings of its words side by side; others do not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.dataset.spelling.acronyms import letters_of, stands_for
from centralasia_minerals.dataset.spelling.words import words_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EXIM", "US Export-Import Bank"),
        ("exim", "Export–Import Bank of the United States"),
        ("USEXIM", "US Export-Import Bank"),
        ("WTO", "World Trade Organization"),
        ("W.T.O.", "World Trade Organization"),
        ("U.S.", "United States"),
        ("U. S.", "United States"),
        ("US", "United States"),
        ("UAE", "United Arab Emirates"),
        ("CSIS", "Center for Strategic and International Studies"),
        ("CFSAIS", "Center for Strategic and International Studies"),
        ("UNGA", "UN General Assembly"),
        ("EU", "European Union"),
    ],
)
def test_an_acronym_stands_for_a_name(text: str, name: str) -> None:
    assert stands_for(letters_of(text), words_in(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EXI", "US Export-Import Bank"),
        ("EIMX", "US Export-Import Bank"),
        ("WT", "World Trade Organization"),
        ("WTOX", "World Trade Organization"),
        ("B", "Boeing"),
        ("boe", "Boeing"),
        ("gold", "gold"),
        ("u s", "United States"),
        ("", "United States"),
        ("...", "United States"),
        ("a very long text indeed", "United States"),
    ],
)
def test_what_is_no_acronym_of_a_name_does_not_stand_for_it(text: str, name: str) -> None:
    assert not stands_for(letters_of(text), words_in(name))


@given(st.lists(st.text("bcdghjkmnpqrstuvwxyz", min_size=4, max_size=9), min_size=2, max_size=8))
def test_the_initials_of_any_name_stand_for_it(words: list[str]) -> None:
    initials = "".join(word[0] for word in words)

    assert stands_for(letters_of(initials.upper()), tuple(words))
    assert not stands_for(f"{initials}ă", tuple(words))
