"""The whole record: one frozen dataset with a catalog for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deposit import Deposit
from centralasia_minerals.entities.event import Event
from centralasia_minerals.entities.organization import Organization
from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering.views.blocks import View
from centralasia_minerals.rendering.views.viewed import Viewed
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.base.pydantic_door import PydanticDoor
from centralasia_minerals.values.partial_date import PartialDate

from .back_references import Involvement, deals_of, involvements_of, parts_of
from .catalog import Catalog
from .catalogs import Catalogs
from .checked_records import check_dataset, records_by_kind
from .dataset_view import dataset_view
from .kinds import KINDS, Records
from .query.date_window import as_partial_date
from .query.known_ids import KnownIds
from .relations.related import Related, related_to

# Totals need none of these, so they are loaded only when they are first asked for.
if TYPE_CHECKING:
    from pathlib import Path

    from .evidence.text_files import GivenCopies
    from .evidence.verification import Verification
    from .joining.merging import PreferredSide
    from .tables.dataset_tables import DatasetTables


@attrs.frozen(kw_only=True, repr=False)
class Dataset(Catalogs, PydanticDoor, Viewed):
    """Sources, and everything recorded from them; nothing in it can be changed.

    It has a catalog for each kind of record: ``sources``, ``countries``, ``blocs``,
    ``organizations``, ``people``, ``minerals``, ``deposits``, ``deals``, ``events`` and
    ``statistics``. Two datasets are equal if they have the same version and equal records.

    Attributes:
        version: the version of the data; empty if its files name none. That of a merged dataset
            says that it is one.
        dropped: what a merge dropped because the preferred side says otherwise, in words; empty
            for any other dataset.

    Raises:
        InvalidTypeError: a catalog is not one of its kind, or the version is not text.
        InvalidValueError: the version cannot be printed in a line, or a deal is related to what
            is not a deal here, or to itself by way of others; all of these are listed.
    """

    version: str
    dropped: tuple[str, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        check_dataset(self, self.version, self.dropped)

    @classmethod
    def of(
        cls, records: Records, *, version: str = "", behind: tuple[Dataset, ...] = ()
    ) -> Dataset:
        """Make a dataset of records by kind; a kind that is left out is empty.

        Args:
            records: records by catalog name.
            version: the version of the data.
            behind: other datasets whose ids ``where`` and relations accept as well: the base of
                your own records, or the whole that a view was taken of.

        Raises:
            InvalidTypeError: the records are not a mapping of kinds, or something is not a record
                of the kind that it is given for.
            InvalidValueError: a kind has another name, two of its records have one id, or relations
                of deals are broken.
        """
        by_kind = records_by_kind(records)
        others = behind if isinstance(behind, Iterable) else (behind,)
        wholes = [as_dataset(other, "a dataset behind another") for other in others]
        own = tuple(entity for entities in by_kind.values() for entity in entities)
        others_known = frozenset().union(*(dataset._known.all() for dataset in wholes))
        known = KnownIds(own, others_known, version)
        catalogs: dict[str, Any] = {
            name: Catalog._within(KINDS[name], entities, known)
            for name, entities in by_kind.items()
        }
        return cls(version=version, **catalogs)

    @property
    def tables(self) -> DatasetTables:
        """Every record and every part of one as flat tables: ``ds.tables.amounts.to_polars()``."""
        from .tables.dataset_tables import DatasetTables

        return DatasetTables(self.records, self.version)

    def parts_of(self, whole: Deal | Deposit | Event | Organization) -> tuple[Entity, ...]:
        """Return the records whose ``part_of`` is this one.

        Raises:
            InvalidTypeError: it is not a record but an id, for example.
        """
        return parts_of(whole, self.records)

    def deals_of(self, entity: Entity) -> tuple[Deal, ...]:
        """Return the deals that refer to a deposit, mineral, country, organization or person.

        Raises:
            InvalidTypeError: it is not a record but an id, for example.
        """
        return deals_of(entity, self.deals)

    def related(self, deal: Deal | str) -> tuple[Related, ...]:
        """Return the deals that a deal is related to, whichever of the two says so.

        They are sorted by kind, then what the deal says itself, then the other deal's id. A deal
        of the base alone, which your own records may name, is here only after ``merge``.

        Raises:
            UnknownIdError: there is no deal with that id.
            InvalidTypeError: it is neither a deal nor an id.
        """
        asked = self.deals[deal.id if isinstance(deal, Deal) else deal]
        return related_to(asked, self.deals)

    def events_of(self, entity: Entity) -> tuple[Event, ...]:
        """Return the events that a person or body takes part in, or that are about a deal.

        A person's events include those in which the office took part that the person held at the
        time, such as a summit of "the presidents"; ``involvements_of`` tells them apart.

        Raises:
            InvalidTypeError: it is not a record but an id, for example.
        """
        return tuple(one.event for one in self.involvements_of(entity))

    def involvements_of(self, entity: Entity) -> tuple[Involvement, ...]:
        """Return the events of ``events_of``, each with how the record is involved in it.

        ``is_direct`` tells whether the event names the record itself, and ``office`` the position
        through which a person takes part where it names the office only. A position counts from
        the first to the last date as of which sources give it to the person, and for a month
        before in a source that tells of both. A bloc's event ("Central Asian presidents") counts
        for no member: nothing tells who came; ``ds.events.where(party="central-asia")`` finds it.

        Raises:
            InvalidTypeError: it is not a record but an id, for example.
        """
        return involvements_of(entity, self.events)

    def verify(self, folder: str | Path, *, copies: GivenCopies | None = None) -> Verification:
        """Check every citation against copies of the texts in a folder; it never stops halfway.

        Each passage must stand in a copy of its source, wherever it stands there, and each printed
        figure must be in its passage and read as the recorded value.

        Args:
            folder: the folder. A file is a copy of a source if it has the recorded sha256, whatever
                its line ends, or is named ``<id>.txt`` or ``<id>--anything.txt``.
            copies: other files that are copies, by the id of the source.

        Raises:
            InvalidTypeError: the folder or a copy is not a path.
            MissingPathError: the folder or a copy does not exist.
            UnknownIdError: no source has the id that a copy is given for.
        """
        from .evidence.verify import verified

        return verified(self.records, folder, copies)

    def origin_of(self, source: Source) -> Organization | str | NotStated:
        """Return the agency or office that a source repeats, as an organization if recorded.

        Raises:
            InvalidTypeError: it is not a source but an id, for example.
        """
        given: object = source
        if not isinstance(given, Source):
            remedy = "give the source itself, such as ds.sources['caspian-post-2025-03']"
            raise InvalidTypeError.of("the origin of a source", given, remedy)
        origin = source.origin
        if isinstance(origin, str) and origin in self.organizations:
            return self.organizations[origin]
        return origin

    def merge(self, other: Dataset, *, prefer: PreferredSide | None = None) -> Dataset:
        """Join two datasets: whatever either says, and equal things once.

        Records of one id become one: different statements, parties, dates and names stand side by
        side, and so do amounts and stakes, unless they are the same by their ``identity``. The
        citations of what both say are united.

        Args:
            other: the dataset to join to this one.
            prefer: whose value is kept where a field that can have one has two; the result's
                ``dropped`` lists the others. None refuses them.

        Raises:
            ConflictError: a field that can have one value has two and neither side is preferred,
                two parts of a record have nothing that tells them apart, records of two kinds have
                one id, or references or relations form a circle; the message lists all of them.
        """
        from .joining.merging import merged, merged_version

        as_dataset(other, "a dataset to merge")
        found = merged(self.records, other.records, prefer)
        same = [one.version for one in (self, other) if dict(one.records) == found.records]
        version = merged_version((self.version, other.version), same)
        joined = Dataset.of(found.records, version=version, behind=(self, other))
        return attrs.evolve(joined, dropped=found.dropped)

    def as_of(self, when: str | date | PartialDate) -> Dataset:
        """Return the dataset as of the end of a date: what sources published by then support.

        Raises:
            InvalidValueError: the date cannot be read.
        """
        from .as_of import as_known_on

        asked = as_partial_date(when)
        return Dataset.of(as_known_on(self.records, asked), version=self.version, behind=(self,))

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(entities)} {kind}" for kind, entities in self.records.items())
        return f"<Dataset {self.version or 'without a version'}: {counts}>"

    def _view(self) -> View:
        return dataset_view(self.version, self.records, self.dropped)


def as_dataset(given: object, what: str) -> Dataset:
    """Return what a user gave, if it is a dataset.

    Raises:
        InvalidTypeError: it is not a dataset.
    """
    if not isinstance(given, Dataset):
        raise InvalidTypeError.of(what, given, "give a Dataset, such as load()")
    return given
