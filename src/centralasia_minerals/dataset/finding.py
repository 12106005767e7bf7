"""Finds an entity by any recorded spelling of its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from centralasia_minerals.entities import Entity
from centralasia_minerals.errors import InvalidTypeError, NameNotFoundError, near
from centralasia_minerals.values import Name

E = TypeVar("E", bound=Entity)


def find_one(text: str, entities: Iterable[E]) -> E:
    """Find the one entity with this name: exact spelling first, then whole words.

    Raises:
        NameNotFoundError: none has it, or several have; the message lists those by id.
    """
    if not isinstance(text, str):
        raise InvalidTypeError("find by name", f"{text!r}", "give a name as text")
    named = [entity for entity in entities if _names(entity)]
    words = _words(text)
    exact = [e for e in named if any(name.text == text for name in _names(e))]
    found = exact or ([e for e in named if words <= _all_words(e)] if words else [])
    if len(found) == 1:
        return found[0]
    if found:
        ids = tuple(entity.id for entity in found)
        listed = ", ".join(ids)
        raise NameNotFoundError(f"find {text!r}", f"{len(ids)} have it: {listed}", "say more", ids)
    spellings = [name.text for entity in named for name in _names(entity)]
    hints = near(text, spellings)
    remedy = f"did you mean {' or '.join(map(repr, hints))}?" if hints else "check its spelling"
    raise NameNotFoundError(f"find {text!r}", "no recorded name has all its words", remedy)


def _names(entity: Entity) -> tuple[Name, ...]:
    names: tuple[Name, ...] = getattr(entity, "names", ())
    return names


def _all_words(entity: Entity) -> set[str]:
    return {word for name in _names(entity) for word in _words(name.text)}


def _words(text: str) -> set[str]:
    """Split into words without case and accents: ``Toqaev-Uly`` is two.

    The letters that Uzbek writes as a turned comma are apostrophes to those who cannot type them.
    """
    typed = text.casefold().replace("\u02bb", "'").replace("\u02bc", "'")
    decomposed = unicodedata.normalize("NFKD", typed)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return set(re.findall(r"[^\W_]+", bare))
