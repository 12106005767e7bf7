"""Stated figures in running text: the hedge in front, the case that it asks for, the unit."""

from __future__ import annotations

import pytest

import centralasia_minerals as cam

HEDGES = [hedge for hedge in cam.Hedge if hedge is not cam.Hedge.RANGE]


def stated(text: str, hedge: str = "as stated", upper: str = "", **more) -> cam.Stated:
    kind = cam.Money if text[0].isupper() else cam.Measure
    ends = {"upper": kind.parse(upper)} if upper else {}
    return cam.Stated(value=kind.parse(text), hedge=cam.Hedge(hedge), **ends, **more)


@pytest.mark.parametrize(
    ("figure", "english", "russian"),
    [
        (stated("USD 900000000"), "900 million US dollars", "900 млн долларов США"),
        (stated("USD 900000000", "up to"), "up to 900 million US dollars",
         "до 900 млн долларов США"),
        (stated("USD 1100000000", "around"), "around 1.1 billion US dollars",
         "около 1,1 млрд долларов США"),
        (stated("USD 35000000000", "nearly"), "nearly 35 billion US dollars",
         "почти 35 млрд долларов США"),
        (stated("USD 100000000000", "more than"), "more than 100 billion US dollars",
         "более 100 млрд долларов США"),
        (stated("USD 1000000", "at least"), "at least 1 million US dollars",
         "не менее 1 млн долларов США"),
        (stated("USD 5", "estimated"), "an estimated 5 US dollars",
         "ориентировочно 5 долларов США"),
        (stated("EUR 1000000000", "range", "EUR 2000000000"), "from 1 billion to 2 billion euros",
         "от 1 млрд до 2 млрд евро"),
        (stated("18000 tonne", "range", "22000 tonne"), "from 18,000 to 22,000 metric tons",
         "от 18 000 до 22 000 тонн"),
        (stated("USD 900000000", "up to", further_words="estimated"),
         "up to about 900 million US dollars (estimated)",
         "приблизительно до 900 млн долларов США (ориентировочно)"),
        (stated("USD 900000000", further_words="some"),
         "about 900 million US dollars (“some”)", "около 900 млн долларов США («some»)"),
    ],
)  # fmt: skip
def test_a_figure_is_told_with_its_hedge(figure, english, russian):
    assert english == figure.format("en")
    assert russian == figure.format("ru").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("number", "nominative", "genitive"),
    [
        ("1", "тонна", "тонны"),
        ("2", "тонны", "тонн"),
        ("5", "тонн", "тонн"),
        ("11", "тонн", "тонн"),
        ("21", "тонна", "тонны"),
        ("22", "тонны", "тонн"),
        ("1.5", "тонны", "тонны"),
        ("2.0", "тонны", "тонн"),
    ],
)
@pytest.mark.parametrize(
    ("unit", "before"), [("tonne", ""), ("kilotonne", "кило"), ("megatonne", "мега")]
)
def test_a_russian_unit_stands_in_the_case_that_its_hedge_asks_for(
    number, nominative, genitive, unit, before
):
    shown = number.removesuffix(".0").replace(".", ",")
    plain, around = (stated(f"{number} {unit}", hedge) for hedge in ("as stated", "around"))
    yearly = stated(f"{number} {unit} per year", "at least")

    assert f"{shown} {before}{nominative}" == plain.format("ru")
    assert f"около {shown} {before}{genitive}" == around.format("ru")
    assert f"не менее {shown} {before}{genitive} в год" == yearly.format("ru")


def test_the_tonnage_in_kilotonnes_in_russian_with_its_hedge():
    tonnage = cam.load().deposits["katpar-kairakty"].tonnage

    assert "около 410 килотонн (ориентировочно)" == tonnage.format("ru", unit="kilotonne")
    assert "around 410 kilotonnes (estimated)" == tonnage.format("en", unit=cam.Unit.KILOTONNE)
    (total,) = cam.total_measure(cam.load(), mineral="tungsten", unit="kilotonne")
    assert total.format("ru").startswith("около 410 килотонн: вольфрам (")


def test_a_total_in_one_currency_is_told_with_its_bounds():
    (total,) = cam.total(cam.load(), sectors=None).by_currency

    assert "about 1.4 billion US dollars" == total.format("en")
    assert "около 1,4 млрд долларов США" == total.format("ru").replace("\xa0", " ")


def test_a_share_and_a_stage_are_told_as_well():
    half = cam.Stated(value=cam.Share("0.5"), hedge=cam.Hedge.MORE_THAN)

    assert ("more than 50%", "более 50\xa0%") == (half.format("en"), half.format("ru"))
    assert "подписано" == cam.Stated(value=cam.Stage.SIGNED).format("ru")


@pytest.mark.parametrize("hedge", HEDGES)
@pytest.mark.parametrize("further", [{}, {"further_words": "estimated"}])
def test_no_hedge_is_lost(hedge, further):
    hedged = cam.Stated(value=cam.Money(5, "USD"), hedge=hedge, **further)

    for locale in ("en", "ru"):
        bare = cam.Money(5, "USD").in_words(locale)
        assert (hedged.format(locale) == bare) == (hedge is cam.Hedge.AS_STATED and not further)


@pytest.mark.parametrize(
    ("figure", "unit", "error"),
    [
        (stated("USD 5"), "kilotonne", cam.InvalidTypeError),
        (cam.Stated(value=cam.Stage.SIGNED), "kilotonne", cam.InvalidTypeError),
        (stated("5 tonne"), "hectare", cam.UnitMismatchError),
        (stated("5 tonne"), "kt", cam.InvalidValueError),
    ],
)
def test_a_unit_that_does_not_fit_is_refused(figure, unit, error):
    with pytest.raises(error):
        figure.format("ru", unit=unit)
