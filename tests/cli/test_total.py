"""``total`` answers what ``cam.total`` and ``cam.total_by`` do, with every keyword of theirs."""

from __future__ import annotations

import argparse
import inspect
import json
import re
from datetime import date
from typing import Any, TypedDict, get_args

import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.cli.parts.as_typed import answer_as_typed
from centralasia_minerals.cli.parts.total_options import add_options, options_of

NAMES = ("articles", "region")


def said(answer: object) -> str:
    """Give what an answer says, with options in place of keywords."""
    return answer_as_typed(str(answer))


@pytest.mark.parametrize("name", NAMES)
def test_it_prints_the_default_total(asked: Asked, name: Any) -> None:
    total = cam.total(cam.load(name))

    assert said(total) == asked("total", "--dataset", name)
    assert total.to_dict() == asked.json("total", "--dataset", name)


@pytest.mark.parametrize("name", NAMES)
def test_without_a_command_the_default_total_follows_the_version(asked: Asked, name: Any) -> None:
    dataset = cam.load(name)

    printed = asked("--dataset", name)

    assert f"centralasia_minerals, data {dataset.version}\n{said(cam.total(dataset))}" == printed


def test_the_dataset_may_stand_in_front_of_the_command(asked: Asked) -> None:
    assert asked("total", "--dataset", "region") == asked("--dataset", "region", "total")
    assert asked("total") == asked("--dataset", "region", "total", "--dataset", "articles")


@pytest.mark.parametrize("key", get_args(cam.GroupKey))
@pytest.mark.parametrize("name", NAMES)
def test_every_key_groups(asked: Asked, name: Any, key: Any) -> None:
    totals = cam.total_by(cam.load(name), key)

    assert said(totals) == asked("total", "--by", key, "--dataset", name)
    assert totals.to_dict() == asked.json("total", "--by", key, "--dataset", name)


def test_every_keyword_of_a_total_is_an_option() -> None:
    shown = inspect.signature(cam.total).parameters.values()

    keywords = [one.name for one in shown if one.kind is one.KEYWORD_ONLY]

    assert {"kinds", "sectors", "stages", "classes", "max_horizon_years", "currency", "rates"} <= {
        *keywords
    }
    assert keywords == [one.name for one in options_of()]
    assert [] == [one.name for one in options_of() if not one.about]


def test_a_new_keyword_becomes_an_option_of_its_kind() -> None:
    class Keywords(TypedDict, total=False):
        payers: tuple[cam.Sector | cam.SectorText, ...] | None
        most_rows: int | None
        note: str

    def counted(deals: object, *, payers: object, most_rows: object, note: object) -> None:
        """Count.

        Args:
            deals: deals.
            payers: any of these.

                * ``payers``: who pays, as members
                  or text. None means all.
                * ``most_rows``: how many rows count.

        Returns:
            Nothing.
        """

    parser = argparse.ArgumentParser()
    options = options_of(counted, Keywords)
    add_options(parser, options)
    given = parser.parse_args(["--payers", "minerals", "energy", "--most-rows", "3", "--note", "x"])

    assert (["minerals", "energy"], 3, "x") == (given.payers, given.most_rows, given.note)
    assert get_args(cam.SectorText) == options[0].texts
    assert "who pays, by name. 'all' means all." == options[0].about
    assert "how many rows count." == options[1].about
    assert "One or more of: minerals, nuclear" in " ".join(parser.format_help().split())


CHOICES = [
    (option.name, text) for option in options_of() for text in option.texts if text != "valuation"
]


@pytest.mark.parametrize(("keyword", "text"), CHOICES)
def test_every_text_of_every_filter_counts_as_in_the_library(
    asked: Asked, keyword: str, text: str
) -> None:
    keywords: Any = {keyword: text}

    assert said(cam.total(cam.load(), **keywords)) == asked("total", f"--{keyword}", text)


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("letter of interest", ["letter of interest"]),
        ("signed letter of interest agreed", ["signed", "letter of interest", "agreed"]),
        ("heads of terms term sheet", ["heads of terms", "term sheet"]),
    ],
)
def test_a_text_of_several_words_needs_no_quotation_marks(
    asked: Asked, words: str, texts: list[Any]
) -> None:
    quoted = asked("total", "--kinds", "all", "--stages", *texts)

    assert quoted == asked("total", "--kinds", "all", "--stages", *words.split())


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--stages letter of intrest", "'letter of intrest' is not a stage"),
        ("--stages Letter of Interest", "did you mean 'letter of interest'?"),
        ("--stages singed cancled", "'singed' is not a stage"),
        ("--stages letter", "'letter' is not a stage"),
        ("--stages SIGNED", "did you mean 'signed'?"),
        ("--currency usd", "did you mean 'USD'?"),
        ("--by KIND", "did you mean 'kind'?"),
        ("--rates printed:SUMMIT-Minerals-2025-11", "did you mean 'summit-minerals-2025-11'?"),
    ],
)
def test_what_is_nearly_right_is_told_as_it_was_typed_and_as_it_is_right(
    asked: Asked, options: str, said: str
) -> None:
    assert said in asked.wrong("total", *options.split())


