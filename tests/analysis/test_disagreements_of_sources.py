"""Where sources tell one thing in two ways: each side with its passages; history is none of it."""

from __future__ import annotations

import attrs
import pytest
from analysis_builders import (
    GAZETTE,
    KZ,
    OTHER_REVIEW,
    REVIEW,
    amount,
    cite,
    dataset,
    deal,
    deposit,
    estimate,
    on,
    stated,
    weighed,
    withheld,
)

import centralasia_minerals as cam


def told(**records):
    """Give kind, record, place and sides of each disagreement."""
    return [
        (str(one.kind), one.entity.id, one.path, tuple(side.said for side in one.sides))
        for one in cam.disagreements(dataset(**records))
    ]


def told_of(*deals):
    return told(deals=deals)


def test_two_figures_of_one_amount():
    mine = deal("mine", amount("USD 1100", stated("USD 1200", of=OTHER_REVIEW)))

    assert [("figure", "mine", "amounts[0].statements", ("USD 1,100", "USD 1,200"))] == told_of(
        mine
    )


def test_one_figure_worded_in_two_ways():
    mine = deal("mine", amount("USD 900", stated("USD 900", "up to", of=OTHER_REVIEW)))

    assert [("figure", "mine", "amounts[0].statements", ("USD 900", "up to USD 900"))] == told_of(
        mine
    )


def test_a_figure_that_one_source_states_and_another_says_is_withheld():
    mine = deal("mine", amount("USD 900", withheld(of=OTHER_REVIEW)))

    assert ["figure"] == [kind for kind, *_ in told_of(mine)]


def test_each_side_has_the_passages_that_say_it():
    mine = deal(
        "mine",
        amount(
            stated("USD 900", at=10),
            stated("USD 900", at=60),
            stated("USD 950", of=OTHER_REVIEW, at=110),
        ),
    )

    (found,) = cam.disagreements(dataset(deals=(mine,)))

    assert [(cite(at=10), cite(at=60)), (cite(OTHER_REVIEW, 110),)] == [
        side.citations for side in found.sides
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("USD 1100", "USD 1100.00"), ("USD 0.5", "USD 0.50")],
)
def test_equal_figures_written_with_other_digits_are_no_disagreement(one, other):
    mine = deal("mine", amount(one, stated(other, of=OTHER_REVIEW)))

    assert [] == told_of(mine)


def test_equal_measures_in_two_units_are_no_disagreement():
    jets = cam.Quantity(
        what="ore a year",
        statements=(weighed("1 kilotonne"), weighed("1000 tonne", of=OTHER_REVIEW)),
    )

    assert [] == told_of(deal("mine", quantities=(jets,)))


def test_two_quantities_of_one_line():
    jets = cam.Quantity(
        what="aircraft", statements=(weighed("37 piece"), weighed("22 piece", of=OTHER_REVIEW))
    )

    assert [("figure", "jets", "quantities[0].statements", ("37", "22"))] == told_of(
        deal("jets", quantities=(jets,))
    )


def test_two_tonnages_of_one_deposit():
    """Estimates are a series as amounts are, and two papers may rival each other in them too."""
    rivals = deposit("katpar", "410 tonne", estimate(weighed("400 tonne", of=OTHER_REVIEW)))

    assert [("figure", "katpar", ("410 tonnes", "400 tonnes"))] == [
        (kind, id, sides) for kind, id, _, sides in told(deposits=(rivals,))
    ]


def test_a_tonnage_of_metal_and_one_of_oxide_do_not_disagree():
    both = deposit(
        "katpar", "410 tonne", estimate(weighed("1400 tonne", of=OTHER_REVIEW), basis="oxide")
    )

    assert [] == told(deposits=(both,))


def test_a_figure_of_two_classes_contradicts_none_of_one_of_them():
    indicated = estimate("100 tonne", resource_class="indicated")
    combined = estimate(
        weighed("229 tonne", of=OTHER_REVIEW),
        resource_class="indicated",
        further_classes=(cam.ResourceClass.INFERRED,),
    )

    assert [] == told(deposits=(deposit("katpar", indicated, combined),))


def test_two_stages_and_two_states_of_the_work():
    stages = [cam.Stated(value=cam.Stage(s), citations=(cite(o),))
              for s, o in (("agreed", REVIEW), ("signed", OTHER_REVIEW))]  # fmt: skip
    works = [cam.Stated(value=cam.Implementation(w), citations=(cite(o),))
             for w, o in (("preparatory", REVIEW), ("under way", OTHER_REVIEW))]  # fmt: skip
    mine = deal("mine", stages=tuple(stages), implementations=tuple(works))

    assert [
        ("stage", "mine", "stages", ("agreed", "signed")),
        ("stage", "mine", "implementations", ("preparatory", "under way")),
    ] == told_of(mine)


def test_two_dates_of_one_kind():
    mine = deal("mine", dates=(on("2025-11-06"), on("2025-11-07", at=400)))

    said = ("6 November 2025", "7 November 2025")
    assert [("date", "mine", "dates (signed)", said)] == told_of(mine)


