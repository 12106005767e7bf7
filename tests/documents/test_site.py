"""What the site is made of: a page for each public name, links to them, and a file for models."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import api_pages
import contents
import llms_txt
import pytest
from document_pages import DOCS

import centralasia_minerals as cam

NAMES = api_pages.public_names()


def value_of(name: str) -> Any:
    module, _, last = f"centralasia_minerals.{name}".rpartition(".")
    return getattr(import_module(module), last)


def test_every_public_name_has_a_page_and_every_page_a_name(tmp_path: Path) -> None:
    stray = tmp_path / "stray.rst"
    stray.write_text("of a name that is no more", "utf-8")

    api_pages.write_pages(tmp_path)

    own = {name for name in NAMES if not name.startswith("adapters.")}
    assert own == set(cam.__all__) - {"__version__"}
    assert {f"{name}.rst" for name in NAMES} == {file.name for file in tmp_path.iterdir()}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_name_says_what_it_is(name: str) -> None:
    value, page = value_of(name), api_pages.text_of(name)

    if inspect.isclass(value) or inspect.isfunction(inspect.unwrap(value)):
        assert f":: centralasia_minerals.{name}\n" in f"{page}\n"
        assert inspect.getdoc(value)
    else:
        assert re.search(rf"^\.\. py:data:: {name}\n\n   \w", page, re.MULTILINE)


def public_members() -> list[str]:
    """Give the methods and properties that the public classes have from us."""
    found = []
    for name in NAMES:
        cls = value_of(name)
        for base in cls.__mro__ if inspect.isclass(cls) else ():
            if base.__module__.startswith("centralasia_minerals"):
                found += [f"{name}.{key}" for key, value in vars(base).items() if shown(key, value)]
    return sorted(set(found))


def shown(key: str, value: object) -> bool:
    is_code = inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod)
    return is_code and not key.startswith("_")


def test_every_public_method_and_property_is_documented() -> None:
    """A field stands under ``Attributes:`` of its class, which another test looks after."""
    members = public_members()
    silent = [
        member
        for member in members
        if not inspect.getdoc(
            getattr(value_of(member.rpartition(".")[0]), member.rpartition(".")[2])
        )
    ]

    assert "Total.explain" in members
    assert [] == silent


def test_the_contents_are_read_from_lists_of_links_under_headings() -> None:
    links = "- [A](a.md): first\n- [B](x/b.md): second\n"
    text = f"# Site\n\n- [No](no.md): in no part\n\n## One\n\n{links}"

    (part,) = contents.parts_of(text)

    assert ("One", ["a", "x/b"]) == (part.caption, [entry.page for entry in part.entries])


def test_the_file_for_models_leads_to_every_page_as_markdown() -> None:
    parts = contents.contents_in(DOCS)

    lines = llms_txt.text_of(parts, title="Site", about="What it is.").splitlines()

    assert ["# Site", "", "> What it is."] == lines[:3]
    assert [f"## {part.caption}" for part in parts] == [one for one in lines if one[:3] == "## "]
    for part in parts:
        for entry in part.entries:
            assert f"- [{entry.title}](_sources/{entry.page}.md): {entry.about}" in lines
