"""How deals are related: cited links from one deal to another, by id."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate

from .base.keyed import Keyed
from .base.record import facts, part
from .source import Citation
from .vocabulary.relation_kind import RelationKind


@part
class Relation(Keyed):
    """That a deal is related to another one.

    Attributes:
        kind: how.
        deal: the id of the other deal, which the dataset resolves (``Dataset.related``).
        since: the day from which it holds, as of a replacement; not stated if no source says.
        citations: the passages behind it.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("kind", "deal")

    kind: RelationKind = field(metadata=facts(is_identity=True))
    deal: str = field(metadata=facts(is_identity=True))
    since: PartialDate | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
