"""An option, a stake set to be acquired and a stake held are three kinds of share."""

from hard_case_files import case, left_out

import centralasia_minerals as cam


def test_a_right_to_a_stake_is_told_from_the_stake():
    stakes = case(7).deals["kz-copper-earn-in"].stakes

    assert [(stake.holder.id, str(stake.status)) for stake in stakes] == [
        ("outback-lithium", "option"),
        ("tian-shan-mining", "to be acquired"),
        ("qazaq-reserve", "held"),
    ]


def test_an_option_runs_from_its_first_share_to_its_last():
    option = case(7).deals["kz-copper-earn-in"].stakes[0].share

    assert (option.low, option.value, option.high) == (
        cam.Share("0.2"),
        cam.Share("0.2"),
        cam.Share("0.8"),
    )


def test_the_shares_are_those_printed():
    stakes = case(7).deals["kz-copper-earn-in"].stakes

    assert [str(stake.share) for stake in stakes] == ["20% to 80%", "15%", "100%"]


def test_a_stake_is_no_money():
    total = cam.total(case(7))

    assert total.currencies == ()
    assert left_out(total) == [("kz-copper-earn-in", None, ["not stated"])]
