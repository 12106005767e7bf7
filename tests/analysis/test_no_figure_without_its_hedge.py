"""Whatever shows a figure says what is known of it, or why there is none."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from analysis_builders import (
    GAZETTE,
    amount,
    cite,
    deal,
    deposit,
    estimate,
    on,
    stated,
    weighed,
    withheld,
)
from hypothesis import given, strategies as st

import centralasia_minerals as cam

DS = cam.load()
VENTURE = DS.deals["kz-us-tungsten"]
EVERY_TOTAL = [
    {},
    {"sectors": None},
    {"sectors": None, "stages": None},
    {"sectors": None, "stages": None, "kinds": None},
    {"sectors": None, "stages": None, "kinds": None, "max_horizon_years": 3},
    {"currency": "EUR"},
    {"sectors": None, "currency": "EUR"},
]
COST = re.compile(
    r"(\w+ )?(?:(?:USD|EUR) (?:1,?100,?000,?000|952,?000,?000)\b"
    r"|1[.,]1\s(?:billion|млрд)|952\s(?:million|млн)"
    r"|1,100,000,000 US dollars|952,000,000 euros|1\s100\s000\s000|952\s000\s000)"
)


def views_of_the_cost():
    """Yield every text of the library in which the venture's cost stands, by what gives it."""
    yield "value", str(VENTURE.value)
    yield "amount", str(VENTURE.amounts[0].stated)
    yield "deals", str(DS.deals)
    yield "deals in a notebook", DS.deals._repr_html_()
    for asked in EVERY_TOTAL:
        total, groups = cam.total(DS, **asked), cam.total_by(DS, "country", **asked)
        yield f"total {asked}", str(total)
        yield f"repr {asked}", repr(total)
        yield f"notebook {asked}", total._repr_html_()
        yield f"currencies {asked}", " ".join(map(str, total.by_currency))
        yield f"rows {asked}", " ".join(str(row.figure) for row in total.counted)
        yield f"table of rows {asked}", str(total.counted)
        yield f"groups {asked}", str(groups)
        yield f"groups in a notebook {asked}", groups._repr_html_()
        for locale in ("en", "ru"):
            yield f"sentence {asked} {locale}", total.footnoted(locale).sentence
            yield f"account {asked} {locale}", _without_notes(total.explain(locale))
    yield "ledger", str(cam.ledger(DS))
    yield "ledger in euros", str(cam.ledger(DS, currency="EUR"))


def _without_notes(account: str) -> str:
    """Leave out what the passages print: it is quoted as it stands there."""
    return re.sub(r"\[.*?\]$", "", account, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("view", "text"), [*views_of_the_cost()], ids=lambda value: str(value)[:50]
)
def test_the_cost_of_the_venture_never_stands_without_a_sign_that_it_is_approximate(view, text):
    assert {match[1] for match in COST.finditer(text)} <= {"about ", "около "}, view


def test_the_cost_of_the_venture_is_found_in_most_of_these_views():
    found = [view for view, text in views_of_the_cost() if COST.search(text)]

    assert {"value", "deals", "ledger", "total {}", "sentence {} ru", "account {} ru"} <= {*found}


def test_a_value_is_a_view_of_all_current_statements_and_changes_none():
    """One source calls the cost estimated, and the other does not."""
    value = VENTURE.value

    assert (cam.Money("1100000000", "USD"), cam.Hedge.AS_STATED) == (value.value, value.hedge)
    assert value.approximate
    assert value.statements == VENTURE.amounts[0].statements
    assert {c.source.id for c in value.citations} == {
        "summit-partnership-2025-11",
        "summit-minerals-2025-11",
    }
    assert "about USD 1,100,000,000" == str(value)


def test_a_lone_statement_is_its_own_view():
    lone = amount("USD 5")

    assert lone.stated is lone.statements[0]
    assert lone.stated.statements == lone.statements


def test_a_view_is_not_recorded():
    view = VENTURE.value

    with pytest.raises(cam.InvalidTypeError, match=r"Amount\.statements"):
        cam.Amount(role=cam.AmountRole.COST, statements=(view,))


