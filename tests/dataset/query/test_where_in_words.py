"""A catalog keeps what it was filtered by, and tells it in English and Russian."""

from __future__ import annotations

import pickle
import re

import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.query.where import filters_of
from centralasia_minerals.rendering.messages import labeller

NOVEMBER = cam.PartialDate.parse("2025-11")


@pytest.mark.parametrize(
    ("asked", "english", "russian"),
    [
        ({"partner": "CN"}, "partner: China", "партнёр: Китай"),
        ({"partner": cam.Country(id="CN", names=(cam.Name("PRC"),))}, "partner: China",
         "партнёр: Китай"),
        ({"stage": ["signed", cam.Stage.TALKS]}, "stage: signed, talks",
         "стадия: подписано, переговоры"),
        ({"mineral": "tungsten", "deal_class": "undertaking"},
         "mineral: tungsten; deal class: undertaking",
         "полезное ископаемое: вольфрам; вид сделки: совместное начинание"),
        ({"since": "2025-03", "until": NOVEMBER}, "since: 2025-03; until: November 2025",
         f"начиная с: 2025-03; до (включительно): {NOVEMBER.format('ru')}"),
        ({}, "", ""),
    ],
)  # fmt: skip
def test_a_catalog_tells_what_it_was_filtered_by(asked, english, russian):
    found = cam.load("region").deals.where(**asked)

    assert english == found.filter_in_words()
    assert russian == found.filter_in_words("ru")


def test_a_catalog_of_a_catalog_tells_both_filters_and_its_copies_do_too():
    chosen = cam.load().deals.where(sector=(one for one in ["minerals"])).where(country="KZ")

    assert "sector: minerals; country: Kazakhstan" == chosen.filter_in_words()
    assert chosen.filter_in_words() == pickle.loads(pickle.dumps(chosen)).filter_in_words()
    assert chosen == cam.load().deals.where(country="KZ", sector="minerals")
    assert "" == cam.load().deals.filter_in_words()


def test_many_values_of_a_filter_are_cut_and_no_value_of_a_catalog_is_said():
    ds = cam.load("region")

    many = ds.deals.where(party=ds.organizations).filter_in_words()
    none = ds.deals.where(party=ds.organizations.where(kind="bank", country="TM"))

    assert re.fullmatch(r"party: ([^,]+, ){5}\d+ others", many)
    assert "party: none" == none.filter_in_words()


@pytest.mark.parametrize(
    "kind", ["deals", "events", "organizations", "deposits", "sources", "statistics", "people"]
)
def test_every_filter_has_a_russian_name(kind):
    catalog = getattr(cam.load(), kind)
    for name in filters_of(catalog.cls):
        words = name.replace("_", " ")
        assert words != labeller("ru")("filter", words)
