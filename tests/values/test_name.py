"""Names: to the letter as sources spell them, and nothing invisible in them."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from hypothesis import given, strategies as st
from skeleton import ValueTypeRules, refused

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.name import Name, NameKind


class TestNameIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Name('Tau-Ken Samruk')": {
            "text": "Tau-Ken Samruk",
            "language": "en",
            "kind": NameKind.ALTERNATIVE,
        },
        "Name('Қазақстан', 'kk', NameKind.LEGAL)": {
            "text": "Қазақстан",
            "language": "kk",
            "kind": NameKind.LEGAL,
        },
        "Name('Qasym-Zhomart Toqaev', 'kk-Latn', NameKind.TRANSLITERATION)": {
            "language": "kk-Latn",
            "kind": NameKind.TRANSLITERATION,
        },
        "Name('哈萨克斯坦', 'zh-Hans-CN')": {"language": "zh-Hans-CN"},
        "Name('O‘zbekiston', 'uz-Latn-UZ')": {"text": "O‘zbekiston"},
        "Name('Кыргызстан', 'ky-417')": {"language": "ky-417"},
        "Name('Toqaev', 'kk-Latn-baku1926')": {"language": "kk-Latn-baku1926"},
    }
    unequal: ClassVar = (
        "Name('Cove Kaz')",
        "Name('Cove Kaz', 'en', NameKind.LEGAL)",
        "Name('Cove Kaz', 'kk-Latn')",
        "Name('cove kaz')",
        "Name('Upper Kairakty')",
        "Name('Верхнее Кайракты', 'ru', NameKind.TRANSLATION)",
    )
    equal: ClassVar = (
        ("Name('Cove Kaz')", "Name('Cove Kaz', 'en', NameKind.ALTERNATIVE)"),
        ("Name(text='Cove Kaz')", "Name('Cove Kaz', kind=NameKind('alternative'))"),
    )
    refused: ClassVar = {
        "Name()": TypeError,
        "Name(None)": InvalidTypeError,
        "Name(5)": InvalidTypeError,
        "Name(b'Cove Kaz')": InvalidTypeError,
        "Name(['Cove Kaz'])": InvalidTypeError,
        "Name('')": InvalidValueError,
        "Name(' ')": InvalidValueError,
        "Name(' Cove Kaz')": InvalidValueError,
        "Name('Cove Kaz ')": InvalidValueError,
        "Name('Cove Kaz\\n')": InvalidValueError,
        "Name('Cove\\nKaz')": InvalidValueError,
        "Name('Cove\\tKaz')": InvalidValueError,
        "Name('Cove\\x00Kaz')": InvalidValueError,
        "Name('Cove\\x1b[31mKaz')": InvalidValueError,
        "Name('Cove\\x7fKaz')": InvalidValueError,
        "Name('Cove\\u200bKaz')": InvalidValueError,
        "Name('Cove\\u202eKaz')": InvalidValueError,
        "Name('\\ufeffCove Kaz')": InvalidValueError,
        "Name('Cove\\u2028Kaz')": InvalidValueError,
        "Name('\\ud800')": InvalidValueError,
        "Name('Toka\\u0301ev')": InvalidValueError,
        "Name('Кайракты\\u0438\\u0306')": InvalidValueError,
        "Name('\\u212b')": InvalidValueError,
        "Name('Cove Kaz', None)": InvalidTypeError,
        "Name('Cove Kaz', 5)": InvalidTypeError,
        "Name('Cove Kaz', '')": InvalidValueError,
        "Name('Cove Kaz', 'e')": InvalidValueError,
        "Name('Cove Kaz', 'EN')": InvalidValueError,
        "Name('Cove Kaz', 'english')": InvalidValueError,
        "Name('Cove Kaz', 'kk_Latn')": InvalidValueError,
        "Name('Cove Kaz', 'kk-latn')": InvalidValueError,
        "Name('Cove Kaz', 'kk-kz')": InvalidValueError,
        "Name('Cove Kaz', 'kk-')": InvalidValueError,
        "Name('Cove Kaz', 'en\\n')": InvalidValueError,
        "Name('Cove Kaz', 'ён')": InvalidValueError,
        "Name('Cove Kaz', 'en', 'legal')": InvalidTypeError,
        "Name('Cove Kaz', 'en', None)": InvalidTypeError,
    }


class TestNameKindIsAValue(ValueTypeRules):
    builds: ClassVar = {"NameKind('legal')": {"value": "legal", "name": "LEGAL"}}
    unequal: ClassVar = tuple(f"NameKind({kind.value!r})" for kind in NameKind)
    equal: ClassVar = (("NameKind('former')", "NameKind.FORMER"),)
    refused: ClassVar = {
        "NameKind('nickname')": ValueError,
        "NameKind('LEGAL')": ValueError,
        "NameKind(None)": ValueError,
    }


def test_the_kinds_of_name_are_those_of_the_design() -> None:
    assert {"legal", "transliteration", "translation", "former", "alternative"} == {
        kind.value for kind in NameKind
    }


def test_a_name_is_written_as_its_text() -> None:
    assert "Tau-Ken Samruk" == str(Name("Tau-Ken Samruk"))


@given(st.text(st.characters(categories=["L", "M", "N", "P"]), min_size=1, max_size=12))
def test_a_name_keeps_its_spelling_or_is_refused(text: str) -> None:
    if unicodedata.is_normalized("NFC", text):
        assert text == Name(text, "kk").text
    else:
        with refused(InvalidValueError):
            Name(text, "kk")


@given(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]))
def test_no_character_that_cannot_be_seen_gets_into_a_name(unseen: str) -> None:
    with refused(InvalidValueError):
        Name(f"Cove{unseen}Kaz")
