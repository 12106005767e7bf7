"""Two signing dates, two signatories, and a party that may be another firm."""

from hard_case_files import case, left_out

import centralasia_minerals as cam


def test_both_signing_dates_are_kept_and_the_doubtful_one_says_so():
    first, second = case(15).deals["kz-lithium-memorandum"].dates

    assert [str(first.date), str(second.date)] == ["2025-01-20", "2025-01-24?"]
    assert first.kind is second.kind is cam.DealDateKind.SIGNED
    assert not first.date.certainly_before(second.date)


def test_both_signatories_are_kept_with_whom_they_signed_for():
    signatories = case(15).deals["kz-lithium-memorandum"].signatories

    assert [(s.person.id, s.on_behalf_of.id) for s in signatories] == [
        ("aigul-sarsen", "industry-ministry"),
        ("marat-ospan", "industry-ministry"),
    ]


def test_as_of_the_first_report_there_is_one_date_and_one_signatory():
    deal = case(15).as_of("2025-02").deals["kz-lithium-memorandum"]

    assert [str(dated.date) for dated in deal.dates] == ["2025-01-20"]
    assert [signatory.person.id for signatory in deal.signatories] == ["aigul-sarsen"]


def test_two_firms_that_may_be_one_stay_two():
    (party,) = case(15).deals["kz-lithium-memorandum"].parties

    assert party.who.id == "tien-shan-mining-group"
    assert [other.id for other in party.who.possibly_same_as] == ["tian-shan-mining"]


def test_a_memorandum_without_money_gives_a_row_and_no_figure():
    total = cam.total(case(15))

    assert total.currencies == ()
    assert left_out(total) == [("kz-lithium-memorandum", None, ["not concluded", "not stated"])]
