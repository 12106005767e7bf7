"""Proves citations against the texts: passages, printed figures, and that they read as recorded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import attrs

from centralasia_minerals.entities import Citation, Entity, Record, Source, Span, Stated
from centralasia_minerals.errors import MissingPathError
from centralasia_minerals.rendering import counted, html_table
from centralasia_minerals.values import NotStated

from .figures import reads_as
from .kinds import Records
from .paths import as_path
from .traversal import spans_within


@attrs.frozen
class Failure:
    """A citation that does not hold: which record, where in it, of which source, and why."""

    entity: str
    path: str
    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.entity}: {self.path} ({self.source}): {self.reason}"


@attrs.frozen
class Verification:
    """What a check of every citation found; ``checked`` counts the passages looked up."""

    checked: int
    failures: tuple[Failure, ...]

    @property
    def ok(self) -> bool:
        """Say whether something was checked and nothing failed."""
        return self.checked > 0 and not self.failures

    def __str__(self) -> str:
        if self.ok:
            return f"all {self.checked} cited passages stand in their texts"
        lines = "".join(f"\n  {failure}" for failure in self.failures)
        return f"{self._count}:{lines}"

    @property
    def _count(self) -> str:
        failures = counted(len(self.failures), "failure")
        return f"{failures} in {counted(self.checked, 'cited passage')}"

    def _repr_html_(self) -> str:
        rows = [[f.entity, f.path, f.source, f.reason] for f in self.failures]
        return html_table(["record", "place", "source", "reason"], rows, caption=self._count)


def texts_in(folder: str | Path, sources: tuple[Source, ...]) -> dict[str, str]:
    """Read the sources' texts from a folder: whichever ``.txt`` files have their sha256.

    Raises:
        MissingPathError: there is no such folder.
    """
    path = as_path(folder, "a folder of texts")
    if not path.is_dir():
        raise MissingPathError(
            "a folder of texts", f"nothing stands at {str(folder)!r}", "name the folder"
        )
    by_digest = dict(filter(None, map(_digest_and_text, sorted(path.glob("*.txt")))))
    return {s.id: by_digest[s.sha256] for s in sources if s.sha256 in by_digest}


def _digest_and_text(file: Path) -> tuple[str, str] | None:
    """Read a text; what is no text that can be read is no source's."""
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
    failures += [
        Failure(source.id, "length", source.id, f"{source.length} recorded, {len(texts[id])} found")
        for id, source in sources.items()
        if id in texts and len(texts[id]) != source.length
    ]
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
        yield "no file of the folder has the source's sha256"
        return
    if not span.reads_in(text):
        yield f"characters {span.start} to {span.end} have another digest"
        return
    if isinstance(span, Citation) and isinstance(span.figure, str):
        passage = text[span.start : span.end]
        if span.figure not in passage:
            yield f"the figure {span.figure!r} does not stand in the passage"
        elif not _reads_as_recorded(span.figure, holder, span.supports):
            yield f"the figure {span.figure!r} does not read as {_recorded(holder, span.supports)}"


def _reads_as_recorded(figure: str, holder: Record, supports: tuple[str, ...]) -> bool:
    values = _figures_of(holder, supports)
    return bool(values) and all(reads_as(figure, value) for value in values)


def _figures_of(holder: Record, supports: tuple[str, ...]) -> list[object]:
    """Give the recorded figures that a printed one must read as.

    Of a statement they are its value and the upper end of its range, or those of the two that the
    citation names; of another record the fields that the citation names.
    """
    names = supports or (("value", "upper") if isinstance(holder, Stated) else ())
    values = [getattr(holder, name, None) for name in names if "[" not in name]
    return [value for value in values if not isinstance(value, (NotStated, str, type(None)))]


def _recorded(holder: Record, supports: tuple[str, ...]) -> str:
    return " and ".join(map(str, _figures_of(holder, supports))) or "any recorded figure"
