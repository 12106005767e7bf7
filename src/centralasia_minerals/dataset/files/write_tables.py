"""Writes plain tables as TOML or JSON, whole or not at all."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingExtraError, MissingPathError


def write_tables(tables: Mapping[str, object], path: Path) -> None:
    """Write tables to a file, which appears in its place only once it is complete.

    Raises:
        InvalidValueError: the file's name does not end in .toml or .json.
        MissingPathError: the folder does not exist.
        MissingExtraError: tomli-w is needed and not installed.
    """
    if path.suffix.lower() == ".json":
        text = json.dumps(tables, ensure_ascii=False, indent=1) + "\n"
    elif path.suffix.lower() == ".toml":
        text = toml_text(tables)
    else:
        found = f"{path.name!r} ends in neither .toml nor .json"
        raise InvalidValueError("a file to write", found, "use one of these endings")
    if not path.parent.is_dir():
        raise MissingPathError(
            "a file to write", f"the folder {str(path.parent)!r} does not exist", "create it first"
        )
    # It is written beside its place, to be moved there in one step and with the user's permissions.
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        unfinished.write_text(text, "utf-8", newline="\n")
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def toml_text(tables: Mapping[str, object]) -> str:
    """Return tables as TOML, written by the library tomli-w.

    Raises:
        MissingExtraError: tomli-w is not installed.
    """
    try:
        import tomli_w
    except ImportError:
        raise MissingExtraError(
            "write TOML", "tomli-w is not installed", "pip install 'centralasia-minerals[toml]'"
        ) from None
    return tomli_w.dumps(tables)
