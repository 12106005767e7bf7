"""The public names: listed once, loaded on first use, and typed by nothing that is not public."""

from __future__ import annotations

import ast
import inspect
import pydoc
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import centralasia_minerals as cam

PACKAGE = Path(cam.__file__).parent
NAMES = sorted(set(cam.__all__) - {"__version__"})
# What the standard library and attrs give to annotations, and our type variables.
FOREIGN = {"BaseConverter", "Any", "Callable", "Collection",
           "Decimal", "Fraction", "Iterable", "Iterator", "Literal", "Mapping",
           "Path", "PlainQuantity", "Self", "Sequence", "Unpack", "bool", "bytes", "cls", "date",
           "dict", "float", "frozenset", "int", "list", "object", "pint", "self", "set", "slice",
           "str", "tuple", "type", "UnitRegistry", "ClassVar", "nw"}  # fmt: skip


def imports_in(file: Path) -> dict[str, str]:
    """Give what the block for type checkers imports: name to module."""
    block = next(n for n in ast.parse(file.read_text("utf-8")).body if isinstance(n, ast.If))
    return {
        alias.name: str(node.module)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    }


def test_a_type_checker_sees_the_names_of_the_table() -> None:
    assert cam._HOMES == imports_in(PACKAGE / "__init__.py")


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_loads_and_says_what_it_is(name: str) -> None:
    value = getattr(cam, name)

    if inspect.isclass(value) or inspect.isfunction(value):
        assert inspect.getdoc(value)


def test_an_unknown_name_is_an_attribute_error_that_suggests() -> None:
    with pytest.raises(AttributeError, match="did you mean 'total'"):
        _ = cam.totl


def test_dir_lists_the_public_names() -> None:
    assert sorted(cam.__all__) == dir(cam)


def test_the_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert version("centralasia-minerals") == cam.__version__


def test_the_command_line_prints_the_default_total() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "centralasia_minerals"], capture_output=True, text=True, check=True
    ).stdout

    assert str(cam.total(cam.load())) in printed
    assert cam.load().version in printed


def calls_in_the_docstring() -> list[str]:
    lines = (inspect.getdoc(cam) or "").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.startswith("    ")]


def test_the_docstring_shows_ten_calls_and_each_of_them_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    mine = 'format = 1\n[[countries]]\nid = "ZW"\nnames = [{ text = "Zimbabwe" }]\n'
    Path("mine.toml").write_text(mine, "utf-8")
    names: dict[str, object] = {"cam": cam}
    first, *others = calls_in_the_docstring()

    exec(first, names)
    results = [eval(call, names) for call in others]

    assert 9 == len(results)
    assert "kz-us-tungsten" in cam.load().deals.where(country="KZ", stage="signed")
    assert all(result is not None for result in results)


def test_help_shows_the_ten_calls_before_anything_else() -> None:
    shown = re.sub(".\b", "", pydoc.render_doc(cam))

    assert 0 < shown.index("cam.load()") < shown.index("ds.merge(cam.read(") < 3000


def definition_of(name: str) -> ast.AST | None:
    tree = ast.parse((PACKAGE / f"{cam._HOMES[name].replace('.', '/')}.py").read_text("utf-8"))
    found = (node for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef)))
    return next((node for node in found if node.name == name), None)


def annotations_in(node: ast.AST) -> Iterator[ast.expr]:
    """Give the annotations that a user of a public function or class can see."""
    if isinstance(node, ast.FunctionDef):
        arguments = node.args
        given = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
        for argument in (*given, arguments.vararg, arguments.kwarg):
            if argument is not None and argument.annotation is not None:
                yield argument.annotation
        if node.returns is not None:
            yield node.returns
    elif isinstance(node, ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, ast.AnnAssign) and isinstance(inner.target, ast.Name):
                if not inner.target.id.startswith("_"):
                    yield inner.annotation
            elif isinstance(inner, ast.FunctionDef) and is_public(inner.name):
                yield from annotations_in(inner)


def is_public(name: str) -> bool:
    return not name.startswith("_") or (name.startswith("__") and name.endswith("__"))


def names_in(annotation: ast.expr) -> Iterator[str]:
    """Give the names in an annotation, what stands in a Literal left out."""
    if isinstance(annotation, ast.Subscript) and getattr(annotation.value, "id", "") == "Literal":
        return
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        yield from names_in(ast.parse(annotation.value, mode="eval").body)
    elif isinstance(annotation, ast.Name):
        yield annotation.id
    for inner in ast.iter_child_nodes(annotation):
        if isinstance(inner, ast.expr):
            yield from names_in(inner)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_is_not_public_stands_in_a_public_signature(name: str) -> None:
    node = definition_of(name)
    used = {used for one in annotations_in(node) for used in names_in(one)} if node else set()

    hidden = {one for one in used - FOREIGN - set(NAMES) if len(one) > 1}

    assert set() == hidden


def test_a_hidden_name_in_a_signature_is_found() -> None:
    (node,) = ast.parse("def total(deals: Hidden, *, by: 'list[Other]') -> int: ...").body

    assert {"Hidden", "Other", "list", "int"} == {
        used for one in annotations_in(node) for used in names_in(one)
    }
