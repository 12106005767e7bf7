"""Groups: one for every key of any row, what is shared by itself, what has no key as not stated."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import pytest
from analysis_builders import (
    EU,
    KZ,
    TJ,
    TUNGSTEN,
    URANIUM,
    US,
    UZ,
    amount,
    bounds,
    deal,
    stated,
    withheld,
)

import centralasia_minerals as cam

MINE = deal(
    "mine", amount("USD 11"), countries=(KZ,), partners=(US,), minerals=(TUNGSTEN,),
    kind=cam.DealKind.JOINT_VENTURE, dates=("2025-11-06",),
)  # fmt: skip
SHARED = deal(
    "shared", amount("USD 5"), countries=(UZ, KZ, TJ), partners=(EU, US),
    minerals=(URANIUM, TUNGSTEN), kind=cam.DealKind.SALE, dates=("2025",),
)  # fmt: skip
LOAN = deal(
    "loan", amount("USD 3", role="financing"), stage="letter of interest", countries=(TJ,),
    kind=cam.DealKind.FINANCING, dates=("2024-03",), sectors=("minerals", "energy"),
)  # fmt: skip
SECRET = deal("secret", amount(withheld()), countries=(UZ,))
BARE = deal("bare", sectors=(), stage=None)
DEALS = (MINE, SHARED, LOAN, SECRET, BARE)
KEYS = ("country", "partner", "mineral", "sector", "stage", "kind", "year")


@pytest.mark.parametrize(
    ("key", "groups"),
    [
        ("country", ["KZ", "KZ+TJ+UZ", "TJ", "UZ", "not stated"]),
        ("partner", ["US", "US+european-union", "not stated"]),
        ("mineral", ["tungsten", "tungsten+uranium", "not stated"]),
        ("sector", ["minerals", "energy+minerals", "not stated"]),
        ("stage", ["letter of interest", "signed", "not stated"]),
        ("kind", ["joint venture", "sale", "contract", "financing"]),
        ("year", ["2024", "2025", "not stated"]),
    ],
)
def test_there_is_a_group_for_every_key_of_any_row_counted_or_not(key, groups):
    assert groups == list(cam.total_by(DEALS, key))


def test_what_several_share_is_one_group_of_its_own_and_nobody_elses():
    groups = cam.total_by(DEALS, "country")

    assert (5, 5, 5) == bounds(groups["KZ+TJ+UZ"])
    assert (11, 11, 11) == bounds(groups["KZ"])
    assert groups["TJ"].is_empty
    assert groups["UZ"].is_empty


def test_the_name_of_a_shared_group_does_not_depend_on_the_order_recorded():
    other = deal("other", amount("USD 1"), countries=(TJ, UZ, KZ))

    assert ["KZ+TJ+UZ"] == list(cam.total_by([SHARED, other], "country"))


def test_a_group_holds_its_excluded_and_undisclosed_rows():
    groups = cam.total_by(DEALS, "country")

    assert ["loan"] == [row.deal.id for row in groups["TJ"].excluded]
    assert ["secret"] == [row.deal.id for row in groups["UZ"].undisclosed]
    assert ["bare"] == [row.deal.id for row in groups["not stated"].excluded]


def test_the_stage_of_a_row_is_that_of_its_amount():
    venture = deal(
        "venture", amount("USD 11"), amount("USD 9", role="financing", stage="letter of interest")
    )

    groups = cam.total_by([venture], "stage", stages=None, kinds=["project", "financing"])

    assert ["letter of interest", "signed"] == list(groups)
    assert [["financing of a counted cost"]] == [
        list(map(str, row.reasons)) for row in groups["letter of interest"].excluded
    ]


def test_the_year_is_that_of_the_preferred_date():
    later = deal("later", amount("USD 1"), dates=("2026-01-02", "2020"))

    assert ["2026"] == list(cam.total_by([later], "year"))


def test_a_deal_of_several_years_is_a_group_of_its_own():
    dates = {"first": "2024/2026", "second": "2025-34/2025-11-06", "third": "2025-12-31/2026-01-01",
             "fourth": "2026-33"}  # fmt: skip
    given = [deal(id, amount("USD 1"), dates=(date,)) for id, date in dates.items()]

    found = {group: [row.deal.id for row in total.counted]
             for group, total in cam.total_by(given, "year").items()}  # fmt: skip

    assert {"2024/2026": ["first"], "2025": ["second"], "2025/2026": ["third"],
            "2026": ["fourth"]} == found  # fmt: skip


def test_a_function_from_a_deal_to_text_makes_groups():
    def size(deal):
        return "large" if deal is MINE else "small"

    groups = cam.total_by(DEALS, size)

    assert ["large", "small"] == list(groups)
    assert (11, 11, 11) == bounds(groups["large"])
    assert "size" in repr(groups)


def test_a_callable_without_a_name_makes_groups_too():
    assert ["x"] == list(cam.total_by([MINE], functools.partial(lambda text, _: text, "x")))


@pytest.mark.parametrize("group", [None, 2025, ("KZ", "UZ"), 1.5])
def test_a_function_must_give_text(group):
    with pytest.raises(cam.InvalidTypeError, match=r"mine.*text"):
        cam.total_by([MINE], lambda _: group)


@pytest.mark.parametrize(
    ("asked", "meant"), [("contry", "country"), ("minerals", "mineral"), ("sectors", "sector")]
)
def test_an_unknown_key_is_an_error_that_suggests_a_near_one(asked, meant):
    with pytest.raises(cam.InvalidValueError, match=f"did you mean '{meant}'"):
        cam.total_by(DEALS, asked)


@pytest.mark.parametrize("asked", ["zzz", 7, None])
def test_a_key_like_none_is_an_error_that_lists_those_there_are(asked):
    with pytest.raises(cam.CentralAsiaMineralsError) as error:
        cam.total_by(DEALS, asked)

    assert all(key in str(error.value) for key in KEYS)


def test_the_key_is_checked_though_nothing_is_given():
    with pytest.raises(cam.InvalidValueError):
        cam.total_by([], "contry")


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ({"stages": "sgned"}, cam.InvalidValueError),
        ({"sectors": 5}, cam.InvalidTypeError),
        ({"currency": "KZT"}, cam.MissingRateError),
        ({"max_horizon_years": 0}, cam.InvalidValueError),
    ],
)
def test_filters_and_currencies_are_refused_as_by_a_total(filters, error):
    with pytest.raises(error):
        cam.total_by(DEALS, "country", **filters)


def test_a_missing_rate_names_every_amount_of_every_group():
    with pytest.raises(cam.MissingRateError, match=r"mine.*shared"):
        cam.total_by(DEALS, "country", currency="KZT")


def test_totals_by_group_are_a_mapping():
    groups = cam.total_by(DEALS, "country")

    assert isinstance(groups, Mapping)
    assert 5 == len(groups)
    assert "KZ" in groups
    assert "US" not in groups
    assert groups.get("US") is None
    assert list(groups.items()) == [(key, groups[key]) for key in groups]
    assert dict(groups)["KZ"] == groups["KZ"]


def test_equal_questions_have_equal_answers_by_group():
    assert cam.total_by(DEALS, "year") == cam.total_by(list(DEALS), "year")
    assert cam.total_by(DEALS, "year") != cam.total_by(DEALS, "kind")


def test_a_group_that_is_not_there_is_a_key_error_that_suggests_one():
    groups = cam.total_by(DEALS, "kind")

    with pytest.raises(KeyError, match="contract"):
        groups["contracts"]
    with pytest.raises(cam.UnknownIdError, match="kind"):
        groups["contracts"]


def test_nothing_given_makes_no_group():
    assert {} == dict(cam.total_by([], "country"))


def test_a_dataset_a_catalog_and_a_generator_serve():
    ds = cam.load()

    whole = cam.total_by(ds, "country")
    assert whole == cam.total_by(ds.deals, "country")
    assert whole == cam.total_by((deal for deal in ds.deals), "country")


def test_the_bundled_deals_by_country():
    groups = cam.total_by(cam.load(), "country", kinds=None, sectors=None, stages=None)

    assert (1_400_000_000,) * 3 == bounds(groups["KZ"])
    assert (100_000_000_000, 100_000_000_000, None) == bounds(groups["UZ"])
    assert groups["KZ+TJ+UZ"].is_empty
    assert 1 == len(groups["UZ"].undisclosed)


@pytest.mark.parametrize("view", [str, cam.Totals._repr_html_])
def test_each_view_shows_every_group_with_its_figures_and_counts(view):
    shown = view(cam.total_by([*DEALS, deal("s", amount(stated("KZT 7", "around")))], "country"))

    said = ["country", "KZ+TJ+UZ", "USD 5", "KZT 7", "nothing", "about KZT 7", "undisclosed"]
    assert [] == [words for words in said if words not in shown]


def test_repr_is_a_short_summary_of_the_groups():
    assert "<Totals by year: 2024, 2025, not stated>" == repr(cam.total_by(DEALS, "year"))


def test_the_notebook_view_escapes_groups_and_their_key():
    def key(_):
        return "<script>alert('KZ')</script>"

    key.__name__ = "<script>"
    html = cam.total_by(DEALS, key)._repr_html_()

    assert 1 == html.count("<table>")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
