"""The words in front of figures and behind them, and which hedge each of them is.

They are those of the encoding guide, in the forms in which agencies print them. "Less than" is no
hedge of the record: nothing bounds a figure from above alone but "up to".
"""

from __future__ import annotations

from centralasia_minerals.values.hedge import Hedge

LESS_THAN = "less than"
"""What is printed as a hedge and cannot be recorded as one."""

Kind = Hedge | str

BEFORE: tuple[tuple[Kind, str], ...] = (
    (
        Hedge.UP_TO,
        "up to, as much as, as many as, as high as, as large as, at most, at the most, a maximum"
        " of, the maximum of, maximum of, a maximum, maximum, max., max, no more than, not more"
        " than, never more than, no greater than, no higher than, not exceeding, not to exceed,"
        " not above, not over, capped at, a cap of, a ceiling of, ceiling of, limited to, ≤,"
        " anything up to, at the very most, do not exceed, does not exceed, did not exceed, will"
        " not exceed, would not exceed, must not exceed, may not exceed, can not exceed, cannot"
        " exceed, never exceeding, never exceeds, never exceed, without exceeding, not in excess"
        " of, no larger than, not larger than, no bigger than, not bigger than, no longer than,"
        " not longer than, not beyond, shall not exceed, potential, potentially,"
        " could reach, may reach, might reach, can reach, could eventually reach, may eventually"
        " reach, could potentially reach, may potentially reach, potentially reaching",
    ),
    (
        Hedge.AT_LEAST,
        "at least, at the least, at the very least, no less than, not less than, no fewer than,"
        " not fewer than, no lower than, not under, not below, a minimum of, the minimum of,"
        " minimum of, a minimum, minimum, min., at a minimum, ≥",
    ),
    (
        Hedge.MORE_THAN,
        "more than, over, above, exceeding, exceeds, exceed, exceeded, in excess of, an excess"
        " of, excess of, upwards of, upward of, north of, greater than, larger than, higher than,"
        " bigger than, longer than, beyond, topping, surpassing, surpasses, surpassed, >",
    ),
    (
        Hedge.NEARLY,
        "nearly, almost, close to, close on, just under, just below, just less than, just short"
        " of, just shy of, shy of, slightly under, slightly below, slightly less than, a little"
        " under, a little below, a little less than, not quite, nearing, approaching, near,"
        " practically, virtually",
    ),
    (
        Hedge.AROUND,
        "around, about, roughly, some, approximately, approx., approx, circa, ca., ca, c., ~, ∼,"
        " ≈, in the region of, in the order of, of the order of, on the order of, in the range of,"
        " in the neighbourhood of, in the neighborhood of, in the vicinity of, something like,"
        " more or less, give or take, a rough",
    ),
    (
        Hedge.ESTIMATED,
        "an estimated, the estimated, estimated, estimated at, estimated to be, estimated to be"
        " worth, estimated to cost, expected to cost, est., est, estimate of,"
        " estimates of, an estimate of, preliminary, preliminarily, indicative, indicatively",
    ),
    (
        LESS_THAN,
        "less than, fewer than, under, below, lower than, smaller than, short of, south of, <,"
        " not as much as, not as many as, half as much as, not up to, not nearly, not almost, not"
        " close to, nowhere close to, nowhere near, hardly more than, barely more than, scarcely"
        " more than, not more than half",
    ),
)
# Directly behind the number, or behind it and its unit.
BEHIND: dict[str, tuple[Kind, ...]] = {
    "+": (Hedge.AT_LEAST, Hedge.MORE_THAN), "-plus": (Hedge.AT_LEAST, Hedge.MORE_THAN),
    "-odd": (Hedge.AROUND,), " or more": (Hedge.AT_LEAST,), " or above": (Hedge.AT_LEAST,),
    " or so": (Hedge.AROUND,), " or thereabouts": (Hedge.AROUND,), " or less": (Hedge.UP_TO,),
    " or fewer": (Hedge.UP_TO,), " at most": (Hedge.UP_TO,), " at the most": (Hedge.UP_TO,),
    " maximum": (Hedge.UP_TO,), " at least": (Hedge.AT_LEAST,), " minimum": (Hedge.AT_LEAST,),
    " (estimated)": (Hedge.ESTIMATED,), " (estimate)": (Hedge.ESTIMATED,),
    " (est.)": (Hedge.ESTIMATED,), " (or more)": (Hedge.AT_LEAST,),
    " - or more": (Hedge.AT_LEAST,), " (or so)": (Hedge.AROUND,), " (or less)": (Hedge.UP_TO,),
}  # fmt: skip
# These say something of a figure only if they end a clause there.
LAST = (" at most", " at the most", " maximum", " at least", " minimum")

ONLY_DIRECTLY = frozenset(["preliminary", "indicative", "potential"])
"""Hedges that are none of a figure further on: "a preliminary deal worth $5 million"."""

# The words of a hedge that stand for it anywhere in a passage, in a way that is not read.
KIN: dict[Kind, str] = {
    Hedge.UP_TO: "up to|as m(?:uch|any) as|at (?:the )?most|maxim\\w+|no more than|not more than"
    "|ceiling|capped|upper limit|potentially|(?:could|may|might)(?: [a-z]+)? reach",
    Hedge.AT_LEAST: "at least|minim\\w+|no less than|no fewer than|or more|lower limit",
    Hedge.MORE_THAN: "more than|exceed\\w*|in excess of|upwards? of|surpass\\w*",
    Hedge.NEARLY: "nearly|almost|close to|just under|approach\\w*",
    Hedge.AROUND: "roughly|approximate\\w*|approx|circa|or so|in the region of",
    Hedge.ESTIMATED: "estimat\\w+|expected to"
    "|(?:preliminary|indicative) (?:cost|price|value|figure)s?",
    Hedge.RANGE: "between|rang(?:e|es|ed|ing)|from",
}
