"""Charts of the bundled data and of invented deals, and what is in their drawings."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from analysis_builders import SCALES

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

LIBRARIES = ("altair", "vl_convert")


def skip_without_the_library() -> None:
    """Skip a module of tests where charts cannot be drawn, unless they must be."""
    for library in LIBRARIES:
        try:
            importlib.import_module(library)
        except ImportError:
            if os.environ.get("CENTRALASIA_MINERALS_REQUIRE_CHARTS"):
                raise
            reason = f"{library} is not installed; see the dependency group charts"
            pytest.skip(reason, allow_module_level=True)


@cache
def data(name: str) -> cam.Dataset:
    return cam.load(name) if name else cam.load()


def all_charts(ds: cam.Dataset, **look: Any) -> dict[str, Callable[[], Any]]:
    """Give one chart of each sort, by its name, not drawn yet."""
    one = next((deal for deal in ds.deals if deal.amounts), None)
    made = {
        "rungs": lambda: charts.undertakings_by_rung(ds, **look),
        "groups": lambda: charts.totals_by_group(ds, "country", stages=None, kinds=None, **look),
        "timeline": lambda: charts.timeline(ds, **look),
        "matrix": lambda: charts.parties_by_mineral(ds, **look),
        "left out": lambda: charts.left_out(ds, **look),
    }
    if one is not None:
        made["history"] = lambda: charts.figure_history(ds, one, **look)
    return made


def rows_of(chart: Any) -> list[dict[str, Any]]:
    """Give the rows that the marks of a chart are drawn of."""
    spec = chart.to_dict()
    named = [row for rows in spec.get("datasets", {}).values() for row in rows]
    return [*named, *_values_in(spec)]


def _values_in(spec: object) -> Iterator[dict[str, Any]]:
    if isinstance(spec, dict):
        data = spec.get("data")
        if isinstance(data, dict):
            yield from data.get("values", [])
        for inner in spec.values():
            yield from _values_in(inner)
    elif isinstance(spec, list):
        for inner in spec:
            yield from _values_in(inner)


def texts_of(chart: Any) -> str:
    """Give all that can be read on a chart, its title and subtitle too, as one line."""
    title = chart.to_dict()["title"]
    said = [
        *title["text"],
        *title["subtitle"],
        *(str(row.get("text", "")) for row in rows_of(chart)),
    ]
    return " ".join(" ".join(said).split())


_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?: (million|billion|trillion))?")


def figures_in(text: str) -> list[Decimal]:
    """Give the numbers that a text prints, exactly."""
    return [
        Decimal(digits.replace(",", "")) * SCALES[scale] for digits, scale in _NUMBER.findall(text)
    ]
