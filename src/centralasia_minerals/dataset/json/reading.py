"""Reads JSON forms, of values and of parts of records that refer to records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, get_origin

from centralasia_minerals.entities.base.field_rules import NOT_APPLICABLE, NOT_STATED
from centralasia_minerals.entities.base.record import Record
from centralasia_minerals.errors import DataError, InvalidValueError, Problem
from centralasia_minerals.values.absence import Absence, NotApplicable, NotStated
from centralasia_minerals.values.exact_decimal import MAX_DIGITS
from centralasia_minerals.values.measure import Measure
from centralasia_minerals.values.money import Money
from centralasia_minerals.wording import briefly

from ..files.annotations import links_of
from ..files.decode import hook_of
from ..files.error_paths import problems_in
from ..files.integrity import problems_between
from ..files.raw_records import RawData
from ..files.reference_resolver import ReferenceResolver
from ..files.suggestions import OpenProblem, OpenProblems
from ..kinds import Records
from .parts import is_open

WHERE = "JSON"
"""What stands in problems in place of a file."""

_NOTHING = RawData((), (), ())
_ABSENCES: Mapping[Any, str] = {NotStated: NOT_STATED, NotApplicable: NOT_APPLICABLE}
_SIGNED: Mapping[Any, str] = {Money: "amount", Measure: "magnitude"}
_BELOW_ZERO = re.compile(r"-[0-9]+(\.[0-9]+)?", re.ASCII)


class Read(NamedTuple):
    """What a form stands for, and all that is wrong.

    Attributes:
        found: the value or the part; None if something is wrong with it.
        problems: what is wrong with it, and with the records that stand beside it.
    """

    found: Any
    problems: list[OpenProblem]

    def checked(self) -> Any:
        """Return what the form stands for.

        Raises:
            DataError: something is wrong.
        """
        if self.problems:
            raise DataError(OpenProblems(self.problems, None))
        return self.found


def read_form(
    form: object, hint: Any, path: str = "", *, beside: RawData = _NOTHING, base: Records | None
) -> Read:
    """Read the form of a value or a part.

    Args:
        form: the form, which belongs to this reading alone.
        hint: the class, or an annotation such as ``Stated[Money]``.
        path: the place of the form.
        beside: the records that it may refer to, as they stand in the same document.
        base: other records that it may refer to.
    """
    cls = get_origin(hint) or hint
    resolver = ReferenceResolver(beside.records, base or {})
    records = resolver.build_all() if beside.records else {}
    if isinstance(form, dict) and isinstance(cls, type) and issubclass(cls, Record):
        resolver.link(form, links_of(cls))
    read = _decoded(form, hint, path)
    others = [read.found] if isinstance(read.found, Record) else []
    between = problems_between(records, resolver, (), *others) if beside.records else []
    return Read(read.found, [*beside.problems, *resolver.problems, *between, *read.problems])


def _decoded(form: object, hint: Any, path: str) -> Read:
    if is_open(hint):
        message = "a form does not say of which class its value is; give a document that does"
        return Read(None, [OpenProblem(WHERE, path, message)])
    try:
        if hint in _ABSENCES:
            return Read(_absence(form, hint), [])
        if isinstance(form, dict) and _is_below_zero(form.get(_SIGNED.get(hint, ""))):
            # Sources print no figure below zero, and the form of data files has none.
            sign = _SIGNED[hint]
            positive = str(form[sign]).removeprefix("-")
            return Read(-hook_of(hint)({**form, sign: positive}, hint), [])
        return Read(hook_of(hint)(form, hint), [])
    except Exception as error:  # Every failure becomes problems with their places.
        return Read(None, [
            OpenProblem(WHERE, f"{path}{step}".removeprefix("."), message, suggestion)
            for step, message, suggestion in problems_in(error)
        ])  # fmt: skip


def _absence(form: object, cls: type[Absence]) -> Absence:
    if form == _ABSENCES[cls]:
        return cls()
    raise InvalidValueError("an absence", briefly(form), f"write {_ABSENCES[cls]!r}")


def _is_below_zero(figure: object) -> bool:
    if isinstance(figure, str):
        return _BELOW_ZERO.fullmatch(figure) is not None
    return type(figure) is int and -(10**MAX_DIGITS) < figure < 0


def copied(given: object) -> Any:
    """Return a copy of plain values, which reading may take apart.

    Raises:
        DataError: a key is not text, or they are nested too deeply.
    """
    try:
        return _copied(given)
    except RecursionError:
        raise refused("", "the document is nested too deeply; nest it less") from None


def _copied(given: object) -> Any:
    if isinstance(given, Mapping):
        for key in given:
            if not isinstance(key, str):
                raise refused("", f"the key {briefly(key)} is not text; give texts as keys")
        return {key: _copied(one) for key, one in given.items()}
    return [_copied(one) for one in given] if isinstance(given, list) else given


def refused(path: str, message: str) -> DataError:
    """Return the error of one thing that is wrong."""
    return DataError([Problem(WHERE, path, message)])
