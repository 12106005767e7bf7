"""Filters: stages, groups and sectors, one or several, as members or as text, or every one."""

import pytest
from counting_builders import amount, counted, deal, reasons_of

import centralasia_minerals as cam

STAGES = [
    deal(stage.value.replace(" ", "-"), amount("USD 1"), stage=stage.value) for stage in cam.Stage
]
UNSTAGED = deal("unstaged", amount("USD 1"), stage=None)
UNSORTED = deal("unsorted", amount("USD 1"), sectors=())
MINERALS = deal("minerals", amount("USD 1"))
ENERGY = deal("energy", amount("USD 1"), sectors=("energy",))
SHARED = deal("shared", amount("USD 1"), sectors=("minerals", "energy"))

CONCLUDED = ["agreed", "signed", "closed", "disbursed", "done"]
ENDED = ["failed", "denied", "withdrawn", "lapsed", "expired", "repaid"]
INTENDED = [each.id for each in STAGES if each.id not in (*CONCLUDED, *ENDED)]


def ids(total):
    return [id for id, _ in counted(total)]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ("concluded", CONCLUDED),
        (cam.StageGroup.CONCLUDED, CONCLUDED),
        ("intended", INTENDED),
        (cam.StageGroup.INTENDED, INTENDED),
        ("ended", ENDED),
        (cam.StageGroup.ENDED, ENDED),
        ("failed", ["failed"]),
        (cam.Stage.FAILED, ["failed"]),
        ("expired", ["expired"]),
        ("signed", ["signed"]),
        (cam.Stage.SIGNED, ["signed"]),
        ("letter of interest", ["letter-of-interest"]),
        (["signed"], ["signed"]),
        (["signed", cam.Stage.TALKS], ["talks", "signed"]),
        ({"memorandum", "framework"}, ["memorandum", "framework"]),
        (("concluded", "pledged"), ["pledged", *CONCLUDED]),
        ((stage for stage in ("signed", "agreed")), ["agreed", "signed"]),
        (None, [*INTENDED, *CONCLUDED]),
    ],
)
def test_stages_are_taken_one_or_several_as_members_or_text(stages, expected):
    assert ids(cam.total(STAGES, stages=stages)) == expected


def test_by_default_concluded_minerals_deals_count():
    assert ids(cam.total([*STAGES, ENERGY, SHARED])) == CONCLUDED


def test_the_default_is_the_same_as_asking_for_it():
    deals = [*STAGES, ENERGY, SHARED, UNSORTED, UNSTAGED]

    asked = cam.total(deals, sectors=cam.Sector.MINERALS, stages=cam.StageGroup.CONCLUDED)
    assert asked == cam.total(deals)


@pytest.mark.parametrize(
    ("sectors", "expected"),
    [
        ("minerals", ["minerals"]),
        (cam.Sector.MINERALS, ["minerals"]),
        ("energy", ["energy"]),
        (["minerals", cam.Sector.ENERGY], ["minerals", "energy", "shared"]),
        (frozenset({"energy", "digital"}), ["energy"]),
        ("aviation", []),
        (list(cam.Sector), ["minerals", "energy", "shared"]),
        (None, ["minerals", "energy", "shared", "unsorted"]),
    ],
)
def test_an_amount_counts_only_if_all_its_sectors_are_asked_for(sectors, expected):
    total = cam.total([MINERALS, ENERGY, SHARED, UNSORTED], sectors=sectors)

    assert ids(total) == expected


def test_a_deal_without_a_recorded_sector_is_outside_any_choice():
    total = cam.total([UNSORTED], sectors=list(cam.Sector))

    assert reasons_of(total, "unsorted") == [["outside the sectors"]]


def test_a_deal_without_a_recorded_stage_is_not_concluded():
    assert reasons_of(cam.total([UNSTAGED]), "unstaged") == [["not concluded"]]


def test_a_deal_without_a_recorded_stage_counts_where_every_stage_is_asked_for():
    assert ids(cam.total([UNSTAGED], stages=None)) == ["unstaged"]
    assert ids(cam.total([UNSTAGED], stages=list(cam.Stage))) == []


def test_the_stage_of_an_amount_goes_before_that_of_its_deal():
    letter = deal("x", amount("USD 1", stage="letter of interest"), stage="signed")
    contract = deal("y", amount("USD 2", stage="signed"), stage="talks")

    assert counted(cam.total([letter, contract])) == [("y", 2)]


@pytest.mark.parametrize(
    ("filters", "hint"),
    [
        ({"stages": "conclude"}, "concluded"),
        ({"stages": "Signed"}, "signed"),
        ({"stages": ["signed", "pledge"]}, "pledged"),
        ({"stages": "memoranda"}, "memorandum"),
        ({"sectors": "mineral"}, "minerals"),
        ({"sectors": ["minerals", "enrgy"]}, "energy"),
    ],
)
def test_an_unknown_name_is_an_error_that_suggests_a_near_one(filters, hint):
    with pytest.raises(cam.InvalidValueError, match=f"did you mean '{hint}'"):
        cam.total([MINERALS], **filters)


@pytest.mark.parametrize("filters", [{"stages": "xyzzy"}, {"sectors": "xyzzy"}])
def test_an_unknown_name_like_no_other_is_an_error_that_lists_what_there_is(filters):
    with pytest.raises(cam.InvalidValueError, match=r"xyzzy.*one of: .*(signed|minerals)"):
        cam.total([MINERALS], **filters)


@pytest.mark.parametrize("nothing", [(), [], set(), iter(())])
@pytest.mark.parametrize("keyword", ["stages", "sectors"])
def test_an_empty_choice_is_an_error_that_says_how_to_ask_for_every_one(keyword, nothing):
    with pytest.raises(cam.InvalidValueError, match="None for all"):
        cam.total([MINERALS], **{keyword: nothing})


@pytest.mark.parametrize(
    "filters",
    [
        {"stages": 5},
        {"stages": [None]},
        {"stages": cam.Sector.MINERALS},
        {"stages": cam.Implementation.OPERATING},
        {"stages": True},
        {"sectors": 5},
        {"sectors": cam.Stage.SIGNED},
        {"sectors": [5]},
        {"sectors": b"minerals"},
    ],
)
def test_what_is_neither_a_member_nor_text_is_a_type_error(filters):
    with pytest.raises(cam.InvalidTypeError):
        cam.total([MINERALS], **filters)


def test_a_filter_is_refused_though_there_is_nothing_to_filter():
    with pytest.raises(cam.InvalidValueError):
        cam.total([], stages="conclude")


def test_the_ledger_refuses_what_a_total_refuses():
    with pytest.raises(cam.InvalidValueError, match="did you mean 'minerals'"):
        cam.ledger([MINERALS], sectors="mineral")
