"""The bundled datasets: what four articles document, and the wider record of the region."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock
from typing import Literal

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.errors import DataError, InvalidTypeError, UnknownIdError, near
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT
from centralasia_minerals.rendering.views.blocks import Row, Table
from centralasia_minerals.rendering.views.viewed import Tabular

from ..dataset import Dataset
from ..kinds import KINDS, Records
from .snapshot import from_snapshot, made_for_another_version

SCOPES: Mapping[str, str] = {
    "articles": "all that four articles of 2025 document",
    "region": "the four articles, and undertakings of the five states from 2024 to March 2026",
}
"""The bundled datasets, by name, with what each of them covers."""

_DATA = files("centralasia_minerals.dataset") / "data"
_LOADING = Lock()


@attrs.frozen
@result
class BundledDataset:
    """What is known of a bundled dataset.

    Attributes:
        name: what ``load`` takes.
        version: the version of the data.
        scope: what it covers.
        kinds: each kind of record, by the name of its catalog, with how many there are.
    """

    name: str
    version: str
    scope: str
    kinds: tuple[tuple[str, int], ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many records there are of each kind, by the name of the catalog."""
        return dict(self.kinds)


class BundledDatasets(Tabular, tuple[BundledDataset, ...]):
    """The bundled datasets, the one that ``load`` gives by default first."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} bundled datasets: {', '.join(one.name for one in self)}>"

    def _table(self) -> Table:
        return Table(("name", "version", *_SHOWN, "scope"), self, _row)


def _row(one: BundledDataset) -> Row:
    return one.name, one.version, *(f"{one.counts[kind]:,}" for kind in _SHOWN), one.scope


_SHOWN = ("deals", "events", "sources")


def load(name: Literal["articles", "region"] = "articles") -> Dataset:
    """Return a bundled dataset; always the same object for one name.

    Args:
        name: ``"articles"``, all that four articles of 2025 document; or ``"region"``, which is
            that and undertakings of the five states from 2024 to March 2026. ``datasets`` lists
            both.

    Raises:
        UnknownIdError: there is no bundled dataset of that name.
        InvalidTypeError: the name is no text.
        DamagedInstallationError: the bundled data was altered after it was built.

    >>> load() is load()
    True
    """
    if not isinstance(name, str):
        raise InvalidTypeError.of("the name of a bundled dataset", name, "give 'articles'")
    if name not in SCOPES:
        raise UnknownIdError("bundled dataset", name, near(name, SCOPES) or tuple(SCOPES))
    # Two threads that load at the same time must not get two datasets.
    with _LOADING:
        return _bundled(str(name))


def datasets() -> BundledDatasets:
    """Return the bundled datasets with their versions, their scopes and how much they hold.

    Raises:
        DamagedInstallationError: the bundled data was altered after it was built.
    """
    return BundledDatasets(map(_described, SCOPES))


def _described(name: str) -> BundledDataset:
    held = load(name)  # type: ignore[arg-type]  # it is one of the names
    kinds = tuple((kind, len(records)) for kind, records in held.records.items())
    return BundledDataset(name, held.version, SCOPES[name], kinds)


@lru_cache
def _bundled(name: str) -> Dataset:
    snapshot = _DATA / f"{name}.json"
    if not snapshot.is_file():
        return bundled_records(name)  # An editable installation has no snapshot.
    try:
        text = snapshot.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        text = ""  # This has no valid digest, so it is reported as damaged.
    version, kinds = from_snapshot(text)
    # A kind that the library had not yet when the snapshot was made has no records.
    records = dict(kinds)
    if not records.keys() <= KINDS.keys():
        raise made_for_another_version("list of kinds")
    return Dataset.of(records, version=version)


def bundled_records(name: str) -> Dataset:
    """Read the data files of a bundled dataset, in the same way as your own are read.

    Raises:
        DataError: files are wrong; the error lists everything.
        ConflictError: files of the region contradict each other.
    """
    from ..files.read_write import read_at

    articles = read_at(_DATA / "articles", None, SIZE_LIMIT)
    return articles if name == "articles" else _with_region(articles)


def _with_region(articles: Dataset) -> Dataset:
    """Join the files of undertakings, each of which may refer to the deals of all others."""
    from ..files.lines import Lines
    from ..files.raw_records import read_files
    from ..files.read_write import built
    from ..files.suggestions import OpenProblems
    from ..joining.merging import merged

    raws = [(file, read_files(file, SIZE_LIMIT)) for file in _files_of(_DATA / "region")]
    deals = frozenset(
        str(record.content.get("id"))
        for _, raw in raws
        for record in raw.records
        if record.kind == "deals" and isinstance(record.content, dict)
    )
    each: deque[Records] = deque([articles.records])
    for file, raw in raws:
        found, problems = built(raw, articles.records, deals)
        if problems:
            raise DataError(OpenProblems(problems, Lines(file)))
        each.append(found)
    # Two by two: what is joined last would be joined anew with each file otherwise.
    while len(each) > 1:
        each.append(merged(each.popleft(), each.popleft(), None).records)
    (records,) = each
    versions = dict.fromkeys(version for _, raw in raws for version in raw.versions)
    return Dataset.of(records, version="+".join(versions) or articles.version)


def _files_of(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        yield from sorted(
            (one for one in folder.iterdir() if one.name.endswith(".toml")),
            key=lambda one: one.name,
        )
