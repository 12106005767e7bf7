"""Every chart says what was asked, holds all that it needs, and stays readable."""

from __future__ import annotations

import html
import html.parser
import re
import sys
import urllib.parse
from decimal import Context, Inexact, Overflow, localcontext

import pytest
from analysis_builders import KZ, amount, deal, mineral, on, stated
from chart_examples import LIBRARIES, all_charts, data, rows_of, skip_without_the_library, texts_of

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts
from centralasia_minerals.adapters.charting.drawing.look import Look

skip_without_the_library()

SORTS = tuple(all_charts(data("")))
each_sort = pytest.mark.parametrize("sort", SORTS)
each_dataset = pytest.mark.parametrize("name", ["", "region"])
each_theme = pytest.mark.parametrize("theme", ["light", "dark"])

HOSTILE = "</script><script>alert('$1')</script> & <b>"
LONG = "Долгосрочное соглашение о поставках вольфрама и молибдена " * 12 + "– конец"
# Vega-Lite pads by 16 pixels on either side; a text that stands out makes a picture wider.
_MARGINS = 2 * 16 + 8


def svg_of(chart, tmp_path):
    charts.save(chart, tmp_path / "chart.svg")
    return (tmp_path / "chart.svg").read_text("utf-8")


@each_sort
@each_dataset
def test_a_chart_says_what_was_asked_and_who_says_so(sort, name):
    chart = all_charts(data(name))[sort]()

    title = chart.to_dict()["title"]
    said = " ".join(title["subtitle"])
    assert title["text"]
    assert f"data {data(name).version}" in said
    assert re.search(r"Sources: .+, through centralasia_minerals data", texts_of(chart))
    assert chart.to_dict()["description"]


def test_filters_are_said():
    chart = charts.left_out(data("region"), stages=["signed", "done"], sectors=None, kinds="supply")

    asked = " ".join(chart.to_dict()["title"]["subtitle"])
    assert "Kind of money: supply; stage: signed, done; sector: any; data" in asked
    assert "The naive sum adds up every figure in US dollars" in asked


@each_sort
@each_dataset
def test_a_chart_is_drawn_of_plain_values(sort, name):
    for row in rows_of(all_charts(data(name))[sort]()):
        for value in row.values():
            assert type(value) in (str, int, float, bool, type(None))


@each_sort
def test_a_chart_hangs_on_no_context_of_decimals(sort):
    draw = all_charts(data("region"))[sort]
    outside = draw().to_dict()

    for context in (Context(prec=1, Emax=0, Emin=0, traps=[Inexact, Overflow]), Context(prec=3)):
        with localcontext(context):
            assert outside == draw().to_dict()


@pytest.mark.slow
@each_sort
@each_theme
@pytest.mark.parametrize("width", [400, 640])
@each_dataset
def test_no_text_stands_out_of_the_picture(sort, theme, width, name, tmp_path):
    drawn = svg_of(all_charts(data(name), theme=theme, width=width)[sort](), tmp_path)

    found = re.search(r'<svg[^>]* width="(\d+)', drawn)
    assert found
    assert int(found[1]) <= width + _MARGINS


