"""The lines of small frames, computed, and lines of sums added up."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import localcontext
from typing import Any

from centralasia_minerals.analysis.counting.on_tables.passed_rows import Frame
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
    found: Mapping[str, list[Any]] = frame.collect().to_dict(as_series=False)
    return [dict(zip(found, line, strict=True)) for line in zip(*found.values(), strict=True)]
