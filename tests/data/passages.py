"""The articles by the ids of their sources, and what citations point to in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import centralasia_minerals as cam


def texts_by_source(articles: Path) -> dict[str, str]:
    """Give the text of each article by the id of its source."""
    by_digest = {hashlib.sha256(f.read_bytes()).hexdigest(): f for f in articles.glob("*.txt")}
    sources = cam.load().sources
    return {source.id: by_digest[str(source.sha256)].read_text("utf-8") for source in sources}


def printed(citations: Iterable[cam.Citation], texts: dict[str, str]) -> str:
    """Give the passages as the articles print them, one after the other."""
    return " | ".join(texts[one.source.id][slice(one.start, one.end)] for one in citations)