@pytest.mark.slow
@each_sort
def test_an_address_in_a_picture_is_a_link_to_a_source_or_a_name(sort, tmp_path):
    ds = data("region")
    drawn = svg_of(all_charts(ds)[sort](), tmp_path)

    pages = {source.url for source in ds.sources if source.url}
    links = set(re.findall(r'href="([^"]+)"', drawn))
    others = set(re.findall(r"https?://[^\s\"'<]+", re.sub(r'href="[^"]+"', "", drawn)))
    assert {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"} >= others
    assert {page_of(html.unescape(link)) for link in links} <= {page_of(page) for page in pages}
    assert not re.search(r"<(script|image|style|link)\b", drawn)


def page_of(address):
    """Give an address without its fragment, however its letters are written."""
    return urllib.parse.unquote(address.partition("#")[0])


BEGINNINGS = {
    "chart.png": b"\x89PNG\r\n\x1a\n",
    "chart.svg": b"<svg ",
    "chart.pdf": b"%PDF-",
    "chart.html": b"<!DOCTYPE html>",
    "CHART.PNG": b"\x89PNG\r\n\x1a\n",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_each_format_is_what_it_says(name, tmp_path):
    charts.save(charts.left_out(data("")), tmp_path / name)

    assert (tmp_path / name).read_bytes().startswith(BEGINNINGS[name])
    assert [tmp_path / name] == list(tmp_path.iterdir())


class Loaded(html.parser.HTMLParser):
    """Collects what a page would load, and its scripts."""

    def __init__(self):
        super().__init__()
        self.loaded: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.loaded += [value for name, value in attrs if name in ("src", "href") and value]


def test_a_page_loads_nothing_and_no_title_ends_its_script(tmp_path):
    charts.save(charts.timeline([hostile_deal()]), tmp_path / "chart.html")
    page = (tmp_path / "chart.html").read_text("utf-8")

    read = Loaded()
    read.feed(page)

    assert ["data:,"] == read.loaded
    assert 2 == read.scripts
    assert "</script><script>alert" not in page
    assert "$schema" not in page[page.index('vegaEmbed("#chart"') :]
    addresses = set(re.findall(r"https?://[\w./-]+", page))
    assert {one for one in addresses if not one.startswith("http://www.w3.org/")} == set()


def hostile_deal():
    return deal(
        "kz-hostile", amount("USD 5"), title=HOSTILE, dates=[on("2025-11")], countries=(KZ,)
    )


@each_sort
def test_a_hostile_title_is_shown_as_text(sort, tmp_path):
    chart = all_charts(given(hostile_deal()))[sort]()

    drawn = svg_of(chart, tmp_path)
    assert "<script" not in drawn
    assert ("alert(" in drawn) or sort not in ("timeline", "history")


class given:  # noqa: N801  # it stands for a dataset
    """Some deals in place of a dataset."""

    def __init__(self, *deals):
        self.deals = deals

    def __iter__(self):
        return iter(self.deals)


@each_sort
def test_nothing_one_and_two_hundred_can_be_drawn(sort, tmp_path):
    many = [
        deal(f"deal-{n:03d}", amount(f"USD {n + 1}"), title=LONG if n % 7 == 0 else f"Deal {n}",
             dates=[on(f"20{n % 25:02d}-0{n % 9 + 1}")], countries=(KZ,),
             minerals=(mineral(f"mineral-{n}"),))
        for n in range(200)
    ]  # fmt: skip
    one = all_charts(given(*many[:1]))[sort]()
    all_ = all_charts(given(*many))[sort]()

    assert texts_of(one)
    width = re.search(r'width="(\d+)', svg_of(all_, tmp_path))
    assert width
    assert int(width[1]) <= 640 + _MARGINS


@pytest.mark.parametrize("sort", [sort for sort in SORTS if sort != "history"])
def test_nothing_is_said_to_be_nothing(sort, tmp_path):
    chart = all_charts(given())[sort]()

    drawn = svg_of(chart, tmp_path)
    assert re.search("No |Nothing ", texts_of(chart))
    assert "NaN" not in drawn


def test_a_deal_without_an_amount_has_no_history_and_says_so():
    chart = charts.figure_history([deal("bare")], "bare")

    assert "No source that was read states a figure." in texts_of(chart)


def test_a_long_title_is_wrapped_and_not_lost():
    title = " ".join(LONG.split()[:20])
    chart = charts.timeline([deal("kz-long", title=title, dates=[on("2025")])])

    assert title in texts_of(chart)


@each_theme
def test_colours_stand_out_from_the_ground(theme):
    look = Look.of(theme, 640)

    for color in (look.figure, look.apart, look.event):
        assert contrast(color, look.ground) >= 3
    for color in (look.ink, look.soft):
        assert contrast(color, look.ground) >= 4.5


@each_theme
def test_colours_are_those_of_okabe_and_ito(theme):
    look = Look.of(theme, 640)

    assert {look.figure, look.apart, look.event} <= {
        "#0072B2", "#D55E00", "#009E73", "#56B4E9", "#E69F00",
    }  # fmt: skip


def contrast(one, other):
    """Give the contrast of two colours, as WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    chart = charts.left_out(data(""))

    with pytest.raises(cam.InvalidValueError, match=r"\.png, \.svg, \.pdf, \.html"):
        charts.save(chart, tmp_path / "chart.gif")
    with pytest.raises(cam.MissingPathError):
        charts.save(chart, tmp_path / "nowhere" / "chart.svg")
    with pytest.raises(cam.InvalidTypeError):
        charts.save("a chart", tmp_path / "chart.svg")
    with pytest.raises(cam.InvalidTypeError):
        charts.save(chart, 5)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "look",
    [{"theme": "grey"}, {"theme": 1}, {"width": 100}, {"width": 10**6}],
)
@each_sort
def test_a_look_that_there_is_not_is_refused(sort, look):
    with pytest.raises(cam.InvalidValueError):
        all_charts(data(""), **look)[sort]()


def test_wrong_limits_and_keywords_are_refused():
    total, totals = cam.total(data("")), cam.total_by(data(""), "country")
    with pytest.raises(cam.InvalidTypeError, match="give whole pixels"):
        charts.left_out(total, width=640.0)
    with pytest.raises(cam.InvalidTypeError, match="whole number"):
        charts.timeline(data(""), most="all")
    with pytest.raises(cam.InvalidValueError, match="1 or more"):
        charts.timeline(data(""), most=0)
    with pytest.raises(cam.InvalidTypeError, match="totalled"):
        charts.left_out(total, stages=None)
    with pytest.raises(cam.InvalidTypeError, match="totalled"):
        charts.totals_by_group(totals, "country")
    with pytest.raises(cam.InvalidTypeError, match="such as 'country'"):
        charts.totals_by_group(data(""))
    with pytest.raises(cam.InvalidValueError, match="partners, countries, parties"):
        charts.parties_by_mineral(data(""), who="minerals")


@each_sort
def test_without_the_extra_an_error_says_how_to_install_it(sort, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)

    with pytest.raises(cam.MissingExtraError, match=r"centralasia-minerals\[charts\]"):
        all_charts(data(""))[sort]()


@pytest.mark.parametrize("library", LIBRARIES)
def test_without_a_library_nothing_is_saved(library, monkeypatch, tmp_path):
    chart = charts.left_out(data(""))
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(cam.MissingExtraError, match=r"centralasia-minerals\[charts\]"):
        charts.save(chart, tmp_path / "chart.svg")
    assert [] == list(tmp_path.iterdir())


def test_a_figure_is_never_a_lone_number_if_it_was_hedged():
    hedged = deal("kz", amount(stated("USD 900", "up to", further_words="potentially")))

    chart = charts.undertakings_by_rung([hedged])

    assert ["up to about 900 US dollars (“potentially”)"] == [
        row["figure"] for row in rows_of(chart) if "figure" in row
    ]


def test_a_chart_is_written_in_russian_but_for_titles_and_names():
    deals = data("region").deals.where(country="KZ")

    chart = charts.undertakings_by_rung(deals, locale="ru")
    said = texts_of(chart)

    assert "Насколько продвинулись сделки и указана ли сумма" in said
    assert f"Только страна: Казахстан. {len(deals)} сдел" in said
    assert f"; данные {deals.version}" in said
    for words in ("Меморандум: ", "сумма: указана — ", "сумма не указана", "и ещё "):
        assert words in said
    before_sources = said.partition("Источники: ")[0].replace("centralasia_minerals", "")
    assert not re.search("[A-Za-z]", before_sources)
    assert any(str(row.get("why", "")).startswith("стадия: ") for row in rows_of(chart))


def test_a_locale_without_words_is_refused():
    with pytest.raises(cam.UnknownLocaleError, match="available only in en, ru"):
        charts.undertakings_by_rung(data(""), locale="fr")
