"""Things with an id, and what they are made of that cites."""

from .amount import Amount, AmountRole, RelativeStatement
from .country import Bloc, Country
from .deal import Deal, DealDate, DealDateKind, DealKind, Sector
from .deposit import CommodityBasis, Deposit, ReportingStandard, ResourceClass, ResourceEstimate
from .event import Event, EventKind, EventStatus, Participant, ParticipantRole
from .mineral import Mineral
from .organization import Organization, OrganizationKind
from .party import Party, PartyRole, Signatory
from .person import Agent, Official, Person, Position, PositionStatus
from .place import Place
from .quantity import Quantity
from .record import Entity, Record, fields_of, own_fields, with_changes
from .source import Citation, DateBasis, Dated, Source, Span, digest_of
from .stage import Implementation, Stage, StageGroup
from .stake import Stake, StakeStatus
from .statement import AnyStatement, Rank, Stated, Undisclosed, is_superseded, preferred
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
    "Stated",
    "Statistic",
    "Undisclosed",
    "digest_of",
    "fields_of",
    "is_superseded",
    "own_fields",
    "preferred",
    "with_changes",
]
