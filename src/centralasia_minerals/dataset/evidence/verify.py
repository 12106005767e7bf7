"""Checks citations against the texts: every passage, every printed figure, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.rendering.tables import pluralized

from ..kinds import Records
from ..traversal import spans_within
from .copies import Copies, Copy, copies_and_faults
from .figures.occurrences import MOST_AROUND
from .printed_figures import figure_outcome
from .text_files import GivenCopies
from .verification import Failure, Proof, Verification, Whereabouts


def verified(
    records: Records, folder: str | Path, copies: GivenCopies | None = None
) -> Verification:
    """Check every passage of every record, and every printed figure, against the texts."""
    sources = _sources_behind(records)
    found = copies_and_faults(folder, sources.values(), copies)
    proofs: list[Proof] = []
    failures: list[Failure] = []
    for entities in records.values():
        for entity in entities:
            for path, holder, span in spans_within(entity):
                source = span.source if isinstance(span, Citation) else entity
                own = found.by_source[source.id]
                proof, reason = _proof(entity.id, path, holder, span, own, source)
                proofs.append(proof)
                if reason:
                    failures.append(Failure(entity.id, path, source.id, reason))
    for id, source in sources.items():
        reasons = _length(source, found.by_source[id])
        failures += [Failure(id, "length", id, reason) for reason in reasons]
    return Verification(tuple(proofs), tuple(failures), tuple(_remarks(found, proofs)))


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
        if place is not None:
            proof = _found(entity, path, span, copy, place, source)
            return _with_reading(proof, holder, span, copy, place)
    if not copies:
        return Proof(entity, path, source.id, Whereabouts.NO_COPY_GIVEN), ""
    proof = Proof(entity, path, source.id, Whereabouts.NOT_IN_THIS_COPY)
    return proof, _nowhere(span, copies)


def _found(
    entity: str, path: str, span: Span, copy: Copy, place: tuple[int, int], source: Entity
) -> Proof:
    is_read = copy.is_read
    where = Whereabouts.IN_THE_COPY_READ if is_read else Whereabouts.IN_ANOTHER_COPY
    remark = ""
    if is_read and isinstance(span.start, int) and place != (span.start, span.end):
        recorded = f"{span.start} to {span.end}"
        remark = f"it stands at characters {place[0]} to {place[1]}, not {recorded}"
        if copy.counts_bytes(place[0], span.start):
            remark = f"{remark}, which were counted in bytes"
    return Proof(entity, path, source.id, where, copy.name, remark)


def _with_reading(
    proof: Proof, holder: Record, span: Span, copy: Copy, place: tuple[int, int]
) -> tuple[Proof, str]:
    """Return a proof with how the figure of its passage reads, and why it fails."""
    if not isinstance(span, Citation) or not isinstance(span.figure, str):
        return proof, ""
    start, end = place
    outcome = figure_outcome(
        holder, span, copy.text[start:end],
        before=copy.text[max(0, start - MOST_AROUND) : start],
        after=copy.text[end : end + MOST_AROUND],
    )  # fmt: skip
    read = attrs.evolve(proof, figure=span.figure, reading=outcome.reading, reason=outcome.why)
    return read, outcome.why if outcome.is_contradiction else ""


def _nowhere(span: Span, copies: Sequence[Copy]) -> str:
    """Return that a passage stands in none of some copies."""
    names = ", ".join(copy.name for copy in copies)
    length = span.length
    reason = f"{Whereabouts.NOT_IN_THIS_COPY} ({names}): no passage of {length} characters"
    miscounted = next(filter(None, (copy.miscounted(span) for copy in copies)), "")
    where = f"; {miscounted}; count characters" if miscounted else ""
    return f"{reason} has the digest {span.digest}{where}"


def _length(source: Source, copies: Sequence[Copy]) -> Iterator[str]:
    """Yield that the copy that was read is of another length than recorded."""
    for copy in copies:
        if copy.is_read and isinstance(source.length, int) and len(copy.text) != source.length:
            found = f"recorded {source.length}, found {len(copy.text)} characters"
            yield f"length mismatch: {found}{_in_bytes(source, copy)}"


def _in_bytes(source: Source, copy: Copy) -> str:
    counted_bytes = len(copy.text.encode()) == source.length
    return " (it was counted in bytes; count characters)" if counted_bytes else ""


def _remarks(found: Copies, proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield a line for each source without a copy, with another one, or with other places."""
    by_source: dict[str, list[Proof]] = {id: [] for id in found.by_source}
    for proof in proofs:
        by_source[proof.source].append(proof)
    for id, copies in found.by_source.items():
        own = by_source[id]
        passages = pluralized(len(own), "passage")
        said = list(found.unreadable.get(id, ()))
        said += [f"{copy.name} has {copy.difference}" for copy in copies if copy.difference]
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
