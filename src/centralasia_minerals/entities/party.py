"""Who takes part in a deal, and who signs it for whom."""

from __future__ import annotations

from attrs import field

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum

from .base.field_checks import Checks
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
    BUYER = (
        "buyer",
        "Buys goods, shares or assets; who takes what a mine or plant will produce is an offtaker.",
    )
    OFFTAKER = (
        "offtaker",
        "Takes or markets the output of a mine or plant, for years or as a right; of goods sold "
        "once, a buyer.",
    )
    BIDDER = (
        "bidder",
        "Bids for shares, an asset or a licence; once a sale to it is agreed, a buyer.",
    )
    SELLER = "seller", "Sells goods, shares or assets."
    INVESTOR = "investor", "Puts money in, or is to."
    INVESTEE = "investee", "Receives the investment."
    TARGET = (
        "target",
        "Is the firm whose shares are sold, bought or bid for; it receives no money itself.",
    )
    ISSUER = "issuer", "Issues the shares or bonds."
    FINANCIER = (
        "financier",
        "Guarantees, insures or helps to pay, or writes that it may; who is said to lend is a "
        "lender.",
    )
    LENDER = (
        "lender",
        "Lends, or is to lend; who helps to pay by other means, or no source says how, is a "
        "financier.",
    )
    BORROWER = "borrower", "Takes the loan; who receives money that is no loan is an investee."
    DEVELOPER = "developer", "Is the company that is to develop the deposit, alone or not."
    OPERATOR = "operator", "Runs the mine, plant or service."
    CONTRACTOR = (
        "contractor",
        "Does works or services for another party under a contract, building included; where no "
        "source names a client or contract, a builder.",
    )
    BUILDER = (
        "builder",
        "Builds it, for itself or for whom no source says; under another party's contract, a "
        "contractor.",
    )
    LICENSEE = "licensee", "Holds the licence or the right to the subsoil, or is to."
    JOINT_FIRM = "joint firm", "Is the firm that the parties found, or own together."
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
        one_of: the others of whom, like this person, only one signed for this side, as sources
            differ; empty if they agree.
        asserted_by: who says so; empty if the source says it in its own voice.
        citations: the passages behind it.
    """

    person: Person = field(metadata=facts(criterion="party"))
    on_behalf_of: Agent | NotStated = field(default=NotStated(), metadata=facts(criterion="party"))
    one_of: tuple[Person, ...] = field(default=(), metadata=facts(criterion="party"))
    asserted_by: tuple[Agent, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        if self.person.id in {other.id for other in self.one_of}:
            yield InvalidValueError(
                f"the others of whom one signed, beside {self.person.id!r}",
                f"{self.person.id!r} is among them",
                "list only the others",
                field="one_of",
            )
