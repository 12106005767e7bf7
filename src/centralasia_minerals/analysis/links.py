"""Cells of tables that lead to the sentence behind what they say."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.tables import Linked


def linked(text: str, citations: Iterable[Citation]) -> str:
    """Return a text that leads to the first passage on a page; the same text if there is none."""
    url = first_url(citations)
    return text if url is None else Linked(text, url)


def first_url(citations: Iterable[Citation]) -> str | None:
    """Return the address of the first passage on a page, words before pages; None without one."""
    addresses = [(not one.quote, one.url) for one in citations]
    return min(
        ((bare, url) for bare, url in addresses if isinstance(url, str)),
        default=(0, None),
        key=lambda found: found[0],
    )[1]
