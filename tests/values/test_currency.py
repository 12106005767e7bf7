"""Currencies: the codes of ISO 4217 that are or were legal tender, and no other."""

from __future__ import annotations

from typing import ClassVar

import pytest
from skeleton import ValueTypeRules

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.currency import Currency


class TestCurrencyIsAValue(ValueTypeRules):
    builds: ClassVar = {
        "Currency('KZT')": {"code": "KZT"},
        "Currency(code='USD')": {"code": "USD"},
    }
    unequal: ClassVar = ("Currency('USD')", "Currency('EUR')", "Currency('KZT')")
    equal: ClassVar = (("Currency('UZS')", "Currency('UZS')"),)
    refused: ClassVar = {
        "Currency()": TypeError,
        "Currency(None)": InvalidTypeError,
        "Currency(840)": InvalidTypeError,
        "Currency(b'USD')": InvalidTypeError,
        "Currency(['USD'])": InvalidTypeError,
        "Currency(Currency('USD'))": InvalidTypeError,
        "Currency('')": InvalidValueError,
        "Currency('US')": InvalidValueError,
        "Currency('USDD')": InvalidValueError,
        "Currency('usd')": InvalidValueError,
        "Currency(' USD')": InvalidValueError,
        "Currency('USD\\n')": InvalidValueError,
        "Currency('$')": InvalidValueError,
        "Currency('dollar')": InvalidValueError,
        "Currency('ＵＳＤ')": InvalidValueError,
        "Currency('ABC')": InvalidValueError,
    }


@pytest.mark.parametrize("code", ["KZT", "KGS", "TJS", "TMT", "UZS"])
def test_the_five_central_asian_currencies_are_current(code: str) -> None:
    assert code == str(Currency(code))


@pytest.mark.parametrize("code", ["XTS", "XXX"])
def test_a_test_code_is_refused(code: str) -> None:
    with pytest.raises(
        InvalidValueError, match=f"'{code}' is not a currency code that was ever tender"
    ):
        Currency(code)


@pytest.mark.parametrize("code", ["XAU", "XAG", "XPT", "XDR", "CHE", "USN", "CLF"])
def test_a_metal_or_a_fund_is_no_currency(code: str) -> None:
    with pytest.raises(InvalidValueError):
        Currency(code)


def test_a_miss_suggests_a_near_code() -> None:
    with pytest.raises(InvalidValueError) as caught:
        Currency("usd")

    assert "did you mean 'USD'" in str(caught.value)


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("en", "Kazakhstani Tenge"),
        ("ru", "казахский тенге"),
        ("kk", "Қазақстан теңгесі"),
        ("ky", "Казакстан теңгеси"),
        ("uz", "Qozog‘iston tengesi"),
        ("fr", "tenge kazakh"),
        ("zh", "哈萨克斯坦坚戈"),
    ],
)
def test_the_tenge_has_a_name_in_each_language(locale: str, name: str) -> None:
    assert name == Currency("KZT").localized(locale)
