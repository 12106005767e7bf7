"""Checks citations against the texts: every passage, every printed figure, and how it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import attrs

from centralasia_minerals.entities.record import Entity, Record
from centralasia_minerals.entities.source import Citation, Source, Span, digest_of
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.errors import InvalidTypeError, MissingPathError
from centralasia_minerals.rendering.tables import html_table, pluralized
from centralasia_minerals.values.absence import NotStated

from ..kinds import Records
from ..traversal import spans_within
from .printed_figures import reads_as


@attrs.frozen
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
        return f"{self.entity}: {self.path} ({self.source}): {self.reason}"


@attrs.frozen
class Verification:
    """What a check of every citation found.

    Attributes:
        checked: the number of passages that were looked up.
        failures: what does not hold; empty if nothing failed.
    """

    checked: int
    failures: tuple[Failure, ...]

    @property
    def ok(self) -> bool:
        """Whether something was checked and nothing failed."""
        return self.checked > 0 and not self.failures

    def __str__(self) -> str:
        if self.ok:
            return f"all {self.checked} cited passages match their texts"
        lines = "".join(f"\n  {failure}" for failure in self.failures)
        return f"{self._count}:{lines}"

    @property
    def _count(self) -> str:
        failures = pluralized(len(self.failures), "failure")
        return f"{failures} in {pluralized(self.checked, 'cited passage')}"

    def _repr_html_(self) -> str:
        rows = [[f.entity, f.path, f.source, f.reason] for f in self.failures]
        return html_table(["record", "place", "source", "reason"], rows, caption=self._count)


def texts_in(folder: str | Path, sources: tuple[Source, ...]) -> dict[str, str]:
    """Return the sources' texts from a folder, by source id: the ``.txt`` files with their sha256.

    Raises:
        InvalidTypeError: the folder is not a path.
        MissingPathError: the folder does not exist.
    """
    if not isinstance(folder, (str, Path)):
        raise InvalidTypeError.of("a folder of texts", folder, "give a path, as text or a Path")
    path = Path(folder)
    if not path.is_dir():
        raise MissingPathError(
            "a folder of texts",
            f"{str(folder)!r} is not an existing folder",
            "give the folder of the texts",
        )
    by_digest = dict(filter(None, map(_digest_and_text, sorted(path.glob("*.txt")))))
    return {s.id: by_digest[s.sha256] for s in sources if s.sha256 in by_digest}


def _digest_and_text(file: Path) -> tuple[str, str] | None:
    """Return a file's digest and text; None if it cannot be read, as it is not a source's then."""
    try:
        content = file.read_bytes()
        return hashlib.sha256(content).hexdigest(), content.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def verified(records: Records, folder: str | Path) -> Verification:
    """Check every passage of every record, and every printed figure, against the texts."""
    sources = _sources_behind(records)
    texts = texts_in(folder, tuple(sources.values()))
    checked = 0
    failures: list[Failure] = []
    for entities in records.values():
        for entity in entities:
            for path, holder, span in spans_within(entity):
                source = span.source if isinstance(span, Citation) else entity
                checked += 1
                failures += [
                    Failure(entity.id, path, source.id, reason)
                    for reason in _failings(holder, span, source, texts)
                ]
    for id, source in sources.items():
        if id in texts and len(texts[id]) != source.length:
            reason = f"length mismatch: recorded {source.length}, found {len(texts[id])} characters"
            failures.append(Failure(id, "length", id, reason))
    return Verification(checked, tuple(failures))


def _sources_behind(records: Records) -> dict[str, Source]:
    own = {entity.id: entity for kind in records.values() for entity in kind}
    cited = {
        span.source.id: span.source
        for entity in own.values()
        for _, _, span in spans_within(entity)
        if isinstance(span, Citation)
    }
    return cited | {id: entity for id, entity in own.items() if isinstance(entity, Source)}


def _failings(holder: Record, span: Span, source: Entity, texts: dict[str, str]) -> Iterator[str]:
    text = texts.get(source.id)
    if text is None:
        yield "no file in the folder has the source's sha256"
        return
    if not span.reads_in(text):
        place, actual = f"{span.start}–{span.end}", digest_of(text[span.start : span.end])
        yield f"digest mismatch at characters {place}: recorded {span.digest}, found {actual}"
        return
    if isinstance(span, Citation) and isinstance(span.figure, str):
        passage = text[span.start : span.end]
        if span.figure not in passage:
            yield f"the figure {span.figure!r} is not in the passage"
        elif not _reads_as_recorded(span.figure, holder, span.supports):
            yield f"the figure {span.figure!r} does not read as {_recorded(holder, span.supports)}"


def _reads_as_recorded(figure: str, holder: Record, supports: tuple[str, ...]) -> bool:
    values = _figures_of(holder, supports)
    return bool(values) and all(reads_as(figure, value) for value in values)


def _figures_of(holder: Record, supports: tuple[str, ...]) -> list[object]:
    """Return the recorded figures that a printed one must read as.

    For a statement they are its value and the upper end of its range, or whichever of the two
    the citation names; for any other record, they are the fields that the citation names.
    """
    names = supports or (("value", "upper") if isinstance(holder, Stated) else ())
    values = [getattr(holder, name, None) for name in names if "[" not in name]
    return [value for value in values if not isinstance(value, (NotStated, str, type(None)))]


def _recorded(holder: Record, supports: tuple[str, ...]) -> str:
    return " and ".join(map(str, _figures_of(holder, supports))) or "any recorded figure"
