"""The counting rules on tables of any engine, through narwhals (extra ``frames``).

A ledger becomes two tables of plain columns: its rows, and what covers what. The rules are those of
``cam.RULES``, read as expressions; the overlaps are windows over the deal and one join.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from centralasia_minerals.analysis.counting.filters import Filters
from centralasia_minerals.analysis.counting.ledger import Ledger
from centralasia_minerals.analysis.counting.ledger_row import Verdict
from centralasia_minerals.analysis.counting.predicates import flag_of
from centralasia_minerals.analysis.counting.rules import RULES
from centralasia_minerals.analysis.links import first_url
from centralasia_minerals.entities.statement import Disclosure
from centralasia_minerals.entities.vocabulary.amount_role import AmountRole
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.errors import InvalidTypeError, MissingExtraError
from centralasia_minerals.values.closed_enum import ClosedEnum

if TYPE_CHECKING:
    import narwhals as nw


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
    Column("role", "text: a member of AmountRole", "", "no amount"),
    Column("stage", "text: a member of Stage", "", "no stage is recorded"),
    Column("deal_stage", "text: a member of Stage", "", "no stage is recorded"),
    Column("implementation", "text: a member of Implementation"),
    Column("horizon_years", "whole number", "years", "no horizon is stated"),
    Column("is_conditional", "truth value"),
    Column("disclosure", "text: a member of Disclosure"),
    Column("standing", "text: a member of Standing"),
    Column("link", "text: the address of the passage behind it", "", "its source has no page"),
    *(
        Column(flag_of("sectors", sector), f"truth value: the deal is for {sector}")
        for sector in Sector
    ),
)
"""The columns of the table of rows, as ``rows_of`` makes it."""


def rows_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return the rows of a ledger as plain columns, which every engine reads; see ``COLUMNS``.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    if not isinstance(ledger, Ledger):
        raise InvalidTypeError.of("the rows of a ledger", ledger, "give cam.ledger(...)")
    columns = ledger.columns
    places = {
        id(amount): place
        for deal in dict.fromkeys(columns.deal)
        for place, amount in enumerate(deal.amounts)
    }
    table: dict[str, list[Any]] = {
        "row": list(range(len(columns.deal))),
        "deal": [deal.id for deal in columns.deal],
        "amount": [places.get(id(amount)) for amount in columns.amount],
        "horizon_years": columns.of_facts("horizon_years"),
        "is_conditional": columns.of_facts("is_conditional"),
        "link": [first_url(row.citations) for row in ledger],
    }
    for name in ("role", "stage", "deal_stage", "implementation", "disclosure", "standing"):
        table[name] = [_text(member) for member in columns.of_facts(name)]
    for sector in Sector:
        table[flag_of("sectors", sector)] = [sector in held for held in columns.of_facts("sectors")]
    return {column.name: table[column.name] for column in COLUMNS}


def covers_of(ledger: Ledger) -> dict[str, list[str]]:
    """Return what covers what as plain columns: a deal, a covering deal, and how it covers.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    if not isinstance(ledger, Ledger):
        raise InvalidTypeError.of("the covers of a ledger", ledger, "give cam.ledger(...)")
    return {
        "deal": [cover.deal for cover in ledger.covers],
        "covering": [cover.covering for cover in ledger.covers],
        "kind": [cover.kind for cover in ledger.covers],
    }


def _text(member: ClosedEnum | None) -> str | None:
    return None if member is None else str(member)


def judge(rows: Any, covers: Any, filters: Filters) -> Any:
    """Judge the rows of a ledger in a table engine, by the same rules as ``cam.ledger``.

    Args:
        rows: a table with the columns of ``COLUMNS``, in any eager engine that narwhals reads.
        covers: a table with the columns ``deal`` and ``covering``, in the same engine.
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
    table = nw.from_native(rows, eager_only=True).sort("row")
    own = {rule.reason: rule.puts_out(filters) for rule in RULES if rule.puts_out}
    table = table.with_columns(
        **{str(reason): condition.expression() for reason, condition in own.items()}
    )
    is_in = ~nw.any_horizontal(*map(nw.col, map(str, own)), ignore_nulls=True)
    is_stated = nw.col("disclosure") == str(Disclosure.STATED)
    table = _with_kept_rows(table.with_columns(_is_in=is_in, _passed=is_in & is_stated))
    table = _with_neighbours(table, nw.from_native(covers, eager_only=True))
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


def _with_kept_rows(table: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add which rows their deal keeps: one that is not financing, or else all its financing."""
    import narwhals as nw

    is_financing = nw.col("role").fill_null("") == str(AmountRole.FINANCING)
    # No horizon is the longest, and longer than any number of years that a file can hold.
    span = nw.col("horizon_years").fill_null(_LONGEST)
    worth = nw.col("_passed") & ~nw.col("is_financing")
    longest = (
        nw.when(nw.col("_worth")).then(nw.col("_span")).otherwise(nw.lit(-1)).max().over("deal")
    )
    first = (
        nw.when(nw.col("_worth") & (nw.col("_span") == nw.col("_longest")))
        .then(nw.col("row"))
        .otherwise(nw.lit(_LONGEST))
        .min()
        .over("deal")
    )
    return (
        table.with_columns(is_financing=is_financing, _span=span)
        .with_columns(_worth=worth)
        .with_columns(_longest=longest)
        .with_columns(_cost=first)
        .with_columns(
            _kept=nw.when(nw.col("_cost") < _LONGEST)
            .then(nw.col("row") == nw.col("_cost"))
            .otherwise(nw.col("_passed"))
        )
    )


_LONGEST = 2**62


def _with_neighbours(table: nw.DataFrame[Any], covers: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Add what the rules on overlaps ask of a row: the rows that count around it."""
    import narwhals as nw

    keeping = table.filter(nw.col("_kept")).select(covering=nw.col("deal")).unique()
    covered = covers.join(keeping, on="covering", how="inner").select("deal").unique()
    covered = covered.with_columns(has_counted_whole=nw.lit(True))
    table = table.join(covered, on="deal", how="left").with_columns(
        has_counted_whole=nw.col("has_counted_whole").fill_null(False)
    )
    has_cost = (nw.col("_cost") < _LONGEST) & ~nw.col("has_counted_whole")
    is_cost = nw.col("row") == nw.col("_cost")
    of_cost = nw.when(is_cost).then(nw.col("amount")).otherwise(nw.lit(-1)).max().over("deal")
    table = table.with_columns(has_counted_cost=has_cost, _amount_of_cost=of_cost).with_columns(
        is_of_counted_amount=nw.col("amount").fill_null(-2) == nw.col("_amount_of_cost"),
        is_within_counted=nw.col("_span") < nw.col("_longest"),
    )
    counts = nw.col("_kept") & ~nw.col("has_counted_whole")
    # An undisclosed row that passed the filters stays what it is, and so does one that counts.
    is_withheld = nw.col("_is_in") & (nw.col("disclosure") == str(Disclosure.UNDISCLOSED))
    return table.sort("row").with_columns(_stays=counts | is_withheld)
