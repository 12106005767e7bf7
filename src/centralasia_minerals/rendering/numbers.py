"""Numbers, amounts of money and units as a locale writes them (CLDR, through babel).

The locale is always explicit and the decimal context private, so that neither the environment
nor the caller's context changes a digit.
"""

from __future__ import annotations

import re
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    localcontext,
)
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError

if TYPE_CHECKING:
    from babel import Locale

# Wide enough for any amount of this library (34 digits) with every scale that CLDR puts on it.
_WIDE = Context(prec=120, rounding=ROUND_HALF_EVEN)
# Refuses to lose a digit of what is read.
_LOSSLESS = Context(prec=200, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[Inexact, InvalidOperation])
# More digits after the point than any figure of this library may have.
_EVERY_DIGIT = 40
# "87.812 billion" reads well, "1.234567 billion" does not.
_READABLE_DIGITS = 5
_MILLION = 10**6
# ASCII digits, and whatever a locale puts between them.
_LOCALIZED = re.compile(r"[-−]?[0-9]([^\w]|[0-9])*(?<=[0-9])", re.ASCII)


def locale_named(tag: str) -> Locale:
    """Return the locale with a tag, written ``ru-KZ`` or ``ru_KZ``.

    Raises:
        UnknownLocaleError: the tag is empty, or CLDR does not have the locale.
    """
    from babel import Locale, UnknownLocaleError as BabelUnknown

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (AttributeError, ValueError, TypeError, BabelUnknown):
        raise UnknownLocaleError(
            f"the locale {tag!r}", "CLDR does not have it", "use one such as 'en', 'ru' or 'kk'"
        ) from None


def parse_localized_number(digits: str, locale: str) -> Decimal:
    """Read a number as a locale writes it, grouped and pointed as the locale does.

    Raises:
        InvalidTypeError: the digits are not text.
        InvalidValueError: the locale would not write the number in this way.
        UnknownLocaleError: CLDR does not have the locale.
    """
    from babel.numbers import NumberFormatError, parse_decimal

    asked = f"a number as {locale!r} writes it"
    if not isinstance(digits, str):
        raise InvalidTypeError.of(asked, digits, "give text")
    try:
        if not _LOCALIZED.fullmatch(digits):
            raise NumberFormatError("more than digits and separators")
        with localcontext(_LOSSLESS):
            # Without strict, '1.5' in German is read as 15.
            return parse_decimal(digits, locale=locale_named(locale), strict=True)
    except (NumberFormatError, ArithmeticError):
        remedy = "check its digits and separators"
        raise InvalidValueError(asked, f"{digits!r:.60}", remedy) from None


def format_number(number: Decimal, locale: str) -> str:
    """Return a number with all its digits, grouped as the locale groups them."""
    from babel.numbers import format_decimal

    with localcontext(_WIDE):
        return format_decimal(number, locale=locale_named(locale), decimal_quantization=False)


def format_money(amount: Decimal, currency: str, locale: str) -> str:
    """Return an amount with all its digits and the locale's sign for the currency."""
    from babel.numbers import format_currency, get_currency_precision

    spoken = locale_named(locale)
    exponent = amount.as_tuple().exponent
    finer = isinstance(exponent, int) and -exponent > get_currency_precision(currency)
    with localcontext(_WIDE):
        return format_currency(
            amount,
            currency,
            locale=spoken,
            currency_digits=not finer,
            decimal_quantization=not finer,
        )


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
        UnknownLocaleError: CLDR does not have compact forms for the locale.
    """
    from babel.numbers import format_compact_currency

    spoken = locale_named(locale)
    if _compact_forms(spoken) == _compact_forms(None):
        raise UnknownLocaleError(
            f"a compact amount in {locale!r}", "CLDR has no compact forms for it", "use .format()"
        )
    with localcontext(_WIDE):
        shown = amount if fraction_digits is None else _lifted(amount, fraction_digits, spoken)
        digits = _EVERY_DIGIT if fraction_digits is None else fraction_digits
        return format_compact_currency(shown, currency, locale=spoken, fraction_digits=digits)


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
    if pattern == "0":
        return amount
    scale = max(sizes) // 10 ** (pattern.count("0") - 1)
    return amount.quantize(Decimal(1).scaleb(Decimal(scale).adjusted() - fraction_digits))


def format_money_in_words(amount: Decimal, currency: str, locale: str) -> str:
    """Return an amount as in running text, such as ``1.1 billion US dollars``, exactly.

    If words would not make it short, or CLDR has none, all digits are written out.
    """
    from babel.numbers import (
        format_compact_decimal,
        get_currency_name,
        get_currency_unit_pattern,
    )

    spoken = locale_named(locale)
    digits = len(amount.normalize(_WIDE).as_tuple().digits)
    with localcontext(_WIDE):
        if _has_long_forms(spoken) and digits <= _READABLE_DIGITS and amount.copy_abs() >= _MILLION:
            number = format_compact_decimal(
                amount, format_type="long", locale=spoken, fraction_digits=_EVERY_DIGIT
            )
        else:
            number = format_number(amount, locale)
        name = get_currency_name(currency, count=amount, locale=spoken)
        return get_currency_unit_pattern(currency, count=amount, locale=spoken).format(number, name)


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
    from babel.numbers import format_percent

    with localcontext(_WIDE):
        return format_percent(fraction, locale=locale_named(locale), decimal_quantization=False)


def format_unit(number: Decimal, cldr_unit: str, symbol: str, locale: str) -> str:
    """Return a number with its unit in the locale's words, or with its symbol if CLDR has none."""
    from babel.units import format_unit as babel_format_unit

    spoken = locale_named(locale)
    # babel rounds to three digits inside a unit unless the pattern has room for more.
    pattern = spoken.decimal_formats[None].pattern.replace(".###", "." + "#" * _EVERY_DIGIT)
    with localcontext(_WIDE):
        written = cldr_unit and babel_format_unit(
            number, cldr_unit, length="long", format=pattern, locale=spoken
        )
    # Where CLDR lacks the unit, babel prints its key: Tajik tonnes, for one.
    if not cldr_unit or cldr_unit in written:
        return f"{format_number(number, locale)} {symbol}"
    return written


def joined(parts: list[str], locale: str) -> str:
    """Return parts joined into a list as the locale does: ``a, b, and c``."""
    from babel.lists import format_list

    return format_list(parts, locale=locale_named(locale))
