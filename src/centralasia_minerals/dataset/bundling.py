"""Makes the bundled form of the data files: ``python -m centralasia_minerals.dataset.bundling``.

The data files are written for people and decoded strictly; the bundled form holds the same and
loads fast. A test holds both against each other.
"""

from __future__ import annotations

import json
from pathlib import Path

from .freezing import freeze
from .loading import BUNDLED, read

DATA = Path(__file__).parent / "data"


def bundled_text() -> str:
    """Decode the data files, and give their bundled form as JSON.

    Raises:
        DataError: the data files are wrong; every problem is listed.
    """
    dataset = read(DATA / "records")
    frozen = freeze((dataset.version, tuple(dataset.records.values())))
    return json.dumps(frozen, ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write the bundled form beside the data files."""
    (DATA / BUNDLED).write_text(bundled_text(), "utf-8")


if __name__ == "__main__":
    main()
