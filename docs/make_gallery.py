"""Draws the pictures of the gallery into ``docs/_static/gallery``; needs the extra ``charts``.

Every chart is drawn of both datasets, on light and on dark: ``region-timeline-dark.svg``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

FOLDER = Path(__file__).parent / "_static" / "gallery"
DATASETS = {"bundled": cam.load, "region": lambda: cam.load("region")}
THEMES = ("light", "dark")

CHARTS: dict[str, Callable[..., Any]] = {
    "rungs": charts.undertakings_by_rung,
    "totals": lambda ds, **look: charts.totals_by_group(
        ds, "money", kinds=None, stages=None, sectors=None, **look
    ),
    "history": lambda ds, **look: charts.figure_history(ds, history_of(ds), **look),
    "timeline": lambda ds, **look: charts.timeline(
        cam.timeline(ds.deals.where(stage=["signed", "closed", "done"])), **look
    ),
    "parties": charts.parties_by_mineral,
    "left-out": charts.left_out,
}
"""The charts of the gallery, as ``gallery.md`` shows them."""


def history_of(ds: cam.Dataset) -> str:
    """Return the deal of a dataset whose figure has changed most."""
    known = (id for id in ("kz-de-hms-bergbau-lithium", "kz-us-tungsten") if id in ds.deals)
    return next(known)


def name_of(dataset: str, chart: str, theme: str) -> str:
    """Return the name of a picture."""
    return f"{dataset}-{chart}-{theme}.svg"


def make(folder: Path) -> list[Path]:
    """Draw all pictures into a folder, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for dataset, load in DATASETS.items():
        ds = load()
        for chart, draw in CHARTS.items():
            for theme in THEMES:
                made.append(folder / name_of(dataset, chart, theme))
                charts.save(draw(ds, theme=theme), made[-1])
    return made


if __name__ == "__main__":
    print(f"{len(make(Path(sys.argv[1]) if sys.argv[1:] else FOLDER))} pictures")
