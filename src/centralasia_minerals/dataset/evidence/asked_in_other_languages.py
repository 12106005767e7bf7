"""Reads figures that people search for in the languages of the region and of its partners.

Only questions are read so. A recorded figure in another language is compared by its digits alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from centralasia_minerals.values.exact_decimal import EXACT

_MOST_DIGITS = 20

# Longer words come first: 万亿 is a trillion, and 万 are ten thousand.
_SCALES = (
    ("万亿|萬億|兆|трлн|триллион\\w*|trln|triliyon\\w*|billionen", 12),
    (
        "十亿|十億|млрд|миллиард\\w*|мільярд\\w*|mlrd|mrd|milliard(?:en?|s)?|milyar\\w*|miliard[io]"
        "|mld|mil millones",
        9,
    ),
    ("亿|億|억", 8),
    ("千万|千萬", 7),
    ("百万|百萬|млн|миллион\\w*|мільйон\\w*|mln|mio|millionen|milyon\\w*|milioni|millones", 6),
    ("万|萬|만", 4),
    ("千|тыс|тысяч\\w*|мың|миң|минг|ҳазор|ming|tausend|tsd", 3),
)
_UNITS = (
    ("тонн\\w*|т|тонна\\w*|吨|噸|トン|톤|tonnen|t", "tonnes"),
    ("килограмм\\w*|кг|公斤", "kg"),
    ("процент\\w*|пайыз\\w*|фоиз\\w*|дарсад|prozent", "%"),
)
_EITHER_MANAT = "manats"
"""Both Turkmenistan and Azerbaijan have them; as in English, either is found."""
# What stands alone for one currency where CLDR has a longer name, such as "американский доллар".
_USUAL = (
    ("долл|доллар\\w*|美金|ドル|달러|dollar\\w*|d[oó]lar\\w*", "USD"),
    ("евро|еуро|欧|euros?", "EUR"),
    ("тенге|теңге|тг|坚戈|tenge", "KZT"),
    ("сум(?:а|ы|ов)?|сўм|so['ʻ‘’]m|苏姆", "UZS"),
    ("сом(?:а|ы|ов)?|索姆", "KGS"),
    ("сомони|索莫尼", "TJS"),
    ("юан\\w*|人民币元?|元|yuan", "CNY"),
    ("рубл\\w*|卢布|rubel", "RUB"),
    ("иен\\w*|йен\\w*|円", "JPY"),
    ("вон\\w?|원", "KRW"),
    ("фунт\\w*", "GBP"),
    ("лир\\w*", "TRY"),
    ("манат\\w*|马纳特|manat\\w*", _EITHER_MANAT),
)
_LOCALES = ("ru", "kk", "ky", "uz", "tg", "zh", "ja", "ko", "de")
_CODES = ("USD", "EUR", "GBP", "JPY", "CNY", "RUB", "KZT", "KGS", "TJS", "TMT", "UZS", "KRW",
          "TRY", "CAD", "AUD", "CHF", "HKD", "SGD", "INR", "AED")  # fmt: skip
"""The currencies whose names in those languages are read."""

_CJK = r"\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# Chinese, Japanese and Korean write words without spaces; elsewhere a word ends where it ends.
_END = rf"(?:(?<=[{_CJK}])|(?!\w))\.?"
_SIGN = rf"(?:US)?\$|[€£¥₸₽₩₺]|\b(?:{'|'.join(_CODES)})\b"
_SPACE = r"[ \u00a0\u2009\u202f]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"


def _any_of(words: tuple[tuple[str, object], ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern, _ in words)


_SCALED = rf"(?P<number>{_NUMBER}){_SPACE}?(?:(?P<scale>{_any_of(_SCALES)}){_END})?"
_TERM = re.compile(_SCALED, re.IGNORECASE)
_SCALE = rf"{_SPACE}?(?:{_any_of(_SCALES)}){_END}"
_TERMS = rf"(?:{_NUMBER})(?:{_SCALE}(?:{_SPACE}?(?<!\d)(?:{_NUMBER}){_SCALE})*)?"
_TO = rf"{_SPACE}?(?:[-–—~～至到]|(?<= )(?:до|и|bis|und) ){_SPACE}?"
# Romance languages put a word between a scale and what it is of.
_OF = "(?:d(?:e|i) |d['’])?"


def in_english(text: str) -> str | None:
    """Return the figure in a text as a currency code or unit and digits; None if it is English.

    It is read only if a word says in which language it is: a scale, a unit or a currency. A comma
    is then a decimal one, but in Chinese, Japanese and Korean, or where it parts thousands.

    >>> in_english("1,6 млрд долларов"), in_english("16亿美元"), in_english("€952 млн")
    ('USD 1600000000', 'USD 1600000000', '€952000000')
    >>> in_english("12 тыс. тонн"), in_english("$1.6 billion")
    ('12000 tonnes', None)
    """
    if text.isascii() and not any(term["scale"] for term in _TERM.finditer(text)):
        return None
    for found in _figure().finditer(text):
        value = _amount_in(found)
        has_scale = any(term["scale"] for term in _TERM.finditer(found["terms"]))
        is_foreign = has_scale or not (found["unit"] or found["currency"] or "").isascii()
        if value is None or not is_foreign:
            continue
        if found["currency"]:
            return _of_currency(value, _code_of(found["currency"]))
        if found["unit"]:
            unit = _meaning(found["unit"], _UNITS)
            return f"{value}{'' if unit == '%' else ' '}{unit}"
        return _of_currency(value, (found["sign"] or found["behind"] or "").upper())
    return None


def _of_currency(value: str, mark: str) -> str:
    if mark == _EITHER_MANAT:
        return f"{value} {mark}"
    return f"{mark}{' ' if mark.isalpha() else ''}{value}"


def _amount_in(found: re.Match[str]) -> str | None:
    """Return the number in digits, or both ends of a range, of which one may lack its scale."""
    most = _value_of(found["terms"])
    if most is None or not found["least"]:
        return None if most is None else f"{most:f}"
    scale = next(_TERM.finditer(found["terms"]))["scale"]
    has_own = next(_TERM.finditer(found["least"]))["scale"]
    least = _value_of(found["least"] if has_own or not scale else f"{found['least']} {scale}")
    return None if least is None else f"{least:f}-{most:f}"


def _value_of(terms: str) -> Decimal | None:
    """Return the sum of numbers with their scales: 1 млрд 100 млн; None if it is overlong."""
    if sum(map(str.isdigit, terms)) > _MOST_DIGITS:
        return None
    total = Decimal(0)
    for term in _TERM.finditer(terms):
        scale = term["scale"]
        power = int(_meaning(scale, _SCALES)) if scale else 0
        number = _number(term["number"], scale or "")
        total = EXACT.add(total, EXACT.scaleb(number, power))
    return total if total == total.to_integral_value() else EXACT.normalize(total)


def _number(written: str, scale: str) -> Decimal:
    digits = re.sub(_SPACE, "", written)
    marks = [one for one in digits if one in ".,"]
    if not marks:
        return Decimal(digits)
    decimal = marks[-1]
    groups = digits.split(decimal)
    is_thousands = all(len(one) == 3 for one in groups[1:]) and _parts_thousands(decimal, scale)
    if len(groups) > 2 or (len(set(marks)) == 1 and is_thousands):
        return Decimal(re.sub("[.,]", "", digits))
    other = "." if decimal == "," else ","
    return Decimal(digits.replace(other, "").replace(decimal, "."))


def _parts_thousands(mark: str, scale: str) -> bool:
    """Whether a mark before three digits parts thousands, given the scale behind them."""
    if not scale:
        return True
    if re.match(f"[{_CJK}]", scale):
        return mark == ","
    return mark == "." and scale.isascii()


def _meaning(word: str, words: tuple[tuple[str, object], ...]) -> str:
    return next(str(said) for pattern, said in words if re.fullmatch(pattern, word, re.IGNORECASE))


def _code_of(name: str) -> str:
    known = _names().get(name.lower())
    return known or _meaning(name, _USUAL)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return the names of currencies in other languages, in each plural (CLDR)."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_currency_name

    names: dict[str, str] = {}
    for locale in _LOCALES:
        try:
            spoken = Locale.parse(locale)
        except UnknownLocaleError:  # a release of CLDR without this language
            continue
        for code in _CODES:
            for count in (None, 1, 2, 5):
                names.setdefault(get_currency_name(code, count=count, locale=spoken).lower(), code)
    return names


@lru_cache(maxsize=1)
def _figure() -> re.Pattern[str]:
    names = sorted(map(re.escape, _names()), key=len, reverse=True)
    currency = "|".join((*names, _any_of(_USUAL)))
    return re.compile(
        rf"(?P<sign>{_SIGN})?{_SPACE}?(?<![\d.,])(?:(?P<least>(?:{_NUMBER})(?:{_SCALE})?){_TO})?"
        rf"(?P<terms>{_TERMS}){_SPACE}?{_OF}"
        rf"(?:(?P<currency>{currency}){_END}|(?P<unit>{_any_of(_UNITS)}){_END}|(?P<behind>{_SIGN}))?",
        re.IGNORECASE,
    )
