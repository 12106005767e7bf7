"""Organizations, whether named or only described."""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from attrs import field

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.values.name import Name

from .base.field_checks import Checks
from .base.nesting import too_deep
from .base.record import entity, facts
from .country import Bloc, Country, Named
from .source import Citation


class OrganizationKind(ClosedEnum):
    """What sort of body an organization is, as far as the sources say."""

    COMPANY = "company", "A company, firm or airline, or a maker known only by its product."
    STATE_COMPANY = "state company", "A company described as state-owned or as a state's own."
    GOVERNMENT = (
        "government",
        "A government, administration, presidential house or legislature, or a state's officials.",
    )
    MINISTRY = "ministry", "A ministry or department of state."
    AGENCY = (
        "agency",
        "Any other state body, such as a nuclear agency, security council or press service.",
    )
    BANK = "bank", "A bank, private or state-owned."
    THINK_TANK = "think tank", "A body described as a think tank."
    MEDIA = "media", "A newspaper, broadcaster, news agency or platform."
    INTERNATIONAL = "international", "An organization of states, or one of its organs."
    OTHER = "other", "Museums, institutes, people of a trade, and whatever no source describes."


OrganizationKindText: TypeAlias = Literal[
    "company",
    "state company",
    "government",
    "ministry",
    "agency",
    "bank",
    "think tank",
    "media",
    "international",
    "other",
]
"""The texts of ``OrganizationKind``, for type checkers."""


@entity
class Organization(Named):
    """A body that acts, owns, reports or is named, such as a company, ministry or newspaper.

    Attributes:
        id: the id, such as ``tau-ken-samruk``.
        names: the names as printed, the preferred one first; of an unnamed body, the description.
        kind: what sort of body it is.
        country: the country or bloc that it belongs to; not stated if no source says.
        part_of: the larger body that it is part of; not stated if no source says.
        owners: the organizations that own it; empty if no source names any. A person who owns
            it has a ``Position`` instead.
        possibly_same_as: the organizations that may or may not be the same body; of two such
            records, only one points to the other.
        unnamed: whether sources only describe it ("two Chinese companies").
        count: how many bodies an unnamed record stands for; not stated if nobody counts them.
        remark: why the record is kept as it is, in our words; not stated if that is plain.
        citations: the passages behind it.
    """

    kind_name = "organization"
    columns: ClassVar[tuple[str, ...]] = ("kind",)

    id: str
    names: tuple[Name, ...]
    kind: OrganizationKind = field(metadata=facts(criterion="kind"))
    country: Country | Bloc | NotStated = field(
        default=NotStated(), metadata=facts(criterion="country")
    )
    part_of: Organization | NotStated = NotStated()
    owners: tuple[Organization, ...] = ()
    possibly_same_as: tuple[Organization, ...] = ()
    unnamed: bool = field(default=False, metadata=facts(is_identity=True))
    count: int | NotStated = NotStated()
    remark: str | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        yield Named._field_errors(self)
        yield too_deep(self)
        if isinstance(self.count, int) and (self.count < 1 or not self.unnamed):
            yield InvalidValueError(
                f"the count of {briefly(self.id)}",
                f"{self.count}",
                "give 1 or more, and only for an unnamed body",
                field="count",
            )
