"""``search``, ``timeline`` and ``disagreements`` answer as the library does."""

from __future__ import annotations

from typing import Any

import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.dataset.json.plain import fields_of_result

NAMES = ("articles", "region")


@pytest.mark.parametrize("text", ["tungsten", "EXIM", "Китай", "$900 million", "70%", "Toqayev"])
@pytest.mark.parametrize("name", NAMES)
def test_search_lists_what_fits(asked: Asked, name: Any, text: str) -> None:
    found = cam.load(name).search(text)

    table, _, notes = asked("search", text, "--dataset", name).partition(
        "\n\nWhere the figures stand\n"
    )
    assert str(found) == table
    cited = {(one.record.id, one.text, cited) for one in found for cited in one.citations}
    addresses = sorted(str(cited.url or "(no page known)") for _, _, cited in cited)
    shown = [address for line in notes.splitlines() for address in addresses if address in line]
    assert len(cited) == len(notes.splitlines())
    assert set(addresses) == set(shown)
    assert fields_of_result(found) == asked.json("search", text, "--dataset", name)
    assert found


def test_words_need_no_quotation_marks(asked: Asked) -> None:
    assert asked("search", "Abraham Accords") == asked("search", "Abraham", "Accords")


def test_what_becomes_of_a_figure_that_nobody_states(asked: Asked) -> None:
    told = asked("search", "$1.6 billion", "--dataset", "region")

    assert "up to USD 900,000,000 + up to USD 700,000,000" in told
    assert "letter of interest, which is not binding" in told
    assert "of a programme" in told
    (summed,) = [
        one
        for one in asked.json("search", "$1.6 billion", "--dataset", "region")["matches"]
        if one["likeness"] == "sum"
    ]
    assert ("kz-us-tungsten", "amounts[1] + amounts[2]") == (summed["record"]["id"], summed["part"])
    assert "which no statement of it gives" in summed["note"]


def test_that_nothing_fits_is_an_answer_which_names_the_dataset_that_has_more(asked: Asked) -> None:
    told = asked("search", "$1.6 billion")

    assert told.splitlines() == [
        "nothing fits '$1.6 billion' in the dataset 'articles'",
        "there is more in another: add --dataset region",
    ]
    assert "nothing fits 'xyzzy' in the dataset 'region'" == asked(
        "search", "xyzzy", "--dataset", "region"
    )
    assert {"searched": "xyzzy", "matches": []} == asked.json("search", "xyzzy")


def test_search_looks_into_data_of_ones_own(asked: Asked, mine: str) -> None:
    assert "kg-example-antimony" in asked("search", "$20 million", "--data", mine)
    assert "kg-example-antimony" not in asked("search", "$20 million")


def test_search_as_of_a_date_finds_what_was_known_then(asked: Asked) -> None:
    assert "kz-us-tungsten" in asked("search", "$900 million")
    said = asked("search", "$900 million", "--as-of", "2025-04")

    assert "nothing fits '$900 million' in the dataset 'articles', as it was known by" in said
    assert "something was not known until later: give a later --as-of, or none" in said
    assert "add --dataset" not in said
    assert "later" not in asked("search", "xyzzy", "--as-of", "2025-04")


@pytest.mark.parametrize("command", ["timeline", "disagreements"])
@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_that_of_the_library(asked: Asked, name: Any, command: str) -> None:
    found = getattr(cam, command)(cam.load(name))

    assert str(found) == asked(command, "--dataset", name)
    assert found.to_dict() == asked.json(command, "--dataset", name)


@pytest.mark.parametrize("command", ["timeline", "disagreements"])
def test_a_list_as_of_a_date(asked: Asked, command: str) -> None:
    found = getattr(cam, command)(cam.load().as_of("2025-04"))

    assert str(found) == asked(command, "--as-of", "2025-04")
    assert found.to_dict() != asked.json(command)


def test_a_list_with_data_of_ones_own(asked: Asked, mine: str) -> None:
    assert "Antimony contract of Kyrgyzstan" in asked("timeline", "--data", mine)
    assert "Antimony contract of Kyrgyzstan" not in asked("timeline")


@pytest.mark.parametrize("name", NAMES)
def test_a_timeline_between_two_dates_has_what_may_lie_there(asked: Asked, name: Any) -> None:
    every = asked.json("timeline", "--dataset", name)["moments"]

    some = asked.json("timeline", "--dataset", name, "--since", "2025-10", "--until", "2025-11-06")
    dates = [one["when"]["date"] for one in some["moments"]]

    assert "2025-11-06" in dates
    assert "2025-11" in dates
    assert not {"2025-11-07", "2025-09", "not stated"} & {*dates}
    assert [one for one in every if one in some["moments"]] == some["moments"]
    assert len(every) > len(some["moments"])


def test_a_timeline_open_at_an_end_keeps_everything_dated_on_that_side(asked: Asked) -> None:
    def moments(*options: str) -> list[Any]:
        found: list[Any] = asked.json("timeline", *options)["moments"]
        return found

    dated = [one for one in moments() if one["when"] != "not stated"]
    since, until = moments("--since", "2025-11"), moments("--until", "2025-10")
    both = [one for one in since if one in until]

    assert len(dated) + len(both) == len(since) + len(until)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            ["timeline", "--since", "2025-12", "--until", "2025-11"],
            "--since and --until: 2025-11 is before 2025-12; give the earlier date as --since",
        ),
        (["timeline", "--since", "soon"], "soon"),
        (["timeline", "--as-of", "2025-13"], "2025-13"),
        (["disagreements", "--data", "nowhere.toml"], "nowhere.toml"),
        (["search", "x" * 10_001], "10,000"),
    ],
)
def test_what_is_given_wrong_is_told(asked: Asked, command: list[str], said: str) -> None:
    assert said in asked.wrong(*command)
