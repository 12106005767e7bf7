"""Views in a browser: a phone and a desk, light and dark, an empty console and no request.

Skipped without a browser, unless CENTRALASIA_MINERALS_REQUIRE_BROWSER is set.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from view_examples import HOSTILE, examples, public_classes

import centralasia_minerals as cam
from centralasia_minerals.rendering.views.as_html import html_page

CLASSES = [one for one in public_classes() if one is not cam.Entity]
WIDTHS = (400, 1400)
SCHEMES = ("light", "dark")
_MOST = 2
"""How many examples of a class are opened; the hostile ones come first."""
_SEEN = (
    "() => [document.documentElement.scrollWidth, document.body.innerText,"
    " getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor,"
    " document.querySelectorAll('script').length]"
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_a_view_opens_without_a_word_or_a_request(
    browser: Any, tmp_path: Path, cls: type, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for number, one in enumerate(examples()[cls][:_MOST]):
        file = tmp_path / f"{number}.html"
        file.write_text(html_page(one._view(), HOSTILE), "utf-8")
        said: list[str] = []
        asked: list[str] = []
        page = context.new_page()
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.on("dialog", lambda dialog, said=said: said.append(dialog.message))
        page.on("request", lambda request, asked=asked: asked.append(request.url))

        page.goto(file.as_uri())
        for summary in page.query_selector_all("summary"):
            summary.click()
        reached, shown, colour, ground, scripts = page.evaluate(_SEEN)
        page.close()

        assert [] == said
        assert [file.as_uri()] == asked
        assert 0 == scripts
        assert reached <= width, "the page itself scrolls, and not only its tables"
        assert shown.strip()
        assert brightness(colour) < 128 if scheme == "light" else brightness(colour) > 128
        assert abs(brightness(colour) - brightness(ground)) > 128
    context.close()


@pytest.mark.parametrize("id", ["kz-us-tungsten", "ca-jp-business-target-2025"])
def test_a_printed_page_cuts_no_table(browser: Any, tmp_path: Path, id: str) -> None:
    file, sheet = tmp_path / "page.html", 718  # A4 without its margins, at 96 pixels an inch
    deal = cam.load("region").deals[id]
    file.write_text(html_page(deal._view(), deal.title), "utf-8")
    page = browser.new_page(viewport={"width": sheet, "height": 1000})
    page.goto(file.as_uri())
    page.emulate_media(media="print")

    widths = page.evaluate("[...document.querySelectorAll('table')].map(one => one.scrollWidth)")
    page.close()

    assert widths
    assert max(widths) <= sheet


def brightness(colour: str) -> float:
    """Return how bright a colour is that a browser gives as ``rgb(r, g, b)``."""
    parts = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    return sum(parts) / 3
