"""Checks of what a dataset is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, did_you_mean, near
from centralasia_minerals.wording import briefly

from .catalog import Catalog
from .catalogs import Catalogs
from .kinds import KINDS, Records
from .relations.checks import refuse_broken_relations

_RECORDS = "the records of a dataset"
_VERSION = "the version of a dataset"


def records_by_kind(records: object) -> Records:
    """Return the records that somebody gives by kind, with every kind, in the order of kinds.

    Raises:
        InvalidTypeError: they are not a mapping, or something is not a record of its kind.
        InvalidValueError: a kind has another name.
    """
    if not isinstance(records, Mapping):
        raise InvalidTypeError.of(_RECORDS, records, "give a mapping such as {'deals': (deal,)}")
    for name in records:
        if name not in KINDS:
            hint = did_you_mean(near(f"{name:.100}", KINDS)) if isinstance(name, str) else ""
            remedy = hint or f"give some of: {', '.join(KINDS)}"
            raise InvalidValueError(_RECORDS, f"{briefly(name)} is not a catalog", remedy)
    return {name: _records_of(name, kind, records.get(name, ())) for name, kind in KINDS.items()}


def _records_of(name: str, kind: type[Entity], given: object) -> tuple[Entity, ...]:
    what, remedy = f"the {name} of a dataset", f"give records of the class {kind.__name__}"
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise InvalidTypeError.of(what, given, remedy, name)
    entities = tuple(given)
    for entity in entities:
        if not isinstance(entity, kind):
            raise InvalidTypeError.of(what, entity, remedy, name)
    return entities


def check_dataset(catalogs: Catalogs, version: object, dropped: object) -> None:
    """Check what a dataset is made of: a catalog of each kind, a version, and what was dropped.

    Raises:
        InvalidTypeError: a catalog is not one of its kind, or the version is not text.
        InvalidValueError: the version cannot be printed in a line, or a deal has a relation to
            what is not a deal, or to itself by way of others; the error has all of these.
    """
    for name, kind in KINDS.items():
        given = getattr(catalogs, name)
        if not isinstance(given, Catalog) or given.cls is not kind:
            what, remedy = f"the {name} of a dataset", f"give a Catalog of {kind.__name__}"
            raise InvalidTypeError.of(what, given, remedy, name)
    if not isinstance(version, str):
        raise InvalidTypeError.of(_VERSION, version, "give text", "version")
    if not version.isprintable() or version.isspace():
        shown = f"{briefly(version)} cannot be printed in a line"
        raise InvalidValueError(_VERSION, shown, "give one such as '2025.11'", "version")
    if not (isinstance(dropped, tuple) and all(isinstance(said, str) for said in dropped)):
        raise InvalidTypeError.of("what a merge dropped", dropped, "give texts", "dropped")
    refuse_broken_relations(catalogs)
