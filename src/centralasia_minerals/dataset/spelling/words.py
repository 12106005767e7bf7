"""The words of a text, and when two spellings are the same: the rule of ``find``.

Two spellings are the same if they have the same words, and words are the same if they differ only
in what a keyboard, a printer or a habit of spelling may leave out:

* case, also that of the Turkic i: I, ı, İ and i are one letter;
* width and other forms of compatibility (NFKC): ``ＫＺ`` is ``KZ``;
* signs over, under and after letters in Latin, Greek, Hebrew and Arabic script: é is e;
* the stress marked in Cyrillic, and the dots of ё. Any other Cyrillic letter with a sign is a
  letter of its own: й is not и, ў is not у, ї is not і, and Tajik ӣ is not и. In scripts not named
  here, a sign makes another letter too (か is not が);
* characters that cannot be seen, such as a soft hyphen.

Whatever is neither a letter nor a digit parts words: a space, hyphen or dash of any kind, and an
apostrophe of any kind, be it typed, printed, or a letter of Uzbek or of a transliteration.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

MOST_CHARACTERS = 10_000
"""The longest text that can be asked for; no name or title comes near it."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = (
    "'`\u00b4\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u02ee\u055a\u05f3"
    "\u2018\u2019\u201a\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40"
)
_NON_JOINER = "\u200c"  # it parts Persian words as a hyphen does English ones
_PARTING = {ord(sign): " " for sign in _APOSTROPHES + _NON_JOINER} | {0x130: "i", 0x131: "i"}
# Scripts whose signs may be left out, as the Unicode names of their letters begin.
_SIGNS_ARE_OPTIONAL = ("LATIN", "GREEK", "HEBREW", "ARABIC")
_VARIANTS = {"ё": "е", "ѐ": "е", "ѝ": "и"}


def text_asked_for(text: object, noun: str) -> str:
    """Return a text that somebody looks for, if it is one and not too long.

    Raises:
        InvalidTypeError: it is not text.
        InvalidValueError: it is longer than any name.
    """
    if not isinstance(text, str):
        raise InvalidTypeError.of(f"a {noun} to look for", text, f"give the {noun} as text")
    if len(text) > MOST_CHARACTERS:
        found = f"it has {len(text):,} characters"
        raise InvalidValueError(f"a {noun} to look for", found, f"give at most {MOST_CHARACTERS:,}")
    return text


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, each in the form in which words are compared.

    >>> words_in("Qasym-Zhomart Toqaev"), words_in("ҚАСЫМ\u2011Жомарт")
    (('qasym', 'zhomart', 'toqaev'), ('қасым', 'жомарт'))
    """
    spelling = folded(text)
    if spelling.isascii():
        return tuple(_WORD.findall(spelling))
    return tuple("".join(one if _is_in_a_word(one) else " " for one in spelling).split())


def folded(text: str) -> str:
    """Return a text in the form in which spellings are compared; folding it again changes nothing.

    >>> folded("Işık") == folded("IŞIK") == folded("işık"), folded("Руйский") == folded("Руиский")
    (True, False)
    """
    if text.isascii():
        return text.lower().translate(_PARTING)
    seen = "".join(one for one in text if unicodedata.category(one) != "Cf" or one == _NON_JOINER)
    parted = unicodedata.normalize("NFKC", seen.translate(_PARTING)).translate(_PARTING)
    lowered = unicodedata.normalize("NFKC", parted.casefold()).translate(_PARTING)
    return "".join(map(_letter, _without_loose_signs(lowered)))


def _is_in_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _without_loose_signs(text: str) -> list[str]:
    """Return the characters of a text without the signs that may be left out, where they stand by
    themselves because no letter with the sign exists.
    """
    kept: list[str] = []
    for character in text:
        letter = kept[-1] if kept and _is_in_a_word(kept[-1]) else ""
        optional = not letter or _script(letter).startswith((*_SIGNS_ARE_OPTIONAL, "CYRILLIC"))
        if not (unicodedata.combining(character) and optional):
            kept.append(character)
    return kept


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    """Return a letter without the signs that may be left out."""
    base, *signs = tuple(unicodedata.normalize("NFD", character))
    bare = signs and all(map(unicodedata.combining, signs))
    if bare and _script(base).startswith(_SIGNS_ARE_OPTIONAL):
        return base
    return _VARIANTS.get(character, character)


def _script(character: str) -> str:
    return unicodedata.name(character, "")