def test_what_has_keys_of_its_own_happened_on_its_own_day():
    first, second = (
        attrs.evolve(on(day, at=at), key=key)
        for day, at, key in (("2024-10", 300, "first tranche"), ("2024-12", 400, "second tranche"))
    )

    assert [] == told_of(deal("mine", dates=(first, second)))
    again = attrs.evolve(on("2024-11", at=500), key="first tranche")
    assert [("October 2024", "November 2024")] == [
        one[3] for one in told_of(deal("mine", dates=(first, second, again)))
    ]


def test_dates_of_two_kinds_do_not_disagree():
    assert [] == told_of(deal("mine", dates=(on("2025-11-06"), on("2030", "expected", at=400))))


def spelled(*names, **more):
    return cam.Official(
        id="tokayev",
        names=tuple(cam.Name(text, kind=cam.NameKind(kind)) for text, kind in names),
        **more,
    )


BOTH_SPELLINGS = (
    ("Kassym-Jomart Tokayev", "alternative"),
    ("Qasym-Zhomart Toqaev", "transliteration"),
)


def test_two_spellings_of_one_name_each_with_its_passage():
    citations = tuple(
        cite(of, supports=(f"names[{text}]",))
        for of, (text, _) in zip((REVIEW, OTHER_REVIEW), BOTH_SPELLINGS, strict=True)
    )

    (found,) = cam.disagreements(dataset(people=(spelled(*BOTH_SPELLINGS, citations=citations),)))

    assert "spelling" == str(found.kind)
    assert [text for text, _ in BOTH_SPELLINGS] == [side.said for side in found.sides]
    assert [(citation,) for citation in citations] == [side.citations for side in found.sides]


def test_a_citation_that_supports_the_whole_record_is_behind_its_first_spelling_too():
    """``supports`` left empty means all of the record, so no side is left without a passage."""
    citations = (cite(REVIEW), cite(OTHER_REVIEW, supports=("names[Qasym-Zhomart Toqaev]",)))

    (found,) = cam.disagreements(dataset(people=(spelled(*BOTH_SPELLINGS, citations=citations),)))

    assert all(side.citations for side in found.sides)


def test_a_former_name_and_a_translation_are_no_spellings():
    names = (*BOTH_SPELLINGS, ("Bayterek Mining", "former"), ("Poplar Mining", "translation"))

    found = told(people=(spelled(*names, citations=(cite(),)),))

    assert [tuple(text for text, _ in BOTH_SPELLINGS)] == [sides for *_, sides in found]


def test_two_names_of_which_none_is_a_spelling_do_not_disagree():
    names = (("Rare earths", "alternative"), ("Rare earth elements", "alternative"))

    assert [] == told(people=(spelled(*names, citations=(cite(),)),))


def test_one_quotation_in_two_wordings():
    wordings = [cam.Wording(text=t, citations=(cite(o),))
                for t, o in (("crises", REVIEW), ("crisis", OTHER_REVIEW))]  # fmt: skip
    quoted = cam.Event(
        id="rubio", title="Rubio", kind=cam.EventKind.STATEMENT, wordings=tuple(wordings)
    )

    assert [("wording", "rubio", "wordings", ("crises", "crisis"))] == told(events=(quoted,))


def test_two_bodies_that_may_be_one():
    def firm(id, **more):
        return cam.Organization(
            id=id,
            names=(cam.Name(id.title()),),
            kind=cam.OrganizationKind.COMPANY,
            citations=(cite(),),
            **more,
        )

    capital = firm("capital")
    group = firm("group", possibly_same_as=(capital,))

    assert [("identity", "group", "possibly_same_as", ("Group", "Capital"))] == told(
        organizations=(capital, group)
    )


def test_two_shares_of_one_stake_and_two_figures_of_one_statistic():
    def shares(*figures):
        return tuple(
            cam.Stated(value=cam.Share(figure), citations=(cite(of),))
            for figure, of in zip(figures, (REVIEW, OTHER_REVIEW), strict=True)
        )

    statistic = cam.Statistic(
        id="output", what="output", subject=KZ, statements=shares("0.5", "0.4")
    )
    stake = cam.Stake(holder=KZ, statements=shares("0.7", "0.6"))

    assert [("figure", "mine", "stakes[0].statements"), ("figure", "output", "statements")] == [
        found[:3] for found in told(deals=(deal("mine", stakes=(stake,)),), statistics=(statistic,))
    ]


def test_what_was_superseded_is_history_and_no_disagreement():
    mine = deal("mine", amount("USD 1200", stated("USD 1100", of=GAZETTE)))

    assert [] == told_of(mine)


def test_what_was_deprecated_is_no_disagreement():
    misprint = stated("USD 9", of=OTHER_REVIEW, rank=cam.Rank.DEPRECATED, reason="a misprint")

    assert [] == told_of(deal("mine", amount("USD 1100", misprint)))


