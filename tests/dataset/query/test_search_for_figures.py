"""``search`` finds figures too: statements, sums that nobody states, and what is known as wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.asked_figures import figure_asked
from centralasia_minerals.dataset.evidence.asked_in_other_languages import in_english
from centralasia_minerals.dataset.traversal import parts_within

ARTICLES, REGION = cam.load(), cam.load("region")


def found(text: str, among: cam.Dataset | cam.Catalog = REGION) -> list[tuple[str, str, str]]:
    return [
        (match.record.id, str(match.likeness), match.text)
        for match in among.search(text)
        if match.likeness in ("figure", "sum")
    ]


# A search of these alone takes a fraction of the time.
VENTURE = REGION.deals.where(mineral="tungsten")
IN_ENGLISH = {"$1.6 billion": found("$1.6 billion", VENTURE)}


def notes(text: str, id: str) -> str:
    return " | ".join(one.note for one in REGION.search(text) if one.record.id == id)


def test_a_sum_of_two_letters_says_what_it_is() -> None:
    match = next(one for one in REGION.search("$1.6 billion") if one.likeness == "sum")

    assert "kz-us-tungsten" == match.record.id
    assert "up to USD 900,000,000 + up to USD 700,000,000" == match.text
    assert "amounts[1] + amounts[2]" == match.part
    assert "a sum of 2 amounts, which no statement of it gives" in match.note
    assert "letter of interest, which is not binding" in match.note
    assert "more than the cost of USD 1,100,000,000" in match.note


def test_a_programme_of_the_same_figure_says_that_it_is_one() -> None:
    assert "planned, which is not binding, of a programme" in notes(
        "$1.6 billion", "uz-programme-1-6bn"
    )
    assert "said by Omonulla Nasritdinkhodjaev" in notes("$1.6 billion", "uz-programme-1-6bn")


def test_where_one_letter_alone_is_recorded_nothing_adds_up() -> None:
    assert [] == list(ARTICLES.search("$1.6 billion"))


def test_a_figure_that_is_known_to_be_wrong_says_why() -> None:
    assert "deprecated: a printed error" in notes("30 trillion yen", "ca-jp-business-target-2025")
    assert "deprecated: The word for ten thousand" in notes("$76.38", "kz-cn-jiaxin-ipo-2025")


def test_a_figure_that_no_longer_holds_says_so() -> None:
    assert "superseded by a later statement" in notes("$700 million", "kz-de-hms-bergbau-lithium")
    told = notes("$1.1 billion", "kz-us-tungsten")
    assert "told again later" in told
    assert "superseded" not in told


def test_the_same_amount_in_another_currency_says_so() -> None:
    assert "in another currency, as printed beside it" in notes("€952 million", "kz-us-tungsten")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("USD 900000000", "kz-us-tungsten"),
        ("900 million US dollars", "kz-us-tungsten"),
        ("up to $900 million", "kz-us-tungsten"),
        ("$0.9bn", "kz-us-tungsten"),
        ("900 million", "kz-us-tungsten"),
        ("900,000,000", "kz-us-tungsten"),
        ("what became of $900 million?", "kz-us-tungsten"),
        ("410,000 tonnes", "katpar-kairakty"),
        ("70%", "china-rare-earth-mining-share"),
        ("70 per cent", "kz-us-tungsten"),
        ("401,6 млн юаней", "kz-cn-alaigyr-2025"),
        ("€1.6 billion", "european-investment-in-almalyk"),
    ],
)
def test_figures_are_read_as_people_write_them(text: str, id: str) -> None:
    assert id in [record for record, _, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "1,6 млрд долларов", "1,6 миллиарда долларов США", "1.6 млрд долл. США", "$1,6 млрд",
        "1,6 млрд $", "1 600 млн долларов", "1 млрд 600 млн долларов", "1 600 000 000 долларов",
        "1 600 000 тыс. долларов", "0,0016 трлн долларов", "около 1,6 млрд долларов?",
        "16亿美元", "16 亿美元", "约16亿美元", "15亿10000万美元", "160000万美元", "0.0016万亿美元",
        "1,6 млрд АҚШ доллары", "1,6 mlrd dollar", "1,6 Mrd. Dollar", "1.600 Mio. US-Dollar",
        "1,6 Milliarden Dollar", "16億ドル", "16억 달러", "1,6 млрд", "16亿",
    ],
)  # fmt: skip
def test_a_figure_in_another_language_finds_what_it_finds_in_english(text: str) -> None:
    in_words = IN_ENGLISH["$1.6 billion"]
    assert in_words
    assert set(in_words) <= set(found(text, VENTURE))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("952 млн евро", "EUR 952000000"),
        ("9.52亿欧元", "EUR 952000000"),
        ("€952 млн", "€952000000"),
        ("8,8 млрд сомов", "KGS 8800000000"),
        ("1,5 трлн тенге", "KZT 1500000000000"),
        ("1,5 триллиона сумов", "UZS 1500000000000"),
        ("30兆円", "JPY 30000000000000"),
        ("3万亿日元", "JPY 3000000000000"),
        ("5亿元人民币", "CNY 500000000"),
        ("20 млн канадских долларов", "CAD 20000000"),
        ("410 тыс. тонн", "410000 tonnes"),
        ("41万吨", "410000 tonnes"),
        ("70 процентов", "70%"),
        ("1,100亿美元", "USD 110000000000"),
        ("1,100,000 долларов", "USD 1100000"),
        ("1.100 Mio. Euro", "EUR 1100000000"),
        ("1,100 млн евро", "EUR 1100000"),
        ("5 млн 2025", "5000000"),
        ("USD 1,6 млрд", "USD 1600000000"),
        ("1,6 млрд usd", "USD 1600000000"),
        ("1,1 miliardi di dollari", "USD 1100000000"),
        ("1,6 mil millones de dólares", "USD 1600000000"),
        ("1,1 milyar dolar", "USD 1100000000"),
        ("1,1 milliard d’euros", "EUR 1100000000"),
        ("1,2 mld euro", "EUR 1200000000"),
        ("500 тыс. тг", "KZT 500000"),
        ("1 млрд манатов", "1000000000 manats"),
        ("1,5 Mio. t", "1500000 tonnes"),
        ("1,5 Tsd. Tonnen", "1500 tonnes"),
        ("300–400 млн долларов", "USD 300000000-400000000"),
        ("от 300 до 400 млн долларов", "USD 300000000-400000000"),
        ("между 300 и 400 млн долларов", "USD 300000000-400000000"),
        ("от 300 млн до 1 млрд евро", "EUR 300000000-1000000000"),
        ("300至400亿美元", "USD 30000000000-40000000000"),
        ("10–12 тыс. тонн", "10000-12000 tonnes"),
        ("60–70 процентов", "60-70%"),
    ],
)
def test_a_figure_in_another_language_is_read_with_its_scale_currency_and_unit(
    text: str, english: str
) -> None:
    assert english == in_english(text)


def test_a_range_in_another_language_finds_what_it_finds_in_english() -> None:
    assert found("$300-400 million")
    assert found("$300-400 million") == found("300–400 млн долларов")


def test_manats_of_either_state_are_no_other_currency() -> None:
    assert [] == found("1 млрд манатов")
    assert figure_asked("1 млрд манатов").fits(cam.Money("1000000000", "TMT"))
    assert figure_asked("1 млрд манатов").fits(cam.Money("1000000000", "AZN"))


@pytest.mark.parametrize(
    "text",
    ["$1.6 billion", "1,6 billion", "ноябрь 2025", "в 2025 году", "C5+1", "2025年", "16 евробонд",
     "с 2023 по 2025 год", "2023–2025", "9" * 30 + " млн долларов"],
)  # fmt: skip
def test_what_is_english_or_no_figure_is_not_translated(text: str) -> None:
    assert in_english(text) is None


@pytest.mark.parametrize(
    "text", ["1,6 млрд евро", "1,6 млн долларов", "16万美元", "16亿欧元", "1,6 млрд тонн"]
)
def test_another_currency_scale_or_unit_is_another_figure_in_any_language(text: str) -> None:
    assert "uz-programme-1-6bn" not in [record for record, _, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("€1.6 billion", "uz-programme-1-6bn"),
        ("$900 billion", "kz-us-tungsten"),
        ("900 tonnes", "kz-us-tungsten"),
        ("900%", "kz-us-tungsten"),
    ],
)
def test_another_currency_scale_or_unit_is_another_figure(text: str, id: str) -> None:
    assert id not in [record for record, _, _ in found(text)]


@pytest.mark.parametrize(
    "text", ["2025", "November 2025", "C5+1", "EXIM", "", " ", "900", "6 November 2025", "$" * 300]
)
def test_a_year_or_a_small_bare_number_is_not_a_figure(text: str) -> None:
    assert figure_asked(text) is None
    assert [] == found(text)


def test_figures_stand_before_titles_and_behind_names() -> None:
    order = [str(match.likeness) for match in REGION.search("$700 million")]

    assert {"figure", "whole words"} <= set(order)
    assert order == sorted(order, key=[str(one) for one in cam.Likeness].index)


def test_a_catalog_searches_its_own_figures_only() -> None:
    assert [] == found("70%", REGION.events)
    assert "kz-us-tungsten" in [record for record, _, _ in found("70%", REGION.deals)]
    assert "kz-us-tungsten" not in [record for record, _, _ in found("70%", REGION.statistics)]


def test_one_record_of_which_several_figures_fit_is_one_record() -> None:
    matches = ARTICLES.search("$900 million")

    assert 2 == len(matches)
    assert ["kz-us-tungsten"] == [record.id for record in matches.records]
    assert "1 record>" in repr(matches)


def test_the_table_and_the_line_say_what_a_figure_is() -> None:
    matches = ARTICLES.search("$900 million")

    assert "up to USD 900,000,000" in str(matches)
    assert "financing, letter of interest, which is not binding" in str(matches)
    assert str(matches[0]).startswith("kz-us-tungsten  up to USD 900,000,000 (financing")


@pytest.mark.parametrize(
    "dataset",
    [ARTICLES, pytest.param(REGION, marks=pytest.mark.slow)],
    ids=["articles", "region"],
)
def test_every_sum_of_money_is_found_by_its_code_and_number(dataset: cam.Dataset) -> None:
    for deal in dataset.deals:
        for path, part in parts_within(deal):
            if isinstance(part, cam.Stated) and isinstance(part.value, cam.Money):
                matches = dataset.deals.search(f"{part.value.currency} {part.value.amount:f}")
                said = {(one.record.id, one.text) for one in matches}
                assert (deal.id, str(part)) in said, (deal.id, path)


def test_an_amount_is_not_added_to_what_it_is_part_of() -> None:
    """The package of 12 billion euros has parts of 3, 2.5 and 6.4 billion."""
    assert [] == [one for one in found("€15 billion") if one[1] == "sum"]
    assert ["EUR 3,000,000,000 + EUR 2,500,000,000"] == [
        text for _, likeness, text in found("€5.5 billion") if likeness == "sum"
    ]


def test_valuations_are_never_added() -> None:
    assert [] == [one for one in found("$168 billion") if one[1] == "sum"]


@given(st.text(max_size=60))
def test_any_text_is_a_question(text: str) -> None:
    for match in ARTICLES.search(text):
        assert match.record in getattr(ARTICLES, kind_of(match.record))


@given(st.decimals(min_value=1, max_value=10**12, places=2))
def test_whatever_is_found_as_a_sum_comes_to_what_was_asked(figure: Decimal) -> None:
    for match in ARTICLES.search(f"USD {figure}"):
        if match.likeness == "sum":
            terms = [
                Decimal(one.split("USD ")[1].replace(",", "")) for one in match.text.split(" + ")
            ]
            assert figure == sum(terms)


def kind_of(record: cam.Entity) -> str:
    return next(kind for kind, held in ARTICLES.records.items() if record in held)
