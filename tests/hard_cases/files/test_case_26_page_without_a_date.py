"""A page without a date, read on a known day, beside a dated one: it never comes first."""

from hard_case_files import bounds, case, counted

import centralasia_minerals as cam


def deal(dataset):
    return dataset.deals["kz-copper-concentrator"]


def test_the_dated_statement_comes_first_though_the_page_was_read_later():
    sources = [said.citations[0].source.id for said in deal(case(26)).amounts[0].series]

    assert sources == ["bulletin-2025-02", "undated-page"]


def test_neither_replaces_the_other():
    figure = deal(case(26)).amounts[0].stated

    assert [str(said.value) for said in figure.statements] == ["USD 50000000", "USD 60000000"]


def test_a_total_takes_the_dated_figure():
    total = cam.total(case(26), stages=None)

    assert bounds(total) == (50, 50, 50)
    assert counted(total) == [("kz-copper-concentrator", 50)]


def test_a_signature_told_on_an_undated_page_does_not_replace_a_memorandum():
    assert deal(case(26)).stage is cam.Stage.MEMORANDUM


def test_the_day_of_reading_is_not_a_day_of_publication():
    source = case(26).sources["undated-page"]

    assert source.published == cam.NotStated()
    assert str(source.read) == str(source.known_from) == "2025-12-05"


def test_views_know_the_page_from_the_day_on_which_it_was_read():
    before, after = (case(26).as_of(day) for day in ("2025-12-04", "2025-12-05"))

    assert len(deal(before).amounts[0].statements) == 1
    assert len(deal(after).amounts[0].statements) == 2