def test_a_total_in_a_currency_says_that_it_is_approximate():
    total = cam.total(DS, sectors=None, stages=None, kinds=None)

    assert total["USD"].approximate
    assert "at least about USD 101,400,000,000" == str(total["USD"])
    assert "about EUR 952,000,000" == str(cam.total(DS, currency="EUR")["EUR"])
    assert not cam.total(DS, sectors="digital")["USD"].approximate


def test_a_group_a_row_and_a_ratio_say_so_too():
    assert cam.total_by(DS, "country")["KZ"]["USD"].approximate
    assert all(row.approximate for row in cam.total(DS).counted)
    assert cam.ratio(VENTURE.financing[0], VENTURE.value).approximate
    assert "up to about 81.8%" == str(cam.ratio(VENTURE.financing[0], VENTURE.value))
    assert not cam.ratio(cam.Money(1, "USD"), cam.Money(3, "USD")).approximate


SUMS = [
    (["up to", "up to"], "up to USD 10"),
    (["up to", "as stated"], "from USD 5 to USD 10"),
    (["at least", "as stated"], "at least USD 10"),
    (["more than", "up to"], "from USD 5 to USD 10, open above"),
    (["around", "as stated"], "about USD 10"),
    (["nearly", "estimated"], "about USD 10"),
    (["around", "up to"], "from about USD 5 to about USD 10"),
    (["estimated", "more than"], "at least about USD 10"),
    (["as stated", "as stated"], "USD 10"),
]


@pytest.mark.parametrize(("hedges", "said"), SUMS)
def test_a_sum_inherits_the_words_of_what_it_adds_up(hedges, said):
    deals = [
        deal(f"deal-{n}", amount(stated("USD 5", hedge, at=50 * n)))
        for n, hedge in enumerate(hedges)
    ]

    assert said == str(cam.total(deals)["USD"])


def test_a_letter_of_interest_is_called_one_and_commits_nobody():
    told = cam.total(DS, kinds="financing", stages="letter of interest").footnoted().sentence

    assert told.startswith("One letter of interest has a published amount of financing: up to 900")
    assert "not binding" in told


@pytest.mark.parametrize("locale", ["en", "ru"])
@pytest.mark.parametrize("asked", [*EVERY_TOTAL, {"stages": "intended", "sectors": None}], ids=str)
def test_no_sentence_says_what_deals_are_worth(asked, locale):
    told = cam.total(DS, **asked).footnoted(locale).sentence

    assert not re.search(r"\bworth\b|стоят", told)


def test_of_a_mix_each_kind_of_money_has_its_own_sum():
    told = cam.total(DS, sectors=None, stages="intended", kinds=None).footnoted().sentence

    assert "one letter of interest with a published amount of financing (up to 900" in told
    assert (
        "one pledge with a published amount of investment under a plan over ten years (more" in told
    )
    assert "together from 100 billion US dollars to 100.9 billion US dollars, open above" in told


def test_what_is_left_out_because_it_binds_nobody_is_named():
    told = cam.total(DS).footnoted().sentence

    assert "Not included: a letter of interest for up to 900 million US dollars" in told
    assert told.endswith("which is not binding.")


@pytest.mark.parametrize("asked", [*EVERY_TOTAL, {"stages": None}], ids=str)
def test_the_rows_that_count_add_up_to_the_total(asked):
    rows = cam.ledger(DS, **asked)
    total = cam.total(DS, **asked)

    for one in total.by_currency:
        own = [row for row in rows if row.counts and row.currency == one.currency]
        assert one.stated.amount == sum(row.stated for row in own)
        assert one.low.amount == sum(row.low for row in own)


def test_a_tonnage_between_two_figures_keeps_both():
    between = weighed("18000 tonne", "range", upper="22000 tonne")
    (total,) = cam.total_measure([deposit("a", estimate(between))])

    assert str(total).startswith("from 18,000 tonnes to 22,000 tonnes of")
    assert total.approximate


def test_the_tonnage_of_a_deposit_keeps_hedge_and_source_one_call_from_pint():
    tonnage = DS.deposits["katpar-kairakty"].tonnage

    assert isinstance(tonnage, cam.Stated)
    assert tonnage.hedge is cam.Hedge.AROUND
    assert tonnage.citations
    assert 410_000 == tonnage.value.to_pint().magnitude


