"""Links lead to a passage by words that find it alone, and are valid text fragments."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.values.page_links import (
    fault_in_address,
    fault_in_words,
    fragment_of,
    with_fragment,
    words_to_find,
)

TEXT = (
    "The bank lends up to $700 million for the mine. The mine costs $1.1 billion in all,"
    " it said, and $700 million is a loan.\nThe ministry, however, spoke of a co-operation"
    " “without end” & of trust, 50% of it : the ministry, however, did not say when."
)
# The characters that a text directive may hold as they are (WICG, TextDirectiveExplicitChar).
_EXPLICIT = re.compile(r"(?:[A-Za-z0-9!$'()*+./:;=?@_~]|%[0-9A-F]{2})+")


def found(passage: str, figure: str | None = None) -> tuple[str, ...]:
    start = TEXT.index(passage)
    return words_to_find(TEXT, start, start + len(passage), figure)


@pytest.mark.parametrize(
    ("passage", "figure", "words"),
    [
        ("The mine costs $1.1 billion in all", "$1.1 billion", ("$1.1 billion",)),
        ("The bank lends up to $700 million for the mine", "$700 million", ("to $700 million",)),
        ("and $700 million is a loan", "$700 million", ("and $700 million",)),
        ("The bank lends up to $700 million", None, ("The bank", "million")),
        ("The ministry, however, spoke of a co-operation", None, ()),
        ("spoke of a co-operation “without end” & of trust", None, ("spoke of", "of trust")),
        ("$700 million for the mine", "$700 million", ("$700 million for",)),
    ],
)
def test_the_words_are_as_few_as_find_the_passage(passage, figure, words):
    assert words == found(passage, figure)


def test_words_neither_begin_nor_end_with_a_space_where_a_colon_stands_alone():
    text = "RNS Number : 0886G  Ferro Resources Limited  04 November 2025, and then it says more."

    words = words_to_find(text, 0, text.index(","), None)

    assert "RNS Number" == words[0]


@given(st.data())
def test_words_are_short_stand_in_the_passage_and_find_it_alone(data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    passage = TEXT[start:end]
    figures = re.findall(r"\$[\d.]+ [mb]illion", passage)
    figure = data.draw(st.sampled_from([None, *figures]))

    words = words_to_find(TEXT, start, end, figure)

    assert fault_in_words(words, figure) is None
    assert all(piece in passage for piece in words)
    assert all(piece == piece.strip() for piece in words)
    bare = [piece.replace(figure or "\0", "") for piece in words]
    assert sum(len(piece.split()) for piece in bare) <= len(passage.split()) // 2
    if words:
        pattern = rf"(?<!\w){re.escape(words[0])}(?!\w)"
        assert 1 == len(re.findall(pattern, TEXT, re.IGNORECASE))


@given(st.lists(st.text(min_size=1), min_size=1, max_size=2))
def test_a_fragment_is_valid_and_says_the_words(words):
    try:
        "".join(words).encode()
    except UnicodeEncodeError:
        return
    fragment = fragment_of(tuple(words))

    assert fragment.startswith(":~:text=")
    pieces = fragment.removeprefix(":~:text=").split(",")
    assert words == [unquote(piece) for piece in pieces]
    assert all(_EXPLICIT.fullmatch(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://news.example/a", "https://news.example/a#:~:text=the%20co%2Doperation"),
        ("https://news.example/a#top", "https://news.example/a#top:~:text=the%20co%2Doperation"),
    ],
)
def test_a_link_keeps_the_address(address, link):
    assert link == with_fragment(address, ("the co-operation",))
    assert address == with_fragment(address, ())
    assert urlsplit(link).netloc == "news.example"


@pytest.mark.parametrize("address", ["https://news.example", "http://a.b/c?d=e&f=%20#g", None])
def test_the_address_of_a_page_is_taken_as_a_browser_shows_it(address):
    assert fault_in_address(address) is None


@pytest.mark.parametrize(
    "address",
    ["news.example/a", "ftp://a.b", "https://", "https://a b", 'https://a/"b', "https:///a"],
)
def test_anything_else_is_no_address(address):
    assert fault_in_address(address) is not None


@pytest.mark.parametrize(
    ("words", "figure", "fault"),
    [
        (("a", "b", "c"), None, "there are 3 pieces"),
        (("one two three four",), None, "4 words in a row, where 3 are the most"),
        (("one two three four five $1",), "$1", "5 words in a row, where 4 are the most"),
        (("one two three four", "$1"), "$1", "4 words in a row, where 3 are the most"),
    ],
)
def test_more_words_than_it_takes_are_refused(words, figure, fault):
    assert fault in fault_in_words(words, figure)
