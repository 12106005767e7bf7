"""Why a value cannot be asked for, and what was probably meant: an empty answer would mislead."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.country import Country, country_codes
from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    UnknownIdError,
    did_you_mean,
    with_article,
)
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.wording import briefly

from ..spelling.likeness import Candidate, candidate_of
from .declared_criteria import Criterion
from .question import Question
from .suggestions import candidate_with_id, ids_meant, surely_meant

_RECORDS_OF = {"deal": "deals_of", "event": "events_of"}
"""What finds the records of a kind that refer to a record in any way."""


def unknown_record(question: Question, name: str, asked: str) -> UnknownIdError | InvalidValueError:
    """Return the error for an id that no record of the right kind has."""
    criterion = question.criteria[name]
    noun, kind = criterion.noun, question.known.kind_of(asked) if question.known else None
    if kind is not None:
        remedy = _other_way(question, name, asked, kind)
        if criterion.kinds == (Country,):
            found = f"{asked!r} is {with_article(kind.kind_name)}, not {with_article(noun)}"
            return InvalidValueError(question.what(name), found, remedy)
        return UnknownIdError(noun, asked, (), f"it is {with_article(kind.kind_name)}; {remedy}")
    suggestions, remedy = _meant(question, name, asked)
    if criterion.kinds == (Country,):
        remedy = remedy or "give an ISO 3166-1 code such as 'KZ'"
        return InvalidValueError(
            question.what(name), f"{briefly(asked)} is not the code of a country", remedy
        )
    return UnknownIdError(noun, asked, suggestions, "" if suggestions else remedy)


def record_of_another_kind(question: Question, name: str, record: Entity) -> InvalidTypeError:
    """Return the error for a record that the filter does not take."""
    noun = question.criteria[name].noun
    found = f"{record.id!r} is {with_article(record.kind_name)}, not {with_article(noun)}"
    return InvalidTypeError(
        question.what(name), found, _other_way(question, name, record.id, type(record))
    )


def not_a_member(
    question: Question, name: str, error: InvalidValueError, asked: str
) -> InvalidValueError:
    """Return the error for a text that no member has; another filter may take it."""
    others = [other for other in _others(question, name) if _takes(question, other, asked)]
    remedy = _filter_by(others[0], asked) if others else error.remedy
    return InvalidValueError(error.asked, error.found, remedy)


def misplaced(question: Question, name: str, id: str) -> InvalidValueError | None:
    """Return the error for a record that no record has here and others have elsewhere.

    None if no record of the dataset has it, though it may: then an empty answer is one.
    """
    if id in question.whole.index(question.kind, name):
        return None
    limit, (best, count) = question.criteria[name].limit, _best_filter(question, name, id)
    is_possible = limit is None or limit.allows(id)
    if is_possible and not count:
        return None
    said = f"{_role(best)} {pluralized(count, question.kind.kind_name)}" if count else ""
    if limit is None or is_possible:
        found = f"{id} is {said}, not {_role(name)} any"
    elif limit.is_inside:
        found = f"{id} is {said and f'{said}, '}not one of {limit.phrase}"
    else:
        found = f"{id} is {said and f'{said} and '}one of {limit.phrase}, not {with_article(name)}"
    return InvalidValueError(question.what(name), found, _filter_by(best, id))


def _best_filter(question: Question, name: str, id: str) -> tuple[str, int]:
    """Return the filter that was probably meant, and how many records have the id there.

    One that may have few records comes first, since it tells most of them.
    """
    kind, whole = question.kind, question.whole
    held = {
        other: len(whole.index(kind, other).get(id, ()))
        for other in _others(question, name)
        if question.criteria[other].kinds and _takes(question, other, id)
    }
    ranks = {other: (count > 0, bool(question.criteria[other].limit), count)
             for other, count in held.items()}  # fmt: skip
    best = max(ranks, key=lambda other: ranks[other], default=name)
    return best, held.get(best, 0)


def _role(name: str) -> str:
    return f"{with_article(name)} {'to' if name == 'party' else 'of'}"


def _filter_by(name: str, value: str) -> str:
    return f"filter by {name}={value!r}"


def _others(question: Question, name: str) -> Iterator[str]:
    """Yield the other filters of the kind, but for that by source, which holds anything."""
    return (one for one in question.criteria if one not in (name, "source", "date"))


def _takes(question: Question, name: str, asked: str) -> bool:
    """Whether a filter takes a text: that of a member, or the id of a record."""
    criterion = question.criteria[name]
    if criterion.limit is not None and not criterion.limit.allows(asked):
        return False
    if Country in criterion.kinds and asked in country_codes():
        return True
    is_member = any(member.value == asked for member in criterion.members)
    known = question.known.ids(criterion.kinds) if question.known and criterion.kinds else ()
    return is_member or asked in known


def _other_way(question: Question, name: str, id: str, kind: type[Entity]) -> str:
    """Return how to ask for a record of another kind than the filter takes."""
    best, _ = _best_filter(question, name, id)
    if best != name:
        return _filter_by(best, id)
    if question.kind.kind_name in _RECORDS_OF and not issubclass(kind, question.kind):
        return f"ask {_RECORDS_OF[question.kind.kind_name]} for that {kind.kind_name}"
    return f"give {with_article(question.criteria[name].noun)}"


def _meant(question: Question, name: str, asked: str) -> tuple[tuple[str, ...], str]:
    """Return the ids that were probably meant, and what to do about them."""
    criteria = question.criteria
    own = _candidates(question, criteria[name])
    found = surely_meant(asked, own)
    if found:
        return found, did_you_mean(found)
    for other in _others(question, name):
        if criteria[other].kinds:
            elsewhere = surely_meant(asked, _candidates(question, criteria[other]))
            if elsewhere:
                return (), f"did you mean {other}={elsewhere[0]!r}?"
    found = ids_meant(asked, own)
    return found, did_you_mean(found)


def _candidates(question: Question, criterion: Criterion) -> list[Candidate]:
    """Return the records that a filter takes, sorted by id, countries of the world included."""
    found: dict[str, Candidate] = {}
    if Country in criterion.kinds:
        found |= {code: candidate_with_id(code) for code in country_codes()}
    if question.known is not None:
        found |= {id: candidate_with_id(id) for id in question.known.ids(criterion.kinds)}
        records = question.known.records(criterion.kinds)
        found |= {record.id: candidate_of(record) for record in records}
    limit = criterion.limit
    return [found[id] for id in sorted(found) if limit is None or limit.allows(id)]
