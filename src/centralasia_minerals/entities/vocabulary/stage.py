"""How far an agreement has come: one table of rungs, with what each binds and undoes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from centralasia_minerals.values.closed_enum import ClosedEnum


class StageGroup(ClosedEnum):
    """A group of stages, which is what may be compared; order within a group is not standard.

    Totals count what is concluded unless they are asked for more.
    """

    INTENDED = (
        "intended",
        "Nothing is concluded yet: words, programmes, and papers that do not bind, signed or not.",
    )
    CONCLUDED = "concluded", "The parties have agreed or signed, or the thing is done."
    ENDED = "ended", "It did not come about, or no longer holds."


StageGroupText: TypeAlias = Literal[
    "intended",
    "concluded",
    "ended",
]
"""The texts of ``StageGroup``, for type checkers."""


class Binding(ClosedEnum):
    """Whether a stage binds the parties."""

    NO = "no", "It commits nobody, even if the paper is signed."
    PARTLY = "partly", "Some of its terms bind; the contracts are still to come."
    AS_STATED = "as stated", "It binds as far as the sources say."
    YES = "yes", "It is a firm, written obligation."
    DONE = "done", "It has been carried out."
    ENDED = "ended", "It binds no longer, or never did."


class StageSort(ClosedEnum):
    """What a stage is known by; the name of a paper beats any verb, whichever came first."""

    WORD = "word", "A verb: somebody says, plans, offers, pledges or agrees."
    PAPER = "paper", "A paper or a decision with a name, such as a memorandum or a contract."
    DEED = "deed", "The thing is done, whatever the paper."
    END = "end", "The deal ended."


_BINDS = {
    "no": "not binding",
    "partly": "partly binding",
    "as stated": "binding as far as stated",
    "yes": "binding",
    "done": "carried out",
}


class Stage(ClosedEnum):
    """How far the agreement between the parties has come (after Land Matrix, IATI and AidData).

    The stages are one table. Compare groups: within a group, ``order`` only says which of several
    rival bids is furthest, and which of two verbs is the firmer.
    """

    group: StageGroup
    binds: Binding
    order: int
    sort: StageSort

    # fmt: off
    TALKS = (
        "talks", "The parties negotiate (Land Matrix: under negotiation).",
        "intended", "no", 1, "word",
    )
    PROPOSED = (
        "proposed",
        "One side proposes, invites or wants to take part (Land Matrix: expression of interest).",
        "intended", "no", 1, "word",
    )
    OFFERED = (
        "offered",
        "One side bids or makes an offer, or only some of those concerned have agreed.",
        "intended", "no", 1, "word",
    )
    PLANNED = (
        "planned", "A state or firm plans to do it (GEM: announced).",
        "intended", "no", 2, "word",
    )
    REVIEWED = (
        "reviewed", "A state or firm has looked at its own programme or project.",
        "intended", "no", 2, "word",
    )
    ADOPTED = (
        "adopted",
        'A state or firm has adopted its own programme or project, or "approved" it.',
        "intended", "no", 2, "paper",
    )
    PLEDGED = (
        "pledged", "One side says that it will do it, or is ready to (IATI: pledge, 12 or 13).",
        "intended", "no", 2, "word",
    )
    DECLARATION = (
        "declaration", "A declaration or joint statement.",
        "intended", "no", 2, "paper",
    )
    ROADMAP = (
        "roadmap", "A roadmap or plan of action of the parties.",
        "intended", "no", 2, "paper",
    )
    LETTER_OF_INTEREST = (
        "letter of interest",
        "A lender or buyer writes that it may take part (EXIM: not a financing commitment).",
        "intended", "no", 3, "paper",
    )
    LETTER_OF_INTENT = (
        "letter of intent", "A lender, buyer or partner writes that it intends to take part.",
        "intended", "no", 3, "paper",
    )
    MEMORANDUM = (
        "memorandum", "A memorandum of understanding (Land Matrix has the same stage).",
        "intended", "no", 3, "paper",
    )
    TERM_SHEET = (
        "term sheet", "A term sheet: the terms of a contract that is still to be signed.",
        "intended", "no", 3, "paper",
    )
    HEADS_OF_TERMS = (
        "heads of terms", "Heads of terms, or a preliminary agreement.",
        "intended", "no", 3, "paper",
    )
    FRAMEWORK = (
        "framework",
        "A framework agreement: terms for contracts still to come (OCDS: framework agreement).",
        "intended", "partly", 3, "paper",
    )
    APPROVED = (
        "approved",
        "The board or council of a lender or buyer has approved it; nothing is signed.",
        "intended", "no", 4, "paper",
    )
    AGREED = (
        "agreed",
        "An agreement was reached, and no source names a paper (IATI: commitment, 2 or 11).",
        "concluded", "as stated", 5, "word",
    )
    SIGNED = (
        "signed",
        "A contract or agreement was signed (Land Matrix: contract signed; IATI: commitment).",
        "concluded", "yes", 6, "paper",
    )
    CLOSED = (
        "closed",
        "What was bought is paid for and has changed hands (Land Matrix: change of ownership).",
        "concluded", "done", 7, "deed",
    )
    DISBURSED = (
        "disbursed", "The money of a loan or grant has been paid out (IATI: disbursement).",
        "concluded", "done", 7, "deed",
    )
    DONE = (
        "done",
        "It is opened, granted, acquired, registered or under way, with or without a paper.",
        "concluded", "done", 7, "deed",
    )
    FAILED = (
        "failed", "It broke down or was refused (Land Matrix: negotiations failed).",
        "ended", "ended", 0, "end",
    )
    DENIED = (
        "denied", "A party says that there is no such deal.",
        "ended", "ended", 0, "end",
    )
    WITHDRAWN = (
        "withdrawn", "A side has withdrawn (Land Matrix: contract cancelled).",
        "ended", "ended", 0, "end",
    )
    LAPSED = (
        "lapsed", "Its conditions were not met in time.",
        "ended", "ended", 0, "end",
    )
    EXPIRED = (
        "expired", "Its term ran out (Land Matrix: contract expired).",
        "ended", "ended", 0, "end",
    )
    REPAID = (
        "repaid", "A loan was paid back; for the time before, it stays concluded.",
        "ended", "ended", 0, "end",
    )
    # fmt: on

    if not TYPE_CHECKING:

        def __new__(cls, text, meaning, group, binds, order, sort):
            """Return a new member, made from a row of the table above."""
            member = object.__new__(cls)
            member._value_ = text
            member.group = StageGroup(group)
            member.binds = Binding(binds)
            member.order = order
            member.sort = StageSort(sort)
            binding = "" if group == "ended" else f", {_BINDS[binds]}"
            member.meaning = f"{group.capitalize()}{binding}: {meaning[:1].lower()}{meaning[1:]}"
            return member

    def may_supersede(self, earlier: Stage) -> bool:
        """Whether this stage, told later, supersedes another of the same deal.

        An end supersedes all, and anything supersedes an end: the deal is reopened. A paper that
        is intended never supersedes a contract, a verb never a paper or a deed, and a weaker verb
        never a firmer one. The name of a paper supersedes any verb.
        """
        if StageSort.END in (self.sort, earlier.sort) or self.sort is StageSort.DEED:
            return True
        if earlier.sort is StageSort.DEED:
            return False
        if self.sort is StageSort.WORD:
            return earlier.sort is StageSort.WORD and self.order >= earlier.order
        if earlier.sort is StageSort.WORD:
            return True
        return self.group is StageGroup.CONCLUDED or earlier.group is StageGroup.INTENDED


StageText: TypeAlias = Literal[
    "talks", "proposed", "offered", "planned", "reviewed", "adopted", "pledged", "declaration",
    "roadmap", "letter of interest", "letter of intent", "memorandum", "term sheet",
    "heads of terms", "framework", "approved", "agreed", "signed", "closed", "disbursed", "done",
    "failed", "denied", "withdrawn", "lapsed", "expired", "repaid",
]  # fmt: skip
"""The texts of ``Stage``, for type checkers."""
