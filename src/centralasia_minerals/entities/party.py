"""Who takes part in a deal, and who signs it for whom."""

from __future__ import annotations

from centralasia_minerals.values import NotStated, Word

from .person import Agent, Person
from .record import Record, part
from .source import Citation


class PartyRole(Word):
    """The part that somebody plays in a deal."""

    PARTY = "party"
    BUYER = "buyer"
    SELLER = "seller"
    INVESTOR = "investor"
    INVESTEE = "investee"
    FINANCIER = "financier"
    DEVELOPER = "developer"
    OPERATOR = "operator"
    CONTRACTOR = "contractor"
    PROPOSER = "proposer"
    ADDRESSEE = "addressee"
    NEGOTIATOR = "negotiator"
    FACILITATOR = "facilitator"
    BENEFICIARY = "beneficiary"
    MANUFACTURER = "manufacturer"


@part
class Party(Record):
    """Somebody with a part in a deal.

    ``asserted_by`` is who says so, empty where the source says it in its own voice.
    """

    who: Agent
    role: PartyRole = PartyRole.PARTY
    asserted_by: tuple[Agent, ...] = ()
    citations: tuple[Citation, ...] = ()


@part
class Signatory(Record):
    """A person who signed, or was to sign, and on whose behalf, where a source says."""

    person: Person
    on_behalf_of: Agent | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
