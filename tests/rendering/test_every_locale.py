"""What holds in every locale that babel has, whatever its release of CLDR."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

import pytest
from babel import Locale, localedata

from centralasia_minerals.entities.country import Country
from centralasia_minerals.errors import InvalidValueError, UnknownLocaleError
from centralasia_minerals.rendering import numbers
from centralasia_minerals.rendering.localized_digits import parse_localized_number
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share
from centralasia_minerals.values.unit import Unit

LOCALES = sorted(localedata.locale_identifiers())
AMOUNT = Money("-1234567.5", "KZT")
KAZAKHSTAN = Country(id="KZ", names=(Name("Kazakhstan"),))
UNITS = [Measure("1234567.5", unit) for unit in Unit]
EDTF = ("2025", "2025-11", "2025-11-06", "0009-01~", "2026-33", "2026-36?", "2024~/2026-34")
DATES = [PartialDate.parse(text) for text in EDTF]

WRITERS: dict[str, Callable[[str], object]] = {
    "the name of a country": KAZAKHSTAN.localized,
    "the name of a currency": Currency("KZT").localized,
    "the name of a currency of old": Currency("SUR").localized,
    "an amount": AMOUNT.format,
    "an amount of old": Money(5, "DEM").format,
    "a compact amount": AMOUNT.compact,
    "a rounded compact amount": lambda tag: AMOUNT.compact(tag, fraction_digits=1),
    "an amount in words": lambda tag: numbers.format_money_in_words(Decimal(10**9), "USD", tag),
    "an odd amount in words": lambda tag: numbers.format_money_in_words(Decimal(3), "KGS", tag),
    "a number": lambda tag: numbers.format_number(Decimal("-1234567.5"), tag),
    "a share": Share("0.705").format,
    "measures": lambda tag: " ".join(measure.format(tag) for measure in UNITS),
    "dates": lambda tag: " ".join(date.format(tag) for date in DATES),
    "a list": lambda tag: numbers.joined(["a", "b", "c"], tag),
}


# Thirty units in every locale; the run that leaves slow tests out writes them in some locales.
SLOW = {"measures": pytest.mark.slow}


@pytest.mark.parametrize(
    "write", [pytest.param(one, id=what, marks=SLOW.get(what, ())) for what, one in WRITERS.items()]
)
def test_it_is_written_or_the_locale_is_said_to_lack_it(write: Callable[[str], object]) -> None:
    written, lacking = [], []
    for tag in LOCALES:
        try:
            written.append(write(tag))
        except UnknownLocaleError as error:
            lacking.append((tag, str(error)))

    assert all(written)
    assert len(written) > 500
    assert all(tag in message for tag, message in lacking)


def test_a_country_without_a_name_in_a_language_is_written_by_its_code() -> None:
    nameless = [tag for tag in LOCALES if "KZ" not in Locale.parse(tag).territories]

    assert all("KZ" == KAZAKHSTAN.localized(tag) for tag in nameless)
    assert KAZAKHSTAN.localized("uz-Arab")


def grouping(tag: str, pattern: str) -> tuple[str, str]:
    """Give the signs and the regular expression of a number, read from the pattern itself."""
    locale = Locale.parse(tag)
    own, latin = (
        locale.number_symbols[system] for system in (locale.default_numbering_system, "latn")
    )
    group = own.get("group") or latin.get("group", ",")
    point = own.get("decimal") or latin.get("decimal", ".")
    number = re.search(r"[#0,]+(?=\.|[^#0,]|$)", pattern)
    assert number is not None
    sizes = [len(part) for part in number[0].split(",")[1:]]
    sign = re.escape(group)
    if not sizes:
        return point, r"\d+"
    first, others = sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1]
    return point, rf"\d{{1,{others}}}({sign}\d{{{others}}})*{sign}\d{{{first}}}|\d{{1,{first}}}"


WHOLES = ["5", "1234", "99999", "1234567", "1100000000", "9" * 34]


@pytest.mark.parametrize("whole", WHOLES)
def test_every_locale_groups_as_its_pattern_says(whole: str) -> None:
    for tag in LOCALES:
        point, expected = grouping(tag, Locale.parse(tag).decimal_formats[None].pattern)
        for places in ("", "25"):
            figure = Decimal(f"{whole}.{places}" if places else whole)
            written = numbers.format_number(figure, tag)
            end = rf"{re.escape(point)}\d\d" if places else ""

            assert re.fullmatch(f"({expected}){end}", written), (tag, written)
            digits = filter(str.isdigit, written)
            assert whole + places == "".join(str(unicodedata.digit(one)) for one in digits), tag


@pytest.mark.parametrize("whole", WHOLES)
def test_every_locale_groups_amounts_as_its_pattern_says(whole: str) -> None:
    for tag in LOCALES:
        pattern = Locale.parse(tag).currency_formats["standard"].pattern.partition(";")[0]
        point, expected = grouping(tag, pattern)
        written = digits_in(Money(whole, "CHF").format(tag))

        assert re.fullmatch(rf"({expected})({re.escape(point)}\d\d)?", written), (tag, written)


def test_the_swiss_group_throughout() -> None:
    swiss = ["de-CH", "en-CH", "gsw", "it-CH"]

    for tag in swiss:
        for written in (
            Money("1100000000", "CHF").format(tag),
            Measure("1100000000", "tonne").format(tag),
            numbers.format_number(Decimal("1100000000"), tag),
            numbers.format_money_in_words(Decimal("1234567"), "CHF", tag),
        ):
            assert re.search(r"1[’']100[’']000[’']000|1[’']234[’']567", written), (tag, written)


def digits_in(written: str) -> str:
    """Give the number in a text, without a sign of a currency or of direction around it."""
    found = re.search(r"\d([^\w]|\d)*(?<=\d)", written)
    assert found is not None, written
    return found[0]


FIGURES = ["0", "5", "1234", "-1234.5", "99999.25", "1234567", "-1100000000.75", "0.001", "9" * 34]


def test_what_is_written_is_read_in_every_locale() -> None:
    for tag in LOCALES:
        for figure in map(Decimal, FIGURES):
            written = numbers.format_number(figure, tag)

            assert figure == parse_localized_number(written, tag), (tag, written)


def test_the_digits_of_an_amount_are_read_in_every_locale() -> None:
    for tag in LOCALES:
        for text in FIGURES:
            amount = abs(Money(text, "USD"))
            digits = digits_in(amount.format(tag))

            assert amount == Money.parse_localized(digits, "USD", locale=tag), (tag, digits)


def test_the_digits_of_every_script_that_a_locale_uses_are_read() -> None:
    """The zero of a script is sought by name, not in the table that is tested."""
    zeros = {"arab": "٠", "arabext": "۰", "deva": "०", "beng": "০", "mymr": "၀", "tibt": "༠",
             "khmr": "០", "thai": "๐", "guru": "੦", "gujr": "૦", "orya": "୦", "tamldec": "௦",
             "telu": "౦", "knda": "೦", "mlym": "൦", "laoo": "໐", "nkoo": "߀", "olck": "᱐",
             "mtei": "꯰", "cakm": "𑄶", "adlm": "𞥐", "hmnp": "𞅀"}  # fmt: skip
    for tag in LOCALES:
        locale = Locale.parse(tag)
        system = locale.default_numbering_system
        symbols = locale.number_symbols.get(system) or locale.number_symbols["latn"]
        latin = locale.number_symbols["latn"]
        point = symbols.get("decimal") or latin.get("decimal")
        if system != "latn":
            zero = zeros[system]
            assert unicodedata.name(zero).endswith(("ZERO", "ZERO DIGIT")), system
            one, five = chr(ord(zero) + 1), chr(ord(zero) + 5)

            read = parse_localized_number(f"{one}{zero}{point}{five}", tag)
            assert Decimal("10.5") == read, tag


@pytest.mark.parametrize(
    ("text", "locale", "read"),
    [
        ("1 100 000,50", "ru", "1100000.50"),
        ("1\u00a0100\u00a0000,50", "ru", "1100000.50"),
        ("1\u2009100\u2009000,50", "ru", "1100000.50"),
        ("1\u202f100\u202f000,50", "ru", "1100000.50"),
        ("1\u00a0100,50", "fr", "1100.50"),
        ("1 100,50", "fr", "1100.50"),
        ("1'100'000.50", "de-CH", "1100000.50"),
        ("1’100’000.50", "de-CH", "1100000.50"),
        ("1'100", "it-CH", "1100"),
        ("1,10,00,000.50", "en-IN", "11000000.50"),
        ("١٬١٠٠٫٥٠", "ar-EG", "1100.50"),
        ("۱٬۱۰۰٫۵۰", "fa", "1100.50"),
        ("१,१००.५", "mr", "1100.5"),
        ("-1\u00a0100,5", "ru", "-1100.5"),
        ("−1\u00a0100,5", "ru", "-1100.5"),
        ("\u200e-1100.5", "he", "-1100.5"),
        ("1.100,50", "de-AT", "1100.50"),
        ("0100", "en", "100"),
        ("1100000,50", "ru", "1100000.50"),
    ],
)
def test_what_people_write_is_read(text: str, locale: str, read: str) -> None:
    assert f"USD {read}" == str(Money.parse_localized(text, "USD", locale=locale))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("1 10 000", "ru"),
        ("1 100 00", "ru"),
        ("1 1000", "ru"),
        ("1 100\u00a0000", "ru"),
        ("1  100", "ru"),
        (" 1 100", "ru"),
        ("1 100 ", "ru"),
        ("1.100,50", "ru"),
        ("1,100,50", "ru"),
        ("1 100", "en"),
        ("1 100,50", "de"),
        ("1'100", "en"),
        ("1`100", "de-CH"),
        ("1'100’000", "de-CH"),
        ("1.5", "de"),
        ("1,5", "en"),
        ("0 100", "ru"),
        ("1,00,00", "en-IN"),
        ("١٬١٠٠٫٥٠", "en"),
        ("1٬100", "ar-EG"),
        ("١100", "ar-EG"),
        ("1 100,", "ru"),
        (",50", "ru"),
        ("--5", "en"),
        ("+5", "en"),
        ("5-", "en"),
        ("1\t100", "ru"),
        ("1\n100", "ru"),
        ("5\n", "en"),
        ("1e5", "en"),
        ("", "en"),
        ("$5", "en"),
        ("９", "en"),
    ],
)
def test_what_a_locale_does_not_write_is_refused(text: str, locale: str) -> None:
    with pytest.raises(InvalidValueError):
        Money.parse_localized(text, "USD", locale=locale)
