"""One record of every kind, built as a program would build it."""

from __future__ import annotations

from centralasia_minerals.entities.amount import Amount, RelativeStatement
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.entities.condition import Condition
from centralasia_minerals.entities.country import Bloc, Country, Place
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.deal_date import DealDate, DealDateKind
from centralasia_minerals.entities.deposit import Deposit, ResourceEstimate
from centralasia_minerals.entities.event import Event, EventKind, Participant, Wording
from centralasia_minerals.entities.mineral import CriticalListing, Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.party import Party, PartyRole, Signatory
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.person import Official, Person, Position, PositionStatus
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.source import Citation, DateBasis, Dated, Source
from centralasia_minerals.entities.stake import Quantity, Stake, StakeStatus
from centralasia_minerals.entities.statement import Rank, Stated, Undisclosed
from centralasia_minerals.entities.statistic import Statistic
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind
from centralasia_minerals.entities.vocabulary.resource_terms import ReservesWithin, ResourceClass
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.values.hedge import Hedge
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share

DIGEST = "0123456789abcdef"
SPAN = Span(start=0, end=6, digest=DIGEST)


def on(text: str, **more: object) -> Dated:
    """Return a stated date."""
    return Dated(date=PartialDate.parse(text), **more)


def source(id: str = "gazette-2025-03", published: str = "2025-03", **more: object) -> Source:
    """Return a source of a month."""
    fields = {
        "id": id, "title": "Tungsten talks", "sha256": "a" * 64, "length": 1000,
        "published": on(published),
    }  # fmt: skip
    return Source(**{**fields, **more})


EARLY = source(publisher="The Gazette", origin="an agency", furniture=(SPAN,))
LATE = source("review-2025-11", "2025-11")
EARLY_CITATION = Citation(source=EARLY, start=10, end=20, digest=DIGEST)
CITATION = Citation(source=LATE, start=10, end=20, digest=DIGEST, figure="$1.1 billion")
CITED = {"citations": (CITATION,)}

KAZAKHSTAN = Country(id="KZ", names=(Name("Kazakhstan"),))
CENTRAL_ASIA = Bloc(
    id="central-asia", names=(Name("Central Asia"),), members=(KAZAKHSTAN,), **CITED
)
MINISTRY = Organization(
    id="ministry", names=(Name("Ministry"),), kind=OrganizationKind.MINISTRY, country=KAZAKHSTAN,
    **CITED,
)  # fmt: skip
POSITION = Position(title="minister", at=MINISTRY, status=PositionStatus.HELD, **CITED)
PERSON = Person(id="dana-omarova", names=(Name("Dana Omarova"),), **CITED)
OFFICIAL = Official(
    id="aisulu-bekova", names=(Name("Aisulu Bekova"),), positions=(POSITION,), **CITED
)
LISTING = CriticalListing(list="the list of 2025", by=KAZAKHSTAN, **CITED)
TUNGSTEN = Mineral(
    id="tungsten", names=(Name("tungsten"),), symbol="W", critical_on=(LISTING,)
)  # fmt: skip


def tonnage(magnitude: int = 410_000, **more: object) -> Stated:
    """Return a stated mass."""
    return Stated(value=Measure(magnitude, "tonne"), hedge=Hedge.AROUND, **{**CITED, **more})


def money(amount: int = 1_100_000_000, currency: str = "USD", **more: object) -> Stated:
    """Return a stated amount."""
    return Stated(value=Money(amount, currency), **{**CITED, **more})


def stage(member: Stage = Stage.SIGNED, **more: object) -> Stated:
    """Return a stated stage."""
    return Stated(value=member, **{**CITED, **more})


