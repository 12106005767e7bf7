"""Figures that cannot be as they stand: more than all of a venture, money outside its years."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from analysis_builders import (
    GAZETTE,
    KZ,
    REVIEW,
    TJ,
    UZ,
    amount,
    cite,
    dataset,
    deal,
    deposit,
    stated,
)

import centralasia_minerals as cam


def told_of(*deals: cam.Deal) -> list[tuple[str, str, tuple[str, ...]]]:
    return [
        (str(one.kind), one.path, tuple(side.said for side in one.sides))
        for one in cam.disagreements(dataset(deals=deals))
    ]


def printed(figure: str) -> cam.Stated:
    return stated(figure, citations=(cite(figure=figure),))


def held(holder, share: str, status: str | None = "held", *, of=REVIEW, **more) -> cam.Stake:
    said = cam.Stated(
        value=cam.Share(share), citations=(cite(of),), **{k: more.pop(k) for k in STATED & {*more}}
    )
    return cam.Stake(
        holder=holder,
        status=cam.NotStated() if status is None else cam.StakeStatus(status),
        statements=(said,),
        citations=(cite(of),),
        **more,
    )


STATED = {"hedge", "upper", "rank", "reason"}
OVER = ("stakes", "stakes", ("KZ 70%", "TJ 40%"))


def test_seventy_and_forty_per_cent_are_more_than_all_of_a_venture() -> None:
    mine = deal("mine", stakes=(held(KZ, "0.7"), held(TJ, "0.4")))

    assert [OVER] == told_of(mine)
    (found,) = cam.disagreements(dataset(deals=(mine,)))
    assert all(side.citations for side in found.sides)


@pytest.mark.parametrize(
    "stakes",
    [
        (held(KZ, "0.7"), held(TJ, "0.3")),
        (held(KZ, "0.7"), held(TJ, "0.4", "to be acquired")),
        (held(KZ, "0.7"), held(TJ, "0.4", "option")),
        (held(KZ, "0.7"), held(TJ, "0.4", "sold")),
        (held(KZ, "0.7"), held(TJ, "0.4", None)),
        (held(KZ, "0.7"), held(TJ, "0.4", hedge=cam.Hedge.UP_TO)),
        (held(KZ, "0.7"), held(TJ, "0.2", hedge=cam.Hedge.RANGE, upper=cam.Share("0.5"))),
        (held(KZ, "0.7"), held(TJ, "0.4", rank=cam.Rank.DEPRECATED, reason="a misprint")),
        (held(KZ, "0.7"), cam.Stake(holder=TJ, status=cam.StakeStatus.HELD, citations=(cite(),))),
        (held(KZ, "1"),),
        (held(KZ, "0.7", of=GAZETTE), held(KZ, "0.4")),
        (held(KZ, "0.7", of=GAZETTE), held(KZ, "0.7", "sold"), held(TJ, "1")),
        (held(KZ, "1"), held(KZ, "0.51", "retained"), held(TJ, "0.49", "to be acquired")),
        (held(KZ, "1", of=GAZETTE), held(KZ, "0.51", "retained"), held(TJ, "0.49")),
        (held(KZ, "0.51", "retained", of=GAZETTE), held(KZ, "0.6"), held(TJ, "0.4")),
        (held(KZ, "0.7"), held(TJ, "0.4", "offered")),
        (),
    ],
    ids=lambda stakes: (
        " and ".join(f"{s.holder.id} {s.share}, {s.status}" for s in stakes) or "none"
    ),
)
def test_what_is_not_held_now_or_may_be_less_is_no_disagreement(stakes) -> None:
    assert [] == told_of(deal("mine", stakes=stakes))


def test_what_each_of_three_holds_at_least_counts() -> None:
    stakes = (
        held(KZ, "0.5", hedge=cam.Hedge.MORE_THAN),
        held(TJ, "0.3", hedge=cam.Hedge.RANGE, upper=cam.Share("0.5")),
        held(UZ, "0.2001"),
    )

    ((kind, _, sides),) = told_of(deal("mine", stakes=stakes))
    assert ("stakes", ("KZ more than 50%", "TJ 30% to 50%", "UZ 20.01%")) == (kind, sides)


def test_what_is_retained_beside_what_others_hold_counts() -> None:
    over = (held(KZ, "0.7", "retained"), held(TJ, "0.4"))

    assert [OVER] == told_of(deal("mine", stakes=over))


def of_what(stake: cam.Stake, what: cam.Deposit) -> cam.Stake:
    return attrs.evolve(stake, of=what)


def test_stakes_in_two_ventures_of_one_deal_are_not_added() -> None:
    north, south = deposit("north"), deposit("south")
    kazakh, tajik = held(KZ, "0.7"), held(TJ, "0.4")

    apart = (of_what(kazakh, north), of_what(tajik, south), held(UZ, "0.9"))
    together = (of_what(kazakh, north), of_what(tajik, north), of_what(kazakh, south))

    assert [] == told_of(deal("mine", stakes=apart))
    assert [OVER] == told_of(deal("mine", stakes=together))


def test_the_stakes_of_two_deals_are_two_ventures() -> None:
    assert [] == told_of(
        deal("one", stakes=(held(KZ, "0.7"),)), deal("two", stakes=(held(TJ, "1"),))
    )


def test_a_figure_after_the_end_of_its_currency_is_one_disagreement() -> None:
    mine = deal("mine", amount("DEM 500"), amount("USD 900", role="price"))

    ((kind, path, (dated, tender)),) = told_of(mine)
    assert ("tender", "amounts[0].statements[0]") == (kind, path)
    assert "DEM 500 as of 2025-11" == dated
    assert tender.startswith("DEM was legal tender from 1948-06-20 until 2002")


@pytest.mark.parametrize(
    "said",
    [
        stated("DEM 500", as_of=cam.PartialDate.parse("2001-03")),
        stated("DEM 500", as_of=cam.PartialDate.parse("2025~")),
        stated("DEM 500", as_of=cam.NotStated()),
        stated("DEM 500", rank=cam.Rank.DEPRECATED, reason="a misprint"),
        stated("KZT 500"),
    ],
    ids=["inside", "about", "undated", "deprecated", "of today"],
)
def test_a_figure_that_may_be_of_its_time_is_no_disagreement(said: cam.Stated) -> None:
    assert [] == told_of(deal("mine", amount(said)))


def test_an_equivalent_is_dated_too() -> None:
    mine = deal("mine", amount("USD 500", equivalents=(stated("SUR 900"),)))

    assert [("tender", "amounts[0].equivalents[0]")] == [found[:2] for found in told_of(mine)]


def test_a_file_with_such_a_figure_is_valid_and_the_check_names_it(tmp_path: Path) -> None:
    mine = dataset(deals=(deal("mine", amount(printed("DEM 500"))),))
    cam.write(mine, tmp_path / "mine.json")

    report = cam.check(tmp_path / "mine.json", base=dataset())

    assert report.ok
    (line,) = report.untimely
    assert line.startswith("mine, amounts[0].statements[0]: DEM 500 as of 2025-11, but DEM was")
    assert line in str(report)
    assert mine == cam.read(tmp_path / "mine.json")


def test_what_is_of_its_time_is_not_named(tmp_path: Path) -> None:
    cam.write(dataset(deals=(deal("mine", amount(printed("USD 500"))),)), tmp_path / "mine.json")

    assert () == cam.check(tmp_path / "mine.json", base=dataset()).untimely


def test_figures_whose_sum_has_too_many_digits_are_a_problem_of_the_check(tmp_path: Path) -> None:
    longest, least = amount(printed(f"USD {'9' * 34}")), amount(printed("USD 0.01"))
    mine = dataset(deals=(deal("large", longest), deal("small", least)))
    cam.write(mine, tmp_path / "mine.json")

    report = cam.check(tmp_path / "mine.json", base=dataset())

    assert not report.ok
    (problem,) = report.problems
    assert "the sum in USD: it has more than 34 digits" in str(problem)
    assert "look for a mistyped figure" in str(report)


def test_the_check_says_what_becomes_of_each_amount_and_why(tmp_path: Path) -> None:
    bare = deal("bare", amount(printed("USD 7")), sectors=())
    talks = deal(
        "talks", amount(stated("USD 5", "up to", citations=(cite(figure="USD 5"),))), stage="talks"
    )
    mine = dataset(deals=(bare, deal("good", amount(printed("USD 3"))), talks))
    cam.write(mine, tmp_path / "mine.json")

    said = str(cam.check(tmp_path / "mine.json", base=dataset())).splitlines()

    assert [
        "  good: cost, USD 3: counted",
        "  bare: cost, USD 7: left out: outside the sectors (no sector is recorded)",
        "  talks: cost, up to USD 5: left out: not concluded",
    ] == [line for line in said if line.startswith("  ")]


def test_the_check_of_many_amounts_says_how_many_more_there_are(tmp_path: Path) -> None:
    many = tuple(deal(f"deal-{n:02}", amount(printed("USD 1"))) for n in range(30))
    cam.write(dataset(deals=many), tmp_path / "mine.json")

    said = str(cam.check(tmp_path / "mine.json", base=dataset())).splitlines()

    assert "  deal-19: cost, USD 1: counted" in said
    assert "  and 10 amounts more" in said
    assert not any("deal-20" in line for line in said)
