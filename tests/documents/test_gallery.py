"""The gallery shows pictures that its script makes, each of a call that the page shows."""

from __future__ import annotations

import re
import runpy
from itertools import product

import gallery_pictures
from document_pages import DOCS, text_of

MADE = runpy.run_path(str(DOCS / "make_gallery.py"))
PAGE = DOCS / "gallery.md"


def test_each_picture_of_the_gallery_is_made_by_the_script() -> None:
    names = (MADE["DATASETS"], MADE["CHARTS"], MADE["THEMES"])
    made = {MADE["name_of"](*each) for each in product(*names)}

    shown = re.findall(r'"_static/gallery/([^"]+)"', text_of(PAGE))

    assert shown
    assert sorted(made) == sorted(shown)


def test_each_picture_has_words_for_those_who_do_not_see_it() -> None:
    for picture in re.findall(r"<img [^>]*>", text_of(PAGE)):
        assert re.search(r'alt="[^"]{20,}"', picture)


def test_on_the_site_each_picture_is_there_once_for_light_and_once_for_dark() -> None:
    source = [text_of(PAGE)]
    pairs = source[0].count("<picture>")

    gallery_pictures.follow_the_switch(None, "gallery", source)

    found = re.findall(
        r'class="only-(light|dark)" src="[^"]+-(light|dark)\.svg" alt="[^"]', source[0]
    )
    assert [("light", "light"), ("dark", "dark")] * pairs == found
    assert "<picture>" not in source[0]
    assert "prefers-color-scheme" not in source[0]
