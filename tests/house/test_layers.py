"""The floors of the house, as import-linter sees them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "centralasia_minerals"
FLOORS = ["errors", "rendering", "values", "entities", "dataset", "aggregation", "adapters"]
FILES = sorted(PACKAGE.rglob("*.py"))


def test_floors_know_only_floors_below_and_no_two_files_import_each_other(monkeypatch) -> None:
    monkeypatch.chdir(ROOT)

    status = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert status == EXIT_STATUS_SUCCESS


def floor_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_leading_dot_means_my_own_floor_and_the_full_name_a_lower_one(file: Path) -> None:
    if floor_of(file) not in FLOORS:
        return  # the face of the package and the command line stand above the floors

    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.level == 1, f"{file}: a relative import may not leave its folder"
        elif isinstance(node, ast.ImportFrom) and node.module:
            top, _, rest = node.module.partition(".")
            if top == "centralasia_minerals":
                below = rest.partition(".")[0] or node.names[0].name
                assert FLOORS.index(below) < FLOORS.index(floor_of(file)), f"{file}: {node.module}"


def test_every_file_stands_on_a_floor() -> None:
    strays = {floor_of(file) for file in FILES} - {*FLOORS, "__init__", "__main__"}

    assert set() == strays
