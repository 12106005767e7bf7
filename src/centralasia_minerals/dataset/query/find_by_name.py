"""Finds a record by any recorded spelling of its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import NameNotFoundError, did_you_mean
from centralasia_minerals.wording import briefly

from ..spelling.words import text_asked_for, words_in

E = TypeVar("E", bound=Entity)

_MOST_LISTED = 20
_MOST_SHOWN = 120


def find_by_name(text: str, entities: Iterable[E]) -> E:
    """Return the one record with this name: exact spelling first, then whole words.

    Raises:
        InvalidTypeError: the name is not text.
        InvalidValueError: the name is longer than 10,000 characters.
        NameNotFoundError: no record has it, or several do; the message lists those by id.
    """
    asked = text_asked_for(text, "name")
    everything = tuple(entities)
    named = [entity for entity in everything if entity.names]
    words = set(words_in(asked))
    exact = [entity for entity in named if any(name.text == asked for name in entity.names)]
    found = exact or ([e for e in named if words <= _all_words(e)] if words else [])
    if len(found) == 1:
        return found[0]
    raise _several(asked, found, named) if found else _none(asked, named, everything)


def _all_words(entity: Entity) -> set[str]:
    return {word for name in entity.names for word in words_in(name.text)}


def _several(asked: str, found: list[E], named: list[E]) -> NameNotFoundError:
    from .suggestions import names_wholly_meant

    ids = tuple(entity.id for entity in found)
    more = f" and {len(ids) - _MOST_LISTED} more" if len(ids) > _MOST_LISTED else ""
    listed = f"{', '.join(ids[:_MOST_LISTED])}{more}"
    matches = f"{briefly(asked, most=_MOST_SHOWN)} matches {len(ids)} records ({listed})"
    # Of the others, only one that the text stands for as a whole can be meant.
    better = names_wholly_meant(asked, (entity for entity in named if entity.id not in ids))
    remedy = f"use a longer name or an id{f'; {did_you_mean(better)}' if better else ''}"
    return NameNotFoundError(matches, remedy=remedy, ids=ids)


def _none(asked: str, named: list[E], everything: tuple[E, ...]) -> NameNotFoundError:
    from ..spelling.romanized import HOW_TO_INSTALL, lacks_the_extra
    from .suggestions import names_meant

    remedies = [did_you_mean(names_meant(asked, named))]
    with_id = next((entity for entity in everything if entity.id == asked), None)
    if with_id is not None:
        remedies = [f"it is the id of a {with_id.kind_name}: look it up by [{asked!r}]"]
    elif not remedies[0]:
        remedies = ["check the spelling, or use search(), which reads ids and titles too"]
        if lacks_the_extra(asked):
            remedies.append(f"for names in other alphabets: {HOW_TO_INSTALL}")
    return NameNotFoundError(
        f"no recorded name matches {briefly(asked, most=_MOST_SHOWN)}", remedy="; ".join(remedies)
    )