def test_a_preferred_statement_still_disagrees_with_a_normal_one():
    liked = stated("USD 1100", rank=cam.Rank.PREFERRED)

    assert ["figure"] == [
        kind for kind, *_ in told_of(deal("mine", amount(liked, stated("USD 9", of=OTHER_REVIEW))))
    ]


WHOLE = deal("whole", amount("USD 1000"))


def parts(*figures):
    return [deal(f"part-{n}", amount(f), part_of=WHOLE) for n, f in enumerate(figures)]


@pytest.mark.parametrize(
    ("figures", "summed", "gap"),
    [
        (["USD 300", "USD 400"], "USD 700", "-300"),
        (["USD 300", "USD 900"], "USD 1,200", "+200"),
        (["USD 0.5"], "USD 0.5", "-999.5"),
    ],
)
def test_parts_that_exceed_or_fall_short_of_the_whole_with_the_gap(figures, summed, gap):
    (found,) = cam.disagreements(dataset(deals=(WHOLE, *parts(*figures))))

    assert ("parts and whole", "whole") == (str(found.kind), found.entity.id)
    whole, own = (side.said for side in found.sides)
    assert "USD 1,000" in whole
    assert summed in own
    assert gap in own


def test_parts_that_add_up_to_the_whole_do_not_disagree():
    assert [] == told_of(WHOLE, *parts("USD 300", "USD 700"))
    assert [] == told_of(WHOLE, *parts("USD 300.00", "USD 700"))


def test_a_whole_and_parts_without_a_figure_in_one_currency_do_not_disagree():
    assert [] == told_of(WHOLE, *parts("EUR 300"))
    silent = deal("silent", part_of=WHOLE)
    assert [] == told_of(WHOLE, silent)


def test_the_passages_of_the_whole_and_of_every_part_stand_behind_the_gap():
    mill = deal("mill", amount(stated("USD 400", at=60)), part_of=WHOLE)
    mine = deal("mine", amount(stated("USD 300", at=10)), part_of=WHOLE)

    (found,) = cam.disagreements(dataset(deals=(WHOLE, mill, mine)))

    assert [(cite(),), (cite(at=60), cite(at=10))] == [side.citations for side in found.sides]


def test_a_dataset_in_which_all_agree_has_none():
    found = cam.disagreements(dataset(deals=(WHOLE,)))

    assert 0 == len(found)
    assert "<0 disagreements>" == repr(found)


def test_disagreements_stand_in_the_order_of_the_records():
    rival = stated("USD 9", of=OTHER_REVIEW)
    found = cam.disagreements(
        dataset(deals=(deal("b", amount("USD 1", rival)), deal("a", amount("USD 1", rival))))
    )

    assert ["a", "b"] == [one.entity.id for one in found]
    assert found[0] == next(iter(found))


def test_each_view_says_kind_record_place_and_sides_and_escapes_them():
    wordings = [cam.Wording(text=t, citations=(cite(o),))
                for t, o in (("<b>crises</b>", REVIEW), ("crisis", OTHER_REVIEW))]  # fmt: skip
    quoted = cam.Event(
        id="rubio", title="Rubio", kind=cam.EventKind.STATEMENT, wordings=tuple(wordings)
    )

    found = cam.disagreements(dataset(events=(quoted,)))

    assert "wording (rubio, wordings): <b>crises</b> / crisis" == str(found[0])
    for words in ("wording", "rubio", "wordings", "crisis"):
        assert words in str(found)
        assert words in found._repr_html_()
    assert "<b>" not in found._repr_html_()


DS = cam.load()


@pytest.mark.parametrize(
    ("kind", "id", "sides"),
    [
        (
            "figure",
            "kz-us-tungsten",
            {
                "USD 1,100,000,000 (“valued at”)",
                "estimated USD 1,100,000,000 (“estimated to cost”)",
            },
        ),
        ("figure", "kz-us-tungsten", {"USD 900,000,000", "up to USD 900,000,000"}),
        ("spelling", "kassym-jomart-tokayev", {"Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"}),
        ("wording", "rubio-on-new-opportunities", {"crises", "crisis"}),
        ("identity", "cove-kaz-capital-group", {"Cove Kaz Capital Group", "Cove Capital"}),
    ],
)
def test_what_the_four_articles_tell_in_two_ways(kind, id, sides):
    found = [
        one
        for one in cam.disagreements(DS)
        if (str(one.kind), one.entity.id) == (kind, id)
        and sides == {side.said for side in one.sides}
    ]

    assert 1 == len(found)
    assert all(side.citations for side in found[0].sides)


def test_every_bundled_disagreement_has_two_sides_with_passages():
    for found in cam.disagreements(DS):
        assert len(found.sides) >= 2
        assert all(side.citations for side in found.sides), found


def test_the_sides_of_a_bundled_figure_come_from_both_articles():
    (cost, letter) = [d for d in cam.disagreements(DS) if d.entity.id == "kz-us-tungsten"]

    for found in (cost, letter):
        assert {"summit-minerals-2025-11", "summit-partnership-2025-11"} == {
            citation.source.id for side in found.sides for citation in side.citations
        }
