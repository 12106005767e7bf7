"""Stakes: what they are of, and what their statements say for a day."""

from __future__ import annotations

from datetime import date

import pytest
from entity_examples import (
    CITATION,
    CITED,
    DEPOSIT,
    EARLY_CITATION,
    KAZAKHSTAN,
    MINISTRY,
    STAKE,
    deal,
)

from centralasia_minerals.entities.base.keyed import doubled
from centralasia_minerals.entities.figure import Figure
from centralasia_minerals.entities.stake import Stake, StakeStatus
from centralasia_minerals.entities.statement import Rank, Stated, Undisclosed
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.partial_date import PartialDate
from centralasia_minerals.values.share import Share


def share(fraction: str, as_of: str | None = None, **more: object) -> Stated[Share]:
    when = {} if as_of is None else {"as_of": PartialDate.parse(as_of)}
    return Stated(value=Share(fraction), **{**CITED, **when, **more})


def stake(*statements: Stated[Share] | Undisclosed, **more: object) -> Stake:
    return Stake(holder=MINISTRY, status=StakeStatus.HELD, statements=statements, **CITED, **more)


def on(held: Stake, day: str) -> str:
    return str(held.share_on(PartialDate.parse(day)) or "not stated")


BEFORE_AND_AFTER = stake(share("0.51", "2019-06-30"), share("0.45", "2024-10-15"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-06-29", "not stated"),
        ("2019-06-30", "51%"),
        ("2024-10-14", "51%"),
        ("2024-10-15", "45%"),
        ("2026-01-01", "45%"),
        ("2024-10", "45%"),
        ("2024-09", "51%"),
        ("2024", "45%"),
    ],
)
def test_the_share_on_a_day_is_the_latest_stated_by_then(day, expected):
    assert expected == on(BEFORE_AND_AFTER, day)


def test_51_and_49_become_45_and_45_and_10():
    other = stake(share("0.49", "2019-06-30"), share("0.45", "2024-10-15"))
    third = stake(share("0.1", "2024-10-15"))

    def of_all(day: str) -> list[str]:
        return [on(one, day) for one in (BEFORE_AND_AFTER, other, third)]

    assert ["51%", "49%", "not stated"] == of_all("2024-10-14")
    assert ["45%", "45%", "10%"] == of_all("2024-10-15")


def test_the_order_of_the_statements_does_not_matter():
    turned = stake(*reversed(BEFORE_AND_AFTER.statements))

    assert ["51%", "45%"] == [on(turned, day) for day in ("2020", "2025")]


def test_a_statement_of_a_month_may_be_later_than_a_day_within_it():
    held = stake(share("0.51", "2019"), share("0.45", "2024-10"))

    assert ["51%", "45%"] == [on(held, day) for day in ("2024-10-30", "2024-10-31")]


def test_a_statement_without_a_date_says_nothing_for_a_day():
    undated = stake(Stated(value=Share("0.3"), as_of=NotStated(), **CITED))

    assert NotStated() == undated.share_on(PartialDate.parse("2030"))
    assert Share("0.3") == undated.share.value


def test_two_of_one_day_are_a_figure_of_both_and_a_wrong_one_is_none():
    two = stake(share("0.45", "2024"), share("0.449", "2024"))
    wrong = stake(
        share("0.45", "2023"), share("0.54", "2024", rank=Rank.DEPRECATED, reason="a misprint")
    )

    said = two.share_on(PartialDate.parse("2024"))
    assert isinstance(said, Figure)
    assert two.statements == said.statements
    assert "45%" == on(wrong, "2025")


def test_a_share_that_was_withheld_on_a_day_is_undisclosed():
    withheld = Undisclosed(as_of=PartialDate.parse("2020"), **CITED)
    held = stake(withheld, share("0.1", "2024"))

    assert withheld == held.share_on(PartialDate.parse("2021"))
    assert "10%" == on(held, "2024")


def test_what_is_told_again_later_was_not_told_again_by_an_earlier_day():
    """The older share is retold last, so it is the current one; in between it was not."""
    retold = share("0.51", citations=(EARLY_CITATION, CITATION))
    held = stake(retold, share("0.45", "2025-06"))

    assert "51%" == str(held.share)
    assert ["51%", "45%", "51%"] == [on(held, day) for day in ("2025-05", "2025-10", "2025-11")]
    known = held.share_on(PartialDate.parse("2025-05"))
    assert (EARLY_CITATION,) == known.citations


def test_a_later_text_may_say_what_a_share_was_earlier():
    held = stake(share("0.51", "2019", citations=(EARLY_CITATION, CITATION)))

    assert held.statements[0] is held.share_on(PartialDate.parse("2020"))


@pytest.mark.parametrize("day", [date(2025, 11, 1), None, 2025])
def test_a_day_is_a_partial_date(day):
    with pytest.raises(InvalidTypeError, match="give a PartialDate"):
        BEFORE_AND_AFTER.share_on(day)


def test_a_day_may_be_given_as_text():
    day = PartialDate.parse("2025-11-30")

    assert BEFORE_AND_AFTER.share_on("2025-11-30") == BEFORE_AND_AFTER.share_on(day)
    with pytest.raises(InvalidValueError):
        BEFORE_AND_AFTER.share_on("November")


def test_a_stake_is_of_a_body_or_a_deposit_or_nobody_says():
    assert DEPOSIT is STAKE.of
    assert MINISTRY is stake(of=MINISTRY).of
    assert NotStated() == stake().of
    with pytest.raises(InvalidTypeError, match=r"^Stake\.of: "):
        stake(of=KAZAKHSTAN)


def test_what_it_is_of_tells_two_stakes_of_one_holder_apart():
    two = deal(stakes=(stake(of=MINISTRY), stake(of=DEPOSIT)))
    same = deal(stakes=(stake(of=DEPOSIT), stake(share("0.3"), of=DEPOSIT)))

    assert [] == list(doubled(two))
    assert ["stakes[1]"] == [error.field for error in doubled(same)]


def test_a_stake_offered_or_retained_is_neither_held_nor_sold():
    assert [
        "offered", "option", "to be acquired", "held", "retained", "sold",
    ] == list(map(str, StakeStatus))  # fmt: skip
