"""The default total as one query in DuckDB, tuned by hand: what ``frames.total`` is timed against.

It says the same as the query in polars.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from asked_words import CLASSES, CONCLUDED, ENDED, FUNDING, OTHER_SECTORS, SECTOR


def total(folder: Path) -> list[dict[str, Any]]:
    """Return a line for each currency."""
    import duckdb  # of the dependency group engines

    connection = duckdb.connect()
    tree = f"select max(height) from '{folder}/covers.parquet' where is_nearest"
    levels = (connection.execute(tree).fetchone() or (0,))[0] or 0
    query = "with " + ",\n".join(_tables(folder, levels)) + _SUMS.format(more=_more(levels))
    found = connection.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, line, strict=True)) for line in found.fetchall()]


def _texts(words: list[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _is_covered(money: str, above: str) -> str:
    return f"""({money} = '' or {money} = {above}
        or ({money} in ({_texts(FUNDING)}) and {above} not in ({_texts(FUNDING)})))"""


def _tables(folder: Path, levels: int) -> Iterator[str]:
    others = " or ".join(f'"{name}"' for name in OTHER_SECTORS)
    yield f"""passed as (
        select deal, unit, currency, low, stated, high, is_about, is_approximate, reached,
            coalesce(money, '') as money, amount <> unit as is_part,
            unit - coalesce(unit_years, 1000000) * 1000000 as place
        from '{folder}/rows.parquet'
        where disclosure = 'stated' and standing = 'current' and stage in ({_texts(CONCLUDED)})
            and coalesce(deal_stage not in ({_texts(ENDED)}), true)
            and implementation <> 'cancelled' and deal_class in ({_texts(CLASSES)})
            and coalesce(money = 'project', true) and "{SECTOR}" and not ({others})
            and not (is_replaced or is_conditional or gives_way))"""
    # Hashed groups are joined back: windows would sort all rows.
    yield """firsts as (
        select deal, money, min(place) as place, bool_or(not is_part) as whole
        from passed group by deal, money)"""
    yield """standing_wholes as (
        select p.deal, p.money, bool_or(not is_part) as has_whole
        from passed p join firsts f on p.deal = f.deal and p.money = f.money
            and p.place = f.place
        where f.whole group by all)"""
    yield """chosen as (
        select p.* from passed p join firsts f
            on p.deal = f.deal and p.money = f.money and p.place = f.place
        where not p.is_part or not f.whole or (p.deal, p.money) in (
            select (deal, money) from standing_wholes where not has_whole))"""
    yield f"""bids as (from '{folder}/bids.parquet')"""
    yield """known as (
        select b."group", b.bid, max(c.reached) as reached, min(b.place) as place
        from bids b join chosen c on b.deal = c.deal group by all)"""
    yield """best as (
        select "group", arg_max(bid, (reached, -place)) as bid from known group by "group")"""
    yield """beaten as (
        select distinct b.deal from bids b join best on b."group" = best."group"
        where not exists (from bids o where o.deal = b.deal and o."group" = best."group"
            and o.bid = best.bid))"""
    yield "kept as (select * from chosen where deal not in (select deal from beaten))"
    yield f"""covers as (from '{folder}/covers.parquet')"""
    yield """above as (
        select distinct k.deal as covering, k.money as above from kept k
        semi join covers c on k.deal = c.covering)"""
    yield f"""covered as (
        select k.deal, k.money, bool_or(not c.is_whole) as otherwise
        from (select distinct deal, money from kept semi join covers using (deal)) k
        join covers c using (deal) join above a using (covering)
        where case when c.pays then k.money in ({_texts(FUNDING)})
            and a.above not in ({_texts(FUNDING)}) else {_is_covered("k.money", "a.above")} end
        group by all)"""
    yield from _families(levels)


def _families(levels: int) -> Iterator[str]:
    yield "tree as (select deal, covering as whole, height from covers where is_nearest)"
    yield "family as (select deal from tree union select whole from tree)"
    yield "heights as (select whole as deal, max(height) as height from tree group by whole)"
    yield """own as (
        select deal, currency, money, sum(low::decimal(30, 4)) as low,
            sum(stated::decimal(30, 4)) as stated, bool_or(is_about) as about,
            coalesce(any_value(height), 0) as height
        from kept k semi join family using (deal) left join heights using (deal)
        where not exists (from covered c
            where c.deal = k.deal and c.money = k.money and c.otherwise)
        group by deal, currency, money)"""
    yield """standing0 as (
        select deal, currency, money, low, about from own where height = 0)"""
    for level in range(1, levels + 1):
        yield f"""pool{level} as (
            select t.whole as deal, currency, money, sum(low) as parts, bool_or(about) as about
            from standing{level - 1} join tree t using (deal)
            where t.height = {level} group by all)"""
        yield f"""here{level} as (
            select o.*, greatest(least(o.stated, coalesce(parts, 0)) - o.low, 0) as more,
                coalesce(p.about, false) as unsure
            from own o left join pool{level} p using (deal, currency, money)
            where o.height = {level})"""
        yield f"""standing{level} as (
            from standing{level - 1}
            union all by name
            select deal, currency, money, low + more as low, about from here{level}
            union all by name
            select deal, currency, money, parts as low, about from pool{level} p
            where not exists (from kept k
                where k.deal = p.deal and {_is_covered("p.money", "k.money")}))"""


def _more(levels: int) -> str:
    raised = [
        f"select deal, currency, money, more, unsure from here{level} where more > 0"
        for level in range(1, levels + 1)
    ]
    nothing = "select '' as deal, '' as currency, '' as money, 0 as more, false as unsure"
    return " union all ".join(raised or [nothing])


_SUMS = """,
more as ({more}),
counted as (
    select * from kept k where not exists (
        from covered c where c.deal = k.deal and c.money = k.money)),
raises as (
    select currency, sum(more) as more, bool_or(unsure) as unsure from more m
    where exists (from counted c where c.deal = m.deal and c.money = m.money)
    group by currency)
select c.currency, sum(low::decimal(30, 4)) + coalesce(any_value(r.more), 0) as low,
    sum(stated::decimal(30, 4)) as stated,
    case when count(*) = count(high) then sum(high::decimal(30, 4)) end as high,
    bool_or(is_approximate) as approximate,
    bool_or(is_about) or coalesce(any_value(r.unsure), false) as about, count(*) as rows
from counted c left join raises r using (currency)
group by c.currency order by c.currency"""
