"""Verifying proves every passage and every printed figure, and reports instead of raising."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from full_document import (
    EARLY,
    LATE,
    TEXTS,
    cite,
    document,
    read_document,
    texts_written,
    written,
)

import centralasia_minerals as cam
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.evidence.verify import texts_in
from centralasia_minerals.dataset.traversal import spans_within
from centralasia_minerals.errors import MissingPathError


def verified(tmp_path: Path, change):
    """Verify the full document after a change."""
    content = document()
    change(content)
    folder = tmp_path / "texts"
    folder.mkdir()
    return read_document(content, tmp_path).verify(texts_written(folder))


def failed(report) -> dict[str, str]:
    return {f"{failure.entity}: {failure.path}": failure.reason for failure in report.failures}


def cost(content):
    return content["deals"][1]["amounts"][0]["statements"][0]


def test_every_passage_of_every_record_is_checked_and_holds(full, texts):
    report = full.verify(texts)

    passages = [
        span for kind in full.records.values() for e in kind for _, _, span in spans_within(e)
    ]
    assert report.ok
    assert () == report.failures
    assert len(passages) == report.checked
    assert f"all {report.checked} cited passages match their texts" == str(report)


def test_nothing_checked_is_not_proved(texts):
    assert not Dataset.of({}).verify(texts).ok


def test_a_wrong_digest_is_a_failure_of_that_citation(tmp_path):
    def spoil(content):
        content["events"][1]["wordings"][0]["citations"][0]["digest"] = "0" * 16

    report = verified(tmp_path, spoil)

    assert not report.ok
    (path,) = failed(report)
    assert "zhetisu-signing: wordings[0].citations[0]" == path
    assert failed(report)[path].startswith("digest mismatch at characters ")


@pytest.mark.parametrize("shift", [(1, 1), (0, 1), (-1, -1)])
def test_a_passage_that_is_moved_is_a_failure(tmp_path, shift):
    def move(content):
        citation = content["deals"][0]["citations"][0]
        citation["start"] += shift[0]
        citation["end"] += shift[1]

    assert ["zhetisu-umbrella: citations[0]"] == list(failed(verified(tmp_path, move)))


def test_furniture_and_the_grounds_of_a_sources_date_are_checked_too(tmp_path):
    def spoil(content):
        content["sources"][0]["furniture"][0]["digest"] = "1" * 16
        content["sources"][0]["published"]["inferred_from"][1]["digest"] = "2" * 16

    assert {f"{EARLY}: furniture[0]", f"{EARLY}: published.inferred_from[1]"} == set(
        failed(verified(tmp_path, spoil))
    )


def test_a_figure_that_does_not_stand_in_its_passage_is_a_failure(tmp_path):
    def spoil(content):
        cost(content)["citations"][0]["figure"] = "$1.10 billion"

    reasons = failed(verified(tmp_path, spoil))

    assert ["the figure '$1.10 billion' is not in the passage"] == list(reasons.values())


@pytest.mark.parametrize("place", [0, 1])
def test_a_failure_in_a_series_is_shown_where_it_stands_in_the_file(tmp_path, place):
    """Not where it comes in the sorted view: the preferred figure is the second here."""

    def spoil(content):
        series = content["deals"][1]["amounts"][0]["statements"]
        series.reverse()
        series[place]["citations"][0]["digest"] = "0" * 16

    reasons = failed(verified(tmp_path, spoil))

    assert [f"zhetisu-venture: amounts[0].statements[{place}].citations[0]"] == list(reasons)


@pytest.mark.parametrize(
    "value",
    [
        {"amount": "1200000000", "currency": "USD"},
        {"amount": "1100000000", "currency": "EUR"},
        {"amount": "1100000", "currency": "USD"},
        {"amount": "1", "currency": "USD"},
        {"amount": "1.1", "currency": "USD"},
    ],
)
def test_a_figure_that_does_not_read_as_the_recorded_value_is_a_failure(tmp_path, value):
    def spoil(content):
        del content["deals"][1]["amounts"][0]["equivalents"]
        cost(content)["value"] = value

    reasons = failed(verified(tmp_path, spoil))

    assert ["zhetisu-venture: amounts[0].statements[0].citations[0]"] == list(reasons)
    assert next(iter(reasons.values())).startswith(
        "the figure '$1.1 billion' does not read as " + value["currency"]
    )


def test_both_ends_of_a_range_must_read(tmp_path):
    def spoil(content):
        content["deals"][1]["amounts"][1]["statements"][0]["upper"]["amount"] = "11000000"

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert reason.endswith("does not read as USD 8000000 and USD 11000000")


def test_a_citation_for_one_end_of_a_range_need_not_read_as_the_other(tmp_path):
    def narrow(content):
        content["deals"][1]["amounts"][1]["statements"][0]["citations"] = [
            cite(LATE, "from $8 to 10 million", "upper", figure="10 million"),
            cite(LATE, "lends from $8 to 10 million", "value", figure="$8 to 10 million"),
        ]

    (path,) = failed(verified(tmp_path, narrow))

    assert path.endswith("citations[0]"), "without a sign it is no dollar figure"


@pytest.mark.parametrize(
    ("kind", "index", "key", "value"),
    [("organizations", 3, "count", 3), ("minerals", 1, "members", 16)],
)
def test_a_count_must_read_as_printed_too(tmp_path, kind, index, key, value):
    def spoil(content):
        content[kind][index][key] = value

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert reason.endswith(f"does not read as {value}")


def test_a_horizon_must_read_as_printed_too(tmp_path):
    def spoil(content):
        content["deals"][1]["amounts"][1]["horizon_years"] = 4

    assert ["zhetisu-venture: amounts[1].citations[0]"] == list(failed(verified(tmp_path, spoil)))


def test_a_figure_on_a_citation_that_supports_no_figure_is_a_failure(tmp_path):
    def spoil(content):
        content["deals"][1]["parties"][0]["citations"][0]["figure"] = "Two"

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert "the figure 'Two' does not read as any recorded figure" == reason


def test_without_a_text_every_citation_of_it_fails_and_the_others_hold(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").unlink()

    report = full.verify(tmp_path)

    assert {LATE} == {failure.source for failure in report.failures}
    assert {"no file in the folder has the source's sha256"} == {
        failure.reason for failure in report.failures
    }
    assert full.verify(texts_written(tmp_path)).checked == report.checked
    assert 0 < len(report.failures) < report.checked


def test_with_a_changed_text_every_citation_of_it_fails(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / f"{EARLY}.txt").write_text(TEXTS[EARLY] + "\n", "utf-8")

    assert {EARLY} == {failure.source for failure in full.verify(tmp_path).failures}


def test_in_an_empty_folder_everything_fails_and_nothing_is_raised(full, tmp_path):
    report = full.verify(tmp_path)

    assert report.checked == len(report.failures)
    assert str(report).startswith(f"{report.checked} failures in {report.checked} cited passages:")


def test_files_that_are_no_texts_do_not_stop_it(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")

    assert full.verify(tmp_path).ok


def test_a_source_whose_bytes_are_not_utf_8_fails_and_nothing_is_raised(tmp_path):
    def not_utf_8(content):
        content["sources"][1]["sha256"] = hashlib.sha256(b"\xff").hexdigest()

    content = document()
    not_utf_8(content)
    read = read_document(content, tmp_path)
    texts_written(tmp_path)
    (tmp_path / "broken.txt").write_bytes(b"\xff")

    assert {LATE} == {failure.source for failure in read.verify(tmp_path).failures}


def test_texts_are_known_by_their_digest_whatever_their_names(full, tmp_path):
    for number, text in enumerate(TEXTS.values()):
        (tmp_path / f"{number}.txt").write_bytes(text.encode())

    assert full.verify(str(tmp_path)).ok
    assert TEXTS == texts_in(tmp_path, tuple(full.sources))


def test_one_text_may_be_that_of_two_sources(tmp_path):
    """A paper and the agency that it copies: neither takes the text away from the other."""

    def copied(content):
        content["sources"].append({**content["sources"][1], "id": "agency-2025-11"})

    assert verified(tmp_path, copied).ok


def test_a_recorded_length_that_is_not_the_texts_is_a_failure(tmp_path):
    def spoil(content):
        content["sources"][0]["length"] += 1

    report = verified(tmp_path, spoil)

    assert [f"{EARLY}: length"] == list(failed(report))


def test_passages_count_code_points(tmp_path):
    """The euro sign stands before what is cited, and is one code point and three bytes."""
    assert any(
        "€" in TEXTS[LATE][: span["start"]] for span in [cite(LATE, "It will build 37 pumps")]
    )
    assert verified(tmp_path, lambda content: None).ok


def test_citations_into_a_base_are_verified_with_the_bases_sources(full, texts, tmp_path):
    mine = {"format": 1, "deals": [{**document()["deals"][0], "id": "lease"}]}
    read = cam.read(written(mine, tmp_path, "mine.json"), base=full)

    assert read.verify(texts).ok
    assert 2 == read.verify(texts).checked


def test_a_missing_folder_is_an_error(full, tmp_path):
    with pytest.raises(MissingPathError, match="give the folder of the texts"):
        full.verify(tmp_path / "nowhere")


def test_a_notebook_shows_failures_escaped(full, tmp_path):
    shown = full.verify(tmp_path)._repr_html_()

    assert "<table" in shown
    assert "zhetisu-venture" in shown
    assert "source&#x27;s" in shown or "source&#39;s" in shown
