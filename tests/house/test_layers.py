"""The house: floors that know only floors below them, and rooms of a size to live in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "centralasia_minerals"
FLOORS = [
    "wording",
    "errors",
    "rendering",
    "values",
    "entities",
    "dataset",
    "analysis",
    "adapters",
    "cli",
]
FILES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted({file.parent for file in FILES})

# The build backend runs it by its path, where a relative import has nothing to start from.
RUN_BY_PATH = {"dataset/bundled/build_snapshot.py"}
MOST_MODULES = {"entities": 20}
MOST_MODULES_ELSEWHERE = 15
MOST_LINES = 250
MOST_LINES_OF_A_FUNCTION = 60


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def floor_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_floors_know_only_floors_below_and_no_two_files_import_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert status == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_relative_import_stays_on_its_floor_and_the_full_name_reaches_a_lower_one(
    file: Path,
) -> None:
    if floor_of(file) not in FLOORS or name_of(file) in RUN_BY_PATH:
        return  # the face of the package and the command line stand above the floors

    depth = len(file.relative_to(PACKAGE).parts) - 1
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.level <= depth, f"{file}: a relative import may not leave its floor"
        elif isinstance(node, ast.ImportFrom) and node.module:
            top, _, rest = node.module.partition(".")
            if top == "centralasia_minerals":
                below = rest.partition(".")[0] or node.names[0].name
                assert FLOORS.index(below) < FLOORS.index(floor_of(file)), f"{file}: {node.module}"


def test_every_file_stands_on_a_floor() -> None:
    strays = {floor_of(file) for file in FILES} - {*FLOORS, "__init__", "__main__"}

    assert set() == strays


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_folder_holds_about_a_dozen_files(folder: Path) -> None:
    modules = [file for file in folder.glob("*.py") if file.name != "__init__.py"]

    assert len(modules) <= MOST_MODULES.get(folder.name, MOST_MODULES_ELSEWHERE)


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_a_folder_says_in_a_line_what_its_files_have_in_common(folder: Path) -> None:
    if folder == PACKAGE:
        return  # it names what is public

    tree = ast.parse((folder / "__init__.py").read_text("utf-8"))

    assert ast.get_docstring(tree)
    assert len(tree.body) == 1, "import from the module that has it"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_module_can_be_read_in_one_sitting(file: Path) -> None:
    text = file.read_text("utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]

    assert file.name == "__init__.py" or len(text.splitlines()) <= MOST_LINES
    for function in functions:
        assert function.end_lineno is not None
        assert function.end_lineno - function.lineno < MOST_LINES_OF_A_FUNCTION, function.name
