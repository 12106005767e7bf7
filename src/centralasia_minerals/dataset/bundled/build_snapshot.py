"""Puts snapshots of the bundled datasets into a wheel while it is built (a hook of hatchling).

The data files are written for people and decoded strictly; a snapshot holds the same data and
loads fast. An editable installation has none, and reads the data files.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

PLACES = {name: f"centralasia_minerals/dataset/data/{name}.json" for name in ("articles", "region")}
"""Where the snapshots of the bundled datasets are in a wheel, by name."""

_SOURCE_FOLDER = Path(__file__).parents[3]


def bundled_snapshot(name: str) -> str:
    """Return a snapshot of the data files of a bundled dataset.

    Raises:
        DataError: the data files are wrong; every problem is listed.
    """
    from centralasia_minerals.dataset.bundled.load import bundled_records
    from centralasia_minerals.dataset.bundled.snapshot import to_snapshot

    dataset = bundled_records(name)
    return to_snapshot((dataset.version, tuple(dataset.records.items())))


def get_build_hook() -> type:
    """Return the hook that hatchling asks for; the package itself never needs hatchling."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class SnapshotHook(BuildHookInterface):  # type: ignore[misc]  # Any, where hatchling is not installed
        """Adds the snapshots to every wheel that is not editable."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Make the snapshots, and have them put into the wheel."""
            if version == "editable":
                return
            sys.path.insert(0, str(_SOURCE_FOLDER))
            try:
                snapshots = {name: bundled_snapshot(name) for name in PLACES}
            finally:
                sys.path.remove(str(_SOURCE_FOLDER))
            self._folder = tempfile.TemporaryDirectory()
            for name, snapshot in snapshots.items():
                file = Path(self._folder.name, f"{name}.json")
                file.write_text(snapshot, "utf-8", newline="\n")
                build_data["force_include"][str(file)] = PLACES[name]

        def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling passes them
            """Remove the snapshots once the wheel is built."""
            if version != "editable":
                self._folder.cleanup()

    return SnapshotHook
