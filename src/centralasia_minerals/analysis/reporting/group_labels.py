"""What the groups of totals are called in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import country_codes
from centralasia_minerals.entities.vocabulary.resource_terms import CommodityBasis, ResourceClass
from centralasia_minerals.rendering.locales import locale_named
from centralasia_minerals.rendering.messages import labeller, translator
from centralasia_minerals.rendering.numbers import joined
from centralasia_minerals.rendering.views.pieces import Cell, Id, Title
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.wording import legible

from ..counting.account import Account
from ..counting.groups import NOT_STATED, VOCABULARIES, in_order

_RECORDS = {"country": "countries", "partner": "partners", "payer": "payer", "mineral": "minerals"}
"""The keys whose groups are named after records, with the field that holds these."""


def names_in(key: str, totals: Iterable[Account]) -> dict[str, str]:
    """Return the names of the records that the groups of totals are named after, by id."""
    return {one.id: one.name for total in totals for one in _held(key, total)}


def _held(key: str, total: Account) -> Iterator[Entity]:
    columns = total.counted.ledger.columns
    for rows in (total.counted, total.excluded, total.undisclosed):
        for number in rows.numbers if key in _RECORDS else ():
            holder = columns.amount[number] if key == "payer" else columns.deal[number]
            yield from getattr(holder, _RECORDS[key], ())


def group_label(key: str, group: str, locale: str, names: Mapping[str, str]) -> str:
    """Return what a group is called in a language; what has no label in it keeps its own name.

    Args:
        key: what the totals are grouped by.
        group: the group.
        locale: the locale.
        names: the names of the records that groups are named after, by id.

    Raises:
        UnknownLocaleError: CLDR does not have the locale, or there are no labels in its language.
    """
    if group == NOT_STATED:
        return NotStated().format(locale)
    if key not in VOCABULARIES and key not in _RECORDS:
        return group
    parts = in_order(key, group.split("+"))
    return joined([_part(key, one, locale, names) for one in parts], locale)


def group_cell(key: str, group: str, names: Mapping[str, str]) -> Cell:
    """Return what a group is called in a table, and its id: a partner need not be who pays."""
    if key not in _RECORDS or group == NOT_STATED:
        return legible(group)
    said = group_label(key, group, "en", names)
    return Title(f"with {said} among the parties" if key == "partner" else said), Id(group)


def tonnage_of(figure: str, mineral: str, basis: str, resource_class: str, locale: str) -> str:
    """Return a figure with the mineral, the basis and the class that it is of.

    Raises:
        UnknownLocaleError: CLDR does not have the locale, or there are no labels in its language.
    """
    say, label = translator(locale), labeller(locale)
    of = next((one.value for one in CommodityBasis if basis.startswith(one.value)), "")
    is_told = of != str(CommodityBasis.UNSPECIFIED)
    said = label(CommodityBasis.__name__, of) if is_told else label("pooled", "basis unspecified")
    named = f"{said}{basis.removeprefix(of)}"
    known = group_label("mineral", mineral, locale, {})
    classes = {str(one): label(ResourceClass.__name__, str(one)) for one in ResourceClass}
    return say("{figure} of {mineral} ({basis}, class {resource_class})").format(
        figure=figure,
        mineral=say("a mineral that is not stated")
        if mineral == NOT_STATED
        # An id of words is as readable as a name, but for its hyphens.
        else known.replace("-", " ")
        if known == mineral
        else known,
        basis=named if of else label("pooled", basis),
        resource_class=" + ".join(
            classes.get(one) or label("pooled", one) for one in resource_class.split(" + ")
        ),
    )


def _part(key: str, part: str, locale: str, names: Mapping[str, str]) -> str:
    """Return what one of the values that a group stands for is called."""
    if key in VOCABULARIES:
        return VOCABULARIES[key].of(part, VOCABULARIES[key].noun()).label(locale)
    if key != "mineral" and part in country_codes():
        return str(locale_named(locale).territories[part])
    label = labeller(locale)("mineral" if key == "mineral" else "bloc", part)
    return names.get(part, part) if label == part else label
