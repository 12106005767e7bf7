"""A percentage is read as one in the languages of the region's reports; its hedge is not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_readings import CONTRADICTS, NOT_READ, million, outcome, reading
from hypothesis import given, strategies as st

import centralasia_minerals as cam

# How a percentage is printed, {} being its number.
PRINTED = {
    "ru": ["{}%", "{} %", "{} процентов", "{} процента", "{}-процентная доля", "{}%-ную долю",
           "{} проц.", "{} (столько) процентов", "{}\u00a0%"],
    "kk": ["{} пайыз", "{} пайызы", "{} пайызын", "{}%-дық үлес", "{} пайыздық үлес",
           "{} проценті", "{} paiyz"],
    "uz": ["{} foiz", "{} foizi", "{} foizlik ulush", "{}%", "{}-foizli", "{} фоиз", "{} фоизини"],
    "ky": ["{} пайыз", "{} пайызы", "{} пайызга", "{}%"],
    "tg": ["{} фоиз", "{} фоизи саҳмияҳо", "{} дарсад", "{}%"],
    "de": ["{} Prozent", "{} %", "{}-prozentige Beteiligung", "{}-Prozent-Anteil"],
    "zh": ["百分之{}", "{}%", "{}％的股份"],
}  # fmt: skip
FORMS = [(language, form) for language, forms in PRINTED.items() for form in forms]
POINTS = [("ru", "{} процентных пунктов"), ("ru", "{} п.п."), ("de", "{} Prozentpunkte"),
          ("kk", "{} пайыздық тармақ"), ("uz", "{} foiz punkt"), ("zh", "{}个百分点")]  # fmt: skip


def shown(number: Decimal, language: str) -> str:
    plain = f"{number.normalize():f}"
    return plain if language == "zh" else plain.replace(".", ",")


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_a_percentage_is_not_another_one_with_its_digits(language, form):
    figure = form.format("50")
    text = f"— {figure} —"

    found = outcome(text, figure, cam.Share("0.5"), language=language)

    assert NOT_READ is found.reading
    assert "percentage" in found.why
    for other in ("0.05", "0.005", "0.51"):
        assert CONTRADICTS is reading(text, figure, cam.Share(other), language=language)


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_a_percentage_is_no_sum_no_tonnage_and_no_count(language, form):
    figure = form.format("50")
    text = f"— {figure} —"

    for value in (million(50), cam.Measure(50, "tonne"), cam.Measure(50, "piece"),
                  cam.Measure(50, "year")):  # fmt: skip
        assert CONTRADICTS is reading(text, figure, value, language=language)
    for unit in ("percent by mass", "percent of output"):
        assert NOT_READ is reading(text, figure, cam.Measure(50, unit), language=language)
        assert CONTRADICTS is reading(text, figure, cam.Measure(5, unit), language=language)


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_the_sign_may_stand_behind_the_figure(language, form):
    text = f"— {form.format('50')} —"

    if not form.startswith("百"):
        assert NOT_READ is reading(text, "50", cam.Share("0.5"), language=language)
        assert CONTRADICTS is reading(text, "50", cam.Share("0.05"), language=language)
        assert CONTRADICTS is reading(text, "50", cam.Measure(50, "tonne"), language=language)


@pytest.mark.parametrize(("language", "form"), POINTS)
def test_points_are_no_percentage(language, form):
    figure = form.format("50")

    assert CONTRADICTS is reading(f"— {figure} —", figure, cam.Share("0.5"), language=language)


@pytest.mark.parametrize(
    ("text", "figure", "low", "high"),
    [
        ("от 30 до 50 процентов", "от 30 до 50 процентов", "0.3", "0.5"),
        ("30–50%", "30–50%", "0.3", "0.5"),
        ("30-50 пайыз", "30-50 пайыз", "0.3", "0.5"),
        ("30% до 50%", "30% до 50%", "0.3", "0.5"),
    ],
)
def test_both_ends_of_a_range_are_percentages(text, figure, low, high):
    ends = cam.Share(low), "range", cam.Share(high)

    assert NOT_READ is reading(text, figure, *ends, language="ru")
    assert CONTRADICTS is reading(
        text, figure, cam.Share("0.03"), "range", cam.Share(high), language="ru"
    )
    assert CONTRADICTS is reading(
        text, figure, cam.Share(low), "range", cam.Share("0.6"), language="ru"
    )


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("50 млн долларов (10%)", "50 млн долларов (10%)", million(50)),
        ("50 млн долларов (10%)", "50 млн долларов", million(50)),
        ("доля 0,5", "0,5", cam.Share("0.5")),
        ("1/2 акций", "1/2", cam.Share("0.5")),
        ("половина акций", "половина", cam.Share("0.5")),
        ("пятьдесят процентов", "пятьдесят процентов", cam.Share("0.5")),
        ("1 500 тонн и 50% акций", "1 500 тонн", cam.Measure(1500, "tonne")),
        ("в 2025 50% акций", "50%", cam.Share("0.5")),
    ],
)
def test_what_is_no_percentage_is_checked_by_its_digits(text, figure, value):
    assert NOT_READ is reading(text, figure, value, language="ru")


@given(
    form=st.sampled_from(FORMS),
    percent=st.decimals(min_value="0.1", max_value=100, places=1),
    other=st.decimals(min_value="0.1", max_value=100, places=1),
)
def test_any_percentage_is_itself_alone(form, percent, other):
    language, printed = form
    figure = printed.format(shown(percent, language))
    text = f"— {figure} —"

    assert NOT_READ is reading(text, figure, cam.Share.percent(percent), language=language)
    if other != percent:
        assert CONTRADICTS is reading(text, figure, cam.Share.percent(other), language=language)


@given(text=st.text("0123456789%百分之 -,.()процентдоfoiz٠١٢", max_size=40))
def test_any_text_is_answered(text):
    if figure := text.strip():
        for value in (cam.Share("0.5"), million(5), cam.Measure(5, "percent of output")):
            assert reading(f"— {figure} —", figure, value, language="ru") in cam.Reading
