"""Countries, and groups of them that act or are spoken of as one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from centralasia_minerals.errors import InvalidValueError
from centralasia_minerals.values import Name

from .conformance import Refusal
from .record import Entity, entity
from .source import Citation

# In CLDR's list of territories, and not officially assigned in ISO 3166-1: exceptional
# reservations, user-assigned codes and pseudo-locales (CLDR 48, ISO 3166-1 decoding table).
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UK", "UN", "XA", "XB", "XK", "ZZ"]
)  # fmt: skip


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """List the ISO 3166-1 alpha-2 codes (CLDR's English territories, through babel)."""
    from babel import Locale

    listed = map(str, Locale("en").territories)
    territories = {code for code in listed if len(code) == 2 and code.isalpha()}
    return frozenset(territories - _NOT_COUNTRIES)


class Named(Entity):
    """An entity with names, the preferred one first."""

    __slots__ = ()

    names: tuple[Name, ...]

    @property
    def name(self) -> str:
        """The preferred name, as text."""
        return self.names[0].text

    def _refusals(self) -> Iterator[Refusal]:
        yield from Entity._refusals(self)
        if not self.names:
            yield InvalidValueError(
                f"the {self.kind_name} {self.id!r}", "no name", "give one", field="names"
            )


@entity
class Country(Named):
    """A country, by its ISO 3166-1 alpha-2 code, which is its id; reference, without citations.

    >>> Country(id="KZ", names=(Name("Kazakhstan"),)).localized("kk")
    'Қазақстан'
    """

    kind_name = "country"

    id: str
    names: tuple[Name, ...]
    citations: tuple[Citation, ...] = ()

    def _refusals(self) -> Iterator[Refusal]:
        if self.id not in country_codes():
            yield InvalidValueError(
                "a country",
                f"{self.id!r}",
                "give its ISO 3166-1 alpha-2 code, such as 'KZ'",
                field="id",
            )
        if not self.names:
            yield InvalidValueError(
                f"the country {self.id!r}", "no name", "give one", field="names"
            )

    def localized(self, locale: str) -> str:
        """Name the country in a locale's language (CLDR).

        Raises:
            UnknownLocaleError: CLDR has no such locale.
        """
        from centralasia_minerals.rendering import locale_named

        return str(locale_named(locale).territories[self.id])


@entity
class Bloc(Named):
    """A group of countries that acts or is spoken of as one: the EU, Central Asia.

    ``members`` lists those that a source counts in; empty where no source says.
    """

    kind_name = "bloc"

    id: str
    names: tuple[Name, ...]
    members: tuple[Country, ...] = ()
    citations: tuple[Citation, ...] = ()
