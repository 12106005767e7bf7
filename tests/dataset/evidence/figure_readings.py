"""Readings of figures in invented sentences, for the tests of proofs."""

from __future__ import annotations

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.figures.reading import Outcome
from centralasia_minerals.dataset.evidence.printed_figures import figure_outcome

Value = cam.Money | cam.Measure | cam.Share

AS_RECORDED = cam.Reading.AS_RECORDED
NOT_READ = cam.Reading.NOT_READ
CONTRADICTS = cam.Reading.CONTRADICTS


def money(amount: int | str, code: str = "USD") -> cam.Money:
    return cam.Money(amount, code)


def million(amount: int, code: str = "USD") -> cam.Money:
    return cam.Money(amount * 10**6, code)


def outcome(
    text: str,
    figure: str,
    value: Value,
    hedge: str = "as stated",
    upper: Value | None = None,
    *,
    passage: str = "",
    language: str | None = None,
) -> Outcome:
    """Return how a figure of a text reads; the passage is the whole text by default."""
    passage = passage or text
    tagged = {} if language is None else {"language": language}
    source = cam.source(text, id="gazette-2025-12", title="A text", read="2025-12-01", **tagged)
    citation = source.cite(text, passage, figure=figure)
    stated = cam.Stated(
        value=value,
        hedge=cam.Hedge(hedge),
        upper=cam.NotStated() if upper is None else upper,
        citations=(citation,),
    )
    before, _, after = text.partition(passage)
    return figure_outcome(stated, citation, passage, before=before, after=after)


def reading(*arguments, **keywords) -> cam.Reading:
    return outcome(*arguments, **keywords).reading
