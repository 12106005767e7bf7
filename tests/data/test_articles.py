"""The bundled data against the articles themselves, wherever these are at hand."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest

import centralasia_minerals as cam

ds = cam.load()
ROOT = Path(__file__).parents[2]
# Enough words in a row, names and figures apart, to be a sentence of somebody else's; titles of
# works may be longer.
RUN = 6
SCALES = {"million", "billion", "percent", "per", "cent"}
NO_COPY = cam.Whereabouts.NO_COPY_GIVEN


def test_every_citation_and_every_printed_figure_holds(articles: Path) -> None:
    report = ds.verify(articles)

    assert (True, ()) == (report.ok, report.failures)
    assert report.checked > 500


def test_a_figure_that_reads_otherwise_than_recorded_fails(articles: Path) -> None:
    deal = ds.deals["kz-us-tungsten"]
    cost = deal.amounts[0]
    wrong = attrs.evolve(cost.statements[0], value=cam.Money("1200000000", "USD"))
    amounts = (attrs.evolve(cost, statements=(wrong,)), *deal.amounts[1:])
    corrected = cam.Dataset.of(
        {**ds.records, "deals": (attrs.evolve(deal, amounts=amounts),)}, version=ds.version
    )

    failures = corrected.verify(articles).failures

    assert ["amounts[0].statements[0].citations[0]"] == [failure.path for failure in failures]
    assert "does not read as USD 1200000000" in failures[0].reason


def test_a_missing_text_fails_each_of_its_citations_and_no_other(
    articles: Path, tmp_path: Path
) -> None:
    for file in articles.glob("*.txt"):
        shutil.copy(file, tmp_path)
    next(tmp_path.glob("003_*.txt")).unlink()

    report = ds.verify(tmp_path)
    missing = [proof for proof in report.proofs if proof.whereabouts is NO_COPY]

    assert (True, False, ()) == (report.ok, report.complete, report.failures)
    assert {"summit-partnership-2025-11"} == {proof.source for proof in missing}
    assert len(missing) > 100
    assert [line for line in report.remarks if "no copy given" in line] == list(report.remarks)


def test_a_wrong_text_is_reported_and_nothing_is_raised(articles: Path, tmp_path: Path) -> None:
    by_digest = {source.sha256: source.id for source in ds.sources}
    for file in articles.glob("*.txt"):
        changed = file.read_text("utf-8").replace("$1.1 billion", "$1.2 billion")
        id = by_digest[hashlib.sha256(file.read_bytes()).hexdigest()]
        (tmp_path / f"{id}--changed.txt").write_text(changed, "utf-8")

    report = ds.verify(tmp_path)

    assert not report.ok
    assert {"summit-minerals-2025-11", "summit-partnership-2025-11"} == {
        failure.source for failure in report.failures
    }


def as_typed(text: str) -> str:
    """Give a text as somebody else's editor saves it."""
    plain = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-")
    return plain.replace(" ", "\u00a0 ").replace("\n", "\r\n\r\n")


def in_furniture(text: str) -> str:
    """Give a text as its page has it, between menus and buttons."""
    return f"Home | News | About\n\n{text}\n\nRead more\nSubscribe"


def as_typeset(text: str) -> str:
    """Give a text with typographer's signs, and with hyphens where lines may break."""
    curly = text.replace("'", "’").replace("-", "\u2011").replace(" a ", "\u2009a\u202f")
    return curly.replace("mineral", "min\u00aderal").replace("\n", "\u2028")


@pytest.mark.parametrize("changed", [as_typed, in_furniture, as_typeset])
def test_every_passage_is_found_in_other_copies(articles: Path, tmp_path: Path, changed) -> None:
    by_digest = {source.sha256: source.id for source in ds.sources}
    for file in articles.glob("*.txt"):
        id = by_digest[hashlib.sha256(file.read_bytes()).hexdigest()]
        text = changed(file.read_text("utf-8"))
        (tmp_path / f"{id}--saved again.txt").write_text(text, "utf-8", newline="")

    report = ds.verify(tmp_path)

    assert report.complete, str(report)[:2000]
    assert report.checked == report.counts[cam.Whereabouts.IN_ANOTHER_COPY]


def test_every_sentence_that_states_a_fact_is_cited(articles: Path) -> None:
    coverage = cam.coverage(ds, articles)

    assert [] == [(one.source.id, one.uncovered) for one in coverage if one.uncovered]
    assert all(one.found and one.share > 0.95 for one in coverage)


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9$€%]+", text.lower())


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Give the shortest runs that have six words which are neither names nor figures."""
    printed = re.findall(r"[A-Za-z0-9$€%]+", text)
    plain = [i for i, word in enumerate(printed) if word.islower() and word not in SCALES]
    runs = zip(plain, plain[RUN - 1 :], strict=False)
    return {tuple(word.lower() for word in printed[i : j + 1]) for i, j in runs}


def runs_within(text: str, wanted: dict[tuple[str, ...], set[tuple[str, ...]]]) -> set[str]:
    """Give the runs that stand in a text, of those wanted, which are known by their first words."""
    words = words_of(text)
    return {
        " ".join(run)
        for i in range(len(words) - RUN + 1)
        for run in wanted.get(tuple(words[i : i + RUN]), ())
        if tuple(words[i : i + len(run)]) == run
    }


def tracked_files() -> list[Path]:
    wanted = {".py", ".toml", ".md", ".json", ".po", ".cff", ".txt"}
    places = [ROOT / name for name in ("src", "docs", "tests", "examples")]
    files = [path for place in places for path in place.rglob("*") if path.suffix in wanted]
    return [*files, ROOT / "README.md", ROOT / "CITATION.cff"]


def test_no_sentence_of_an_article_stands_in_the_project(articles: Path) -> None:
    theirs = set().union(*(runs_of(file.read_text("utf-8")) for file in articles.glob("*.txt")))
    titles = set().union(*(runs_of(source.title) for source in ds.sources))
    wanted: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for run in theirs - titles:
        wanted.setdefault(run[:RUN], set()).add(run)

    found = {
        (str(path.relative_to(ROOT)), run)
        for path in tracked_files()
        for run in runs_within(unquote(path.read_text("utf-8")), wanted)
    }

    assert set() == found


@pytest.mark.parametrize("person", ds.people.ids)
def test_every_name_is_spelt_as_some_article_spells_it(articles: Path, person: str) -> None:
    texts = "".join(file.read_text("utf-8") for file in articles.glob("*.txt"))

    assert [] == [n.text for n in ds.people[person].names if n.text not in texts]
