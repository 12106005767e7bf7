"""An agreement after its term sheet, a deal told again, a paper with two names."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_the_agreement_counts_and_the_term_sheet_that_it_follows_does_not():
    total = cam.total(case(19).as_of("2024-11"), stages=None)
    after = cam.total(case(19), stages=None)

    assert ("kz-molybdenum-term-sheet", 250) in counted(total)
    assert ("kz-molybdenum-agreement", 300) in counted(after)
    assert ("kz-molybdenum-term-sheet", 250, ["followed by a counted deal"]) in left_out(after)


def test_a_closing_condition_does_not_put_an_agreement_out():
    (amount,) = case(19).deals["kz-molybdenum-agreement"].amounts

    assert amount.is_to_close
    assert not amount.is_conditional
    assert amount.stage is cam.Stage.SIGNED
    assert "Signed but not closed" in str(cam.total(case(19)))


def test_of_a_deal_told_twice_the_second_telling_counts():
    total = cam.total(case(19))

    assert ("uz-copper-announced-again", 1200) in counted(total)
    assert left_out(total) == [
        ("kz-molybdenum-term-sheet", 250, ["not concluded", "followed by a counted deal"]),
        ("uz-copper-announcement", 1000, ["restated by a counted deal"]),
        ("uz-lithium-paper", 40, ["not concluded"]),
    ]


def test_nothing_counts_twice():
    total = cam.total(case(19))

    assert bounds(total) == (1500, 1500, 1500)
    assert total.approximate


def test_the_less_binding_of_two_names_decides():
    paper = case(19).deals["uz-lithium-paper"]

    assert {str(said.value) for said in paper.stage_series} == {"signed", "roadmap"}
    assert paper.stage is cam.Stage.ROADMAP


def test_two_names_of_one_paper_are_a_disagreement():
    disagreements = cam.disagreements(case(19))

    (found,) = [one for one in disagreements if "uz-lithium-paper" in str(one)]
    assert "signed" in str(found)
    assert "roadmap" in str(found)
