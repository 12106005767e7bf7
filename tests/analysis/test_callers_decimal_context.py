"""No answer touches the caller's decimal context, and none depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Clamped, Context, Inexact, Overflow, Rounded, Underflow, localcontext
from pathlib import Path
from typing import Any

import pytest

import centralasia_minerals as cam

pytestmark = pytest.mark.slow

CODES = ("AUD", "CAD", "CNY", "GBP", "HKD", "JPY", "KRW", "KZT", "RUB", "TRY", "USD", "UZS")
DS, REGION = cam.load(), cam.load("region")
RATES = cam.rates_of(
    {
        (code, "EUR"): "0.123"
        for code in [
            "AUD",
            "CAD",
            "CNY",
            "GBP",
            "HKD",
            "JPY",
            "KRW",
            "KZT",
            "RUB",
            "TRY",
            "USD",
            "UZS",
        ]
    },
    source="our desk",
)
TRAPS = [Inexact, Rounded, Overflow, Underflow, Clamped]
EVERYTHING: Any = {"stages": None, "kinds": None, "sectors": None, "classes": None}
LOCALES = ("en", "ru", "kk", "ky", "tg", "tk", "uz", "de", "ar", "zh")
FIGURES = ("$1.6 billion", "900 млн долларов", "9亿美元", "410 тыс. тонн", "300–400 млн долларов")


def told(total: cam.Total) -> Iterable[object]:
    yield from (str(total), repr(total), total.explain(), total.explain("ru"), total.to_dict())
    yield from (total._repr_html_(), str(total.footnoted("en")), str(total.footnoted("ru")))


def shown(one: Any) -> Iterable[object]:
    yield from (str(one), repr(one), one._repr_html_())


def formatted() -> Iterable[object]:
    ours = cam.Money("1234567.89", "USD"), cam.Measure("410000", "tonne"), cam.Share("0.725")
    stated = DS.deposits["katpar-kairakty"].estimates[0].stated
    for locale in LOCALES:
        yield from (one.format(locale) for one in ours)
    yield stated.format("ru", unit="kilotonne")


def written(folder: Path) -> Iterable[object]:
    for name, table in {**DS.tables, "ledger": cam.ledger(REGION).to_table()}.items():
        table.to_csv(folder / f"{name}.csv")
        # The first line says when the table was made.
        yield (folder / f"{name}.csv").read_text("utf-8").partition("\n")[2]


ANSWERS: dict[str, Callable[[Path], Any]] = {
    "total": lambda _: told(cam.total(REGION)),
    "total of everything": lambda _: told(cam.total(REGION, **EVERYTHING)),
    "converted total": lambda _: told(cam.total(REGION, currency="EUR", rates=RATES)),
    "groups": lambda _: shown(cam.total_by(REGION, "country")),
    "tonnages": lambda _: (one.format("ru", unit="kilotonne") for one in cam.total_measure(REGION)),
    "figures in words": lambda _: formatted(),
    "disagreements": lambda _: shown(cam.disagreements(REGION)),
    "timeline": lambda _: shown(cam.timeline(REGION)),
    "search": lambda _: (str(DS.search(text)) for text in FIGURES),
    "records": lambda _: (one._repr_html_() for one in DS.deals),
    "tables": written,
    "JSON": lambda _: [cam.to_json(DS)],
}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize(
    "context",
    [Context(prec=1, Emax=0, Emin=0, traps=TRAPS), Context(prec=3, traps=[])],
    ids=["everything trapped", "three digits"],
)
def test_the_answer_is_the_same(name: str, context: Context, tmp_path: Path) -> None:
    outside = [*ANSWERS[name](tmp_path)]

    with localcontext(context):
        inside = [*ANSWERS[name](tmp_path)]

    assert outside
    assert outside == inside
