"""What is written or laid out comes back as it was; what fails leaves nothing behind."""

from __future__ import annotations

import hashlib
import json
import stat
import sys
import tomllib
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from full_document import EARLY, FULL, document, read_document
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.bundled.snapshot import from_snapshot, to_snapshot
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Rank, Stated
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.errors import InvalidValueError, MissingExtraError, MissingPathError

SUFFIXES = (".toml", ".json")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_reads_back_equal_with_its_version(full, tmp_path: Path, suffix: str):
    path = tmp_path / f"all{suffix}"

    cam.write(full, path)

    assert full == cam.read(path)
    assert "2025.11.1" == cam.read(path).version


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_is_written_twice_is_the_same_text(full, tmp_path: Path, suffix: str):
    once, twice = tmp_path / f"once{suffix}", tmp_path / f"twice{suffix}"

    cam.write(full, once)
    cam.write(cam.read(once), twice)

    assert once.read_bytes() == twice.read_bytes()


def test_the_bundled_data_reads_back_equal(tmp_path: Path):
    path = tmp_path / "bundled.json"

    cam.write(cam.load(), path)

    assert cam.load() == cam.read(path)


def test_a_dataset_without_a_version_stays_without(full, tmp_path: Path):
    content = document()
    del content["version"]
    read = read_document(content, tmp_path)

    cam.write(read, tmp_path / "again.toml")

    assert "version" not in tomllib.loads((tmp_path / "again.toml").read_text("utf-8"))
    assert "" == cam.read(tmp_path / "again.toml").version
    assert full != read


def test_written_files_are_made_for_people(full, tmp_path: Path):
    """Format first, kinds in order, records by id, defaults left out, figures in quotes."""
    cam.write(full, tmp_path / "all.json")

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
    cam.write(full, tmp_path / f"all{suffix}")

    position = cam.read(tmp_path / f"all{suffix}").people["dana-omarova"].positions[0]
    assert cam.NotStated() == position.as_of


@given(
    amount=st.decimals(min_value=0, max_value=10**20, places=3)
    | st.integers(min_value=0, max_value=10**34 - 1).map(Decimal),
    hedge=st.sampled_from([hedge for hedge in cam.Hedge if hedge is not cam.Hedge.RANGE]),
    rank=st.sampled_from(Rank),
    title=st.text(min_size=1).map(str.strip).filter(lambda text: text and text.isprintable()),
    as_of=st.sampled_from(["2025", "2025-11~", "2024-02-29?", "1999%"]),
    suffix=st.sampled_from(SUFFIXES),
)
def test_decoding_undoes_encoding(
    full, tmp_path_factory, amount, hedge, rank, title, as_of, suffix
):
    source = full.sources[EARLY]
    citation = Citation(source=source, start=0, end=4, digest="0" * 16, figure=title)
    statement = Stated(
        value=cam.Money(amount, "KZT"),
        hedge=hedge,
        rank=rank,
        reason="a slip" if rank is Rank.DEPRECATED else cam.NotStated(),
        as_of=cam.PartialDate.parse(as_of),
        citations=(citation,),
    )
    deal = Deal(
        id="a-deal",
        title=title,
        kind=DealKind.CONTRACT,
        amounts=(Amount(role=AmountRole.COST, statements=(statement,)),),
        citations=(citation,),
    )
    dataset = cam.Dataset.of({"sources": (source,), "deals": (deal,)}, version=title)
    path = tmp_path_factory.mktemp("law") / f"law{suffix}"

    cam.write(dataset, path)

    assert dataset == cam.read(path)


def unchecked(record, **changes):
    """Give a copy of a record with fields that its class would refuse."""
    made = object.__new__(type(record))
    for field in attrs.fields(type(record)):
        value = changes.get(field.name, getattr(record, field.name))
        object.__setattr__(made, field.name, value)
    return made


def test_no_part_of_a_file_is_left_where_the_text_cannot_be_made(tmp_path: Path, full):
    broken = unchecked(full.deals["zhetisu-umbrella"], title="half a character \ud800")
    dataset = cam.Dataset.of({**full.records, "deals": (broken,)})
    path = tmp_path / "all.json"
    path.write_text("what stood there before", "utf-8")

    with pytest.raises(InvalidValueError, match="half a character"):
        cam.write(dataset, path)

    assert [path] == list(tmp_path.iterdir())
    assert "what stood there before" == path.read_text("utf-8")


