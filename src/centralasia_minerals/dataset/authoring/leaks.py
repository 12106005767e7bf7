"""Finds sentences of texts in what is written of them: nobody's words are shipped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

LONGEST_RUN = 5
"""How many words in a row may be a text's own, names and figures apart."""

_WORD = re.compile(r"[^\W_]+")
_EXEMPT = ("title", "url", "archived")


def leaks_in(tables: Any, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the places of tables that have more than five words in a row of a text.

    Names and figures do not count, and printed titles and addresses of pages may be longer.
    """
    runs = {run for text in texts for run in _runs(text)}
    if runs:
        yield from _leaks(tables, "", runs)


def _leaks(value: Any, path: str, runs: set[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _EXEMPT:
                yield from _leaks(inner, f"{path}.{key}".lstrip("."), runs)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _leaks(item, f"{path}[{place}]", runs)
    elif isinstance(value, str) and not runs.isdisjoint(_runs(value)):
        found = f"more than {LONGEST_RUN} words in a row are those of the text"
        yield path, f"{found}; say it in words of your own"


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the shortest runs that have six words which are neither names nor figures."""
    words = _WORD.findall(text)
    plain = [place for place, word in enumerate(words) if word.islower()]
    runs = zip(plain, plain[LONGEST_RUN:], strict=False)
    return {tuple(words[first : last + 1]) for first, last in runs}
