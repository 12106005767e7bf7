"""The full account: every row, in or out, every reason in a sentence, and where it is said."""

from __future__ import annotations

import re

import pytest
from analysis_builders import amount, bounds, cite, dataset, deal, stated
from analysis_strategies import FILTERS, deals
from hypothesis import given

import centralasia_minerals as cam

SENTENCES = {rule.reason: rule.reason.meaning for rule in cam.RULES}
RATES = cam.rates_of({("USD", "EUR"): "0.5", ("KZT", "EUR"): "0.0017"}, source="our desk")


def blocks_of(account: str) -> list[str]:
    """Give the lines of each row: a deal's line, and what is set in under it."""
    return re.findall(r"^  (?! )(.*(?:\n    .*)*)", account, re.MULTILINE)


def told_of(row, block: str) -> list[str]:
    """Give what the account must say of a row and does not."""
    wanted = [f"{row.deal.title} ({row.deal.id}):", *(SENTENCES[reason] for reason in row.reasons)]
    wanted += [f"{citation.start:,} to {citation.end:,}" for citation in row.citations]
    if row.conversion is not None:
        wanted.append(f"{row.conversion.original.value.amount:,f} ")
    if row.conversion is not None and row.conversion.rate is not None:
        rate = row.conversion.rate
        wanted.append(f"1 {rate.base} = {rate.figure} {rate.quote} ({rate.source}")
    return [words for words in wanted if words not in block]


@given(given_deals=deals(), filters=FILTERS)
def test_every_row_is_accounted_for_with_its_reasons_and_passages(given_deals, filters):
    total = cam.total(given_deals, **filters)
    rows = (*total.counted, *total.excluded, *total.undisclosed)

    blocks = blocks_of(total.explain())

    assert len(rows) == len(blocks)
    assert [] == [told_of(row, block) for row, block in zip(rows, blocks, strict=True)
                  if told_of(row, block)]  # fmt: skip


@given(given_deals=deals(), filters=FILTERS)
def test_a_converted_account_says_by_which_rate(given_deals, filters):
    total = cam.total(given_deals, **filters, currency="EUR", rates=RATES)
    rows = (*total.counted, *total.excluded, *total.undisclosed)

    for row, block in zip(rows, blocks_of(total.explain()), strict=True):
        assert [] == told_of(row, block)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_bundled_row_is_accounted_for(language):
    total = cam.total(cam.load())
    rows = (*total.counted, *total.excluded, *total.undisclosed)

    blocks = blocks_of(total.explain(language))

    heads = [f"{row.deal.title} ({row.deal.id}): " for row in rows]
    assert [] == [head for head, block in zip(heads, blocks, strict=True)
                  if not block.startswith(head)]  # fmt: skip


def test_the_three_piles_have_titles_and_an_empty_one_has_none():
    said = cam.total(cam.load()).explain()

    titles = re.findall(r"^(\w.*):$", said, re.MULTILINE)
    assert ["Counted", "Left out", "Undisclosed"] == titles
    assert ["Counted"] == re.findall(
        r"^(\w.*):$", cam.total([deal("mine", amount("USD 5"))]).explain(), re.MULTILINE
    )


@pytest.mark.parametrize(
    "hedge", ["around", "nearly", "estimated", "up to", "at least", "more than"]
)
def test_the_hedge_of_a_figure_is_said(hedge):
    account = cam.total([deal("mine", amount(stated("USD 900", hedge)))]).explain()

    assert hedge in account.splitlines()[1]


def test_a_range_is_said_with_both_ends():
    account = cam.total([deal("m", amount(stated("USD 500", "range", upper="USD 800")))]).explain()

    assert "500" in account.splitlines()[1]
    assert "800" in account.splitlines()[1]


@pytest.mark.parametrize(
    ("printed", "hedge", "english", "russian"),
    [
        ("USD 1100000000", "around", "around 1,100,000,000 US dollars",
         "около 1 100 000 000 долларов США"),
        ("USD 21", "up to", "up to 21 US dollars", "до 21 доллара США"),
        ("USD 76.50", "as stated", "76.50 US dollars", "76,50 доллара США"),
        ("USD 1234567.89", "as stated", "1,234,567.89 US dollars", "1 234 567,89 доллара США"),
        ("TJR 5000000", "as stated", "5,000,000 Tajikistani rubles", "5 000 000 TJR"),
    ],
)  # fmt: skip
def test_a_figure_has_every_digit_and_cents_only_if_the_source_prints_them(
    printed, hedge, english, russian
):
    total = cam.total([deal("kz-mine", amount(stated(printed, hedge)), title="Tungsten mine")])

    assert f"  Tungsten mine (kz-mine): cost, {english}" == total.explain().splitlines()[1]
    row = total.explain("ru").splitlines()[1].replace("\xa0", " ")
    assert f"  Tungsten mine (kz-mine): стоимость проекта, {russian}" == row


