"""Totals of tables in any engine: what ``frames.total`` returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from centralasia_minerals.analysis.counting.judging.exclusion_reason import ExclusionReason
from centralasia_minerals.analysis.counting.judging.filters import Filters
from centralasia_minerals.analysis.counting.judging.rules import RULES
from centralasia_minerals.analysis.counting.ledger_row import Verdict
from centralasia_minerals.analysis.counting.sums.bounds import CurrencyTotal
from centralasia_minerals.analysis.counting.sums.by_currency import ByCurrency
from centralasia_minerals.analysis.counting.sums.convert import smallest_unit
from centralasia_minerals.errors import InvalidValueError, MissingRateError
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.currency import as_currency
from centralasia_minerals.values.exact_decimal import EXACT
from centralasia_minerals.values.money import Money

from .table_question import Question

T = TypeVar("T")

_MOST = Decimal(10) ** 33
"""The least sum that is too wide: decimals have 38 digits, four of them decimal places, and one is
needed for what a sum may carry."""


class TableRows:
    """Some rows of a table, which are computed when they are asked for.

    Attributes:
        verdict: what became of them.
    """

    def __init__(self, question: Question, verdict: Verdict, number: int | None = None) -> None:
        self._question: Question = question
        self._number: int | None = number
        self.verdict: Verdict = verdict

    def __len__(self) -> int:
        """Return how many rows there are; it asks the engine once."""
        if self._number is None:
            self._number = self._question.numbers[self.verdict]
        return self._number

    def to_native(self) -> Any:
        """Return the rows in their own engine, lazy if the table was, with all their columns.

        Those that count have the lows that the parts of their deals raise them to.
        """
        return self._question.rows_of(self.verdict)

    def __repr__(self) -> str:
        return f"<TableRows: {self.verdict}>"


class TableTotal(ByCurrency):
    """What the rows of a table come to; it reads like ``cam.Total``.

    Attributes:
        by_currency: the total in each currency, by code; empty if nothing counts.
        counted: the rows that count.
        excluded: the rows that do not count.
        undisclosed: the rows that passed the filters and whose figure is withheld.
        filters: the filters that were applied.
    """

    def __init__(self, question: Question) -> None:
        lines = _computed(question.sums, question)
        _refuse_wide(lines, question)
        _refuse_unrelated(question, lambda: any(line["related"] for line in lines))
        _refuse_unconverted(lines, question)
        self._question: Question = question
        self.filters: Filters = question.filters
        self.by_currency: tuple[CurrencyTotal, ...] = tuple(map(currency_total, lines))
        number = sum(line["rows"] for line in lines)
        self.counted: TableRows = TableRows(question, Verdict.COUNTED, number)
        self.excluded: TableRows = TableRows(question, Verdict.LEFT_OUT)
        self.undisclosed: TableRows = TableRows(question, Verdict.UNDISCLOSED)

    @cached_property
    def reasons(self) -> Mapping[ExclusionReason, int]:
        """How many rows are left out for each reason; a row may have several."""
        found = ((rule.reason, self._question.numbers[rule.reason]) for rule in RULES)
        return {reason: number for reason, number in found if number}

    def _how_to_convert(self) -> str:
        return "make the ledger with currency= to convert"

    def __str__(self) -> str:
        return "\n".join(map(str, self.by_currency)) or "nothing"

    def __repr__(self) -> str:
        figures = ", ".join(map(str, self.by_currency)) or "nothing"
        return f"<TableTotal: {figures}, from {pluralized(len(self.counted), 'row')}>"


def currency_total(line: Mapping[str, Any]) -> CurrencyTotal:
    """Return the total of a line of sums, without zeros that only the column's scale adds."""
    currency = as_currency(line["currency"])
    low, stated, high = (
        Money(_shortened(line[name], currency.code), currency) for name in ("low", "stated", "high")
    )
    return CurrencyTotal(
        currency,
        low,
        stated,
        high if line["closed"] == line["rows"] else None,
        approximate=bool(line["approximate"]),
        about=bool(line["about"]),
    )


def _shortened(figure: Decimal | None, code: str) -> Decimal:
    """Return a figure with as many decimal places as it needs, or its currency has, or none."""
    exact = Decimal(0) if figure is None else EXACT.create_decimal(figure)
    whole = exact.to_integral_value(context=EXACT)
    if exact == whole:
        return whole
    rounded = exact.quantize(smallest_unit(code), context=EXACT)
    return rounded if rounded == exact else exact.normalize(EXACT)


def _computed(compute: Callable[[], T], question: Question) -> T:
    """Return what an engine computes; if it refuses, sums may have run over, and that is said."""
    try:
        return compute()
    except Exception:
        _refuse_wide(question.widest(), question)
        raise


def _refuse_wide(lines: Iterable[Mapping[str, Any]], question: Question) -> None:
    """Refuse sums that may have run over; figures are never negative."""
    for line in lines:
        # Without any upper limit, the largest is null in some engines, and NaN in others.
        figures = (line["most"], line["most_high"])
        most = max(one for one in figures if isinstance(one, Decimal) and one.is_finite())
        if EXACT.multiply(most, line["rows"]) >= _MOST:
            named = ", ".join(question.deals_with(line["currency"], most))
            raise InvalidValueError(
                f"the total in {line['currency']}",
                f"figures up to that of {named}, {most}, times {line['rows']} rows may come to "
                "more digits than decimals of 38 hold",
                "total them in parts, or correct the figure",
            )


def judged_rows_of(question: Question) -> Any:
    """Return all rows with their verdict and a column for each rule, in their own engine."""
    _refuse_unrelated(question, question.lists_related)
    return question.judged_rows()


def _refuse_unrelated(question: Question, is_related: Callable[[], bool]) -> None:
    """Refuse rows of related deals without the tables of covers and bids."""
    if (question.covers is None or question.bids is None) and is_related():
        raise InvalidValueError(
            "the rows of a ledger alone",
            "deals among them cover others, or bid against others",
            "give the tables of covers (covers_table) and of bids (bids_table) as well",
        )


def _refuse_unconverted(lines: list[dict[str, Any]], question: Question) -> None:
    wanted = question.currency
    others = [line["currency"] for line in lines if line["currency"] != wanted]
    if wanted is not None and others:
        named = tuple(question.deals_in(others))
        raise MissingRateError(
            f"the total in {wanted}",
            f"figures in {', '.join(others)} of: {'; '.join(named)}",
            f"make the table from a ledger with currency={wanted!r} and rates",
            named,
        )


def groups_of(question: Question, key: str, column: str) -> Any:
    """Return what the counted rows come to by a key and by currency, in their own engine.

    Args:
        question: what is asked of which tables.
        key: the name of the key in the result.
        column: the column that holds it.
    """
    import narwhals as nw

    _refuse_unrelated(question, question.has_related)
    found = question.groups(column, key)
    if question.is_lazy:
        return found.drop("_most", "_most_high").to_native()
    groups = _computed(found.collect, question)
    names = {"counted": "rows", "_most": "most", "_most_high": "most_high"}
    summed = groups.filter(~nw.col("currency").is_null())
    _refuse_wide(summed.select("currency", *names).rename(names).iter_rows(named=True), question)
    groups = groups.drop("_most", "_most_high").sort(key, "currency")
    if question.currency is not None:
        others = summed.filter(nw.col("currency") != question.currency)["currency"].to_list()
        _refuse_unconverted([{"currency": one} for one in others], question)
    return groups.to_native()
