"""A share that changes hands over years; undisclosed in one paper, ten per cent in another."""

from hard_case_files import case

import centralasia_minerals as cam


def stake_of(dataset, holder):
    stakes = dataset.deals["uz-gold-mine-shares"].stakes
    return [stake for stake in stakes if stake.holder.id == holder]


def test_the_share_is_now_the_one_that_the_later_paper_states():
    (entrant,) = stake_of(case(10), "tian-shan-mining")

    assert entrant.share.value == cam.Share("0.1")
    assert [bool(statement) for statement in entrant.series] == [True, False]


def test_as_of_the_first_paper_the_share_is_undisclosed():
    (entrant,) = stake_of(case(10).as_of("2024"), "tian-shan-mining")

    assert isinstance(entrant.share, cam.Undisclosed)


def test_the_seller_held_and_then_sold():
    held, sold = stake_of(case(10), "aral-metals")

    assert (str(held.status), str(held.as_of), str(held.share)) == ("held", "2019", "40%")
    assert (str(sold.status), str(sold.as_of), sold.share) == ("sold", "2024", cam.NotStated())


def test_rival_dates_stand_beside_each_other():
    deal = case(10).deals["uz-gold-mine-shares"]

    assert [str(dated.date) for dated in deal.dates] == ["2024-09", "2024-10-03"]


def test_a_withheld_price_is_undisclosed_and_no_zero():
    total = cam.total(case(10), kinds="transfer")

    assert total.currencies == ()
    assert total.counted == total.excluded == ()
    assert [row.deal.id for row in total.undisclosed] == ["uz-gold-mine-shares"]
