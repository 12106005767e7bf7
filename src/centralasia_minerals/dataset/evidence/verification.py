"""What a check of every citation found: passages, printed figures, and what does not hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from centralasia_minerals.entities.base.results import result
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import MOST_LINES, Heading, Section, Table, View
from centralasia_minerals.rendering.views.pieces import Id
from centralasia_minerals.rendering.views.viewed import Viewed
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.wording import printable

from .figures.reading import Reading


class Whereabouts(ClosedEnum):
    """Where a passage was found."""

    IN_THE_COPY_READ = "in the copy that was read", "It stands in the very text that was read."
    IN_ANOTHER_COPY = "in another copy", "It stands in another text of the same source."
    NOT_IN_THIS_COPY = "not in this copy", "It stands in none of the texts of its source."
    NO_COPY_GIVEN = "no copy given", "There is no text of its source, so nothing is known."


@attrs.frozen
@result
class Proof:
    """What became of one passage.

    Attributes:
        entity: the id of the record.
        path: where in the record the passage is (``amounts[0].statements[0].citations[0]``).
        source: the id of the source.
        whereabouts: where the passage was found.
        copy: the name of the file that it stands in; empty if it was not found.
        remark: where it stands instead of its recorded place; empty if it stands there.
        figure: the figure that it prints; empty if it is cited for something else.
        reading: how the figure reads; None if there is none, or if the passage was not found.
        reason: what the figure says instead, or what of it is not read; empty if it reads as
            recorded.
    """

    entity: str
    path: str
    source: str
    whereabouts: Whereabouts
    copy: str = ""
    remark: str = ""
    figure: str = ""
    reading: Reading | None = None
    reason: str = ""


@attrs.frozen
@result
class Failure:
    """A citation that does not hold.

    Attributes:
        entity: the id of the record.
        path: where in the record the citation is (``amounts[0].statements[0].citations[0]``).
        source: the id of the source cited.
        reason: what is wrong.
    """

    entity: str
    path: str
    source: str
    reason: str

    def __str__(self) -> str:
        return printable(f"{self.entity}: {self.path} ({self.source}): {self.reason}")


@attrs.frozen(repr=False)
@result
class Verification(Viewed):
    """What a check of every citation found.

    Attributes:
        proofs: what became of each passage, in the order of the records.
        failures: what does not hold: passages that stand in no copy of their source, and figures
            that do not stand in their passage or contradict the record; empty if nothing failed.
        remarks: a line for each source about which there is something to say.
    """

    proofs: tuple[Proof, ...]
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...] = ()

    @property
    def checked(self) -> int:
        """The number of passages."""
        return len(self.proofs)

    @property
    def counts(self) -> dict[Whereabouts, int]:
        """The number of passages by where they were found."""
        found = Counter(proof.whereabouts for proof in self.proofs)
        return {whereabouts: found[whereabouts] for whereabouts in Whereabouts}

    @property
    def readings(self) -> dict[Reading, int]:
        """The number of printed figures by how they read, of the passages that were found."""
        found = Counter(proof.reading for proof in self.proofs)
        return {reading: found[reading] for reading in Reading}

    @property
    def unread(self) -> tuple[Proof, ...]:
        """The passages whose figures stand there and are not read: look at them yourself."""
        return tuple(proof for proof in self.proofs if proof.reading is Reading.NOT_READ)

    @property
    def ok(self) -> bool:
        """Whether something was found and nothing failed.

        A source without a copy does not fail: ask ``complete`` whether there is one. Nor does a
        figure that stands in its passage and is not read: ``unread`` lists them.
        """
        return self._found > 0 and not self.failures

    @property
    def complete(self) -> bool:
        """Whether nothing failed and every passage was found."""
        return self.ok and self._found == self.checked

    @property
    def _found(self) -> int:
        counts = self.counts
        return counts[Whereabouts.IN_THE_COPY_READ] + counts[Whereabouts.IN_ANOTHER_COPY]

    def __repr__(self) -> str:
        return f"<Verification: {self._summary}>"

    def __str__(self) -> str:
        said = (*self.failures, *self.remarks, *self._not_read)
        lines = [f"\n  {printable(str(line))}" for line in said]
        return f"{self._summary}{':' if lines else ''}{''.join(lines)}"

    @property
    def _not_read(self) -> tuple[str, ...]:
        return tuple(
            f"{proof.entity}: {proof.path} ({proof.source}): not read: {proof.reason}"
            for proof in self.unread
        )

    @property
    def _summary(self) -> str:
        passages = pluralized(self.checked, "cited passage")
        if self.failures:
            said = f"{pluralized(len(self.failures), 'failure')} in {passages}"
        elif self.complete:
            said = f"all {passages} match their texts"
        elif self.checked and self.counts[Whereabouts.NO_COPY_GIVEN] == self.checked:
            said = f"none of {passages} was looked up: no copy of a text was given"
        else:
            said = f"{self._found} of {passages} match their texts"
        number = self.readings[Reading.NOT_READ]
        return f"{said}; {pluralized(number, 'figure')} not read" if number else said

    def _remarked(self) -> Iterator[Section]:
        """Yield what there is to say about sources, folded away if it is long."""
        if self.remarks:
            lines = Table(("source",), [(line,) for line in self.remarks], rest=".remarks")
            title = f"about sources: {pluralized(len(self.remarks), 'remark')}"
            yield Section(title, (lines,), is_folded=len(self.remarks) > MOST_LINES)

    def _view(self) -> View:
        rows = [(f.entity, f.reason, f.source, Id(f.path)) for f in self.failures]
        rows += [(p.entity, f"not read: {p.reason}", p.source, Id(p.path)) for p in self.unread]
        found = [(str(where), f"{number:,}") for where, number in self.counts.items() if number]
        table = Table(("record", "what is wrong", "source", "place"), rows, rest="str()")
        return (
            Heading(self._summary),
            *((table,) if rows else ()),
            Table(("passages", "number"), found),
            *self._remarked(),
        )
