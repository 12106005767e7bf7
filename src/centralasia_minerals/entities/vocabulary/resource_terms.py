"""What an estimate of a deposit weighs, how certain it is, and by which standard."""

from __future__ import annotations

from collections.abc import Iterable

from centralasia_minerals.values.closed_enum import ClosedEnum


class CommodityBasis(ClosedEnum):
    """What a tonnage weighs; figures on different bases are never added."""

    CONTAINED_METAL = "contained metal", "The metal alone, such as tonnes of tungsten."
    OXIDE = "oxide", "The oxide of the metal, such as WO3."
    ORE = "ore", "The ore as it lies in the ground."
    CONCENTRATE = "concentrate", "The product of ore processing."
    UNSPECIFIED = "unspecified", "No source says what the figure weighs."


class ResourceClass(ClosedEnum):
    """How certain an estimate is: a class of CRIRSCO or of the Soviet GKZ, or unspecified."""

    EXPLORATION_TARGET = (
        "exploration target",
        "CRIRSCO: what exploration might find; not yet a resource.",
    )
    INFERRED = "inferred", "CRIRSCO: a mineral resource known with low confidence."
    INDICATED = "indicated", "CRIRSCO: a mineral resource known well enough to plan a mine."
    MEASURED = "measured", "CRIRSCO: a mineral resource known with high confidence."
    PROBABLE = (
        "probable",
        "CRIRSCO: a mineral reserve, the part worth mining of indicated resources.",
    )
    PROVED = (
        "proved",
        "CRIRSCO: a mineral reserve, the part worth mining of measured resources.",
    )
    GKZ_A = "A", "GKZ: reserves explored in full detail."
    GKZ_B = "B", "GKZ: reserves explored in detail."
    GKZ_C1 = "C1", "GKZ: reserves explored, with their shape and grade known in outline."
    GKZ_C2 = "C2", "GKZ: reserves estimated from few workings or samples."
    GKZ_P1 = "P1", "GKZ: prognostic resources next to known reserves."
    GKZ_P2 = "P2", "GKZ: prognostic resources of deposits expected in a known ore district."
    GKZ_P3 = "P3", "GKZ: prognostic resources of a region, judged by its geology alone."
    MINERAL_RESOURCES = (
        "mineral resources",
        "CRIRSCO: mineral resources as a whole, where no source divides them into classes.",
    )
    RESERVES = (
        "reserves",
        "Reserves as a whole, where no source divides them into classes; a source's own word.",
    )
    UNSPECIFIED = (
        "unspecified",
        "No source names a class, as in a newspaper's tonnage; never a reserve.",
    )

    @property
    def pooled(self) -> str:
        """What a tonnage of several classes calls those that this one may be added to.

        Exploration targets, inferred and prognostic figures, reserves, and what no source divides
        are each added to their own sort only.
        """
        return _POOLED.get(self, str(self))

    @property
    def is_reserves(self) -> bool:
        """Whether it is a class of CRIRSCO's reserves, or reserves undivided."""
        return self.pooled == _RESERVES


_RESERVES = "reserves"
_INDICATED = "indicated and measured"
_EXPLORED = "A to C2"
_PROGNOSTIC = "P1 to P3"
_POOLED = {
    ResourceClass.INDICATED: _INDICATED,
    ResourceClass.MEASURED: _INDICATED,
    ResourceClass.PROBABLE: _RESERVES,
    ResourceClass.PROVED: _RESERVES,
    ResourceClass.RESERVES: _RESERVES,
    ResourceClass.GKZ_A: _EXPLORED,
    ResourceClass.GKZ_B: _EXPLORED,
    ResourceClass.GKZ_C1: _EXPLORED,
    ResourceClass.GKZ_C2: _EXPLORED,
    ResourceClass.GKZ_P1: _PROGNOSTIC,
    ResourceClass.GKZ_P2: _PROGNOSTIC,
    ResourceClass.GKZ_P3: _PROGNOSTIC,
}


def in_words(classes: Iterable[ResourceClass]) -> str:
    """Return the classes of one figure as text, in the order of ``ResourceClass``."""
    given = set(classes)
    return " + ".join(str(member) for member in ResourceClass if member in given)


class ReservesWithin(ClosedEnum):
    """Whether a figure of resources includes the reserves of the deposit."""

    INCLUDED = "included", "The reserves lie inside the figure."
    EXCLUDED = "excluded", "The reserves stand beside the figure."


class ReportingStandard(ClosedEnum):
    """The code or system by which an estimate is reported, where a source names one."""

    CRIRSCO = (
        "CRIRSCO",
        "The template of the Committee for Mineral Reserves International Reporting Standards.",
    )
    KAZRC = "KAZRC", "Kazakhstan's code, of the CRIRSCO family."
    JORC = "JORC", "Australasia's code, of the CRIRSCO family."
    NI_43_101 = "NI 43-101", "Canada's National Instrument 43-101, which uses CRIRSCO's classes."
    GKZ = "GKZ", "The classification of the Soviet State Commission on Mineral Reserves."
    UNFC = "UNFC", "The United Nations Framework Classification for Resources."
    UNSPECIFIED = "unspecified", "No source names a standard."
