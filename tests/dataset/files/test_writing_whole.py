"""What is written is whole, can be read back, and leaves everything else as it was."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import attrs
import pytest
from full_document import document, read_document
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.errors import FileAccessError, InvalidValueError, MissingPathError

FULL_DISK = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> cam.Dataset:
    return read_document(document(), tmp_path_factory.mktemp("full"))


def unchecked(record, **changes):
    """Give a copy of a record with fields that its class would refuse."""
    made = object.__new__(type(record))
    for field in attrs.fields(type(record)):
        value = changes.get(field.name, getattr(record, field.name))
        object.__setattr__(made, field.name, value)
    return made


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755])
def test_a_file_keeps_its_permissions(tmp_path: Path, full, mode: int):
    path = tmp_path / "all.json"
    path.write_text("what stood there", "utf-8")
    path.chmod(mode)

    cam.write(full, path)

    assert mode == stat.S_IMODE(path.stat().st_mode)
    assert full == cam.read(path)


@pytest.mark.skipif(not hasattr(os, "chown") or os.geteuid() != 0, reason="root alone may give")
def test_a_file_keeps_its_owner(tmp_path: Path, full):
    """Otherwise, one that only its owner may read would be lost to him."""
    path = tmp_path / "all.json"
    path.touch(0o600)
    os.chown(path, 12345, 12345)

    cam.write(full, path)

    assert (12345, 12345) == (path.stat().st_uid, path.stat().st_gid)


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_a_link_is_followed_and_stays(tmp_path: Path, full, there: bool):
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "data.toml", tmp_path / "link.toml"
    link.symlink_to(Path("elsewhere", "data.toml"))
    if there:
        target.touch(0o600)

    cam.write(full, link)

    assert link.is_symlink()
    assert full == cam.read(target)
    assert not there or stat.S_IMODE(target.stat().st_mode) == 0o600
    assert ["data.toml"] == [file.name for file in target.parent.iterdir()]


def test_links_in_a_folder_are_followed_and_stay(tmp_path: Path, full):
    (tmp_path / "data").mkdir()
    (tmp_path / "real.toml").touch()
    (tmp_path / "data" / "deals.toml").symlink_to(tmp_path / "real.toml")

    cam.write(full, tmp_path / "data")

    assert (tmp_path / "data" / "deals.toml").is_symlink()
    assert full == cam.read(tmp_path / "data")
    assert b"zhetisu-venture" in (tmp_path / "real.toml").read_bytes()


@pytest.mark.parametrize("target", ["itself.json", "/dev/null", "a-pipe"])
def test_what_is_no_file_is_left_alone(tmp_path: Path, full, target: str):
    os.mkfifo(tmp_path / "a-pipe")
    link = tmp_path / "itself.json"
    link.symlink_to(target)
    kind = stat.S_IFMT(Path("/dev/null").stat().st_mode)

    with pytest.raises(FileAccessError):
        cam.write(full, link)

    assert link.is_symlink()
    assert kind == stat.S_IFMT(Path("/dev/null").stat().st_mode)
    assert {"a-pipe", "itself.json"} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize("length", [100, 240, 250, 255])
@pytest.mark.parametrize("letter", ["a", "я"])
def test_a_name_may_be_as_long_as_the_system_lets_it(tmp_path: Path, full, length, letter):
    """The file that is written first has a short name, whatever the other is."""
    stem = letter * ((length - len(".json")) // len(letter.encode()))
    path = tmp_path / f"{stem}.json"

    cam.write(full, path)

    assert [path] == list(tmp_path.iterdir())


def test_a_longer_name_is_refused_and_nothing_left(tmp_path: Path, full):
    with pytest.raises(FileAccessError, match="name too long"):
        cam.write(full, tmp_path / f"{'a' * 300}.json")

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["fsync", "replace", "open", "unlink", "fchown"])
@pytest.mark.parametrize("works", range(12))
def test_a_failure_leaves_all_files_of_a_folder_as_they_were(
    tmp_path: Path, full, monkeypatch, name: str, works: int
):
    """Whichever call fails, after any number of calls that work."""
    cam.write(full, tmp_path)
    before = contents(tmp_path)
    fewer = cam.Dataset.of({**full.records, "statistics": ()}, version="another")
    real, calls = getattr(os, name), []

    def failing(*given, **named):
        calls.append(given)
        if len(calls) > works:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*given, **named)

    monkeypatch.setattr(os, name, failing)
    said = ""
    try:
        cam.write(fewer, tmp_path)
    except FileAccessError as error:
        said = str(error)
    monkeypatch.undo()

    assert (full if said else fewer) == cam.read(tmp_path)
    assert not said or before == contents(tmp_path)
    assert not said or "No space left on device" in said
    assert not [file for file in tmp_path.iterdir() if file.suffix != ".toml"]


@pytest.mark.parametrize("name", ["fsync", "replace", "open"])
@pytest.mark.parametrize("error", [FULL_DISK, PermissionError(errno.EACCES, "Permission denied")])
def test_a_file_is_as_it_was_if_it_cannot_be_written(
    tmp_path: Path, full, monkeypatch, name: str, error: OSError
):
    path = tmp_path / "all.json"
    path.write_text("what stood there", "utf-8")

    def failing(*_given, **_named):
        raise error

    monkeypatch.setattr(os, name, failing)
    with pytest.raises(FileAccessError, match=error.strerror):
        cam.write(full, path)
    monkeypatch.undo()

    assert {"all.json": b"what stood there"} == contents(tmp_path)


def test_an_interruption_leaves_nothing_behind_either(tmp_path: Path, full, monkeypatch):
    def interrupted(*_given, **_named):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cam.write(full, tmp_path / "all.json")
    monkeypatch.undo()

    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_not_there(tmp_path: Path, full):
    (tmp_path / "file").touch()

    with pytest.raises(MissingPathError, match="create it first"):
        cam.write(full, tmp_path / "file" / "all.json")


UNREADABLE = ["A\nB", "half \ud800", "a\x00b", "\x1b[31mred", " ", "", "a\u202eb", "\x85"]


@pytest.mark.parametrize("title", UNREADABLE)
@pytest.mark.parametrize("name", ["all.json", "all.toml", ""])
def test_what_read_would_refuse_is_not_written(tmp_path: Path, full, title: str, name: str):
    """Made in Python, it would be lost as soon as it is in a file."""
    odd = unchecked(full.deals["zhetisu-umbrella"], title=title)
    dataset = cam.Dataset.of({**full.records, "deals": (odd,)})

    with pytest.raises(InvalidValueError) as refused:
        cam.write(dataset, tmp_path / name)

    assert [] == list(tmp_path.iterdir())
    assert str(refused.value).isprintable()


def test_everything_that_read_would_refuse_is_told_at_once(tmp_path: Path, full):
    odd = unchecked(full.deals["zhetisu-umbrella"], title="A\nB", topics=("a\nb",))
    bare = unchecked(full.deals["zhetisu-venture"], id="bare", citations=(), amounts=(), stages=())

    with pytest.raises(InvalidValueError) as refused:
        cam.write(cam.Dataset.of({**full.records, "deals": (odd, bare)}), tmp_path / "all.json")

    fields = {one.field for one in (refused.value, *refused.value.also)}
    assert {"deals[1].title", "deals[1].topics[0]"} <= fields


@pytest.mark.parametrize("version", ["a\nb", "\x1b[31m", "\ud800", " "])
def test_a_version_that_read_would_refuse_is_not_written(tmp_path: Path, full, version: str):
    """If a dataset may have such a version at all."""
    try:
        dataset = Dataset.of(full.records, version=version)
    except InvalidValueError:
        return

    with pytest.raises(InvalidValueError):
        cam.write(dataset, tmp_path / "all.json")

    assert [] == list(tmp_path.iterdir())


def test_a_dataset_without_records_is_not_written(tmp_path: Path):
    """No file without records is read."""
    for path in (tmp_path / "all.json", tmp_path):
        with pytest.raises(InvalidValueError, match="it has no records"):
            cam.write(cam.Dataset.of({}), path)

    assert [] == list(tmp_path.iterdir())


def test_what_refers_to_a_base_is_written_and_read_on_it(tmp_path: Path, full):
    alone = cam.Dataset.of({"deals": full.deals.entities}, version="mine", behind=(full,))

    cam.write(alone, tmp_path / "mine.toml")

    assert alone == cam.read(tmp_path / "mine.toml", base=full)


@given(
    kinds=st.sets(st.sampled_from(["deals", "events", "people", "organizations", "statistics"])),
    day=st.sampled_from(["2025-02", "2025-03", "2025-11", "2026"]),
)
def test_whatever_is_written_is_read_back(full, tmp_path_factory, kinds, day):
    """Or else it is refused: views, and datasets that lack kinds which others refer to."""
    view = full.as_of(day)
    dataset = cam.Dataset.of({k: e for k, e in view.records.items() if k not in kinds})
    path = tmp_path_factory.mktemp("law") / "some.json"

    try:
        cam.write(dataset, path)
    except InvalidValueError:
        assert not path.exists()
        return

    assert dataset == cam.read(path, base=view)
