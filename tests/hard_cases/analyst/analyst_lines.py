"""What a careful analyst would print of fourteen deals, worked out by hand and not by the rules.

The names are invented; the shapes and figures are those of real deals.
"""

from typing import NamedTuple


class Line(NamedTuple):
    """What an analyst prints of some deals: their default total, and what is left out of it."""

    deals: list[str]
    total: list[str]
    left_out: list[str]
    beside: list[str]


LINES = {
    "copper smelter: the works, one page calls the sum preliminary": Line(
        ["kz-anvil-smelter"],
        ["about USD 1,500,000,000"],
        [],
        [],
    ),
    "tungsten: signed and not closed, with two letters and a price that is withheld": Line(
        ["kz-granite-venture", "kz-granite-definitive-agreements"],
        ["about USD 1,100,000,000"],
        [
            "estimated USD 1,100,000,000: followed by a counted deal",
            "up to USD 900,000,000: not concluded; another kind of money;"
            " followed by a counted deal",
            "up to USD 700,000,000: not concluded; another kind of money;"
            " followed by a counted deal",
            "undisclosed: another kind of money",
        ],
        [],
    ),
    "tungsten plant: done, its second phase planned": Line(
        ["kz-basalt-plant", "kz-basalt-second-phase"],
        ["USD 300,000,000"],
        ["USD 350,000,000: superseded", "USD 150,000,000: not concluded"],
        [],
    ),
    "lithium: exploration under way, a plant planned, the rest depends on reserves": Line(
        ["kz-feldspar-lithium"],
        ["about USD 8,000,000"],
        [
            "estimated USD 200,000,000: not concluded; another amount of the deal",
            "up to USD 500,000,000: not concluded; conditional; superseded;"
            " another amount of the deal",
            "USD 500,000,000: not concluded; conditional; another amount of the deal",
        ],
        [],
    ),
    "copper expansion: a state company's own project": Line(
        ["uz-agate-expansion"],
        [],
        ["USD 4,800,000,000: own project", "USD 1,000,000,000: own project; another kind of money"],
        ["own project: USD 4,800,000,000"],
    ),
    "programme: adopted at most, replaced later": Line(
        ["uz-garnet-programme", "uz-garnet-smaller-programme"],
        [],
        [
            "USD 2,600,000,000: replaced; not concluded; programme; another kind of money",
            "USD 1,600,000,000: not concluded; programme; another kind of money",
        ],
        ["programme: USD 1,600,000,000"],
    ),
    "trading house: a roadmap, then a framework": Line(
        ["uz-quartz-roadmap", "uz-quartz-framework"],
        [],
        ["USD 1,000,000,000: not concluded", "up to USD 1,000,000,000: not concluded"],
        [],
    ),
    "uranium supplies: no project": Line(
        ["uz-opal-supplies"],
        [],
        ["more than USD 5,000,000,000: another kind of money"],
        ["supply: at least USD 5,000,000,000"],
    ),
    "titanium licence: a value in the ground": Line(
        ["kg-beryl-licence"],
        [],
        ["at least USD 80,000,000,000: valuation"],
        [],
    ),
    "mining group: two rival bids, neither concluded": Line(
        ["kz-topaz-bid-abroad", "kz-topaz-bid-at-home"],
        [],
        [
            "around USD 5,000,000,000: ended; another kind of money",
            "USD 1,400,000,000: not concluded; another kind of money",
        ],
        [],
    ),
    "lead mine: a price, and only preliminary": Line(
        ["kz-jasper-purchase"],
        [],
        [
            "not stated: not concluded; another kind of money; not stated",
            "estimated KZT 350,000,000: not concluded; another kind of money",
            "at least KZT 28,770,000,000: not concluded; another kind of money",
        ],
        [],
    ),
    "graphite: the proceeds of an issue, in part conditional": Line(
        ["kz-slate-placement"],
        [],
        [
            "AUD 5,000,000: another kind of money",
            "not stated: another kind of money; not stated",
            "not stated: another kind of money; conditional; not stated",
        ],
        ["issue: up to AUD 5,000,000"],
    ),
    "uranium stake: the price is withheld": Line(
        ["kz-onyx-stake"],
        [],
        ["undisclosed: another kind of money"],
        [],
    ),
    "share issue: its proceeds pay for the tungsten plant": Line(
        ["kz-basalt-share-issue"],
        [],
        ["around HKD 1,200,000,000: another kind of money"],
        ["issue: about HKD 1,200,000,000"],
    ),
}
