"""Puts a snapshot of the bundled data into a wheel while it is built (a build hook of hatchling).

The data files are written for people and decoded strictly; the snapshot holds the same data and
loads fast. An editable installation has no snapshot, and reads the data files.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

PLACE = "centralasia_minerals/dataset/data/snapshot.json"
_SOURCE_FOLDER = Path(__file__).parents[3]


def bundled_snapshot() -> str:
    """Return a snapshot of the bundled data files.

    Raises:
        DataError: the data files are wrong; every problem is listed.
    """
    from centralasia_minerals.dataset.files.load_read_write import bundled_records
    from centralasia_minerals.dataset.files.snapshot import to_snapshot

    dataset = bundled_records()
    return to_snapshot((dataset.version, tuple(dataset.records.items())))


def get_build_hook() -> type:
    """Return the hook that hatchling asks for; the package itself never needs hatchling."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class SnapshotHook(BuildHookInterface):  # type: ignore[misc]  # Any, where hatchling is not installed
        """Adds the snapshot to every wheel that is not editable."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Make the snapshot, and have it put into the wheel."""
            if version == "editable":
                return
            sys.path.insert(0, str(_SOURCE_FOLDER))
            try:
                snapshot = bundled_snapshot()
            finally:
                sys.path.remove(str(_SOURCE_FOLDER))
            self._folder = tempfile.TemporaryDirectory()
            file = Path(self._folder.name, "snapshot.json")
            file.write_text(snapshot, "utf-8", newline="\n")
            build_data["force_include"][str(file)] = PLACE

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling passes them
            """Remove the snapshot once the wheel is built."""
            if version != "editable":
                self._folder.cleanup()

    return SnapshotHook
