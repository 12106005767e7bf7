"""The view of a dataset: its version, what it holds, the time it covers, and what to call next."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.telling.readable import NOT_TOLD, readable
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.rendering.views.blocks import Facts, Heading, Section, Table, View
from centralasia_minerals.rendering.views.pieces import Cell, Code
from centralasia_minerals.values.partial_date import PartialDate

from .kinds import Records

_NEXT = (
    ('ds.search("tungsten")', "everything that matches a text, the best first"),
    ('ds.deals.where(country="KZ")', "the deals that meet every criterion"),
    ("cam.total(ds)", "what deals are worth, counting nothing twice"),
    ("cam.timeline(ds)", "what happened when"),
    ("cam.disagreements(ds)", "where sources differ"),
)


def dataset_view(version: str, records: Records, dropped: tuple[str, ...]) -> View:
    """Return the view of a dataset."""
    counts = [(Code(f"ds.{kind}"), f"{len(entities):,}") for kind, entities in records.items()]
    facts: tuple[tuple[str, tuple[Cell, ...]], ...] = (
        ("version", (version or "none",)),
        ("sources of", (_period(_published(records["sources"])),)),
        ("deals and events of", (_period(_dates(records)),)),
        ("dropped by a merge", dropped),
    )
    calls = [(Code(call), about) for call, about in _NEXT]
    return (
        Heading(f"Dataset {version}".strip()),
        Facts(facts),
        Table(("catalog", "records"), counts),
        Section("What to call next", (Table(("call", "what it gives"), calls),)),
    )


def _published(sources: Iterable[Entity]) -> list[PartialDate]:
    found = (getattr(source, "published", None) for source in sources)
    return [one.date for one in found if isinstance(one, Dated)]


def _dates(records: Records) -> list[PartialDate]:
    dates = [one.date for deal in records["deals"] if isinstance(deal, Deal) for one in deal.dates]
    happened = [event.date for event in records["events"] if isinstance(event, Event)]
    return [*dates, *(one.date for one in happened if isinstance(one, Dated))]


def _period(dates: list[PartialDate]) -> str:
    """Return the first and the last of some dates, each as precise as it is."""
    if not dates:
        return NOT_TOLD
    first = readable(min(dates, key=lambda date: (date.earliest, date.latest)))
    last = readable(max(dates, key=lambda date: (date.latest, date.earliest)))
    return first if first == last else f"{first} to {last}"