def test_no_part_of_a_file_is_left_where_it_cannot_be_put_in_place(tmp_path: Path, full):
    in_the_way = tmp_path / "deals.toml"
    in_the_way.mkdir()

    with pytest.raises(OSError, match=r"deals\.toml"):
        cam.write(full, tmp_path)

    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_a_written_file_has_the_permissions_of_any_new_file(tmp_path: Path, full):
    plain = tmp_path / "plain.txt"
    plain.touch()

    cam.write(full, tmp_path / "all.json")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert {stat.S_IMODE(plain.stat().st_mode)} == modes


@pytest.mark.parametrize("name", ["all.csv", "all", "all.json.bak"])
def test_another_ending_is_refused(tmp_path: Path, full, name: str):
    with pytest.raises(InvalidValueError, match=r"ends in neither \.toml nor \.json"):
        cam.write(full, tmp_path / name)

    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, full):
    with pytest.raises(MissingPathError, match="does not exist; create it first"):
        cam.write(full, tmp_path / "nowhere" / "all.json")


def test_without_the_toml_writer_the_error_says_how_to_get_it(monkeypatch, tmp_path, full):
    monkeypatch.setitem(sys.modules, "tomli_w", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'centralasia-minerals\[toml\]'") as e:
        cam.write(full, tmp_path / "all.toml")

    assert isinstance(e.value, ImportError)
    assert [] == list(tmp_path.iterdir())
    cam.write(full, tmp_path / "all.json")


def test_what_is_restored_of_a_snapshot_is_what_was_decoded(full):
    snapshot = to_snapshot((full.version, tuple(full.records.values())))

    version, kinds = from_snapshot(snapshot)

    restored = cam.Dataset.of(dict(zip(KINDS, kinds, strict=True)), version=version)
    assert full == restored
    assert [repr(e) for kind in full.records.values() for e in kind] == [
        repr(e) for kind in restored.records.values() for e in kind
    ]


def test_what_is_restored_has_what_is_derived_and_shares_its_references(full):
    _, kinds = from_snapshot(to_snapshot((full.version, tuple(full.records.values()))))

    restored = cam.Dataset.of(dict(zip(KINDS, kinds, strict=True)))
    deal, decoded = restored.deals["zhetisu-venture"], full.deals["zhetisu-venture"]
    assert decoded.stage is deal.stage
    assert decoded.implementation is deal.implementation
    assert decoded.value == deal.value
    assert [amount.stage for amount in decoded.amounts] == [amount.stage for amount in deal.amounts]
    assert deal.countries[0] is restored.countries["KZ"]
    assert deal.citations[0].source is restored.sources[EARLY]


def test_equal_values_are_laid_out_once(full):
    tables = tables_of(to_snapshot((full.version, tuple(full.records.values()))))

    rows = [json.dumps(row) for row in tables["rows"]]
    constants = [(type(constant), constant) for constant in tables["constants"]]
    classes = [(module, name) for module, name, _ in tables["classes"]]
    assert len(set(rows)) == len(rows)
    assert len(set(constants)) == len(constants)
    assert len(set(classes)) == len(classes)


def tables_of(snapshot: str) -> dict[str, list]:
    digest, content, end = snapshot.split("\n")
    assert (hashlib.sha256(content.encode()).hexdigest(), "") == (digest, end)
    return json.loads(content)


def test_a_snapshot_names_its_classes_and_their_fields(full):
    tables = tables_of(to_snapshot((full.version, tuple(full.records.values()))))

    named = {(module, name): fields for module, name, fields in tables["classes"]}
    assert ["code"] == named["values.currency", "Currency"]
    assert [field.name for field in attrs.fields(Deal)] == named["entities.deal", "Deal"]
    assert all(
        1 + len(tables["classes"][number][2]) == len([number, *arguments])
        for number, *arguments in tables["rows"]
        if tables["classes"][number][2]
    )


@pytest.mark.parametrize("unknown", [{"a dict": "is mutable"}, ["a list"], 1.5, {1}], ids=repr)
def test_a_snapshot_of_what_it_does_not_know_is_refused(unknown):
    with pytest.raises(attrs.exceptions.NotAnAttrsClassError, match=type(unknown).__name__):
        to_snapshot((unknown,))


def test_the_bundled_dataset_is_the_same_object_every_time():
    assert cam.load() is cam.load()
