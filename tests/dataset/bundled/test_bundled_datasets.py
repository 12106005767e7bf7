"""Two datasets are bundled: what the four articles document, and the wider record with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.bundled import load as bundled

ARTICLES, REGION = cam.load(), cam.load("region")


def test_a_dataset_is_loaded_by_its_name_and_once() -> None:
    assert cam.load("articles") is ARTICLES
    assert cam.load(name="region") is REGION


def test_the_region_holds_all_that_the_articles_document() -> None:
    for kind, records in ARTICLES.records.items():
        assert {one.id for one in records} <= set(getattr(REGION, kind).ids)
    assert REGION == REGION.merge(ARTICLES)


def test_both_are_listed_with_version_scope_and_counts() -> None:
    listed = cam.datasets()

    assert ["articles", "region"] == [one.name for one in listed]
    for one, dataset in zip(listed, (ARTICLES, REGION), strict=True):
        assert dataset.version == one.version
        assert len(dataset.deals) == one.counts["deals"]
        assert one.scope in str(listed)
    assert "articles, region" in repr(listed)


def test_a_name_that_is_none_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(cam.UnknownIdError, match="did you mean 'region'"):
        cam.load("regoin")
    with pytest.raises(cam.UnknownIdError, match="'articles' or 'region'"):
        cam.load("xyz")
    with pytest.raises(cam.InvalidTypeError):
        cam.load(Path())


def write(folder: Path, name: str, text: str) -> None:
    (folder / "region").mkdir(exist_ok=True)
    (folder / "region" / name).write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of data whose articles are the bundled ones."""
    (tmp_path / "articles").symlink_to(Path(str(bundled._DATA)) / "articles")
    monkeypatch.setattr(bundled, "_DATA", tmp_path)
    return tmp_path


CITED = f"""
citations = [
    {{source = "{ARTICLES.sources.ids[0]}", start = 0, end = 9, digest = "0000000000000000"}},
]
"""


def deal(id: str, after: str = "") -> str:
    head = f'format = 1\nversion = "2026.1.1"\n[[deals]]\nid = "{id}"'
    text = f'{head}\ntitle = "A contract"\nkind = "contract"{CITED}'
    follows = f'[[deals.relations]]\nkind = "follows"\ndeal = "{after}"{CITED}'
    return text + (follows if after else "")


def test_a_file_of_the_region_may_name_the_deals_of_another(folder: Path) -> None:
    write(folder, "a.toml", deal("first", after="second"))
    write(folder, "b.toml", deal("second"))

    dataset = bundled.bundled_records("region")

    assert ("follows", "second") == (
        str(dataset.deals["first"].relations[0].kind),
        dataset.deals["first"].relations[0].deal,
    )
    assert "2026.1.1" == dataset.version


def test_a_relation_to_a_deal_that_no_file_has_is_refused_with_its_file(folder: Path) -> None:
    write(folder, "a.toml", deal("first", after="third"))

    with pytest.raises(cam.DataError, match=r"a\.toml.*third"):
        bundled.bundled_records("region")


def test_files_that_contradict_each_other_are_refused(folder: Path) -> None:
    write(folder, "a.toml", deal("first"))
    write(folder, "b.toml", deal("first").replace("A contract", "Another contract"))

    with pytest.raises(cam.ConflictError, match="first"):
        bundled.bundled_records("region")


def test_without_files_the_region_is_what_the_articles_document(folder: Path) -> None:
    assert ARTICLES == bundled.bundled_records("region")
