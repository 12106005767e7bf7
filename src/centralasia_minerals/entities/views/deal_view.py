"""The view of a deal, put together of what it is, what happened, who takes part and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from centralasia_minerals.rendering.views.blocks import Block, Facts, Heading, Items, Section, View
from centralasia_minerals.rendering.views.pieces import Cell, Id, Quiet

from ..base.telling.readable import NOT_TOLD, readable
from ..base.telling.told import lines_of, told, told_together
from .doubts import disputed, sources, withheld
from .happenings import happenings
from .money import money


def deal_view(deal: Any) -> View:
    """Return the view of a deal, in the order in which a reader asks."""
    return (
        Heading(deal.title, (str(deal.kind), Id(deal.id))),
        Facts(tuple(_what_it_is(deal))),
        *happenings(deal.dates, deal.stages, deal.implementations),
        *_lists(deal),
        money(deal.amounts, deal.no_amount, deal.stage),
        *_doubts(deal),
        *_sources(deal),
    )


def _what_it_is(deal: Any) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    stage = (str(deal.stage) if deal.stage else NOT_TOLD,)
    meaning = (Quiet(f"({deal.stage.group})"),) if deal.stage else ()
    yield "stage", ((*stage, *meaning),)
    if deal.implementations:
        yield "work", (str(deal.implementation),)
    if deal.deal_class:
        yield "class", (str(deal.deal_class),)
    for label, values in (
        ("states", deal.countries),
        ("with", deal.partners),
        ("minerals", deal.minerals),
        ("deposits", deal.deposits),
    ):
        yield label, (told_together(values),) if values else ()
    yield "for", (", ".join(map(str, deal.sectors)),) if deal.sectors else ()
    yield "about", (", ".join(deal.topics),) if deal.topics else ()
    yield "place", (told(deal.place),) if deal.place else ()
    yield "part of", (told(deal.part_of),) if deal.part_of else ()
    yield "related", lines_of(deal.relations)


def _lists(deal: Any) -> Iterator[Section]:
    for title, values in (
        ("Who takes part", deal.parties),
        ("Who signed", deal.signatories),
        ("Stakes", deal.stakes),
        ("Quantities", deal.quantities),
    ):
        if values:
            yield Section(title, (Items(lines_of(values)),))


def _doubts(deal: Any) -> Iterator[Block]:
    figures = [
        *((_amount(one), one.statements or one.relative) for one in deal.amounts),
        *((f"stake of {one.holder.name}", one.statements) for one in deal.stakes),
        *((one.what, one.statements) for one in deal.quantities),
    ]
    series = [(name, said) for name, said in figures if isinstance(said, tuple)]
    told = [*series, ("stage", deal.stages), ("work", deal.implementations)]
    untold = [
        name
        for name, is_told in (
            ("how far it has come", deal.stages),
            ("when", deal.dates),
            ("who takes part", deal.parties),
            ("a sum of money", deal.amounts or not _may_have_money(deal)),
            *figures,
        )
        if not is_told
    ]
    rows = (
        ("withheld", withheld(told)),
        ("disputed", disputed(told, deal.dates)),
        (NOT_TOLD, (", ".join(untold),) if untold else ()),
    )
    if any(lines for _, lines in rows):
        yield Section("What is withheld, disputed or not stated", (Facts(rows),))


def _may_have_money(deal: Any) -> bool:
    return readable(deal.no_amount) == NOT_TOLD


def _amount(amount: Any) -> str:
    return f"{amount.role} ({amount.key})" if amount.key else str(amount.role)


def _sources(deal: Any) -> Iterator[Section]:
    cited = sources(deal)
    if cited:
        yield Section(f"Sources ({len(cited)})", (Items(cited),))
