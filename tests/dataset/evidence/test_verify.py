"""Verifying proves every passage and every printed figure, and reports instead of raising."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import attrs
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
from centralasia_minerals.dataset.evidence.copies import Copy, copies_in
from centralasia_minerals.dataset.traversal import spans_within
from centralasia_minerals.errors import MissingPathError
from centralasia_minerals.values.normalized_text import NormalizedText, digest_of

NO_COPY = cam.Whereabouts.NO_COPY_GIVEN


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
    assert failed(report)[path].startswith("not in this copy (")


@pytest.mark.parametrize("shift", [1, -1, 20])
def test_a_passage_that_stands_elsewhere_is_found_and_the_report_says_where(tmp_path, shift):
    def move(content):
        citation = content["deals"][0]["citations"][0]
        citation["start"] += shift
        citation["end"] += shift

    report = verified(tmp_path, move)
    (moved,) = [proof for proof in report.proofs if proof.remark]

    assert report.complete
    assert ("zhetisu-umbrella", "citations[0]") == (moved.entity, moved.path)
    assert f"{moved.source}: 1 passage found elsewhere than recorded" in report.remarks[0]


@pytest.mark.parametrize("shift", [(0, 1), (1, 0)])
def test_a_passage_of_another_length_is_a_failure(tmp_path, shift):
    def stretch(content):
        citation = content["deals"][0]["citations"][0]
        citation["start"] += shift[0]
        citation["end"] += shift[1]

    assert ["zhetisu-umbrella: citations[0]"] == list(failed(verified(tmp_path, stretch)))


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


def test_of_a_source_without_a_copy_nothing_is_known_and_the_others_hold(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").unlink()

    report = full.verify(tmp_path)

    unknown = [proof for proof in report.proofs if proof.whereabouts is NO_COPY]
    assert {LATE} == {proof.source for proof in unknown}
    assert (True, False) == (report.ok, report.complete)
    assert (f"{LATE}: no copy given, {len(unknown)} passages not looked up",) == report.remarks
    assert full.verify(texts_written(tmp_path)).checked == report.checked
    assert str(report).startswith(
        f"{report.checked - len(unknown)} of {report.checked} cited passages match their texts:"
    )


def test_in_another_copy_every_passage_is_found_but_those_that_changed(full, tmp_path):
    texts_written(tmp_path)
    other = TEXTS[EARLY].replace("around 410,000", "about 410,000")
    (tmp_path / f"{EARLY}.txt").write_text(f"Menu\n\n{other}\n", "utf-8")

    report = full.verify(tmp_path)

    assert {EARLY} == {failure.source for failure in report.failures}
    assert {True} == {"410,000" in TEXTS[EARLY] for _ in report.failures}
    assert 0 < report.counts[cam.Whereabouts.IN_ANOTHER_COPY]
    assert 0 < len(report.failures) == report.counts[cam.Whereabouts.NOT_IN_THIS_COPY]


def test_in_an_empty_folder_nothing_is_known_and_nothing_is_raised(full, tmp_path):
    report = full.verify(tmp_path)

    assert report.checked == report.counts[NO_COPY]
    assert (False, ()) == (report.ok, report.failures)
    none = f"none of {report.checked} cited passages was looked up: no copy of a text was given:"
    assert str(report).startswith(none)
    assert len(TEXTS) == len(report.remarks)


@pytest.mark.parametrize(
    ("name", "change", "remark"),
    [
        ("T.TXT", lambda text: text.encode(), ""),
        ("crlf.txt", lambda text: text.replace(". ", ".\n").replace("\n", "\r\n").encode(), None),
        ("bom.txt", lambda text: b"\xef\xbb\xbf" + text.encode(), "has a byte order mark"),
    ],
)
def test_the_copy_that_was_read_is_known_whatever_became_of_its_file(
    full, tmp_path, name, change, remark
):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").unlink()
    (tmp_path / name).write_bytes(change(TEXTS[LATE]))

    report = full.verify(tmp_path)

    if remark is None:  # Other words at the ends of lines make another text, of nobody's name.
        assert 0 < report.counts[NO_COPY]
    else:
        assert report.counts[cam.Whereabouts.IN_THE_COPY_READ] == report.checked
        assert (remark == "") == (report.remarks == ())
        assert not remark or remark in report.remarks[0]


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text.replace(". ", ".\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("-", "‑"),
        lambda text: text.replace("venture", "ven\u00adture"),
        lambda text: f"Subscribe now!\n\n{text}\n\nMore of this",
        lambda text: text.replace(". ", ". \u200b\n\n"),
    ],
)
def test_passages_hold_on_copies_with_other_spaces_quotes_and_furniture(full, tmp_path, changed):
    for id, text in TEXTS.items():
        (tmp_path / f"{id}--saved again.txt").write_text(changed(text), "utf-8", newline="")

    report = full.verify(tmp_path)

    elsewhere = {id for id, text in TEXTS.items() if changed(text) != text}
    assert report.complete, str(report)
    assert elsewhere == {
        proof.source
        for proof in report.proofs
        if proof.whereabouts is cam.Whereabouts.IN_ANOTHER_COPY
    }


def test_the_caller_may_say_what_is_a_copy(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").rename(tmp_path / "page.html")

    report = full.verify(tmp_path, copies={LATE: "page.html"})

    assert report.complete
    with pytest.raises(MissingPathError, match="check the path"):
        full.verify(tmp_path, copies={LATE: "gone.html"})
    with pytest.raises(cam.errors.UnknownIdError, match=f"did you mean {LATE!r}"):
        full.verify(tmp_path, copies={LATE[:-1]: "page.html"})
    with pytest.raises(cam.errors.InvalidTypeError, match="by the id of a source"):
        full.verify(tmp_path, copies=["page.html"])
    with pytest.raises(cam.errors.InvalidTypeError, match="by the id of a source"):
        full.verify(tmp_path, copies={LATE: 3})


def test_a_length_that_was_counted_in_bytes_is_said_to_be(tmp_path):
    def spoil(content):
        content["sources"][1]["length"] = len(TEXTS[LATE].encode())

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert "counted in bytes; count characters" in reason


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
    (texts_written(tmp_path) / f"{LATE}.txt").write_bytes(b"\xff")

    unknown = [proof for proof in read.verify(tmp_path).proofs if proof.whereabouts is NO_COPY]
    assert {LATE} == {proof.source for proof in unknown}


def test_texts_are_known_by_their_digest_whatever_their_names(full, tmp_path):
    for number, text in enumerate(TEXTS.values()):
        (tmp_path / f"{number}.txt").write_bytes(text.encode())

    assert full.verify(str(tmp_path)).ok
    copies = copies_in(tmp_path, full.sources)
    assert {id: [text] for id, text in TEXTS.items()} == {
        id: [copy.text for copy in found if copy.is_read] for id, found in copies.items()
    }


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


def test_a_notebook_shows_failures_escaped(tmp_path):
    def spoil(content):
        cost(content)["citations"][0]["figure"] = "<b>$1.10 billion"

    shown = verified(tmp_path, spoil)._repr_html_()

    assert "<table" in shown
    assert "zhetisu-venture" in shown
    assert "&lt;b&gt;" in shown


NOT_READ = cam.Reading.NOT_READ


def test_a_figure_that_is_not_read_is_counted_and_listed_and_does_not_fail(tmp_path):
    def spoil(content):
        content["sources"][1]["language"] = "ru"

    report = verified(tmp_path, spoil)

    assert report.complete
    assert report.unread
    assert {LATE} == {proof.source for proof in report.unread}
    assert len(report.unread) == report.readings[NOT_READ]
    assert f"; {len(report.unread)} figures not read:\n" in str(report)
    assert str(report).count("not read: the figure '") == len(report.unread)
    assert report._repr_html_().count("not read: the figure") == len(report.unread)
    assert all(proof.figure and proof.reason for proof in report.unread)


def test_a_proof_says_how_its_figure_reads(full, texts):
    report = full.verify(texts)

    read = [proof for proof in report.proofs if proof.reading is not None]
    assert {cam.Reading.AS_RECORDED} == {proof.reading for proof in read}
    assert {""} == {proof.reason for proof in read}
    assert {("", None)} == {
        (proof.figure, proof.reading) for proof in report.proofs if proof not in read
    }
    assert len(read) == report.readings[cam.Reading.AS_RECORDED]


def test_a_hedge_that_is_not_printed_is_a_failure(tmp_path):
    def spoil(content):
        cost(content)["hedge"] = "up to"

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert "the figure '$1.1 billion' does not read as USD 1100000000: no word in front" in reason


def test_further_words_that_are_not_printed_are_a_failure(tmp_path):
    def spoil(content):
        for deposit in content["deposits"]:
            for estimate in deposit.get("estimates", ()):
                estimate["stated"]["further_words"] = "reportedly"

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert reason.endswith("'reportedly' is not printed with it")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00p\x00a", "цена".encode("cp1251")])
def test_a_copy_that_the_caller_names_and_that_is_no_text_is_reported(full, tmp_path, content):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").unlink()
    (tmp_path / "page.html").write_bytes(content)

    report = full.verify(tmp_path, copies={LATE: "page.html"})

    assert not report.complete
    (remark,) = report.remarks
    assert remark.startswith(f"{LATE}: 'page.html' is not UTF-8")
    assert "no copy given" in remark


def test_a_file_with_the_name_of_a_source_that_is_no_text_is_reported(full, tmp_path):
    texts_written(tmp_path)
    os.mkfifo(tmp_path / f"{LATE}--a pipe.txt")
    (tmp_path / f"{LATE}--a device.txt").symlink_to("/dev/zero")
    (tmp_path / f"{LATE}--bytes.txt").write_bytes(b"\xff")
    with (tmp_path / f"{LATE}--long.txt").open("wb") as file:
        file.truncate(3 * 1024**3)  # of nothing: it takes no room on the disk

    report = full.verify(tmp_path)

    assert report.complete
    (remark,) = report.remarks
    for said in ("a pipe.txt' is not read: it is a device", "a device.txt' is not read: it is",
                 "bytes.txt' is not UTF-8", "long.txt' is larger than 16 MiB"):  # fmt: skip
        assert said in remark


@pytest.mark.parametrize("path", ["x" * 300, "x/" * 3000])
def test_a_folder_or_copy_of_an_impossible_name_is_a_documented_error(full, tmp_path, path):
    texts_written(tmp_path)

    with pytest.raises(MissingPathError, match="give the folder of the texts"):
        full.verify(path)
    with pytest.raises(MissingPathError, match="is not a file"):
        full.verify(tmp_path, copies={LATE: path})
    with pytest.raises(cam.errors.InvalidValueError, match="no file can be named"):
        full.verify(tmp_path, copies={LATE: "a\0b"})


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_folder_is_a_documented_error_and_an_unreadable_file_is_said(full, tmp_path):
    texts_written(tmp_path)
    (tmp_path / f"{LATE}.txt").chmod(0)
    (remark,) = full.verify(tmp_path).remarks
    assert "Permission denied" in remark

    tmp_path.chmod(0)
    try:
        with pytest.raises(cam.errors.FileAccessError, match="permissions"):
            full.verify(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_place_counted_in_bytes_is_said_where_it_stands(tmp_path):
    text = TEXTS[LATE]
    passage = "The cost is $1.1 billion (€952 million)"
    start = text.index(passage)

    def spoil(content):
        citation = cost(content)["citations"][0]
        citation.update(cite(LATE, passage), figure="$1.1 billion")
        citation["end"] = citation["start"] + len(passage.encode())

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert "it was counted in bytes" in reason
    assert f"stands at characters {start} to {start + len(passage)}" in reason
    assert f"a length of {len(passage)}; count characters" in reason


def test_a_start_counted_in_bytes_is_said_to_be(tmp_path):
    text = TEXTS[LATE]
    passage = "It will build 37 pumps"
    start = len(text[: text.index(passage)].encode())

    def spoil(content):
        content["deals"][0]["citations"] = [
            cite(LATE, passage) | {"start": start, "end": start + len(passage)}
        ]

    report = verified(tmp_path, spoil)
    (moved,) = [proof for proof in report.proofs if proof.remark]

    assert report.complete
    assert moved.remark.endswith(
        f"not {start} to {start + len(passage)}, which were counted in bytes"
    )


def test_a_length_counted_in_bytes_of_a_passage_without_a_place_is_found(tmp_path):
    passage = "The cost is $1.1 billion (€952 million)"

    def spoil(content):
        digest = cite(LATE, passage)["digest"]
        citation = {"source": LATE, "digest": digest, "length": len(passage.encode())}
        content["deals"][0]["citations"] = [citation]

    (reason,) = failed(verified(tmp_path, spoil)).values()

    assert f"a length of {len(passage)}; count characters" in reason


def test_a_passage_longer_than_its_text_is_refused_and_takes_no_memory(full, texts):
    source = full.sources[LATE]
    with pytest.raises(cam.errors.InvalidValueError, match="longer than the text"):
        cam.Citation(source=source, digest="0" * 16, length=10**9)

    unmeasured = attrs.evolve(source, length=cam.NotStated(), furniture=())
    citation = cam.Citation(source=unmeasured, digest="0" * 16, start=0, end=10**9, length=5)
    deal = attrs.evolve(full.deals["zhetisu-umbrella"], citations=(citation,))
    report = Dataset.of({"deals": (deal,)}).verify(texts)
    assert [failure.path for failure in report.failures] == ["citations[0]"]


@pytest.mark.parametrize("has_words", [True, False])
def test_passages_without_places_are_found_in_a_long_text(monkeypatch, has_words):
    """Each length took a pass over the text: hundreds of passages took minutes."""
    sentences = [f"The {n}th mine of the valley costs ${n}.5 million a year." for n in range(9000)]
    wanted = range(0, 9000, 30)
    text = "\n".join(sentences)
    source = cam.source(text, id="long-2026-01", title="A long text", read="2026-01-01")
    citations = [
        cam.Citation(
            source=source,
            digest=digest_of(sentences[n]),
            length=len(sentences[n]),
            figure=f"${n}.5 million" if has_words else cam.NotStated(),
        )
        for n in wanted
    ]
    copy = Copy("long.txt", text, is_read=True)
    passes = []
    by_digest = NormalizedText._by_digest

    def counted(self, length):
        passes.append(length)
        return by_digest(self, length)

    monkeypatch.setattr(NormalizedText, "_by_digest", counted)

    places = [copy.place_of(citation) for citation in citations]

    assert [sentences[n] for n in wanted] == [text[slice(*place)] for place in places]
    assert passes == ([] if has_words else sorted(set(passes)))  # one for each length at the most


@pytest.mark.parametrize("hint", [0, 40, 10**6])
def test_a_passage_of_another_copy_is_found_near_where_the_last_one_was(monkeypatch, hint):
    sentences = [f"The {n}th mine is dug." for n in range(500)]
    text = "Menu. " * 1000 + " ".join(sentences)
    read = " ".join(sentences)
    citations = [
        cam.Span(
            digest=digest_of(one),
            start=read.index(one) + hint,
            end=read.index(one) + len(one) + hint,
            length=len(one),
        )
        for one in sentences
    ]
    copy = Copy("other.txt", text, is_read=False)

    places = [copy.place_of(citation) for citation in citations]

    assert sentences == [text[slice(*place)] for place in places]
