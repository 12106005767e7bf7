"""Texts that lead to the sentence behind what they say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from centralasia_minerals.rendering.views.pieces import Linked
from centralasia_minerals.values.absence import NotStated


class Cited(Protocol):
    """A citation, as far as it leads to its page."""

    @property
    def url(self) -> str | NotStated:
        """The address of the passage, or of its page."""

    @property
    def quote(self) -> tuple[str, ...]:
        """The words that find the passage on its page."""


def linked(text: str, citations: Iterable[Cited]) -> Linked:
    """Return a text that leads to the first passage on a page, if there is one."""
    return Linked(text, first_url(citations) or "")


def first_url(citations: Iterable[Cited]) -> str | None:
    """Return the address of the first passage on a page, words before pages; None without one."""
    addresses = [(not one.quote, one.url) for one in citations]
    return min(
        ((bare, url) for bare, url in addresses if isinstance(url, str)),
        default=(0, None),
        key=lambda found: found[0],
    )[1]
