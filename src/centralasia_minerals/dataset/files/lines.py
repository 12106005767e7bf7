"""Finds the line of a problem in its file, once somebody reads the problem.

A file is walked through once, whatever it holds; what stands in it was parsed before and is sound.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Sequence
from importlib.resources.abc import Traversable

from centralasia_minerals.errors import FileAccessError
from centralasia_minerals.rendering.files.file_access import content_of, is_folder

MOST_LINES = 100_000
"""How many problems of one reading come with their line; whoever has more mends these first."""

# A file that people edit is far shorter, and walking through a longer one takes seconds.
_MOST_CHARACTERS = 1_000_000
_MOST_BYTES = 4 * _MOST_CHARACTERS
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
# Space, line ends and comments, which JSON does not have.
_BETWEEN = re.compile(r"(?:[ \t\r\n]++|\#[^\n]*+)*+")
_TEXT = re.compile(
    r'"{3}(?:[^\\"]|\\.|"(?!""))*+"{3,5}+'
    r"|'{3}(?:[^']|'(?!''))*+'{3,5}+"
    r'|"(?:[^\\"\n]|\\[^\n])*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[\w-]++")
_BARE_VALUE = re.compile(r"[^,\[\]{}\#\n]*+")


class Lines:
    """The lines of files, by the paths of what stands in them."""

    def __init__(self, path: Traversable) -> None:
        self._path = path
        self._files: dict[str, tuple[_Place, Sequence[int]]] = {}

    def line_of(self, file: str, path: str) -> int | None:
        """Return the line, from 1, of a place in a file; of what is missing, that of its table.

        None stands for a file that is very long, or cannot be read any more.
        """
        if file not in self._files:
            self._files[file] = self._walked(file)
        place, ends = self._files[file]
        if not ends:
            return None
        for key, number in _STEP.findall(path):
            inner = place.within.get(int(number) if number else key)
            if inner is None:
                break
            place = inner
        return bisect_right(ends, place.at)

    def _walked(self, file: str) -> tuple[_Place, Sequence[int]]:
        """Return all places of a file, and where its lines begin; no line if it cannot be read."""
        what = "a line to find"
        try:
            place = self._path / file if is_folder(self._path, what) else self._path
            text = content_of(place, what, _MOST_BYTES).decode("utf-8")
            if len(text) > _MOST_CHARACTERS:
                return _Place(0), ()
            walk = _Walk(text)
            top = walk.value(0)[0] if file.lower().endswith(".json") else walk.tables()
        except (FileAccessError, ValueError, IndexError, RecursionError):
            return _Place(0), ()  # It was written anew in the meantime, and is not sound.
        return top, [0, *(end.end() for end in re.finditer("\n", text))]


class _Place:
    """Where a value begins in its file, and the places inside it by key or number."""

    __slots__ = ("at", "within")

    def __init__(self, at: int) -> None:
        self.at = at
        self.within: dict[str | int, _Place] = {}


class _Walk:
    """A walk through a text of TOML or JSON."""

    def __init__(self, text: str) -> None:
        self._text = text

    def tables(self) -> _Place:
        """Return all places of a file of TOML."""
        text, top = self._text, _Place(0)
        table, at = top, self._after(0)
        while at < len(text):
            start = at
            if text[at] != "[":
                at = self._key_and_value(at, table)
            else:
                is_listed = text.startswith("[[", at)
                keys, at = self._keys(at + 1 + is_listed)
                table = _table_at(top, keys, start, is_listed=is_listed)
                at += 1 + is_listed
            at = self._after(at)
        return top

    def value(self, at: int) -> tuple[_Place, int]:
        """Return the places of the value that begins somewhere, and where it ends."""
        at = self._after(at)
        place = _Place(at)
        opening = self._text[at]
        if opening not in "[{":
            pattern = _TEXT if opening in "\"'" else _BARE_VALUE
            return place, self._end(pattern, at)
        at = self._after(at + 1)
        while self._text[at] not in "]}":
            if opening == "[":
                place.within[len(place.within)], at = self.value(at)
            else:
                at = self._key_and_value(at, place)
            at = self._after(at)
            if self._text[at] == ",":
                at = self._after(at + 1)
        return place, at + 1

    def _key_and_value(self, at: int, table: _Place) -> int:
        """Note what a key of a table holds, and return where that ends."""
        keys, sign = self._keys(at)
        place, end = self.value(sign + 1)
        for key in keys[:-1]:
            table = table.within.setdefault(key, _Place(at))
        table.within.setdefault(keys[-1], place)
        return end

    def _keys(self, at: int) -> tuple[list[str], int]:
        """Return the parts of a key, and where the sign after it is."""
        keys = []
        while True:
            at = self._after(at)
            is_quoted = self._text[at] in "\"'"
            end = self._end(_TEXT if is_quoted else _BARE_KEY, at)
            keys.append(_unquoted(self._text[at:end]) if is_quoted else self._text[at:end])
            at = self._after(end)
            if self._text[at] != ".":
                return keys, at
            at += 1

    def _after(self, at: int) -> int:
        """Return where the space and the comments that begin somewhere end."""
        return self._end(_BETWEEN, at)

    def _end(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self._text, at)
        if found is None:
            raise ValueError(at)
        return found.end()


def _unquoted(text: str) -> str:
    """Return the key in quotes; in a form that no path has, if only TOML knows its escapes."""
    if text[0] == "'" or "\\" not in text:
        return text[1:-1]
    try:
        return str(json.loads(text))
    except ValueError:
        return text


def _table_at(top: _Place, keys: list[str], at: int, *, is_listed: bool) -> _Place:
    """Return the table that a header opens, and note where the header is."""
    table = top
    for key in keys[:-1]:
        table = _last(table.within.setdefault(key, _Place(at)))
    place = table.within.setdefault(keys[-1], _Place(at))
    if not is_listed:
        place.at = at  # Its own header, not that of a table inside it.
        return place
    opened = place.within[len(place.within)] = _Place(at)
    return opened


def _last(place: _Place) -> _Place:
    """Return the last table of a list; any other place as it is."""
    return place.within.get(len(place.within) - 1, place)
