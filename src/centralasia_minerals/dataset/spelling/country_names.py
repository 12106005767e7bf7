"""What countries are called in other languages, and their other codes, as CLDR lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from centralasia_minerals.entities.country import country_codes

from .words import words_in

# Those of the sources, of the five states, and of the states that they deal with most.
_LOCALES = ("en", "ru", "kk", "ky", "tg", "tk", "uz", "uz_Cyrl", "zh", "fr", "de", "es", "it", "ja",
            "ko", "tr", "uk")  # fmt: skip

# What CLDR lists as short forms, which babel leaves out.
_SHORT_FORMS = {"US": ("США", "АҚШ", "АКШ", "ИМА", "AQSH", "ABŞ")}


class Called(NamedTuple):
    """A name of a country in some language, or another code of it.

    Attributes:
        name: the name.
        words: its words, in the form in which words are compared.
    """

    name: str
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def names_of_countries() -> Mapping[str, tuple[Called, ...]]:
    """Return what each country is called, by its ISO 3166-1 code; the English name comes first.

    This reads many locales of CLDR, so it is asked for only where nothing else is found.
    """
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    names: dict[str, dict[str, None]] = {code: {} for code in sorted(country_codes())}
    for locale in _LOCALES:
        try:
            territories = Locale.parse(locale).territories
        except UnknownLocaleError:  # a release of CLDR without this language
            continue
        for code, known in names.items():
            if code in territories:
                known[str(territories[code])] = None
    for alias, codes in get_global("territory_aliases").items():
        if alias.isalpha() and len(codes) == 1 and codes[0] in names:
            names[codes[0]][alias] = None
    for code, forms in _SHORT_FORMS.items():
        names[code].update(dict.fromkeys(forms))
    return MappingProxyType(
        {
            code: tuple(Called(name, words_in(name)) for name in known)
            for code, known in names.items()
        }
    )
