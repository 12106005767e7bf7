"""Links lead a browser to their sentence, on local copies of pages; skipped without a browser."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import centralasia_minerals as cam

ds = cam.load()
WANTED = 12

pytestmark = pytest.mark.slow


def citations() -> list[cam.Citation]:
    """Give a dozen citations with a link, of as many lengths as there are."""
    found = {
        citation.quote: citation
        for deal in (*ds.deals, *ds.events)
        for citation in deal.citations
        if citation.quote
    }
    every = sorted(found.values(), key=lambda one: (len(one.quote), one.source.id, one.start))
    return every[:: max(1, len(every) // WANTED)][:WANTED]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def pages(articles: Path, tmp_path_factory) -> Iterator[str]:
    """Serve each text as a page, one high paragraph a line, under the id of its source."""
    folder = tmp_path_factory.mktemp("pages")
    copies = {file.stat().st_size: file.read_text("utf-8") for file in articles.glob("*.txt")}
    for source in ds.sources:
        text = next(text for text in copies.values() if len(text) == source.length)
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
        page = f'<!doctype html><meta charset="utf-8"><style>p{{margin:2000px 0}}</style>{lines}'
        (folder / f"{source.id}.html").write_text(page, "utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("citation", citations(), ids=lambda one: " … ".join(one.quote))
def test_a_link_scrolls_to_its_sentence(browser, pages: str, citation: cam.Citation) -> None:
    assert isinstance(citation.url, str)
    address = citation.url.replace(citation.source.url, f"{pages}/{citation.source.id}.html")

    page = browser.new_page()
    page.goto(address)
    page.wait_for_timeout(300)
    seen = page.evaluate(
        "() => [...document.querySelectorAll('p')].filter(p => {"
        " const box = p.getBoundingClientRect();"
        " return box.bottom > 0 && box.top < innerHeight; }).map(p => p.textContent)"
    )
    scrolled = page.evaluate("() => scrollY")
    page.close()

    assert scrolled > 0
    assert all(any(piece in text for text in seen) for piece in citation.quote), seen
