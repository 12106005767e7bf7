"""Parses one data file into plain tables, within limits, or explains why it cannot be read."""

from __future__ import annotations

import codecs
import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import NamedTuple

from centralasia_minerals.errors import FileAccessError
from centralasia_minerals.rendering.files.file_access import content_of, is_folder


class UnquotedNumber(NamedTuple):
    """A number with a decimal point and without quotes; the decoder rejects it everywhere.

    Attributes:
        text: the number as written in the file.
    """

    text: str

    def __repr__(self) -> str:
        return f"the unquoted number {self.text:.60}"


class RepeatedKey(NamedTuple):
    """A table that has one key twice; the decoder rejects it everywhere.

    Attributes:
        key: the key.
    """

    key: str

    def __repr__(self) -> str:
        return f"a table with the key {self.key!r} twice"


def is_data(file: Traversable) -> bool:
    """Whether a file can be parsed, going by the ending of its name."""
    return _ending(file).lower() in _PARSERS and not is_folder(file, "data to read")


def _ending(file: Traversable) -> str:
    return PurePath(file.name).suffix


def parsed(file: Traversable, max_bytes: int | None) -> tuple[dict[str, object], str]:
    """Return a file's tables and an empty text, or no tables and what is wrong with the file."""
    ending = _ending(file)
    if ending.lower() not in _PARSERS:
        return {}, f"files ending in {ending!r} cannot be read; give a .toml or .json file"
    try:
        content = content_of(file, "data to read", max_bytes)
    except FileAccessError as error:
        return {}, f"{error.found}; {error.remedy}"
    if max_bytes is not None and len(content) > max_bytes:
        return {}, f"the file is over {max_bytes} bytes long; if you trust it, pass max_bytes=None"
    return parsed_content(content, ending)


def parsed_content(content: bytes, ending: str) -> tuple[dict[str, object], str]:
    """Return the tables in the content of a file, or what is wrong with it."""
    if not content.strip():
        return {}, "the file is empty; add a header and records"
    if content.startswith(codecs.BOM_UTF8):
        return {}, "the file begins with a byte order mark; save it as UTF-8 without one"
    try:
        tables = _PARSERS[ending.lower()](content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return {}, f"the file is not UTF-8 at byte {error.start}; save it as UTF-8"
    except RecursionError:
        return {}, "the file is nested too deeply; nest it less"
    except ValueError as error:
        return {}, f"the file is not valid {ending[1:].upper()}: {error}"
    if isinstance(tables, RepeatedKey):
        return {}, f"{tables!r}; write it once"
    return (tables, "") if isinstance(tables, dict) else ({}, _NOT_A_TABLE)


def _parse_json(text: str) -> object:
    return json.loads(
        text,
        parse_float=UnquotedNumber,
        parse_int=_whole,
        parse_constant=UnquotedNumber,
        object_pairs_hook=_without_duplicates,
    )


def _whole(text: str) -> int | UnquotedNumber:
    """Return a whole number, unless it has more digits than Python reads."""
    return int(text) if len(text) < _MOST_DIGITS else UnquotedNumber(text)


def _parse_toml(text: str) -> object:
    if _has_endless_key(text):
        raise RecursionError
    return tomllib.loads(text, parse_float=UnquotedNumber)


def _has_endless_key(text: str) -> bool:
    """Whether a dotted key has over a hundred parts; comments and texts are not looked into.

    A key nests as deep as it is long, and tomllib needs time by the square of its length.
    """
    # A key stands in one line, and hardly any line has so many points.
    if all(line.count(".") < _MOST_POINTS for line in text.split("\n")):
        return False
    return any(token.lastgroup == "endless" for token in _TOML_TOKEN.finditer(text))


def _without_duplicates(pairs: list[tuple[str, object]]) -> object:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    times = Counter(key for key, _ in pairs)
    return RepeatedKey(next(key for key in times if times[key] > 1))


_MOST_POINTS = 100
_MOST_DIGITS = 4_300
# Every part takes what it can and gives nothing back, and what lacks its closing quotes ends with
# the line or the file, so that no character is looked at more than a few times.
_KEY_PART = r"""(?:[\w-]++|"(?:[^\\"\n]|\\[^\n])*+"?+|'[^'\n]*+'?+)"""
_TOML_TOKEN = re.compile(
    rf"""
      \#[^\n]*+  # a comment
    | \"{{3}}(?:[^\\"]|\\.|\"(?!\"\"))*+\"{{0,5}}+  # a text of several lines
    | '{{3}}(?:[^']|'(?!''))*+'{{0,5}}+
    | (?P<endless>(?:{_KEY_PART}[ \t]*+\.[ \t]*+){{{_MOST_POINTS}}}+)
    | {_KEY_PART}(?:[ \t]*+\.[ \t]*+{_KEY_PART})*+  # a key, a text of one line or a number
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_A_TABLE = "the top level is not a table; write one whose keys are kinds of record"
_PARSERS: dict[str, Callable[[str], object]] = {".toml": _parse_toml, ".json": _parse_json}