def test_a_converted_figure_keeps_its_cents():
    rates = cam.rates_of({("USD", "EUR"): "0.7601237"}, source="our desk")
    mine = deal("mine", amount(stated("USD 1234567")))

    account = cam.total([mine], currency="EUR", rates=rates).explain()

    assert "cost, 938,423.64 euros\n" in account
    assert "converted from 1,234,567 US dollars by 1 USD = 0.7601237 EUR" in account


def test_a_range_has_the_digits_of_both_ends():
    mine = deal("mine", amount(stated("USD 500000000", "range", upper="USD 1500000000")))

    told = "from 500,000,000 to 1,500,000,000 US dollars"
    assert told in cam.total([mine]).explain()


def test_a_horizon_is_said():
    account = cam.total([deal("mine", amount("USD 900", horizon_years=3))]).explain()

    assert re.search(r"\b3\b", account.splitlines()[1])


PLEDGE = deal("pledge", amount(stated("USD 1000", "up to")), stage="pledged")
PARTS = [
    deal("mine", amount(stated("USD 300", at=200)), part_of=PLEDGE),
    deal("mill", amount(stated("USD 400", at=300)), part_of=PLEDGE),
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("third", "gap"), [("USD 100", "200"), ("USD 550", "250")])
def test_where_parts_exceed_or_fall_short_of_the_whole_it_says_by_how_much(language, third, gap):
    more = deal("road", amount(stated(third, at=400)), part_of=PLEDGE)

    account = cam.total([PLEDGE, *PARTS, more], stages=None).explain(language)

    counted = next(block for block in blocks_of(account) if block.startswith("pledge (pledge):"))
    assert re.search(rf"\b{gap}\b", counted)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_low_that_the_parts_hold_up_is_accounted_for(language):
    total = cam.total([PLEDGE, *PARTS], stages=None)

    assert (700, 1000, 1000) == bounds(total)
    counted = next(
        b for b in blocks_of(total.explain(language)) if b.startswith("pledge (pledge):")
    )
    assert re.search(r"\b700\b", counted)


@pytest.mark.parametrize("locale", ["en", "en-GB", "en_US", "ru", "ru-KZ"])
def test_an_empty_account_says_which_keyword_would_widen_it(locale):
    pledged = deal("mine", amount("USD 5"), stage="pledged")

    assert "stages=None" in cam.total([pledged]).explain(locale)


@pytest.mark.parametrize("view", ["_repr_html_", "__str__", "explain", "footnoted"])
def test_whatever_stands_in_a_record_every_view_can_show_it(view):
    odd = "<script>{0} {figures} %s & “quoted”"
    source = cam.Source(
        id="odd",
        title=odd,
        publisher=odd,
        sha256="0" * 64,
        length=1000,
        published=cam.Dated(date=cam.PartialDate.parse("2025")),
    )
    citation = cam.Citation(source=source, start=1, end=9, digest="0" * 16, figure=odd)
    mine = deal("mine", amount(stated("USD 5", citations=(citation,)), basis=odd), title=odd)

    shown = str(getattr(cam.total([mine]), view)())

    assert ("<script>" in shown) == (view != "_repr_html_")


@pytest.mark.parametrize(
    "view",
    [
        cam.ledger([PLEDGE]),
        cam.total([PLEDGE]),
        cam.total([PLEDGE]).excluded,
        cam.timeline([PLEDGE]),
        cam.total_measure([]),
    ],
    ids=lambda view: type(view).__name__,
)
def test_every_answer_is_a_table_in_a_notebook(view):
    html = view._repr_html_()

    assert html.startswith("<div")
    assert "<table>" in html or "nothing is counted" in html


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (cam.disagreements(dataset(deals=(PLEDGE,))), "0 disagreements"),
        (cam.timeline([]), "0 moments"),
        (dataset(deals=(PLEDGE,)).search("zircon"), "0 records"),
        (dataset(deals=(PLEDGE,)).people, "0 person records"),
    ],
    ids=lambda view: type(view).__name__,
)
def test_an_answer_without_rows_says_so_and_shows_no_table(view, said):
    assert said in view._repr_html_()
    assert "<table>" not in view._repr_html_()
    assert said in view._repr_markdown_()
    assert "|" not in view._repr_markdown_()
    assert said in str(view)


