"""``where`` answers out of an index as a plain scan of every record would."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.query.declared_criteria import criteria_of

DATA = cam.load()

Held = Callable[[Any], set[object]]


def sources_cited(part: object) -> set[object]:
    """Walk a record and its parts, not the records that it refers to."""
    if isinstance(part, tuple):
        return set().union(*map(sources_cited, part))
    if isinstance(part, cam.Citation):
        return {part.source.id}
    if isinstance(part, cam.Source):
        return {part.id}
    if not attrs.has(type(part)):
        return set()
    values = (getattr(part, field.name) for field in attrs.fields(type(part)))
    return set().union(
        *(sources_cited(value) for value in values if not _is_or_holds_entities(value))
    )


def _is_or_holds_entities(value: object) -> bool:
    return any(
        isinstance(one, cam.Entity) for one in (value if isinstance(value, tuple) else (value,))
    )


def ids(*entities: object) -> set[object]:
    return {entity.id for entity in entities if isinstance(entity, cam.Entity)}


def with_groups(*minerals: cam.Mineral) -> set[object]:
    """Give minerals, and the groups that they belong to, at any remove."""
    if not minerals:
        return set()
    groups = [one.group for one in minerals if isinstance(one.group, cam.Mineral)]
    return ids(*minerals) | with_groups(*groups)


def parties_of(deal: cam.Deal) -> set[object]:
    signed = [(one.person, one.on_behalf_of, *one.one_of) for one in deal.signatories]
    return ids(*(party.who for party in deal.parties), *itertools.chain(*signed))


HELD: dict[str, dict[str, Held]] = {
    "deals": {
        "country": lambda deal: ids(*deal.countries),
        "partner": lambda deal: ids(*deal.partners),
        "mineral": lambda deal: with_groups(*deal.minerals),
        "sector": lambda deal: set(deal.sectors),
        "stage": lambda deal: {deal.stage, deal.stage.group} if deal.stage else set(),
        "kind": lambda deal: {deal.kind},
        "deal_class": lambda deal: {deal.deal_class} if deal.deal_class else set(),
        "party": parties_of,
    },
    "events": {
        "kind": lambda event: {event.kind},
        "party": lambda event: ids(*(one.who for one in event.participants)),
    },
    "organizations": {
        "country": lambda body: ids(body.country),
        "kind": lambda body: {body.kind},
    },
    "deposits": {
        "country": lambda deposit: ids(deposit.country),
        "mineral": lambda deposit: with_groups(*deposit.minerals),
    },
    "statistics": {"mineral": lambda statistic: with_groups(*statistic.minerals)},
    "sources": {},
    "people": {},
    "officials": {},
    "blocs": {},
    "minerals": {},
    "countries": {},
}
DATES: dict[str, Callable[[Any], list[cam.PartialDate]]] = {
    "deals": lambda deal: [dated.date for dated in deal.dates],
    "events": lambda event: [event.date.date] if event.date else [],
    "sources": lambda source: [source.published.date],
}
for held in HELD.values():
    held["source"] = sources_cited
# What no bundled record has, so that no value of it can be asked for.
UNUSED = {("countries", "source")}

_STATES = [*DATA.countries, *DATA.blocs]
ENTITIES: dict[str, list[cam.Entity]] = {
    "partner": _STATES,
    "mineral": list(DATA.minerals),
    "party": [*DATA.organizations, *DATA.people, *_STATES],
    "source": list(DATA.sources),
}
MEMBERS = {
    ("deals", "sector"): [*cam.Sector],
    ("deals", "stage"): [*cam.Stage, *cam.StageGroup],
    ("deals", "kind"): [*cam.DealKind],
    ("deals", "deal_class"): [*cam.DealClass],
    ("events", "kind"): [*cam.EventKind],
    ("organizations", "kind"): [*cam.OrganizationKind],
}


@attrs.frozen
class Asked:
    """A value as it is given to ``where``, and what a record must hold."""

    given: object
    wanted: object


def values_of(catalog: str, name: str) -> st.SearchStrategy[Asked]:
    """Give every way to ask for everything that may be asked for."""
    if (catalog, name) in MEMBERS:
        members = MEMBERS[catalog, name]
        as_text = [Asked(one.value, one) for one in members]
        return st.sampled_from([*(Asked(one, one) for one in members), *as_text])
    if criteria_of(getattr(DATA, catalog).cls)[name].plain:
        values = set().union(*map(HELD[catalog][name], getattr(DATA, catalog)))
        texts = [*sorted(values, key=str), "a text that no record has"]
        return st.sampled_from([Asked(text, text) for text in texts])
    if name == "country":
        known = _STATES if catalog == "organizations" else list(DATA.countries)
    else:
        known = ENTITIES[name]
    return st.sampled_from([Asked(given, one.id) for one in known for given in (one, one.id)])


def several(values: st.SearchStrategy[Asked]) -> st.SearchStrategy[tuple[object, set[object]]]:
    """Give one value alone, or a few in any collection."""
    one = values.map(lambda asked: (asked.given, {asked.wanted}))
    few = st.tuples(
        st.lists(values, min_size=1, max_size=5),
        st.sampled_from([list, tuple, iter, lambda x: (y for y in x)]),
    ).map(
        lambda drawn: (drawn[1]([a.given for a in drawn[0]]), {a.wanted for a in drawn[0]}),
    )
    return one | few


DAYS = st.dates(cam.PartialDate.parse("2023").earliest, cam.PartialDate.parse("2036").latest)
WHENS = DAYS.flatmap(
    lambda day: st.sampled_from(
        [f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", f"{day:%Y-%m}~", f"{day:%Y}?"]
    )
).map(cam.PartialDate.parse)


@st.composite
def questions(
    draw: st.DrawFn, catalog: str
) -> tuple[dict[str, object], Callable[[Any], bool], bool]:
    """Give criteria, the scan that says which records meet them, and whether they mislead."""
    names = draw(st.lists(st.sampled_from(sorted(HELD[catalog])), unique=True, max_size=3))
    asked: dict[str, object] = {}
    wanted: dict[str, set[object]] = {}
    for name in names:
        asked[name], wanted[name] = draw(several(values_of(catalog, name)))
    since = draw(st.none() | WHENS) if catalog in DATES else None
    until = draw(st.none() | WHENS) if catalog in DATES else None
    assume(since is None or until is None or not until.certainly_before(since))
    asked |= {"since": since} if since else {}
    asked |= {"until": until} if until else {}

    def meets(entity: Any) -> bool:
        if not all(wanted[name] & HELD[catalog][name](entity) for name in names):
            return False
        if since is None and until is None:
            return True
        return any(
            not (since and when.certainly_before(since))
            and not (until and until.certainly_before(when))
            for when in DATES[catalog](entity)
        )

    return asked, meets, any(would_mislead(catalog, name, wanted[name]) for name in names)


# Filters by states and blocs of which one has what another never has.
ROLES = {"country", "partner", "party"}
OF_CENTRAL_ASIA = {"KG", "KZ", "TJ", "TM", "UZ"}


def would_mislead(catalog: str, name: str, wanted: set[object]) -> bool:
    """Say whether no record has one of the values, but others have it under another name, or may
    never have it: then an empty catalog is no answer.
    """
    if catalog != "deals" or name not in ROLES:
        return False
    records, held = getattr(DATA, catalog), HELD[catalog]
    for value in wanted - set().union(*map(held[name], records)):
        elsewhere = any(value in held[other](one) for other in ROLES for one in records)
        is_outside = name == "country" and value not in OF_CENTRAL_ASIA
        if elsewhere or is_outside or (name == "partner" and value in OF_CENTRAL_ASIA):
            return True
    return False


def test_every_criterion_of_every_kind_is_tried() -> None:
    assert {*KINDS, "officials"} == set(HELD)
    for catalog, held in HELD.items():
        criteria = set(criteria_of(getattr(DATA, catalog).cls))
        assert criteria == set(held) | ({"date"} if catalog in DATES else set())


@pytest.mark.parametrize("catalog", HELD)
@given(data=st.data())
def test_an_index_keeps_what_a_scan_of_every_record_keeps(
    catalog: str, data: st.DataObject
) -> None:
    asked, meets, misleads = data.draw(questions(catalog))
    records = getattr(DATA, catalog)

    if misleads:
        with pytest.raises(cam.InvalidValueError, match="; filter by "):
            records.where(**asked)
        return
    assert tuple(one.id for one in records if meets(one)) == records.where(**asked).ids


@pytest.mark.slow
@pytest.mark.parametrize("catalog", HELD)
@given(data=st.data())
def test_narrowing_twice_keeps_what_both_scans_keep(catalog: str, data: st.DataObject) -> None:
    first, meets_first, first_misleads = data.draw(questions(catalog))
    second, meets_second, second_misleads = data.draw(questions(catalog))
    records = getattr(DATA, catalog)
    assume(not first_misleads and not second_misleads)

    kept = records.where(**first).where(**second)
    assert tuple(one.id for one in records if meets_first(one) and meets_second(one)) == kept.ids


@pytest.mark.parametrize(
    ("catalog", "name"), [(catalog, name) for catalog, held in HELD.items() for name in held]
)
def test_whatever_a_record_holds_finds_it_and_every_other_that_holds_it(
    catalog: str, name: str
) -> None:
    records, held = getattr(DATA, catalog), HELD[catalog][name]

    values = set().union(*map(held, records))
    assert bool(values) == (len(records) > 0 and (catalog, name) not in UNUSED)
    for value in values:
        expected = tuple(one.id for one in records if value in held(one))
        assert expected == records.where(**{name: value}).ids
    if values:
        expected = tuple(one.id for one in records if held(one))
        assert expected == records.where(**{name: values}).ids
