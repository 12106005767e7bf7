"""Whatever a path is, every function that takes one works or raises a documented error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.errors import (
    CentralAsiaMineralsError,
    InvalidTypeError,
    InvalidValueError,
    MissingPathError,
)

MINIMAL = 'format = 1\n[[countries]]\nid = "KZ"\nnames = [{ text = "Kazakhstan" }]\n'
DATA = cam.load()
SOURCE = DATA.sources.ids[0]

READERS: dict[str, Callable[[Any], object]] = {
    "read": lambda path: cam.read(path),
    "verify": lambda path: DATA.verify(path),
    "copies of one": lambda path: DATA.verify(".", copies={SOURCE: path}),
    "copies of several": lambda path: DATA.verify(".", copies={SOURCE: [path]}),
    "coverage": lambda path: cam.coverage(DATA, path),
    "check": lambda path: cam.check(path),
    "texts of a check": lambda path: cam.check("good.toml", texts=path),
    "build": lambda path: cam.build(path, "made.toml"),
}
WRITERS: dict[str, Callable[[Any], object]] = {
    "write": lambda path: cam.write(DATA, path),
    "build into": lambda path: cam.build("good.toml", path),
}
COMMANDS: dict[str, Callable[[str], list[str]]] = {
    "cite": lambda path: ["cite", path, "words"],
    "source": lambda path: ["source", path, "--read", "2025-01-02"],
    "build": lambda path: ["build", path],
    "build into": lambda path: ["build", "good.toml", "--output", path],
    "check": lambda path: ["check", path],
    "check texts": lambda path: ["check", "good.toml", "--texts", path],
}
TOO_LONG = {"of 300": "a" * 300, "of 300, toml": f"{'a' * 300}.toml", "of 5,000": "a" * 5_000}
TOO_LONG["deep"] = "a/" * 3_000 + "a.toml"
NO_NAME = {"NUL": "a\0.toml", "half a character": "a\ud800.toml", "empty": ""}
NO_PATH = [None, 5, b"a.toml", ["a.toml"], 1.5, True, object]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.toml").write_text(MINIMAL, "utf-8")
    return tmp_path


@pytest.mark.parametrize("path", TOO_LONG.values(), ids=TOO_LONG)
@pytest.mark.parametrize("ask", READERS.values(), ids=READERS)
def test_nothing_is_where_a_path_is_too_long(ask: Callable, path: str):
    for given in (path, Path(path)):
        with pytest.raises(MissingPathError) as refused:
            ask(given)

        assert len(str(refused.value)) < 300


@pytest.mark.parametrize("path", TOO_LONG.values(), ids=TOO_LONG)
@pytest.mark.parametrize("ask", WRITERS.values(), ids=WRITERS)
def test_nothing_is_written_where_a_path_is_too_long(here: Path, ask: Callable, path: str):
    with pytest.raises(CentralAsiaMineralsError):
        ask(path)

    assert [here / "good.toml"] == list(here.iterdir())


@pytest.mark.parametrize("path", NO_NAME.values(), ids=NO_NAME)
@pytest.mark.parametrize("ask", [*READERS.values(), *WRITERS.values()], ids=[*READERS, *WRITERS])
def test_what_no_file_can_be_named_is_refused(here: Path, ask: Callable, path: str):
    with pytest.raises(InvalidValueError) as refused:
        ask(path)

    assert str(refused.value).isprintable()
    assert [here / "good.toml"] == list(here.iterdir())


@pytest.mark.parametrize("path", NO_PATH, ids=repr)
@pytest.mark.parametrize("ask", [*READERS.values(), *WRITERS.values()], ids=[*READERS, *WRITERS])
def test_what_is_no_path_is_refused(ask: Callable, path: object):
    if path is None and ask is READERS["texts of a check"]:
        return  # no texts are given
    if isinstance(path, list) and ask is READERS["copies of one"]:
        path = [path]

    with pytest.raises(InvalidTypeError):
        ask(path)


@pytest.mark.parametrize("path", {**TOO_LONG, **NO_NAME}.values(), ids=[*TOO_LONG, *NO_NAME])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_command_says_so_and_fails(capsys, command: Callable[[str], list[str]], path: str):
    assert 1 == main(command(path))

    told = capsys.readouterr()
    assert all(line.isprintable() for line in (told.out + told.err).splitlines())
    assert told.err.strip()
    assert "Traceback" not in told.err


@pytest.mark.parametrize("name", ["a\n.toml", "\x1b[31m.toml", "\u202e.toml", "a\udcff.toml"])
def test_a_name_that_cannot_be_printed_is_shown_with_escapes(here: Path, capsys, name: str):
    """Such files can be; the last is a name in another encoding than UTF-8."""
    (here / name).write_text(MINIMAL.replace("KZ", "Nowhere"), "utf-8")

    with pytest.raises(cam.DataError) as refused:
        cam.read(name)
    assert 1 == main(["check", name])
    assert 1 == main(["build", name])
    (here / name).write_text(MINIMAL, "utf-8")
    assert 0 == main(["build", name])

    told = capsys.readouterr()
    shown = str(refused.value) + told.out + told.err
    assert all(line.isprintable() for line in shown.splitlines())
    assert [name] == [problem.file for problem in refused.value.problems][:1]


def test_a_text_is_read_whatever_its_name(here: Path, capsys):
    (here / "\x1b[31m.txt").write_text("A headline\nSome words.", "utf-8")

    assert 0 == main(["cite", "\x1b[31m.txt", "Some words"])


@pytest.mark.parametrize("size", [16 * 1024 * 1024 + 1, 3 * 1024**3])
def test_a_text_far_too_long_is_refused_unread(here: Path, capsys, size: int):
    with (here / "long.txt").open("wb") as stream:
        stream.truncate(size)  # A hole, which takes no space.

    assert 1 == main(["cite", "long.txt", "words"])
    assert "over 16777216 bytes" in capsys.readouterr().err
