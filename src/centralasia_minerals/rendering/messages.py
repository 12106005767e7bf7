"""Messages in several languages, from gettext catalogs beside the code.

Catalogs are ``.po`` files in the ``messages`` folder of a package, named by language. English is
the language of the messages themselves.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from importlib.resources import files

from centralasia_minerals.errors import UnknownLocaleError

from .numbers import locale_named

_OWN_LANGUAGE = "en"


def message_locales(package: str) -> tuple[str, ...]:
    """Return the languages that a package has messages in, sorted by tag; English included."""
    folder = files(package).joinpath("messages")
    catalogs = (entry.name for entry in folder.iterdir() if entry.name.endswith(".po"))
    return tuple(sorted({_OWN_LANGUAGE, *(name.removesuffix(".po") for name in catalogs)}))


def translator(package: str, locale: str) -> Callable[[str], str]:
    """Return a function that translates a message into a locale's language.

    Raises:
        UnknownLocaleError: CLDR does not have the locale, or the package has no messages in its
            language; the error names the languages that it has.
    """
    return _catalog(package, _language(package, locale)).gettext


def counting_translator(package: str, locale: str) -> Callable[[str, str, int], str]:
    """Return a function that translates a message in the form that a number asks for.

    It takes the message in the singular and in the plural, and the number.

    Raises:
        UnknownLocaleError: as for ``translator``.
    """
    return _catalog(package, _language(package, locale)).ngettext


def _language(package: str, locale: str) -> str:
    language = locale_named(locale).language
    known = message_locales(package)
    if language not in known:
        raise UnknownLocaleError(
            f"messages in {locale!r}", f"available only in {', '.join(known)}", "use one of these"
        )
    return language


@cache
def _catalog(package: str, language: str) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    if language == _OWN_LANGUAGE:
        return NullTranslations()
    compiled = io.BytesIO()
    with files(package).joinpath("messages", f"{language}.po").open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return Translations(compiled)
