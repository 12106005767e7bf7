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
    with pytest.raises(cam.InvalidValueError, match="2025 is before 2026"):
        cam.load().deals.where(since="2026", until="2025")


def test_an_unknown_country_is_no_empty_catalog() -> None:
    with pytest.raises(cam.InvalidValueError, match="ISO 3166-1"):
        cam.load().deals.where(country="ZZ")


def test_a_deal_is_found_by_whom_it_was_signed_for() -> None:
    assert ("kz-us-tungsten",) == cam.load().deals.where(party="cove-capital").ids


def test_a_text_that_cannot_be_printed_is_refused_at_its_place(tmp_path) -> None:
    file = tmp_path / "mine.json"
    file.write_text('{"format": 1, "countries": [{"id": "KG", "names": [{"text": "K\\u202eG"}]}]}')

    with pytest.raises(cam.DataError, match="an invisible character") as caught:
        cam.read(file)

    assert "countries[0].names[0].text" == caught.value.problems[0].path


def test_rates_are_asked_for_by_name() -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"give EcbRates\(\) of .*, rates_of"):
        cam.total(cam.load(), currency="GBP", rates={("USD", "GBP"): "0.7"})
    with pytest.raises(cam.InvalidTypeError, match="give a Source"):
        cam.printed_rates(cam.load(), "summit-partnership-2025-11")


def test_a_part_of_an_undivided_estimate_says_which_whole_holds_it() -> None:
    said = str(cam.total_measure([cam.load().deposits["northern-katpar"]]))

    assert "part of 'katpar-kairakty', whose estimate is undivided" in said


@pytest.mark.parametrize(
    ("ask", "hint"),
    [
        (lambda ds: cam.write(5, "mine.json"), "give a Dataset"),
        (lambda ds: cam.disagreements(5), "give a Dataset"),
        (lambda ds: cam.coverage(5, "texts"), "give a Dataset"),
        (lambda ds: cam.write(ds, 5), "give a path"),
        (lambda ds: cam.read(5), "give a path"),
        (lambda ds: cam.coverage(ds, 5), "give a path"),
        (lambda ds: ds.verify(None), "give a path"),
        (lambda ds: cam.read("mine.toml", max_bytes="1 MB"), "give a whole number, or None"),
        (lambda ds: cam.Dataset.of(ds.deals), r"give a mapping such as {'deals': \(deal,\)}"),
        (lambda ds: ds.events_of("donald-trump"), "give the record itself"),
        (lambda ds: ds.deals_of("tungsten"), "give the record itself"),
        (lambda ds: ds.parts_of("katpar-kairakty"), "give the record itself"),
    ],
)
def test_what_is_of_another_type_is_refused_and_the_fitting_type_named(ask, hint) -> None:
    """An id in place of its record would give nothing, and pass for an answer."""
    with pytest.raises(cam.InvalidTypeError, match=hint):
        ask(cam.load())
