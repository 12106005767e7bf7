"""What is written or laid out comes back as it was; what fails leaves nothing behind."""

from __future__ import annotations

import json
import stat
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from document_places import KINDS
from full_document import EARLY, FULL, document, laws, read_document
from hypothesis import given, strategies as st

import centralasia_minerals.dataset as floor
from centralasia_minerals import values as v
from centralasia_minerals.dataset.freezing import freeze, thaw
from centralasia_minerals.entities import (
    Amount,
    AmountRole,
    Citation,
    Deal,
    DealKind,
    Rank,
    Stated,
    with_changes,
)
from centralasia_minerals.errors import InvalidValueError, MissingExtraError, MissingPathError

SUFFIXES = (".toml", ".json")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_reads_back_equal_with_its_version(full, tmp_path: Path, suffix: str):
    path = tmp_path / f"all{suffix}"

    floor.write(full, path)

    assert full == floor.read(path)
    assert "2025.11.1" == floor.read(path).version


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_twice_is_the_same_text(full, tmp_path: Path, suffix: str):
    once, twice = tmp_path / f"once{suffix}", tmp_path / f"twice{suffix}"

    floor.write(full, once)
    floor.write(floor.read(once), twice)

    assert once.read_bytes() == twice.read_bytes()


def test_the_bundled_data_reads_back_equal(tmp_path: Path):
    path = tmp_path / "bundled.json"

    floor.write(floor.load(), path)

    assert floor.load() == floor.read(path)


def test_a_dataset_without_a_version_stays_without(full, tmp_path: Path):
    content = document()
    del content["version"]
    read = read_document(content, tmp_path)

    floor.write(read, tmp_path / "again.toml")

    assert "version" not in tomllib.loads((tmp_path / "again.toml").read_text("utf-8"))
    assert "" == floor.read(tmp_path / "again.toml").version
    assert full != read


def test_written_files_are_made_for_people(full, tmp_path: Path):
    """Format first, kinds in order, records by id, defaults left out, figures in quotes."""
    floor.write(full, tmp_path / "all.json")

    written = json.loads((tmp_path / "all.json").read_text("utf-8"))

    assert ["format", "version", *KINDS] == list(written)
    assert sorted(e["id"] for e in FULL["deals"]) == [e["id"] for e in written["deals"]]
    assert {"id", "names"} == set(written["countries"][1])
    venture = next(deal for deal in written["deals"] if deal["id"] == "zhetisu-venture")
    assert {"amount": "1100000000", "currency": "USD"} == (
        venture["amounts"][0]["statements"][0]["value"]
    )
    assert {"stage", "implementation", "value"}.isdisjoint(venture)
    assert {"stated", "stage", "profile"}.isdisjoint(venture["amounts"][0])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_as_of_that_is_not_stated_stays_so_beside_a_dated_source(full, tmp_path, suffix):
    """Left out, it would be the date of the source."""
    floor.write(full, tmp_path / f"all{suffix}")

    position = floor.read(tmp_path / f"all{suffix}").people["dana-omarova"].positions[0]
    assert v.NotStated() == position.as_of


@laws
@given(
    amount=st.decimals(min_value=0, max_value=10**20, places=3)
    | st.integers(min_value=0, max_value=10**34 - 1).map(Decimal),
    hedge=st.sampled_from([hedge for hedge in v.Hedge if hedge is not v.Hedge.RANGE]),
    rank=st.sampled_from(Rank),
    title=st.text(min_size=1).filter(lambda text: text.strip() and text.isprintable()),
    as_of=st.sampled_from(["2025", "2025-11~", "2024-02-29?", "1999%"]),
    suffix=st.sampled_from(SUFFIXES),
)
def test_decoding_undoes_encoding(
    full, tmp_path_factory, amount, hedge, rank, title, as_of, suffix
):
    source = full.sources[EARLY]
    citation = Citation(source=source, start=0, end=4, digest="0" * 16, figure=title)
    statement = Stated(
        value=v.Money(amount, "KZT"),
        hedge=hedge,
        rank=rank,
        reason="a slip" if rank is Rank.DEPRECATED else v.NotStated(),
        as_of=v.PartialDate.parse(as_of),
        citations=(citation,),
    )
    deal = Deal(
        id="a-deal",
        title=title,
        kind=DealKind.CONTRACT,
        amounts=(Amount(role=AmountRole.COST, statements=(statement,)),),
        citations=(citation,),
    )
    dataset = floor.Dataset.of({"sources": (source,), "deals": (deal,)}, version=title)
    path = tmp_path_factory.mktemp("law") / f"law{suffix}"

    floor.write(dataset, path)

    assert dataset == floor.read(path)


