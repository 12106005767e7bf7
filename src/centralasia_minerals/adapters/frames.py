"""The counting rules on tables of any engine, through narwhals (extra ``frames``).

A ledger becomes three tables of plain columns: its rows, what covers what, and which bids are
rivals. The rules are those of ``cam.RULES``, read as expressions; the overlaps are windows and
joins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from centralasia_minerals.analysis.counting.columns import Columns
from centralasia_minerals.analysis.counting.judging.bids import places_of_bids, reached_by
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.judging.predicates import flag_of
from centralasia_minerals.analysis.counting.judging.rules import RULES
from centralasia_minerals.analysis.counting.ledger import Ledger
from centralasia_minerals.analysis.counting.ledger_row import Verdict
from centralasia_minerals.analysis.links import first_url
from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.errors import InvalidTypeError, MissingExtraError
from centralasia_minerals.values.closed_enum import ClosedEnum

if TYPE_CHECKING:
    pass


class Column(NamedTuple):
    """A column of the table of rows.

    Attributes:
        name: its name.
        type: what its values are.
        unit: the unit of its values; empty if they have none.
        null: what null means; empty if it has none.
    """

    name: str
    type: str
    unit: str = ""
    null: str = ""


COLUMNS: tuple[Column, ...] = (
    Column("row", "whole number, from 0"),
    Column("deal", "text: the id of the deal"),
    Column("amount", "whole number, from 0: the place of the amount in its deal", "", "no amount"),
    Column("unit", "whole number, from 0: the place of the amount that it is, or is part of"),
    Column("role", "text: a member of AmountRole", "", "no amount"),
    Column("money", "text: a member of MoneyKind", "", "no amount, or no source says"),
    Column("deal_class", "text: a member of DealClass"),
    Column("stage", "text: a member of Stage", "", "no stage is recorded"),
    Column("deal_stage", "text: a member of Stage", "", "no stage is recorded"),
    Column("implementation", "text: a member of Implementation"),
    Column("horizon_years", "whole number", "years", "no horizon is stated"),
    Column("unit_years", "whole number: the horizon of the unit", "years", "none is stated"),
    Column("reached", "whole number: how far the row has come, for comparison among rivals"),
    Column("is_conditional", "truth value"),
    Column("gives_way", "truth value: the parts of the amount are judged in its place"),
    Column("is_replaced", "truth value: another of the deals has replaced it"),
    Column(
        "replaced_since", "text: an EDTF date", "", "it is not replaced, or no source says when"
    ),
    Column("disclosure", "text: a member of Disclosure"),
    Column("standing", "text: a member of Standing"),
    Column("link", "text: the address of the passage behind it", "", "its source has no page"),
    *(
        Column(flag_of("sectors", sector), f"truth value: the deal is for {sector}")
        for sector in Sector
    ),
)
"""The columns of the table of rows, as ``rows_of`` makes it."""

_TEXTS = (
    "role", "money", "deal_class", "stage", "deal_stage", "implementation", "disclosure",
    "standing",
)  # fmt: skip
_PLAIN = ("horizon_years", "is_conditional", "gives_way", "is_replaced")


def rows_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return the rows of a ledger as plain columns, which every engine reads; see ``COLUMNS``.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    _check(ledger, "the rows of a ledger")
    columns, numbers = ledger.columns, range(len(ledger.columns.deal))
    places = {
        id(amount): place
        for deal in dict.fromkeys(columns.deal)
        for place, amount in enumerate(deal.amounts)
    }
    spans = [columns.span(row) for row in numbers]
    table: dict[str, list[Any]] = {
        "row": list(numbers),
        "deal": [deal.id for deal in columns.deal],
        "amount": [places.get(id(amount)) for amount in columns.amount],
        "unit": [columns.unit_place(row) for row in numbers],
        "unit_years": [None if span == float("inf") else int(span) for span in spans],
        "reached": [reached_by(columns, row) for row in numbers],
        "replaced_since": [_replaced_since(columns, row) for row in numbers],
        "link": [first_url(row.citations) for row in ledger],
    }
    for name in _PLAIN:
        table[name] = columns.of_facts(name)
    for name in _TEXTS:
        table[name] = [_text(member) for member in columns.of_facts(name)]
    for sector in Sector:
        table[flag_of("sectors", sector)] = [sector in held for held in columns.of_facts("sectors")]
    return {column.name: table[column.name] for column in COLUMNS}


def covers_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return what covers what as plain columns: those of ``cam.Cover``.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    _check(ledger, "the covers of a ledger")
    return {
        "deal": [cover.deal for cover in ledger.covers],
        "covering": [cover.covering for cover in ledger.covers],
        "kind": [str(cover.kind) for cover in ledger.covers],
        "pays": [cover.pays for cover in ledger.covers],
    }


def bids_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return which deals are rivals as plain columns: those of ``cam.Bid``, and a place.

    Of bids that have come equally far, the one of the lowest place stays.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    _check(ledger, "the bids of a ledger")
    places = places_of_bids(ledger.columns, ledger.bids)
    return {
        "deal": [bid.deal for bid in ledger.bids],
        "group": [bid.group for bid in ledger.bids],
        "bid": [bid.bid for bid in ledger.bids],
        "place": [places[bid.bid] for bid in ledger.bids],
    }


def _check(ledger: object, what: str) -> None:
    if not isinstance(ledger, Ledger):
        raise InvalidTypeError.of(what, ledger, "give cam.ledger(...)")


def _replaced_since(columns: Columns, row: int) -> str | None:
    found = columns.replaced.get(columns.deal[row].id)
    return str(found.since) if found is not None and found.since else None


def _text(member: ClosedEnum | None) -> str | None:
    return None if member is None else str(member)


def judge(rows: Any, covers: Any, bids: Any, filters: Filters) -> Any:
    """Judge the rows of a ledger in a table engine, by the same rules as ``cam.ledger``.

    Args:
        rows: a table with the columns of ``COLUMNS``, in any eager engine that narwhals reads.
        covers: a table of what covers what, as ``covers_of`` makes it, in the same engine.
        bids: a table of rival bids, as ``bids_of`` makes it, in the same engine.
        filters: what is asked for, as ``cam.Filters.of`` reads it.

    Returns:
        The table of rows in its own engine, with a column ``verdict`` (a text of ``Verdict``),
        and a column of truth values for each reason, named after it, in the order of the rules.

    Raises:
        MissingExtraError: narwhals is not installed.
    """
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError(
            "the rules on a table",
            "narwhals is not installed",
            "pip install 'centralasia-minerals[frames]'",
        ) from None
    from centralasia_minerals.analysis.counting.judging.overlaps_on_tables import with_neighbours

    table = nw.from_native(rows, eager_only=True).sort("row")
    own = {rule.reason: rule.puts_out(filters) for rule in RULES if rule.puts_out}
    table = table.with_columns(
        **{str(reason): condition.expression() for reason, condition in own.items()}
    )
    is_in = ~nw.any_horizontal(*map(nw.col, map(str, own)), ignore_nulls=True)
    is_stated = nw.col("disclosure") == str(Disclosure.STATED)
    table = table.with_columns(_is_in=is_in, _passed=is_in & is_stated)
    table = with_neighbours(
        table, nw.from_native(covers, eager_only=True), nw.from_native(bids, eager_only=True)
    )
    over = {rule.reason: rule.covers for rule in RULES if rule.covers}
    table = table.with_columns(
        **{
            str(reason): ~nw.col("_stays") & covering.expression()
            for reason, covering in over.items()
        }
    )
    reasons = [str(rule.reason) for rule in RULES]
    is_out = nw.any_horizontal(*map(nw.col, reasons), ignore_nulls=True)
    table = table.with_columns(
        verdict=nw.when(is_out)
        .then(nw.lit(str(Verdict.LEFT_OUT)))
        .otherwise(
            nw.when(is_stated)
            .then(nw.lit(str(Verdict.COUNTED)))
            .otherwise(nw.lit(str(Verdict.UNDISCLOSED)))
        )
    )
    return table.select(
        *map(nw.col, (*nw.from_native(rows).columns, "verdict", *reasons))
    ).to_native()
