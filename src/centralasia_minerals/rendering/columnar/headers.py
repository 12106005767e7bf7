"""Headers of columns in a language."""

from __future__ import annotations

from ..messages import labeller

_CONTEXT = "column"
# What a column says of another one, behind whose name its own name adds this.
_PARTS = (
    "inferred from", "further words", "approximate", "absence", "basis", "first", "hedge", "high",
    "kind", "kinds", "last", "low", "unit", "upper", "value",
)  # fmt: skip


def header(name: str, locale: str) -> str:
    """Return the header of a column in a language, given its name.

    A column that tells more of another one is headed by both: ``as of: first``. A name that nobody
    has translated stays as it is.

    Raises:
        UnknownLocaleError: CLDR does not have the locale, or there are no headers in its language;
            the message names the languages that there are.

    >>> header("resource_class", "en"), header("as_of_absence", "ru")
    ('resource class', 'по состоянию на: почему нет значения')
    """
    say = labeller(locale)
    whole, colon, member = name.partition(": ")
    if colon:
        return f"{say(_CONTEXT, whole)}: {say(whole.rstrip('s').title(), member)}"
    words = name.replace("_", " ")
    of, part = _parted(words)
    return f"{say(_CONTEXT, of)}: {say(_CONTEXT, part)}" if part else say(_CONTEXT, words)


def _parted(words: str) -> tuple[str, str]:
    """Return the name of the column that another one tells more of, and what that tells."""
    for part in _PARTS:
        of = words.removesuffix(f" {part}")
        if of not in (words, "is"):
            return of, part
    return words, ""
