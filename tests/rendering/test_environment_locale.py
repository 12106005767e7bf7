"""What is written depends on the locale passed, and never on the locale of the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_WRITE = """
from decimal import Decimal
from centralasia_minerals import Currency, Measure, Money, PartialDate, Share
from centralasia_minerals.rendering.numbers import *
from centralasia_minerals.rendering.units import format_unit
for locale in ("en", "de"):
    print(ascii(format_number(Decimal("-1234567.89"), locale)))
    print(ascii(format_money(Decimal("1100000000"), "USD", locale)))
    print(ascii(format_compact_money(Decimal("1100000000"), "USD", locale)))
    print(ascii(format_fraction_as_percent(Decimal("0.705"), locale)))
    print(ascii(format_unit(Decimal("410000.5"), "mass-tonne", "t", locale)))
    print(ascii(Currency("KZT").localized(locale)))
    print(ascii(PartialDate(2025, 12).format(locale)))
print(ascii(Money.parse_localized("1.100,5", "EUR", locale="de")))
print(Money("1234567.89", "USD"), Measure("1234567.89", "tonne"), Share("0.705"))
"""

_WRITTEN = [
    "'-1,234,567.89'",
    "'$1,100,000,000.00'",
    "'$1.1B'",
    "'70.5%'",
    "'410,000.5 metric tons'",
    "'Kazakhstani Tenge'",
    "'December 2025'",
    "'-1.234.567,89'",
    r"'1.100.000.000,00\xa0$'",
    r"'1,1\xa0Mrd.\xa0$'",
    r"'70,5\xa0%'",
    r"'410.000,5\xa0Tonnen'",
    "'Kasachischer Tenge'",
    "'Dezember 2025'",
    "Money('1100.5', 'EUR')",
    "USD 1234567.89 1234567.89 tonne 70.5%",
]


@pytest.mark.parametrize("tag", ["C", "ru_RU.UTF-8", "kk_KZ.UTF-8", "ar_EG.UTF-8"])
def test_the_locale_of_the_process_changes_nothing(tag: str) -> None:
    names = ("LC_ALL", "LANG", "LANGUAGE", "LC_NUMERIC", "LC_MONETARY", "LC_TIME", "LC_CTYPE")
    environment = {**os.environ, **dict.fromkeys(names, tag)}

    there = subprocess.run(
        [sys.executable, "-W", "error", "-c", _WRITE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "" == there.stderr
    assert _WRITTEN == there.stdout.splitlines()
