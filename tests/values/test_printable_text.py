"""Texts on one line: what may stand in a name or a title, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.name import LANGUAGE_TAG, Name
from centralasia_minerals.values.printable_text import fault_in_text
from centralasia_minerals.wording import legible, printable

GOOD = {
    "Persian with a joiner": "علی\u200cرضا",
    "Persian with two": "خانه\u200cهای\u200cما",
    "Sinhala with a joiner": "ශ්\u200dරී ලංකා",
    "Hindi with a joiner": "क्\u200dष",
    "a family of emoji": "👨\u200d👩\u200d👧",
    "French with a no-break space": "Sample\u00a0Metals",
    "French with a narrow one": "Sample\u202fMetals",
    "Japanese with a wide one": "山田\u3000太郎",
    "a thin space": "1\u2009000 t",
    "Kazakh": "Қазақстан Республикасы",
    "one letter": "x",
}

REFUSED = {
    "nothing": "",
    "a space before": " Sample",
    "a no-break space before": "\u00a0Sample",
    "a no-break space after": "Sample\u00a0",
    "a wide space after": "山田\u3000",
    "a line end": "Sample\nMetals",
    "a return": "Sample\rMetals",
    "the next line of IBM": "Sample\x85Metals",
    "a separator of lines": "Sample\u2028Metals",
    "a separator of paragraphs": "Sample\u2029Metals",
    "a tab": "Sample\tMetals",
    "a bell": "Sample\x07Metals",
    "delete": "Sample\x7fMetals",
    "half a character": "Sample\ud800Metals",
    "a zero-width space": "Sample\u200bMetals",
    "a word joiner": "Sample\u2060Metals",
    "a byte order mark": "\ufeffSample",
    "a byte order mark inside": "Sample\ufeffMetals",
    "a soft hyphen": "Sam\u00adple",
    "an override of direction": "Sample\u202eMetals",
    "an embedding of direction": "Sample\u202aMetals",
    "an isolate": "Sample\u2066Metals",
    "a mark of direction": "Sample\u200fMetals",
    "a character that is none": "Sample\uffffMetals",
    "an unassigned one": "Sample\u0378Metals",
    "private use": "Sample\ue000Metals",
    "a joiner at the beginning": "\u200cعلی",
    "a joiner at the end": "علی\u200c",
    "a joiner before a space": "علی\u200c رضا",
    "two joiners": "علی\u200c\u200cرضا",
    "a joiner in a script with capitals": "Sam\u200dple",
    "a joiner in Cyrillic": "Қаз\u200cақ",
    "a joiner between digits": "1\u200d2",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_a_text_that_is_seen_as_it_stands_is_accepted_unchanged(text: str) -> None:
    assert "" == fault_in_text(text)
    assert text == Name(text, "fa").text


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_text_with_something_unseen_is_refused(text: str) -> None:
    assert fault_in_text(text)
    with pytest.raises(InvalidValueError):
        Name(text)


@given(st.text(max_size=20))
def test_what_is_accepted_is_trimmed_and_holds_nothing_unseen_but_joiners(text: str) -> None:
    categories = {unicodedata.category(one) for one in text if one not in "\u200c\u200d"}

    if not fault_in_text(text):
        assert text == text.strip()
        assert text
        assert not categories & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="\u200c"))
def test_every_character_that_is_seen_may_stand_inside(character: str) -> None:
    assert "" == fault_in_text(f"a{character}b")


def test_a_message_names_the_character_and_its_place() -> None:
    with pytest.raises(InvalidValueError, match=r"has a line end \(U\+000A\) at character 6"):
        Name("Sample\nMetals")


def test_the_subclass_of_a_text_is_made_plain() -> None:
    class Loud(str):
        __slots__ = ("state",)

        def __str__(self) -> str:
            return "loud"

    name = Name(Loud("Sample"), Loud("en"))

    assert (str, str) == (type(name.text), type(name.language))
    assert ("Sample", "en") == (name.text, name.language)


@pytest.mark.parametrize(
    "tag",
    [
        "de-1996", "sl-rozaj-biske-1994", "ca-valencia", "zh-yue", "zh-cmn-Hans-CN", "kk-Latn-KZ",
        "es-419", "de-u-co-phonebk", "de-DE-u-attr-co-phonebk-t-en", "en-a-bbb-x-a-ccc",
        "x-whatever", "ru-x-press", "i-klingon", "en-GB-oed", "sgn-BE-FR", "zh-min-nan",
    ],
)  # fmt: skip
def test_every_shape_of_a_language_tag_is_accepted(tag: str) -> None:
    assert tag == Name("x", tag).language


@pytest.mark.parametrize(
    "tag",
    [
        "de-1996-1996", "en-a-bbb-a-ccc", "de-u", "de-x", "x-", "a-de", "i-nobody",
        "de-x-toolongtag",
        "en-x-\u00e9", "english", "EN", "en--US", "de-DE-DE",
    ],
)  # fmt: skip
def test_a_tag_of_no_shape_is_refused(tag: str) -> None:
    assert not LANGUAGE_TAG.fullmatch(tag)
    with pytest.raises(InvalidValueError):
        Name("x", tag)


@pytest.mark.parametrize(
    "text", ["می\u200cخواهد", "\U0001f468\u200d\U0001f469", "Sample\u00a0Metals", "10\u202f000"]
)
def test_what_may_stand_in_a_title_is_shown_as_it_is(text):
    assert "" == fault_in_text(text)
    assert text == legible(text)
    assert printable(text).isprintable()


@pytest.mark.parametrize(
    "text", ["a\u200bb", "a\u200db", "\u200cx", "x\x1b", "a\u202eb", "a\u2028b"]
)
def test_what_may_not_stand_in_a_title_is_shown_by_its_escape(text):
    assert fault_in_text(text)
    assert legible(text).isascii()
    assert legible(text) == printable(text)
