"""Coverage: how much of each text some citation covers, and which sentences none touches."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from analysis_builders import amount, dataset, deal, span, stated
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.analysis.coverage import sentences_of

TEXT = """Kazakhstan to mine tungsten
The venture is valued at $1.1 billion. Mr. Althaus signed it on Thursday.
“It is a win for the U.S. and for us,” he said. “We start soon.” Nobody disagreed!
Share this page
"""


def source_of(text: str, id: str = "own-paper", **more) -> cam.Source:
    return cam.Source(
        id=id,
        title="An own paper",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        length=len(text),
        published=cam.Dated(date=cam.PartialDate.parse("2025-11")),
        **more,
    )


def citing(source: cam.Source, text: str, *passages: str) -> cam.Dataset:
    """Give a dataset whose one deal cites these passages of a text."""
    citations = tuple(source.cite(text, passage) for passage in passages)
    deals = () if not citations else (deal("mine", stage=None, citations=citations),)
    return dataset(sources=(source,), deals=deals)


def covered(folder: Path, *passages: str, text: str = TEXT, **more) -> cam.SourceCoverage:
    """Write a text, cite passages of it, and ask for its coverage."""
    (folder / "own.txt").write_bytes(text.encode())
    source = source_of(text, **more)
    return cam.coverage(citing(source, text, *passages), folder)["own-paper"]


def printed(text: str) -> int:
    """Count what is no white space."""
    return sum(not character.isspace() for character in text)


def test_a_passage_is_covered_as_far_as_its_text_goes(tmp_path):
    """What does not stand in the text covers nothing of it, however long it is said to be."""
    (tmp_path / "own.txt").write_bytes(b"Signed")
    source = attrs.evolve(source_of("Signed"), length=10**12)
    citation = cam.Citation(source=source, start=3, end=10**12, digest="0" * 16)
    furniture = cam.Span(start=5, end=10**12, digest="0" * 16)
    deals = (deal("mine", stage=None, citations=(citation,)),)

    cited = dataset(sources=(source,), deals=deals)
    framed = dataset(sources=(attrs.evolve(source, furniture=(furniture,)),), deals=deals)

    assert 0 == cam.coverage(cited, tmp_path)["own-paper"].share
    assert 0 == cam.coverage(framed, tmp_path)["own-paper"].share


def test_the_share_is_that_of_the_printed_characters_that_are_cited(tmp_path):
    passage = "The venture is valued at $1.1 billion."

    one = covered(tmp_path, passage)

    assert Fraction(printed(passage), printed(TEXT)) == one.share
    assert one.found


def test_passages_that_overlap_count_once(tmp_path):
    once = covered(tmp_path, "The venture is valued at $1.1 billion.")
    twice = covered(
        tmp_path, "The venture is valued at $1.1 billion.", "valued at $1.1", "The venture is"
    )

    assert once.share == twice.share


def test_a_figures_own_passage_covers_as_a_deals_does(tmp_path):
    (tmp_path / "own.txt").write_text(TEXT, "utf-8")
    source = source_of(TEXT)
    passage = source.cite(TEXT, "$1.1 billion")
    mine = deal("mine", amount(stated("USD 5", citations=(passage,))), stage=None, citations=())

    (one,) = cam.coverage(dataset(sources=(source,), deals=(mine,)), tmp_path)

    assert Fraction(printed("$1.1 billion"), printed(TEXT)) == one.share


def test_the_sentences_that_no_citation_touches_are_listed_with_their_place(tmp_path):
    one = covered(
        tmp_path,
        "Kazakhstan to mine tungsten",
        "The venture is valued at $1.1 billion.",
        "“It is a win for the U.S. and for us,” he said.",
    )

    assert [
        "Mr. Althaus signed it on Thursday.",
        "“We start soon.”",
        "Nobody disagreed!",
        "Share this page",
    ] == [sentence.text for sentence in one.uncovered]
    for sentence in one.uncovered:
        assert TEXT[sentence.start : sentence.end] == sentence.text


def test_a_sentence_cited_in_part_is_not_listed(tmp_path):
    one = covered(tmp_path, "$1.1 billion")

    assert "The venture is valued at $1.1 billion." not in [s.text for s in one.uncovered]


def test_furniture_is_neither_counted_nor_listed(tmp_path):
    furniture = (span(TEXT, "Share this page"),)

    one = covered(tmp_path, "The venture is valued at $1.1 billion.", furniture=furniture)

    expected = printed(TEXT) - printed("Share this page")
    assert Fraction(printed("The venture is valued at $1.1 billion."), expected) == one.share
    assert "Share this page" not in [sentence.text for sentence in one.uncovered]


def test_furniture_that_is_cited_all_the_same_adds_nothing(tmp_path):
    furniture = (span(TEXT, "Share this page"),)

    assert 0 == covered(tmp_path, "Share this page", furniture=furniture).share


def test_a_text_cited_whole_is_covered_whole(tmp_path):
    one = covered(tmp_path, TEXT)

    assert 1 == one.share
    assert () == one.uncovered


def test_a_text_that_nothing_cites_is_not_covered(tmp_path):
    one = covered(tmp_path)

    assert 0 == one.share
    assert len(list(sentences_of(TEXT))) == len(one.uncovered)


def test_what_a_sources_date_is_inferred_from_is_no_citation(tmp_path):
    (tmp_path / "own.txt").write_text(TEXT, "utf-8")
    dated = cam.Dated(
        date=cam.PartialDate.parse("2025-11"),
        basis=cam.DateBasis.INFERRED,
        inferred_from=(span(TEXT, "on Thursday"),),
    )
    source = cam.Source(
        id="own-paper",
        title="An own paper",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        length=len(TEXT),
        published=dated,
    )

    assert 0 == cam.coverage(dataset(sources=(source,)), tmp_path)["own-paper"].share


def test_a_text_that_is_not_there_is_told_and_nothing_is_known_of_it(tmp_path):
    source = source_of(TEXT)
    coverage = cam.coverage(citing(source, TEXT, "on Thursday"), tmp_path)

    assert not coverage["own-paper"].found
    assert coverage["own-paper"].share is None
    assert not coverage.complete
    assert "no text" in str(coverage)
    assert ["own-paper", False, None, None, None] == list(coverage.to_dicts()[0].values())


def test_a_text_with_another_digest_is_not_the_sources(tmp_path):
    (tmp_path / "own.txt").write_text(TEXT.replace("1.1", "1.2"), "utf-8")

    assert not cam.coverage(citing(source_of(TEXT), TEXT, "on Thursday"), tmp_path)[
        "own-paper"
    ].found


def test_other_files_of_the_folder_do_not_matter(tmp_path):
    (tmp_path / "noise.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "notes.md").write_text(TEXT, "utf-8")

    assert covered(tmp_path, "on Thursday").found


def test_it_is_complete_where_every_sentence_is_cited(tmp_path):
    (tmp_path / "own.txt").write_text(TEXT, "utf-8")
    source = source_of(TEXT)

    assert cam.coverage(citing(source, TEXT, TEXT), tmp_path).complete
    assert not cam.coverage(citing(source, TEXT, "on Thursday"), tmp_path).complete


def test_nothing_looked_at_is_not_complete(tmp_path):
    """As a verification that checked nothing is not ok."""
    assert not cam.coverage(dataset(sources=()), tmp_path).complete


def test_records_of_ones_own_cover_the_sources_of_the_base_that_they_cite(tmp_path):
    """What ``read(path, base=...)`` gives holds no source, and cites those of its base."""
    (tmp_path / "own.txt").write_text(TEXT, "utf-8")
    own = citing(source_of(TEXT), TEXT, "on Thursday")
    without_sources = cam.Dataset.of({"deals": own.deals.entities})

    assert "own-paper" in [one.source.id for one in cam.coverage(without_sources, tmp_path)]


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path):
    with pytest.raises(cam.MissingPathError, match="nowhere"):
        cam.coverage(cam.load(), tmp_path / "nowhere")


def test_a_source_that_is_not_there_is_a_key_error(tmp_path):
    with pytest.raises(KeyError):
        cam.coverage(dataset(sources=()), tmp_path)["own-paper"]


def test_each_view_says_share_and_first_uncovered_sentence_and_escapes_them(tmp_path):
    text = "Cited in full. Not <b>cited</b>.\n"
    (tmp_path / "own.txt").write_text(text, "utf-8")
    coverage = cam.coverage(citing(source_of(text), text, "Cited in full."), tmp_path)

    for words in ("own-paper", "%", "Not <b>cited</b>."):
        assert words in str(coverage)
    assert "<b>" not in coverage._repr_html_()
    assert 1 == len(coverage)
    assert "<Coverage of 1 source>" == repr(coverage)


def test_no_view_counts_sentences_of_a_text_that_was_not_read(tmp_path):
    coverage = cam.coverage(dataset(sources=(source_of("Cited in full."),)), tmp_path)
    row = str(coverage).splitlines()[1]

    assert row.endswith("no text")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“One,” he said. “Two.” Three.", ["“One,” he said.", "“Two.”", "Three."]),
        ('"One," he said. "Two." Three.', ['"One," he said.', '"Two."', "Three."]),
        ("He asked (in vain.) She left.", ["He asked (in vain.)", "She left."]),
        ("Mr. Kim, Dr. Li and Mrs. Wu met.", ["Mr. Kim, Dr. Li and Mrs. Wu met."]),
        ("The U.S. and J. D. Vance agreed.", ["The U.S. and J. D. Vance agreed."]),
        ("It cost $1.1 billion. It pays.", ["It cost $1.1 billion.", "It pays."]),
        ("A headline\nA sentence.", ["A headline", "A sentence."]),
        ("A headline\r\nA sentence.\r\n", ["A headline", "A sentence."]),
        ("  \n\n One. \n", ["One."]),
        ("No stop at the end", ["No stop at the end"]),
        ("", []),
        (" \n ", []),
        ("Сделка подписана. Цена скрыта.", ["Сделка подписана.", "Цена скрыта."]),
    ],
)
def test_a_text_is_split_into_sentences(text, sentences):
    assert sentences == [sentence.text for sentence in sentences_of(text)]


@pytest.mark.parametrize("ending", ["made in the U.S.", "agreed with Mr.", "of group A."])
def test_a_line_break_always_ends_a_sentence(ending):
    """Or a headline without a citation would hide in the paragraph below it."""
    assert [ending, "Nobody disagreed."] == [
        sentence.text for sentence in sentences_of(f"{ending}\nNobody disagreed.")
    ]


@pytest.mark.parametrize("text", ["Made in the U.S.", "He is a Mr."])
def test_the_last_sentence_is_not_lost_though_it_ends_in_an_abbreviation(text):
    assert [text] == [sentence.text for sentence in sentences_of(text)]


PIECES = st.sampled_from(
    ["One", "U.S.", "Mr.", ".", "!", "?", " ", "\n", "”", "“", ")", "$1.1", "Сделка", "\r\n", "A."]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_sentences_part_every_printed_character_of_a_text(text):
    sentences = list(sentences_of(text))

    places = [i for sentence in sentences for i in range(sentence.start, sentence.end)]
    assert len(set(places)) == len(places)
    assert {i for i, character in enumerate(text) if not character.isspace()} <= set(places)
    assert all(text[s.start : s.end] == s.text == s.text.strip() != "" for s in sentences)
    assert not any("\n" in sentence.text for sentence in sentences)


def test_every_sentence_of_the_four_articles_is_cited(articles):
    coverage = cam.coverage(cam.load(), articles)

    assert 4 == len(coverage)
    assert [] == [(one.source.id, s.text[:40]) for one in coverage for s in one.uncovered]
    assert coverage.complete
    assert all(one.share > Fraction(9, 10) for one in coverage)


def test_without_a_citation_its_sentence_is_listed(articles):
    """Take one record out, and the sentence that only it cites shows up."""
    ds = cam.load()
    records = {kind: entities for kind, entities in ds.records.items() if kind != "statistics"}
    fewer = cam.coverage(cam.Dataset.of({**records, "events": ()}), articles)

    assert not fewer.complete
    assert sum(len(one.uncovered) for one in fewer) > 10
