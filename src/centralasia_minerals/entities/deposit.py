"""Deposits and what is estimated to lie in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import Factory, field

from centralasia_minerals.errors import InvalidValueError, NoEstimateError
from centralasia_minerals.values import Dimension, Measure, Name, NotStated, PartialDate, Word

from .conformance import Refusal
from .country import Country, Named
from .mineral import Mineral
from .part_of import ancestors_of, too_deep
from .record import Record, entity, part
from .source import Citation
from .statement import Rank, Stated, in_series, preferred

if TYPE_CHECKING:
    from pint.facets.plain import PlainQuantity


class CommodityBasis(Word):
    """What a tonnage weighs: figures of two bases never add."""

    CONTAINED_METAL = "contained metal"
    OXIDE = "oxide"
    ORE = "ore"
    CONCENTRATE = "concentrate"
    UNSPECIFIED = "unspecified"


class ResourceClass(Word):
    """How sure an estimate is: CRIRSCO's classes, the Soviet GKZ's, or unspecified."""

    EXPLORATION_TARGET = "exploration target"
    INFERRED = "inferred"
    INDICATED = "indicated"
    MEASURED = "measured"
    PROBABLE = "probable"
    PROVED = "proved"
    GKZ_A = "A"
    GKZ_B = "B"
    GKZ_C1 = "C1"
    GKZ_C2 = "C2"
    GKZ_P1 = "P1"
    GKZ_P2 = "P2"
    GKZ_P3 = "P3"
    UNSPECIFIED = "unspecified"


class ReportingStandard(Word):
    """The code by which an estimate is reported, where a source names one."""

    CRIRSCO = "CRIRSCO"
    KAZRC = "KAZRC"
    JORC = "JORC"
    NI_43_101 = "NI 43-101"
    GKZ = "GKZ"
    UNFC = "UNFC"
    UNSPECIFIED = "unspecified"


@part
class ResourceEstimate(Record):
    """What a source says lies in a deposit.

    ``basis`` is what the figure weighs, ``compound`` the oxide's formula where one is named
    (``"WO3"``). ``grade`` is how rich the ore is. A newspaper's tonnage names no class: it is
    *unspecified*, never a reserve. ``as_of`` is the statement's, unless something else is said.
    """

    stated: Stated[Measure]
    mineral: Mineral | NotStated = NotStated()
    basis: CommodityBasis = CommodityBasis.UNSPECIFIED
    compound: str | NotStated = NotStated()
    grade: Stated[Measure] | NotStated = NotStated()
    resource_class: ResourceClass = ResourceClass.UNSPECIFIED
    standard: ReportingStandard = ReportingStandard.UNSPECIFIED
    as_of: PartialDate | NotStated = field(
        default=Factory(lambda self: self.stated.as_of, takes_self=True)
    )

    def _refusals(self) -> Iterator[Refusal]:
        if self.stated.value.unit.dimension is not Dimension.MASS:
            yield InvalidValueError(
                "an estimate", f"{self.stated.value}", "give a mass", field="stated"
            )
        if (
            isinstance(self.grade, Stated)
            and self.grade.value.unit.dimension is not Dimension.GRADE
        ):
            yield InvalidValueError(
                "a grade", f"{self.grade.value}", "give mass per mass of ore", field="grade"
            )

    @property
    def rank(self) -> Rank:
        """The rank of its statement."""
        return self.stated.rank

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of its statement."""
        return self.stated.citations


@entity
class Deposit(Named):
    """An ore body, field, district or group of them.

    Two deposits under one undivided estimate are parts of one that holds it. ``estimates`` is a
    series: preferred first, then later first.
    """

    kind_name = "deposit"

    id: str
    names: tuple[Name, ...]
    country: Country
    minerals: tuple[Mineral, ...] = ()
    part_of: Deposit | NotStated = NotStated()
    estimates: tuple[ResourceEstimate, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        yield from Named._refusals(self)
        yield from too_deep(self)

    def _derive(self) -> None:
        in_order = in_series(tuple(estimate.stated for estimate in self.estimates))
        by_statement = sorted(self.estimates, key=lambda estimate: in_order.index(estimate.stated))
        self._settle("estimates", tuple(by_statement))

    @property
    def ancestors(self) -> tuple[Deposit, ...]:
        """The deposits that it is part of, nearest first."""
        return ancestors_of(self)

    @property
    def tonnage(self) -> PlainQuantity[Any]:
        """The preferred estimate, as a pint quantity in the application registry.

        For a registry of your own: ``deposit.estimates[0].stated.value.to_pint(registry)``.

        Raises:
            NoEstimateError: it has no estimate of its own; the message names the deposit that it
                is part of and that has one.
        """
        stated = preferred(tuple(estimate.stated for estimate in self.estimates))
        if isinstance(stated, NotStated):
            raise self._no_estimate()
        return stated.value.to_pint()

    def _no_estimate(self) -> NoEstimateError:
        whole = next((deposit for deposit in self.ancestors if deposit.estimates), None)
        remedy = (
            f"it is part of {whole.id!r}, whose estimate is undivided"
            if whole
            else "none is recorded"
        )
        return NoEstimateError(
            f"the tonnage of {self.id!r}", "it has no estimate of its own", remedy
        )
