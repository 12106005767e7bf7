"""The columns of the ledger as a flat table, by what they are for."""

from __future__ import annotations

from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.rendering.columnar.column import MONEY_SCALE, Column, ColumnType

from ..groups import GROUPS, GROUPS_OF_AMOUNTS
from ..judging.predicates import flag_of

_TEXT, _INTEGER, _BOOLEAN = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.BOOLEAN
_NO_FIGURE = "there is no figure"
_NO_AMOUNT = "the deal has no amount"


def _money(name: str, about: str, null: str = _NO_FIGURE) -> Column:
    unit = "the currency of the row"
    return Column(name, ColumnType.DECIMAL, about, null, unit, scale=MONEY_SCALE)


FACTS: tuple[Column, ...] = (
    Column("row", _INTEGER, "the number of the row, from 0"),
    Column("deal", _TEXT, "the deal", refers_to="deals.id"),
    Column("amount", _INTEGER, "the place of the amount in its deal, from 0", _NO_AMOUNT),
    Column("unit", _INTEGER, "the place of the amount that it is, or is a part of"),
    Column("role", _TEXT, "a member of AmountRole", _NO_AMOUNT),
    Column("money", _TEXT, "a member of MoneyKind", "there is no amount, or no source says"),
    Column("deal_class", _TEXT, "a member of DealClass"),
    Column("stage", _TEXT, "a member of Stage", "no stage is recorded"),
    Column("deal_stage", _TEXT, "a member of Stage", "no stage of the deal is recorded"),
    Column("implementation", _TEXT, "a member of Implementation"),
    Column("horizon_years", _INTEGER, "how long it is spread over", "none is stated", "years"),
    Column("unit_years", _INTEGER, "the horizon of the unit", "none is stated", "years"),
    Column("reached", _INTEGER, "how far the row has come, for comparison among rivals"),
    Column("is_conditional", _BOOLEAN, "it depends on an open contingency"),
    Column("gives_way", _BOOLEAN, "the parts of the amount are judged in its place"),
    Column("is_replaced", _BOOLEAN, "another of the deals has replaced it"),
    Column(
        "replaced_since", _TEXT, "an EDTF date", "it is not replaced, or no source says since when"
    ),
    Column("disclosure", _TEXT, "a member of Disclosure: whether there is a figure, or why not"),
    Column("standing", _TEXT, "a member of Standing"),
    Column("is_related", _BOOLEAN, "its deal covers others or is covered, or bids for an asset"),
)
"""The columns that the rules ask for, besides one of truth values for each sector."""

SECTORS: tuple[Column, ...] = tuple(
    Column(flag_of("sectors", sector), _BOOLEAN, f"the deal is for {sector}") for sector in Sector
)
"""The columns that say for which sectors a deal is."""

FIGURES: tuple[Column, ...] = (
    Column("currency", _TEXT, "the ISO 4217 code of the figure's currency", _NO_FIGURE),
    _money("low", "the least that the words allow, without parts that are conditional"),
    _money("stated", "the figure itself, whatever its words; of a range, its lower end"),
    _money("high", "the most that the words allow", "there is no figure, or no upper limit"),
    Column("hedge", _TEXT, "a member of Hedge", _NO_FIGURE),
    Column("is_approximate", _BOOLEAN, "it is around, nearly or estimated, or a range"),
    Column("is_about", _BOOLEAN, "it is approximate beyond its bounds"),
)
"""The columns that are added up, with the words of the figure."""

COLUMN_OF_KEY = {"deal_class": "recorded_class"}
"""The columns of keys that are not named after them: the class that rules ask for is never null."""

GROUPS_BY_DEAL = {
    COLUMN_OF_KEY.get(key, key): field for key, field in GROUPS.items() if key != "stage"
}
"""The columns that a deal is grouped by, with its fields."""

GROUPS_BY_AMOUNT = {key: field for key, field in GROUPS_OF_AMOUNTS.items() if key != "money"}
"""The columns that an amount is grouped by, with its fields."""

GROUP_COLUMNS: tuple[Column, ...] = tuple(
    Column(key, _TEXT, f"the group of the row by {key}, as total_by has it")
    for key in (*GROUPS_BY_DEAL, *GROUPS_BY_AMOUNT)
)
"""The columns that totals are grouped by; stage and money are among the facts."""

VERDICT: tuple[Column, ...] = (
    Column("verdict", _TEXT, "a member of Verdict"),
    Column("reasons", ColumnType.TEXTS, "why the row is left out: members of ExclusionReason"),
)
"""The columns that say what this library made of the row."""

CITED: tuple[Column, ...] = (
    Column("link", _TEXT, "the address of the first passage", "no source has a page"),
    Column("citations", ColumnType.TEXTS, "the passages behind the row"),
    Column("links", ColumnType.TEXTS, "their addresses, where their sources have a page"),
)
"""The columns that lead to the sentences."""


COLUMNS = (*FACTS, *SECTORS, *FIGURES, *GROUP_COLUMNS, *VERDICT, *CITED)
"""The columns of the ledger as a table, in order."""
