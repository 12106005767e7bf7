"""Answers ``where``: which records meet every criterion, from indexes that are built once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.country import Country, country_codes
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownCriterionError,
    did_you_mean,
    near,
    with_article,
)
from centralasia_minerals.rendering.views.viewed import Tabular
from centralasia_minerals.values.closed_enum import ClosedEnum, member_of
from centralasia_minerals.wording import briefly

from .date_window import Window
from .declared_criteria import PLAIN_NOUNS, Criterion, criteria_of
from .indexes import Places
from .question import Question

WINDOW = ("since", "until")
"""The filters by date."""
_LONGEST_WORD = 100


def places(question: Question, wanted: Mapping[str, object]) -> Iterable[int]:
    """Return the positions of the records that meet every criterion, in order.

    Raises:
        UnknownCriterionError: the kind has no such filter.
        UnknownIdError: the dataset does not know an id.
        InvalidTypeError: a value is of a type that the filter does not take.
        InvalidValueError: a value can never be met, or none is given.
    """
    _check_names(question.kind, wanted)
    kept = [_having(question, name, wanted[name]) for name in wanted if name not in WINDOW]
    if wanted.keys() & set(WINDOW):
        window = Window.of(wanted.get("since"), wanted.get("until"))
        dated = question.indexes.index(question.kind, "date").items()
        within = (places for when, places in dated if window.may_hold(when))  # type: ignore[arg-type]  # the index of dates
        kept.append(frozenset().union(*within))
    if not kept:
        return range(len(question.indexes))
    first, *others = sorted(kept, key=len)
    return sorted(first.intersection(*others))


def _having(question: Question, name: str, given: object) -> Places:
    """Return the positions of the records that have one of the values given."""
    values = [_value(question, name, one) for one in several(given)]
    index = question.indexes.index(question.kind, name)
    # A catalog is an answer of the record itself: what is not in it is no mistake.
    if not isinstance(given, Tabular):
        if not values:
            remedy = f"name at least one, or leave {name} out"
            raise InvalidValueError(question.what(name), "the choice is empty", remedy)
        for value in values:
            if value not in index:
                _check_that_none_is_an_answer(question, name, value)
    return frozenset().union(*(index.get(value, frozenset()) for value in values))


def _value(question: Question, name: str, value: object) -> object:
    """Return what is asked for: a member, the id of a record, or a plain value."""
    criterion = question.criteria[name]
    if criterion.members:
        return _member(question, name, value)
    if criterion.plain:
        return _plain_value(criterion, question.what(name), value)
    if isinstance(value, Entity):
        if not isinstance(value, criterion.kinds):
            from .refusals import record_of_another_kind

            raise record_of_another_kind(question, name, value)
        value = value.id
    if not isinstance(value, str):
        raise InvalidTypeError.of(question.what(name), value, "give an id or a record")
    if not _is_known(question, criterion, value):
        from .refusals import unknown_record

        raise unknown_record(question, name, value)
    return value


def _is_known(question: Question, criterion: Criterion, id: str) -> bool:
    if Country in criterion.kinds and id in country_codes():
        return True
    if criterion.kinds == (Country,):
        return False
    return question.known is None or id in question.known.ids(criterion.kinds)


def _member(question: Question, name: str, value: object) -> ClosedEnum:
    if isinstance(value, str):
        value = value[:_LONGEST_WORD]  # whatever is longer is no member, and messages stay short
    try:
        return member_of(question.criteria[name].members, value, question.what(name))
    except InvalidValueError as error:
        from .refusals import not_a_member

        raise not_a_member(question, name, error, str(value)) from None


def _plain_value(criterion: Criterion, what: str, value: object) -> object:
    if type(value) not in criterion.plain:
        nouns = " or ".join(PLAIN_NOUNS[one] for one in criterion.plain)
        raise InvalidTypeError.of(what, value, f"give {nouns}")
    if isinstance(value, str) and not value.strip():
        raise InvalidValueError(what, "it is empty", "give the text that is asked for")
    return value


def _check_that_none_is_an_answer(question: Question, name: str, value: object) -> None:
    """Check that a value without matches may have had some: then none is an answer.

    Raises:
        InvalidValueError: no record can have it, or it is what others call by another name.
    """
    if isinstance(value, str) and question.criteria[name].kinds:
        from .refusals import misplaced

        error = misplaced(question, name, value)
        if error is not None:
            raise error


def several(asked: object) -> tuple[object, ...]:
    """Return what was asked for as a tuple of values; text is one value."""
    if isinstance(asked, (str, Record, ClosedEnum)) or not isinstance(asked, Iterable):
        return (asked,)
    return tuple(asked)


def filters_of(kind: type[Entity]) -> tuple[str, ...]:
    """Return the keywords of ``where`` for a kind of record."""
    names = criteria_of(kind)
    window = WINDOW if "date" in names else ()
    return (*(name for name in names if name != "date"), *window)


def _check_names(kind: type[Entity], wanted: Iterable[str]) -> None:
    names = filters_of(kind)
    for name in _unknown(wanted, names):
        similar = near(name, names) if len(name) <= _LONGEST_WORD else ()
        hint = did_you_mean(similar) or f"filters: {', '.join(names)}"
        asked = f"{with_article(kind.kind_name)} cannot be filtered by {briefly(name)}"
        raise UnknownCriterionError(asked, remedy=hint)


def _unknown(wanted: Iterable[str], names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in wanted if name not in names)
