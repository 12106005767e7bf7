"""Proofs notice whatever changes the meaning of a bundled figure, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.copies import copies_in
from centralasia_minerals.dataset.evidence.printed_figures import figure_outcome
from centralasia_minerals.dataset.traversal import spans_within

ds = cam.load()
AS_RECORDED, CONTRADICTS = cam.Reading.AS_RECORDED, cam.Reading.CONTRADICTS
Hedge = cam.Hedge

WORDS = {
    Hedge.UP_TO: ["up to", "as much as", "at most", "a maximum of", "no more than"],
    Hedge.AT_LEAST: ["at least", "no less than", "a minimum of"],
    Hedge.MORE_THAN: ["more than", "over", "above", "in excess of", "exceeding", "upwards of"],
    Hedge.NEARLY: ["nearly", "almost", "close to", "just under"],
    Hedge.AROUND: ["around", "about", "roughly", "some", "approximately", "circa"],
    Hedge.ESTIMATED: ["an estimated", "estimated at", "estimated to cost"],
}
ALL = [(hedge, word) for hedge, words in WORDS.items() for word in words]
OTHERS = [
    ("billion", "million"), ("million", "billion"), ("million", "thousand"), ("tonnes", "pounds"),
    ("tonnes", "kilograms"), ("tonnes", "barrels"), ("tonnes", "tonnes a year"),
    ("gigawatts", "megawatts"), ("gigawatts", "gigawatt hours"), ("gigawatts", "terawatts"),
    ("percent", "percentage points"), ("percent", "tonnes"), ("%", "‰"), ("years", "months"),
    ("year", "month"), ("decade", "year"), ("decade", "century"), ("three", "four"),
    ("Two", "Three"), ("five", "six"), ("one", "two"), ("half", "a quarter"), ("half", "a third"),
    ("half", "all"), ("half", "most"), ("$", "€"), ("$", "£"), ("$", "A$"), ("$", "AUD$"),
    ("$", "Can$"), ("$", "CAD "), ("$", "₽"), ("$", "RMB "), ("€", "$"), ("€", "USD "),
    ("million", "million CAD"), ("billion", "billion tenge"),
]  # fmt: skip


class Cited(NamedTuple):
    """A figure of the record, in its passage between the text before and after it."""

    holder: object
    citation: cam.Citation
    before: str
    passage: str
    after: str

    @property
    def name(self) -> str:
        return f"{self.citation.figure} in {self.passage[:40]}"

    @property
    def lead(self) -> str:
        return self.passage[: self.passage.index(self.citation.figure)]

    @property
    def tail(self) -> str:
        return self.passage[len(self.lead) + len(self.citation.figure) :]

    @property
    def hedge(self) -> cam.Hedge:
        return getattr(self.holder, "hedge", Hedge.AS_STATED)

    def read(self, passage: str, figure: str | None = None) -> cam.Reading:
        """Return how the figure reads once its passage says something else."""
        citation = attrs.evolve(self.citation, figure=figure or self.citation.figure)
        return figure_outcome(
            self.holder, citation, passage, before=self.before, after=self.after
        ).reading

    def place_of_hedge(self) -> tuple[int, int]:
        """Return where the recorded hedge stands in front of the figure, or of its equivalent."""
        words = [*WORDS[self.hedge], "estimated"]
        found = list(re.finditer(rf"\b(?:{'|'.join(words)})\b", self.lead))
        return found[-1].span()


@cache
def figures_in(folder: Path) -> tuple[Cited, ...]:
    return tuple(_figures_in(folder))


def _figures_in(folder: Path) -> Iterator[Cited]:
    copies = copies_in(folder, ds.sources)
    for kind in ds.records.values():
        for entity in kind:
            for _, holder, span in spans_within(entity):
                if isinstance(span, cam.Citation) and span.figure:
                    copy = copies[span.source.id][0]
                    start, end = copy.place_of(span)
                    text = copy.text
                    before, after = text[max(0, start - 200) : start], text[end : end + 200]
                    yield Cited(holder, span, before, text[start:end], after)


def test_every_bundled_figure_reads_as_recorded(articles: Path) -> None:
    report = ds.verify(articles)

    assert {AS_RECORDED: 0} | report.readings == report.readings
    assert () == report.unread
    assert report.readings[AS_RECORDED] == len(figures_in(articles)) > 30


def test_a_hedge_changed_to_one_of_another_meaning_contradicts(articles: Path) -> None:
    for cited in figures_in(articles):
        if cited.hedge is Hedge.AS_STATED:
            continue
        start, end = cited.place_of_hedge()
        rest = cited.lead[end:].replace(" to cost", "") + cited.citation.figure + cited.tail
        for hedge, word in ALL:
            found = cited.read(cited.lead[:start] + word + rest)
            assert (found is AS_RECORDED) == (hedge is cited.hedge), (cited.name, word)
            assert found in (AS_RECORDED, CONTRADICTS), (cited.name, word)


def test_a_hedge_taken_out_contradicts(articles: Path) -> None:
    for cited in figures_in(articles):
        if cited.hedge is not Hedge.AS_STATED:
            start, end = cited.place_of_hedge()
            rest = cited.lead[end:].lstrip() + cited.citation.figure + cited.tail
            assert CONTRADICTS is cited.read(cited.lead[:start] + rest), cited.name


def test_a_hedge_put_before_or_into_a_bare_figure_contradicts(articles: Path) -> None:
    for cited in figures_in(articles):
        if cited.hedge is not Hedge.AS_STATED:
            continue
        figure = cited.citation.figure
        for _, word in ALL:
            passage = f"{cited.lead}{word} {figure}{cited.tail}"
            assert CONTRADICTS is cited.read(passage), (cited.name, word)
            assert CONTRADICTS is cited.read(passage, f"{word} {figure}"), (cited.name, word)


def test_further_words_of_hedging_taken_out_contradict(articles: Path) -> None:
    (cited,) = (one for one in figures_in(articles) if getattr(one.holder, "further_words", None))

    further = getattr(cited.holder, "further_words")
    changed = cited.passage.replace(f"{further} ", "said ")

    assert CONTRADICTS is cited.read(changed)


def test_a_digit_changed_contradicts(articles: Path) -> None:
    for cited in figures_in(articles):
        figure = str(cited.citation.figure)
        for place, digit in enumerate(figure):
            for other in set("0123456789") - {digit} if digit.isdigit() else ():
                changed = figure[:place] + other + figure[place + 1 :]
                found = cited.read(cited.lead + changed + cited.tail, changed)
                assert CONTRADICTS is found, (cited.name, changed)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_a_sign_a_scale_or_a_unit_changed_contradicts(articles: Path, one: str, other: str) -> None:
    concerned = [cited for cited in figures_in(articles) if one in cited.citation.figure]
    for cited in concerned:
        changed = cited.citation.figure.replace(one, other)
        found = cited.read(cited.lead + changed + cited.tail, changed)
        assert CONTRADICTS is found, (cited.name, changed)
    assert concerned


@pytest.mark.parametrize("word", ["gleaming", "the", "Tuesday"])
def test_any_other_word_changed_still_reads_as_recorded(articles: Path, word: str) -> None:
    for cited in figures_in(articles):
        start, end = len(cited.lead), len(cited.lead) + len(cited.citation.figure)
        hedged = (0, 0) if cited.hedge is Hedge.AS_STATED else cited.place_of_hedge()
        for found in re.finditer(r"[\w’'-]+", cited.passage):
            is_figure = found.start() < end and found.end() > start
            is_hedge = found.start() < hedged[1] and found.end() > hedged[0]
            is_hedge |= found[0] == getattr(cited.holder, "further_words", None)
            if not (is_figure or is_hedge or re.search(r"\d", found[0])):
                changed = cited.passage[: found.start()] + word + cited.passage[found.end() :]
                assert AS_RECORDED is cited.read(changed), (cited.name, changed)


def verified_anew(cited: Cited, text: str, folder: Path) -> cam.Verification:
    """Verify a figure of the record as one of another source, in whose text it is cited anew."""
    source = cam.source(text, id="another-2026-01", title="Another text", read="2026-01-01")
    citation = source.cite(text, text, figure=cited.citation.figure)
    stated = attrs.evolve(cited.holder, citations=(citation,))
    deal = cam.Deal(
        id="a-deal",
        title="A deal",
        kind=cam.DealKind.CONTRACT,
        citations=(source.cite(text, text),),
        amounts=(cam.Amount(role=cam.AmountRole.COST, statements=(stated,)),),
    )
    (folder / "another-2026-01.txt").write_text(text, "utf-8", newline="")
    return cam.Dataset.of({"sources": (source,), "deals": (deal,)}).verify(folder)


def test_with_source_and_citation_made_anew_a_verification_says_so(
    articles: Path, tmp_path: Path
) -> None:
    """As a stranger would try it: another text, cited anew, and the record as it was."""
    amounts = [
        cited
        for cited in figures_in(articles)
        if isinstance(getattr(cited.holder, "value", None), cam.Money)
    ]
    for cited in amounts:
        other = "nearly" if cited.hedge is not Hedge.NEARLY else "up to"
        start, end = (len(cited.lead),) * 2
        if cited.hedge is not Hedge.AS_STATED:
            start, end = cited.place_of_hedge()
        rest = cited.lead[end:].replace(" to cost", "") + cited.citation.figure + cited.tail
        changed = f"{cited.lead[:start]}{other} {rest.lstrip()}"

        assert verified_anew(cited, cited.passage, tmp_path).complete, cited.name
        report = verified_anew(cited, changed, tmp_path)
        assert not report.ok, cited.name
        assert f"{other!r}" in report.failures[0].reason
        assert report.readings[CONTRADICTS] == 1
    assert len(amounts) > 10
