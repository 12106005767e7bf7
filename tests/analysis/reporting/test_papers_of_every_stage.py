"""A sentence calls each paper by its name, and says that it is not binding where that is so."""

from __future__ import annotations

import pytest
from analysis_builders import amount, deal, stated

import centralasia_minerals as cam
from centralasia_minerals.analysis.reporting.paper_words import LEFT_OUT, NOT_BINDING, PAPERS

each_stage = pytest.mark.parametrize("stage", cam.Stage, ids=str)


@each_stage
def test_a_paper_is_called_by_its_name_and_said_not_to_bind_where_that_is_so(stage):
    said = cam.total([deal("x", amount("USD 5"), stage=str(stage))], stages=stage).footnoted()

    name = PAPERS[stage][0].format(count="One")
    assert said.sentence.startswith(f"{name} has a published cost: 5 US dollars[1].")
    assert ("not binding" in said.sentence) == (stage.binds is cam.Binding.NO)


@each_stage
def test_two_papers_of_a_stage_are_two(stage):
    deals = [
        deal(id, amount(stated("USD 5", at=at)), stage=str(stage))
        for id, at in [("a", 100), ("b", 140)]
    ]

    said = cam.total(deals, stages=stage).footnoted().sentence

    assert said.startswith(f"{PAPERS[stage][1].format(count='Two')} each have a published cost")


def test_what_binds_nobody_has_a_name_of_its_own_where_it_is_left_out():
    assert NOT_BINDING == {*LEFT_OUT}
    assert cam.Stage.FRAMEWORK not in NOT_BINDING
    assert cam.Stage.APPROVED in NOT_BINDING


@pytest.mark.parametrize("stage", LEFT_OUT, ids=str)
def test_a_paper_that_binds_nobody_is_named_where_it_is_left_out(stage):
    promised = deal("x", amount(stated("USD 7", at=140)), stage=str(stage))

    said = cam.total([deal("mine", amount("USD 5")), promised]).footnoted().sentence

    assert LEFT_OUT[stage].format(figure="7 US dollars[2]") in said
    assert "not binding" in said


RUSSIAN = {
    "offered": ("Одно предложение одной", "Два предложения одной", "Пять предложений одной"),
    "planned": ("Одна планируемая", "Две планируемые", "Пять планируемых"),
    "term sheet": ("Один перечень", "Два перечня", "Пять перечней"),
    "letter of intent": ("Одно письмо", "Два письма", "Пять писем"),
    "closed": ("Одна закрытая сделка", "Две закрытые сделки", "Пять закрытых сделок"),
    "repaid": ("Один погашенный", "Два погашенных", "Пять погашенных"),
    "done": ("Одна исполняемая", "Две исполняемые", "Пять исполняемых"),
}


@pytest.mark.parametrize("stage", RUSSIAN)
@pytest.mark.parametrize(("place", "count"), [(0, 1), (1, 2), (2, 5)])
def test_russian_counts_papers_in_their_gender_and_number(stage, place, count):
    deals = [
        deal(f"deal-{n}", amount(stated("USD 5", at=40 * n)), stage=stage) for n in range(count)
    ]

    said = cam.total(deals, stages=stage).footnoted("ru").sentence

    assert f"Учтено: {RUSSIAN[stage][place].lower()}" in said


def test_a_letter_with_a_stage_of_its_own_is_a_paper_by_itself():
    venture = deal(
        "x",
        amount(stated("USD 5", at=100), role="financing", key="a", stage="letter of intent"),
        amount(stated("USD 6", at=140), role="financing", key="b", stage="letter of intent"),
    )

    said = cam.total([venture], kinds="financing", stages="intended").footnoted().sentence

    assert said.startswith("Two letters of intent each have a published amount of financing")
