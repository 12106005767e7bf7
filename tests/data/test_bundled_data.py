"""The bundled dataset: complete, sorted, cited, and what four articles say."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pint
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.bundled.build_snapshot import bundled_snapshot
from centralasia_minerals.dataset.bundled.snapshot import from_snapshot
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.traversal import sources_of

RECORDS = Path(str(files("centralasia_minerals.dataset"))) / "data" / "articles"
ds = cam.load()
tungsten = ds.deals["kz-us-tungsten"]

# A silent loss, or a flood, fails here: change these on purpose, with the data's change log.
COUNTS = {
    "sources": (4, 4),
    "countries": (15, 15),
    "blocs": (3, 3),
    "organizations": (40, 55),
    "people": (26, 26),
    "minerals": (9, 9),
    "deposits": (3, 3),
    "deals": (36, 45),
    "events": (95, 120),
    "statistics": (5, 8),
}


@pytest.mark.parametrize("kind", COUNTS)
def test_each_catalog_holds_as_many_records_as_expected(kind: str) -> None:
    least, most = COUNTS[kind]

    assert least <= len(getattr(ds, kind)) <= most


def test_what_is_loaded_is_what_the_data_files_hold() -> None:
    assert cam.read(RECORDS) == ds
    assert cam.read(RECORDS).version == ds.version


def test_the_snapshot_that_goes_into_a_wheel_holds_what_the_data_files_hold() -> None:
    version, kinds = from_snapshot(bundled_snapshot("articles"))

    assert list(KINDS) == [name for name, _ in kinds]
    restored = cam.Dataset.of(dict(kinds), version=version)
    assert cam.read(RECORDS) == restored
    assert [repr(entities) for entities in ds.records.values()] == [
        repr(entities) for entities in restored.records.values()
    ]


def test_every_build_makes_the_same_snapshot() -> None:
    assert bundled_snapshot("region") == bundled_snapshot("region")


def test_load_gives_the_same_object_every_time() -> None:
    assert cam.load() is cam.load()


@pytest.mark.parametrize("file", sorted(RECORDS.glob("*.toml")), ids=lambda f: f.name)
def test_data_files_have_a_version_header_and_are_sorted_by_id(file: Path) -> None:
    tables = tomllib.loads(file.read_text("utf-8"))
    ids = [record["id"] for record in tables[file.stem]]

    assert {"format": 1, "version": ds.version} == {k: tables[k] for k in ("format", "version")}
    assert sorted(ids) == ids


def test_the_default_total_is_the_tungsten_venture_and_nothing_else() -> None:
    total = cam.total(ds)

    assert (cam.Currency("USD"),) == total.currencies
    assert ["kz-us-tungsten"] == [row.deal.id for row in total.counted]
    billion = cam.Money("1100000000", "USD")
    assert (billion, billion, billion) == (
        total["USD"].low,
        total["USD"].stated,
        total["USD"].high,
    )
    assert total.approximate


def test_what_the_default_total_leaves_out_and_why() -> None:
    told = {
        (row.deal.id, str(row.role), str(row.figure)): tuple(map(str, row.reasons))
        for row in cam.total(ds).excluded
        if row.stated is not None
    }

    plan = ("not concluded", "shared with other sectors", "another kind of money")
    assert {
        ("kz-us-tungsten", "financing", "up to USD 900,000,000"): (
            "not concluded",
            "another kind of money",
            "financing of a counted cost",
        ),
        ("kz-alatau-ddh", "contract value", "USD 300,000,000"): ("outside the sectors",),
        ("uz-us-investment-plan", "investment", "nearly USD 35,000,000,000"): plan,
        ("uz-us-investment-plan", "investment", "more than USD 100,000,000,000"): plan,
    } == told


def test_the_minerals_contracts_whose_value_is_withheld_are_undisclosed() -> None:
    assert ["uz-us-minerals-contracts"] == [row.deal.id for row in cam.total(ds).undisclosed]


EVERY = {"kinds": None, "sectors": None, "stages": None}


@pytest.mark.parametrize(
    ("asked", "dollars", "euros"),
    [
        ({}, "1100000000", "952000000"),
        ({"sectors": None}, "1400000000", "1212000000"),
        (EVERY, "101400000000", "87812000000"),
        ({**EVERY, "max_horizon_years": 3}, "36400000000", "31512000000"),
    ],
)
def test_totals_in_dollars_and_in_euros_as_printed(asked, dollars: str, euros: str) -> None:
    in_dollars, in_euros = cam.total(ds, **asked), cam.total(ds, currency="EUR", **asked)

    assert cam.Money(dollars, "USD") == in_dollars["USD"].stated
    assert cam.Money(euros, "EUR") == in_euros["EUR"].stated
    assert 1 == len(in_dollars.currencies) == len(in_euros.currencies)


def test_the_ten_year_plan_leaves_the_grand_total_open_above() -> None:
    assert cam.total(ds, **EVERY)["USD"].high is None


@pytest.mark.parametrize("sectors", [None, *(sector.value for sector in cam.Sector)])
@pytest.mark.parametrize(
    "stages", [None, "concluded", "intended", *(stage.value for stage in cam.Stage)]
)
@pytest.mark.parametrize("years", [None, 3, 10])
def test_double_counts_never_come_out(sectors, stages, years) -> None:
    total = cam.total(ds, sectors=sectors, stages=stages, kinds=None, max_horizon_years=years)

    stated = {one.stated.amount for one in total.by_currency}
    assert not stated & {Decimal(135) * 10**9, Decimal("137.3") * 10**9, Decimal(2) * 10**9}


def test_the_tungsten_deal_is_reported_by_two_articles_and_stands_once() -> None:
    cost, letter = tungsten.amounts

    assert {"summit-minerals-2025-11", "summit-partnership-2025-11"} == {
        citation.source.id for statement in cost.statements for citation in statement.citations
    }
    assert [cam.Hedge.AS_STATED, cam.Hedge.ESTIMATED] == [s.hedge for s in cost.statements]
    assert cam.Stage.LETTER_OF_INTEREST is letter.stage
    assert cam.Hedge.UP_TO is letter.stated.hedge
    assert cam.Stage.SIGNED is tungsten.stage is cost.stage
    assert cam.Implementation.PREPARATORY is tungsten.implementation


def test_stakes_in_the_tungsten_venture_are_seventy_per_cent_and_not_stated() -> None:
    stakes = {stake.holder.id: stake for stake in tungsten.stakes}

    cove = stakes["cove-kaz-capital-group"]
    assert (cam.Share("0.7"), cam.StakeStatus.TO_BE_ACQUIRED) == (cove.share.value, cove.status)
    assert cam.NotStated() == stakes["tau-ken-samruk"].share


def test_the_tonnage_stands_on_the_whole_and_its_parts_name_it() -> None:
    whole = ds.deposits["katpar-kairakty"]
    registry = pint.UnitRegistry(non_int_type=Decimal)
    estimate = whole.estimates[0]

    assert 410 == whole.tonnage.value.to("kilotonne").magnitude
    own = estimate.stated.value.to_pint(registry)
    assert Decimal(410) == own.to("kilotonne").magnitude
    assert cam.Hedge.AROUND is estimate.stated.hedge
    assert cam.CommodityBasis.CONTAINED_METAL is estimate.basis
    assert cam.ResourceClass.UNSPECIFIED is estimate.resource_class
    for part in ("northern-katpar", "upper-kairakty"):
        assert whole is ds.deposits[part].part_of
        with pytest.raises(cam.NoEstimateError, match="katpar-kairakty"):
            _ = ds.deposits[part].tonnage


def test_the_letter_of_interest_is_at_most_818_per_mille_of_the_cost() -> None:
    ratio = cam.ratio(tungsten.financing[0], tungsten.value)

    assert Decimal("81.8") == ratio.percent("high")


@pytest.mark.parametrize("name", ["Toqaev", "Tokayev", "qasym-zhomart toqaev"])
def test_every_spelling_finds_the_one_official(name: str) -> None:
    assert ds.officials["kassym-jomart-tokayev"] is ds.find(name)


def test_two_firms_are_kept_apart_and_the_record_says_why() -> None:
    cove, kaz = ds.organizations["cove-capital"], ds.organizations["cove-kaz-capital-group"]

    assert cove in kaz.possibly_same_as or kaz in cove.possibly_same_as
    assert cove.remark or kaz.remark


def test_a_former_post_is_former_and_a_top_diplomat_no_ambassador() -> None:
    kamilov = ds.people.find("Kamilov")

    assert {"foreign minister": cam.PositionStatus.FORMER} == {
        p.title: p.status for p in kamilov.positions if "foreign" in p.title
    }
    titles = [position.title.lower() for person in ds.people for position in person.positions]
    assert not [title for title in titles if "ambassador" in title]


@pytest.mark.parametrize("name", ["Japarov", "Zhaparov", "Berdimuhamedov", "Berdymukhamedov"])
def test_nobody_is_named_whom_the_articles_do_not_name(name: str) -> None:
    with pytest.raises(cam.NameNotFoundError):
        ds.find(name)


def test_the_abraham_accords_entry_is_an_intention() -> None:
    accords = ds.deals["kz-abraham-accords"]

    assert cam.StageGroup.INTENDED is accords.stage.group
    assert cam.NotApplicable() == accords.value


def test_the_uranium_share_belongs_to_the_bloc() -> None:
    uranium = [s for s in ds.statistics if any(m.id == "uranium" for m in s.minerals)]

    assert [ds.blocs["central-asia"]] == [statistic.subject for statistic in uranium]


def test_solar_and_wind_are_one_and_a_half_gigawatts_together() -> None:
    stated = [q.stated for deal in ds.deals for q in deal.quantities]

    gigawatts = [s.value for s in stated if s.value.unit is cam.Unit.GIGAWATT]
    assert [cam.Measure("1.5", "gigawatt")] == gigawatts


def test_the_jets_are_a_ceiling_for_three_airlines_and_priced_nowhere() -> None:
    jets = ds.deals["boeing-jets"]

    assert (cam.Measure(37, "piece"), cam.Hedge.UP_TO) == (
        jets.quantities[0].stated.value,
        jets.quantities[0].stated.hedge,
    )
    assert cam.NotStated() == jets.value
    assert ("KZ", "TJ", "UZ") == tuple(sorted(country.id for country in jets.countries))


def test_as_of_april_the_record_knows_nothing_of_the_november_summit() -> None:
    then = ds.as_of("2025-04")

    assert "kz-us-tungsten" not in then.deals
    assert cam.total(then).is_empty
    for kind in ("deals", "events", "people", "organizations", "deposits", "statistics"):
        for record in getattr(then, kind):
            cited = sources_of(record)
            assert cited
            assert cited <= {"caspian-post-2025-03", "caspian-post-2025-04"}


def test_totals_do_not_depend_on_the_callers_decimal_context() -> None:
    import decimal

    with decimal.localcontext(prec=2):
        narrow = cam.total(ds, **EVERY)["USD"].stated

    assert narrow == cam.total(ds, **EVERY)["USD"].stated


def test_the_citation_file_names_the_version_of_the_data_and_of_the_library() -> None:
    cited = (Path(__file__).parents[2] / "CITATION.cff").read_text("utf-8")

    assert f"version: {ds.version}\n" in cited
    assert f"version: {cam.__version__}\n" in cited


def _read_aloud(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold().replace("’", ""))
    return "-".join(re.findall(r"[a-z0-9]+", bare))


# Called by a function or description that others have too: their ids add whose they are.
WITH_CONTEXT = {
    "chinese-companies-tungsten",
    "katpar-kairakty",
    "kazakh-presidential-press-service",
    "national-airlines-kz-tj-uz",
    "us-legislature",
    "us-state-department",
    "uz-us-contract-entities",
    "uzbek-presidential-press-service",
    "x-twitter",
}


def test_an_id_is_a_recorded_name_and_spells_nothing_out_that_no_text_does() -> None:
    others = {
        entity.id
        for kind in (ds.blocs, ds.organizations, ds.people, ds.minerals, ds.deposits)
        for entity in kind
        if entity.id not in {_read_aloud(name.text) for name in entity.names}
    }

    assert WITH_CONTEXT == others
