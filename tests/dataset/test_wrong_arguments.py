"""What is no dataset, no window and no printable text is refused by name."""

from __future__ import annotations

import pytest

import centralasia_minerals as cam


def test_only_a_dataset_can_be_merged_or_be_a_base(tmp_path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("format = 1\n", "utf-8")

    with pytest.raises(cam.InvalidTypeError, match="give a Dataset"):
        cam.load().merge(5)
    with pytest.raises(cam.InvalidTypeError, match="give a Dataset"):
        cam.read(file, base=cam.load().deals)


def test_a_window_ends_after_its_start() -> None:
    with pytest.raises(cam.InvalidValueError, match="from 2026 to 2025"):
        cam.load().deals.where(since="2026", until="2025")


def test_an_unknown_country_is_no_empty_catalog() -> None:
    with pytest.raises(cam.InvalidValueError, match="ISO 3166-1"):
        cam.load().deals.where(country="ZZ")


def test_a_deal_is_found_by_whom_it_was_signed_for() -> None:
    assert ("kz-us-tungsten",) == cam.load().deals.where(party="cove-capital").ids


def test_a_text_that_cannot_be_printed_is_refused_at_its_place(tmp_path) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"format": 1, "countries": [{"id": "KG", "names": [{"text": "K\\u202eG"}]}]}')

    with pytest.raises(cam.DataError, match="cannot be printed") as caught:
        cam.read(file)

    assert "countries[0].names[0].text" == caught.value.problems[0].path


def test_rates_are_asked_for_by_name() -> None:
    with pytest.raises(cam.InvalidTypeError, match="give rates_of"):
        cam.total(cam.load(), currency="GBP", rates={("USD", "GBP"): "0.7"})
    with pytest.raises(cam.InvalidTypeError, match="give a Source"):
        cam.printed_rates(cam.load(), "summit-partnership-2025-11")


def test_a_part_of_an_undivided_estimate_says_which_whole_holds_it() -> None:
    said = str(cam.total_measure([cam.load().deposits["northern-katpar"]]))

    assert "part of 'katpar-kairakty', whose estimate is undivided" in said
