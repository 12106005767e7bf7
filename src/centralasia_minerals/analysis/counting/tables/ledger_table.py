"""The ledger as a flat table: what the rules and the sums of any engine ask of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Stated
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.rendering.columnar.column import Column, ColumnType
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.values.hedge import Hedge

from ..columns import Columns
from ..groups import Grouping
from ..judging.bids import reached_in
from ..judging.exclusion_reason import ExclusionReason
from ..judging.overlaps import Judged
from ..ledger_row import Verdict
from ..sums.bounds import is_about, is_approximate
from ..sums.convert import Conversions
from ..sums.figures import Figures
from ..sums.figures_of import figures_by_themselves
from .cited_columns import cited_in
from .ledger_columns import (
    COLUMNS,
    FACTS,
    FIGURES,
    GROUPS_BY_AMOUNT,
    GROUPS_BY_DEAL,
    SECTORS,
)


def ledger_table(
    columns: Columns,
    judged: Judged,
    conversions: Conversions,
    related: frozenset[str],
    cited: Iterable[tuple[Citation, ...]] | None,
    about: Mapping[str, str],
) -> Table:
    """Return the rows of a ledger as a table.

    Args:
        columns: the rows.
        judged: what the rules say of them.
        conversions: what figures are converted by, all that can be.
        related: the ids of the deals that cover others or are covered, or that bid.
        cited: the citations of each row; None leaves the columns out.
        about: what the table is of.
    """
    rows = [row for row, said in enumerate(columns.statement) if isinstance(said, Stated)]
    held = (
        facts_in(columns, related)
        | figures_in(columns, figures_by_themselves(columns, rows, conversions))
        | groups_in(columns)
        | verdicts_in(judged.reasons, judged.undisclosed)
        | ({} if cited is None else cited_in(cited))
    )
    wanted = tuple(column for column in COLUMNS if column.name in held)
    return Table("ledger", wanted, tuple(held[column.name] for column in wanted), about)


def facts_in(columns: Columns, related: frozenset[str]) -> dict[str, list[Any]]:
    """Return what the rules ask of each row, by the name of the column.

    Args:
        columns: the rows.
        related: the ids of the deals that cover others or are covered, or that bid.
    """
    numbers = range(len(columns.deal))
    deals = [deal.id for deal in columns.deal]
    spans = [columns.span(row) for row in numbers] if columns.whole else None
    found: dict[str, list[Any]] = {
        "row": list(numbers),
        "deal": deals,
        "amount": _places(columns),
        "reached": reached_in(columns),
        "replaced_since": _replaced_since(columns),
        "is_related": [id in related for id in deals],
        "horizon_years": columns.of_facts("horizon_years"),
    }
    # Only parts have another unit than themselves, and other years than they say.
    if spans is None:
        found["unit"] = [place or 0 for place in found["amount"]]
        found["unit_years"] = found["horizon_years"]
    else:
        found["unit"] = [columns.unit_place(row) for row in numbers]
        found["unit_years"] = [None if span == float("inf") else int(span) for span in spans]
    for column in FACTS:
        if column.name not in found:
            found[column.name] = _of_facts(columns, column)
    for column, sector in zip(SECTORS, Sector, strict=True):
        found[column.name] = _by_facts(columns, _is_for(sector))
    return found


def _is_for(sector: Sector) -> Callable[[Any], bool]:
    return lambda facts: sector in facts.sectors


def _of_facts(columns: Columns, column: Column) -> list[Any]:
    if column.type is ColumnType.TEXT:
        return _by_facts(columns, lambda facts: _text(getattr(facts, column.name)))
    return columns.of_facts(column.name)


def _by_facts(columns: Columns, read: Callable[[Any], Any]) -> list[Any]:
    """Return what is read of the facts of each row; what is alike is read once."""
    held = [read(facts) for facts in columns.combinations]
    return [held[place] for place in columns.combination]


def _text(member: object) -> str | None:
    return None if member is None else str(member)


def _places(columns: Columns) -> list[int | None]:
    """Return the place of the amount of each row in its deal."""
    places: list[int | None] = []
    before, place = None, 0
    for deal, amount in zip(columns.deal, columns.amount, strict=True):
        if amount is None:
            places.append(None)
            continue
        if deal is not before:
            before, place = deal, 0
        while deal.amounts[place] is not amount:
            place += 1
        places.append(place)
    return places


def _replaced_since(columns: Columns) -> list[str | None]:
    if not columns.replaced:
        return [None] * len(columns.deal)
    found = (columns.replaced.get(deal.id) for deal in columns.deal)
    return [str(one.since) if one is not None and one.since else None for one in found]


def figures_in(columns: Columns, figures: Figures) -> dict[str, list[Any]]:
    """Return what is added up of each row, by the name of the column; no low is raised by parts."""
    found: dict[str, list[Any]] = {column.name: [] for column in FIGURES}
    add = [held.append for held in found.values()]
    for row, said in enumerate(columns.statement):
        if type(said) is Stated and said.hedge is Hedge.AS_STATED and not figures.moves(row):
            # Most figures bound nothing; the columns are filled without a tuple for each row,
            # of which there may be a million.
            value = said.value
            add[0](value.currency.code)
            for at in (1, 2, 3):
                add[at](value.amount)
            add[4](_PLAIN)
            about = row in columns.approximate or bool(said.further_words)
            add[5](about)
            add[6](about)
            continue
        line = _figure(columns, figures, row) if isinstance(said, Stated) else _NOTHING
        for append, one in zip(add, line, strict=True):
            append(one)
    return found


_PLAIN = str(Hedge.AS_STATED)
_NOTHING = (None, None, None, None, None, False, False)


def _figure(columns: Columns, figures: Figures, row: int) -> tuple[Any, ...]:
    about = row in columns.approximate or is_about(columns, figures, row)
    return (
        *figures.bounds(columns, row),
        str(figures.hedge(columns, row)),
        about or is_approximate(columns, figures, row),
        about,
    )


def groups_in(columns: Columns) -> dict[str, list[str]]:
    """Return the groups of each row, by key."""
    of_deals = {key: _of_each_deal(columns, field) for key, field in GROUPS_BY_DEAL.items()}
    of_amounts = {key: _of_each_amount(columns, field) for key, field in GROUPS_BY_AMOUNT.items()}
    return of_deals | of_amounts


def _of_each_deal(columns: Columns, field: str) -> list[str]:
    group_of = Grouping()
    found: list[str] = []
    before: Deal | None = None
    group = ""
    for deal in columns.deal:
        if deal is not before:
            before, group = deal, group_of.deal(field, deal)
        found.append(group)
    return found


def _of_each_amount(columns: Columns, field: str) -> list[str]:
    group_of = Grouping()
    return [group_of.amount(field, amount) for amount in columns.amount]


def verdicts_in(
    judged_reasons: Sequence[tuple[ExclusionReason, ...]], undisclosed: Iterable[int]
) -> dict[str, list[Any]]:
    """Return the verdict on each row, and why it is left out."""
    withheld = frozenset(undisclosed)
    known = {why: tuple(map(str, why)) for why in {*judged_reasons}}
    left_out, unknown, counted = map(str, (Verdict.LEFT_OUT, Verdict.UNDISCLOSED, Verdict.COUNTED))
    return {
        "verdict": [
            left_out if why else unknown if row in withheld else counted
            for row, why in enumerate(judged_reasons)
        ],
        "reasons": [known[why] for why in judged_reasons],
    }
