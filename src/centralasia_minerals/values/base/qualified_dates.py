"""The words in front of a date that is approximate or uncertain; a sign where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from centralasia_minerals.rendering.messages import message_locales, translator

from .edtf import mark_of

if TYPE_CHECKING:
    from babel import Locale

_WORDS = {"~": "about {date}", "?": "perhaps {date}", "%": "perhaps about {date}"}


def with_qualifier(written: str, spoken: Locale, *, approximate: bool, uncertain: bool) -> str:
    """Return a date with the words of its mark before it, or the mark behind it.

    Args:
        written: the date, as a locale writes it.
        spoken: the locale; in a language that there are no words in, the mark stays a sign.
        approximate: whether the source says "about".
        uncertain: whether it may be another date.
    """
    mark = mark_of(approximate=approximate, uncertain=uncertain)
    if not mark or spoken.language not in message_locales():
        return written + mark
    say = translator(spoken.language)
    return say(_WORDS[mark]).format(date=written)
