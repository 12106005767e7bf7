"""What a catalog can be narrowed by: the criteria of each kind of entity."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from centralasia_minerals.entities import (
    Bloc,
    Country,
    Dated,
    Deal,
    DealKind,
    Deposit,
    Entity,
    Event,
    EventKind,
    Mineral,
    Organization,
    OrganizationKind,
    Person,
    Sector,
    Source,
    Stage,
    StageGroup,
    Statistic,
)
from centralasia_minerals.errors import (
    UnknownCriterionError,
    did_you_mean,
    near,
    with_article,
)

from .criterion import ById, ByMember, Criterion, Has
from .known import Kinds, Known
from .traversal import sources_of
from .windows import Window


def _listed(field: str) -> Has:
    return lambda entity: getattr(entity, field)


def _single(field: str) -> Has:
    return lambda entity: (getattr(entity, field),)


def _stages(entity: Entity) -> Iterable[object]:
    stage = getattr(entity, "stage", None)
    return (stage, stage.group) if isinstance(stage, Stage) else ()


def _participants(entity: Any) -> Iterable[object]:
    return tuple(participant.who for participant in entity.participants)


def _parties(entity: Any) -> Iterable[object]:
    """Give who takes part in a deal, who signed it, and for whom."""
    signed = ((signing.person, signing.on_behalf_of) for signing in entity.signatories)
    return (*(party.who for party in entity.parties), *(one for pair in signed for one in pair))


_AGENTS: Kinds = (Organization, Person, Country, Bloc)
_SOURCE = ById(sources_of, (Source,))

_CRITERIA: Mapping[type[Entity], Mapping[str, Criterion]] = {
    Organization: {
        "country": ById(_single("country"), (Country, Bloc)),
        "kind": ByMember(_single("kind"), (OrganizationKind,)),
    },
    Deposit: {
        "country": ById(_single("country"), (Country,)),
        "mineral": ById(_listed("minerals"), (Mineral,)),
    },
    Deal: {
        "country": ById(_listed("countries"), (Country,)),
        "partner": ById(_listed("partners"), (Country, Bloc)),
        "mineral": ById(_listed("minerals"), (Mineral,)),
        "sector": ByMember(_listed("sectors"), (Sector,)),
        "stage": ByMember(_stages, (Stage, StageGroup)),
        "kind": ByMember(_single("kind"), (DealKind,)),
        "party": ById(_parties, _AGENTS),
    },
    Event: {
        "kind": ByMember(_single("kind"), (EventKind,)),
        "party": ById(_participants, _AGENTS),
    },
    Statistic: {"mineral": ById(_listed("minerals"), (Mineral,))},
}
"""What entities of a kind can be asked for, beside the sources that every one of them has."""

_DATED: Mapping[type[Entity], Callable[[Entity], Iterable[Dated]]] = {
    Source: _single("published"),  # type: ignore[dict-item]  # its one date
    Deal: _listed("dates"),  # type: ignore[dict-item]  # all its dates
    Event: lambda event: filter(None, (getattr(event, "date"),)),
}


@attrs.frozen
class Criteria:
    """Criteria that fit a kind of entity, ready to be asked of each."""

    tests: tuple[Callable[[Entity], bool], ...]

    @classmethod
    def of(cls, kind: type[Entity], wanted: Mapping[str, object], known: Known | None) -> Criteria:
        """Check that the kind has every criterion, and that what is asked for exists.

        ``known`` is what may be asked for by id; None where nobody knows what there is.
        """
        criteria = {**_CRITERIA.get(kind, {}), "source": _SOURCE}
        dates = _DATED.get(kind)
        names = [*criteria, *(("since", "until") if dates else ())]
        one = with_article(kind.kind_name)
        tests: list[Callable[[Entity], bool]] = []
        for name, value in wanted.items():
            if name not in names:
                hint = did_you_mean(near(name, names)) or f"it has: {', '.join(names)}"
                raise UnknownCriterionError(f"{one} by {name!r}", "it has none", hint)
            if name in criteria:
                asked = criteria[name].asked(f"{one} by {name}", value, known)
                tests.append(_member_test(criteria[name].has, asked))
        if dates is not None and {"since", "until"} & wanted.keys():
            tests.append(_window_test(Window.of(wanted.get("since"), wanted.get("until")), dates))
        return cls(tuple(tests))

    def met_by(self, entity: Entity) -> bool:
        """Say whether an entity meets all of them."""
        return all(test(entity) for test in self.tests)


def _member_test(has: Has, asked: object) -> Callable[[Entity], bool]:
    def test(entity: Entity) -> bool:
        return any(asked in (item, getattr(item, "id", item)) for item in has(entity))

    return test


def _window_test(
    window: Window, dates: Callable[[Entity], Iterable[Dated]]
) -> Callable[[Entity], bool]:
    """Keep what has one date that may fall inside; what has none is left out."""
    return lambda entity: any(window.may_hold(dated.date) for dated in dates(entity))
