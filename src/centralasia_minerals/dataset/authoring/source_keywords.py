"""The keywords of ``source``, for type checkers."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.entities.vocabulary.source_tier import Extent, SourceTier
from centralasia_minerals.values.partial_date import PartialDate


class SourceKeywords(TypedDict, total=False):
    """The fields of a source that its text does not give; see ``Source``."""

    id: str
    title: str
    url: str
    read: PartialDate | date | str
    archived: str
    language: str
    author: str
    publisher: str
    origin: str
    tier: SourceTier | str
    state_run: bool
    extent: Extent | str
    published: Dated | PartialDate | date | str
    furniture: tuple[Span, ...]
