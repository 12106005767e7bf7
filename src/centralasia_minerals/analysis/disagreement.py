"""One disagreement: what it is about, where it is, and who says what."""

from __future__ import annotations

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.values.closed_enum import ClosedEnum


class DisagreementKind(ClosedEnum):
    """What sources disagree about."""

    FIGURE = "figure", "A figure differs in its value, its hedge or what it is called."
    STAGE = "stage", "The stage of a deal, or the state of its work or of a condition, differs."
    DATE = "date", "Dates of one kind differ, or one is less precise."
    SPELLING = "spelling", "One name is spelt in several ways."
    WORDING = "wording", "One quotation is given in several wordings."
    IDENTITY = "identity", "Two organizations may be the same, and no source says so."
    PARTS_AND_WHOLE = "parts and whole", "The parts of a deal do not add up to the whole."
    STAKES = "stakes", "Parties hold more than all of one venture together."
    TENDER = "tender", "A figure is in a currency that was not legal tender at its date."


@attrs.frozen
@result
class Side(ToDict):
    """One of the things said.

    Attributes:
        said: what is said, as text.
        citations: the passages that say it.
    """

    said: str
    citations: tuple[Citation, ...]


@attrs.frozen
@result
class Disagreement(ToDict):
    """One thing that sources report in more than one way.

    Attributes:
        kind: what they disagree about.
        entity: the record.
        path: where in the record it is (``amounts[0].statements``).
        sides: what is said, at least two things.
    """

    kind: DisagreementKind
    entity: Entity
    path: str
    sides: tuple[Side, ...]

    def __str__(self) -> str:
        place = f", {self.path}" if self.path else ""
        said = " / ".join(side.said for side in self.sides)
        return f"{self.kind} ({self.entity.id}{place}): {said}"
