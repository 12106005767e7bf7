"""Turns a draft, in which passages stand as they are printed, into a data file without them.

A draft is a data file in which a source names the file of its text (``text = "page.txt"``), and in
which ``cite`` stands for ``citations``: a passage or several, each as printed text or as a table
with ``passage`` and, where they are wanted, ``source``, ``figure`` and ``supports``. The source of
a passage is the one that the nearest table around it names with ``from``, or else the only one.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from centralasia_minerals.entities.source import Source
from centralasia_minerals.errors import (
    CentralAsiaMineralsError,
    DataError,
    InvalidTypeError,
    InvalidValueError,
    MissingPathError,
    Problem,
    did_you_mean,
    near,
)
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT, is_there, path_of
from centralasia_minerals.values.partial_date import PartialDate

from ..bundled.load import load
from ..dataset import Dataset, as_dataset
from ..files.lines import Lines
from ..files.parse import RepeatedKey, UnquotedNumber, parsed
from ..files.suggestions import OpenProblem, OpenProblems
from ..files.write_tables import write_tables
from .cite import cite, source
from .draft_values import problems_of_values
from .figures import Recorded, figure_in, recorded_in
from .leaks import leaks_in
from .source_texts import text_beside

Table = dict[str, Any]


def build(draft: str | Path, output: str | Path, *, base: Dataset | None = None) -> None:
    """Write the data file that a draft stands for, whole or not at all.

    A draft is a data file in which a source names the file of its text with ``text``, and in which
    ``cite`` stands for ``citations`` and holds passages as they are printed. The data file has no
    passage in it. A statement of a figure cites the words of its passage that read as the figure.

    Args:
        draft: the draft, a ``.toml`` or ``.json`` file.
        output: the data file, in either form.
        base: the dataset that its records may refer to; None is the bundled one.

    Raises:
        InvalidTypeError: a path or the base is of a wrong type.
        InvalidValueError: the data file is the draft itself, or has another ending; or no file can
            be at a path.
        MissingPathError: there is no such draft, or no folder for the data file.
        FileAccessError: the system refuses to look at the draft or to write the data file.
        DataError: passages, texts, figures or other values of the draft are wrong; all of them are
            listed, each with its place and line in the draft.
        MissingExtraError: the TOML writer is not installed.
    """
    given, made = path_of(draft, "a draft"), path_of(output, "the data file")
    if os.path.realpath(made) == os.path.realpath(given):
        raise InvalidValueError("the data file", "it is the draft itself", "give another file")
    write_tables(built(given, load() if base is None else as_dataset(base, "a base")), made)


def built(draft: Path, base: Dataset) -> Table:
    """Return the tables of a data file that a draft stands for.

    Raises:
        MissingPathError: there is no such file.
        DataError: passages, texts, figures or other values of the draft are wrong; all of them are
            listed, each with its place and line.
    """
    if not is_there(draft, "a draft"):
        raise MissingPathError("a draft", f"{str(draft)!r:.120} is not a file", "check the path")
    tables, fault = parsed(draft, SIZE_LIMIT)
    if fault:
        raise DataError((Problem(draft.name, "", fault),))
    building = _Building(draft)
    try:
        made = building.tables(tables)
        told = [OpenProblem(draft.name, path, message) for path, message in building.problems]
        told += problems_of_values(draft.name, tables, made, told, base, building.texts)
    except RecursionError:
        raise DataError(
            (Problem(draft.name, "", "it is nested too deeply; nest it less"),)
        ) from None
    if told:
        raise DataError(OpenProblems(told, Lines(draft)))
    return made


class _Building:
    """A draft while it is being turned into a data file."""

    def __init__(self, draft: Path) -> None:
        self.problems: list[tuple[str, str]] = []
        self._draft = draft
        self.texts: dict[str, str] = {}
        self._told: set[object] = set()
        self._sources: dict[str, Source] = {}

    def tables(self, tables: Table) -> Table:
        """Return the tables of the data file."""
        made = {"format": 1, **tables}
        listed = tables.get("sources")
        sources = listed if isinstance(listed, list) else []
        if sources:
            made["sources"] = [
                self._source(f"sources[{i}]", table) for i, table in enumerate(sources)
            ]
        only = next(iter(self.texts)) if len(self.texts) == 1 else ""
        for kind, records in tables.items():
            if kind != "sources":
                made[kind] = self._cited(kind, records, only)
        self.problems += leaks_in(made, self.texts.values())
        return made

    def _source(self, path: str, table: Any) -> Any:
        """Return a source with the digest and length of its text instead of the text's file."""
        if not isinstance(table, dict) or "text" not in table:
            return self._cited(path, table, "")
        rest = {key: value for key, value in table.items() if key != "text"}
        given = self._cited(path, rest, "")
        dates = self._dates(path, given)
        if given.get("published") is not None and not isinstance(given["published"], dict):
            given["published"] = {"date": str(given["published"])}
        if "read" in given:
            given["read"] = str(given["read"])
        try:
            text = text_beside(self._draft, table["text"])
            if dates is None:
                return given
            made = source(
                text, **{k: v for k, v in given.items() if k in ("id", "title", "url")}, **dates
            )
        except CentralAsiaMineralsError as error:
            for one in (error, *getattr(error, "also", ())):
                self.problems.append((f"{path}.{getattr(one, 'field', '') or 'text'}", str(one)))
            return given
        if made.id in self.texts:
            self.problems.append((f"{path}.id", f"two sources have the id {made.id!r}; change one"))
        self.texts[made.id], self._sources[made.id] = text, made
        digest = {"sha256": made.sha256, "length": made.length}
        return {"id": made.id, "title": made.title, **given, **digest}

    def _dates(self, path: str, given: Table) -> dict[str, Any] | None:
        """Return the dates of a source; None if one cannot be read, which is noted."""
        dates, before = {}, len(self.problems)
        for key in ("published", "read"):
            day = _day(given[key]) if key in given else None
            try:
                dates[key] = PartialDate.parse(day) if isinstance(day, str) else day
            except CentralAsiaMineralsError as error:
                self.problems.append((f"{path}.{key}", str(error)))
        return dates if len(self.problems) == before else None

    def _cited(self, path: str, table: Any, of: str) -> Any:
        """Return a table with citations in place of passages, in it and in all tables inside."""
        if isinstance(table, list):
            return [self._cited(f"{path}[{i}]", item, of) for i, item in enumerate(table)]
        if isinstance(table, (UnquotedNumber, RepeatedKey)):
            remedy = "write it in quotes" if isinstance(table, UnquotedNumber) else "write it once"
            self.problems.append((path, f"{table!r}; {remedy}"))
        if isinstance(table, date):  # JSON has none
            return str(table)
        if not isinstance(table, dict):
            return table
        of = table.get("from", of)
        made = {
            key: self._cited(f"{path}.{key}", value, of)
            for key, value in table.items()
            if key not in ("cite", "from")
        }
        if "cite" in table:
            made["citations"] = self._citations(f"{path}.cite", table, of)
        return made

    def _citations(self, path: str, table: Table, of: str) -> list[Any]:
        """Return the citations of a table; note what is wrong with them."""
        given = table["cite"] if isinstance(table["cite"], list) else [table["cite"]]
        before = len(self.problems)
        values = list(recorded_in(table))
        found = [self._citation(path, one, values, of) for one in given]
        cited = [citation for citation in found if citation]
        is_found = any("figure" in citation for citation in cited)
        if values and cited and not is_found and len(self.problems) == before:
            wanted = " and ".join(map(str, values))
            message = f"no words of the passage read as {wanted}; check it, or give the figure"
            remedy = "with cite = { passage = ..., figure = ... }"
            self.problems.append((path, f"{message} {remedy}"))
        others = table.get("citations", [])
        if not isinstance(others, list):
            self.problems.append((path.replace(".cite", ".citations"), "not a list; write cite"))
        return [*(others if isinstance(others, list) else ()), *cited]

    def _citation(self, path: str, given: Any, values: list[Recorded], of: str) -> Table | None:
        """Return a passage as a data file cites it; note what is wrong with it."""
        table = {"passage": given} if isinstance(given, str) else given
        try:
            if not isinstance(table, dict) or not isinstance(table.get("passage"), str):
                remedy = "write the passage in quotes, or a table with passage ="
                raise InvalidValueError("a citation", f"{given!r:.60}", remedy)
            unknown = table.keys() - {"passage", "source", "figure", "supports"}
            if unknown:
                remedy = "write passage, source, figure and supports only"
                raise InvalidValueError("a citation", f"it has {sorted(unknown)}", remedy)
            wrong = [k for k in ("source", "figure") if not isinstance(table.get(k, ""), str)]
            if wrong or not isinstance(of, str):
                remedy = "write it in quotes"
                raise InvalidTypeError(
                    "a citation", f"{' and '.join(wrong) or 'from'} is no text", remedy
                )
            id = table.get("source", of)
            text = self.texts.get(id)
            if text is None:
                self._tell_of(path, id)
                return None
            figure = table.get("figure") or figure_in(table["passage"], values)
            found = cite(text, table["passage"], figure=figure, source=self._sources[id])
        except CentralAsiaMineralsError as error:
            self.problems.append((path, str(error)))
            return None
        supports = {"supports": table["supports"]} if "supports" in table else {}
        return {**found.table(), **supports}

    def _tell_of(self, path: str, id: object) -> None:
        """Note once that a source has no text, unless that of some source could not be read."""
        if id not in self._told and not any(at.startswith("sources[") for at, _ in self.problems):
            self._told.add(id)
            found = f"the source {id!r} has no text here" if id else "whose passage is it?"
            self.problems.append((path, f"{found}; {self._hint(id)}"))

    def _hint(self, id: object) -> str:
        suggested = did_you_mean(near(str(id), self.texts))
        return suggested or "say so with from = 'the id of the source' in a table around it"


def _day(given: Any) -> Any:
    """Return a date as ``source`` reads it: that of a table, or the text itself."""
    return given.get("date") if isinstance(given, dict) else given
