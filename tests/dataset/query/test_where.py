"""``where`` narrows a catalog by what its kind has; nothing else is a criterion."""

from __future__ import annotations

from datetime import date

import pytest
from full_document import EARLY, LATE, cite, document, read_document

from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.files.read_write import read
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.query.declared_criteria import criteria_of
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import EventKind
from centralasia_minerals.entities.organization import OrganizationKind
from centralasia_minerals.entities.vocabulary.deal_kind import DealKind
from centralasia_minerals.entities.vocabulary.sector import Sector
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownCriterionError,
    UnknownIdError,
    with_article,
)
from centralasia_minerals.values.partial_date import PartialDate

VENTURE = ("zhetisu-venture",)
UMBRELLA = ("zhetisu-umbrella",)
BOTH = UMBRELLA + VENTURE


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        ({}, BOTH),
        ({"country": "KZ"}, VENTURE),
        ({"country": "TJ"}, ()),
        ({"partner": "european-union"}, VENTURE),
        ({"mineral": "tungsten"}, VENTURE),
        ({"mineral": "neodymium"}, ()),
        ({"sector": "minerals"}, VENTURE),
        ({"sector": Sector.ENERGY}, VENTURE),
        ({"sector": "aviation"}, ()),
        ({"stage": "signed"}, VENTURE),
        ({"stage": Stage.SIGNED}, VENTURE),
        ({"stage": "concluded"}, VENTURE),
        ({"stage": StageGroup.CONCLUDED}, VENTURE),
        ({"stage": "talks"}, ()),
        ({"stage": "intended"}, ()),
        ({"kind": "cooperation"}, UMBRELLA),
        ({"kind": DealKind.JOINT_VENTURE}, VENTURE),
        ({"party": "altai-metals"}, VENTURE),
        ({"party": "altai-group"}, ()),
        ({"source": EARLY}, BOTH),
        ({"party": "ZW"}, ()),
        ({"country": "KZ", "kind": "joint venture", "sector": "energy"}, VENTURE),
        ({"country": "KZ", "kind": "cooperation"}, ()),
    ],
)
def test_deals_are_kept_that_meet_every_criterion(full, criteria, ids):
    assert ids == full.deals.where(**criteria).ids


@pytest.fixture
def grouped(tmp_path):
    """Give a deal, a deposit and a statistic over neodymium, a member of a group of a group."""
    content = document()
    content["minerals"].append({"id": "metals", "names": [{"text": "metals"}]})
    content["minerals"][1]["group"] = "metals"
    content["deals"][1]["minerals"] = ["neodymium"]
    content["deposits"][1]["minerals"] = ["neodymium"]
    content["statistics"][1]["minerals"] = ["neodymium"]
    return read_document(content, tmp_path)


@pytest.mark.parametrize("mineral", ["neodymium", "rare-earths", "metals"])
def test_a_filter_by_a_group_of_minerals_reaches_its_members(grouped, mineral):
    for asked in (mineral, grouped.minerals[mineral], [mineral]):
        assert VENTURE == grouped.deals.where(mineral=asked).ids
        assert ("zhetisu-north",) == grouped.deposits.where(mineral=asked).ids
        assert ("zhetisu-pumps",) == grouped.statistics.where(mineral=asked).ids


def test_a_filter_by_a_member_does_not_reach_its_group(grouped, tmp_path):
    content = document()
    content["deals"][1]["minerals"] = ["rare-earths"]
    of_group = read_document(content, tmp_path)

    assert () == of_group.deals.where(mineral="neodymium").ids
    assert VENTURE == of_group.deals.where(mineral="rare-earths").ids
    assert () == grouped.deals.where(mineral="tungsten").ids


def test_whoever_may_have_signed_is_found_among_the_parties(tmp_path):
    content = document()
    content["deals"][1]["signatories"][0]["one_of"] = ["dana-omarova"]

    assert VENTURE == read_document(content, tmp_path).deals.where(party="dana-omarova").ids


def test_what_comes_back_is_a_catalog_of_the_same_kind(full):
    kept = full.deals.where(country="KZ")

    assert isinstance(kept, Catalog)
    assert kept["zhetisu-venture"] is full.deals["zhetisu-venture"]
    assert VENTURE == kept.where(sector="minerals").ids


