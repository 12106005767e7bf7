"""Numbers, amounts of money and units as a locale writes them.

Everything goes through babel (CLDR), always with an explicit locale, inside a private decimal
context, so that neither the environment nor the caller's context changes a digit.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from typing import TYPE_CHECKING, Any

from centralasia_minerals.errors import UnknownLocaleError

if TYPE_CHECKING:
    from babel import Locale

# Wide enough for any amount of this library (34 digits) with every scale that CLDR puts on it.
_WIDE = Context(prec=120, rounding=ROUND_HALF_EVEN)
# More digits after the point than any figure of this library may have.
_EVERY_DIGIT = 40
# "87.812 billion" reads well, "1.234567 billion" does not.
_READABLE_DIGITS = 5
_MILLION = 10**6


def locale_named(tag: str) -> Locale:
    """Find a locale by its tag, written ``ru-KZ`` or ``ru_KZ``.

    Raises:
        UnknownLocaleError: no locale is given, or CLDR has none of that name.
    """
    from babel import Locale, UnknownLocaleError as BabelUnknown

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (AttributeError, ValueError, TypeError, BabelUnknown):
        raise UnknownLocaleError(
            f"a locale named {tag!r}", "CLDR has none", "name one such as 'en', 'ru' or 'kk'"
        ) from None


def format_number(number: Decimal, locale: str) -> str:
    """Write a number with every digit it has, grouped as the locale groups."""
    from babel.numbers import format_decimal

    with localcontext(_WIDE):
        return format_decimal(number, locale=locale_named(locale), decimal_quantization=False)


def format_money(amount: Decimal, currency: str, locale: str) -> str:
    """Write an amount with every digit it has and the locale's sign for the currency."""
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
    """Write an amount shortly, such as ``$1.1B``: exactly, unless a number of digits is asked for.

    Raises:
        UnknownLocaleError: CLDR has no compact forms of the locale's own.
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
    """Give the locale's compact patterns, or for None those that CLDR falls back on."""
    from babel import localedata

    if spoken is None:
        return _patterns(localedata.load("root")["compact_currency_formats"]["short"])
    return _patterns(spoken.compact_currency_formats["short"])


def _lifted(amount: Decimal, fraction_digits: int, spoken: Locale) -> Decimal:
    """Round before CLDR picks the scale: 999,999 is then ``$1M`` and never ``$1000K``.

    Scales differ: English counts by thousands, Chinese by ten thousands, India by hundreds.
    """
    patterns = _compact_forms(spoken)["other"]
    sizes = [int(size) for size in patterns if int(size) <= amount.copy_abs()]
    pattern = patterns[str(max(sizes))] if sizes else "0"
    if pattern == "0":
        return amount
    scale = max(sizes) // 10 ** (pattern.count("0") - 1)
    return amount.quantize(Decimal(1).scaleb(Decimal(scale).adjusted() - fraction_digits))


def format_money_in_words(amount: Decimal, currency: str, locale: str) -> str:
    """Write an amount as in running text, such as ``1.1 billion US dollars``, with every digit.

    Where the short number would be a long one, or CLDR has no words, all digits are written.
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
    """Say whether CLDR has words for millions in the locale; its root has none at all."""
    return bool(spoken.compact_decimal_formats.get("long"))


def _patterns(forms: Any) -> dict[str, dict[str, str]]:
    return {
        plural: {size: pattern.pattern for size, pattern in patterns.items()}
        for plural, patterns in forms.items()
    }


def format_fraction_as_percent(fraction: Decimal, locale: str) -> str:
    """Write a fraction of one as a percentage, with every digit it has."""
    from babel.numbers import format_percent

    with localcontext(_WIDE):
        return format_percent(fraction, locale=locale_named(locale), decimal_quantization=False)


def format_unit(number: Decimal, cldr_unit: str, symbol: str, locale: str) -> str:
    """Write a number with its unit in the locale's words, or with the symbol where it has none."""
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
    """Join parts into a list as a locale does: ``a, b, and c``."""
    from babel.lists import format_list

    return format_list(parts, locale=locale_named(locale))
