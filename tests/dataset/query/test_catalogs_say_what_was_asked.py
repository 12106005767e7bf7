"""A catalog keeps what ``where`` was asked for, in words."""

from __future__ import annotations

import pytest

import centralasia_minerals as cam

DS = cam.load("region")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (DS.deals, ""),
        (DS.deals.where(partner="CN"), "partner China"),
        (DS.deals.where(partner=DS.countries["CN"]), "partner China"),
        (DS.deals.where(mineral="tungsten", since="2024"), "mineral tungsten; since 2024"),
        (
            DS.deals.where(stage=["signed", cam.Stage.CLOSED]).where(country="KZ"),
            "stage signed or closed; country Kazakhstan",
        ),
        (DS.deals.where(stage=iter(["signed"])), "stage signed"),
        (DS.deals.where(deal_class="own project"), "deal class own project"),
        (cam.Catalog(cam.Deal, DS.deals).where(partner="CN"), "partner CN"),
    ],
)
def test_a_catalog_says_what_was_asked_for(found: cam.Catalog[cam.Deal], said: str) -> None:
    assert said == found.asked
    assert said in found._repr_markdown_().replace("\\", "")


def test_values_given_once_are_asked_for_all_the_same() -> None:
    once = DS.deals.where(stage=(one for one in ("signed", "closed")))

    assert DS.deals.where(stage=["signed", "closed"]) == once


def test_what_was_asked_for_makes_no_catalog_unequal() -> None:
    assert DS.deals.where(kind=[*cam.DealKind]) == DS.deals
