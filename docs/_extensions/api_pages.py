"""Makes a page for each public name, which Sphinx fills from the docstrings.

The pages are written to ``api/`` when the site is built. ``reference.md`` lists the names and leads
to them; a table of contents of some two hundred names on every page would help nobody.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from sphinx.application import Sphinx
from sphinx.ext.napoleon import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docstrings import prepare_docstring

import centralasia_minerals as cam
import centralasia_minerals.adapters

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
    return [f".. py:data:: {module}.{last}", "", *_of_data(home, last, value)]


def _home_of(module: str, name: str) -> str:
    """Return the module in which a name that a module imports from ours is first written."""
    imported = re.search(rf"^from (\S+) import .*\b{name}\b", source_of(module), re.MULTILINE)
    return imported[1] if imported else module


def source_of(module: str) -> str:
    """Return the source of a module."""
    return inspect.getsource(import_module(module))


def _of_data(home: str, name: str, value: object) -> Iterator[str]:
    """Give what is said of something that is no class or function, and what it stands for."""
    for line in ModuleAnalyzer.for_module(home).find_attr_docs()["", name]:
        yield f"   {line}"
    if isinstance(value, (int, tuple, Mapping)):
        return
    code = assignment_of(home, name)
    yield from ("   .. code-block:: python", "", *(f"      {line}" for line in code.splitlines()), "")


def assignment_of(module: str, name: str) -> str:
    """Return the lines of a module that give a name its value."""
    text = source_of(module)
    for node in ast.parse(text).body:
        if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", None) == name:
            return f"{name} = {ast.get_source_segment(text, node.value)}" if node.value else ""
        if isinstance(node, ast.Assign) and name in (getattr(one, "id", "") for one in node.targets):
            return ast.get_source_segment(text, node) or ""
    raise LookupError(f"{module} gives no value to {name}")


def write_pages(app: Sphinx) -> None:
    """Write the page of each public name, and take away those of names that are no more."""
    folder = Path(app.srcdir, FOLDER)
    folder.mkdir(exist_ok=True)
    wanted = {f"{name}.rst": text_of(name) for name in public_names()}
    for stray in {file.name for file in folder.iterdir()} - wanted.keys():
        (folder / stray).unlink()
    for file, text in wanted.items():
        path = folder / file
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def skip(_app: Sphinx, what: str, _name: str, member: object, _skip: bool, _options: object) -> bool | None:
    """Leave out what the docstring of the class lists (fields, members), and what Python gives."""
    if what not in {"class", "exception"}:
        return None
    home = getattr(member, "__objclass__", None) or getattr(member, "__module__", None)
    is_field = inspect.ismemberdescriptor(member) or isinstance(member, Enum)
    is_foreign = inspect.isroutine(member) and not str(home).startswith(PACKAGE)
    return True if is_field or is_foreign else None


def undo_type_of_property(
    app: Sphinx, what: str, name: str, member: object, options: object, lines: list[str]
) -> None:
    """Read the docstring of a property anew: what stands before a colon in it is not its type."""
    if what == "property":
        told = prepare_docstring(member.__doc__ or "")
        lines[:] = GoogleDocstring(told, app.config, app, "method", name, member, options).lines()


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", write_pages)
    app.connect("autodoc-skip-member", skip)
    app.connect("autodoc-process-docstring", undo_type_of_property, priority=600)  # after napoleon
    return {"parallel_read_safe": True, "parallel_write_safe": True}
