"""Totals as sentences ready for print, with numbered notes to sources and passages."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.rendering.views.blocks import Items, Paragraph, View
from centralasia_minerals.rendering.views.pieces import Linked
from centralasia_minerals.rendering.views.viewed import Viewed

from ..counting.account import Account
from ..counting.ledger_row import LedgerRow
from .explanation import conversion_of, place_of
from .remarks import remarks_of
from .sentence import Sentences
from .wordings import say_in


@attrs.frozen
@result
class Note(ToDict):
    """One numbered note to a sentence.

    Attributes:
        number: its number, counted from 1.
        text: the source and passage in words, and how the figure was converted, if it was.
        citation: the passage.
    """

    number: int
    text: str
    citation: Citation

    @property
    def url(self) -> str | None:
        """The address of the passage on its page; None if the source has none."""
        return self.citation.url or None

    def __str__(self) -> str:
        return f"[{self.number}] {self.text}" + (f", {self.url}" if self.url else "")


@attrs.frozen
@result
class Footnoted(ToDict, Viewed):
    """A sentence with marks, and the notes that they point to; ``str`` returns both.

    Attributes:
        sentence: the sentence, with a mark such as ``[1]`` for each note.
        notes: the notes, by number; empty if the sentence has no figures.
    """

    sentence: str
    notes: tuple[Note, ...]

    def __str__(self) -> str:
        return "\n".join([self.sentence, "", *map(str, self.notes)])

    def _view(self) -> View:
        notes = tuple(Linked(note.text, note.url or "") for note in self.notes)
        urls = {f"[{note.number}]": note.url for note in self.notes}
        # A mark leads to its sentence too, wherever the source has a page.
        pieces = (
            Linked(piece, url) if (url := urls.get(piece)) else piece
            for piece in re.split(r"(\[\d+\])", self.sentence)
        )
        return Paragraph(tuple(filter(None, pieces))), Items(notes, is_numbered=True)


class _Notes:
    """The notes so far: one for each passage, whatever it is cited for."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._say = say_in(locale)
        self._citations: dict[tuple[object, ...], list[Citation]] = {}
        self._numbers: dict[tuple[object, ...], int] = {}
        self._conversions: dict[tuple[object, ...], list[str]] = {}

    def marks(self, rows: Iterable[LedgerRow]) -> str:
        """Add every passage that has no note yet, and return the marks of all passages."""
        numbers = set()
        for row in rows:
            for citation in row.citations:
                passage = (citation.source.id, citation.digest, citation.start, citation.end)
                cited = self._citations.setdefault(passage, [])
                if citation not in cited:
                    cited.append(citation)
                numbers.add(self._numbers.setdefault(passage, len(self._numbers) + 1))
                if row.conversion is not None and row.conversion.rate is not None:
                    said = conversion_of(row.conversion, self._say, self._locale)
                    told = self._conversions.setdefault(passage, [])
                    if said not in told:
                        told.append(said)
        return "".join(f"[{number}]" for number in sorted(numbers))

    def all(self) -> tuple[Note, ...]:
        """Return the notes, by number."""
        return tuple(
            Note(
                number,
                "; ".join([self._text(cited), *self._conversions.get(passage, ())]),
                cited[0],
            )
            for number, (passage, cited) in enumerate(self._citations.items(), start=1)
        )

    def _text(self, cited: list[Citation]) -> str:
        first, *others = cited
        figures = dict.fromkeys(
            one.figure
            for one in others
            if isinstance(one.figure, str) and one.figure != first.figure
        )
        quoted = [self._say("“{figure}”").format(figure=figure) for figure in figures]
        return ", ".join([place_of(first, self._say, self._locale), *quoted])


def footnoted(account: Account, locale: str) -> Footnoted:
    """Return a total as sentences, each figure with notes to every passage behind it.

    Raises:
        UnknownLocaleError: no translation into the language exists.
    """
    notes = _Notes(locale)
    told = list(Sentences(account, locale).all(notes.marks))
    told += remarks_of(account, locale)
    return Footnoted(" ".join(told), notes.all())
