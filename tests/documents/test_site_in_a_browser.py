"""Every page of the site opens in a browser, light and dark, wide and narrow, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import contents
import pytest
from document_pages import DOCS
from site_build import build

SIZES = [(1400, 900), (400, 800)]
# One page for each sort of public name stands for the rest: they are made alike.
API = ["Deal", "Stage", "Deals", "DataError", "Total", "total", "adapters.frames.total"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_page_opens_quietly_asks_for_nothing_and_fits(
    site: Path, browser: Any, scheme: str, size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": height}, offline=True
    )
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: told.append(f"{tab.url}: {error}"))
    tab.on("request", lambda asked: told.append(asked.url) if not is_local(asked.url) else None)

    for name in pages():
        tab.goto((site / f"{name}.html").as_uri())
        if tab.evaluate("document.documentElement.scrollWidth") > width:
            told.append(f"{name} is wider than {width} pixels")

    context.close()
    assert [] == told


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("switched", ["light", "dark"])
def test_the_pictures_of_the_gallery_follow_the_switch_whatever_the_system_prefers(
    site: Path, browser: Any, scheme: str, switched: str
) -> None:
    context = browser.new_context(color_scheme=scheme, offline=True)
    tab = context.new_page()
    tab.goto((site / "gallery.html").as_uri())
    tab.evaluate(f"document.body.dataset.theme = '{switched}'")

    seen = [
        picture.get_attribute("src")
        for picture in tab.query_selector_all("img[src*=gallery]")
        if picture.is_visible()
    ]

    context.close()
    assert len(seen) >= 6
    assert all(picture.endswith(f"-{switched}.svg") for picture in seen)


def pages() -> list[str]:
    listed = [entry.page for part in contents.contents_in(DOCS) for entry in part.entries]
    return [contents.FIRST_PAGE, *listed, "search", "genindex", *(f"api/{name}" for name in API)]


def is_local(address: str) -> bool:
    return address.startswith(("file:", "data:", "blob:"))
