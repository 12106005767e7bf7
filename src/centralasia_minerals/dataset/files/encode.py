"""Turns records into the plain tables that the decoder reads; defaults are left out."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.dated_record import DatedRecord
from centralasia_minerals.entities.base.field_rules import NOT_APPLICABLE, NOT_STATED
from centralasia_minerals.entities.base.record import Entity, Record, fields_of, marked_classes
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.person import Official
from centralasia_minerals.entities.statement import Undisclosed
from centralasia_minerals.entities.vocabulary.money_kind import MoneyKind
from centralasia_minerals.values.absence import Absence, NotApplicable
from centralasia_minerals.values.currency import Currency
from centralasia_minerals.values.exact_decimal import plain
from centralasia_minerals.values.partial_date import PartialDate

from ..kinds import Records

Table = dict[str, Any]


def encode(records: Records) -> dict[str, list[Table]]:
    """Return the tables of records by kind, sorted by id; kinds without records are left out."""
    return {
        kind: [_encode_entity(entity) for entity in sorted(entities, key=lambda e: e.id)]
        for kind, entities in records.items()
        if entities
    }


def missing_keys(entity: Entity, content: Table) -> Table:
    """Return the keys that a table of a record must have and does not, as the record has them.

    Of a deal, the amounts in the table are completed as well: with their kinds of money, and with
    the amounts that they are part of.
    """
    if isinstance(entity, Deal) and isinstance(content.get("amounts"), list):
        _complete(content["amounts"], entity.amounts)
    table = _encode_entity(entity)
    required = [f.name for f in fields_of(type(entity)) if f.default is attrs.NOTHING]
    needed = (*required, *(marked.mark for marked in marked_classes(type(entity))))
    return {key: table[key] for key in needed if key in table and key not in content}


def _complete(tables: list[object], known: tuple[Amount, ...]) -> None:
    """Add to the tables of some amounts what those of a deal say that they cannot do without."""
    own = [table for table in tables if isinstance(table, dict)]
    by_identity = {_told_by(encode_value(amount)): amount for amount in known}
    for table in own:
        same = by_identity.get(_told_by(table))
        if same is not None and isinstance(same.money, MoneyKind):
            table.setdefault("money", same.money.value)
    keys = [table.get("key") for table in own]
    wholes = [table.get("part_of") for table in own]
    tables += [encode_value(a) for a in known if a.key in wholes and a.key not in keys]


def _told_by(table: Table) -> str:
    """Return what tells the table of an amount from others, as ``Amount.identity`` does."""
    return repr(table.get("key") or (table.get("role"), table.get("horizon_years")))


def _encode_entity(entity: Entity) -> Table:
    table: Table = _record_fn(type(entity))(entity)  # type: ignore[arg-type]  # classes hash
    if isinstance(entity, Official):
        table = {"id": table.pop("id"), "official": True, **table}
    return table


@cache
def _record_fn(cls: type) -> Any:
    overrides: dict[str, Any] = {
        field.name: override(omit=not field.eq, omit_if_default=True) for field in fields_of(cls)
    }
    return make_dict_unstructure_fn(cls, _converter(), **overrides)


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter()
    # The hook goes by the value's own class, because a field may hold one of several classes.
    converter.register_unstructure_hook_func(lambda _: True, encode_value)
    return converter


def encode_value(value: object) -> Any:
    """Return the plain values that stand for a value or a part; a record is its id."""
    if isinstance(value, Entity):
        return value.id
    if isinstance(value, DatedRecord):
        return _told(value)
    if isinstance(value, Absence):
        return NOT_APPLICABLE if isinstance(value, NotApplicable) else NOT_STATED
    if isinstance(value, tuple):
        return [encode_value(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Currency):
        return value.code
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Record) or hasattr(value, "__attrs_attrs__"):
        return _record_fn(type(value))(value)  # type: ignore[arg-type]  # classes hash
    return value


def _told(value: DatedRecord) -> Table:
    """Return the table of a statement; a date that it was given stands there, whatever it is."""
    table: Table = _record_fn(type(value))(value)  # type: ignore[arg-type]  # classes hash
    if value.is_dated:
        table["as_of"] = str(getattr(value, "as_of"))
    return {"undisclosed": True, **table} if isinstance(value, Undisclosed) else table
