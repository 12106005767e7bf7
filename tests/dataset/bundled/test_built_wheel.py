"""A wheel carries the snapshot, and loads from it what the data files hold."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import types
import zipfile
from pathlib import Path

import pytest

from centralasia_minerals.dataset.bundled.build_snapshot import (
    PLACES,
    bundled_snapshot,
    get_build_hook,
)
from centralasia_minerals.dataset.files.read_write import read
from centralasia_minerals.dataset.kinds import KINDS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
RECORDS = ROOT / "src" / "centralasia_minerals" / "dataset" / "data" / "articles"
DATA = PLACES["articles"].rpartition("/")[0]
# The copies that are built and installed here are not the code whose coverage is measured.
UNMEASURED = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
INGREDIENTS = ("pyproject.toml", "README.md", "LICENSE", "src")


def pip(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, env=UNMEASURED)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel out of a copy; skip where pip cannot get what it builds with."""
    folder = tmp_path_factory.mktemp("built")
    for name in INGREDIENTS:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    built = pip("wheel", "--no-deps", "--wheel-dir", folder / "wheels", folder)
    if "pip subprocess to install build dependencies" in built.stderr:
        pytest.skip(f"pip cannot get what it builds with: {built.stderr.strip()[-300:]}")
    assert 0 == built.returncode, built.stderr
    (made,) = (folder / "wheels").iterdir()
    return made


def test_a_wheel_contains_the_snapshot_of_its_own_records(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        for name, place in PLACES.items():
            assert 1 == packed.namelist().count(place)
            assert bundled_snapshot(name).encode() == packed.read(place)
        held = {name for name in packed.namelist() if name.startswith(f"{DATA}/")}

    files = {
        f"{DATA}/{folder.name}/{file.name}"
        for folder in RECORDS.parent.iterdir()
        for file in folder.iterdir()
    }
    assert files | {*PLACES.values()} == held


def test_nothing_is_left_beside_the_records_that_a_wheel_was_built_of(wheel: Path) -> None:
    package = wheel.parents[1] / "src" / "centralasia_minerals"

    held = {entry.name for entry in (package / "dataset" / "data").iterdir()}
    assert {"articles", "region"} == held


_INSTALLED = """
import sys
from pathlib import Path

site, records = map(Path, sys.argv[1:])
sys.path.insert(0, str(site))
import centralasia_minerals as cam

assert site in Path(cam.__file__).parents, cam.__file__
assert cam.load() is cam.load()
read = cam.read(records)
assert read == cam.load()
assert read.version == cam.load().version
assert list(map(repr, read.records.values())) == list(map(repr, cam.load().records.values()))
assert cam.load("region").version >= read.version
print(*(len(kind) for kind in read.records.values()))
"""


def test_an_installed_wheel_loads_what_the_records_hold_without_reading_them(
    wheel: Path, tmp_path: Path
) -> None:
    installed = pip("install", "--no-deps", "--no-index", "--target", tmp_path / "site", wheel)
    assert 0 == installed.returncode, installed.stderr
    for name in PLACES:
        shutil.rmtree((tmp_path / "site" / DATA) / name)

    ran = subprocess.run(
        [sys.executable, "-I", "-c", _INSTALLED, str(tmp_path / "site"), str(RECORDS)],
        capture_output=True,
        text=True,
        timeout=120,
        env=UNMEASURED,
    )

    assert ("", 0) == (ran.stderr, ran.returncode)
    held = {kind: len(records) for kind, records in read(RECORDS).records.items()}
    assert list(KINDS) == list(held)
    assert any(held.values())
    assert list(map(str, held.values())) == ran.stdout.split()


class Interface:
    """Stands in for the class of hatchling, which only those who build wheels have."""


@pytest.mark.parametrize("version", ["standard", "editable"])
def test_the_hook_adds_the_snapshot_to_every_wheel_that_is_not_editable(monkeypatch, version):
    modules = ["hatchling", "hatchling.builders", "hatchling.builders.hooks"]
    for name in [*modules, "hatchling.builders.hooks.plugin"]:
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    plugin = types.ModuleType("hatchling.builders.hooks.plugin.interface")
    vars(plugin)["BuildHookInterface"] = Interface
    monkeypatch.setitem(sys.modules, plugin.__name__, plugin)
    hook, added = get_build_hook()(), {"force_include": {}}

    hook.initialize(version, added)

    if version == "editable":
        assert {} == added["force_include"]
    else:
        written = {
            place: Path(file).read_text("utf-8") for file, place in added["force_include"].items()
        }
        assert written == {place: bundled_snapshot(name) for name, place in PLACES.items()}
    hook.finalize(version, added, "")
    assert not any(Path(file).exists() for file in added["force_include"])
