"""Countries, blocs of them, and places."""

from __future__ import annotations

from functools import lru_cache

from centralasia_minerals.errors import InvalidValueError, briefly, with_article
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.name import Name

from .base.field_checks import Checks
from .base.limits import Limit
from .base.record import Entity, Record, entity, part
from .source import Citation

# In CLDR's list of territories, and not officially assigned in ISO 3166-1: exceptional
# reservations, user-assigned codes and pseudo-locales (CLDR 48, ISO 3166-1 decoding table).
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UK", "UN", "XA", "XB", "XK", "ZZ"]
)  # fmt: skip

CENTRAL_ASIAN = Limit("the Central Asian states", frozenset(["KG", "KZ", "TJ", "TM", "UZ"]))
"""The five states that the record is about."""
NOT_CENTRAL_ASIAN = CENTRAL_ASIAN._replace(is_inside=False)
"""All other states, and blocs."""


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """Return the ISO 3166-1 alpha-2 codes (CLDR's English territories, through babel)."""
    from babel import Locale

    listed = map(str, Locale("en").territories)
    territories = {code for code in listed if len(code) == 2 and code.isalpha()}
    return frozenset(territories - _NOT_COUNTRIES)


class Named(Entity):
    """An entity with one name or more, the preferred one first."""

    __slots__ = ()

    names: tuple[Name, ...]

    @property
    def name(self) -> str:
        """The preferred name, as text."""
        return self.names[0].text

    def _field_errors(self) -> Checks:
        yield Entity._field_errors(self)
        yield self._name_errors()

    def _name_errors(self) -> Checks:
        if not self.names:
            asked = f"the names of {with_article(self.kind_name)}"
            yield InvalidValueError(asked, "it has no name", "give one", field="names")


@entity
class Country(Named):
    """A country, by its ISO 3166-1 code; reference data, which needs no citations.

    Attributes:
        id: the ISO 3166-1 alpha-2 code, in capitals.
        names: the names, the English name of CLDR first.
        citations: the passages that name it; usually empty.

    >>> Country(id="KZ", names=(Name("Kazakhstan"),)).localized("kk")
    'Қазақстан'
    """

    kind_name = "country"
    is_reference = True

    id: str
    names: tuple[Name, ...]
    citations: tuple[Citation, ...] = ()

    def _field_errors(self) -> Checks:
        if self.id not in country_codes():
            found = f"{briefly(self.id)} is not an ISO 3166-1 alpha-2 code"
            yield InvalidValueError("a country", found, "give one such as 'KZ'", field="id")
        yield self._name_errors()

    def localized(self, locale: str) -> str:
        """Return the country's name in a locale's language, or its code if CLDR has no name.

        Raises:
            UnknownLocaleError: CLDR does not have the locale.
        """
        from centralasia_minerals.rendering.locales import locale_named

        return str(locale_named(locale).territories.get(self.id, self.id))


@entity
class Bloc(Named):
    """A group of countries that acts or is spoken of as one, such as the EU or Central Asia.

    Attributes:
        id: the id, such as ``european-union``.
        names: the names as printed, the preferred one first.
        members: the countries that a source counts as members; empty if no source lists any.
        citations: the passages behind it.
    """

    kind_name = "bloc"

    id: str
    names: tuple[Name, ...]
    members: tuple[Country, ...] = ()
    citations: tuple[Citation, ...] = ()


@part
class Place(Record):
    """Where something happened or is to happen.

    Attributes:
        name: the name of the place, as printed.
        country: the country that it is in; not stated for a region, or if nothing tells.
        citations: the passages that name it.
    """

    name: str
    country: Country | NotStated = NotStated()
    citations: tuple[Citation, ...] = ()
