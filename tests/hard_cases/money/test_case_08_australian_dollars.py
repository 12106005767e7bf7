"""A dollar that is Australian, and an honour that carries no money."""

import pytest
from hard_case_files import bounds, case, left_out

import centralasia_minerals as cam

TEXT = """Lithium notes, from our Perth desk.
Outback Lithium will build its Kazakh plant for $240 million, it told the Australian exchange.
Astana has named the plant a strategic project of the year.
"""


@pytest.fixture
def texts(tmp_path):
    (tmp_path / "perth-notes.txt").write_text(TEXT, "utf-8", newline="\n")
    return tmp_path


def test_the_total_is_in_the_currency_that_the_source_means():
    total = cam.total(case(8))

    assert [currency.code for currency in total.currencies] == ["AUD"]
    assert bounds(total, "AUD") == (240, 240, 240)


def test_the_printed_sign_is_kept():
    (statement,) = case(8).deals["kz-lithium-plant"].amounts[0].statements

    assert statement.citations[0].figure == "$240 million"


def test_a_dollar_sign_verifies_as_australian_dollars(texts):
    report = case(8).verify(texts)

    assert report.failures == ()
    assert report.ok
    assert report.checked == 5


@pytest.mark.parametrize(("amount", "currency"), [("240000000", "EUR"), ("24000000", "AUD")])
def test_neither_another_sign_nor_another_figure_verifies(texts, amount, currency):
    dataset = case(8)
    deal = dataset.deals["kz-lithium-plant"]
    (right,) = deal.amounts[0].statements
    wrong = cam.Stated(value=cam.Money(amount, currency), citations=right.citations)
    forged = cam.Deal(
        id=deal.id,
        title=deal.title,
        kind=deal.kind,
        amounts=(cam.Amount(role=cam.AmountRole.COST, statements=(wrong,)),),
        citations=deal.citations,
    )

    report = cam.Dataset.of({"sources": dataset.sources.entities, "deals": (forged,)}).verify(texts)

    assert [failure.path for failure in report.failures] == [
        "amounts[0].statements[0].citations[0]"
    ]


def test_without_the_text_nothing_verifies(tmp_path):
    report = case(8).verify(tmp_path)

    assert not report.ok
    assert report.counts[cam.Whereabouts.NO_COPY_GIVEN] == report.checked


def test_money_does_not_apply_to_a_designation():
    honour = case(8).deals["kz-lithium-strategic-project"]

    assert honour.kind is cam.DealKind.POLICY_ACT
    assert honour.value == cam.NotApplicable()
    assert left_out(cam.total(case(8))) == [
        ("kz-lithium-strategic-project", None, ["not applicable"])
    ]
