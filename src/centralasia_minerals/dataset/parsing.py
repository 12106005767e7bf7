"""Parses one data file into plain tables, within limits; what cannot be read is said in words."""

from __future__ import annotations

import codecs
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple


class UnquotedNumber(NamedTuple):
    """A number with a point that was not put in quotes; the decoder refuses it everywhere."""

    text: str

    def __repr__(self) -> str:
        return f"the unquoted number {self.text}"


class RepeatedKey(NamedTuple):
    """A table in which one key stands twice; the decoder refuses it everywhere."""

    key: str

    def __repr__(self) -> str:
        return f"a table in which the key {self.key!r} stands twice"


def is_data(file: Path) -> bool:
    """Say whether a file is one that can be parsed, by how its name ends."""
    return file.suffix.lower() in _PARSERS and not file.is_dir()


def parsed(file: Path, max_bytes: int | None) -> tuple[dict[str, object], str]:
    """Give a file's tables, or what is wrong with it."""
    parser = _PARSERS.get(file.suffix.lower())
    if parser is None:
        return {}, f"a file ending in {file.suffix!r}; give .toml or .json"
    try:
        with file.open("rb") as stream:
            content = stream.read() if max_bytes is None else stream.read(max_bytes + 1)
    except OSError as error:
        return {}, f"it cannot be opened: {error.strerror}"
    if max_bytes is not None and len(content) > max_bytes:
        return {}, f"larger than {max_bytes} bytes; lift the limit with max_bytes= if you trust it"
    if not content.strip():
        return {}, "the file is empty; give it a header and records"
    if content.startswith(codecs.BOM_UTF8):
        return {}, "it begins with a byte order mark; save it as plain UTF-8"
    try:
        tables = parser(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return {}, f"not UTF-8 at byte {error.start}; save it as UTF-8"
    except RecursionError:
        return {}, "nested without end"
    except ValueError as error:
        return {}, f"not {file.suffix[1:].upper()}: {error}"
    if isinstance(tables, RepeatedKey):
        return {}, f"{tables!r}; write it once"
    return (tables, "") if isinstance(tables, dict) else ({}, "write a table of kinds at the top")


def _parse_json(text: str) -> object:
    return json.loads(
        text,
        parse_float=UnquotedNumber,
        parse_constant=UnquotedNumber,
        object_pairs_hook=_without_duplicates,
    )


def _parse_toml(text: str) -> object:
    if _ENDLESS_KEY.search(text):
        raise RecursionError
    return tomllib.loads(text, parse_float=UnquotedNumber)


def _without_duplicates(pairs: list[tuple[str, object]]) -> object:
    table = dict(pairs)
    if len(table) == len(pairs):
        return table
    keys = [key for key, _ in pairs]
    return RepeatedKey(next(key for key in keys if keys.count(key) > 1))


# A dotted key nests as deep as it is long, and tomllib takes the square of its length in time.
_ENDLESS_KEY = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){100}")
_PARSERS: dict[str, Callable[[str], object]] = {".toml": _parse_toml, ".json": _parse_json}
