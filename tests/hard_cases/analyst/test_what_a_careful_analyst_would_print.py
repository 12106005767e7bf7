"""What a careful analyst prints of fourteen deals, worked out by hand, is what the library says."""

from functools import cache
from pathlib import Path

import pytest
from analyst_lines import LINES
from hard_case_files import base

import centralasia_minerals as cam

DATA = Path(__file__).parent / "data"


ASKED_OTHERWISE = [
    (["kz-granite-venture"], {"kinds": "financing", "stages": None}, ["up to USD 1,600,000,000"]),
    (["uz-agate-expansion"], {"classes": "own project"}, ["USD 4,800,000,000"]),
    (
        ["uz-garnet-programme"],
        {"kinds": "plan", "classes": None, "stages": None},
        ["USD 2,600,000,000"],
    ),
    (
        ["uz-quartz-roadmap", "uz-quartz-framework"],
        {"stages": "intended"},
        ["up to USD 1,000,000,000"],
    ),
    (
        ["kz-topaz-bid-abroad", "kz-topaz-bid-at-home"],
        {"kinds": "transfer", "stages": None},
        ["USD 1,400,000,000"],
    ),
    (
        ["kz-jasper-purchase"],
        {"kinds": "transfer", "stages": "intended"},
        ["at least about KZT 29,120,000,000"],
    ),
    (["kz-slate-placement"], {"kinds": "issue"}, ["up to AUD 5,000,000"]),
    (["kz-basalt-share-issue", "kz-basalt-plant"], {"kinds": None}, ["USD 300,000,000"]),
    (["kg-beryl-licence"], {"kinds": None, "stages": None, "classes": None}, []),
]


REMARKS = [
    (
        ["kz-granite-venture", "kz-granite-definitive-agreements"],
        {},
        "Signed but not closed, because closing conditions remain open:"
        " “Share purchase and shareholders' agreements of the tungsten venture”.",
    ),
    (
        ["kz-granite-venture"],
        {},
        "comes to 1.6 billion US dollars, 500 million US dollars more than its cost",
    ),
    (
        ["uz-opal-supplies", "uz-opal-older-contract"],
        {"kinds": "supply"},
        "“Supplies of uranium until 2037” and “Older contract for uranium” overlap in part",
    ),
    (
        ["kz-slate-placement"],
        {"kinds": "issue"},
        "An unknown part of the counted figure of “Placement of new shares of a graphite company”",
    ),
]


@cache
def record():
    return cam.read(DATA, base=base())


def deals(ids):
    dataset = record()
    return [dataset.deals[id] for id in ids]


def sums(total):
    return list(map(str, total.by_currency))


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_default_total_is_that_of_the_analyst(line):
    assert sums(cam.total(deals(line.deals))) == line.total


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_what_is_left_out_has_the_reasons_of_the_analyst(line):
    rows = cam.total(deals(line.deals)).excluded

    told = [f"{row.figure}: {'; '.join(map(str, row.reasons))}" for row in rows]
    assert sorted(told) == sorted(line.left_out)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_beside_the_total_stands_what_the_analyst_puts_there(line):
    assert list(map(str, cam.total(deals(line.deals)).beside)) == line.beside


@pytest.mark.parametrize(("ids", "asked", "expected"), ASKED_OTHERWISE)
def test_what_is_left_out_comes_in_where_it_is_asked_for(ids, asked, expected):
    assert sums(cam.total(deals(ids), **asked)) == expected


def test_together_the_deals_come_to_what_their_lines_add_up_to():
    total = cam.total(record())

    assert sums(total) == ["about USD 2,908,000,000"]
    assert total["USD"].stated.amount == 1_500_000_000 + 1_100_000_000 + 300_000_000 + 8_000_000


def test_each_deal_stands_in_a_line():
    told = {id for line in LINES.values() for id in line.deals}

    assert set(record().deals.ids) - told == {"uz-opal-older-contract"}


@pytest.mark.parametrize(("ids", "asked", "remark"), REMARKS)
def test_what_a_sum_does_not_show_is_remarked_on(ids, asked, remark):
    assert remark in str(cam.total(deals(ids), **asked))


def test_a_price_that_is_withheld_is_undisclosed_where_prices_are_asked_for():
    total = cam.total(record(), kinds="transfer")

    assert sorted(row.deal.id for row in total.undisclosed) == [
        "kz-granite-definitive-agreements",
        "kz-onyx-stake",
    ]


def test_the_record_writes_back_as_it_was_read(tmp_path):
    cam.write(record(), tmp_path / "record.json")

    assert cam.read(tmp_path / "record.json", base=base()) == record()


def test_the_stake_that_was_sold_is_one_of_the_joint_firm():
    (stake,) = record().deals["kz-onyx-stake"].stakes

    assert (stake.of.id, str(stake.share)) == ("onyx-uranium", "49.979%")


def test_the_share_issue_says_what_it_raises_money_for():
    (related,) = record().related("kz-basalt-share-issue")

    assert str(related) == "kz-basalt-share-issue raises money for kz-basalt-plant"
