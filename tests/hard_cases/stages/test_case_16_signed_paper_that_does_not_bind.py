"""A memorandum signed by two ministers, with a sum of 500 million in it."""

from hard_case_files import bounds, case, counted, left_out

import centralasia_minerals as cam


def test_a_signed_memorandum_is_intended_and_not_concluded():
    deal = case(16).deals["kz-rare-metals-memorandum"]

    assert deal.stage is cam.Stage.MEMORANDUM
    assert deal.stage.group is cam.StageGroup.INTENDED
    assert deal.stage.binds is cam.Binding.NO


def test_the_name_of_the_paper_beats_a_later_verb():
    stages = [str(said.value) for said in case(16).deals["kz-rare-metals-memorandum"].stage_series]

    assert stages == ["agreed", "memorandum"]


def test_the_sum_in_it_does_not_count():
    total = cam.total(case(16))

    assert counted(total) == []
    assert left_out(total) == [("kz-rare-metals-memorandum", 500, ["not concluded"])]


def test_asked_for_memoranda_the_sum_counts():
    assert bounds(cam.total(case(16), stages="memorandum")) == (500, 500, 500)


def test_its_signing_is_a_date_and_both_ministers_are_named():
    deal = case(16).deals["kz-rare-metals-memorandum"]

    assert (deal.date.kind, str(deal.date.date)) == (cam.DealDateKind.SIGNED, "2025-01-20")
    assert [(s.person.id, s.on_behalf_of.id) for s in deal.signatories] == [
        ("aigul-sarsen", "industry-ministry"),
        ("jane-doyle", "US"),
    ]
