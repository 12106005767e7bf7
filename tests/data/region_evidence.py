"""Writes the report on the passages of the wider record: where each stands, and how it reads.

The texts themselves are not shipped. Run with: python tests/data/region_evidence.py FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import centralasia_minerals as cam
from centralasia_minerals.dataset.traversal import spans_within

REPORT = Path(__file__).with_name("region_evidence.tsv")
HEADER = (
    "record", "path", "source", "start", "end", "passage", "copy", "read", "outcome", "figure",
)  # fmt: skip


def cited() -> Iterator[tuple[str, ...]]:
    """Yield the place of each passage of a page, with the digests of it and of the copy read."""
    articles = cam.load()
    for kind in cam.load("region").records.values():
        for record in kind:
            for path, _, span in spans_within(record):
                source = span.source if isinstance(span, cam.Citation) else record
                if isinstance(source, cam.Source) and source.id not in articles.sources:
                    place = (str(span.start), str(span.end), span.digest)
                    copy = (str(source.sha256)[:16], str(source.read))
                    yield (record.id, path, source.id, *place, *copy)


def report(folder: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the report: each passage, whether it was found, and how its figure reads.

    Raises:
        SystemExit: a passage was not found, or a figure reads as something else.
    """
    found = cam.load("region").verify(folder)
    if found.failures:
        sys.exit("\n".join(map(str, found.failures)))
    proofs = {(one.entity, one.path): one for one in found.proofs}
    for line in cited():
        proof = proofs[line[:2]]
        if not proof.copy:
            sys.exit(f"{line[0]}: {line[1]}: there is no copy of {line[2]}")
        yield (*line, str(proof.whereabouts), "" if proof.reading is None else str(proof.reading))


def main() -> None:
    """Write the report."""
    lines = [HEADER, *report(sys.argv[1])]
    REPORT.write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
