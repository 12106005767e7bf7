"""Saves charts as PNG, SVG, PDF or HTML, whole or not at all, with everything that they need."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.rendering.files.file_access import path_of
from centralasia_minerals.rendering.files.whole_files import write_whole

from .look import altair, missing
from .picture import EMBED_OPTIONS

_PIXELS = 2
"""How many pixels of a PNG a pixel of the chart has, across and down."""


def save(chart: Any, path: str | Path) -> None:
    """Save a chart in the format that the end of the path names."""
    if not hasattr(chart, "to_dict"):
        raise InvalidTypeError.of("a chart", chart, "give what a function of charts returned")
    file = path_of(path, "a chart")
    write = _WRITERS.get(file.suffix.lower())
    if write is None:
        remedy = f"let it end in one of: {', '.join(_WRITERS)}"
        raise InvalidValueError("the format of a chart", f"{file.name!r:.120}", remedy)
    converter, version = _converter(), _version()
    spec = chart.to_dict()
    # It is the address of a description, and nobody needs to read it.
    spec.pop("$schema", None)
    write_whole({file: write(spec, converter, version)}, "a chart")


def _converter() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise missing("vl-convert-python") from None
    return vl_convert


def _version() -> str:
    """Return the version of Vega-Lite that the charts of this altair are written for."""
    return ".".join(altair().SCHEMA_VERSION.removeprefix("v").split(".")[:2])


def _png(spec: dict[str, Any], converter: Any, version: str) -> bytes:
    return bytes(converter.vegalite_to_png(spec, vl_version=version, scale=_PIXELS))


def _svg(spec: dict[str, Any], converter: Any, version: str) -> bytes:
    drawn: str = converter.vegalite_to_svg(spec, vl_version=version)
    return drawn.encode()


def _pdf(spec: dict[str, Any], converter: Any, version: str) -> bytes:
    return bytes(converter.vegalite_to_pdf(spec, vl_version=version))


def _html(spec: dict[str, Any], converter: Any, version: str) -> bytes:
    """Return a page with the libraries in it, which loads nothing.

    The library's own page would end its script where a title says so, and names addresses.
    """
    libraries = _HOST.sub("", converter.javascript_bundle(vl_version=version))
    options = {**EMBED_OPTIONS, "mode": "vega-lite", "renderer": "svg"}
    page = _PAGE.format(
        title=escape(str(spec.get("description", "Chart"))),
        ground=escape(str(spec.get("background", "white"))),
        libraries=libraries, spec=_inside_script(spec), options=_inside_script(options),
    )  # fmt: skip
    return page.encode()


def _inside_script(value: object) -> str:
    r"""Return a value as JSON that a page may hold: no text in it ends the script."""
    return json.dumps(value, ensure_ascii=True).replace("<", "\\u003c")


# The libraries name their authors and each other; what is left of an address is such a name.
_HOST = re.compile(r"https?://(?!www\.w3\.org/)[\w-]+(?:\.[\w-]+)+")

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
body {{ margin: 0; background: {ground}; }}
#chart {{ overflow-x: auto; }}
</style>
<script>{libraries}</script>
</head>
<body>
<div id="chart"></div>
<script>
vegaEmbed("#chart", {spec}, {options}).catch(console.error);
</script>
</body>
</html>
"""

_WRITERS: dict[str, Callable[[dict[str, Any], Any, str], bytes]] = {
    ".png": _png, ".svg": _svg, ".pdf": _pdf, ".html": _html,
}  # fmt: skip