def test_a_tonnage_does_not_mix_metal_with_oxide():
    metal = estimate("5 tonne", basis=cam.CommodityBasis.CONTAINED_METAL)
    oxide = estimate(weighed("7 tonne", at=400), basis=cam.CommodityBasis.OXIDE, compound="WO3")

    both = deposit("both", metal, oxide)

    assert both.tonnage == both.series[0].stated


def test_no_share_is_above_the_whole():
    half = cam.Stated(value=cam.Share("0.5"), hedge=cam.Hedge.MORE_THAN)

    assert cam.Share(1) == half.high


def test_further_words_of_hedging_are_kept_and_make_a_figure_approximate():
    """ "Estimated to house around 410,000 tonnes": two words, and neither is lost."""
    house = weighed("410000 tonne", "around", further_words="estimated")

    assert "around 410,000 tonnes (estimated)" == str(house)
    assert house.approximate
    ceiling = stated("USD 5", "up to", further_words="an estimated")
    assert ceiling.approximate
    assert "up to about USD 5 (an estimated)" == str(ceiling)
    assert "up to about USD 5" == str(cam.total([deal("x", amount(ceiling))])["USD"])


def test_two_letters_that_exceed_the_cost_are_remarked_on():
    venture = deal(
        "venture",
        amount("USD 1100"),
        amount(stated("USD 900", at=200), role="financing", key="first", stage="pledged"),
        amount(stated("USD 700", at=300), role="financing", key="second", stage="pledged"),
        title="Mine",
    )
    letters = cam.total([venture], kinds="financing", stages="pledged")

    assert Decimal(1600) == letters["USD"].stated.amount
    remark = (
        "financing of “Mine” comes to 1,600 US dollars, 500 US dollars more than the cost of 1,100"
    )
    assert remark in str(letters)
    assert remark in letters.explain()
    assert remark in letters.footnoted().sentence
    assert "финансирование сделки «Mine» — 1" in letters.footnoted("ru").sentence
    assert "превышение: 500" in letters.footnoted("ru").sentence


@pytest.mark.parametrize(("second", "is_told"), [(700, True), (200, False)])
def test_letters_that_exceed_a_counted_cost_are_remarked_on_though_they_are_not_counted(
    second, is_told
):
    venture = deal(
        "venture",
        amount("USD 1100"),
        amount(stated("USD 900", "up to", at=200), role="financing", key="a", stage="pledged"),
        amount(stated(f"USD {second}", at=300), role="financing", key="b", stage="pledged"),
    )
    total = cam.total([venture])

    remark = "comes to 1,600 US dollars, 500 US dollars more than its cost of 1,100 US dollars"
    assert [is_told] * 3 == [
        remark in said for said in (str(total), total.explain(), total.footnoted().sentence)
    ]
    assert is_told == ("превышение: 500" in total.footnoted("ru").sentence)


def test_letters_are_set_against_a_cost_that_is_counted_and_in_the_currency_of_print():
    """The cost has an equivalent in euros, and the letter has none."""
    cost = amount("USD 100", equivalents=(stated("EUR 90"),))
    letter = amount(stated("USD 140", at=200), role="financing", stage="pledged")
    venture = deal("venture", cost, letter)

    assert "comes to 140 US dollars, 40 US dollars more" in str(
        cam.total([venture], currency="EUR")
    )
    pledged = deal("venture", cost, letter, stage="pledged")
    assert "more than" not in str(cam.total([pledged]))


@pytest.mark.parametrize("kind", ["finances", "raises money for"])
def test_financing_that_another_deal_brings_is_set_against_the_cost(kind):
    mine = deal("mine", amount("USD 100"), title="Tungsten")
    pays = cam.Relation(kind=cam.RelationKind(kind), deal="mine")
    loan = deal("loan", amount(stated("USD 140", at=200), role="financing"), relations=(pays,))

    assert "for “Tungsten” comes to 140 US dollars, 40 US dollars more" in str(
        cam.total([mine, loan])
    )
    counted = cam.total([mine, loan], kinds="financing")
    assert "counted financing of “Tungsten” comes to 140 US dollars" in str(counted)


