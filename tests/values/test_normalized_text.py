"""Passages are compared by what they say, and found wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.values.normalized_text import NormalizedText, digest_of, normalized

LETTERS = st.characters(codec="utf-8")
WORDS = st.text(st.characters(codec="utf-8", categories=["Lu", "Ll", "Nd"]), min_size=1)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("The  “cost”\r\n of it", 'The "cost" of it'),
        ("$1.1\u00a0billion", "$1.1 billion"),
        ("$50\u202fmillion\u2009more", "$50 million more"),
        ("co‑operation – now", "co-operation - now"),
        ("Uzbekistan’s ‘plan’", "Uzbekistan's 'plan'"),
        ("tung\u00adsten", "tungsten"),
        ("\ufeffA be\u200bginning", "A beginning"),
        ("e\u0301lan, ﬁnal, ½", "élan, final, 1\u20442"),
        ("«Жетісу»", '"Жетісу"'),
        (" \n\t ", ""),
    ],
)
def test_what_a_page_may_change_does_not_count(printed, plain):
    assert plain == normalized(printed)
    assert digest_of(plain) == digest_of(printed)


@given(st.text(LETTERS))
def test_normalizing_twice_changes_nothing(text):
    assert normalized(text) == normalized(normalized(text))
    assert normalized(text) == NormalizedText(text).text


@given(st.lists(WORDS, min_size=1), st.data())
def test_a_passage_of_whole_words_is_found_where_it_stands(words, data):
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    text, passage = " \n ".join(words), "\u00a0".join(words[first:last])
    start = len(" \n ".join(words[:first])) + (3 if first else 0)

    places = NormalizedText(text).places_of(digest_of(passage), len(normalized(passage)))

    assert start in [place[0] for place in places]
    assert all(normalized(text[a:b]) == normalized(passage) for a, b in places)


def test_a_passage_that_stands_twice_is_found_twice():
    text = NormalizedText("A sum. Then a sum. A  sum!")

    assert [(0, 5), (19, 25)] == list(text.places_of(digest_of("A sum"), 5))
    assert () == text.places_of(digest_of("No sum"), 6)
    assert () == text.places_of(digest_of("A sum"), 600)


def test_headings_that_run_into_a_sentence_do_not_hide_it():
    text = NormalizedText("HomeNewsThe cost is known")

    assert [(8, 16)] == list(text.places_of(digest_of("The cost"), 8))
