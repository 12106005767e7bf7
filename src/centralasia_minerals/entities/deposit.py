"""Deposits, and estimates of what lies in them."""

from __future__ import annotations

from attrs import Factory, field

from centralasia_minerals.errors import InvalidValueError, NoEstimateError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.unit import Dimension

from .base.field_checks import Checks
from .base.keyed import Keyed
from .base.nesting import ancestors_of, too_deep
from .base.record import entity, facts, part
from .country import Country, Named
from .figure import figure_of
from .mineral import Mineral
from .series import in_series
from .source import Citation
from .statement import Rank, Stated
from .vocabulary.resource_terms import (
    CommodityBasis,
    ReportingStandard,
    ReservesWithin,
    ResourceClass,
    in_words,
)


def _date_of_statement(estimate: ResourceEstimate) -> PartialDate | NotStated:
    """Return when the statement of an estimate was made, also before the estimate is checked."""
    stated = estimate.stated
    return stated.as_of if type(stated) is Stated else NotStated()


@part
class ResourceEstimate(Keyed):
    """What a source says lies in a deposit.

    Attributes:
        stated: the tonnage as published, with its hedge, rank and citations.
        mineral: the mineral that it is a tonnage of; not stated if no source says.
        basis: what the figure weighs: metal, oxide, ore or concentrate.
        compound: the formula of an oxide, such as ``WO3``; not stated if none is printed.
        grade: how rich the ore is, as mass of mineral for mass of ore; not stated if not given.
        resource_class: how certain the estimate is, as far as the source names a class.
        further_classes: the other classes of a figure that holds several and that no source
            divides, such as *inferred* beside *indicated*; empty if it is of one class.
        reserves: whether a figure of resources includes the deposit's reserves; not stated if no
            source says. A figure of reserves alone has none.
        standard: the standard of the estimate, as far as the source names one.
        as_of: when the estimate was made; by default, the date of its statement.
    """

    stated: Stated[Measure]
    mineral: Mineral | NotStated = NotStated()
    basis: CommodityBasis = CommodityBasis.UNSPECIFIED
    compound: str | NotStated = NotStated()
    grade: Stated[Measure] | NotStated = NotStated()
    resource_class: ResourceClass = ResourceClass.UNSPECIFIED
    further_classes: tuple[ResourceClass, ...] = ()
    reserves: ReservesWithin | NotStated = NotStated()
    standard: ReportingStandard = ReportingStandard.UNSPECIFIED
    as_of: PartialDate | NotStated = field(default=Factory(_date_of_statement, takes_self=True))

    def _field_errors(self) -> Checks:
        yield self._mass_errors()
        yield self._grade_errors()
        yield self._class_errors()
        yield self._reserves_errors()

    def _mass_errors(self) -> Checks:
        if self.stated.value.unit.dimension is not Dimension.MASS:
            yield InvalidValueError(
                "an estimate", f"{self.stated.value} is not a mass", "give a mass", field="stated"
            )

    def _grade_errors(self) -> Checks:
        if (
            isinstance(self.grade, Stated)
            and self.grade.value.unit.dimension is not Dimension.GRADE
        ):
            yield InvalidValueError(
                "a grade",
                f"{self.grade.value} is not mass per mass",
                "give it in 'gram per tonne' or 'percent by mass'",
                field="grade",
            )

    def _class_errors(self) -> Checks:
        unspecified = ResourceClass.UNSPECIFIED
        if not self.further_classes:
            return
        if unspecified in (self.resource_class, *self.further_classes):
            yield InvalidValueError(
                "the further classes of an estimate",
                f"one of its classes is {str(unspecified)!r}",
                "name every class of the figure, or leave further_classes out",
                field="further_classes",
            )
        elif self.resource_class in self.further_classes:
            yield InvalidValueError(
                "the further classes of an estimate",
                f"{str(self.resource_class)!r} is its resource_class already",
                "list only the others",
                field="further_classes",
            )

    def _reserves_errors(self) -> Checks:
        if self.reserves and all(one.is_reserves for one in self.classes):
            yield InvalidValueError(
                f"an estimate whose reserves are {self.reserves}",
                f"its class is {in_words(self.classes)}",
                "give it to the figure of the resources",
                field="reserves",
            )

    @property
    def classes(self) -> tuple[ResourceClass, ...]:
        """All classes of the figure: its resource class and its further ones."""
        return (self.resource_class, *self.further_classes)

    @property
    def group(self) -> tuple[str, str, str]:
        """What is weighed and never mixed: mineral, basis with its compound, and resource class.

        A figure of several classes is a group of its own (``"inferred + indicated"``).
        """
        mineral = self.mineral.id if isinstance(self.mineral, Mineral) else "not stated"
        compound = f" {self.compound}" if isinstance(self.compound, str) else ""
        return (mineral, f"{self.basis}{compound}", in_words(self.classes))

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
    """An ore body, field or district, or a group of them.

    One estimate for two deposits that no source divides belongs to a third deposit, which both
    are part of.

    Attributes:
        id: the id, such as ``northern-katpar``.
        names: the names as printed, the preferred one first.
        country: the country that it lies in.
        minerals: the minerals that it holds; empty if no source names any.
        part_of: the larger deposit that it is part of; not stated if no source says.
        estimates: what sources say lies in it, in the order of the file; empty if no source
            estimates this deposit by itself. ``series`` has them in order of rank and date.
        citations: the passages behind it.
    """

    kind_name = "deposit"

    id: str
    names: tuple[Name, ...]
    country: Country = field(metadata=facts(criterion="country"))
    minerals: tuple[Mineral, ...] = field(default=(), metadata=facts(criterion="mineral"))
    part_of: Deposit | NotStated = NotStated()
    estimates: tuple[ResourceEstimate, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        yield Named._field_errors(self)
        yield too_deep(self)

    @property
    def series(self) -> tuple[ResourceEstimate, ...]:
        """The estimates by the rank of their statements, then later ones first."""
        places: dict[Stated[Measure], int] = {}
        for statement in in_series(tuple(estimate.stated for estimate in self.estimates)):
            places.setdefault(statement, len(places))
        return tuple(sorted(self.estimates, key=lambda one: places[one.stated]))

    @property
    def ancestors(self) -> tuple[Deposit, ...]:
        """The deposits that it is part of, nearest first; empty if there are none."""
        return ancestors_of(self)

    @property
    def tonnage(self) -> Stated[Measure]:
        """What the current estimates say that it contains, with hedge and citations.

        Of estimates of several minerals, bases or classes, it is the one that comes first.
        ``deposit.tonnage.value.to_pint()`` is a quantity of pint's application registry;
        ``to_pint(registry)`` is one of another registry.

        Raises:
            NoEstimateError: it does not have an estimate of its own; the message names the
                deposit that it is part of, if that one has an estimate.
        """
        leading = next(iter(self.series), None)
        alike = [one for one in self.series if leading and one.group == leading.group]
        stated = figure_of(tuple(estimate.stated for estimate in alike))
        if not isinstance(stated, Stated):
            raise self._no_estimate()
        return stated

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
