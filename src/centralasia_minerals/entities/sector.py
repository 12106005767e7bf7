"""What the money is for."""

from __future__ import annotations

from enum import Enum


class Sector(Enum):
    """What the money is for.

    Mining uranium is minerals, a power plant is nuclear, and "digital mining" is digital.
    """

    # Members are singletons: their identity hashes faster than their name, and totals hash many.
    __hash__ = object.__hash__

    MINERALS = "minerals"
    NUCLEAR = "nuclear"
    ENERGY = "energy"
    AVIATION = "aviation"
    DIGITAL = "digital"
    TRANSPORT = "transport"
    AGRICULTURE = "agriculture"
    FINANCE = "finance"
    DIPLOMACY = "diplomacy"
    OTHER = "other"

    def __str__(self) -> str:
        return self.value
