"""What an editor must see, checked by mypy and pyright and never run.

A line with an ``ignore`` must be an error: both report an ignore that nothing needs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never, assert_type

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


def every_filter_takes_members_and_their_texts_one_or_several(ds: cam.Dataset) -> None:
    ds.deals.where(sector=["minerals", cam.Sector.ENERGY], kind={"sale", cam.DealKind.OFFTAKE})
    ds.deals.where(stage=(cam.StageGroup.CONCLUDED, "intended", cam.Stage.TALKS))
    ds.deals.where(partner=ds.countries["US"], party=[ds.people["donald-trump"], "boeing"])
    ds.deals.where(deal_class=["umbrella", cam.DealClass.PROGRAMME])
    ds.deals.where(deal_class="program")  # type: ignore[arg-type]  # pyright: ignore
    ds.organizations.where(kind="bank", country=ds.blocs["european-union"])
    ds.deposits.where(country="KZ", mineral=ds.minerals)
    ds.statistics.where(mineral="tungsten", source=ds.sources)
    ds.sources.where(since="2025", until=cam.PartialDate.parse("2026"))
    assert_type(ds.officials.where(source=ds.sources), cam.Catalog[cam.Official])
    ds.events.where(kind="sale")  # type: ignore[arg-type]  # pyright: ignore
    ds.events.where(country="KZ")  # type: ignore[call-overload]  # pyright: ignore
    ds.organizations.where(kind=["bank", "shop"])  # type: ignore[list-item]  # pyright: ignore
    ds.deals.where(country=5)  # type: ignore[call-overload]  # pyright: ignore
    ds.deals.where(mineral=ds.countries["KZ"])  # type: ignore[call-overload]  # pyright: ignore
    ds.deposits.where(partner="US")  # type: ignore[call-overload]  # pyright: ignore
    ds.statistics.where(since="2025")  # type: ignore[call-overload]  # pyright: ignore
    ds.sources.where(kind="sale")  # type: ignore[call-overload]  # pyright: ignore


def what_is_searched_for_is_of_its_kind(ds: cam.Dataset) -> None:
    assert_type(ds.search("EXIM"), cam.Matches[cam.Entity])
    assert_type(ds.people.search("Trump"), cam.Matches[cam.Person])
    assert_type(ds.deals.search("tungsten")[0].record, cam.Deal)
    assert_type(ds.deals.search("tungsten").records, tuple[cam.Deal, ...])
    assert_type(ds.search("EXIM")[0].likeness, cam.Likeness)
    assert_type(ds.find("Boeing"), cam.Entity)
    ds.search(5)  # type: ignore[arg-type]  # pyright: ignore
    ds.find(b"Boeing")  # type: ignore[arg-type]  # pyright: ignore


def totals_take_the_keywords_that_they_know(ds: cam.Dataset, deals: list[cam.Deal]) -> None:
    assert_type(cam.total(ds, stages="letter of interest", currency="EUR"), cam.Total)
    assert_type(cam.total(deals, sectors=None, stages=["signed", cam.Stage.AGREED]), cam.Total)
    assert_type(cam.total(ds, kinds="supply", classes="own project"), cam.Total)
    assert_type(cam.total(ds, kinds=["plan", cam.MoneyKind.ISSUE], classes=None), cam.Total)
    assert_type(cam.total(ds, kinds=None, classes=(cam.DealClass.BODY, "act")), cam.Total)
    assert_type(cam.total_by(ds, "payer")["US"].beside[0].what, cam.MoneyKind | cam.DealClass)
    assert_type(cam.total_by(ds, "partner")["US"], cam.Total)
    assert_type(cam.total_by(ds, lambda deal: deal.id[:2]), cam.Totals)
    cam.total(ds, sector="minerals")  # type: ignore[call-arg]  # pyright: ignore
    cam.total(ds, kinds="projects")  # type: ignore[arg-type]  # pyright: ignore
    cam.total(ds, classes=["own projects"])  # type: ignore[list-item]  # pyright: ignore
    cam.total(ds, stages="singed")  # type: ignore[arg-type]  # pyright: ignore
    cam.total_by(ds, "partners")  # type: ignore[arg-type]  # pyright: ignore


def records_are_found_by_id(ds: cam.Dataset) -> None:
    assert_type(ds.deals["kz-us-tungsten"], cam.Deal)
    assert_type(ds.deposits.get("katpar"), cam.Deposit | None)


def a_member_is_compared_with_its_own_text(deal: cam.Deal, amount: cam.Amount) -> bool:
    if isinstance(amount.stated, cam.Stated):
        assert_type(amount.stated.hedge == "up to", bool)
    return deal.stage == "signed" and deal.stage in ("agreed", "signed")


def a_stage_of_its_own_is_compared_too(stage: cam.Stage, kind: cam.DealKind) -> None:
    assert_type(stage == "signed", bool)
    assert_type("signed" != stage, bool)
    assert_type({stage: 1}.get(stage), int | None)
    assert_type(kind == stage, bool)


def a_member_is_made_from_its_text(unit: cam.Unit) -> None:
    assert_type(cam.Stage("signed"), cam.Stage)
    assert_type(cam.Unit("tonne"), cam.Unit)
    assert_type(cam.Unit(unit), cam.Unit)


def whatever_may_be_absent_is_told_apart_by_its_truth(
    amount: cam.Amount, stake: cam.Stake, quantity: cam.Quantity, deal: cam.Deal
) -> None:
    if amount.stated:
        assert_type(amount.stated, cam.Stated[cam.Money])
        assert_type(amount.stated.value, cam.Money)
    if stake.share:
        assert_type(stake.share.value, cam.Share)
    if quantity.stated:
        assert_type(quantity.stated.value, cam.Measure)
    if not deal.value:
        return
    assert_type(deal.value.value.currency, cam.Currency)
    for statement in amount.statements:
        if statement:
            assert_type(statement.value, cam.Money)


def an_absence_is_never_true(absence: cam.NotStated | cam.NotApplicable | cam.Undisclosed) -> None:
    if absence:
        assert_never(absence)


def amounts_are_divided_and_rounded(cost: cam.Money, share: cam.Share, mass: cam.Measure) -> None:
    assert_type(cost / 4, cam.Money)
    assert_type(cost / cost, Fraction)
    assert_type(divmod(cost, 3), tuple[cam.Money, cam.Money])
    assert_type(round(cost, 2), cam.Money)
    assert_type(round(cost), cam.Money)
    assert_type(+cost, cam.Money)
    assert_type(cost * share, cam.Money)
    assert_type(share * cost, cam.Money)
    assert_type(share * share, cam.Share)
    assert_type(mass / mass, Fraction)
    assert_type(mass * share, cam.Measure)
    cost / 0.5  # type: ignore[operator]  # pyright: ignore
    cost / mass  # type: ignore[operator]  # pyright: ignore
    cam.Money(0.5, "USD")  # type: ignore[arg-type]  # pyright: ignore


def the_relations_of_a_deal_are_typed(ds: cam.Dataset, deal: cam.Deal) -> None:
    assert_type(ds.related("kz-us-tungsten"), tuple[cam.Related, ...])
    (found,) = ds.related(deal)
    assert_type(found.other, cam.Deal)
    assert_type(found.relation, cam.Relation | None)
    assert_type(found.since, cam.PartialDate | cam.NotStated)
    ds.related(ds.minerals["tungsten"])  # type: ignore[arg-type]  # pyright: ignore
