"""The notebooks run without a network, show what they are there to show, and become pages."""

from __future__ import annotations

import os
import socket
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import notebooks
import pytest
import site_build
from document_pages import DOCS, ROOT, links_of

NOTEBOOKS = {notebook.stem: notebook for notebook in notebooks.notebooks()}
# What each notebook is there to show, in the text of its results or in what it prints.
SHOWN = {
    "add_your_own_deal": ["all 3 cited passages match", "USD 1,120,000,000", "3 problems found"],
    "first_look": ["One signed deal has a published cost", "about EUR 952,000,000", "6 November"],
    "in_russian": [
        "Учтено: одно подписанное",
        "около 410 килотонн",
        "до 900 млн долларов",
        "Kassym-Jomart Tokayev",
    ],
    "totals_that_do_not_lie": ["outside the sectors", "high: open", "MissingRateError"],
    "what_was_known_when": ["2024-12-31", "estimated USD 1,100,000,000", "(inferred)"],
    "who_deals_with_whom": ["Kazakhstan:", "memoranda, of which", "Tungsten plant at Boguty"],
}
DRAWS = {name for name, file in NOTEBOOKS.items() if "import charts" in file.read_text("utf-8")}


def needed(module: str, of: str) -> None:
    """Skip without a module of another dependency group, unless it must not skip."""
    is_required = f"CENTRALASIA_MINERALS_REQUIRE_{of}" in os.environ
    site_build.needed(find_spec(module), f"install {module}", is_required=is_required)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a notebook asks for a network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def ran(request: pytest.FixtureRequest, no_network: None) -> list[notebooks.Ran]:
    if request.param in DRAWS:
        needed("altair", "CHARTS")
    return [*notebooks.run(NOTEBOOKS[request.param])]


def test_every_notebook_has_its_case_here() -> None:
    assert set(NOTEBOOKS) == set(SHOWN)


@pytest.mark.parametrize(("ran", "expected"), SHOWN.items(), ids=SHOWN, indirect=["ran"])
def test_a_notebook_runs_and_shows_what_it_is_there_for(
    ran: list[notebooks.Ran], expected: list[str]
) -> None:
    shown = "\n".join(one.printed + (str(one.result) if one.shows else "") for one in ran)

    plain = shown.replace("\xa0", " ")
    assert [] == [one for one in expected if one not in plain]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_begins_with_its_title_and_explains_itself(name: str) -> None:
    first, second, *_ = cells = [*notebooks.cells_of(NOTEBOOKS[name])]

    assert first.is_text
    assert first.source.startswith("# ")
    assert not second.is_text
    assert 4 < sum(one.is_text for one in cells)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_links_of_a_notebook_lead_to_pages(name: str) -> None:
    for target in links_of(NOTEBOOKS[name]):
        assert (NOTEBOOKS[name].parent / target.partition("#")[0]).exists(), target


def test_the_list_of_notebooks_leads_to_each() -> None:
    listed = [target for target in links_of(DOCS / "notebooks.md") if target.endswith(".py")]

    assert sorted(listed) == [f"../examples/notebooks/{name}.py" for name in sorted(NOTEBOOKS)]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_jupytext_reads_the_same_cells(name: str) -> None:
    needed("jupytext", "SITE")
    import jupytext

    read = jupytext.read(NOTEBOOKS[name]).cells

    assert [(one.cell_type == "markdown", one.source) for one in read] == [
        (one.is_text, one.source) for one in notebooks.cells_of(NOTEBOOKS[name])
    ]


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    file = tmp_path / "invented.py"
    file.write_text("# %% [markdown]\n# # Title\n#\n# See [it](../../docs/totals.md).\n", "utf-8")
    return file


def add(notebook: Path, code: str) -> list[notebooks.Ran]:
    notebook.write_text(notebook.read_text("utf-8") + f"\n# %%\n{code}\n", "utf-8")
    return [*notebooks.run(notebook)]


def test_a_cell_shows_what_it_prints_and_what_stands_last(notebook: Path) -> None:
    _, cell = add(notebook, "a = 1\nprint(a)\na + 1")

    assert ("1\n", 2) == (cell.printed, cell.result)


def test_a_cell_that_ends_in_a_statement_shows_nothing(notebook: Path) -> None:
    _, cell = add(notebook, "a = 1")

    assert not cell.shows


def test_a_cell_that_fails_is_told_by_its_line(notebook: Path) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        add(notebook, "1 / 0")

    assert "invented.py, cell at line 7" in str(raised.traceback[-1].path)


def test_a_notebook_leaves_nothing_behind(
    notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    add(notebook, "from pathlib import Path\nPath('left.txt').write_text('x')")

    assert [notebook] == list(tmp_path.iterdir())
    assert tmp_path == Path.cwd()


def test_a_page_has_the_text_the_code_and_what_they_show(notebook: Path, tmp_path: Path) -> None:
    ran = add(notebook, "import centralasia_minerals as cam\nprint('so')\ncam.total(cam.load())")

    page = notebooks.page_of(ran, "invented", tmp_path)

    assert page.startswith("# Title\n\nSee [it](../totals.md).\n")
    assert "```python\nimport centralasia_minerals as cam\n" in page
    assert "```text\nso\n```" in page
    assert "{raw} html" in page
    assert "kz-us-tungsten" in page


def test_a_picture_of_a_page_is_a_file_beside_it(notebook: Path, tmp_path: Path) -> None:
    for module in ("altair", "vl_convert"):
        needed(module, "CHARTS")
    code = (
        "import centralasia_minerals as cam\n"
        "from centralasia_minerals.adapters import charts\n"
        "charts.left_out(cam.load())"
    )

    page = notebooks.page_of(add(notebook, code), "invented", tmp_path)

    assert "```{image} invented-1.svg\n:alt: " in page
    assert (tmp_path / "invented-1.svg").read_text("utf-8").startswith("<svg")


def test_notebooks_are_shipped_with_the_examples() -> None:
    assert notebooks.NOTEBOOKS == ROOT / "examples" / "notebooks"
