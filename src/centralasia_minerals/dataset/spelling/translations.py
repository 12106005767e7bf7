"""What minerals, blocs and the states of deals are called in the languages of the library."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Bloc
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.rendering.messages import labeller, message_locales
from centralasia_minerals.values.closed_enum import ClosedEnum

from .likeness import Spelling

_ENGLISH = "en"
_LABELLED = (Bloc, Mineral)


def states_of(entity: Entity) -> Iterator[Spelling]:
    """Yield how far a deal, its work and its amounts have come, as recorded."""
    for part, state in _states(entity):
        yield Spelling(part, str(state))


def translations_of(entity: Entity) -> Iterator[Spelling]:
    """Yield the names of a mineral or a bloc, or how far a deal has come, in other languages."""
    for locale in message_locales() if isinstance(entity, (*_LABELLED, Deal)) else ():
        if locale == _ENGLISH:
            continue
        if isinstance(entity, _LABELLED):
            name = labeller(locale)(entity.kind_name, entity.id)
            if name != entity.id:
                yield Spelling(f"names in {_language(locale)}", name, is_translated=True)
        for part, state in _states(entity):
            told = state.label(locale)
            yield Spelling(f"{part} in {_language(locale)}", told, is_translated=True)


def _states(entity: Entity) -> Iterator[tuple[str, ClosedEnum]]:
    """Yield each stage and state of a deal and of its amounts, once, with where it stands."""
    if not isinstance(entity, Deal):
        return
    amounts = ((f"amounts[{place}].stage", one.stage) for place, one in enumerate(entity.amounts))
    every = [("stage", entity.stage), ("implementation", entity.implementation), *amounts]
    for place, (part, state) in enumerate(every):
        if isinstance(state, ClosedEnum) and state not in [before for _, before in every[:place]]:
            yield part, state


def _language(locale: str) -> str:
    """Return the English name of a language (CLDR)."""
    from babel import Locale

    return str(Locale.parse(locale).get_language_name(_ENGLISH))
