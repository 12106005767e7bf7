"""Two people add a letter, a stage, a spelling and a source to one deal and one person."""

from itertools import permutations

import pytest
from hard_case_files import DATA, base, case

import centralasia_minerals as cam

ADDITIONS = [DATA / "27-additions" / f"by-{who}-reader.toml" for who in ("one", "another")]
ORDERS = list(permutations(ADDITIONS))


def known():
    return base().merge(case(27))


def joined(paths):
    """Join files one after the other, each as an addition to what was known before them."""
    result = known()
    for path in paths:
        result = result.merge(cam.read(path, base=known()))
    return result


@pytest.fixture(params=ORDERS, ids=["one first", "another first"])
def grown(request):
    return joined(request.param)


def test_both_letters_are_in_the_result(grown):
    letters = grown.deals["kz-vanadium-mine"].financing

    assert sorted((letter.key, letter.stated.value.amount / 10**6) for letter in letters) == [
        ("development bank", 30),
        ("export bank", 45),
    ]
    assert {letter.stage for letter in letters} == {cam.Stage.LETTER_OF_INTEREST}


def test_all_stages_are_in_the_result_and_the_contract_decides(grown):
    deal = grown.deals["kz-vanadium-mine"]

    assert [str(said.value) for said in deal.stage_series] == ["signed", "term sheet", "memorandum"]
    assert deal.stage is cam.Stage.SIGNED


def test_both_spellings_are_in_the_result_and_the_known_one_stays_first(grown):
    first, *others = [name.text for name in grown.people["dana-ospanova"].names]

    assert first == "Dana Ospanova"
    assert sorted(others) == ["D. Ospanova", "Dana Ospan"]


def test_both_sources_are_in_the_result(grown):
    assert {"bank-notice-2025-03", "company-notice-2025-06"} <= set(grown.sources.ids)


def test_the_cost_counts_once_the_contract_is_known(grown):
    assert cam.total(known()).is_empty
    assert [row.stated for row in cam.total(grown).counted] == [80_000_000]


def test_a_view_of_the_time_before_shows_what_was_known_then(grown):
    deal = grown.as_of("2025-03").deals["kz-vanadium-mine"]

    assert deal.stage is cam.Stage.TERM_SHEET
    assert [letter.key for letter in deal.financing] == ["export bank"]


def test_one_addition_can_be_read_on_top_of_the_other():
    first, second = ADDITIONS
    stacked = known().merge(cam.read(first, base=known()))
    stacked = stacked.merge(cam.read(second, base=stacked))

    assert stacked.deals["kz-vanadium-mine"] == joined(ADDITIONS).deals["kz-vanadium-mine"]
