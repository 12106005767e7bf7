"""Names, as sources spell them."""

from __future__ import annotations

import re
import unicodedata

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError

from .closed_enum import ClosedEnum

LANGUAGE_TAG = re.compile(
    r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.ASCII,
)
"""RFC 5646 (BCP 47): language, optional script, optional region, optional variants."""


class NameKind(ClosedEnum):
    """What sort of name it is (after the Beneficial Ownership Data Standard, BODS)."""

    LEGAL = "legal", "The text says that the body is registered under this name."
    TRANSLITERATION = "transliteration", "Another romanized spelling of the preferred name."
    TRANSLATION = "translation", "The name in another language, where a text gives both."
    FORMER = "former", 'A name no longer used: "formerly", "now called".'
    ALTERNATIVE = "alternative", "Any other name, acronyms included; it claims least."


@attrs.frozen
class Name:
    """A name, exactly as a source spells it.

    Attributes:
        text: the spelling, as printed.
        language: a BCP 47 tag, which may include a script (``kk-Latn``); by default ``en``, the
            language of the text that it is printed in.
        kind: what sort of name it is; by default *alternative*, which claims least.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the text is empty, untrimmed, not printable or not in Unicode NFC, or
            the tag is malformed.

    >>> Name("Qasym-Zhomart Toqaev", "kk-Latn", NameKind.TRANSLITERATION).text
    'Qasym-Zhomart Toqaev'
    """

    text: str = attrs.field()
    language: str = attrs.field(default="en")
    kind: NameKind = attrs.field(default=NameKind.ALTERNATIVE)

    @text.validator
    def _must_be_printable(self, _: object, text: object) -> None:
        if not isinstance(text, str):
            raise InvalidTypeError.of("a name", text, "give text")
        if not text or text != text.strip() or not text.isprintable():
            raise InvalidValueError("a name", f"{text!r}", "give trimmed, printable text")
        if unicodedata.normalize("NFC", text) != text:
            raise InvalidValueError("a name", f"{text!r} is not in Unicode NFC", "normalize it")

    @language.validator
    def _must_be_a_tag(self, _: object, language: object) -> None:
        if not isinstance(language, str):
            raise InvalidTypeError.of("a language tag", language, "give text")
        if not LANGUAGE_TAG.fullmatch(language):
            raise InvalidValueError("a language tag", f"{language!r}", "write it like 'kk-Latn'")

    @kind.validator
    def _must_be_a_kind(self, _: object, kind: object) -> None:
        if not isinstance(kind, NameKind):
            raise InvalidTypeError.of("a kind of name", kind, "give a NameKind")

    def __str__(self) -> str:
        return self.text
