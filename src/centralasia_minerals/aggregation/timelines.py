"""What happened when, as far as the sources say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from centralasia_minerals.dataset import Catalog, Dataset
from centralasia_minerals.entities import Dated, Deal, Event
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering import Table, Tabular
from centralasia_minerals.values import NotStated

Happening: TypeAlias = Deal | Event
Happenings: TypeAlias = Dataset | Catalog[Deal] | Catalog[Event] | Iterable[Happening]


@attrs.frozen
class Moment:
    """A date of a deal or event, or that it has none."""

    when: Dated | NotStated
    what: Happening

    def __str__(self) -> str:
        date = "undated" if isinstance(self.when, NotStated) else str(self.when.date)
        return f"{date}  {self.what.name}"


@attrs.frozen(repr=False)
class Timeline(Tabular):
    """Moments in order of the earliest day that each may be; what has no date comes last.

    Dates have no order of their own: where two may be the same day, the more precise is first.
    """

    moments: tuple[Moment, ...]

    def __len__(self) -> int:
        return len(self.moments)

    def __iter__(self) -> Iterator[Moment]:
        return iter(self.moments)

    def __getitem__(self, place: int) -> Moment:
        return self.moments[place]

    def __repr__(self) -> str:
        return f"<Timeline of {len(self)} moments>"

    def _table(self) -> Table:
        rows = [
            [
                "undated" if isinstance(moment.when, NotStated) else str(moment.when.date),
                "" if isinstance(moment.when, NotStated) else str(moment.when.basis),
                str(moment.what.kind),
                moment.what.name,
            ]
            for moment in self.moments
        ]
        return ["date", "basis", "kind", "what"], rows


def timeline(happenings: Happenings) -> Timeline:
    """Put deals and events in the order of their dates, each as precise as its source.

    Args:
        happenings: a dataset (its deals and its events), a catalog, or any deals and events. A
            deal with several dates stands at each of them.

    Raises:
        InvalidTypeError: something is neither a deal nor an event.

    >>> import centralasia_minerals as cam
    >>> str(cam.timeline(cam.load().events.where(kind="signing"))[0].when.date)
    '2020'
    """
    if isinstance(happenings, Dataset):
        happenings = (*happenings.deals, *happenings.events)
    if not isinstance(happenings, Iterable):
        raise InvalidTypeError("a timeline", f"{happenings!r}", "give deals or events")
    moments = [moment for happening in happenings for moment in _moments(happening)]
    return Timeline(tuple(sorted(moments, key=_place)))


def _moments(happening: object) -> list[Moment]:
    if isinstance(happening, Deal):
        return [Moment(date, happening) for date in happening.dates or (NotStated(),)]
    if isinstance(happening, Event):
        return [Moment(happening.date, happening)]
    raise InvalidTypeError(
        "a timeline", f"{happening!r} is of type {type(happening).__name__}", "give deals or events"
    )


def _place(moment: Moment) -> tuple[bool, int, int, str]:
    if isinstance(moment.when, NotStated):
        return (True, 0, 0, moment.what.id)
    date = moment.when.date
    return (False, date.earliest.toordinal(), date.latest.toordinal(), moment.what.id)
