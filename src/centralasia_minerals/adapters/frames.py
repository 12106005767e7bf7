"""The counting rules and totals on tables of any engine, through narwhals (extra ``frames``).

A ledger becomes three tables of plain columns: its rows, what covers what, and which bids are
rivals. The rules are those of ``cam.RULES``, read as expressions; the overlaps are windows and
joins. Engines are polars, pandas and pyarrow with Arrow decimals, DuckDB, PySpark and Ibis.

>>> import centralasia_minerals as cam
>>> from centralasia_minerals.adapters import frames
>>> ledger = cam.ledger(cam.load())
>>> tables = ledger.to_table(), ledger.covers_table(), ledger.bids_table()
>>> rows, covers, bids = (table.to_polars() for table in tables)  # or read from your own files
>>> print(frames.total(rows, covers, bids)["USD"].stated)  # as cam.total has it, to the last digit
USD 1100000000
>>> groups = frames.total_by(rows, "country", covers, bids)  # a frame, in the engine of the rows
>>> groups.select("country", "stated").drop_nulls().rows()
[('KZ', Decimal('1100000000.0000'))]
>>> frames.ledger_of(tables[0], cam.load()) == ledger  # and back again, also from a file
True

``frames.judge`` gives every row with a column for each rule that puts it out.
"""

from __future__ import annotations

from typing import Any, Unpack

from centralasia_minerals.analysis.counting.given_deals import Deals
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.keywords import FrameKeywords, read_keywords
from centralasia_minerals.analysis.counting.ledger import Ledger
from centralasia_minerals.analysis.counting.sums.rate import Rates
from centralasia_minerals.analysis.counting.tables.ledger_columns import COLUMN_OF_KEY, COLUMNS
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.rendering.columnar.table import Table

from .on_tables import ledger_back
from .on_tables.frames_given import (
    BIDS_WANTED,
    COVERS_WANTED,
    levels_of,
    read_frame,
    refuse_other_engines,
    rows_wanted,
)
from .on_tables.row_checks import check_rows
from .on_tables.table_question import Question
from .on_tables.table_total import TableTotal, groups_of, judged_rows_of

__all__ = ["COLUMNS", "bids_of", "covers_of", "judge", "ledger_of", "rows_of", "total", "total_by"]


