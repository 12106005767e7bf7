"""Reads and writes data files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from centralasia_minerals.entities.base.field_checks import refuse
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import DataError, InvalidTypeError, InvalidValueError
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT, is_folder, path_of

from ..dataset import Dataset, as_dataset
from ..kinds import Records

# What is bundled is loaded without any of these.
if TYPE_CHECKING:
    from .lines import Lines
    from .raw_records import RawData
    from .reference_resolver import ReferenceResolver
    from .suggestions import OpenProblem

_LARGEST_FILE = 2**63 - 2  # No system counts further.


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
        FileAccessError: the system does not let anybody look at the path, or read the folder.
        InvalidTypeError: the path, the base or the limit is of a wrong type.
        InvalidValueError: no file can be at such a path, or be of such a size.
    """
    where = path_of(path, "data to read")
    known = None if base is None else as_dataset(base, "a base")
    _check_limit(max_bytes)
    return read_at(where, known, max_bytes)


def _check_limit(max_bytes: object) -> None:
    if max_bytes is None:
        return
    remedy = "give a whole number, or None for any size"
    if type(max_bytes) is not int:
        raise InvalidTypeError.of("max_bytes", max_bytes, remedy)
    if not 0 < max_bytes <= _LARGEST_FILE:
        found = "it is below 1" if max_bytes < 1 else "no file is so large"
        raise InvalidValueError("max_bytes", found, remedy)


def read_at(path: Traversable, known: Dataset | None, max_bytes: int | None) -> Dataset:
    """Return the dataset of the files at a path; see ``read``."""
    from .lines import Lines
    from .raw_records import read_files

    return dataset_of(read_files(path, max_bytes), known, Lines(path))


def dataset_of(raw: RawData, known: Dataset | None, lines: Lines | None) -> Dataset:
    """Return the dataset of what has been read, which may refer to another.

    Raises:
        DataError: something is wrong; the error lists everything, with the lines.
    """
    from .suggestions import OpenProblems, unbuilt_drafts

    records, problems = built(raw, known.records if known else {})
    if problems:
        raise DataError(OpenProblems([*unbuilt_drafts(problems), *problems], lines))
    version = "+".join(dict.fromkeys(raw.versions))
    return Dataset.of(records, version=version, behind=(known,) if known else ())


def built(
    raw: RawData, base: Records, behind: Iterable[str] = ()
) -> tuple[Records, list[OpenProblem]]:
    """Return the records of files, as far as they can be built, and all that is wrong.

    Args:
        raw: what the files hold.
        base: records that those of the files may refer to.
        behind: the ids of other deals that relations may name.
    """
    return resolved(raw, base, behind)[1:]


def resolved(
    raw: RawData, base: Records, behind: Iterable[str] = ()
) -> tuple[ReferenceResolver, Records, list[OpenProblem]]:
    """Return the same as ``built``, behind what resolved the references and knows the places."""
    from .integrity import problems_between
    from .reference_resolver import ReferenceResolver

    resolver = ReferenceResolver(raw.records, base)
    records = resolver.build_all()
    problems = [*raw.problems, *resolver.problems]
    # Records that could be built are checked even if others could not, so that all problems show.
    problems += problems_between(records, resolver, frozenset(behind))
    return resolver, records, problems


def write(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset, from which ``read`` restores it exactly; the same dataset, the same bytes.

    A file that is there keeps its permissions, and a link still leads to its file. If anything
    fails, all files are as they were before.

    Args:
        dataset: the dataset.
        path: a ``.json`` or ``.toml`` file; or a folder that exists, for a TOML file of each kind,
            named after it, with its records sorted by id. Files of kinds without records go.

    Raises:
        MissingExtraError: the TOML writer is not installed.
        InvalidTypeError: the dataset or the path is of a wrong type.
        InvalidValueError: the path is neither a folder nor ends in ``.json`` or ``.toml``, or
            ``read`` would refuse the file, because two parts of a record have nothing that tells
            them apart, for example; the message says why.
        MissingPathError: the folder does not exist.
        FileAccessError: the system refuses to write, or something other than a file is there.
    """
    from centralasia_minerals.rendering.files.whole_files import write_whole

    from ..joining.merging import refuse_doubled
    from .write_tables import WHAT, in_bytes, text_of_tables

    given, where = as_dataset(dataset, "a dataset to write"), path_of(path, WHAT)
    refuse_doubled(given.records)
    tables = _tables_by_file(given, where)
    contents = {file: in_bytes(text_of_tables(held, file)) for file, held in tables.items()}
    _refuse_what_is_read_otherwise(given, contents)
    kinds = given.records if is_folder(where, WHAT) else ()
    every = {where / f"{kind}.toml" for kind in kinds}
    write_whole(contents, WHAT, gone=sorted(every - contents.keys()))


def _tables_by_file(dataset: Dataset, where: Path) -> dict[Path, dict[str, object]]:
    """Return the tables of a dataset by the files that they are written to."""
    from .encode import encode
    from .raw_records import FORMAT
    from .write_tables import WHAT

    header = {"format": FORMAT, **({"version": dataset.version} if dataset.version else {})}
    tables = encode(dataset.records)
    if not is_folder(where, WHAT):
        return {where: {**header, **tables}}
    return {where / f"{kind}.toml": {**header, kind: tables[kind]} for kind in tables}


def _refuse_what_is_read_otherwise(dataset: Dataset, contents: Mapping[Path, bytes]) -> None:
    """Refuse a dataset that its files would not give back.

    Raises:
        InvalidValueError: ``read`` would refuse the files, or make other records of them; the error
            is the first of all that is wrong, and holds the rest.
    """
    from .raw_records import raw_of
    from .suggestions import OpenProblem

    behind = dataset._known.ids((Deal,))
    records, problems = built(raw_of(contents), _referred_to(dataset.records), behind)
    if not any(dataset.records.values()):
        problems = [OpenProblem("", "", "it has no records; add one")]
    given, found = (
        {one.id: one for entities in kinds.values() for one in entities}
        for kinds in (dataset.records, records)
    )
    if not problems:
        other = (id for id in given if given[id] != found.get(id))
        problems = [OpenProblem("", "", f"{id!r} would become another record") for id in other]
    refuse(
        InvalidValueError(
            "a dataset that read would refuse", f"{path}: {message}".removeprefix(": "),
            "correct the record before it is written", field=path,
        )
        for _, path, message, _ in problems
    )  # fmt: skip


def _referred_to(records: Records) -> Records:
    """Return the records that others refer to and that are not among them."""
    from ..traversal import entities_inside

    every = [one for entities in records.values() for one in entities]
    own = {one.id for one in every}
    others = {
        inner.id: inner for one in every for inner in entities_inside(one) if inner.id not in own
    }
    return {"others": tuple(others.values())}
