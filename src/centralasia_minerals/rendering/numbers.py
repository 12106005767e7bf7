"""Numbers, amounts of money and units as a locale writes them (CLDR, through babel).

The locale is always explicit and the decimal context private, so that neither the environment
nor the caller's context changes a digit.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from centralasia_minerals.wording import briefly

from .digits import localized
from .figures import Figure, counted_as
from .locales import locale_named
from .number_patterns import written

if TYPE_CHECKING:
    from babel import Locale

# Wide enough for any amount of this library (34 digits) with every scale that CLDR puts on it.
_WIDE = Context(prec=120, rounding=ROUND_HALF_EVEN)
# More digits after the point than any figure of this library may have.
_EVERY_DIGIT = 40
_MOST_FRACTION_DIGITS = 34
# "87.812 billion" reads well, "1.234567 billion" does not.
_READABLE_DIGITS = 5
_MILLION = 10**6
# Where CLDR has one form of the euro, no number changes it: 2 евро, 5 евро.
_INDECLINABLE = frozenset({"EUR"})
# Running text in these languages abbreviates what English spells out: 900 млн.
_ABBREVIATING = frozenset({"be", "ru", "uk"})


def format_number(number: Decimal, locale: str) -> str:
    """Return a number with all its digits, grouped as the locale groups them."""
    spoken = locale_named(locale)
    return written(number, spoken.decimal_formats[None], spoken)


def format_money(amount: Decimal, currency: str, locale: str) -> str:
    """Return an amount with all its digits and the locale's sign for the currency."""
    from babel.numbers import get_currency_precision

    spoken = locale_named(locale)
    pattern = spoken.currency_formats["standard"]
    places = get_currency_precision(currency)
    exponent = amount.as_tuple().exponent
    finer = isinstance(exponent, int) and -exponent > places
    least = None if finer else places
    return written(amount, pattern, spoken, currency=currency, least_digits=least)


def format_compact_money(
    amount: Decimal, currency: str, locale: str, *, fraction_digits: int | None = None
) -> str:
    """Return an amount in short form, such as ``$1.1B``.

    Args:
        amount: the amount, in the currency's main unit.
        currency: the ISO 4217 code.
        locale: the tag of the locale.
        fraction_digits: how many digits to round to after the point; by default, all digits.

    Raises:
        InvalidTypeError: the number of digits is not an int.
        InvalidValueError: it is below 0 or above 34.
        UnknownLocaleError: CLDR does not have compact forms for the locale.
    """
    from babel.numbers import format_compact_currency

    _check_fraction_digits(fraction_digits)
    spoken = locale_named(locale)
    if _compact_forms(spoken) == _compact_forms(None):
        raise UnknownLocaleError(
            f"a compact amount in {locale!r}", "CLDR has no compact forms for it", "use .format()"
        )
    with localcontext(_WIDE):
        shown = amount if fraction_digits is None else _lifted(amount, fraction_digits, spoken)
        digits = _EVERY_DIGIT if fraction_digits is None else fraction_digits
        said = format_compact_currency(
            shown, currency, locale=spoken, fraction_digits=digits, numbering_system="default"
        )
    return localized(said, spoken)


def _check_fraction_digits(given: object) -> None:
    asked = "the digits after the point"
    if given is None:
        return
    if isinstance(given, bool) or not isinstance(given, int):
        raise InvalidTypeError.of(asked, given, "give an int, or leave it out")
    if not 0 <= given <= _MOST_FRACTION_DIGITS:
        remedy = f"give at least 0 and at most {_MOST_FRACTION_DIGITS}"
        raise InvalidValueError(asked, briefly(given), remedy)


def _compact_forms(spoken: Locale | None) -> dict[str, dict[str, str]]:
    """Return the locale's compact patterns, or for None those that CLDR falls back on."""
    from babel import localedata

    if spoken is None:
        return _patterns(localedata.load("root")["compact_currency_formats"]["short"])
    return _patterns(spoken.compact_currency_formats["short"])