@pytest.mark.parametrize("keyword", ["kinds", "sectors", "stages", "classes"])
@pytest.mark.parametrize("name", NAMES)
def test_all_stands_for_none(asked: Asked, name: Any, keyword: str) -> None:
    keywords: Any = {keyword: None}

    printed = asked("total", f"--{keyword}", "all", "--dataset", name)

    assert said(cam.total(cam.load(name), **keywords)) == printed


def test_filters_are_asked_for_together(asked: Asked) -> None:
    total = cam.total(
        cam.load("region"), kinds=["financing", "plan"], stages=["intended", "signed"],
        sectors=None, classes="programme", max_horizon_years=5, currency="USD",
    )  # fmt: skip

    printed = asked.json(
        "--dataset", "region", "total", "--kinds", "financing", "plan", "--stages", "intended",
        "signed", "--sectors", "all", "--classes", "programme", "--max-horizon-years", "5",
        "--currency", "USD",
    )  # fmt: skip

    assert total.to_dict() == printed
    assert printed["counted"]


@pytest.mark.parametrize(
    ("typed", "rates"),
    [
        ("ecb:2025-11-06", lambda ds: ecb(date(2025, 11, 6))),
        ("ecb-or:2025-11-06", lambda ds: ecb(undated_on=date(2025, 11, 6))),
        (
            "printed:summit-partnership-2025-11",
            lambda ds: cam.printed_rates(ds, ds.sources["summit-partnership-2025-11"]),
        ),
        (
            "usd/eur=0.5",
            lambda ds: cam.rates_of({("USD", "EUR"): "0.5"}, source="given on the command line"),
        ),
    ],
)
def test_rates_come_from_where_they_are_asked_for(asked: Asked, typed: str, rates: Any) -> None:
    ds = cam.load()
    keywords: Any = {"kinds": "plan", "stages": None, "sectors": None, "currency": "EUR"}

    total = cam.total(ds, **keywords, rates=rates(ds))

    options = ["--kinds", "plan", "--stages", "all", "--sectors", "all", "--currency", "EUR"]
    assert total.to_dict() == asked.json("total", *options, "--rates", typed)


def ecb(day: date | None = None, **more: date) -> cam.Rates:
    pytest.importorskip("currency_converter")
    from centralasia_minerals.adapters.ecb_rates import EcbRates

    return EcbRates(day, **more)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("name", NAMES)
def test_footnotes_and_accounts_are_in_the_language_asked_for(
    asked: Asked, name: Any, language: str
) -> None:
    total, where = cam.total(cam.load(name)), ("--dataset", name, "--lang", language)

    assert str(total.footnoted(language)) == asked("total", "--footnotes", *where)
    assert total.footnoted(language).to_dict() == asked.json("total", "--footnotes", *where)
    assert total.explain(language) == asked("total", "--explain", *where)


def test_another_language_alone_asks_for_sentences(asked: Asked) -> None:
    assert asked("total", "--footnotes", "--lang", "ru") == asked("total", "--lang", "ru")
    assert "млрд долларов США" in asked("total", "--lang", "ru")


def test_each_group_has_its_own_sentences_and_accounts(asked: Asked) -> None:
    totals = cam.total_by(cam.load(), "country")

    told = asked.json("total", "--by", "country", "--footnotes")
    assert {group: one.footnoted("en").to_dict() for group, one in totals.items()} == told
    for option, of in (
        ("--footnotes", lambda one: one.footnoted()),
        ("--explain", cam.Total.explain),
    ):
        printed = asked("total", "--by", "country", option)
        named = ((totals.label(key, "en"), one) for key, one in totals.items())
        assert said("\n\n".join(f"{name}\n{of(one)}" for name, one in named)) == printed


@pytest.mark.parametrize(
    ("key", "form"),
    [*((key, []) for key in get_args(cam.GroupKey)), ("country", ["--explain"])],
)
def test_groups_are_called_by_their_russian_labels(asked: Asked, key: Any, form: list[str]) -> None:
    totals = cam.total_by(cam.load("region"), key)
    labels = [totals.label(group, "ru") for group in totals]

    printed = asked("total", "--by", key, "--lang", "ru", "--dataset", "region", *form)

    lines = iter(printed.splitlines())
    assert all(label in lines for label in labels)  # In this order.
    assert len(labels) == len({*labels})
    if key not in ("payer", "place"):
        assert [] == re.findall("[A-Za-z]", " ".join(labels))


