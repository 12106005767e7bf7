"""What minerals, and the states of deals, are called in the languages of the library."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.mineral import Mineral
from centralasia_minerals.rendering.messages import labeller, message_locales
from centralasia_minerals.values.closed_enum import ClosedEnum

from .likeness import Spelling

_ENGLISH = "en"
_STATES = ("stage", "implementation")


def states_of(entity: Entity) -> Iterator[Spelling]:
    """Yield how far a deal and its work have come, as recorded."""
    for part in _STATES if isinstance(entity, Deal) else ():
        state = getattr(entity, part)
        if isinstance(state, ClosedEnum):
            yield Spelling(part, str(state))


def translations_of(entity: Entity) -> Iterator[Spelling]:
    """Yield the names of a mineral, and how far a deal has come, in all other languages."""
    for locale in message_locales() if isinstance(entity, (Mineral, Deal)) else ():
        if locale == _ENGLISH:
            continue
        if isinstance(entity, Mineral):
            name = labeller(locale)("mineral", entity.id)
            if name != entity.id:
                yield Spelling(f"names in {_language(locale)}", name, is_translated=True)
            continue
        for part in _STATES:
            state = getattr(entity, part)
            if isinstance(state, ClosedEnum):
                told = state.label(locale)
                yield Spelling(f"{part} in {_language(locale)}", told, is_translated=True)


def _language(locale: str) -> str:
    """Return the English name of a language (CLDR)."""
    from babel import Locale

    return str(Locale.parse(locale).get_language_name(_ENGLISH))
