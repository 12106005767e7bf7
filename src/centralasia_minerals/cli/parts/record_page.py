"""A record as one page: its own view, what else the data say of it, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version

import attrs

from centralasia_minerals.analysis.disagreement import DisagreementKind
from centralasia_minerals.analysis.disagreements import disagreements
from centralasia_minerals.analysis.timeline import Moment, timeline
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.traversal import all_citations
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.base.telling.told_citation import NO_PAGE, date_of
from centralasia_minerals.entities.base.telling.told_date import date_in_words
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.source import Source
from centralasia_minerals.rendering.views.as_text import text_of
from centralasia_minerals.rendering.views.blocks import Block, Items, Paragraph, Section, View
from centralasia_minerals.rendering.views.pieces import Cell, Quiet, pieces_of
from centralasia_minerals.rendering.views.viewed import Viewed

_MOST = 40
"""How many records are listed under one title; the others are counted."""
_MOST_CITED = 3
"""How many sources a citation names; of more, it says how many they are."""
_OF_DEALS = (DisagreementKind.FIGURE, DisagreementKind.STAGE, DisagreementKind.DATE)


@attrs.frozen
class RecordPage(Viewed):
    """A record with all that a reader of one page needs.

    Attributes:
        record: the record.
        dataset: the dataset that it is in.
    """

    record: Entity
    dataset: Dataset

    def _view(self) -> View:
        own = tuple(map(unfolded, self.record._view()))
        return (*own, *self._told_elsewhere(), Section("Cite it as", (Paragraph(self.citation),)))

    @property
    def citation(self) -> str:
        """The citation of the record, ready to paste."""
        record, sources = self.record, _sources_of(self.record)
        data = f", data {self.dataset.version}" if self.dataset.version else ""
        if isinstance(record, Source):
            return f"{_reference(record)}; by way of {_library()}{data} ({record.id})."
        named = f"“{record.name}” ({record.id}), {_library()}{data}"
        left = len(sources) - _MOST_CITED
        more = (f"{left} more sources, which the record cites",) if left > 0 else ()
        after = "; ".join((*map(_reference, sources[:_MOST_CITED]), *more))
        return f"{named}; after {after}." if after else f"{named}."

    def __str__(self) -> str:
        return text_of(self._view())

    def _told_elsewhere(self) -> Iterator[Block]:
        """Yield what other records say of it, and where sources disagree about it."""
        record, dataset = self.record, self.dataset
        if isinstance(record, Deal):
            related = (
                (Quiet(f"{one.kind}: "), *one.other._told()) for one in dataset.related(record)
            )
            yield from _section("Related deals, whichever of the two says so", related)
        elif not isinstance(record, (Source, Event)):
            yield from _section("Deals", (one._told() for one in dataset.deals_of(record)))
        if not isinstance(record, Source):
            events = timeline(one for one in dataset.events_of(record) if one != record)
            yield from _section("Events", (_dated(one) for one in events))
        if isinstance(record, (Deal, Deposit, Event, Organization)):
            yield from _section("Its parts", (one._told() for one in dataset.parts_of(record)))
        yield from _section("Disputed between sources", self._disputed())

    def _disputed(self) -> Iterator[Cell]:
        for one in disagreements(self.dataset):
            if one.entity == self.record and not self._is_shown(one.kind):
                sides: list[str] = []
                for side in one.sides:
                    sides += [_between(one.kind)] if sides else []
                    sides.append(linked(side.said, side.citations))
                yield (f"{one.kind}: ", *sides, Quiet(f"({one.path})"))

    def _is_shown(self, kind: DisagreementKind) -> bool:
        """Whether the view of the record tells of such disagreements itself."""
        return isinstance(self.record, Deal) and kind in _OF_DEALS


def _between(kind: DisagreementKind) -> str:
    """Return what stands between two sides; stakes of more than all do not exclude each other."""
    return " and " if kind is DisagreementKind.STAKES else " or "


def _section(title: str, told: Iterable[Cell]) -> Iterator[Block]:
    lines = tuple(told)
    if lines:
        more = (f"and {len(lines) - _MOST:,} more",) if len(lines) > _MOST else ()
        yield Section(f"{title} ({len(lines):,})", (Items((*lines[:_MOST], *more)),))


def unfolded(block: Block) -> Block:
    """Return a block with nothing folded away: a page that is printed cannot be opened."""
    if not isinstance(block, Section):
        return block
    inside = tuple(map(unfolded, block.blocks))
    return attrs.evolve(block, blocks=inside, is_folded=False, hint="")


def _sources_of(record: Entity) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(citation.source for citation in all_citations(record)))


def _dated(moment: Moment) -> Cell:
    when = (f"{date_in_words(moment.when)}: ",) if moment.when else ()
    return (*when, *pieces_of(moment.what._told()))


def _library() -> str:
    return f"centralasia_minerals {version('centralasia-minerals')}"


def _reference(source: Source) -> str:
    publisher = f", {source.publisher}" if source.publisher else ""
    page = f", {source.url}" if source.url else f" ({NO_PAGE})"
    return f"“{source.title}”{publisher}, {date_of(source)}{page}"
