"""Which records a field may have, where its type alone would allow more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

_LIMIT = "centralasia_minerals.limit"


class Limit(NamedTuple):
    """Which records a field may have, of those that its type allows.

    Attributes:
        phrase: what the records named are called, such as ``the Central Asian states``.
        ids: their ids.
        is_inside: whether the field has these only, or all but these.
    """

    phrase: str
    ids: frozenset[str]
    is_inside: bool = True

    def allows(self, id: str) -> bool:
        """Whether the record with this id may be in the field."""
        return (id in self.ids) is self.is_inside


def limited(metadata: Mapping[str, Any], limit: Limit) -> Mapping[str, Any]:
    """Return the metadata of a field, with the limit of what it may have."""
    return MappingProxyType({**metadata, _LIMIT: limit})


def limit_of(field: attrs.Attribute[Any]) -> Limit | None:
    """Return which records a field may have; None if any of its type."""
    limit: Limit | None = field.metadata.get(_LIMIT)
    return limit
