"""What a ledger and its tables in an engine must agree on, and ledgers of every shape to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import analysis_strategies
import counting_strategies
import narwhals as nw
from hypothesis import strategies as st

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames
from centralasia_minerals.analysis.counting.groups import GROUPS, GROUPS_OF_AMOUNTS
from centralasia_minerals.rendering.columnar.table import Table

Engine = Callable[[Table], Any]

KEYS = (*GROUPS, *GROUPS_OF_AMOUNTS)
DEALS = counting_strategies.deals() | counting_strategies.trees() | analysis_strategies.deals()
FILTERS = counting_strategies.FILTERS | st.just({"kinds": None, "stages": None})
RATES = cam.FixedRates(
    (
        cam.Rate(base="EUR", quote="USD", figure="1.1537", source="our desk"),
        cam.Rate(
            base="KZT", quote="USD", figure="0.0019", low="0.0018", high="0.002", source="our desk"
        ),
    )
)
CURRENCIES = st.sampled_from([{}, {}, {"currency": "USD", "rates": RATES}])


def tables_of(ledger: cam.Ledger, engine: Engine) -> list[Any]:
    return [engine(t) for t in (ledger.to_table(), ledger.covers_table(), ledger.bids_table())]


def lines_of(native: Any) -> list[dict[str, Any]]:
    """Give the lines of a table, whatever its engine."""
    frame = nw.from_native(native)
    held = frame.lazy().collect().to_dict(as_series=False)
    # What is absent is NaN in pandas, which equals nothing.
    found = [[None if str(one) == "nan" else one for one in values] for values in held.values()]
    return [dict(zip(held, line, strict=True)) for line in zip(*found, strict=True)]


def agree(deals: Any, asked: dict[str, Any], engine: Engine) -> None:
    """Total deals as objects and in an engine, and compare figures, numbers and reasons."""
    expected = cam.total(deals, **asked)

    total = frames.total(*tables_of(cam.ledger(deals, **asked), engine), **without_rates(asked))

    assert expected.by_currency == total.by_currency
    assert len(expected.counted) == len(total.counted)
    assert len(expected.excluded) == len(total.excluded)
    assert len(expected.undisclosed) == len(total.undisclosed)
    reasons = Counter(str(reason) for row in expected.excluded for reason in row.reasons)
    assert reasons == {str(reason): number for reason, number in total.reasons.items()}


def agree_on_rows(deals: Any, asked: dict[str, Any], engine: Engine) -> None:
    """Compare every row: its verdict and reasons, and the low that it counts with."""
    ledger = cam.ledger(deals, **asked)
    tables = tables_of(ledger, engine)

    judged = in_order(frames.judge(*tables, ledger.filters))
    counted = in_order(frames.total(*tables, **without_rates(asked)).counted.to_native())

    reasons = [str(rule.reason) for rule in cam.RULES]
    assert [(str(row.verdict), [*map(str, row.reasons)]) for row in ledger] == [
        (line["verdict"], [reason for reason in reasons if line[reason]]) for line in judged
    ]
    assert [(row.deal.id, low_of(row)) for row in ledger.counted] == [
        (line["deal"], line["low"]) for line in counted
    ]


def low_of(row: cam.LedgerRow) -> Any:
    if row.raised_low is not None:
        return row.raised_low
    return row.figure.low.amount if row.lowered_low is None else row.lowered_low


def in_order(native: Any) -> list[dict[str, Any]]:
    return sorted(lines_of(native), key=lambda line: line["row"])


def agree_by(deals: Any, key: str, asked: dict[str, Any], engine: Engine) -> None:
    """Total deals by a key, and compare the groups with the table that the objects give."""
    expected = cam.total_by(deals, key, **asked).to_table().to_dicts()
    rows, *others = tables_of(cam.ledger(deals, **asked), engine)

    lines = lines_of(frames.total_by(rows, key, *others, **without_rates(asked)))

    assert sorted(expected, key=_place) == sorted(lines, key=_place)


def _place(line: dict[str, Any]) -> list[tuple[str, str]]:
    """Return where a line stands: its key and its currency are unlike those of all others."""
    return sorted((name, str(one)) for name, one in line.items() if isinstance(one, str | None))


def without_rates(asked: dict[str, Any]) -> dict[str, Any]:
    return {name: given for name, given in asked.items() if name != "rates"}
