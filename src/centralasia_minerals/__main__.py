"""The command line: prints the default total of the bundled data, and what it left out and why."""

from __future__ import annotations

import argparse

from centralasia_minerals.analysis.total import total
from centralasia_minerals.dataset.files.load_read_write import load


def main() -> None:
    """Print what the concluded minerals deals of the bundled data come to."""
    argparse.ArgumentParser(prog="python -m centralasia_minerals", description=__doc__).parse_args()
    dataset = load()
    print(f"centralasia_minerals, data {dataset.version}")
    print(total(dataset))


if __name__ == "__main__":
    main()
