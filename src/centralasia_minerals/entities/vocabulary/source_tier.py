"""How near sources are to what they tell of, and how much of each was read."""

from __future__ import annotations

from centralasia_minerals.values.closed_enum import ClosedEnum


class SourceTier(ClosedEnum):
    """How near a source is to what it tells of."""

    OFFICIAL = "official", "A state, its bodies or an international organization; the paper itself."
    COMPANY = "company", "A party that is a firm: its news, filings and reports."
    NEWS = "news", "A general newspaper, broadcaster or agency."
    TRADE_PRESS = "trade press", "A journal or portal of the trade."
    ANALYSIS = "analysis", "A think tank, a scholar or a consultant."
    AGGREGATOR = "aggregator", "Whoever copies or sums up what others wrote."


class Extent(ClosedEnum):
    """Whether the copy that was read is the whole text."""

    WHOLE = "whole", "All of it."
    EXCERPT = "excerpt", "A part of it, such as what stands before a paywall."
