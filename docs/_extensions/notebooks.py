"""Runs the notebooks of ``examples/notebooks`` and makes a page of each, with what it shows.

A notebook is a Python file in the percent format: ``# %%`` begins a cell of code, and
``# %% [markdown]`` one of text. It is run here, cell by cell, in one process: no kernel and no
network is needed. The tests run the same cells by the same functions.
"""

from __future__ import annotations

import ast
import contextlib
import io
import linecache
import os
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NOTEBOOKS = Path(__file__).parents[2] / "examples" / "notebooks"
FOLDER = "notebooks"
LISTING = "notebooks"

_MARK = re.compile(r"^# %%(?P<text> \[markdown\])?\n", re.MULTILINE)
_NOTHING = object()
# On a narrow screen a picture keeps its size, and scrolls by itself.
_SCROLLED = """```{raw} html
<div class="chart notebook-chart">
```"""
_END = "```{raw} html\n</div>\n```"


class Cell(NamedTuple):
    """A cell: whether it is text, what is in it, and the line of the file it begins on."""

    is_text: bool
    source: str
    line: int


class Ran(NamedTuple):
    """A cell that ran: what it printed, and what its last expression came to, if it is one."""

    cell: Cell
    printed: str
    result: object

    @property
    def shows(self) -> bool:
        """Whether a notebook would show a result below the cell."""
        return self.result is not _NOTHING and self.result is not None


def notebooks() -> list[Path]:
    """Return the notebooks, by name."""
    return sorted(NOTEBOOKS.glob("*.py"))


def cells_of(notebook: Path) -> Iterator[Cell]:
    """Take a notebook apart; what stands before its first cell is for jupytext."""
    text = notebook.read_text("utf-8")
    marks = list(_MARK.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        source = text[mark.end() : end].strip("\n")
        if mark["text"]:
            source = "\n".join(
                line.removeprefix("#").removeprefix(" ") for line in source.splitlines()
            )
        yield Cell(bool(mark["text"]), source, text.count("\n", 0, mark.end()) + 1)


def run(notebook: Path) -> Iterator[Ran]:
    """Run a notebook in a folder that is removed behind it, and yield each cell as it ran."""
    names: dict[str, Any] = {"__name__": "__main__"}
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for cell in cells_of(notebook):
                yield Ran(cell, "", _NOTHING) if cell.is_text else _run(cell, notebook, names)
        finally:
            os.chdir(here)


def _run(cell: Cell, notebook: Path, names: dict[str, Any]) -> Ran:
    file = f"{notebook.name}, cell at line {cell.line}"
    linecache.cache[file] = (len(cell.source), None, cell.source.splitlines(keepends=True), file)
    tree = ast.parse(cell.source, file)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    result: object = _NOTHING
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, file, "exec"), names)  # noqa: S102  (the notebooks are ours)
        if isinstance(last, ast.Expr):
            result = eval(compile(ast.Expression(last.value), file, "eval"), names)  # noqa: S307
    return Ran(cell, printed.getvalue(), result)


def page_of(ran: Iterable[Ran], name: str, folder: Path) -> str:
    """Return the page of a notebook that ran; pictures are written into the folder."""
    parts = [
        part
        for number, one in enumerate(ran)
        for part in _parts(one, f"{name}-{number}.svg", folder)
    ]
    return "\n\n".join(parts) + "\n"


def _parts(ran: Ran, picture: str, folder: Path) -> Iterator[str]:
    if ran.cell.is_text:
        yield ran.cell.source.replace("](../../docs/", "](../")
        return
    yield f"```python\n{ran.cell.source}\n```"
    if ran.printed.strip():
        yield f"```text\n{ran.printed.rstrip()}\n```"
    if ran.shows:
        yield shown(ran.result, picture, folder)


def shown(result: Any, picture: str, folder: Path) -> str:
    """Return what a page shows of a result: a picture, a view, or its text."""
    if type(result).__module__.startswith("altair."):
        from centralasia_minerals.adapters import charts

        charts.save(result, folder / picture)
        image = f"```{{image}} {picture}\n:alt: {escape(_alt(result))}\n```"
        return "\n\n".join([_SCROLLED, image, _END])
    if hasattr(result, "_repr_html_"):
        view = result._repr_html_()
        return f'````{{raw}} html\n<div class="notebook-output">\n{view}\n</div>\n````'
    return f"```text\n{result!r}\n```"


def _alt(chart: Any) -> str:
    said = chart.to_dict().get("description", "Chart")
    return " ".join(str(said).split())


def write_pages(app: Sphinx) -> None:
    """Run every notebook and write its page."""
    folder = Path(app.srcdir, FOLDER)
    folder.mkdir(exist_ok=True)
    for stray in folder.iterdir():
        stray.unlink()
    for notebook in notebooks():
        page = page_of(run(notebook), notebook.stem, folder)
        (folder / f"{notebook.stem}.md").write_text(page, "utf-8")


def lead_to_pages(_app: Sphinx, page: str, source: list[str]) -> None:
    """Let the list of notebooks lead to their pages, where it led to their files."""
    if page != LISTING:
        return
    source[0] = re.sub(r"\]\(\.\./examples/notebooks/(\w+)\.py\)", rf"]({FOLDER}/\1.md)", source[0])
    found = re.findall(rf"\]\({FOLDER}/(\w+)\.md\)", source[0])
    lines = [f"{FOLDER}/{name}" for name in found]
    source[0] += "\n".join(["", "```{toctree}", ":hidden:", *lines, "```", ""])


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", write_pages)
    app.connect("source-read", lead_to_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
