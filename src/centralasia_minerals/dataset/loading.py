"""Loads the bundled dataset, and reads and writes data files of the user's own."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from centralasia_minerals.errors import DataError, InvalidTypeError

from .dataset import Dataset, as_dataset
from .freezing import thaw
from .kinds import KINDS
from .paths import as_path
from .reading import FORMAT, SIZE_LIMIT, read_files

BUNDLED = "bundled.json"


@lru_cache(maxsize=1)
def load() -> Dataset:
    """Give the bundled dataset: what four articles of 2025 document; the same object every time.

    >>> load() is load()
    True
    """
    frozen = files("centralasia_minerals.dataset").joinpath("data", BUNDLED).read_text("utf-8")
    version, kinds = thaw(json.loads(frozen))
    return Dataset.of(dict(zip(KINDS, kinds, strict=True)), version=version)


def read(
    path: str | Path, *, base: Dataset | None = None, max_bytes: int | None = SIZE_LIMIT
) -> Dataset:
    """Read a data file, or a folder of them, strictly: all of it or nothing.

    Args:
        path: a ``.toml`` or ``.json`` file, or a folder with such files; its subfolders and files
            with other endings are left alone.
        base: a dataset that the records may refer to; the result holds the file's own only, and
            ``base.merge(mine)`` joins them.
        max_bytes: the largest file that is read, 16 MiB by default; None lifts the limit.

    Raises:
        DataError: something is wrong; ``problems`` lists everything, each with file and place.
        MissingPathError: nothing stands at the path.
    """
    from .decoding import decode
    from .integrity import problems_between

    where = as_path(path, "data to read")
    known = None if base is None else as_dataset(base, "a base")
    if max_bytes is not None and type(max_bytes) is not int:
        raise InvalidTypeError("max_bytes", f"{max_bytes!r}", "give a whole number, or None")
    raw = read_files(where, max_bytes)
    records, references = decode(raw.records, known.records if known else {})
    problems = [*raw.problems, *references.problems]
    # What was built is whole, whatever else was not: it is checked as well.
    problems += problems_between(records, references)
    if problems:
        raise DataError(tuple(sorted(problems)))
    version = "+".join(dict.fromkeys(raw.versions))
    return Dataset.of(records, version=version, behind=(known,) if known else ())


def write(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset as one ``.json`` or ``.toml`` file, which ``read`` reads back as it was.

    Raises:
        MissingExtraError: the TOML writer is not installed.
        InvalidValueError: the file ends in something else.
        MissingPathError: the folder is not there.
    """
    from .encoding import encode
    from .writing import write_tables

    given, where = as_dataset(dataset, "a dataset to write"), as_path(path, "a file to write")
    header = {"format": FORMAT, **({"version": given.version} if given.version else {})}
    write_tables({**header, **encode(given.records)}, where)