def test_an_amount_printed_in_the_currency_asked_for_needs_no_rate():
    """One source gives it in dollars, another in euros."""
    twice = deal("x", amount(stated("USD 100"), stated("EUR 92", at=300)))

    total = cam.total([twice], currency="EUR")

    assert cam.Money(92, "EUR") == total["EUR"].stated
    assert ["from USD 100 as printed"] == [str(row.conversion) for row in total.counted]


def test_what_was_replaced_in_the_currency_asked_for_is_not_used():
    old = stated("EUR 80", citations=(cite(GAZETTE, 300),))
    twice = deal("x", amount(old, stated("USD 100")))

    with pytest.raises(cam.MissingRateError, match="neither a printed equivalent nor a rate"):
        cam.total([twice], currency="EUR")


def test_the_year_of_a_deal_is_that_of_its_agreement():
    dates = (on("2035", "end"), on("2025", "signed", at=350))
    given_dates = deal("x", amount("USD 5"), dates=dates)

    assert ["2025"] == list(cam.total_by([given_dates], "year"))
    assert cam.DealDateKind.SIGNED is given_dates.date.kind


def test_a_daily_rate_is_that_of_the_agreement():
    class Asked:
        def __init__(self):
            self.days = []

        def rate(self, base, quote, on):
            self.days.append(str(on))
            return cam.Rate(base=base, quote=quote, figure="0.5", source="a desk")

    rates = Asked()
    venture = deal(
        "x", amount("USD 5"), dates=(on("2035", "end"), on("2025-03-01", "signed", at=350))
    )

    cam.total([venture], currency="EUR", rates=rates)

    assert {"2025-03-01"} == {*rates.days}


DATES = st.sampled_from(["2025", "2025-11", "2025-11-03", "2025-11-30"])


@given(days=st.lists(DATES, min_size=2, max_size=4, unique=True))
def test_a_vaguer_date_neither_supersedes_nor_precedes_a_more_precise_one_inside_it(days):
    told = tuple(
        stated("USD 5", at=40 * n, as_of=cam.PartialDate.parse(day)) for n, day in enumerate(days)
    )
    series = [str(one.as_of) for one in amount(*told).series]

    for place, day in enumerate(series):
        assert not any(later.startswith(day) and later != day for later in series[place:])


def test_a_table_says_which_kind_of_absence_it_is():
    shown = str(DS.deals)

    for words in ("not stated", "withheld", "not applicable"):
        assert words in shown
    assert "—" not in str(DS.statistics)


def test_a_table_of_statistics_has_the_figure_with_its_hedge():
    line = next(
        line
        for line in str(DS.statistics).splitlines()
        if "china-rare-earth-processing-share" in line
    )

    assert line.endswith("around 90%")


def test_a_table_of_events_has_the_date():
    line = next(line for line in str(DS.events).splitlines() if "abraham-accords-signing" in line)

    assert line.endswith("2020")


def test_one_passage_is_one_note_in_another_currency_too():
    notes = cam.total(DS, currency="EUR").footnoted().notes
    passages = [(n.citation.source.id, n.citation.start, n.citation.end) for n in notes]

    assert len(passages) == len({*passages})
    assert any("“$1.1 billion”, “€952 million”" in note.text for note in notes)


def test_a_total_tells_the_version_of_what_it_summed():
    own = cam.Dataset.of({"deals": [deal("x", amount("USD 5"))]}, version="mine")
    merged = DS.merge(own)

    total = cam.total(merged)

    assert merged.version != DS.version
    assert total.version == merged.version
    assert str(total).endswith(f"data {merged.version}")
    assert merged.version in total._repr_html_()
    assert cam.total([deal("x", amount("USD 5"))]).version is None


def test_what_is_withheld_is_told_and_is_not_zero():
    told = cam.total([deal("a", amount(withheld(at=200)))]).footnoted()

    assert "No deal is counted. The amount of one signed deal is withheld[1]." == told.sentence


