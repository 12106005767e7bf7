"""Dates of deals, and what happened, or is to happen, on them."""

from __future__ import annotations

from attrs import field

from centralasia_minerals.values.closed_enum import ClosedEnum

from .base.record import facts, part
from .source import Dated


class DealDateKind(ClosedEnum):
    """What happened, or is to happen, on a date of a deal."""

    ANNOUNCED = "announced", "It was made known, proposed or invited."
    AGREED = "agreed", "It was agreed but is not said to be signed; of a policy act, it was done."
    SIGNED = "signed", "It was signed."
    START = "start", "The term of the deal, or its work, starts."
    END = "end", "The term of the deal, or its work, ends."
    EXPECTED = "expected", "It is still to come."
    REPORTED = (
        "reported",
        "A dated interview, statement or report tells of it, and nothing else dates it.",
    )


@part
class DealDate(Dated):
    """A date of a deal.

    Attributes:
        kind: what happened, or is to happen, on the date.
    """

    kind: DealDateKind = field(metadata=facts(is_identity=True))
