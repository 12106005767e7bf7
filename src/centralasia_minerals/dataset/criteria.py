"""What catalogs can be narrowed by, and which columns show an entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from centralasia_minerals.entities import (
    Dated,
    Deal,
    DealKind,
    Deposit,
    Entity,
    Event,
    EventKind,
    Organization,
    OrganizationKind,
    Sector,
    Source,
    Stage,
    StageGroup,
    Statistic,
    country_codes,
)
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownCriterionError,
    did_you_mean,
    near,
)
from centralasia_minerals.values import PartialDate

from .traversal import sources_of

_Has = Callable[[Entity], Iterable[object]]


def _listed(field: str) -> _Has:
    return lambda entity: getattr(entity, field)


def _single(field: str) -> _Has:
    return lambda entity: (getattr(entity, field),)


def _stages(entity: Entity) -> Iterable[object]:
    stage = getattr(entity, "stage", None)
    return (stage, stage.group) if isinstance(stage, Stage) else ()


def _taking_part(field: str) -> _Has:
    return lambda entity: tuple(part.who for part in getattr(entity, field))


def _parties(entity: Any) -> Iterable[object]:
    """Give who takes part in a deal, who signed it, and for whom."""
    signed = ((signing.person, signing.on_behalf_of) for signing in entity.signatories)
    return (*(party.who for party in entity.parties), *(one for pair in signed for one in pair))


_HAS: Mapping[type[Entity], Mapping[str, _Has]] = {
    Source: {},
    Organization: {"country": _single("country"), "kind": _single("kind")},
    Deposit: {"country": _single("country"), "mineral": _listed("minerals")},
    Deal: {
        "country": _listed("countries"),
        "partner": _listed("partners"),
        "mineral": _listed("minerals"),
        "sector": _listed("sectors"),
        "stage": _stages,
        "kind": _single("kind"),
        "party": _parties,
    },
    Event: {"kind": _single("kind"), "party": _taking_part("participants")},
    Statistic: {"mineral": _listed("minerals")},
}
"""What entities of a class can be asked for, beside the sources that every one of them has."""

_DATED: Mapping[type[Entity], Callable[[Entity], Iterable[Dated]]] = {
    Source: _single("published"),  # type: ignore[dict-item]  # its one date
    Deal: _listed("dates"),  # type: ignore[dict-item]  # all its dates
    Event: lambda event: filter(None, (getattr(event, "date"),)),
}

_MEMBERS: Mapping[tuple[type[Entity], str], tuple[type[Enum], ...]] = {
    (Deal, "sector"): (Sector,),
    (Deal, "stage"): (Stage, StageGroup),
    (Deal, "kind"): (DealKind,),
    (Event, "kind"): (EventKind,),
    (Organization, "kind"): (OrganizationKind,),
}


@attrs.frozen
class Criteria:
    """Criteria that fit a kind of entity, ready to be asked of each."""

    tests: tuple[Callable[[Entity], bool], ...]

    @classmethod
    def of(cls, kind: type[Entity], wanted: Mapping[str, object]) -> Criteria:
        """Check that the kind has every criterion, and what is asked for exists."""
        has = {**_HAS.get(kind, {}), "source": sources_of}
        dates = _DATED.get(kind)
        known = [*has, *(("since", "until") if dates else ())]
        tests: list[Callable[[Entity], bool]] = []
        for name, value in wanted.items():
            if name not in known:
                hint = did_you_mean(near(name, known)) or f"it has: {', '.join(known)}"
                raise UnknownCriterionError(f"a {kind.kind_name} by {name!r}", "it has none", hint)
            if name not in ("since", "until"):
                tests.append(_member_test(has[name], _asked(kind, name, value)))
        if dates is not None and {"since", "until"} & wanted.keys():
            tests.append(_window_test(wanted.get("since"), wanted.get("until"), dates))
        return cls(tuple(tests))

    def met_by(self, entity: Entity) -> bool:
        """Say whether an entity meets all of them."""
        return all(test(entity) for test in self.tests)


def _asked(kind: type[Entity], name: str, value: object) -> object:
    """Read what is asked for: an entity by its id, a member by its text."""
    enums = _MEMBERS.get((kind, name), ())
    if enums and isinstance(value, str):
        # A group's name wins, as in totals: "failed" names the whole group.
        members = {m.value: m for enum in enums for m in enum}
        if value not in members:
            hint = did_you_mean(near(value, members)) or f"one of: {', '.join(members)}"
            raise InvalidValueError(f"a {kind.kind_name} by {name}", f"{value!r}", hint)
        return members[value]
    if enums and isinstance(value, enums):
        return value
    if name == "country" and isinstance(value, str) and value not in country_codes():
        raise InvalidValueError(
            f"a {kind.kind_name} by country", f"{value!r}", "give an ISO 3166-1 code such as 'KZ'"
        )
    if not enums and isinstance(value, (str, Entity)):
        return value if isinstance(value, str) else value.id
    wanted = " or ".join(enum.__name__ for enum in enums) or "an id or an entity"
    raise InvalidTypeError(f"a {kind.kind_name} by {name}", f"{value!r}", f"give {wanted}")


def _member_test(has: _Has, asked: object) -> Callable[[Entity], bool]:
    def test(entity: Entity) -> bool:
        return any(asked in (item, getattr(item, "id", item)) for item in has(entity))

    return test


def _as_date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.of(value)
    return PartialDate.parse(value)  # type: ignore[arg-type]  # parse refuses what is no text


def _window_test(
    since: object, until: object, dates: Callable[[Entity], Iterable[Dated]]
) -> Callable[[Entity], bool]:
    """Keep what has one date that may fall inside, both bounds included."""
    first = None if since is None else _as_date(since)
    last = None if until is None else _as_date(until)
    if first is not None and last is not None and last.certainly_before(first):
        raise InvalidValueError(
            "since and until", f"from {first} to {last}", "let the window end after its start"
        )

    def may_fall_inside(date: PartialDate) -> bool:
        begun = first is None or not date.certainly_before(first)
        return begun and (last is None or not last.certainly_before(date))

    return lambda entity: any(may_fall_inside(dated.date) for dated in dates(entity))


def shown_columns(kind: type[Entity]) -> dict[str, Callable[[Entity], object]]:
    """Give the columns of a catalog's table: id and name, and what tells its kind apart."""
    columns: dict[str, Callable[[Entity], object]] = {
        "id": lambda entity: entity.id,
        "name": lambda entity: entity.name,
    }
    if kind is Deal:
        for field in ("stage", "value"):
            columns[field] = lambda deal, field=field: getattr(deal, field) or "—"  # type: ignore[misc]  # bound early
    elif kind in (Event, Organization):
        columns["kind"] = lambda entity: getattr(entity, "kind")
    return columns