@given(
    low=st.integers(0, 9),
    above=st.integers(0, 9),
    hedge=st.sampled_from([h for h in cam.Hedge if h is not cam.Hedge.RANGE]),
)
def test_a_ratio_carries_its_bounds_in_its_words(low, above, hedge):
    one = cam.Stated(value=cam.Money(low + above + 1, "USD"), hedge=hedge)
    said = str(cam.ratio(one, cam.Money(1, "USD")))

    assert ("at least" in said) == hedge.is_open_above
    assert ("up to" in said) == (hedge is cam.Hedge.UP_TO)
    assert ("about" in said) == hedge.is_approximate
    assert Fraction(low + above + 1) == cam.ratio(one, cam.Money(1, "USD")).stated


def test_the_ends_of_a_view_are_those_of_its_first_statement():
    both = amount(stated("USD 5", "up to"), stated("USD 5", "around", at=300))
    view = both.stated

    assert (cam.Money(0, "USD"), cam.Money(5, "USD")) == (view.low, view.high)
    assert "up to about USD 5" == str(view)
    assert attrs.fields_dict(type(view))["statements"]


def test_no_cost_is_made_up_for_a_deal_that_has_none():
    loans = [amount(stated(f"USD {n}", at=40 * n), role="financing", key=str(n)) for n in (7, 9)]

    assert "more than" not in str(cam.total([deal("loans", *loans)]))


def test_the_remark_on_letters_stays_in_another_currency():
    venture = deal(
        "venture",
        amount("USD 1100"),
        amount(stated("USD 900", "up to", at=200), role="financing", key="a", stage="pledged"),
        amount(stated("USD 700", at=300), role="financing", key="b", stage="pledged"),
    )
    rates = cam.rates_of({("USD", "EUR"): "0.9"}, source="a desk")

    asked = {"kinds": "financing", "stages": "pledged", "currency": "EUR", "rates": rates}
    told = cam.total([venture], **asked).footnoted().sentence

    assert "comes to 1,600 US dollars, 500 US dollars more than the cost of 1,100" in told


def test_parts_that_exceed_their_whole_are_remarked_on():
    ceiling = amount(stated("USD 10", "up to"))
    whole = deal("whole", ceiling, stage="pledged", title="Mine")
    part = deal("part", amount(stated("USD 20", "around", at=140)), part_of=whole)
    total = cam.total([whole, part], stages=["concluded", "pledged"])

    remark = "the parts of “Mine” come to 20 US dollars, 10 US dollars more than its own figure"
    assert remark in str(total)
    assert remark in total.footnoted().sentence
    assert "about USD 10" == str(total["USD"])


def test_a_low_that_an_approximate_part_holds_up_is_told_as_approximate():
    whole = deal("whole", amount(stated("USD 10", "up to")), stage="pledged")
    part = deal("part", amount(stated("USD 4", "around", at=140)), part_of=whole)
    total = cam.total([whole, part], stages=["concluded", "pledged"])

    assert "from about USD 4 to about USD 10" == str(total["USD"])


def test_an_equivalent_has_the_hedge_of_the_figure_that_it_restates():
    both = deal("x", amount(stated("USD 100", "up to"), equivalents=(stated("EUR 92"),)))

    assert "up to EUR 92" == str(cam.total([both], currency="EUR")["EUR"])
    own = deal("y", amount(stated("USD 100"), equivalents=(stated("EUR 92", "around"),)))
    assert "about EUR 92" == str(cam.total([own], currency="EUR")["EUR"])


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_an_open_figure_that_is_estimated_as_well_says_both(locale):
    both = amount(stated("USD 100", "more than"), stated("USD 100", "estimated", at=300))

    told = cam.total([deal("x", both)]).footnoted(locale).sentence

    assert {"en": "at least about 100", "ru": "приблизительно от 100"}[locale] in told


def test_a_range_that_another_source_gives_as_approximate_says_about():
    both = amount(stated("USD 100", "range", upper="USD 120"), stated("USD 100", "around", at=300))

    assert "about USD 100 to USD 120" == str(both.stated)


def test_a_cancelled_letter_stays_a_letter():
    over = (cam.Stated(value=cam.Implementation.CANCELLED, citations=(cite(),)),)
    letter = deal("x", amount("USD 5"), stage="letter of interest", implementations=over)

    told = cam.total([letter], stages="cancelled").footnoted().sentence

    assert told.startswith("One letter of interest on a cancelled project has a published cost")


