"""Writes plain tables as TOML or JSON, whole or not at all."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingExtraError, MissingPathError


def write_tables(tables: Mapping[str, object], path: Path) -> None:
    """Write tables to a file that is put in place only once it is complete."""
    if path.suffix.lower() == ".json":
        text = json.dumps(tables, ensure_ascii=False, indent=1) + "\n"
    elif path.suffix.lower() == ".toml":
        text = toml_text(tables)
    else:
        raise InvalidValueError("a file to write", f"{path.name!r}", "end it in .toml or .json")
    if not path.parent.is_dir():
        raise MissingPathError(
            "a file to write", f"no folder {str(path.parent)!r}", "make the folder first"
        )
    # Beside its place, so that it can be put there in one step, and with the user's permissions.
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        unfinished.write_text(text, "utf-8", newline="\n")
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def toml_text(tables: Mapping[str, object]) -> str:
    """Write tables as TOML, with the library tomli-w.

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