@pytest.mark.parametrize(
    ("key", "group", "label"),
    [
        ("country", "KZ+TJ+UZ", "Казахстан, Таджикистан и Узбекистан"),
        ("country", "not stated", "не указано"),
        ("mineral", "copper+rare-earths", "медь и редкоземельные металлы"),
        ("stage", "letter of interest", "письмо о заинтересованности"),
        ("deal_class", "own project", "собственный проект"),
        ("payer", "UZ+glencore", "Узбекистан и glencore"),
        ("partner", "CN+european-union", "Китай и Европейский союз"),
        ("year", "2025", "2025"),
        ("mineral", "unobtainium", "unobtainium"),
    ],
)
def test_what_a_group_is_called_in_russian(key: Any, group: str, label: str) -> None:
    assert label == cam.total_by(cam.load(), key).label(group, "ru")


def test_a_view_as_of_a_date(asked: Asked) -> None:
    then = cam.load().as_of("2025-04")

    assert said(cam.total(then)) == asked("total", "--as-of", "2025-04")
    assert said(cam.total(then)) != asked("total")


def test_data_of_ones_own_are_joined(asked: Asked, mine: str) -> None:
    base = cam.load()
    joined = base.merge(cam.read(mine, base=base))

    printed = asked.json("total", "--kinds", "supply", "--data", mine)

    assert cam.total(joined, kinds="supply").to_dict() == printed
    assert "20000000" == printed["by_currency"][0]["stated"]["amount"]


def test_several_files_are_joined_one_after_the_other(asked: Asked, mine: str) -> None:
    georgia = mine.replace("mine.toml", "georgia.json")
    names = (cam.Name("Georgia"),)
    cam.write(cam.Dataset.of({"countries": (cam.Country(id="GE", names=names),)}), georgia)

    for files in (["--data", mine, georgia], ["--data", mine, "--data", georgia]):
        found = asked.json("search", "Georgia", *files)
        assert "GE" in [one["record"]["id"] for one in found["matches"]]
        assert "USD 20,000,000" in asked("total", *files)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--stages", "singed"], "did you mean 'signed'"),
        (["--kinds", "valuation"], "a valuation is not money that changes hands"),
        (["--kinds", "projct"], "did you mean 'project'"),
        (["--sectors", "mineral"], "did you mean 'minerals'"),
        (["--classes", "acts"], "did you mean 'act'"),
        (["--stages", "all", "signed"], "--stages: 'all' stands with others; give it by itself"),
        (["--by", "contry"], "did you mean 'country'"),
        (["--max-horizon-years", "0"], "is below 1"),
        (["--currency", "USDD"], "did you mean 'USD'"),
        (["--currency", "KZT"], "neither a printed equivalent nor a rate"),
        (["--rates", "bank"], "give ecb, ecb:2025-11-06"),
        (["--rates", "ecb:6.11.2025"], "is not a day"),
        (["--rates", "printed:summit"], "no source with id 'summit'"),
        (["--rates", "USD/EUR=0"], "above zero"),
        (["--lang", "fr"], "available only in en, ru"),
        (["--lang", "xx", "--explain"], "xx"),
        (["--as-of", "yesterday"], "yesterday"),
        (["--data", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_what_is_given_wrong_is_told_in_a_line_on_the_error_stream(
    asked: Asked, options: list[str], said: str
) -> None:
    message = asked.wrong("total", *options)

    assert said in message
    assert "Traceback" not in message


def test_a_file_that_is_wrong_is_told_with_all_its_places(asked: Asked, mine: str) -> None:
    from pathlib import Path

    text = Path(mine).read_text("utf-8").replace('"KG"', '"KK"').replace('"signed"', '"sined"')
    Path(mine).write_text(text, "utf-8")

    message = asked.wrong("total", "--data", mine)

    assert "mine.toml:" in message
    assert "deals[0].countries[0]" in message
    assert "did you mean 'signed'?" in message


@pytest.mark.parametrize(
    "options",
    [["--max-horizon-years", "five"], ["--stage"[:3]], ["--by"], ["--footnotes", "--explain"],
     ["--dataset", "world"], ["--colour"], ["kz-us-tungsten"]],
)  # fmt: skip
def test_a_wrong_command_exits_with_2(
    capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["total", *options])

    out, err = capsys.readouterr()
    assert (2, "") == (ended.value.code, out)
    assert "usage: centralasia-minerals" in err


def test_what_is_printed_as_json_can_be_read_in_any_encoding(asked: Asked) -> None:
    text = asked("total", "--footnotes", "--lang", "ru", "--json")

    assert "млрд" in text
    assert json.loads(text)["notes"]
