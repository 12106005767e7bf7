"""Checks citations against the texts: every passage, every printed figure, and how it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.rendering.tables import html_table, pluralized
from centralasia_minerals.values.closed_enum import ClosedEnum
from centralasia_minerals.wording import printable

from ..kinds import Records
from ..traversal import spans_within
from .copies import Copy, GivenCopies, copies_in
from .printed_figures import fault_in_figure


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
    """

    entity: str
    path: str
    source: str
    whereabouts: Whereabouts
    copy: str = ""
    remark: str = ""


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


@attrs.frozen
@result
class Verification:
    """What a check of every citation found.

    Attributes:
        proofs: what became of each passage, in the order of the records.
        failures: what does not hold: passages that stand in no copy of their source, and figures
            that do not stand in their passage or do not read as recorded; empty if nothing failed.
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
    def ok(self) -> bool:
        """Whether something was found and nothing failed.

        A source without a copy does not fail: ask ``complete`` whether there is one.
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

    def __str__(self) -> str:
        lines = [f"\n  {printable(str(line))}" for line in (*self.failures, *self.remarks)]
        return f"{self._summary}{':' if lines else ''}{''.join(lines)}"

    @property
    def _summary(self) -> str:
        passages = pluralized(self.checked, "cited passage")
        if self.failures:
            return f"{pluralized(len(self.failures), 'failure')} in {passages}"
        if self.complete:
            return f"all {passages} match their texts"
        return f"{self._found} of {passages} match their texts"

    def _repr_html_(self) -> str:
        rows = [[f.entity, f.path, f.source, f.reason] for f in self.failures]
        caption = "; ".join((self._summary, *self.remarks))
        return html_table(["record", "place", "source", "reason"], rows, caption=caption)


def verified(
    records: Records, folder: str | Path, copies: GivenCopies | None = None
) -> Verification:
    """Check every passage of every record, and every printed figure, against the texts."""
    sources = _sources_behind(records)
    found = copies_in(folder, sources.values(), copies)
    proofs: list[Proof] = []
    failures: list[Failure] = []
    for entities in records.values():
        for entity in entities:
            for path, holder, span in spans_within(entity):
                source = span.source if isinstance(span, Citation) else entity
                proof, reason = _proof(entity.id, path, holder, span, found[source.id], source)
                proofs.append(proof)
                if reason:
                    failures.append(Failure(entity.id, path, source.id, reason))
    for id, source in sources.items():
        failures += [Failure(id, "length", id, reason) for reason in _length(source, found[id])]
    remarks = tuple(_remarks(found, proofs))
    return Verification(tuple(proofs), tuple(failures), remarks)


def _sources_behind(records: Records) -> dict[str, Source]:
    own = {entity.id: entity for kind in records.values() for entity in kind}
    cited = {
        span.source.id: span.source
        for entity in own.values()
        for _, _, span in spans_within(entity)
        if isinstance(span, Citation)
    }
    return cited | {id: entity for id, entity in own.items() if isinstance(entity, Source)}


def _proof(
    entity: str, path: str, holder: Record, span: Span, copies: Sequence[Copy], source: Entity
) -> tuple[Proof, str]:
    """Return what became of a passage, and why it fails; empty if it does not."""
    for copy in copies:
        place = copy.place_of(span)
        if place is None:
            continue
        is_read = copy.is_read
        where = Whereabouts.IN_THE_COPY_READ if is_read else Whereabouts.IN_ANOTHER_COPY
        remark = ""
        if is_read and isinstance(span.start, int) and place != (span.start, span.end):
            remark = (
                f"it stands at characters {place[0]} to {place[1]}, not {span.start} to {span.end}"
            )
        proof = Proof(entity, path, source.id, where, copy.name, remark)
        return proof, fault_in_figure(holder, span, copy.text[slice(*place)])
    if not copies:
        return Proof(entity, path, source.id, Whereabouts.NO_COPY_GIVEN), ""
    names = ", ".join(copy.name for copy in copies)
    reason = f"{Whereabouts.NOT_IN_THIS_COPY} ({names}): no passage of {span.length} characters"
    proof = Proof(entity, path, source.id, Whereabouts.NOT_IN_THIS_COPY)
    return proof, f"{reason} has the digest {span.digest}"


def _length(source: Source, copies: Sequence[Copy]) -> Iterator[str]:
    """Yield that the copy that was read is of another length than recorded."""
    for copy in copies:
        if copy.is_read and isinstance(source.length, int) and len(copy.text) != source.length:
            found = f"recorded {source.length}, found {len(copy.text)} characters"
            yield f"length mismatch: {found}{_in_bytes(source, copy)}"


def _in_bytes(source: Source, copy: Copy) -> str:
    counted_bytes = len(copy.text.encode()) == source.length
    return " (it was counted in bytes; count characters)" if counted_bytes else ""


def _remarks(found: dict[str, tuple[Copy, ...]], proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield a line for each source without a copy, with another one, or with other places."""
    by_source: dict[str, list[Proof]] = {id: [] for id in found}
    for proof in proofs:
        by_source[proof.source].append(proof)
    for id, copies in found.items():
        own = by_source[id]
        passages = pluralized(len(own), "passage")
        said = [f"{copy.name} has {copy.difference}" for copy in copies if copy.difference]
        others = sum(proof.whereabouts is Whereabouts.IN_ANOTHER_COPY for proof in own)
        moved = [proof for proof in own if proof.remark]
        if not copies:
            said.append(f"{Whereabouts.NO_COPY_GIVEN}, {passages} not looked up")
        if others:
            said.append(f"{others} of {passages} {Whereabouts.IN_ANOTHER_COPY}")
        if moved:
            number = pluralized(len(moved), "passage")
            said.append(f"{number} found elsewhere than recorded, the first: {moved[0].remark}")
        if said:
            yield f"{id}: {'; '.join(said)}"
