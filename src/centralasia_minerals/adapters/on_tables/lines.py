"""The lines of small frames, computed, and lines of sums added up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import localcontext
from importlib.util import find_spec
from typing import Any

from centralasia_minerals.analysis.counting.on_tables.passed_rows import Frame
from centralasia_minerals.errors import MissingExtraError
from centralasia_minerals.values.exact_decimal import EXACT


def added(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one line for each currency out of several."""
    found: dict[str, dict[str, Any]] = {}
    for line in lines:
        known = found.setdefault(line["currency"], line)
        if known is not line:
            with localcontext(EXACT):
                for name, one in line.items():
                    if name in _SUMMED:
                        known[name] = _zero(known[name]) + _zero(one)
                    elif name != "currency":
                        known[name] = max(_zero(known[name]), _zero(one))
    return [*found.values()]


_SUMMED = ("low", "stated", "high", "rows", "closed")
"""What lines of sums are added by; of everything else, the most counts."""


def _zero(figure: Any) -> Any:
    return 0 if figure is None else figure


def lines_of(frame: Frame) -> list[dict[str, Any]]:
    """Return the lines of a small frame, computed."""
    found: Mapping[str, list[Any]] = computed(frame).to_dict(as_series=False)
    return [dict(zip(found, line, strict=True)) for line in zip(*found.values(), strict=True)]


def computed(frame: Frame) -> Any:
    """Return a lazy frame computed: by its own library, or else in one that holds exact decimals.

    Raises:
        MissingExtraError: neither polars nor pyarrow is installed, which the engine needs.
    """
    import narwhals as nw

    if frame.implementation in {getattr(nw.Implementation, one) for one in _EAGER}:
        return frame.collect()
    for library in ("polars", "pyarrow"):
        if find_spec(library):
            return frame.collect(library)
    raise MissingExtraError(
        f"a total in {frame.implementation.value}",
        "neither polars nor pyarrow is installed, in which its results are read",
        "pip install polars",
    )


_EAGER = ("POLARS", "PANDAS", "PYARROW", "MODIN", "CUDF")
