"""The money of a deal: every figure with its hedge, who says so, and whether it still holds."""

from __future__ import annotations

from collections.abc import Iterator

from centralasia_minerals.rendering.views.blocks import Paragraph, Row, Section, Table
from centralasia_minerals.rendering.views.pieces import Cell, Quiet, Title, pieces_of
from centralasia_minerals.values.absence import NotApplicable, NotStated
from centralasia_minerals.values.money import Money

from ..amount import Amount
from ..base.telling.links import first_url, linked
from ..base.telling.readable import NOT_TOLD, place_of, readable
from ..base.telling.told import told_together
from ..base.telling.told_statement import WITHHELD
from ..series import standings_of
from ..statement import Standing, Stated, Undisclosed
from ..vocabulary.stage import Stage

_HEADER = ("what it is", "figure", "who says so", "remarks")


def money(
    amounts: tuple[Amount, ...], absence: NotStated | NotApplicable, stage: Stage | NotStated
) -> Section:
    """Return the figures of a deal, those that hold first."""
    if not amounts:
        is_none = isinstance(absence, NotApplicable)
        said = "No sum of money is involved." if is_none else "No source gives a figure."
        return Section("Money", (Paragraph(said),))
    rows = [row for amount in amounts for row in _rows(amount, stage)]
    return Section("Money", (Table(_HEADER, rows),))


def _rows(amount: Amount, stage: Stage | NotStated) -> Iterator[Row]:
    what = _what(amount)
    told = [*zip(amount.statements, standings_of(amount.statements), strict=True)]
    told.sort(key=lambda one: one[1] is not Standing.CURRENT)
    if not told:
        relative = (linked(f"{amount.relative} of {amount.relative.of}", amount.relative.citations)
                    if amount.relative else NOT_TOLD)  # fmt: skip
        yield what, relative, "", _joined(_remarks(amount, stage))
    for place, (statement, standing) in enumerate(told):
        remarks = [*_standing(statement, standing), *(() if place else _remarks(amount, stage))]
        yield what if not place else "", _figure(statement), _who(statement), _joined(remarks)


def _what(amount: Amount) -> Cell:
    kind = f" ({amount.money})" if amount.money and str(amount.money) != str(amount.role) else ""
    years = f" over {amount.horizon_years} years" if amount.horizon_years else ""
    key = (Quiet(f"({amount.key})"),) if amount.key else ()
    return f"{amount.role}{kind}{years}", *key


def _figure(statement: Stated[Money] | Undisclosed) -> Cell:
    if not isinstance(statement, Stated):
        return linked(WITHHELD, statement.citations)
    called = f", called “{statement.called}”" if statement.called else ""
    return linked(str(statement), statement.citations), called


def _who(statement: Stated[Money] | Undisclosed) -> Cell:
    """Return who says it: the people named, or else the source, with the date of the telling.

    Where no page can be opened, it says where the passage stands in the text.
    """
    said = [readable(statement.as_of)] if statement.as_of else []
    if not first_url(statement.citations):
        said += dict.fromkeys(filter(None, map(place_of, statement.citations)))
    when = (Quiet(f"({'; '.join(said)})"),) if said else ()
    if statement.asserted_by:
        return *pieces_of(told_together(statement.asserted_by)), *when
    sources = [citation.source for citation in statement.citations]
    names = dict.fromkeys(str(one.publisher or one.title) for one in sources)
    first, *others = names or (NOT_TOLD,)
    more = f" and {len(others)} more" if others else ""
    return Title(first), more, *when


def _standing(statement: Stated[Money] | Undisclosed, standing: Standing) -> Iterator[str]:
    if standing is Standing.SUPERSEDED:
        yield "replaced by a later statement"
    elif standing is Standing.DEPRECATED:
        yield f"known to be wrong: {statement.reason}"


def _remarks(amount: Amount, stage: Stage | NotStated) -> Iterator[Cell]:
    if amount.stage and amount.stage is not stage:
        yield str(amount.stage)
    for one in amount.equivalents:
        yield "printed also as ", linked(str(one), one.citations)
    for condition in amount.conditions:
        yield f"condition: {condition.what} ({condition.state})"
    if amount.payer:
        yield "paid by ", *pieces_of(told_together(amount.payer))
    if amount.part_of:
        has_article = amount.part_of.startswith(("the ", "a ", "an ", "both ", "all "))
        yield f"part of {'' if has_article else 'the '}{amount.part_of}"
    if amount.place:
        yield f"in {amount.place.name}"
    if amount.basis:
        yield str(amount.basis)


def _joined(remarks: Iterator[Cell] | list[Cell] | list[str]) -> Cell:
    pieces: list[str] = []
    for remark in remarks:
        pieces += ["; ", *pieces_of(remark)] if pieces else pieces_of(remark)
    return tuple(pieces)
