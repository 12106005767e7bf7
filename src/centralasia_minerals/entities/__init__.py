"""Things with an id, and what they are made of that cites."""

from .amount import Amount, AmountRole, Profile, RelativeStatement, profile_of
from .country import Bloc, Country, country_codes
from .deal import Deal, DealDate, DealDateKind, DealKind
from .deposit import CommodityBasis, Deposit, ReportingStandard, ResourceClass, ResourceEstimate
from .event import Event, EventKind, EventStatus, Participant, ParticipantRole, Wording
from .mineral import Mineral
from .organization import Organization, OrganizationKind
from .party import Party, PartyRole, Signatory
from .person import Agent, Official, Person, Position, PositionStatus
from .place import Place
from .quantity import Quantity
from .record import Entity, Record, fields_of, own_fields, part, with_changes
from .sector import Sector
from .source import Citation, DateBasis, Dated, Source, Span, digest_of
from .stage import Implementation, Stage, StageGroup
from .stake import Stake, StakeStatus
from .statement import (
    AnyStatement,
    Disclosure,
    Rank,
    Standing,
    Stated,
    Undisclosed,
    disclosure_of,
    is_superseded,
    preferred,
    standing_of,
)
from .statistic import Statistic

__all__ = [
    "Agent",
    "Amount",
    "AmountRole",
    "AnyStatement",
    "Bloc",
    "Citation",
    "CommodityBasis",
    "Country",
    "DateBasis",
    "Dated",
    "Deal",
    "DealDate",
    "DealDateKind",
    "DealKind",
    "Deposit",
    "Disclosure",
    "Entity",
    "Event",
    "EventKind",
    "EventStatus",
    "Implementation",
    "Mineral",
    "Official",
    "Organization",
    "OrganizationKind",
    "Participant",
    "ParticipantRole",
    "Party",
    "PartyRole",
    "Person",
    "Place",
    "Position",
    "PositionStatus",
    "Profile",
    "Quantity",
    "Rank",
    "Record",
    "RelativeStatement",
    "ReportingStandard",
    "ResourceClass",
    "ResourceEstimate",
    "Sector",
    "Signatory",
    "Source",
    "Span",
    "Stage",
    "StageGroup",
    "Stake",
    "StakeStatus",
    "Standing",
    "Stated",
    "Statistic",
    "Undisclosed",
    "Wording",
    "country_codes",
    "digest_of",
    "disclosure_of",
    "fields_of",
    "is_superseded",
    "own_fields",
    "part",
    "preferred",
    "profile_of",
    "standing_of",
    "with_changes",
]
