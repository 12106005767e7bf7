"""Loads the bundled dataset, and reads and writes your own data files."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from threading import Lock

from centralasia_minerals.errors import DataError, InvalidTypeError

from ..dataset import Dataset, as_dataset
from ..kinds import KINDS
from .raw_records import FORMAT, SIZE_LIMIT, read_files
from .snapshot import from_snapshot

_DATA = files("centralasia_minerals.dataset") / "data"
_LOADING = Lock()


def load() -> Dataset:
    """Return the bundled dataset, recorded from four articles of 2025; always the same object.

    Raises:
        DamagedInstallationError: the bundled data was altered after it was built.

    >>> load() is load()
    True
    """
    # Two threads that load at the same time must not get two datasets.
    with _LOADING:
        return _bundled()


@lru_cache(maxsize=1)
def _bundled() -> Dataset:
    snapshot = _DATA / "snapshot.json"
    if not snapshot.is_file():
        return bundled_records()  # An editable installation has no snapshot.
    try:
        text = snapshot.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        text = ""  # This has no valid digest, so it is reported as damaged.
    version, kinds = from_snapshot(text)
    return Dataset.of(dict(zip(KINDS, kinds, strict=True)), version=version)


def bundled_records() -> Dataset:
    """Read the bundled data files, in the same way as your own are read."""
    return _read(_DATA / "records", None, SIZE_LIMIT)


def read(
    path: str | Path, *, base: Dataset | None = None, max_bytes: int | None = SIZE_LIMIT
) -> Dataset:
    """Read a data file, or a folder of them, strictly: all of it or nothing.

    Args:
        path: a ``.toml`` or ``.json`` file, or a folder with such files; its subfolders and files
            with other endings are ignored.
        base: a dataset that the records may refer to; the result holds only your own records,
            and ``base.merge(mine)`` joins the two.
        max_bytes: the size in bytes of the largest file that is read, 16 MiB by default; None
            lifts the limit.

    Raises:
        DataError: something is wrong; ``problems`` lists everything, each with file and place.
        MissingPathError: there is no file or folder at the path.
        InvalidTypeError: the path, the base or the limit is of a wrong type.
    """
    where = _path_of(path, "data to read")
    known = None if base is None else as_dataset(base, "a base")
    if max_bytes is not None and type(max_bytes) is not int:
        raise InvalidTypeError.of("max_bytes", max_bytes, "give a whole number, or None")
    return _read(where, known, max_bytes)


def _read(path: Traversable, known: Dataset | None, max_bytes: int | None) -> Dataset:
    from .integrity import problems_between
    from .lines import Lines
    from .reference_resolver import ReferenceResolver
    from .suggestions import OpenProblems

    raw = read_files(path, max_bytes)
    resolver = ReferenceResolver(raw.records, known.records if known else {})
    records = resolver.build_all()
    problems = [*raw.problems, *resolver.problems]
    # Records that could be built are checked even if others could not, so that all problems show.
    problems += problems_between(records, resolver)
    if problems:
        raise DataError(OpenProblems(problems, Lines(path)))
    version = "+".join(dict.fromkeys(raw.versions))
    return Dataset.of(records, version=version, behind=(known,) if known else ())


def write(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset, from which ``read`` restores it exactly; the same dataset, the same bytes.

    Args:
        dataset: the dataset.
        path: a ``.json`` or ``.toml`` file; or a folder that exists, for a TOML file of each kind,
            named after it, with its records sorted by id. Files of kinds without records go.

    Raises:
        MissingExtraError: the TOML writer is not installed.
        InvalidValueError: the path is neither a folder nor ends in ``.json`` or ``.toml``, or two
            parts of a record have nothing that tells them apart.
        MissingPathError: the folder does not exist.
    """
    from ..merging import refuse_doubled
    from .encode import encode
    from .write_tables import toml_text, write_tables

    given, where = as_dataset(dataset, "a dataset to write"), _path_of(path, "a file to write")
    refuse_doubled(given.records)
    header = {"format": FORMAT, **({"version": given.version} if given.version else {})}
    tables = encode(given.records)
    if not where.is_dir():
        write_tables({**header, **tables}, where)
        return
    for kind in tables:
        toml_text({kind: tables[kind]})  # What cannot be written is told before anything is.
    for kind in given.records:
        file = where / f"{kind}.toml"
        if kind in tables:
            write_tables({**header, kind: tables[kind]}, file)
        else:
            file.unlink(missing_ok=True)


def _path_of(given: object, what: str) -> Path:
    if not isinstance(given, (str, Path)):
        raise InvalidTypeError.of(what, given, "give a path, as text or a Path")
    return Path(given)