def test_an_entity_may_be_given_for_its_id(full):
    assert VENTURE == full.deals.where(country=full.countries["KZ"]).ids
    assert VENTURE == full.deals.where(party=full.organizations["altai-metals"]).ids
    assert BOTH == full.deals.where(source=full.sources[LATE]).ids


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        ({"kind": ["cooperation", "joint venture"]}, BOTH),
        ({"kind": ("cooperation", DealKind.SALE)}, UMBRELLA),
        ({"kind": {DealKind.JOINT_VENTURE, "sale"}}, VENTURE),
        ({"kind": frozenset({"sale", "offtake"})}, ()),
        ({"stage": ["talks", "signed"]}, VENTURE),
        ({"stage": [StageGroup.INTENDED, Stage.SIGNED]}, VENTURE),
        ({"stage": ["talks", "intended"]}, ()),
        ({"country": ["TJ", "KZ"]}, VENTURE),
        ({"sector": ["aviation", Sector.ENERGY]}, VENTURE),
        ({"party": ["altai-group", "aisulu-bekova"]}, VENTURE),
        ({"source": [EARLY, LATE]}, BOTH),
        ({"kind": ["cooperation", "joint venture"], "country": ["KZ", "TJ"]}, VENTURE),
        ({"kind": ["cooperation", "sale"], "country": ["KZ", "TJ"]}, ()),
        ({"kind": ["sale", "sale"]}, ()),
        ({"kind": ["joint venture"] * 3}, VENTURE),
    ],
)
def test_of_several_values_any_will_do_and_every_criterion_must_be_met(full, criteria, ids):
    assert ids == full.deals.where(**criteria).ids


@pytest.mark.parametrize("nothing", [[], (), set(), {}, iter(())], ids=lambda it: type(it).__name__)
@pytest.mark.parametrize("name", ["kind", "source", "country"])
def test_no_value_at_all_is_an_error_as_it_is_for_totals(full, name, nothing):
    """Nothing chosen out of a list is no leave to show everything, and no answer either."""
    with pytest.raises(InvalidValueError, match="the choice is empty; name at least one"):
        full.deals.where(**{name: nothing})


def test_an_empty_catalog_is_an_answer_so_that_nothing_matches_what_is_in_it(full):
    banks = full.organizations.where(kind="bank")

    assert () == banks.ids
    assert () == full.deals.where(party=banks).ids


def test_several_values_are_read_once_so_that_an_iterator_will_do(full):
    assert BOTH == full.deals.where(kind=iter(["cooperation", "joint venture"])).ids
    assert VENTURE == full.deals.where(party=(one for one in full.organizations)).ids


def test_a_catalog_serves_as_several_values(full):
    assert VENTURE == full.deals.where(mineral=full.minerals).ids
    assert VENTURE == full.deals.where(party=full.organizations.where(kind="company")).ids


@pytest.mark.parametrize(
    ("criteria", "error", "hint"),
    [
        ({"party": ["altai-metals", "altai-mettals"]}, UnknownIdError, "'altai-mettals'"),
        ({"mineral": ["tungsten", "tungstn"]}, UnknownIdError, "did you mean 'tungsten'"),
        ({"country": ["KZ", "QQ"]}, InvalidValueError, "'QQ'"),
        ({"sector": ["minerals", "mineral"]}, InvalidValueError, "did you mean 'minerals'"),
        ({"stage": ["signed", "sined"]}, InvalidValueError, "did you mean 'signed'"),
        ({"stage": ["signed", 5]}, InvalidTypeError, "5"),
        ({"party": ["altai-metals", None]}, InvalidTypeError, "None"),
    ],
)
def test_each_of_several_values_is_checked_though_another_finds_something(
    full, criteria, error, hint
):
    with pytest.raises(error, match=hint):
        full.deals.where(**criteria)


@pytest.mark.parametrize("name", ["since", "until"])
def test_a_window_has_one_end_and_not_several(full, name):
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        full.deals.where(**{name: ["2024", "2025"]})


@pytest.mark.parametrize(
    ("catalog", "criteria", "ids"),
    [
        ("organizations", {"country": "KZ"}, ("altai-metals", "ministry-of-industry")),
        ("organizations", {"kind": "ministry"}, ("ministry-of-industry",)),
        ("organizations", {"kind": OrganizationKind.STATE_COMPANY}, ("altai-group",)),
        ("deposits", {"country": "KZ"}, ("zhetisu", "zhetisu-north")),
        ("deposits", {"mineral": "tungsten"}, ("zhetisu",)),
        ("events", {"kind": "signing"}, ("zhetisu-signing",)),
        ("events", {"kind": EventKind.SUMMIT}, ("zhetisu-signing-day",)),
        ("events", {"party": "aisulu-bekova"}, ("zhetisu-signing",)),
        ("events", {"source": EARLY}, ()),
        ("statistics", {"mineral": "tungsten"}, ("uranium-share",)),
        ("people", {"source": LATE}, ("aisulu-bekova",)),
        ("sources", {"source": LATE}, (LATE,)),
        ("countries", {"source": EARLY}, ("KZ",)),
        ("minerals", {"source": LATE}, ("rare-earths",)),
        ("blocs", {"source": LATE}, ("central-asia", "european-union")),
    ],
)
def test_other_kinds_have_criteria_of_their_own(full, catalog, criteria, ids):
    assert ids == getattr(full, catalog).where(**criteria).ids


