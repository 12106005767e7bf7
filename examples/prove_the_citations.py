"""Proves every citation of the bundled data against a folder with the texts that it cites.

Usage: python prove_the_citations.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import centralasia_minerals as cam


def main(arguments: list[str]) -> int:
    ds = cam.load()
    if not arguments:
        print("Give a folder with the texts, as plain .txt files of any name:")
        for source in ds.sources:
            print(f"  {source.id}: {source.length} characters, sha256 {source.sha256}")
        return 0

    folder = Path(arguments[0])
    report = ds.verify(folder)
    proved = sum(bool(proof.copy) for proof in report.proofs)
    print(f"{proved} of {report.checked} passages found, {len(report.failures)} failures")
    for failure in report.failures[:5]:
        print(f"  {failure}")

    for one in cam.coverage(ds, folder):
        if one.found:
            share = round(one.share * 1000) / 10
            print(f"{one.source.id}: {share} % cited, {len(one.uncovered)} sentences are not")
        else:
            print(f"{one.source.id}: its text is not in the folder")
    return 0 if report.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
