"""Finds the line of a problem in its file, once somebody reads the problem."""

from __future__ import annotations

import json
import re
from importlib.resources.abc import Traversable
from typing import Any

from centralasia_minerals.errors import FileAccessError

from ..file_access import content_of, is_folder

MOST_LINES = 50
"""How many problems of one reading come with their line; whoever has more mends these first."""

# A file that people edit is far shorter, and to parse a longer one takes seconds.
_MOST_CHARACTERS = 1_000_000
_MOST_BYTES = 4 * _MOST_CHARACTERS
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_HEADER = re.compile(r"\s*\[+\s*([A-Za-z_.]+)\s*\]+")
_MARK = "a text that stands in no file of data"


class Lines:
    """The lines of files; those in TOML are found by tomlkit (extra ``toml``), or else not."""

    def __init__(self, path: Traversable) -> None:
        self._path = path
        self._texts: dict[str, str] = {}

    def line_of(self, file: str, path: str) -> int | None:
        """Return the line, from 1, of a place in a file; of what is missing, that of its table."""
        steps, text = _steps(path), self._text(file)
        if file.lower().endswith(".json"):
            return text.count("\n", 0, _place_in_json(text, steps)) + 1 if text else None
        try:
            import tomlkit
        except ImportError:
            return None
        if len(steps) == 1:
            found = re.search(
                rf"^\s*(\[*\s*{re.escape(path)}\s*\]*|{re.escape(path)}\s*=.*)$", text, re.M
            )
            return text.count("\n", 0, found.end()) + 1 if found else (1 if text else None)
        first, record = _record_in(text, steps)
        try:
            document = tomlkit.parse(record)
        except ValueError:
            return None
        if document.as_string() != record:
            return (
                None  # It was put into another order, so that its lines are not those of the file.
            )
        restore = _marking(document, steps)
        if restore is None:
            return first if record else None
        before, mark, _ = document.as_string().partition(_MARK)
        restore()
        return first + before.count("\n") if mark else None

    def _text(self, file: str) -> str:
        if file not in self._texts:
            self._texts[file] = self._read(file)
        return self._texts[file]

    def _read(self, file: str) -> str:
        what = "a line to find"
        try:
            place = self._path / file if is_folder(self._path, what) else self._path
            text = content_of(place, what, _MOST_BYTES).decode("utf-8")
        except (FileAccessError, UnicodeDecodeError):
            return ""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text if len(text) <= _MOST_CHARACTERS else ""


def _place_in_json(text: str, steps: list[str | int]) -> int:
    """Return where the value at a path begins, or the deepest one on the path that there is."""
    decoder = json.JSONDecoder()
    at = _past_space(text, 0)
    for step in steps:
        inner, number = _past_space(text, at + 1), 0
        while text[inner : inner + 1] not in ("", "]", "}"):
            key: str | int = number
            if text[at] == "{":
                key, end = decoder.raw_decode(text, inner)
                inner = _past_space(text, _past_space(text, end) + 1)
            if key == step:
                break
            end = _past_space(text, decoder.raw_decode(text, inner)[1])
            inner, number = _past_space(text, end + 1) if text[end] == "," else end, number + 1
        else:
            return at
        at = inner
    return at


def _past_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _record_in(text: str, steps: list[str | int]) -> tuple[int, str]:
    """Return the part of a text that holds a record, and its first line; else the whole text.

    In the path, the record becomes the first of its kind.
    """
    if len(steps) < 2 or not isinstance(steps[1], int):
        return 1, text
    kind = str(steps[0])
    headers = [
        (number, found[1])
        for number, line in enumerate(text.split("\n"))
        if (found := _HEADER.match(line))
    ]
    own = [number for number, name in headers if name == kind]
    if steps[1] >= len(own):
        return 1, text
    start = own[steps[1]]
    later = (n for n, name in headers if n > start and not name.startswith(f"{kind}."))
    steps[1] = 0
    return start + 1, "\n".join(text.split("\n")[start : next(later, None)])


def _steps(path: str) -> list[str | int]:
    return [int(number) if number else key for key, number in _STEP.findall(path)]


def _marking(document: Any, steps: list[str | int]) -> Any:
    """Mark the deepest place on a path that has a line; return what takes the mark away again."""
    parents = [document]
    for step in steps:
        try:
            parents.append(parents[-1][step])
        except (KeyError, IndexError, TypeError):
            break
    for number in range(len(parents) - 1, 0, -1):
        undo = _marked(parents[number - 1], steps[number - 1], parents[number])
        if undo is not None:
            return undo
    return None


def _marked(parent: Any, step: str | int, item: Any) -> Any:
    """Mark an item: a table at its header, a value in its place; None if it has no line."""
    from tomlkit.items import AoT, Table

    if isinstance(item, AoT):
        item = item[0]
    if isinstance(item, Table):
        if item.is_super_table():
            return None
        trivia = item.trivia
        comment, trivia.comment = trivia.comment, _MARK

        def restore() -> None:
            trivia.comment = comment

        return restore
    try:
        parent[step] = _MARK
    except (TypeError, ValueError):
        return None

    def put_back() -> None:
        parent[step] = item

    return put_back
