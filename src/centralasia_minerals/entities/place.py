"""Places, as far as a source names them."""

from __future__ import annotations

from centralasia_minerals.values import NotStated

from .country import Country
from .record import Record, part
from .source import Citation


@part
class Place(Record):
    """Where something happened: a name in a source's spelling, and the country where it is said."""

    name: str
    country: Country | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
