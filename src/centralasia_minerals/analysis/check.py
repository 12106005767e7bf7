"""Checks a data file as a whole: reading, citations, links, joining, and the total with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs

from centralasia_minerals.dataset.bundled.load import load
from centralasia_minerals.dataset.dataset import Dataset, as_dataset
from centralasia_minerals.dataset.evidence.verification import Failure, Verification, Whereabouts
from centralasia_minerals.dataset.files.lines import MOST_LINES, Lines
from centralasia_minerals.dataset.files.raw_records import RawRecord, read_files
from centralasia_minerals.dataset.files.read_write import read
from centralasia_minerals.dataset.joining.additions import ADDS
from centralasia_minerals.dataset.traversal import all_citations
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.errors import ConflictError, DataError, InvalidValueError, Problem
from centralasia_minerals.rendering.files.file_access import SIZE_LIMIT
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.wording import printable

from .counting.judging.exclusion_reason import ExclusionReason
from .impossible_figures import out_of_tender
from .reporting.summary import headline
from .total import Total, total
from .unnamed_fields import unnamed_fields

_MOST_ROWS = 20
"""Of how many amounts a report says what becomes of them."""


@attrs.frozen
@result
class Checked:
    """What is to be said of a data file.

    Attributes:
        problems: everything that is wrong, with file, place and line; empty if nothing is.
        dataset: what was read; None if it could not be.
        verification: what the texts say of its own sources, and of others whose text is given; None
            if no texts were given or the file could not be read.
        unlinked: its citations of pages, which lead to the page and not to the passage.
        joining: what to look at again: statements that join an amount that is there.
        before: the default total of the base.
        after: the default total with the data; None if it could not be joined.
        untimely: what to look at again: figures dated outside the time of their currency.
    """

    problems: tuple[Problem, ...]
    dataset: Dataset | None
    verification: Verification | None
    unlinked: tuple[Citation, ...]
    joining: tuple[str, ...]
    before: Total
    after: Total | None
    untimely: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def __str__(self) -> str:
        return "\n".join(map(printable, self._lines()))

    def _lines(self) -> Iterator[str]:
        yield from map(str, self.problems)
        if self.dataset is not None:
            yield f"read: {self.dataset!r}".replace("<", "").replace(">", "")
        yield from self._lines_on_texts()
        if self.dataset is not None and (left := unnamed_fields(self.dataset)):
            yield f"{left!r}".strip("<>") + " (unnamed_fields lists them)"
        if self.unlinked:
            citations = pluralized(len(self.unlinked), "citation")
            places = "; ".join(map(str, self.unlinked[:3]))
            yield f"{citations} of pages without words that find the passage ({places})"
        yield from self.joining
        yield from self.untimely
        yield f"the default total before: {headline(self.before)}"
        if self.after is not None:
            yield f"the default total after: {headline(self.after)}"
            yield from self._lines_on_rows(self.after)
        if self.problems:
            yield pluralized(len(self.problems), "problem")

    def _lines_on_rows(self, after: Total) -> Iterator[str]:
        """Yield what becomes of each amount of the data's own deals in the total with them."""
        own = self.dataset.deals if self.dataset is not None else ()
        piles = (after.counted, after.undisclosed, after.excluded)
        rows = [row for pile in piles for row in pile if row.deal.id in own]
        for row in rows[:_MOST_ROWS]:
            what = f"{row.role}, {row.figure}" if row.role else str(row.figure)
            why = "; ".join(map(str, row.reasons))
            is_unsaid = ExclusionReason.OUTSIDE_THE_SECTORS in row.reasons and not row.deal.sectors
            unsaid = " (no sector is recorded)" if is_unsaid else ""
            yield f"  {row.deal.id}: {what}: {row.verdict}{f': {why}{unsaid}' if why else ''}"
        if len(rows) > _MOST_ROWS:
            yield f"  and {pluralized(len(rows) - _MOST_ROWS, 'amount')} more"

    def _lines_on_texts(self) -> Iterator[str]:
        if self.dataset is None:
            yield "nothing is verified: the file could not be read"
        elif self.verification is None:
            yield "nothing is verified: give the folder of the texts (--texts)"
        elif not self.verification.failures:
            yield from str(self.verification).split("\n")
        elif self.verification.unread:
            yield f"{pluralized(len(self.verification.unread), 'figure')} not read"


