"""Writes plain tables as TOML or JSON, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from centralasia_minerals.errors import InvalidValueError, MissingExtraError


def write_tables(tables: Mapping[str, object], path: Path) -> None:
    """Write tables to a file that is put in place only once it is complete."""
    if path.suffix == ".json":
        text = json.dumps(tables, ensure_ascii=False, indent=1) + "\n"
    elif path.suffix == ".toml":
        text = toml_text(tables)
    else:
        raise InvalidValueError("a file to write", f"{path.name!r}", "end it in .toml or .json")
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=path.suffix)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
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
