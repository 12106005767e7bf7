"""What sort of undertaking a deal is, and of which class."""

from __future__ import annotations

from typing import Literal, TypeAlias

from centralasia_minerals.values.closed_enum import ClosedEnum


class DealKind(ClosedEnum):
    """What sort of undertaking a deal is."""

    JOINT_VENTURE = (
        "joint venture",
        "A joint firm, venture or partnership in which shares are held.",
    )
    SALE = "sale", "Goods are sold."
    PURCHASE_PLAN = "purchase plan", "A plan only to buy."
    INVESTMENT_PLAN = "investment plan", "A plan to invest, or to invest and buy."
    CONTRACT = "contract", "A signed agreement or contract that no other kind describes."
    CONSTRUCTION = "construction", "A plant, farm, dam or line is to be built or run."
    FINANCING = "financing", "Money is lent, given or guaranteed, and nothing else."
    COOPERATION = "cooperation", "Work together, or a treaty or truce between states."
    MEMORANDUM = "memorandum", "A memorandum of understanding."
    LICENCE = "licence", "A right to explore or to mine is granted."
    EQUITY = "equity", "Shares in a body change hands."
    OFFTAKE = "offtake", "Future output is bought in advance."
    ACCESSION = "accession", "A state or body joins a treaty or organization."
    POLICY_ACT = (
        "policy act",
        "An authority makes a rule, list, limit or licence regime, or pauses one.",
    )
    OFFER = "offer", "Help or backing is offered and still to be accepted."
    PROPOSAL = "proposal", "Something is proposed, or a wish to take part is expressed."
    INVITATION = "invitation", "Someone is invited."


DealKindText: TypeAlias = Literal[
    "joint venture", "sale", "purchase plan", "investment plan", "contract", "construction",
    "financing", "cooperation", "memorandum", "licence", "equity", "offtake", "accession",
    "policy act", "offer", "proposal", "invitation",
]  # fmt: skip
"""The texts of ``DealKind``, for type checkers."""


class DealClass(ClosedEnum):
    """What a deal is, whatever it is about: a transaction, a programme, an act and so on."""

    UNDERTAKING = (
        "undertaking",
        "Two parties or more build, mine, buy, sell or lend something, or are to.",
    )
    OWN_PROJECT = (
        "own project",
        "An undertaking of one party, its lenders aside; outside the default total.",
    )
    PROGRAMME = (
        "programme",
        "A programme of a state or firm: its projects count, but it does not.",
    )
    UMBRELLA = "umbrella", "Several deals that are reported together."
    STATEMENT_OF_WILL = (
        "statement of will",
        "The will to work together in a field, with nothing specific to be built or bought.",
    )
    BODY = "body", "A council, committee, fund or secretariat is proposed or founded."
    ACT = "act", "An act of policy or diplomacy: a rule, a list, a treaty, an invitation."


DealClassText: TypeAlias = Literal[
    "undertaking", "own project", "programme", "umbrella", "statement of will", "body", "act",
]  # fmt: skip
"""The texts of ``DealClass``, for type checkers."""