def test_what_is_withheld_is_told_by_the_stage_of_its_paper():
    signed = deal("a", amount(withheld(at=140)))
    talks = deal("b", amount(withheld(at=180)), stage="talks")

    told = cam.total([signed, talks], stages=None).footnoted().sentence

    assert "The amounts of one signed deal and one deal under negotiation are withheld" in told


def test_a_currency_without_plurals_is_told_by_its_code():
    told = cam.total([deal("x", amount("DEM 5"))]).footnoted("ru").sentence

    assert "5 DEM" in told


def test_a_group_named_by_foreign_text_cannot_reach_a_terminal():
    groups = cam.total_by([deal("x", amount("USD 5"))], lambda _: "\x1b[31m\nX")

    assert str(groups).replace("\n", "").isprintable()
    assert 2 == len(str(groups).splitlines())


def test_a_notebook_completes_currencies_and_groups():
    total = cam.total([deal("x", amount("USD 5")), deal("y", amount(stated("EUR 7", at=200)))])
    groups = cam.total_by([deal("x", amount("USD 5"), countries=())], "country")

    assert ["EUR", "USD"] == total._ipython_key_completions_()
    assert ["not stated"] == groups._ipython_key_completions_()


def test_several_loans_of_one_signed_deal_are_one_deal():
    loans = [
        amount(stated(f"USD {n}00", at=40 * n), role="financing", key=f"loan {n}") for n in (1, 2)
    ]

    told = cam.total([deal("x", *loans)], kinds="financing").footnoted().sentence

    assert told.startswith(
        "One signed deal has a published amount of financing, made up of several figures: together"
        " 300 US dollars"
    )


@pytest.mark.parametrize(
    ("count", "said"), [(10, "Ten signed deals each have"), (21, "21 signed deals each have")]
)
def test_more_than_ten_are_counted_in_digits(count, said):
    deals = [deal(f"deal-{n}", amount(stated("USD 1", at=10 * n))) for n in range(count)]

    assert said in cam.total(deals).footnoted().sentence


def test_another_amount_of_a_counted_deal_is_told_to_be_withheld():
    both = deal("x", amount("USD 5"), amount(withheld(at=200), role="financing"))

    told = cam.total([both]).footnoted()

    assert "Another amount of a counted deal is withheld[2]." in told.sentence


def test_of_more_than_three_papers_that_are_left_out_the_largest_are_named():
    deals = [
        deal(f"p{n}", amount(stated(f"USD {n}", at=9 * n)), stage="talks") for n in range(1, 6)
    ]

    told = cam.total(deals).footnoted().sentence

    assert told.endswith(
        "talks on a deal of 3 US dollars[1], talks on a deal of 4 US dollars[2], talks on a deal of"
        " 5 US dollars[3], and others."
    )


def test_a_deal_whose_stage_nobody_tells_is_a_deal():
    told = cam.total([deal("x", amount("USD 5"), stage=None)], stages=None).footnoted().sentence

    assert told.startswith("One deal has a published cost")


@pytest.mark.parametrize(
    "found",
    [
        cam.total(DS.deals.where(country="KZ")),
        cam.total_by(DS.deals.where(country="KZ"), "mineral"),
        cam.ledger(DS.deals.where(country="KZ").where(sector="minerals")),
        cam.timeline(DS.events.where(party="UZ")),
        cam.total_measure(DS.deposits.where(mineral="tungsten")),
    ],
    ids=lambda found: type(found).__name__,
)
def test_whatever_is_made_of_some_records_of_a_dataset_has_its_version(found):
    assert DS.version == found.version
    assert DS.version == found.to_dict()["version"]
    assert DS.version == found.to_table().about["data"]


def test_records_by_themselves_have_no_version():
    deals = list(DS.deals)

    assert cam.total(deals).to_dict()["version"] is None
    assert cam.total_by(deals, "mineral").version is None
    assert cam.total_by([], "mineral").version is None
    assert not cam.Catalog(cam.Deal, deals).version
