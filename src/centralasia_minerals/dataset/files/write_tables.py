"""Writes plain tables as TOML or JSON, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingExtraError
from centralasia_minerals.rendering.files.whole_files import write_whole

WHAT = "a file to write"
"""What is written, in messages."""


def write_tables(tables: Mapping[str, object], path: Path) -> None:
    """Write tables to a file, which appears in its place only once it is complete.

    Raises:
        InvalidValueError: the file's name does not end in .toml or .json, or a text in the tables
            cannot be written.
        MissingPathError: the folder does not exist.
        FileAccessError: the system refuses to write, or something other than a file is there.
        MissingExtraError: tomli-w is needed and not installed.
    """
    write_whole({path: in_bytes(text_of_tables(tables, path))}, WHAT)


def text_of_tables(tables: Mapping[str, object], path: Path) -> str:
    """Return tables as text, in the format that the ending of a path names.

    Raises:
        InvalidValueError: the name does not end in .toml or .json, or the tables are nested too
            deeply or hold a key without a value.
        MissingExtraError: tomli-w is needed and not installed.
    """
    ending = path.suffix.lower()
    if ending in (".json", ".toml"):
        try:
            return _in_toml(tables) if ending == ".toml" else _in_json(tables)
        except RecursionError:
            raise InvalidValueError(WHAT, "it is nested too deeply", "nest it less") from None
        except TypeError:  # JSON has null, and TOML has nothing like it.
            found = "a key holds nothing, which TOML cannot write"
            raise InvalidValueError(WHAT, found, "leave the key out") from None
    found = f"{path.name!r:.120} ends in neither .toml nor .json"
    raise InvalidValueError(WHAT, found, "use one of these endings")


def in_bytes(text: str) -> bytes:
    """Return a text as UTF-8.

    Raises:
        InvalidValueError: half a character is in it.
    """
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        found = f"{text[max(0, error.start - 20) : error.end]!a} ends in half a character"
        raise InvalidValueError(WHAT, found, "write the character whole") from None


def _in_json(tables: Mapping[str, object]) -> str:
    return json.dumps(tables, ensure_ascii=False, indent=1) + "\n"


def _in_toml(tables: Mapping[str, object]) -> str:
    try:
        import tomli_w
    except ImportError:
        raise MissingExtraError(
            "write TOML", "tomli-w is not installed", "pip install 'centralasia-minerals[toml]'"
        ) from None
    return tomli_w.dumps(tables)
