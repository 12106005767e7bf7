"""Names as sources spell them."""

from __future__ import annotations

import re
import unicodedata

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

from .word import Word

# RFC 5646 (BCP 47): language, optional script, optional region, optional variants.
_LANGUAGE_TAG = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*", re.ASCII
)


class NameKind(Word):
    """What sort of name it is (after the Beneficial Ownership Data Standard)."""

    LEGAL = "legal"
    TRANSLITERATION = "transliteration"
    TRANSLATION = "translation"
    FORMER = "former"
    ALTERNATIVE = "alternative"


@attrs.frozen
class Name:
    """A name, kept to the letter as a source spells it.

    Args:
        text: the spelling observed.
        language: a BCP 47 tag, which may carry a script (``kk-Latn``); English by default.
        kind: what sort of name it is; *alternative* by default, which claims least.

    Raises:
        InvalidTypeError: a part is of the wrong type.
        InvalidValueError: empty or untrimmed text, a control character, or a malformed tag.

    >>> Name("Qasym-Zhomart Toqaev", "kk-Latn", NameKind.TRANSLITERATION).text
    'Qasym-Zhomart Toqaev'
    """

    text: str = attrs.field()
    language: str = attrs.field(default="en")
    kind: NameKind = attrs.field(default=NameKind.ALTERNATIVE)

    @text.validator
    def _must_be_printable(self, _: object, text: object) -> None:
        if not isinstance(text, str):
            raise InvalidTypeError("a name", f"{text!r}", "give text")
        if not text or text != text.strip() or not text.isprintable():
            raise InvalidValueError("a name", f"{text!r}", "give trimmed, printable text")
        if unicodedata.normalize("NFC", text) != text:
            raise InvalidValueError("a name", f"{text!r} is not in NFC", "compose its accents")

    @language.validator
    def _must_be_a_tag(self, _: object, language: object) -> None:
        if not isinstance(language, str):
            raise InvalidTypeError("a language tag", f"{language!r}", "give text")
        if not _LANGUAGE_TAG.fullmatch(language):
            raise InvalidValueError("a language tag", f"{language!r}", "write it as 'kk-Latn'")

    @kind.validator
    def _must_be_a_kind(self, _: object, kind: object) -> None:
        if not isinstance(kind, NameKind):
            raise InvalidTypeError("a kind of name", f"{kind!r}", "give a NameKind")

    def __str__(self) -> str:
        return self.text
