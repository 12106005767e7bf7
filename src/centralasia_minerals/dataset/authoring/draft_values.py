"""Finds what is wrong with the values of a draft, before a data file is made of it.

It is what reading the data file and verifying it against the texts would say, each at the place in
the draft.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..dataset import Dataset
from ..evidence.figures.occurrences import MOST_AROUND
from ..evidence.printed_figures import figure_outcome
from ..files.error_paths import MISSING
from ..files.raw_records import raw_in
from ..files.read_write import resolved
from ..files.reference_resolver import ReferenceResolver
from ..files.suggestions import OpenProblem, lacks_support
from ..kinds import Records
from ..traversal import citations_within

_CITATIONS = "citations"
_SOURCE = re.compile(r"sources\[\d+\]")
_STEP = re.compile(r"[^.\[\]]+")


def problems_of_values(
    file: str,
    draft: Mapping[str, Any],
    made: Mapping[str, Any],
    told: Iterable[OpenProblem],
    base: Dataset,
    texts: Mapping[str, str],
) -> Iterator[OpenProblem]:
    """Yield what is wrong with values, each once and at its place in the draft.

    Args:
        file: the name of the draft.
        draft: its tables.
        made: the tables of the data file that it stands for.
        told: what is already known to be wrong with the draft.
        base: the dataset that the records may refer to.
        texts: the texts of the draft's sources, by id.
    """
    known = tuple(told)
    # The reader takes the tables apart that it is given.
    raw = raw_in(file, copy.deepcopy(dict(made)))
    resolver, records, problems = resolved(raw, base.records)
    for one in problems:
        if not _is_told(one, known, draft):
            yield one._replace(path=_in_draft(one.path, draft))
    for path, message in _misread(records, resolver, texts):
        yield OpenProblem(file, _in_draft(path, draft), message)


def _is_told(problem: OpenProblem, known: tuple[OpenProblem, ...], draft: object) -> bool:
    """Whether something wrong follows from what is known to be wrong."""
    if any(f"{problem.path}.".startswith(f"{one.path}.") for one in known if one.path):
        return True
    source = _SOURCE.match(problem.path)
    if source and any(one.path.startswith(source[0]) for one in known):
        # A text that is wrong gives neither a title nor an id.
        return problem.message.startswith(MISSING) or problem.path == source[0]
    table, _ = _walked(problem.path, draft)
    return bool(known) and lacks_support(problem) and isinstance(table, dict) and "cite" in table


def _misread(
    records: Records, resolver: ReferenceResolver, texts: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield figures that the words around them contradict, as a hedge that the text lacks."""
    for entity in (one for kind in records.values() for one in kind):
        _, place = resolver.place_of(entity)
        written = resolver.addition_to(entity)[0] or entity
        for path, holder, cited in citations_within(written):
            text = texts.get(cited.source.id)
            start, end = cited.start, cited.end
            if text is None or not isinstance(cited.figure, str):
                continue
            if not isinstance(start, int) or not isinstance(end, int):
                continue  # It has no place in the text, and check looks for it.
            outcome = figure_outcome(
                holder, cited, text[start:end],
                before=text[max(0, start - MOST_AROUND) : start],
                after=text[end : end + MOST_AROUND],
            )  # fmt: skip
            if outcome.is_contradiction:
                yield f"{place}.{path}", outcome.why


def _in_draft(path: str, draft: object) -> str:
    """Return the path in a draft, in which ``cite`` stands for ``citations``."""
    table, rest = _walked(path, draft)
    is_cited = isinstance(table, dict) and "cite" in table
    if is_cited and rest.startswith(_CITATIONS):
        return f"{path.removesuffix(rest)}cite"
    return path


def _walked(path: str, draft: object) -> tuple[object, str]:
    """Return the innermost part of a draft on a path, and the rest of the path."""
    table: Any = draft
    for step in _STEP.finditer(path):
        if isinstance(table, list) and step[0].isdigit() and int(step[0]) < len(table):
            table = table[int(step[0])]
        elif isinstance(table, dict) and step[0] in table:
            table = table[step[0]]
        else:
            return table, path[step.start() :]
    return table, ""
