"""Finds the statements that give a figure, and says of each what it is and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.figure import current_in
from centralasia_minerals.entities.series import standing_of
from centralasia_minerals.entities.source import Citation
from centralasia_minerals.entities.statement import Standing, Stated
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.stage import Binding, Stage, StageGroup

from ..evidence.asked_figures import AskedFigure
from ..traversal import held_by, parts_within

_OF_ITSELF = ("statements", "stated")
"""The fields that hold what a part says of itself."""
_FIELD = re.compile(r"\[\d+\]$")
_CAPITAL = re.compile(r"([A-Z])")


class FoundFigure(NamedTuple):
    """A figure of a record that is the one that was searched for.

    Attributes:
        entity: the record.
        part: where the figure stands in it.
        text: the figure with its hedge, as a person reads it.
        note: what it is, and whether it holds.
        citations: the passages behind it.
    """

    entity: Entity
    part: str
    text: str
    note: str
    citations: tuple[Citation, ...]


def figures_found(asked: AskedFigure, entities: Iterable[Entity]) -> Iterator[FoundFigure]:
    """Yield the statements that give a figure, those that say the same of one thing once."""
    for entity in entities:
        parts: dict[str, Record] = {}
        told: set[tuple[str, str, str]] = set()
        for path, part in parts_within(entity):
            parts[path] = part
            if not isinstance(part, Stated) or not asked.fits_statement(part):
                continue
            above, _, field = path.rpartition(".")
            holder = parts[above]
            note = ", ".join(_notes(entity, holder, _FIELD.sub("", field), part))
            found = FoundFigure(entity, path, str(part), note, part.citations)
            if (above, found.text, note) not in told:
                told.add((above, found.text, note))
                yield found


def what_amount_is(deal: Deal, amount: Amount) -> str:
    """Return what an amount of a deal is: its role, how far it has come, and what that binds.

    A plan or a programme says that it is one.
    """
    words = [str(amount.role)]
    stage = amount.stage
    if isinstance(stage, Stage):
        words.append(str(stage))
        if stage.group is StageGroup.INTENDED and stage.binds is Binding.NO:
            words.append("which is not binding")
    else:
        words.append("stage not stated")
    if deal.deal_class in _CLASSES:
        words.append(f"of {_CLASSES[deal.deal_class]}")
    if amount.is_conditional:
        words.append("conditional")
    return ", ".join(words)


_CLASSES: dict[object, str] = {
    DealClass.OWN_PROJECT: "one party's own project",
    DealClass.PROGRAMME: "a programme",
}


def _notes(entity: Entity, holder: Record, field: str, stated: Stated[Any]) -> Iterator[str]:
    """Yield what a figure is, and why it does not hold if it does not."""
    if isinstance(entity, Deal) and isinstance(holder, Amount):
        yield what_amount_is(entity, holder)
    elif isinstance(what := getattr(holder, "what", None), str):
        yield what
    elif not isinstance(holder, Entity):
        yield _words_of(type(holder))
    if field == "equivalents":
        yield "the same amount in another currency, as printed beside it"
    elif field not in _OF_ITSELF:
        yield field.replace("_", " ")
    if stated.asserted_by:
        yield f"said by {' and '.join(one.name for one in stated.asserted_by)}"
    standing = _standing(holder, field, stated)
    if standing is Standing.DEPRECATED:
        yield f"deprecated: {stated.reason}"
    elif standing is Standing.SUPERSEDED:
        again = any(
            isinstance(one, Stated) and one.value == stated.value
            for one in current_in(getattr(holder, field))
        )
        yield "told again later" if again else "superseded by a later statement"


def _standing(holder: Record, field: str, stated: Stated[Any]) -> Standing:
    if field not in held_by(type(holder)).series:
        return standing_of(stated, ())
    return standing_of(stated, getattr(holder, field))


def _words_of(cls: type[Record]) -> str:
    """Return the name of a class in words: a stake, a resource estimate."""
    return _CAPITAL.sub(r" \1", cls.__name__).strip().lower()
