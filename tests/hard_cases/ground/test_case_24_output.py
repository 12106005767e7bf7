"""15 tonnes a year from the third quarter of 2026; all of the output marketed by one partner."""

from datetime import date

from hard_case_files import case

import centralasia_minerals as cam


def deal():
    return case(24).deals["kz-gallium-offtake"]


def test_output_is_a_mass_for_each_year():
    output = deal().quantities[0].stated.value

    assert str(output) == "15 tonne per year"
    assert output.unit.dimension is cam.Dimension.MASS_PER_YEAR


def test_it_starts_in_a_quarter_and_no_month_is_made_up():
    (start,) = [dated.date for dated in deal().dates if dated.kind is cam.DealDateKind.START]

    assert str(start) == "2026-35"
    assert (start.earliest, start.latest) == (date(2026, 7, 1), date(2026, 9, 30))
    assert start.month is None


def test_the_deal_is_dated_by_its_signing():
    assert str(deal().date.date) == "2025-12"


def test_the_partner_markets_all_of_the_output():
    marketed = deal().quantities[1]

    assert str(marketed.stated.value) == "100 percent of output"
    assert [party.who.id for party in deal().parties if str(party.role) == "offtaker"] == [
        "outback-lithium"
    ]


def test_output_is_no_money():
    total = cam.total(case(24), kinds=None, stages=None)

    assert total.currencies == ()
    assert [row.deal.id for row in total.undisclosed] == ["kz-gallium-offtake"]
