"""Two spellings are the same if they differ only in what may be left out; letters stay letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.dataset.spelling.words import folded, words_in

APOSTROPHES = (
    "'\u2018\u2019\u201b`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u2032\uff07"
)
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
SPACES = " \u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000\t"
# Letters of some Cyrillic alphabet that Unicode takes apart into a letter and a sign.
CYRILLIC_LETTERS = [
    chr(code)
    for code in range(0x400, 0x530)
    if unicodedata.decomposition(chr(code)) and chr(code).lower() not in {"ё", "ѐ", "ѝ"}
]


@pytest.mark.parametrize(
    "spellings",
    [
        ["Işık", "ışık", "IŞIK", "işık", "İŞIK", "isik"],
        ["Gulʹnara", "Gul'nara", "Gul’nara", "Gulʻnara", "GULʼNARA"],
        ["ʿAbdullāh", "'Abdullah", "‘Abdullāh", "Abdullah"],
        ["Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "O`ZBEKISTON"],
        ["Tau-Ken Samruk", "tau ken samruk", "Tau‑Ken\u00a0Samruk", "TAU–KEN SAMRUK"],
        ["Ёлка", "елка", "ЕЛКА", "ёлка"],
        ["José Muñoz", "jose munoz", "JOSE\u0301 MUN\u0303OZ"],
        ["Straße", "STRASSE", "strasse", "STRAẞE"],
        ["ＫＺ", "KZ", "kz"],
        ["Мирзиёев", "МИРЗИЕЕВ", "Мирзие\u0308ев", "Мирзи\u00adёев", "Мирзиёе\u0301в"],
        ["Ἀθῆναι", "ΑΘΗΝΑΙ", "αθηναι"],
        ["ÇALIŞKAN", "çalışkan", "Caliskan"],
        ["علی\u200cرضا", "علی رضا"],
    ],
)
def test_spellings_that_differ_in_what_may_be_left_out_are_the_same(spellings: list[str]) -> None:
    assert 1 == len(set(map(words_in, spellings))), list(map(words_in, spellings))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Руйский", "Руиский"),
        ("Ўзбек", "Узбек"),
        ("Київ", "Киів"),
        ("ӣ", "и"),
        ("Қазақ", "Казак"),
        ("ғ", "г"),
        ("Ѓорѓи", "Горги"),
        ("Ќе", "Ке"),
        ("か", "が"),
        ("한국", "하국"),
        ("Gul'nara", "Gulnara"),
        ("Tau Ken", "TauKen"),
    ],
)
def test_letters_of_their_own_are_not_folded_into_others(one: str, other: str) -> None:
    assert words_in(one) != words_in(other)
    assert words_in(unicodedata.normalize("NFD", one)) == words_in(one)


@pytest.mark.parametrize("letter", CYRILLIC_LETTERS)
def test_no_cyrillic_letter_with_a_sign_is_the_one_without(letter: str) -> None:
    assert folded(letter) != folded(unicodedata.normalize("NFD", letter)[0])


@given(st.sampled_from(APOSTROPHES), st.sampled_from(APOSTROPHES))
def test_all_kinds_of_apostrophe_are_one(one: str, other: str) -> None:
    assert words_in(f"Gul{one}nara {one}Abd") == words_in(f"Gul{other}nara {other}Abd")


@given(st.sampled_from(DASHES + SPACES), st.sampled_from(DASHES + SPACES))
def test_dashes_and_spaces_of_every_kind_part_words_alike(one: str, other: str) -> None:
    assert ("tau", "ken") == words_in(f"Tau{one}Ken") == words_in(f"Tau{other}Ken")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(text) == folded(folded(text))
    assert words_in(text) == words_in(" ".join(words_in(text)))


@given(st.text())
def test_the_form_of_unicode_makes_no_difference(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        assert words_in(text) == words_in(unicodedata.normalize(form, text))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_case_makes_no_difference(text: str) -> None:
    assert words_in(text) == words_in(text.upper()) == words_in(text.casefold())


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1)
)
def test_a_plain_word_stays_itself_but_for_case(word: str) -> None:
    assert (word.lower(),) == words_in(word)
