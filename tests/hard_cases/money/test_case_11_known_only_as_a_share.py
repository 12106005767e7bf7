"""An amount known only as a share of something: no money is invented."""

from hard_case_files import case, left_out

import centralasia_minerals as cam


def test_the_bound_is_kept_relative_to_what_it_is_a_share_of():
    (amount,) = case(11).deals["kz-copper-offtake"].amounts

    assert amount.relative.of == "the book value of assets"
    assert (amount.relative.low, amount.relative.high) == (cam.Share("0.5"), None)


def test_no_money_is_made_of_it():
    total = cam.total(case(11), kinds=None, sectors=None, stages=None)

    assert case(11).deals["kz-copper-offtake"].value == cam.NotStated()
    assert total.currencies == ()
    assert left_out(total) == [("kz-copper-offtake", None, ["not stated"])]


def test_confidential_volumes_are_undisclosed_by_whoever_keeps_them():
    (volumes,) = case(11).deals["kz-copper-offtake"].quantities

    assert isinstance(volumes.stated, cam.Undisclosed)
    assert [holder.id for holder in volumes.stated.asserted_by] == ["balkhash-smelting"]