def check(
    path: str | Path, *, texts: str | Path | None = None, base: Dataset | None = None
) -> Checked:
    """Read a data file, verify it, join it, and say everything that is wrong at once.

    Args:
        path: the file, or a folder of files.
        texts: the folder of the texts that it cites, in which there must be those of its own
            sources; None leaves verifying out.
        base: the dataset that it refers to and joins; None is the bundled one.

    Raises:
        MissingPathError: there is no file or folder at a path.
        InvalidTypeError: a path or the base is of a wrong type.
    """
    known = load() if base is None else as_dataset(base, "a base")
    before = total(known)
    try:
        mine = read(path, base=known)
    except DataError as error:
        return Checked(error.problems, None, None, (), (), before, None)
    problems: list[Problem] = []
    verification = None if texts is None else _own(mine.verify(texts), mine)
    if verification is not None:
        problems += _placed(Path(path), verification.failures)
    after = None
    try:
        after = total(known.merge(mine))
    except (ConflictError, InvalidValueError) as error:
        problems.append(Problem(Path(path).name, "", str(error)))
    cited = [
        one for kind in mine.records.values() for entity in kind for one in all_citations(entity)
    ]
    unlinked = [c for c in cited if c.source.id in mine.sources and c.source.url and not c.quote]
    joining, untimely = tuple(_joining(mine, known)), tuple(_untimely(mine))
    return Checked(
        tuple(problems), mine, verification, tuple(unlinked), joining, before, after, untimely
    )


def _own(found: Verification, mine: Dataset) -> Verification:
    """Return what was found of the data's own sources, and of others whose text is given.

    A source of its own whose text is not there is a failure.
    """
    no_copy = Whereabouts.NO_COPY_GIVEN
    own = [p for p in found.proofs if p.source in mine.sources or p.whereabouts is not no_copy]
    lost = dict.fromkeys(p.source for p in own if p.whereabouts is no_copy)
    told = {proof.source for proof in own}
    missing = [
        Failure(id, "sha256", id, f"no copy of it is in the folder; name one {id}.txt")
        for id in lost
    ]
    remarks = [line for line in found.remarks if line.partition(":")[0] in told - set(lost)]
    return Verification(tuple(own), (*missing, *found.failures), tuple(remarks))


def _joining(mine: Dataset, base: Dataset) -> Iterator[str]:
    """Yield a line for each figure that becomes a statement of an amount that is there."""
    for deal in mine.deals:
        if deal.id not in base.deals:
            continue
        known = base.deals[deal.id]
        by_identity = {amount.identity: amount for amount in known.amounts}
        for amount in deal.amounts:
            before = by_identity.get(amount.identity, amount)
            figures = {str(statement) for statement in before.statements}
            for statement in amount.statements:
                if str(statement) not in figures:
                    yield (
                        f"{statement} joins the {amount.role} of {deal.id!r}, beside"
                        f" {' and '.join(sorted(figures)) or 'no figure'}; if it is another amount,"
                        " give it a key"
                    )


def _untimely(mine: Dataset) -> Iterator[str]:
    """Yield a line for each figure that is dated outside the time of its currency."""
    for entities in mine.records.values():
        for entity in entities:
            for found in out_of_tender(entity):
                dated, tender = found.sides
                yield f"{entity.id}, {found.path}: {dated.said}, but {tender.said}"


def _placed(path: Path, failures: tuple[Failure, ...]) -> Iterator[Problem]:
    """Yield failures as problems, each with the file, place and line of its record."""
    records = {_id_of(record): record for record in read_files(path, SIZE_LIMIT).records}
    lines = Lines(path)
    for number, failure in enumerate(failures):
        record = records.get(failure.entity)
        if record is None:
            yield Problem(path.name, failure.entity, f"{failure.path}: {failure.reason}")
            continue
        # What is added stands elsewhere in its file than in the record that it becomes part of.
        adds = isinstance(record.content, dict) and record.content.get(ADDS)
        place = record.place if adds else f"{record.place}.{failure.path}"
        message = f"{failure.path}: {failure.reason}" if adds else failure.reason
        line = lines.line_of(record.file, place) if number < MOST_LINES else None
        yield Problem(record.file, place, message, line)


def _id_of(record: RawRecord) -> object:
    return record.content.get("id") if isinstance(record.content, dict) else None
