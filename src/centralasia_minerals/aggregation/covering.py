"""How much of each source's text is cited, and which sentences are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import attrs

from centralasia_minerals.dataset import Dataset, as_dataset, spans_within, texts_in
from centralasia_minerals.entities import Citation, Source
from centralasia_minerals.errors import UnknownIdError, near
from centralasia_minerals.rendering import Table, Tabular

# A sentence ends with its stop and the quotes that close it, or with its line.
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*(?=\s)|$", re.MULTILINE)
# A stop after one of these ends no sentence.
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|vs|U\.S|[A-Z])\.$")


@attrs.frozen
class Sentence:
    """A sentence of a source's text, by its place; read from the text, never stored."""

    start: int
    end: int
    text: str


@attrs.frozen
class SourceCoverage:
    """How far one source is cited.

    ``share`` is the part of its characters, outside furniture and white space, that some
    citation covers; ``uncovered`` lists the sentences that none touches. ``found`` says whether
    the folder held the text; without it nothing is known.
    """

    source: Source
    found: bool
    share: Fraction
    uncovered: tuple[Sentence, ...]


@attrs.frozen(repr=False)
class Coverage(Tabular):
    """How far each source of a dataset is cited."""

    sources: tuple[SourceCoverage, ...]

    @property
    def complete(self) -> bool:
        """Say whether there is a source, every text was found, and every sentence is covered."""
        return bool(self.sources) and all(one.found and not one.uncovered for one in self.sources)

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[SourceCoverage]:
        return iter(self.sources)

    def __getitem__(self, id: str) -> SourceCoverage:
        """Give the coverage of a source.

        Raises:
            UnknownIdError: it is none of them; a KeyError that suggests near ids.
        """
        known = {one.source.id: one for one in self.sources}
        if id not in known:
            raise UnknownIdError("source", str(id), near(str(id), known))
        return known[id]

    def __repr__(self) -> str:
        return f"<Coverage of {len(self)} sources>"

    def _table(self) -> Table:
        rows = [
            [
                one.source.id,
                f"{round(one.share * 1000) / 10}%" if one.found else "no text",
                str(len(one.uncovered)),
                one.uncovered[0].text[:60] if one.uncovered else "",
            ]
            for one in self.sources
        ]
        return ["source", "cited", "uncovered sentences", "the first"], rows


def coverage(dataset: Dataset, folder: str | Path) -> Coverage:
    """Say how much of each source some citation covers, and list the sentences that none does.

    Args:
        dataset: the records whose citations count.
        folder: where the texts are; they are known by their sha256.

    Raises:
        MissingPathError: there is no such folder.
    """
    sources = {source.id: source for source in as_dataset(dataset, "coverage").sources}
    cited: dict[str, list[tuple[int, int]]] = {}
    for entities in dataset.records.values():
        for entity in entities:
            for _, _, span in spans_within(entity):
                if isinstance(span, Citation):
                    sources.setdefault(span.source.id, span.source)
                    cited.setdefault(span.source.id, []).append((span.start, span.end))
    texts = texts_in(folder, tuple(sources.values()))
    return Coverage(
        tuple(
            _of_source(source, texts.get(source.id), cited.get(source.id, []))
            for _, source in sorted(sources.items())
        )
    )


def _of_source(source: Source, text: str | None, cited: list[tuple[int, int]]) -> SourceCoverage:
    if text is None:
        return SourceCoverage(source, False, Fraction(0), ())
    furniture = _places([(span.start, span.end) for span in source.furniture])
    printed = {i for i, character in enumerate(text) if not character.isspace()} - furniture
    covered = _places(cited) & printed
    uncovered = tuple(
        sentence
        for sentence in sentences_of(text)
        if (own := printed & set(range(sentence.start, sentence.end))) and not own & covered
    )
    share = Fraction(len(covered), len(printed)) if printed else Fraction(1)
    return SourceCoverage(source, True, share, uncovered)


def _places(spans: list[tuple[int, int]]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def sentences_of(text: str) -> Iterator[Sentence]:
    """Split a text into sentences, each with its place; a line break always ends one."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        passage = text[start : end.end()]
        ends_line = text[end.end() : end.end() + 1] in ("", "\n")
        if _ABBREVIATION.search(passage) and not ends_line:
            continue
        if passage.strip():
            lead = len(passage) - len(passage.lstrip())
            yield Sentence(start + lead, start + len(passage.rstrip()), passage.strip())
        start = end.end()