def test_the_name_of_a_group_keeps_all_its_stages_as_in_totals(tmp_path):
    """A stage that ended is in the group *ended*, and *failed* is a stage alone."""
    content = document()
    content["deals"][1]["stages"] = [{"value": "expired", "citations": [cite(LATE, "In November")]}]
    deals = read_document(content, tmp_path).deals

    assert VENTURE == deals.where(stage="ended").ids
    assert VENTURE == deals.where(stage=Stage.EXPIRED).ids
    assert () == deals.where(stage="failed").ids


@pytest.mark.parametrize("catalog", KINDS)
def test_an_unknown_criterion_is_an_error_that_says_what_there_is(full, catalog):
    kind = KINDS[catalog]
    filters = [name for name in criteria_of(kind) if name != "date"]
    filters += ["since", "until"] if "date" in criteria_of(kind) else []
    unknown_to_it = {"horizon", "country", "since"} - set(filters)

    for criterion in unknown_to_it:
        with pytest.raises(UnknownCriterionError) as unknown:
            getattr(full, catalog).where(**{criterion: "KZ"})
        assert str(unknown.value) == (
            f"{with_article(kind.kind_name)} cannot be filtered by {criterion!r}; "
            f"filters: {', '.join(filters)}"
        )
        assert isinstance(unknown.value, TypeError)


def test_an_unknown_criterion_is_an_error_that_suggests_a_near_one(full):
    with pytest.raises(UnknownCriterionError, match="did you mean 'country'"):
        full.deals.where(countries="KZ")


@pytest.mark.parametrize(
    ("catalog", "criteria", "hint"),
    [
        ("deals", {"sector": "mineral"}, "'mineral' is not a sector; did you mean 'minerals'"),
        (
            "deals",
            {"stage": "sined"},
            "'sined' is not a stage or a stage group; did you mean 'signed'",
        ),
        ("deals", {"kind": "signing"}, "a deal filtered by kind: 'signing' is not a deal kind"),
        ("deals", {"kind": ["sale", "signing"]}, "'signing' is not a deal kind"),
        ("events", {"kind": "sale"}, "one of: summit, meeting"),
    ],
)
def test_an_unknown_member_is_an_error_that_suggests(full, catalog, criteria, hint):
    with pytest.raises(InvalidValueError, match=hint):
        getattr(full, catalog).where(**criteria)


@pytest.mark.parametrize(
    ("catalog", "criteria", "kind", "hints"),
    [
        ("deals", {"mineral": "tungstn"}, "mineral", ("tungsten",)),
        ("deals", {"partner": "european-onion"}, "country or bloc", ("european-union",)),
        ("deals", {"party": "Altai-Metals"}, "organization or person", ("altai-metals",)),
        ("deals", {"source": "nowhere"}, "source", ()),
        ("deals", {"mineral": "altai-metals"}, "mineral", ()),
        ("events", {"party": "aisulu-bekov"}, "organization or person", ("aisulu-bekova",)),
        ("organizations", {"country": "KK"}, "country or bloc", ()),
        ("deposits", {"mineral": "tungstn"}, "mineral", ("tungsten",)),
        ("officials", {"source": "nowhere"}, "source", ()),
    ],
)
def test_an_id_that_the_dataset_does_not_know_is_an_error_that_suggests(
    full, catalog, criteria, kind, hints
):
    """An empty catalog would let a slip of the pen pass for a fact: no deal, a total of nothing."""
    with pytest.raises(UnknownIdError, match=f"no {kind}") as unknown:
        getattr(full, catalog).where(**criteria)

    assert hints == unknown.value.suggestions[: len(hints)]
    assert isinstance(unknown.value, KeyError)


def test_a_narrowed_catalog_knows_what_its_dataset_knows(full):
    narrowed = full.deals.where(kind="cooperation")

    assert () == narrowed.where(mineral="tungsten").ids
    with pytest.raises(UnknownIdError):
        narrowed.where(mineral="tungstn")


def test_a_view_as_of_a_date_knows_what_the_whole_knows(full):
    """What was not known yet is no slip of the pen."""
    before = full.as_of("2000")

    assert () == before.deals.ids
    assert () == before.deals.where(mineral="tungsten", party="altai-metals").ids
    with pytest.raises(UnknownIdError):
        before.deals.where(mineral="tungstn")


