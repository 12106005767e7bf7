"""Tables as plain text, and numbers with their nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Row = Sequence[object]


def text_table(header: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table as plain text, with its columns aligned by spaces.

    >>> print(text_table(["deal", "figure"], [["kz-us-tungsten", "USD 1"], ["x", "USD 20"]]))
    deal            figure
    kz-us-tungsten  USD 1
    x               USD 20
    """
    lines = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "\n".join(line.rstrip() for line in padded)


def pluralized(number: int, word: str) -> str:
    """Return a number and its noun in English: ``1 deal``, ``1,200 deals``."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
