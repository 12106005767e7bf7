"""The public names: listed once, loaded on first use, and typed by nothing that is not public."""

from __future__ import annotations

import ast
import doctest
import inspect
import pydoc
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import centralasia_minerals as cam
import centralasia_minerals.dataset

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

    assert str(cam.total(cam.load())).replace("explain()", "--explain") in printed
    assert cam.load().version in printed


def session_of(module: ModuleType) -> list[str]:
    """Give the calls of a docstring that doctest runs, without those that only import."""
    shown = doctest.DocTestParser().get_examples(inspect.getdoc(module) or "")
    return [one.source.partition("  #")[0].strip() for one in shown if "import" not in one.source]


def calls_in_a_block(module: ModuleType) -> list[str]:
    """Give the calls of a docstring that doctest cannot run, since they need files or an extra."""
    lines = (inspect.getdoc(module) or "").splitlines()
    return [line.partition("#")[0].strip() for line in lines if line.startswith("    ")]


def first_screen(module: ModuleType) -> str:
    return "\n".join(re.sub(".\b", "", pydoc.render_doc(module)).splitlines()[:50])


def test_the_docstring_shows_ten_calls(tmp_path: Path) -> None:
    assert 10 == len(session_of(cam)) + len(calls_in_a_block(cam))


@pytest.mark.parametrize("module", [cam, centralasia_minerals.dataset], ids=["package", "dataset"])
def test_the_calls_on_files_of_your_own_work(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("texts", "page.txt").write_text("Zimbabwe has lithium.\n", "utf-8")
    draft = """
        [[sources]]
        id = "page"
        title = "A page"
        text = "texts/page.txt"
        published = "2026-01"
        [[countries]]
        id = "ZW"
        names = [{ text = "Zimbabwe" }]
    """
    Path("draft.toml").write_text(draft, "utf-8")
    cam.build("draft.toml", "mine.toml")
    names = {"cam": cam, "ds": cam.load()}

    results = [eval(call, dict(names)) for call in calls_in_a_block(module)]

    assert results
    assert "ZW" in next(one for one in results if isinstance(one, cam.Dataset)).countries


def test_the_calls_of_the_adapters_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("altair", "vl_convert"):
        pytest.importorskip(module, reason=f"{module} is in another dependency group")
    from centralasia_minerals import adapters
    from centralasia_minerals.adapters import charts, ecb_rates, frames, hypothesis

    monkeypatch.chdir(tmp_path)
    ds = cam.load()
    ledger = cam.ledger(ds)
    tables = ledger.to_table(), ledger.covers_table(), ledger.bids_table()
    rows, covers, bids = (table.to_polars() for table in tables)
    names = {
        "cam": cam, "ds": ds, "rows": rows, "covers": covers, "bids": bids,
        "charts": charts, "ecb_rates": ecb_rates, "frames": frames, "hypothesis": hypothesis,
    }  # fmt: skip

    for call in (*calls_in_a_block(adapters), *calls_in_a_block(charts)):
        eval(call, names)

    assert ["out.svg"] == [file.name for file in tmp_path.iterdir()]
    assert {*charts.__all__} == set(re.findall(r"charts\.(\w+)\(", inspect.getdoc(charts) or ""))


PUBLIC_MODULES = [
    "", "adapters", "analysis", "dataset", "entities", "rendering", "values",
    *(f"adapters.{file.stem}" for file in PACKAGE.glob("adapters/[!_]*.py")),
]  # fmt: skip


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_help_shows_the_calls_that_matter_on_the_first_screen(name: str) -> None:
    module = import_module(f"{cam.__name__}.{name}".rstrip("."))
    last = (inspect.getdoc(module) or "").splitlines()[-1]

    assert session_of(module) or calls_in_a_block(module)
    assert last in first_screen(module)


def test_help_on_the_command_line_names_every_command() -> None:
    from centralasia_minerals import __main__, cli

    told = re.findall(r"^    centralasia-minerals (\w+)", inspect.getdoc(cli) or "", re.MULTILINE)

    assert list(__main__._COMMANDS) == sorted(told, key=list(__main__._COMMANDS).index)


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
