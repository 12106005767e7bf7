"""Tables that a total cannot be read off exactly are refused, with the way to mend them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import pytest
from agreement import tables_of
from counting_builders import amount, deal, stated, to
from table_engines import ENGINES, engine_named, in_polars

import centralasia_minerals as cam
from centralasia_minerals.adapters import frames

WHOLE = deal("the-whole", amount(stated("USD 10")))
PART = deal("the-part", amount(stated("USD 4")), part_of=WHOLE)
PLAIN = deal("the-mine", amount(stated("USD 7")))

ASKERS: dict[str, Callable[..., Any]] = {
    "total": frames.total,
    "total_by": lambda rows, *others, **asked: frames.total_by(rows, "year", *others, **asked),
    "judge": frames.judge,
}
each_asker = pytest.mark.parametrize("ask", ASKERS.values(), ids=ASKERS)
each_engine = pytest.mark.parametrize("name", ENGINES)


def rows_of(*deals: cam.Deal) -> pl.DataFrame:
    return in_polars(cam.ledger(deals).to_table())


@each_asker
@pytest.mark.parametrize("column", ["low", "stated", "high"])
def test_money_as_floats_is_refused_lazily_and_eagerly(
    ask: Callable[..., Any], column: str
) -> None:
    rows = rows_of(PLAIN).with_columns(pl.col(column).cast(pl.Float64))

    for given in (rows, rows.lazy()):
        with pytest.raises(
            cam.InvalidTypeError, match=rf"{column}.*Float64; give decimal128\(38, 4"
        ):
            ask(given)


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("low", pl.Object()),
        ("stated", pl.Decimal(38, 10)),
        ("high", pl.String()),
        ("deal", pl.Int64()),
        ("unit", pl.String()),
        ("is_conditional", pl.String()),
    ],
    ids=str,
)
def test_a_column_of_another_type_is_named(column: str, kind: pl.DataType) -> None:
    rows = rows_of(PLAIN)
    held = pl.Series(column, [None] * len(rows), dtype=kind)

    with pytest.raises(cam.InvalidTypeError, match=f"'{column}' of the rows of a ledger: it is of"):
        frames.total(rows.with_columns(held))


def test_all_columns_of_wrong_types_are_named_at_once() -> None:
    rows = rows_of(PLAIN).with_columns(pl.col("low", "high").cast(pl.Float64))

    with pytest.raises(cam.InvalidTypeError) as caught:
        frames.total(rows)

    assert ["low", "high"] == [one.field for one in (caught.value, *caught.value.also)]


def test_decimals_as_objects_of_pandas_are_refused() -> None:
    rows = engine_named("pandas")(cam.ledger([PLAIN]).to_table())
    rows["low"] = rows["low"].astype(object)

    with pytest.raises(cam.InvalidTypeError, match=r"'low'.*Object; give decimal128"):
        frames.total(rows)


@each_asker
def test_columns_that_are_missing_are_all_named(ask: Callable[..., Any]) -> None:
    with pytest.raises(cam.InvalidValueError, match="missing: money, stated; give all columns"):
        ask(rows_of(PLAIN).drop("money", "stated"))


def test_missing_columns_of_covers_are_named() -> None:
    rows, covers, bids = tables_of(cam.ledger([WHOLE, PART]), in_polars)

    with pytest.raises(cam.InvalidValueError, match="the covers: columns are missing: depth"):
        frames.total(rows, covers.drop("depth"), bids)


@each_asker
@pytest.mark.parametrize(
    "related",
    [[WHOLE, PART], [WHOLE, deal("b", relations=to("the-whole", "rival to"))]],
    ids=["covers", "bids"],
)
def test_related_deals_need_the_tables_of_covers_and_bids(
    ask: Callable[..., Any], related: list[cam.Deal]
) -> None:
    rows, covers, bids = tables_of(cam.ledger(related), in_polars)

    for given in ((rows,), (rows, covers), (rows, None, bids), (rows.lazy(),)):
        with pytest.raises(cam.InvalidValueError, match=r"covers \(covers_table\) and of bids"):
            ask(*given)
    assert ask(rows, covers, bids) is not None


@each_asker
def test_deals_by_themselves_need_no_further_tables(ask: Callable[..., Any]) -> None:
    assert ask(rows_of(PLAIN)) is not None


@each_asker
def test_tables_of_two_engines_are_refused(ask: Callable[..., Any]) -> None:
    pytest.importorskip("pyarrow")
    rows, covers, bids = tables_of(cam.ledger([WHOLE, PART]), in_polars)

    with pytest.raises(
        cam.InvalidTypeError, match="the bids: they are in pyarrow, and the rows in p"
    ):
        ask(rows, covers, bids.to_arrow())


@each_asker
@pytest.mark.parametrize("given", [None, 7, {"deal": ["the-mine"]}, [WHOLE]], ids=str)
def test_what_is_no_table_is_refused(ask: Callable[..., Any], given: Any) -> None:
    with pytest.raises(cam.InvalidTypeError, match="give a frame of polars, pandas, pyarrow, Duck"):
        ask(given)


@pytest.mark.parametrize("ask", [ASKERS["total"], ASKERS["total_by"]], ids=["total", "total_by"])
@pytest.mark.parametrize(
    ("asked", "error", "message"),
    [
        ({"kind": "plan"}, cam.InvalidTypeError, "did you mean 'kinds'"),
        ({"kinds": "plans"}, cam.InvalidValueError, "did you mean 'plan'"),
        ({"rates": None}, cam.InvalidTypeError, "make the ledger with currency= and rates="),
        ({"currency": "EUR"}, cam.MissingRateError, r"figures in USD of: the-mine; make the table"),
        ({"currency": "dollars"}, cam.InvalidValueError, "dollars"),
    ],
    ids=str,
)
def test_keywords_are_those_of_a_total(
    ask: Callable[..., Any], asked: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        ask(rows_of(PLAIN), **asked)


@each_engine
def test_figures_that_are_not_converted_are_named(name: str) -> None:
    tables = tables_of(cam.ledger([PLAIN, deal("b", amount(stated("EUR 3")))]), engine_named(name))

    with pytest.raises(cam.MissingRateError) as caught:
        frames.total(*tables, currency="USD")

    assert ("b",) == caught.value.amounts


MOST = 9 * 10**32


@each_engine
@pytest.mark.parametrize("ask", [ASKERS["total"], ASKERS["total_by"]], ids=["total", "total_by"])
def test_sums_that_may_run_over_are_refused_by_the_name_of_the_figure(
    name: str, ask: Callable[..., Any]
) -> None:
    figures = (stated(f"USD {MOST}"), stated("USD 1"), stated("USD 2", "at least"))
    deals = [deal(f"deal-{at}", amount(one)) for at, one in enumerate(figures)]
    tables = tables_of(cam.ledger(deals), engine_named(name))
    if ask is frames.total or not is_lazy(tables[0]):
        with pytest.raises(
            cam.InvalidValueError, match=r"up to that of deal-0, 9000.*times 3 rows"
        ):
            ask(*tables)


def is_lazy(native: Any) -> bool:
    import narwhals as nw

    return isinstance(nw.from_native(native), nw.LazyFrame)


@pytest.mark.parametrize("name", ["pandas", "pyarrow", "polars"])
@pytest.mark.parametrize("ask", [ASKERS["total"], ASKERS["total_by"]], ids=["total", "total_by"])
def test_sums_that_do_run_over_are_refused_as_well(name: str, ask: Callable[..., Any]) -> None:
    """Arrow adds them to a wrong figure, and says nothing."""
    deals = [deal(f"deal-{at}", amount(stated(f"USD {MOST * 10}"))) for at in range(200)]
    tables = tables_of(cam.ledger(deals), engine_named(name))

    with pytest.raises(cam.InvalidValueError, match="more digits than decimals of 38 hold"):
        ask(*tables)


def test_more_than_eight_levels_are_refused_on_lazy_engines_alone() -> None:
    made = [WHOLE]
    for level in range(9):
        made.append(deal(f"level-{level}", amount(stated("USD 4", "up to")), part_of=made[-1]))
    tables = tables_of(cam.ledger(made), in_polars)

    with pytest.raises(cam.InvalidValueError, match="9 levels of parts, and at most 8 are read"):
        frames.total(*(table.lazy() for table in tables))
    assert cam.total(made).by_currency == frames.total(*tables).by_currency


def test_a_currency_that_a_total_lacks_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="it holds USD"):
        frames.total(rows_of(PLAIN))["EUR"]


def test_an_unknown_key_is_a_missing_column() -> None:
    with pytest.raises(cam.InvalidValueError, match="columns are missing: continent"):
        frames.total_by(rows_of(PLAIN), "continent")


@each_asker
@pytest.mark.parametrize("lazily", [False, True])
def test_rows_of_several_ledgers_are_refused(ask: Callable[..., Any], lazily: bool) -> None:
    """Their numbers stand twice, and what relates the deals of one to the other is missing."""
    rows, other = rows_of(PLAIN), rows_of(deal("another", amount(stated("USD 1"))))

    for both in (pl.concat([rows, rows]), pl.concat([rows, other])):
        with pytest.raises(cam.InvalidValueError, match=r"2 rows have 1 numbers.*ds\.merge"):
            ask(both.lazy() if lazily else both)


@each_engine
@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("unit", None, "is null"),
        ("deal", None, "is null"),
        ("row", None, "is null"),
        ("is_related", None, "is null"),
        ("is_about", None, "is null"),
        ("is_conditional", None, "is null"),
        ("standing", None, "is null"),
        ("disclosure", None, "is null"),
        ("currency", None, "null beside a figure"),
        ("low", None, "null beside a figure"),
        ("stage", "sealed", "no Stage"),
        ("money", "Project", "no MoneyKind"),
        ("implementation", "", "no Implementation"),
    ],
)
def test_a_value_that_no_ledger_has_is_refused_by_its_column(
    name: str, column: str, value: Any, found: str
) -> None:
    rows = rows_of(PLAIN, WHOLE)
    wrong = rows.with_columns(
        pl.when(pl.col("deal") == "the-mine")
        .then(pl.lit(value, rows.schema[column]))
        .otherwise(pl.col(column))
        .alias(column)
    )
    with pytest.raises(cam.InvalidValueError, match=f"{column}.*{found}"):
        frames.total(engine_named(name)(cam.Table.from_arrow(wrong)))


def test_all_that_is_wrong_with_rows_is_told_at_once() -> None:
    rows = rows_of(PLAIN)
    wrong = pl.concat([rows, rows]).with_columns(
        low=pl.col("stated") * 2, stage=pl.lit("sealed"), high=pl.lit(None, pl.Decimal(38, 4))
    )

    with pytest.raises(cam.InvalidValueError) as refused:
        frames.total(wrong.cast({"low": pl.Decimal(38, 4)}))

    assert {"row", "stage", "low"} == {refused.value.field, *(e.field for e in refused.value.also)}
