"""What the money is for."""

from __future__ import annotations

from centralasia_minerals.values import Word


class Sector(Word):
    """What the money is for.

    Mining uranium is minerals, a power plant is nuclear, and "digital mining" is digital.
    """

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
