"""Countries are known by their names in the languages of the region, whatever CLDR has of them."""

from __future__ import annotations

import babel
import pytest

from centralasia_minerals.dataset.spelling.country_names import names_of_countries
from centralasia_minerals.entities.country import country_codes


def called(code: str) -> set[str]:
    return {one.name for one in names_of_countries()[code]}


def test_every_country_has_its_english_name_first() -> None:
    english = babel.Locale("en").territories

    assert country_codes() == names_of_countries().keys()
    assert all(english[code] == known[0].name for code, known in names_of_countries().items())


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CN", {"Китай", "Chine", "中国", "CHN"}),
        ("US", {"United States", "USA", "США"}),
        ("GB", {"United Kingdom", "UK", "GBR"}),
        ("KZ", {"Қазақстан", "Казахстан", "KAZ"}),
        ("UZ", {"Oʻzbekiston", "Узбекистан", "UZB"}),
    ],
)
def test_a_country_has_names_in_several_languages_and_other_codes(
    code: str, names: set[str]
) -> None:
    assert names <= called(code)


def test_no_name_stands_for_a_state_that_no_longer_is_one() -> None:
    """CLDR lists SU as an alias of fifteen states."""
    assert not any("SU" in called(code) for code in country_codes())


def test_a_release_of_cldr_may_lack_a_language_or_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = babel.Locale.parse

    class Shorter:
        def __init__(self) -> None:
            self.territories = {"KZ": "Gazagystan"}

    def parse_less(locale: str) -> object:
        if locale == "kk":
            raise babel.UnknownLocaleError(locale)
        return Shorter() if locale == "tk" else parse(locale)

    monkeypatch.setattr(babel.Locale, "parse", parse_less)
    known = names_of_countries.__wrapped__()

    assert "Gazagystan" in {one.name for one in known["KZ"]}
    assert "Қытай" not in {one.name for one in known["CN"]}
    assert country_codes() == known.keys()
