"""Which texts can be printed; a record holds no others."""

from __future__ import annotations

# Not printable for Python, and yet part of what sources print: the joiners of Arabic and Indic
# scripts, and spaces other than the plain one, which keep a figure on one line.
_ALSO_PRINTED = dict.fromkeys(
    (0x200C, 0x200D, 0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
)


def is_printable(text: str) -> bool:
    r"""Whether all characters of a text can be printed; joiners and no-break spaces can.

    >>> is_printable("$50\u00a0million"), is_printable("a\nb"), is_printable("a\u200bb")
    (True, False, False)
    """
    return text.isprintable() or text.translate(_ALSO_PRINTED).isprintable()
