"""When things happened, as far as the sources say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.base.telling.links import linked
from centralasia_minerals.entities.base.telling.told_date import date_in_words, told_date
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deal_date import DealDate
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.source import Dated
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.listing import Listing
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import Row, Table as Shown
from centralasia_minerals.rendering.views.pieces import Id
from centralasia_minerals.values.absence import NotStated

from .counting.given_deals import version_of

Happening: TypeAlias = Deal | Event
"""What a timeline can hold."""

Happenings: TypeAlias = Dataset | Catalog[Deal] | Catalog[Event] | Iterable[Happening]
"""What can be put in order: a dataset, a catalog of deals or events, or any deals and events."""

_UNDATED = "undated"


@attrs.frozen
@result
class Moment(ToDict):
    """A deal or event at one of its dates.

    Attributes:
        when: the date, and whether it is stated or inferred; ``NotStated`` if there is no date.
        what: the deal or event.
    """

    when: Dated | NotStated
    what: Happening

    def __str__(self) -> str:
        day = date_in_words(self.when) if self.when else _UNDATED
        return f"{day}  {self.what.name}: {self.happened}"

    @property
    def happened(self) -> str:
        """What is dated: what happened to a deal, with its key, or else the kind of the record."""
        if not isinstance(self.when, DealDate):
            return str(self.what.kind)
        return f"{self.when.kind} ({self.when.key})" if self.when.key else str(self.when.kind)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for ``json.dumps``, with what happened."""
        return {**super().to_dict(), "happened": self.happened}


@attrs.frozen(repr=False)
@result
class Timeline(Listing[Moment], Exportable, ToDict):
    """Moments in the order of the earliest day that each may be; undated ones come last.

    Dates do not have an order of their own: if two begin on the same day, the more precise one
    comes first.

    Attributes:
        moments: the moments, in order.
        version: the version of the dataset that was given; None if only deals or events were.
    """

    moments: tuple[Moment, ...]
    version: str | None = attrs.field(default=None, eq=False, kw_only=True)

    @property
    def _items(self) -> tuple[Moment, ...]:
        return self.moments

    def to_table(self) -> Table:
        """Return a flat table with a row for each moment, in order."""
        from .reporting.result_tables import timeline_table

        return timeline_table(self.moments, self.version)

    def __repr__(self) -> str:
        return f"<Timeline of {pluralized(len(self), 'moment')}>"

    def _table(self) -> Shown:
        return Shown(("date", "what", "what happened"), self.moments, _row, ".to_table()")


def _row(moment: Moment) -> Row:
    what, when = moment.what, moment.when
    named = linked(what.name, (*(when.citations if when else ()), *what.citations))
    return told_date(when, _UNDATED), (named, Id(what.id)), moment.happened


def timeline(happenings: Happenings) -> Timeline:
    """Return deals and events in the order of their dates, each as precise as its source.

    Args:
        happenings: a dataset (its deals and its events), a catalog, or any deals and events. A
            deal with several dates appears at each of them.

    Raises:
        InvalidTypeError: something is neither a deal nor an event.

    >>> import centralasia_minerals as cam
    >>> str(cam.timeline(cam.load().events.where(kind="signing"))[0].when.date)
    '2020'
    """
    version = version_of(happenings)
    if isinstance(happenings, Dataset):
        happenings = (*happenings.deals, *happenings.events)
    if not isinstance(happenings, Iterable):
        raise InvalidTypeError.of("a timeline", happenings, "give deals or events")
    moments = [moment for happening in happenings for moment in _moments(happening)]
    return Timeline(tuple(sorted(moments, key=_place)), version=version)


def _moments(happening: object) -> list[Moment]:
    if isinstance(happening, Deal):
        return [Moment(date, happening) for date in happening.dates or (NotStated(),)]
    if isinstance(happening, Event):
        return [Moment(happening.date, happening)]
    raise InvalidTypeError.of("a timeline", happening, "give deals or events")


def _place(moment: Moment) -> tuple[bool, int, int, str]:
    if isinstance(moment.when, NotStated):
        return (True, 0, 0, moment.what.id)
    date = moment.when.date
    return (False, date.earliest.toordinal(), date.latest.toordinal(), moment.what.id)