ESTIMATE = ResourceEstimate(stated=tonnage(), mineral=TUNGSTEN)
COMBINED = ResourceEstimate(
    stated=tonnage(229_000_000), mineral=TUNGSTEN, resource_class=ResourceClass.INDICATED,
    further_classes=(ResourceClass.INFERRED,), reserves=ReservesWithin.INCLUDED,
)  # fmt: skip
DEPOSIT = Deposit(
    id="zhetisu", names=(Name("Zhetisu"),), country=KAZAKHSTAN, minerals=(TUNGSTEN,),
    estimates=(ESTIMATE,), **CITED,
)  # fmt: skip
UNDISCLOSED = Undisclosed(asserted_by=(MINISTRY,), **CITED)
RELATIVE = RelativeStatement(value=Share("0.5"), of="the old price", **CITED)
COST = Amount(role=AmountRole.COST, statements=(money(),), relative=RELATIVE)
LETTER = Amount(
    role=AmountRole.FINANCING, stages=(stage(Stage.LETTER_OF_INTEREST),),
    statements=(money(900_000_000, hedge=Hedge.UP_TO),),
)  # fmt: skip
STAKE = Stake(
    holder=MINISTRY, status=StakeStatus.OPTION, statements=(Stated(value=Share("0.3"), **CITED),),
    of=DEPOSIT, **CITED,
)  # fmt: skip
QUANTITY = Quantity(what="pumps", statements=(Stated(value=Measure(37, "piece"), **CITED),))
PLACE = Place(name="Almaty", country=KAZAKHSTAN, **CITED)
DEAL_DATE = DealDate(kind=DealDateKind.SIGNED, date=PartialDate.parse("2025-11"), **CITED)
PARTY = Party(who=MINISTRY, role=PartyRole.INVESTOR, **CITED)
SIGNATORY = Signatory(
    person=OFFICIAL, on_behalf_of=MINISTRY, one_of=(PERSON,), asserted_by=(MINISTRY,), **CITED
)  # fmt: skip
RELATION = Relation(kind=RelationKind.FOLLOWS, deal="zhetisu-talks", **CITED)
CONDITION = Condition(what="the permits come", **CITED)


def deal(id: str = "zhetisu-venture", **more: object) -> Deal:
    """Return a deal, with whatever fields are asked for."""
    fields = {"id": id, "title": "The Zhetisu venture", "kind": DealKind.JOINT_VENTURE, **CITED}
    return Deal(**{**fields, **more})


DEAL = deal(
    stages=(stage(),), sectors=(Sector.MINERALS,), topics=("training",), countries=(KAZAKHSTAN,),
    partners=(CENTRAL_ASIA,), parties=(PARTY,), signatories=(SIGNATORY,), minerals=(TUNGSTEN,),
    deposits=(DEPOSIT,), amounts=(COST, LETTER), stakes=(STAKE,), quantities=(QUANTITY,),
    dates=(DEAL_DATE,), place=PLACE,
)  # fmt: skip
PARTICIPANT = Participant(who=OFFICIAL, **CITED)
WORDING = Wording(text="a start", **CITED)
EVENT = Event(
    id="signing-day", title="The signing", kind=EventKind.SIGNING, participants=(PARTICIPANT,),
    deals=(DEAL,), wordings=(WORDING,), date=on("2025-11", **CITED), place=PLACE, **CITED,
)  # fmt: skip
STATISTIC = Statistic(
    id="uranium-share", what="share of mined uranium", subject=CENTRAL_ASIA,
    statements=(Stated(value=Share("0.4"), **CITED),), **CITED,
)  # fmt: skip
INFERRED = Dated(
    date=PartialDate.parse("2025"), basis=DateBasis.INFERRED, inferred_from=("the talks", SPAN),
    **CITED,
)  # fmt: skip
DEPRECATED = money(rank=Rank.DEPRECATED, reason="a slip of the pen")

ENTITIES = (
    EARLY, KAZAKHSTAN, CENTRAL_ASIA, MINISTRY, PERSON, OFFICIAL, TUNGSTEN, DEPOSIT, DEAL, EVENT,
    STATISTIC,
)  # fmt: skip
PARTS = (
    SPAN, CITATION, INFERRED, DEAL_DATE, POSITION, UNDISCLOSED, DEPRECATED, RELATIVE, COST, STAKE,
    QUANTITY, PLACE, PARTY, SIGNATORY, RELATION, CONDITION, PARTICIPANT, WORDING, ESTIMATE,
    COMBINED, LISTING,
)  # fmt: skip
RECORDS: tuple[Record, ...] = (*ENTITIES, *PARTS)


def kind_of(record: Record) -> str:
    """Name a record in the list of tests."""
    return type(record).__name__