def rows_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return the rows of a ledger as plain columns; see ``COLUMNS``.

    Raises:
        InvalidTypeError: it is not a ledger.
        InvalidValueError: figures have more digits than the columns of money hold.
    """
    return _ledger(ledger, "the rows of a ledger").to_table().to_dict()


def covers_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return what covers what as plain columns: those of ``cam.Cover``, and how the wholes nest.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    return _ledger(ledger, "the covers of a ledger").covers_table().to_dict()


def bids_of(ledger: Ledger) -> dict[str, list[Any]]:
    """Return which deals are rivals as plain columns: those of ``cam.Bid``, and a place.

    Of bids that have come equally far, the one of the lowest place stays.

    Raises:
        InvalidTypeError: it is not a ledger.
    """
    return _ledger(ledger, "the bids of a ledger").bids_table().to_dict()


def ledger_of(table: Table, deals: Deals, rates: Rates | None = None) -> Ledger:
    """Return the ledger that a table of rows was made of, equal to it.

    The table says what was asked. The deals are looked up by their ids, and every value of the
    table is compared with what they make; columns of your own are left aside.

    Args:
        table: what ``Ledger.to_table`` gave, also read back from a file.
        deals: the dataset, or the deals, that the ledger was made of.
        rates: the rates that the ledger was made with, if it was.

    Raises:
        InvalidTypeError: it is not a ``Table``, or something is not a deal.
        InvalidValueError: the table does not say what was asked, columns or deals are missing,
            the data are of another version, or values differ; each is named.
        MissingRateError: the rates lack a figure that counts.
    """
    return ledger_back.ledger_of(table, deals, rates)


def _ledger(given: object, what: str) -> Ledger:
    if not isinstance(given, Ledger):
        raise InvalidTypeError.of(what, given, "give cam.ledger(...)")
    return given


def judge(rows: Any, covers: Any = None, bids: Any = None, filters: Filters | None = None) -> Any:
    """Judge the rows of a ledger in a table engine, by the same rules as ``cam.ledger``.

    Args:
        rows: a table of ledger rows, in any engine that narwhals reads.
        covers: a table of what covers what, in the same engine; may be left out if nothing does.
        bids: a table of rival bids, in the same engine; may be left out if there are none.
        filters: what is asked for, as ``cam.Filters.of`` reads it; by default, as for a total.

    Returns:
        The table of rows in its own engine, with a column ``verdict`` (a text of ``Verdict``),
        and a column of truth values for each reason, named after it, in the order of the rules.
        A lazy table stays lazy, and has no order; any other is sorted by ``row``.

    Raises:
        MissingExtraError: narwhals is not installed.
        InvalidTypeError: something is not a table, or a column is of a wrong type.
        InvalidValueError: columns are missing, or deals are related to others and the tables of
            covers and bids are not given.
    """
    asked = Filters.of() if filters is None else filters
    return judged_rows_of(_question(rows, covers, bids, asked, None, ()))


def total(
    rows: Any, covers: Any = None, bids: Any = None, **keywords: Unpack[FrameKeywords]
) -> TableTotal:
    """Return what the rows of a ledger come to, by the same rules as ``cam.total``.

    Low, stated, high, hedges and reasons are those that the objects give, to the last digit.

    Args:
        rows: a table of ledger rows, in any engine that narwhals reads: what ``to_polars``,
            ``to_arrow`` or a Parquet file of ``cam.ledger(...)`` holds.
        covers: a table of what covers what (``Ledger.covers_table``), in the same engine.
        bids: a table of rival bids (``Ledger.bids_table``), in the same engine.
        keywords: as for ``cam.total``, without ``rates``. Figures are not converted here: make the
            ledger with ``currency=``, and they are in its tables.

    Raises:
        MissingExtraError: narwhals is not installed.
        InvalidTypeError: something is not a table, a column is of a wrong type (money as floats
            or as Python objects), or a keyword is.
        InvalidValueError: columns are missing, rows are of several ledgers or are no rows of any
            (one query asks), deals are related to others and the tables of covers and bids are not
            given, a lazy table has more than eight levels of parts, or
            sums could have more digits than decimals hold.
        MissingRateError: rows that count are in another currency than the one asked for.
    """
    filters, currency = _asked(keywords, "a total of tables")
    return TableTotal(_question(rows, covers, bids, filters, currency, ()))


def total_by(
    rows: Any, key: str, covers: Any = None, bids: Any = None, **keywords: Unpack[FrameKeywords]
) -> Any:
    """Return what the rows of a ledger come to by group and currency, as a table.

    Args:
        rows: as for ``total``.
        key: a column of the rows: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``,
            ``kind``, ``deal_class``, ``year``, ``money``, ``payer``, ``place``, or one of yours.
        covers: as for ``total``.
        bids: as for ``total``.
        keywords: as for ``total``.

    Returns:
        A table in the engine of the rows, lazy if they are, with a line for each group and
        currency: the key, ``currency``, ``low``, ``stated``, ``high`` (null without an upper
        limit), ``is_approximate``, ``is_about``, and how many rows of the group are ``counted``,
        ``left_out`` and ``undisclosed``, in any currency. It is the table of ``cam.total_by``: a
        group in which nothing counts has one line, without a currency. Why rows are left out is
        in ``judge``.

    Raises:
        InvalidTypeError: as for ``total``.
        InvalidValueError: as for ``total``.
        MissingRateError: as for ``total``, unless the rows are lazy.
    """
    filters, currency = _asked(keywords, "totals of tables")
    column = COLUMN_OF_KEY.get(key, key)
    return groups_of(_question(rows, covers, bids, filters, currency, (column,)), key, column)


def _asked(keywords: FrameKeywords, what: str) -> tuple[Filters, str | None]:
    if "rates" in keywords:
        found = "figures of tables are not converted"
        raise InvalidTypeError(what, found, "make the ledger with currency= and rates=")
    filters, conversions = read_keywords({**keywords}, what)  # type: ignore[typeddict-item]  # it has no rates
    return filters, None if conversions.currency is None else conversions.currency.code


def _question(
    rows: Any,
    covers: Any,
    bids: Any,
    filters: Filters,
    currency: str | None,
    keys: tuple[str, ...],
) -> Question:
    wanted = rows_wanted()
    table, is_lazy = read_frame(rows, rows_wanted(*keys), "the rows of a ledger")
    check_rows(table, wanted)
    above = None if covers is None else read_frame(covers, COVERS_WANTED, "the covers")[0]
    rivals = None if bids is None else read_frame(bids, BIDS_WANTED, "the bids")[0]
    refuse_other_engines(table, {"the covers": above, "the bids": rivals})
    levels = 0 if above is None else levels_of(above, is_lazy=is_lazy)
    return Question(table, above, rivals, filters, currency, levels, keys, is_lazy=is_lazy)
