"""Says how Sphinx reads our docstrings, which list the fields and the members of a class."""

from __future__ import annotations

import inspect
from enum import Enum

from api_pages import PACKAGE
from sphinx.application import Sphinx
from sphinx.domains.python import PyObject
from sphinx.ext.napoleon import GoogleDocstring
from sphinx.util.docstrings import prepare_docstring


def skip(
    _app: Sphinx, what: str, _name: str, member: object, _skip: bool, _options: object
) -> bool | None:
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


def how_made(
    _app: Sphinx, what: str, _name: str, member: object, _options: object, *_said: object
) -> tuple[str, str] | None:
    """Say that a member of an enumeration is had by its text."""
    is_enumeration = what == "class" and isinstance(member, type) and issubclass(member, Enum)
    return ("(text)", "") if is_enumeration else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    for one in PyObject.doc_field_types:
        if one.name == "variable":
            one.label = "Fields"  # which they are, and not variables
    app.connect("autodoc-skip-member", skip)
    app.connect("autodoc-process-signature", how_made)
    app.connect("autodoc-process-docstring", undo_type_of_property, priority=600)  # after napoleon
    return {"parallel_read_safe": True, "parallel_write_safe": True}