def test_no_part_of_a_file_is_left_where_the_text_cannot_be_made(tmp_path: Path, full):
    broken = with_changes(full.deals["zhetisu-umbrella"], title="half a character \ud800")
    dataset = floor.Dataset.of({**full.records, "deals": (broken,)})
    path = tmp_path / "all.json"
    path.write_text("what stood there before", "utf-8")

    with pytest.raises(UnicodeEncodeError):
        floor.write(dataset, path)

    assert [path] == list(tmp_path.iterdir())
    assert "what stood there before" == path.read_text("utf-8")


def test_no_part_of_a_file_is_left_where_it_cannot_be_put_in_place(tmp_path: Path, full):
    in_the_way = tmp_path / "all.json"
    in_the_way.mkdir()

    with pytest.raises(OSError, match=r"all\.json"):
        floor.write(full, in_the_way)

    assert [in_the_way] == list(tmp_path.iterdir())


def test_a_written_file_has_the_permissions_of_any_new_file(tmp_path: Path, full):
    plain = tmp_path / "plain.txt"
    plain.touch()

    floor.write(full, tmp_path / "all.json")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert {stat.S_IMODE(plain.stat().st_mode)} == modes


@pytest.mark.parametrize("name", ["all.csv", "all", "all.json.bak"])
def test_another_ending_is_refused(tmp_path: Path, full, name: str):
    with pytest.raises(InvalidValueError, match=r"end it in \.toml or \.json"):
        floor.write(full, tmp_path / name)

    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, full):
    with pytest.raises(MissingPathError, match="make the folder first"):
        floor.write(full, tmp_path / "nowhere" / "all.json")


def test_without_the_toml_writer_the_error_says_how_to_get_it(monkeypatch, tmp_path, full):
    monkeypatch.setitem(sys.modules, "tomli_w", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'centralasia-minerals\[toml\]'") as e:
        floor.write(full, tmp_path / "all.toml")

    assert isinstance(e.value, ImportError)
    assert [] == list(tmp_path.iterdir())
    floor.write(full, tmp_path / "all.json")


def test_what_is_frozen_and_thawed_is_what_was_decoded(full):
    laid_out = freeze((full.version, tuple(full.records.values())))

    version, kinds = thaw(json.loads(json.dumps(laid_out)))

    thawed = floor.Dataset.of(dict(zip(KINDS, kinds, strict=True)), version=version)
    assert full == thawed
    assert [repr(e) for kind in full.records.values() for e in kind] == [
        repr(e) for kind in thawed.records.values() for e in kind
    ]


def test_what_is_thawed_has_what_is_derived_and_shares_its_references(full):
    _, kinds = thaw(freeze((full.version, tuple(full.records.values()))))

    thawed = floor.Dataset.of(dict(zip(KINDS, kinds, strict=True)))
    deal, decoded = thawed.deals["zhetisu-venture"], full.deals["zhetisu-venture"]
    assert decoded.stage is deal.stage
    assert decoded.implementation is deal.implementation
    assert decoded.value == deal.value
    assert [amount.stage for amount in decoded.amounts] == [amount.stage for amount in deal.amounts]
    assert deal.countries[0] is thawed.countries["KZ"]
    assert deal.citations[0].source is thawed.sources[EARLY]


def test_equal_values_are_laid_out_once(full):
    laid_out = freeze((full.version, tuple(full.records.values())))

    rows = [json.dumps(row) for row in laid_out["rows"]]
    constants = [(type(constant), constant) for constant in laid_out["constants"]]
    assert len(set(rows)) == len(rows)
    assert len(set(constants)) == len(constants)


def test_freezing_what_it_does_not_know_is_refused():
    with pytest.raises(TypeError, match="freeze a dataset"):
        freeze(({"a dict": "is mutable"},))


def test_the_bundled_dataset_is_the_same_object_every_time():
    assert floor.load() is floor.load()
