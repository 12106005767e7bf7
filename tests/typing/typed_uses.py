"""What an editor must see, checked by mypy and pyright and never run.

A line with an ``ignore`` must be an error: both report an ignore that nothing needs.
"""

from __future__ import annotations

from typing import assert_type

import centralasia_minerals as cam


def a_value_is_there_or_is_not(deal: cam.Deal) -> None:
    if deal.value:
        assert_type(deal.value, cam.Stated[cam.Money])
        assert_type(deal.value.value, cam.Money)
    else:
        deal.value.value  # type: ignore[union-attr]  # pyright: ignore  # noqa: B018


def a_stage_is_recorded_or_is_not(deal: cam.Deal) -> None:
    assert_type(deal.stage or None, cam.Stage | None)


def where_takes_the_criteria_of_its_kind(ds: cam.Dataset) -> None:
    assert_type(ds.deals.where(country="KZ"), cam.Catalog[cam.Deal])
    assert_type(ds.deals.where(country=["KZ", "UZ"], stage="signed"), cam.Catalog[cam.Deal])
    assert_type(ds.events.where(kind=cam.EventKind.MEETING, since="2025"), cam.Catalog[cam.Event])
    assert_type(ds.people.where(source="caspian-post-2025-03"), cam.Catalog[cam.Person])
    ds.deals.where(contry="KZ")  # type: ignore[call-overload]  # pyright: ignore
    ds.deals.where(sector="mineral")  # type: ignore[arg-type]  # pyright: ignore
    ds.people.where(country="KZ")  # type: ignore[call-arg]  # pyright: ignore


def totals_take_the_keywords_that_they_know(ds: cam.Dataset, deals: list[cam.Deal]) -> None:
    assert_type(cam.total(ds, stages="letter of interest", currency="EUR"), cam.Total)
    assert_type(cam.total(deals, sectors=None, stages=["signed", cam.Stage.AGREED]), cam.Total)
    assert_type(cam.total_by(ds, "partner")["US"], cam.Total)
    assert_type(cam.total_by(ds, lambda deal: deal.id[:2]), cam.Totals)
    cam.total(ds, sector="minerals")  # type: ignore[call-arg]  # pyright: ignore
    cam.total(ds, stages="singed")  # type: ignore[arg-type]  # pyright: ignore
    cam.total_by(ds, "partners")  # type: ignore[arg-type]  # pyright: ignore


def records_are_found_by_id(ds: cam.Dataset) -> None:
    assert_type(ds.deals["kz-us-tungsten"], cam.Deal)
    assert_type(ds.deposits.get("katpar"), cam.Deposit | None)
