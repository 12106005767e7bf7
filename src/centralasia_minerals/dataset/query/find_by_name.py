"""Finds a record by any recorded spelling of its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import InvalidTypeError, NameNotFoundError, did_you_mean, near
from centralasia_minerals.values.name import Name

E = TypeVar("E", bound=Entity)


def find_by_name(text: str, entities: Iterable[E]) -> E:
    """Return the one record with this name: exact spelling first, then whole words.

    Raises:
        InvalidTypeError: the name is not text.
        NameNotFoundError: no record has it, or several do; the message lists those by id.
    """
    if not isinstance(text, str):
        raise InvalidTypeError.of("a name to find", text, "give the name as text")
    named = [entity for entity in entities if _names(entity)]
    words = _words(text)
    exact = [e for e in named if any(name.text == text for name in _names(e))]
    found = exact or ([e for e in named if words <= _all_words(e)] if words else [])
    if len(found) == 1:
        return found[0]
    if found:
        ids = tuple(entity.id for entity in found)
        asked = f"{text!r} matches {len(ids)} records ({', '.join(ids)})"
        raise NameNotFoundError(asked, remedy="use a longer name or an id", ids=ids)
    spellings = [name.text for entity in named for name in _names(entity)]
    hint = did_you_mean(near(text, spellings)) or "check the spelling"
    raise NameNotFoundError(f"no recorded name matches {text!r}", remedy=hint)


def _names(entity: Entity) -> tuple[Name, ...]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    return names


def _all_words(entity: Entity) -> set[str]:
    return {word for name in _names(entity) for word in _words(name.text)}


def _words(text: str) -> set[str]:
    """Split a text into words without case and accents: ``Toqaev-Uly`` is two.

    The turned commas of Uzbek are read as apostrophes, since many keyboards lack them.
    """
    typed = text.casefold().replace("\u02bb", "'").replace("\u02bc", "'")
    decomposed = unicodedata.normalize("NFKD", typed)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return set(re.findall(r"[^\W_]+", bare))
