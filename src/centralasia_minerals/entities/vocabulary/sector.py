"""What an undertaking, and so its money, is for."""

from __future__ import annotations

from typing import Literal, TypeAlias

from centralasia_minerals.values.closed_enum import ClosedEnum


class Sector(ClosedEnum):
    """What the undertaking, and so its money, is for; a deal may have several sectors."""

    MINERALS = (
        "minerals",
        "Mines, ores, critical minerals, rare earths and coal; uranium mining too.",
    )
    NUCLEAR = "nuclear", "Nuclear power plants, reactors and technology, but not uranium mining."
    ENERGY = "energy", "All other energy: electricity, oil and gas, renewables, dams and grids."
    AVIATION = "aviation", "Aircraft, airlines and airports."
    DIGITAL = "digital", 'Computing, data and telecommunications; "digital mining" too.'
    TRANSPORT = "transport", "Roads, railways, ports and corridors."
    AGRICULTURE = "agriculture", "Farming and food."
    FINANCE = "finance", "Banks, funds and councils whose own purpose is investment or trade."
    DIPLOMACY = "diplomacy", "Treaties, memberships, visits and standing bodies between states."
    OTHER = "other", "A named field that is none of these, such as culture, trade or industry."


SectorText: TypeAlias = Literal[
    "minerals",
    "nuclear",
    "energy",
    "aviation",
    "digital",
    "transport",
    "agriculture",
    "finance",
    "diplomacy",
    "other",
]
"""The texts of ``Sector``, for type checkers."""
