"""Locales by their tags, written with hyphens or underscores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centralasia_minerals.errors import UnknownLocaleError
from centralasia_minerals.wording import briefly, did_you_mean, near

if TYPE_CHECKING:
    from babel import Locale


def locale_named(tag: str) -> Locale:
    """Return the locale with a tag, written ``ru-KZ`` or ``ru_KZ``.

    Raises:
        UnknownLocaleError: the tag is empty, or CLDR does not have the locale; the message suggests
            similar ones, or the language if only the country is unknown.
    """
    from babel import Locale, UnknownLocaleError as BabelUnknown

    try:
        return Locale.parse(tag.replace("-", "_"))
    except (AttributeError, ValueError, TypeError, BabelUnknown):
        remedy = did_you_mean(_suggested(tag)) or "use one such as 'en', 'ru' or 'kk'"
        raise UnknownLocaleError(
            f"the locale {briefly(tag)}", "CLDR does not have it", remedy
        ) from None


def _suggested(tag: object) -> tuple[str, ...]:
    """Return tags that may be meant: of a language of that name, or alone, or spelt alike."""
    from babel import Locale, localedata

    if not isinstance(tag, str):
        return ()
    known = set(localedata.locale_identifiers())
    asked = tag.replace("-", "_").casefold()
    languages = Locale("en").languages
    named = {str(name).casefold(): code for code, name in languages.items() if code in known}
    language, _, rest = asked.partition("_")
    if asked in named:
        return (named[asked],)
    if rest and language in known:
        return (language,)
    by_spelling = {one.casefold(): one for one in known}
    alike = [by_spelling[one] for one in near(asked, by_spelling)]
    alike += [named[one] for one in near(asked, named, most=1)]
    return tuple(dict.fromkeys(one.replace("_", "-") for one in alike))[:3]