def _lifted(amount: Decimal, fraction_digits: int, spoken: Locale) -> Decimal:
    """Round an amount before CLDR picks the scale, so that 999,999 is ``$1M``, not ``$1000K``.

    Scales differ: English counts in thousands, Chinese in ten thousands, India in hundreds.
    """
    patterns = _compact_forms(spoken)["other"]
    sizes = [int(size) for size in patterns if int(size) <= amount.copy_abs()]
    pattern = patterns[str(max(sizes))] if sizes else "0"
    # Numbers below the smallest size, or of a size without a word, are written out.
    scale = 1 if pattern == "0" else max(sizes) // 10 ** (pattern.count("0") - 1)
    rounded = amount.quantize(Decimal(1).scaleb(Decimal(scale).adjusted() - fraction_digits))
    return rounded if rounded else rounded.copy_abs()


def format_money_in_words(amount: Decimal, currency: str, locale: str) -> str:
    """Return an amount as in running text, such as ``1.1 billion US dollars``, exactly.

    If words would not make it short, or CLDR has none, all digits are written out; and where it has
    no plural of a currency, as of old ones in Russian, the code stands for its name.
    """
    return money_in_words(amount, currency, locale).whole


def money_in_words(amount: Decimal, currency: str, locale: str) -> Figure:
    """Return an amount as in running text, in the cases that a sentence may ask for."""
    from babel.numbers import get_currency_name, get_currency_unit_pattern

    spoken = locale_named(locale)
    number = _number_in_words(amount, spoken)
    if _lacks_plurals(currency, spoken):
        return Figure.of(number, f"{number} {currency}")

    def whole(count: Decimal) -> str:
        with localcontext(_WIDE):
            name = get_currency_name(currency, count=count, locale=spoken)
            return get_currency_unit_pattern(currency, count=count, locale=spoken).format(
                number, name
            )

    genitive = counted_as(amount, spoken, is_genitive=True)
    return Figure(number, whole(counted_as(amount, spoken)), whole(genitive))


def _number_in_words(amount: Decimal, spoken: Locale) -> str:
    from babel.numbers import format_compact_decimal

    digits = len(amount.normalize(_WIDE).as_tuple().digits)
    if digits > _READABLE_DIGITS or amount.copy_abs() < _MILLION or not _has_long_forms(spoken):
        return written(amount, spoken.decimal_formats[None], spoken)
    with localcontext(_WIDE):
        said = format_compact_decimal(
            amount,
            format_type="short" if spoken.language in _ABBREVIATING else "long",
            locale=spoken,
            fraction_digits=_EVERY_DIGIT,
            numbering_system="default",
        )
    return localized(said, spoken)


def _lacks_plurals(currency: str, spoken: Locale) -> bool:
    """Whether a language has several plurals, but CLDR has none of a currency's name."""
    from babel.numbers import get_currency_name

    if currency in _INDECLINABLE:
        return False
    names = {get_currency_name(currency, count=count, locale=spoken) for count in (1, 2, 5)}
    return len(spoken.plural_form.tags) > 1 and names == {
        get_currency_name(currency, locale=spoken)
    }


def _has_long_forms(spoken: Locale) -> bool:
    """Whether CLDR has words for millions in the locale; its root locale does not."""
    return bool(spoken.compact_decimal_formats.get("long"))


def _patterns(forms: Any) -> dict[str, dict[str, str]]:
    return {
        plural: {size: pattern.pattern for size, pattern in patterns.items()}
        for plural, patterns in forms.items()
    }


def format_fraction_as_percent(fraction: Decimal, locale: str) -> str:
    """Return a fraction of 1 as a percentage, with all its digits."""
    spoken = locale_named(locale)
    return written(fraction, spoken.percent_formats[None], spoken)


def joined(parts: list[str], locale: str) -> str:
    """Return parts joined into a list as the locale does: ``a, b, and c``."""
    from babel.lists import format_list

    return format_list(parts, locale=locale_named(locale))
