"""What ``where`` was asked for: kept with its answer, and told in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Bloc, Country, country_codes
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.rendering.messages import labeller
from centralasia_minerals.rendering.views.viewed import Tabular
from centralasia_minerals.values.closed_enum import member_of
from centralasia_minerals.values.partial_date import PartialDate

from ..traversal import all_references
from .declared_criteria import Criterion, criteria_of
from .known_ids import KnownIds
from .where import WINDOW, several

Asked: TypeAlias = tuple[tuple[str, object], ...]
"""Each criterion with what it was asked for: a date, a catalog, or several values."""

_MOST = 6


def as_asked(criteria: Mapping[str, object]) -> Asked:
    """Return criteria in a form that nothing changes or uses up."""
    return tuple(
        (name, given if name in WINDOW or isinstance(given, Tabular) else several(given))
        for name, given in criteria.items()
    )


class Filtered:
    """What tells in words what it was filtered by."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def cls(self) -> type[Any]: ...  # noqa: D102  # told in the class of the catalog
        @property
        def entities(self) -> tuple[Any, ...]: ...  # noqa: D102  # as above

        _known: KnownIds | None
        _asked: Asked

    def filter_in_words(self, locale: str = "en") -> str:
        """Return what ``where`` was asked for, such as ``partner: China``; empty if nothing was.

        Args:
            locale: the locale to write for; there are words in English and Russian.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in it.

        >>> import centralasia_minerals as cam
        >>> cam.load().deals.where(partner="CN", stage="signed").filter_in_words()
        'partner: China; stage: signed'
        """
        label = labeller(locale)
        names = _Names(self.entities, self._known, locale)
        said = [
            f"{label('filter', name.replace('_', ' '))}: {names.of(self.cls, name, given)}"
            for name, given in self._asked
        ]
        return "; ".join(said)


class _Names:
    """What values of filters are called in a language."""

    def __init__(self, entities: Iterable[Entity], known: KnownIds | None, locale: str) -> None:
        self._entities, self._known, self._locale = entities, known, locale

    def of(self, kind: type[Entity], name: str, given: object) -> str:
        """Return the values of one criterion."""
        if name in WINDOW:
            return given.format(self._locale) if isinstance(given, PartialDate) else str(given)
        criterion = criteria_of(kind)[name]
        said = [self._one(criterion, name, value) for value in several(given)]
        if len(said) > _MOST:
            rest = f"{len(said) - _MOST + 1:,}"
            more = labeller(self._locale)("filter", "{count} others").format(count=rest)
            said = [*said[: _MOST - 1], more]
        return ", ".join(said) or labeller(self._locale)("filter", "none")

    def _one(self, criterion: Criterion, name: str, value: object) -> str:
        if criterion.members:
            return member_of(criterion.members, value, name).label(self._locale)
        if isinstance(value, Entity):
            return self._record(value)
        if not criterion.kinds:
            return str(value)
        found = next((one for one in self._records(criterion.kinds) if one.id == value), None)
        if found is not None:
            return self._record(found)
        return self._country(str(value)) if value in country_codes() else str(value)

    def _records(self, kinds: tuple[type[Entity], ...]) -> Iterable[Entity]:
        if self._known is not None:
            return self._known.records(kinds)
        return (one for entity in self._entities for one in all_references(entity))

    def _record(self, record: Entity) -> str:
        if isinstance(record, Country):
            return self._country(record.id)
        if isinstance(record, Mineral | Bloc):
            context = "mineral" if isinstance(record, Mineral) else "bloc"
            said = labeller(self._locale)(context, record.id)
            return record.name if said == record.id else said
        return record.name

    def _country(self, code: str) -> str:
        from centralasia_minerals.rendering.locales import locale_named

        return str(locale_named(self._locale).territories.get(code, code))
