"""The figure of a drafted passage is the shortest run of its words that reads as recorded."""

from __future__ import annotations

import pytest
from figure_readings import million, money

import centralasia_minerals as cam
from centralasia_minerals.dataset.authoring import figures
from centralasia_minerals.dataset.authoring.figures import figure_in, recorded_in
from centralasia_minerals.dataset.evidence.figures.printed_values import value_outcome


@pytest.mark.parametrize(
    ("passage", "value", "figure"),
    [
        ("It lends up to $700 million (€600 million).", million(700), "$700 million"),
        ("It lends up to $700 million (€600 million).", million(600, "EUR"), "€600 million"),
        ("It is worth $1.1B in all", million(1100), "$1.1B"),
        ("It holds around 410,000 tonnes of it", cam.Measure(410_000, "tonne"), "410,000 tonnes"),
        ("It makes 15 tonnes of gallium per year", cam.Measure(15, "tonne per year"),
         "15 tonnes of gallium per year"),
        ("It makes 15 tonnes of gallium per year", cam.Measure(15, "tonne"), None),
        ("It takes a 70 percent stake", cam.Share("0.7"), "70 percent"),
        ("It mines half of the ore", cam.Share("0.5"), "half"),
        ("It lends $50 million CAD.", million(50, "CAD"), "$50 million CAD"),
        ("It lends $50 million CAD.", million(50), None),
        ("It lends $50 million.", million(50, "AUD"), "$50 million"),
        ("It lends $50\u202fmillion.", million(50), "$50\u202fmillion"),
        ("It lends $50 million.", million(51), None),
        ("It lends 2,6 mlrd.", million(2600), None),
        ("", million(1), None),
    ],
)  # fmt: skip
def test_the_shortest_words_that_read_as_recorded_are_the_figure(passage, value, figure):
    assert figure == figure_in(passage, [value])


def test_both_ends_of_a_range_are_in_one_figure():
    values = [million(8), million(10)]

    assert "$8 to 10 million" == figure_in("It lends from $8 to 10 million, if", values)
    assert None is figure_in("It lends $8 million", values)
    assert None is figure_in("It lends $8 million", [])


@pytest.mark.parametrize("words", ["half a million ", "$7 ", "5 million ", "a ", "twenty "])
def test_a_long_passage_is_tried_in_a_bounded_number_of_places(monkeypatch, words):
    """ "Half a million" 2,000 times took minutes."""
    tried = []
    outcome = value_outcome

    def counted(printed, value):
        tried.append(printed)
        return outcome(printed, value)

    monkeypatch.setattr(figures, "value_outcome", counted)

    assert None is figure_in(words * 2000, [money(7, "KZT")])
    assert len(tried) < 4000


@pytest.mark.parametrize("amount", [pytest.param(10**5000, id="long"), "9" * 500, 1.5, None, "x"])
def test_a_figure_that_cannot_be_recorded_is_left_to_the_reader_of_files(amount):
    assert [] == list(recorded_in({"value": {"amount": amount, "currency": "USD"}}))
