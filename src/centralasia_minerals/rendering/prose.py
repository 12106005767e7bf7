"""Prose in the languages that it was written in, from gettext catalogs beside the code.

Catalogs are ``.po`` files in a package's ``messages`` folder, named by language; English is the
language of the messages themselves.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from centralasia_minerals.errors import UnknownLocaleError

from .numbers import locale_named

_OWN_LANGUAGE = "en"


def prose_locales(package: str) -> tuple[str, ...]:
    """List the languages that a package has prose in."""
    folder = files(package).joinpath("messages")
    catalogs = (entry.name for entry in folder.iterdir() if entry.name.endswith(".po"))
    return tuple(sorted({_OWN_LANGUAGE, *(name.removesuffix(".po") for name in catalogs)}))


def prose(package: str, locale: str) -> Callable[[str], str]:
    """Give what says a message in a locale's language.

    Raises:
        UnknownLocaleError: CLDR has no such locale, or nobody wrote prose in its language; the
            message names those that have it.
    """
    language = locale_named(locale).language
    known = prose_locales(package)
    if language not in known:
        raise UnknownLocaleError(
            f"prose in {locale!r}", f"written in {', '.join(known)} only", "choose one of them"
        )
    return _catalog(package, language)


@cache
def _catalog(package: str, language: str) -> Callable[[str], str]:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    if language == _OWN_LANGUAGE:
        return str
    compiled = io.BytesIO()
    with files(package).joinpath("messages", f"{language}.po").open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return Translations(compiled).gettext