def test_records_read_over_a_base_and_records_merged_know_both(full, tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('format = 1\n[[countries]]\nid = "ZW"\nnames = [{ text = "Zimbabwe" }]\n')
    mine = read(file, base=full)

    for known in (mine, full.merge(mine), mine.merge(full).as_of("2000")):
        assert () == known.deals.where(party="altai-metals", kind="sale").ids
        with pytest.raises(UnknownIdError):
            known.deals.where(party="altai-mettals")


def test_what_records_refer_to_is_known_wherever_it_stands(full):
    loose = Dataset.of({"deals": full.deals.entities})

    assert VENTURE == loose.deals.where(party="altai-metals").ids
    with pytest.raises(UnknownIdError):
        loose.deals.where(party="altai-mettals")


def test_a_catalog_of_no_dataset_keeps_nothing_for_an_id_that_it_cannot_check(full):
    assert () == Catalog(Deal, full.deals).where(party="altai-mettals").ids


def test_the_country_of_an_organization_may_be_a_bloc(full):
    assert () == full.organizations.where(country="european-union").ids


@pytest.mark.parametrize(
    "criteria",
    [{"sector": Stage.SIGNED}, {"stage": 5}, {"kind": None}, {"country": 5}, {"mineral": None},
     {"party": Sector.MINERALS}, {"source": [5]}, {"source": [[EARLY]]},
     {"stage": ["signed", None]}, {"country": b"KZ"}],
)  # fmt: skip
def test_a_criterion_of_another_type_is_refused_and_keeps_nothing_in_silence(full, criteria):
    with pytest.raises(InvalidTypeError):
        full.deals.where(**criteria)


@pytest.mark.parametrize(
    ("criteria", "kept"),
    [
        ({"since": "2025"}, True),
        ({"since": "2025-11-30"}, True),
        ({"since": "2025-12", "until": "2025-12"}, False),
        ({"until": "2025-11-01"}, True),
        ({"until": "2025-10-31"}, False),
        ({"until": "2025-10"}, False),
        ({"since": "2025-11", "until": "2025-11"}, True),
        ({"since": "2025-11-15", "until": "2025-11-16"}, True),
        ({"since": "2026-06", "until": "2026-07"}, True),
        ({"since": date(2025, 11, 5)}, True),
        ({"until": date(2025, 10, 31)}, False),
        ({"since": PartialDate.parse("2027")}, False),
        ({"until": "2020~"}, True),
        ({"since": "2025-36"}, True),
        ({"until": "2025-35"}, False),
        ({"since": "2025-11/2027"}, True),
        ({"until": "2023/2025-35"}, False),
        ({"until": "2023/2025-36"}, True),
    ],
)
def test_a_date_keeps_what_may_fall_inside(tmp_path_factory, criteria, kept):
    """The deal was signed in November 2025 and starts in 2026: both bounds are inclusive."""
    content = document()
    content["deals"][1]["dates"] = content["deals"][1]["dates"][:2]
    deals = read_document(content, tmp_path_factory.mktemp("dated")).deals

    assert (VENTURE if kept else ()) == deals.where(**criteria).ids


@pytest.mark.parametrize(
    ("criteria", "kept"),
    [
        ({"since": "2026"}, True),
        ({"since": "2026-34"}, False),
        ({"until": "2024"}, True),
        ({"until": "2023"}, False),
        ({"since": "2025-06-01", "until": "2025-06-02"}, True),
    ],
)
def test_an_interval_is_kept_if_a_day_of_it_falls_inside(tmp_path, criteria, kept):
    content = document()
    content["deals"][1]["dates"] = [{**content["deals"][1]["dates"][0], "date": "2024/2026-33"}]
    deals = read_document(content, tmp_path).deals

    assert (VENTURE if kept else ()) == deals.where(**criteria).ids


def test_since_and_until_are_met_by_one_date_not_by_two(tmp_path):
    """Signed in 2020 and ending in 2030, nothing of it falls into 2024 or 2025."""
    content = document()
    signed, start, _ = content["deals"][1]["dates"]
    content["deals"][1]["dates"] = [{**signed, "date": "2020"}, {**start, "date": "2030"}]
    deals = read_document(content, tmp_path).deals

    assert () == deals.where(since="2024", until="2025").ids
    assert VENTURE == deals.where(since="2024").ids
    assert VENTURE == deals.where(until="2025").ids


def test_what_has_no_date_is_left_out_where_a_date_is_asked_for(full):
    assert () == full.deals["zhetisu-umbrella"].dates

    assert VENTURE == full.deals.where(until="9999").ids


def test_events_and_sources_are_asked_by_their_dates_too(full):
    assert ("zhetisu-signing",) == full.events.where(since="2025-11", until="2025-11").ids
    assert (LATE,) == full.sources.where(since="2025-04").ids
    assert (EARLY,) == full.sources.where(until="2025-11-07").ids


@pytest.mark.parametrize("wrong", ["yesterday", "2025-13", "", 2025, 20.25, []])
def test_a_date_that_cannot_be_read_is_refused(full, wrong):
    with pytest.raises((InvalidValueError, InvalidTypeError)):
        full.deals.where(since=wrong)
