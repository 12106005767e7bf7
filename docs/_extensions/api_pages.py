"""Makes a page for each public name, which Sphinx fills from the docstrings.

The pages are written to ``api/`` when the site is built. ``reference.md`` lists the names and leads
to them; a table of contents of some two hundred names on every page would help nobody.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING

import centralasia_minerals as cam
import centralasia_minerals.adapters

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PACKAGE = "centralasia_minerals"
FOLDER = "api"
_NO_PAGE = {"__version__"}


def public_names() -> tuple[str, ...]:
    """Return every public name that has a page: those of the package, then those of adapters."""
    own = sorted(set(cam.__all__) - _NO_PAGE)
    return (*own, *adapter_names())


def adapter_names() -> Iterator[str]:
    """Return the public names of the adapters, such as ``adapters.frames.total``."""
    for found in iter_modules(centralasia_minerals.adapters.__path__, "adapters."):
        module = import_module(f"{PACKAGE}.{found.name}")
        if found.ispkg and not hasattr(module, "__all__"):
            continue  # the inner rooms of an adapter
        for name in sorted(getattr(module, "__all__", _made_in(module))):
            yield f"{found.name}.{name}"


def _made_in(module: ModuleType) -> list[str]:
    return [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__
    ]


def page_of(name: str) -> str:
    """Return the name of the page of a public name, without an ending."""
    return f"{FOLDER}/{name}"


def text_of(name: str) -> str:
    """Return the page of a public name, in reStructuredText."""
    title = name if name.startswith("adapters.") else f"cam.{name}"
    head = [":orphan:", "", title, "=" * len(title), "", f".. currentmodule:: {PACKAGE}", ""]
    return "\n".join([*head, *_body(name)])


def _body(name: str) -> list[str]:
    module, _, last = f"{PACKAGE}.{name}".rpartition(".")
    value = getattr(import_module(module), last)
    if inspect.isclass(value) and issubclass(value, BaseException):
        return [f".. autoexception:: {module}.{last}", "   :show-inheritance:"]
    if inspect.isclass(value):
        return [f".. autoclass:: {module}.{last}", "   :members:", "   :inherited-members:"]
    if inspect.isfunction(inspect.unwrap(value)):
        return [f".. autofunction:: {module}.{last}"]
    home = f"{PACKAGE}.{cam._HOMES[name]}" if name in cam._HOMES else _home_of(module, last)
    return [f".. py:data:: {name}", "", *_of_data(home, last, value)]


def _home_of(module: str, name: str) -> str:
    """Return the module in which a name that a module imports from ours is first written."""
    imported = re.search(rf"^from (\S+) import .*\b{name}\b", source_of(module), re.MULTILINE)
    return imported[1] if imported else module


def source_of(module: str) -> str:
    """Return the source of a module."""
    return inspect.getsource(import_module(module))


def _of_data(home: str, name: str, value: object) -> Iterator[str]:
    """Give what is said of something that is no class or function, and what it stands for."""
    code, told = assignment_of(home, name)
    yield from (f"   {line}" for line in [*told.splitlines(), ""])
    if not isinstance(value, (int, tuple)):
        yield from (
            "   .. code-block:: python",
            "",
            *(f"      {line}" for line in code.splitlines()),
        )


def assignment_of(module: str, name: str) -> tuple[str, str]:
    """Return the lines of a module that give a name its value, and the docstring below them."""
    text = source_of(module)
    body = ast.parse(text).body
    for node, following in pairwise([*body, ast.Pass()]):
        if isinstance(node, ast.AnnAssign | ast.Assign) and name in _targets(node):
            code = ast.get_source_segment(text, node.value) if node.value else ""
            told = following.value if isinstance(following, ast.Expr) else None
            if isinstance(told, ast.Constant) and isinstance(told.value, str):
                return f"{name} = {code}", inspect.cleandoc(told.value)
            raise LookupError(f"{module}.{name} has no docstring below it")
    raise LookupError(f"{module} gives no value to {name}")


def _targets(node: ast.AnnAssign | ast.Assign) -> list[str]:
    given = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
    return [one.id for one in given if isinstance(one, ast.Name)]


def write_pages(folder: Path) -> None:
    """Write the page of each public name, and take away those of names that are no more."""
    folder.mkdir(exist_ok=True)
    wanted = {f"{name}.rst": text_of(name) for name in public_names()}
    for stray in {file.name for file in folder.iterdir()} - wanted.keys():
        (folder / stray).unlink()
    for file, text in wanted.items():
        path = folder / file
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir, FOLDER)))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
