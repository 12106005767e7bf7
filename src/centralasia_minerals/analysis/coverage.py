"""How much of each source's text is cited, and which of its sentences are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import attrs

from centralasia_minerals.dataset.dataset import Dataset, as_dataset
from centralasia_minerals.dataset.evidence.copies import Copy, copies_in
from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.dataset.traversal import all_citations
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import UnknownIdError, near
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Row, Table as Shown
from centralasia_minerals.rendering.views.viewed import Tabular

from .counting.given_deals import version_of

# A sentence ends with its full stop and any closing quotes, or with its line.
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*(?=\s)|$", re.MULTILINE)
# A full stop after one of these does not end a sentence; the longest, and what stands before it,
# are five characters.
_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|vs|U\.S|[A-Z])\.$")
_LONGEST = 5


@attrs.frozen
@result
class Sentence(ToDict):
    """A sentence of a source's text; it is read from the text and never stored.

    Attributes:
        start: where it begins in the text, in characters, counted from 0.
        end: where it ends; the character at ``end`` is not part of it.
        text: the sentence.
    """

    start: int
    end: int
    text: str


@attrs.frozen
@result
class SourceCoverage(ToDict):
    """How much of one source is cited.

    Attributes:
        source: the source.
        found: whether the folder holds its text; if not, nothing is known.
        share: the part of its characters, outside furniture and white space, that at least one
            citation covers, from 0 to 1; None if the text was not found.
        uncovered: the sentences that no citation touches; empty if the text was not found.
    """

    source: Source
    found: bool
    share: Fraction | None
    uncovered: tuple[Sentence, ...]


@attrs.frozen(repr=False)
@result
class Coverage(Tabular, Exportable, ToDict):
    """How much of each source of a dataset is cited.

    Attributes:
        sources: the coverage of each source, by id.
        version: the version of the dataset; None if it has none.
    """

    sources: tuple[SourceCoverage, ...]
    version: str | None = attrs.field(default=None, eq=False, kw_only=True)

    @property
    def complete(self) -> bool:
        """Whether there is a source, every text was found, and every sentence is covered."""
        return bool(self.sources) and all(one.found and not one.uncovered for one in self.sources)

    def __len__(self) -> int:
        return len(self.sources)

    def __iter__(self) -> Iterator[SourceCoverage]:
        return iter(self.sources)

    def __getitem__(self, id: str) -> SourceCoverage:
        """Return the coverage of a source, by its id.

        Raises:
            UnknownIdError: no source has that id; a KeyError that suggests similar ids.
        """
        known = {one.source.id: one for one in self.sources}
        if id not in known:
            raise UnknownIdError("source", str(id), near(str(id), known))
        return known[id]

    def to_table(self) -> Table:
        """Return a flat table with a row for each source."""
        from .reporting.result_tables import coverage_table

        return coverage_table(self.sources, self.version)

    def __repr__(self) -> str:
        return f"<Coverage of {pluralized(len(self), 'source')}>"

    def _ipython_key_completions_(self) -> list[str]:
        """Return the ids of the sources, which a notebook completes between brackets."""
        return [one.source.id for one in self.sources]

    def _table(self) -> Shown:
        header = ("source", "cited", "uncovered sentences", "the first")
        return Shown(header, self.sources, _row, ".to_table()")


def _row(one: SourceCoverage) -> Row:
    return (
        one.source._told(),
        "no text" if one.share is None else f"{round(one.share * 1000) / 10}%",
        f"{len(one.uncovered):,}" if one.found else "",
        one.uncovered[0].text[:60] if one.uncovered else "",
    )


def coverage(dataset: Dataset, folder: str | Path) -> Coverage:
    """Return how much of each source is cited, with the sentences that no citation touches.

    Args:
        dataset: the records whose citations count.
        folder: the folder of the texts, which are known as for ``Dataset.verify``.

    Raises:
        InvalidTypeError: a dataset or a path was expected, and something else was given.
        MissingPathError: the folder does not exist.
    """
    sources = {source.id: source for source in as_dataset(dataset, "coverage").sources}
    cited: dict[str, list[Span]] = {}
    for entities in dataset.records.values():
        for entity in entities:
            for citation in all_citations(entity):
                source = citation.source
                sources.setdefault(source.id, source)
                cited.setdefault(source.id, []).append(citation)
    copies = copies_in(folder, sources.values())
    return Coverage(
        tuple(
            _of_source(source, copies[source.id][:1], cited.get(source.id, []))
            for _, source in sorted(sources.items())
        ),
        version=version_of(dataset),
    )


def _of_source(source: Source, copies: tuple[Copy, ...], cited: list[Span]) -> SourceCoverage:
    if not copies:
        return SourceCoverage(source, False, None, ())
    copy = copies[0]
    text = copy.text
    furniture = _places(copy, source.furniture)
    printed = {i for i, character in enumerate(text) if not character.isspace()} - furniture
    covered = _places(copy, cited) & printed
    uncovered = tuple(
        sentence
        for sentence in sentences_of(text)
        if (own := printed & set(range(sentence.start, sentence.end))) and not own & covered
    )
    share = Fraction(len(covered), len(printed)) if printed else Fraction(1)
    return SourceCoverage(source, True, share, uncovered)


def _places(copy: Copy, spans: Iterable[Span]) -> set[int]:
    """Return the places in a text that any of some passages covers, as far as they stand in it."""
    places: set[int] = set()
    reached = 0
    for start, end in sorted(filter(None, map(copy.place_of, spans))):
        places.update(range(max(start, reached), end))
        reached = max(reached, end)
    return places


def sentences_of(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text, each with its place; a line break always ends one."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        ends_line = text[end.end() : end.end() + 1] in ("", "\n")
        tail = text[max(start, end.end() - _LONGEST) : end.end()]
        if _ABBREVIATION.search(tail) and not ends_line:
            continue
        passage = text[start : end.end()]
        if passage.strip():
            lead = len(passage) - len(passage.lstrip())
            yield Sentence(start + lead, start + len(passage.rstrip()), passage.strip())
        start = end.end()
