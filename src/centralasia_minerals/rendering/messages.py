"""Messages and labels in several languages, from gettext catalogs.

Catalogs are ``.po`` files in the folder ``messages`` of the library, named by language. English is
the language of the messages themselves; labels stand in the context of what they are labels of.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from importlib.resources import files

from centralasia_minerals.errors import UnknownLocaleError

from .locales import locale_named

_OWN_LANGUAGE = "en"
_CATALOGS = files("centralasia_minerals").joinpath("messages")


@cache
def message_locales() -> tuple[str, ...]:
    """Return the languages that there are messages in, sorted by tag; English included."""
    catalogs = (entry.name for entry in _CATALOGS.iterdir() if entry.name.endswith(".po"))
    return tuple(sorted({_OWN_LANGUAGE, *(name.removesuffix(".po") for name in catalogs)}))


def translator(locale: str) -> Callable[[str], str]:
    """Return a function that translates a message into a locale's language.

    Raises:
        UnknownLocaleError: CLDR does not have the locale, or there are no messages in its
            language; the error names the languages that there are.
    """
    return _catalog(_language(locale)).gettext


def counting_translator(locale: str) -> Callable[[str, str, int], str]:
    """Return a function that translates a message in the form that a number asks for.

    It takes the message in the singular and in the plural, and the number.

    Raises:
        UnknownLocaleError: as for ``translator``.
    """
    return _catalog(_language(locale)).ngettext


def labeller(locale: str) -> Callable[[str, str], str]:
    """Return a function that translates a label, given what it is a label of, and its text.

    Raises:
        UnknownLocaleError: as for ``translator``.
    """
    return _catalog(_language(locale)).pgettext


def _language(locale: str) -> str:
    language = str(locale_named(locale).language)
    known = message_locales()
    if language not in known:
        raise UnknownLocaleError(
            f"messages in {locale!r}", f"available only in {', '.join(known)}", "use one of these"
        )
    return language


@cache
def _catalog(language: str) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    if language == _OWN_LANGUAGE:
        return NullTranslations()
    compiled = io.BytesIO()
    with _CATALOGS.joinpath(f"{language}.po").open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return Translations(compiled)
