"""Names, as sources spell them."""

from __future__ import annotations

import re
import unicodedata

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen, closed
from .closed_enum import ClosedEnum
from .printable_text import fault_in_text, plain_text

_VARIANT = "[a-z0-9]{5,8}|[0-9][a-z0-9]{3}"
_PRIVATE_USE = "x(-[a-z0-9]{1,8})+"
LANGUAGE_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}"  # language, with extended ones: zh-yue
    r"(-[A-Z][a-z]{3})?"  # script: kk-Latn
    r"(-([A-Z]{2}|[0-9]{3}))?"  # region: ru-KZ
    rf"(-(?P<variant>{_VARIANT})(?!(-({_VARIANT}))*-(?P=variant)(-|$)))*"  # de-1996, none twice
    # Extensions, none of them twice: de-u-co-phonebk.
    r"(-(?P<singleton>[0-9a-wy-z])(?!(-[a-z0-9]{2,8}|-[0-9a-wy-z])+-(?P=singleton)-)"
    r"(-[a-z0-9]{2,8})+)*"
    rf"(-{_PRIVATE_USE})?"  # en-x-press
    rf"|{_PRIVATE_USE}"
    # Those that were registered before there were rules, and follow none.
    r"|en-GB-oed|sgn-(BE-FR|BE-NL|CH-DE)"
    r"|i-(ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)",
    re.ASCII,
)
"""RFC 5646 (BCP 47), in the upper and lower case that it recommends."""


class NameKind(ClosedEnum):
    """What sort of name it is (after the Beneficial Ownership Data Standard, BODS)."""

    LEGAL = "legal", "The text says that the body is registered under this name."
    TRANSLITERATION = "transliteration", "Another romanized spelling of the preferred name."
    TRANSLATION = "translation", "The name in another language, where a text gives both."
    FORMER = "former", 'A name no longer used: "formerly", "now called".'
    ALTERNATIVE = "alternative", "Any other name, acronyms included; it claims least."


@closed
@attrs.frozen(getstate_setstate=False)
class Name(Frozen):
    """A name, exactly as a source spells it.

    Attributes:
        text: the spelling, as printed.
        language: a BCP 47 tag, which may include a script (``kk-Latn``); by default ``en``, the
            language of the text that it is printed in.
        kind: what sort of name it is; by default *alternative*, which claims least.

    Raises:
        InvalidTypeError: a field is of a wrong type.
        InvalidValueError: the text is empty, untrimmed, not printable on one line (see
            ``fault_in_text``) or not in Unicode NFC, or the tag is malformed.

    >>> Name("Qasym-Zhomart Toqaev", "kk-Latn", NameKind.TRANSLITERATION).text
    'Qasym-Zhomart Toqaev'
    """

    text: str = attrs.field(converter=plain_text)
    language: str = attrs.field(default="en", converter=plain_text)
    kind: NameKind = attrs.field(default=NameKind.ALTERNATIVE)

    @text.validator
    def _must_be_printable(self, _: object, text: object) -> None:
        if not isinstance(text, str):
            raise InvalidTypeError.of("a name", text, "give text")
        if fault := fault_in_text(text):
            remedy = "give trimmed, printable text"
            raise InvalidValueError("a name", f"{briefly(text)} {fault}", remedy)
        if unicodedata.normalize("NFC", text) != text:
            found = f"{briefly(text)} is not in Unicode NFC"
            raise InvalidValueError("a name", found, "normalize it")

    @language.validator
    def _must_be_a_tag(self, _: object, language: object) -> None:
        if not isinstance(language, str):
            raise InvalidTypeError.of("a language tag", language, "give text")
        if not LANGUAGE_TAG.fullmatch(language):
            raise InvalidValueError("a language tag", briefly(language), "write it like 'kk-Latn'")

    @kind.validator
    def _must_be_a_kind(self, _: object, kind: object) -> None:
        if not isinstance(kind, NameKind):
            raise InvalidTypeError.of("a kind of name", kind, "give a NameKind")

    def __str__(self) -> str:
        return self.text
