"""Laws of tonnages, over generated deposits: nothing twice, exact, in any order."""

from __future__ import annotations

from decimal import localcontext
from fractions import Fraction

from analysis_builders import KZ, TUNGSTEN, URANIUM, cite
from analysis_strategies import CONTEXTS, figures
from hypothesis import given, strategies as st

import centralasia_minerals as cam

TONNES = st.decimals(0, 10**7, places=3).map(lambda n: cam.Measure(n, "tonne"))
KILOGRAMS = st.integers(0, 10**9).map(lambda n: cam.Measure(n, "kilogram"))


@st.composite
def _measures(draw):
    said = draw(figures(TONNES.map(_as_money)))
    value = cam.Measure(said.value.amount, draw(st.sampled_from(["tonne", "kilotonne"])))
    upper = value + cam.Measure(5, value.unit) if said.upper else cam.NotStated()
    return cam.Stated(value=value, hedge=said.hedge, upper=upper, citations=(cite(),))


def _as_money(measure):
    return cam.Money(measure.magnitude, "USD")


CLASSES = [
    tuple(map(cam.ResourceClass, names))
    for names in [
        ("unspecified",), ("inferred",), ("indicated",), ("measured",), ("measured", "indicated"),
        ("indicated", "inferred"), ("proved",), ("reserves",),
    ]
]  # fmt: skip
# What may be added to what if it is asked for; everything else is added to its own class alone.
ADDED = [{"indicated", "measured"}, {"proved", "reserves"}]


@st.composite
def _estimates(draw):
    first, *further = draw(st.sampled_from(CLASSES))
    return cam.ResourceEstimate(
        stated=draw(_measures()),
        mineral=draw(st.sampled_from([TUNGSTEN, URANIUM])),
        basis=draw(st.sampled_from([cam.CommodityBasis.CONTAINED_METAL, cam.CommodityBasis.OXIDE])),
        resource_class=first,
        further_classes=tuple(further),
    )


@st.composite
def deposits(draw):
    made: list[cam.Deposit] = []
    for number in range(draw(st.integers(0, 5))):
        made.append(
            cam.Deposit(
                id=f"deposit-{number}",
                names=(cam.Name(f"Deposit {number}"),),
                country=KZ,
                part_of=draw(st.sampled_from([cam.NotStated(), *made])),
                estimates=tuple(draw(st.lists(_estimates(), max_size=3, unique=True))),
                citations=(cite(at=600),),
            )
        )
    return tuple(made)


POOLS = st.sampled_from([(), "bases", "resource classes", ("bases", "resource classes")])


def told(totals):
    return [
        (t.mineral, t.basis, t.resource_class, t.low, t.stated, t.high, t.approximate)
        for t in totals
    ]


@given(deposits(), POOLS)
def test_each_estimate_is_in_or_out_once(given_deposits, pool):
    totals = cam.total_measure(given_deposits, pool=pool)

    rows = [(row.deposit.id, row.estimate) for row in (*totals.counted, *totals.excluded)]
    assert sum(len(deposit.estimates) for deposit in given_deposits) == len(rows)
    assert len(set(rows)) == len(rows)


@given(deposits(), POOLS)
def test_no_two_that_count_are_whole_and_part_in_one_sum(given_deposits, pool):
    totals = cam.total_measure(given_deposits, pool=pool)
    pools = (pool,) if isinstance(pool, str) else pool

    def sum_of(row):
        mineral, basis, _ = row.group
        classes = {str(one) for one in row.estimate.classes}
        added = [sort for sort in ADDED if classes <= sort and "resource classes" in pools]
        return mineral, None if "bases" in pools else basis, *sorted([*added, classes][0])

    for part in totals.counted:
        wholes = {whole.id for whole in part.deposit.ancestors}
        for other in totals.counted:
            assert not (other.deposit.id in wholes and sum_of(other) == sum_of(part))


@given(deposits())
def test_pooled_no_class_of_a_deposit_counts_twice_and_none_counts_beside_another_sort(
    given_deposits,
):
    totals = cam.total_measure(given_deposits, pool="resource classes")

    seen = set()
    for row in totals.counted:
        for one in row.estimate.classes:
            key = (row.deposit.id, row.group[:2], str(one), len({c.pooled for c in _of(row)}))
            assert key not in seen
            seen.add(key)
    names = {t.resource_class for t in totals}
    assert names <= {
        "unspecified", "inferred", "indicated and measured", "inferred + indicated", "reserves",
    }  # fmt: skip


def _of(row):
    return row.estimate.classes


@given(deposits(), POOLS)
def test_what_counts_adds_up_exactly_and_in_order(given_deposits, pool):
    totals = cam.total_measure(given_deposits, pool=pool, unit="kilogram")

    factors = {"tonne": 1000, "kilotonne": 1_000_000}
    counted = sum(
        (
            Fraction(row.estimate.stated.value.magnitude)
            * factors[str(row.estimate.stated.value.unit)]
            for row in totals.counted
        ),
        Fraction(0),
    )
    assert counted == sum((Fraction(t.stated.magnitude) for t in totals), Fraction(0))
    for total in totals:
        assert total.low <= total.stated
        assert total.high is None or total.stated <= total.high


@given(deposits(), POOLS, st.data())
def test_order_and_repetition_do_not_matter(given_deposits, pool, data):
    shuffled = data.draw(st.permutations([*given_deposits, *given_deposits]))

    assert told(cam.total_measure(given_deposits, pool=pool)) == told(
        cam.total_measure(shuffled, pool=pool)
    )


@given(deposits(), CONTEXTS)
def test_tonnages_are_exact_whatever_the_callers_decimal_context(given_deposits, context):
    expected = told(cam.total_measure(given_deposits))

    with localcontext(**context):
        actual = told(cam.total_measure(given_deposits))
    assert expected == actual


@given(deposits())
def test_one_mineral_asked_for_is_its_share_of_all(given_deposits):
    every = told(cam.total_measure(given_deposits))

    for mineral in ("tungsten", "uranium"):
        alone = told(cam.total_measure(given_deposits, mineral=mineral))
        assert [one for one in every if one[0] == mineral] == alone