def test_the_passages_of_a_row_are_those_of_its_current_statements():
    mine = deal("mine", amount(stated("USD 5", at=1200)))

    account = cam.total([mine]).explain()

    assert f"{cite(at=1200).start:,} to 1,240" in account


@pytest.mark.parametrize(
    ("part", "said", "in_russian"),
    [
        (
            "USD 4",
            "Its parts come to 4 US dollars, 6 US dollars less than the whole.",
            "меньше целого",
        ),
        (
            stated("USD 4", "up to"),
            "Its parts come to up to 4 US dollars, 6 US dollars less than the whole.",
            "меньше целого",
        ),
        ("USD 10", "Its parts come to 10 US dollars, as much as the whole.", "ровно столько же"),
        (
            "USD 12",
            "Its parts come to 12 US dollars, 2 US dollars more than the whole.",
            "больше целого",
        ),
    ],
)
def test_an_account_says_how_far_the_parts_are_from_the_whole(part, said, in_russian):
    whole = deal("whole", amount("USD 10"))
    total = cam.total([whole, deal("part", amount(part), part_of=whole)])

    assert f"– {said}" in total.explain()
    assert in_russian in total.explain("ru")


@pytest.mark.parametrize(
    ("kind", "from_covered", "meaning"),
    [
        ("part of", True, "It is part of a deal that counts."),
        ("implements", True, "It carries out a deal that counts."),
        ("finances", True, "It pays for a cost that is already counted."),
        ("follows", False, "A deal that follows it counts instead."),
        ("restates", False, "Another record of the same deal counts instead."),
    ],
)
def test_the_deal_that_covers_a_row_is_named(kind, from_covered, meaning):
    """The bystander is another part of nothing, so that not just any deal is named."""
    role = "financing" if kind == "finances" else "cost"
    other = "counts" if from_covered else "covered"
    link = (cam.Relation(kind=cam.RelationKind(kind), deal=other),)
    covered = deal("covered", amount("USD 5", role=role), relations=link if from_covered else ())
    counts = deal("counts", amount("USD 9"), relations=() if from_covered else link)

    account = cam.total([deal("bystander", amount("USD 1")), covered, counts]).explain()

    (block,) = [block for block in blocks_of(account) if block.startswith("covered (covered):")]
    assert f"– {meaning} (counts)" in block


def test_a_deal_that_covers_but_does_not_count_is_not_named():
    top = deal("top", amount("USD 9"))
    middle = deal("middle", amount("USD 7"), part_of=top)
    inner = deal("inner", amount("USD 5"), part_of=middle)

    account = cam.total([top, middle, inner]).explain()

    assert 2 == account.count("It is part of a deal that counts. (top)")


def test_of_several_deals_that_cover_a_row_each_stands_by_its_reason():
    whole, works = deal("whole", amount("USD 9")), deal("works", amount("USD 7"))
    pays = (cam.Relation(kind=cam.RelationKind.FINANCES, deal="works"),)
    loan = deal("loan", amount("USD 5", role="financing"), part_of=whole, relations=pays)

    account = cam.total([whole, works, loan], kinds=None).explain()

    assert "It pays for a cost that is already counted. (works)" in account


def test_the_bid_that_has_come_further_is_named():
    rival = (cam.Relation(kind=cam.RelationKind.RIVAL_TO, deal="late"),)
    deals = [
        deal("early", amount("USD 5"), stage="agreed", relations=rival),
        deal("hopeful", amount("USD 5"), stage="agreed", relations=rival),
        deal("late", amount("USD 7")),
    ]

    assert "several bids for one asset counts. (late)" in cam.total(deals).explain()


@pytest.mark.parametrize(
    ("since", "named"),
    [("2025-05", "(new, since May 2025)"), (None, "(new)")],
)
def test_the_deal_that_has_replaced_another_is_named_with_its_day(since, named):
    day = {} if since is None else {"since": cam.PartialDate.parse(since)}
    link = (cam.Relation(kind=cam.RelationKind.REPLACES, deal="old", **day),)
    deals = [deal("old", amount("USD 5")), deal("new", amount("USD 6"), relations=link)]

    account = cam.total(deals).explain()

    assert f"Another deal has replaced it, even if that one does not count. {named}" in account
    assert ("(new; дата — май 2025" in cam.total(deals).explain("ru")) == bool(since)


def test_the_conditions_that_are_open_are_named():
    mine = deal("mine", amount("USD 5", depends_on="a licence"))

    assert "    – Not yet met: a licence" in cam.total([mine]).explain()
    assert "    – Ещё не выполнено: a licence" in cam.total([mine]).explain("ru")
