"""Saved charts in a browser: an empty console, and nothing is asked for.

Skipped without a browser, unless CENTRALASIA_MINERALS_REQUIRE_BROWSER is set.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from chart_examples import data, skip_without_the_library

from centralasia_minerals.adapters import charts

skip_without_the_library()

CHARTS = {
    "rungs": charts.undertakings_by_rung,
    "groups": lambda ds: charts.totals_by_group(ds, "country"),
    "left-out": charts.left_out,
    "history": lambda ds: charts.figure_history(ds, "kz-us-tungsten"),
    "timeline": charts.timeline,
    "nothing": lambda ds: charts.timeline(ds.deals.where(country="TM", stage="done")),
    "matrix": charts.parties_by_mineral,
}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("dataset", ["", "region"])
def test_a_saved_chart_opens_without_a_word_or_a_request(browser, tmp_path, dataset, name):
    file: Path = tmp_path / "chart.html"
    charts.save(CHARTS[name](data(dataset)), file)
    page, said, asked = browser.new_page(), [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(file.as_uri())
    page.wait_for_selector("svg, canvas")
    page.close()

    assert [] == said
    assert [file.as_uri()] == [url for url in asked if not url.startswith(("data:", "blob:"))]
