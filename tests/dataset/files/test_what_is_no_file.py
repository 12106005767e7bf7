"""A pipe, a device, a file that grows: nothing makes a reader wait, and everything is said."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import centralasia_minerals as cam
from centralasia_minerals.errors import (
    DataError,
    FileAccessError,
    InvalidTypeError,
    InvalidValueError,
    MissingPathError,
)

MINIMAL = 'format = 1\n[[countries]]\nid = "KZ"\nnames = [{ text = "Kazakhstan" }]\n'
NO_FILE = "it is a device, a pipe or a socket; give a file"
LONG_ENOUGH = 20


def in_time(function: Callable[[], Any]) -> Any:
    """Give what a function gives or raises, or fail if it takes long."""
    done: list[tuple[bool, Any]] = []

    def run() -> None:
        try:
            done.append((True, function()))
        except BaseException as error:
            done.append((False, error))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(LONG_ENOUGH)
    if not done:
        pytest.fail("it waits")
    works, found = done[0]
    if not works:
        raise found
    return found


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def a_link_to_a_pipe(path: Path) -> None:
    elsewhere = path.with_name("pipe")
    os.mkfifo(elsewhere)
    path.symlink_to(elsewhere)


def a_link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_link_to_nothing_ever(path: Path) -> None:
    path.symlink_to("/dev/null")


ODD = [a_pipe, a_socket, a_link_to_a_pipe, a_link_to_zeros, a_link_to_nothing_ever]


@pytest.mark.parametrize("make", ODD)
@pytest.mark.parametrize("max_bytes", [10**7, None])
@pytest.mark.parametrize("ending", ["toml", "json", "TOML"])
def test_what_is_no_file_is_a_problem_and_nobody_waits(
    tmp_path: Path, make: Callable[[Path], None], max_bytes: int | None, ending: str
):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")
    odd = tmp_path / f"odd.{ending}"
    make(odd)

    for asked in (odd, tmp_path):
        with pytest.raises(DataError) as refused:
            in_time(lambda asked=asked: cam.read(asked, max_bytes=max_bytes))
        assert [f"odd.{ending}: {NO_FILE}"] == list(map(str, refused.value.problems))


@pytest.mark.parametrize("make", ODD)
def test_no_other_door_waits_either(tmp_path: Path, make: Callable[[Path], None]):
    odd, text = tmp_path / "odd.toml", tmp_path / "odd.txt"
    make(odd)
    draft = tmp_path / "draft.toml"
    draft.write_text(
        '[[sources]]\nid = "s"\ntitle = "A page"\nread = "2025-01-02"\ntext = "odd.toml"\n', "utf-8"
    )
    text.symlink_to(odd)
    dataset = cam.load()

    for ask in (
        lambda: cam.build(odd, tmp_path / "made.toml"),
        lambda: cam.build(draft, tmp_path / "made.toml"),
    ):
        with pytest.raises((DataError, FileAccessError)):
            in_time(ask)
    assert not in_time(lambda: cam.check(odd)).ok
    assert not in_time(lambda: dataset.verify(tmp_path)).ok
    assert in_time(lambda: cam.coverage(dataset, tmp_path))


def test_a_folder_named_like_a_file_is_none(tmp_path: Path):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")
    (tmp_path / "deals.toml").mkdir()
    (tmp_path / "link.toml").symlink_to(tmp_path / "deals.toml")

    assert ("KZ",) == cam.read(tmp_path).countries.ids


@pytest.mark.parametrize("target", ["itself.toml", "nowhere.toml"])
def test_a_link_that_leads_nowhere_is_a_problem_of_a_folder(tmp_path: Path, target: str):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")
    (tmp_path / "itself.toml").symlink_to(target)

    with pytest.raises(DataError, match=r"itself\.toml: the file cannot be opened"):
        cam.read(tmp_path)
    with pytest.raises(MissingPathError):
        cam.read(tmp_path / "itself.toml")


def test_a_file_that_grows_is_not_read_for_ever(tmp_path: Path, monkeypatch):
    path = tmp_path / "countries.toml"
    path.write_text(MINIMAL, "utf-8")
    real = os.fstat

    def before_it_grew(number: int) -> os.stat_result:
        found = list(real(number))
        found[6] -= 10
        return os.stat_result(found)

    monkeypatch.setattr(os, "fstat", before_it_grew)

    for max_bytes in (None, 10**6):
        with pytest.raises(DataError, match="the file changed while it was read"):
            cam.read(path, max_bytes=max_bytes)


@pytest.mark.parametrize(
    "error",
    [PermissionError(errno.EACCES, "Permission denied"), OSError(errno.EIO, "Input/output error")],
)
@pytest.mark.parametrize("name", ["open", "fstat"])
def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, monkeypatch, name: str, error: OSError):
    path = tmp_path / "countries.toml"
    path.write_text(MINIMAL, "utf-8")

    def failing(*_given, **_named):
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os, name, failing)
        with pytest.raises(DataError) as refused:
            cam.read(path)

    assert f"the file cannot be opened: {error.strerror}" in str(refused.value)


@pytest.mark.parametrize("name", ["stat", "iterdir"])
def test_a_folder_that_cannot_be_looked_at_is_an_error_of_the_library(tmp_path, monkeypatch, name):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")

    def failing(*_given, **_named):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, name, failing)

    for ask in (
        lambda: cam.read(tmp_path),
        lambda: cam.load().verify(tmp_path),
        lambda: cam.check(tmp_path),
        lambda: cam.coverage(cam.load(), tmp_path),
    ):
        with pytest.raises(FileAccessError, match="Permission denied") as refused:
            ask()
        assert isinstance(refused.value, OSError)


@pytest.mark.parametrize(
    "max_bytes", [0, -1, -5, -(10**5000), 10**5000, 2**63, 2**64], ids=lambda one: hex(one)[:20]
)
def test_a_limit_that_no_file_can_have_is_refused(tmp_path: Path, max_bytes: int):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")

    with pytest.raises(InvalidValueError, match=r"max_bytes: (it is below 1|no file is so large)"):
        cam.read(tmp_path, max_bytes=max_bytes)


@pytest.mark.parametrize("max_bytes", ["a", "16", True, False, 1.5, b"1", [1]])
def test_a_limit_of_another_type_is_refused(tmp_path: Path, max_bytes: object):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")

    with pytest.raises(InvalidTypeError, match="max_bytes: "):
        cam.read(tmp_path, max_bytes=max_bytes)


@pytest.mark.parametrize("max_bytes", [len(MINIMAL), 2**31, 2**62, None])
def test_any_other_limit_serves(tmp_path: Path, max_bytes: int | None):
    (tmp_path / "countries.toml").write_text(MINIMAL, "utf-8")

    assert ("KZ",) == cam.read(tmp_path, max_bytes=max_bytes).countries.ids
