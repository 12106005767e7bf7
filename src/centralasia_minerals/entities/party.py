"""Who takes part in a deal, and who signs it for whom."""

from __future__ import annotations

from attrs import field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum

from .base.keyed import Keyed
from .base.record import facts, part
from .person import Agent, Person
from .source import Citation


class PartyRole(ClosedEnum):
    """The part that someone plays in a deal; someone with two parts is listed twice."""

    PARTY = (
        "party",
        "Agrees, works together, makes the rule, or takes part in a way that no source specifies.",
    )
    BUYER = "buyer", "Buys goods, shares or assets."
    SELLER = "seller", "Sells goods, shares or assets."
    INVESTOR = "investor", "Puts money in, or is to."
    INVESTEE = "investee", "Receives the investment."
    FINANCIER = "financier", "Lends, guarantees or helps to pay, or writes that it may."
    DEVELOPER = "developer", "Is the company that is to develop the deposit, alone or not."
    OPERATOR = "operator", "Runs the mine, plant or service."
    CONTRACTOR = "contractor", "Builds it for someone else."
    PROPOSER = "proposer", "Proposes it, offers help, or wants to take part."
    ADDRESSEE = "addressee", "Is asked, invited or proposed to."
    NEGOTIATOR = "negotiator", "Is in talks, or is said to have helped in them."
    FACILITATOR = "facilitator", "Is said to bring it about for others."
    BENEFICIARY = "beneficiary", "Is said to be helped, or has what is to be improved."
    MANUFACTURER = "manufacturer", "Only makes the goods that others buy and sell."


@part
class Party(Keyed):
    """Someone with a part in a deal.

    Attributes:
        who: the organization, person, country or bloc.
        role: the part that it plays.
        asserted_by: who says so; empty if the source says it in its own voice.
        citations: the passages behind it.
    """

    who: Agent = field(metadata=facts(criterion="party"))
    role: PartyRole = field(default=PartyRole.PARTY, metadata=facts(is_identity=True))
    asserted_by: tuple[Agent, ...] = ()
    citations: tuple[Citation, ...] = ()


@part
class Signatory(Keyed):
    """A person who signed, or was to sign, a deal.

    Attributes:
        person: who signed.
        on_behalf_of: whom the person signed for; not stated if no source says.
        citations: the passages behind it.
    """

    person: Person = field(metadata=facts(criterion="party"))
    on_behalf_of: Agent | NotStated = field(default=NotStated(), metadata=facts(criterion="party"))
    citations: tuple[Citation, ...] = ()
