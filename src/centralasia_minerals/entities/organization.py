"""Organizations, named or only described."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Name, NotStated, Word

from .conformance import Refusal
from .country import Bloc, Country, Named
from .part_of import too_deep
from .record import entity
from .source import Citation


class OrganizationKind(Word):
    """What sort of body an organization is."""

    COMPANY = "company"
    STATE_COMPANY = "state company"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    BANK = "bank"
    THINK_TANK = "think tank"
    MEDIA = "media"
    INTERNATIONAL = "international"
    OTHER = "other"


@entity
class Organization(Named):
    """A body that acts, owns, reports or is named.

    ``unnamed`` marks a party that a source only describes ("two Chinese companies"); its name is
    then that description, and ``count`` says how many bodies it stands for. ``owners`` are
    organizations; a personal owner is a ``Position``. ``possibly_same_as`` points to those that
    may or may not be the same body. ``part_of`` is the larger body, where a source says so.
    ``remark`` says why a record is kept as it is, in our words.
    """

    kind_name = "organization"

    id: str
    names: tuple[Name, ...]
    kind: OrganizationKind
    country: Country | Bloc | NotStated = NotStated()
    part_of: Organization | NotStated = NotStated()
    owners: tuple[Organization, ...] = ()
    possibly_same_as: tuple[Organization, ...] = ()
    unnamed: bool = False
    count: int | NotStated = NotStated()
    remark: str | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        yield from Named._refusals(self)
        yield from too_deep(self)
        if isinstance(self.count, int) and (self.count < 1 or not self.unnamed):
            yield InvalidValueError(
                f"the count of {self.id!r}",
                f"{self.count}",
                "only unnamed bodies have one, from 1",
                field="count",
            )
