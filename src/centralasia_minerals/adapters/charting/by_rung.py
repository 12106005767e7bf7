"""Undertakings by rung: from talk to deed, each drawn once, and whether its sum is told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from centralasia_minerals.analysis.counting.given_deals import Deals, unique_deals, version_of
from centralasia_minerals.entities.base.telling.links import first_url
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.statement import (
    Disclosure,
    Stated,
    Undisclosed,
    disclosure_of,
)
from centralasia_minerals.entities.vocabulary.stage import Stage
from centralasia_minerals.rendering.messages import counting_translator, translator
from centralasia_minerals.rendering.numbers import format_number
from centralasia_minerals.values.absence import Absence, NotStated
from centralasia_minerals.values.money import Money

from .asked import data_in_words, only_in_words, sources_in_words
from .drawing.figures import stated_in_words
from .drawing.look import HEADING, LABEL, LINE, SMALL, Look
from .drawing.panel import Panel, Row
from .drawing.picture import nothing, picture
from .drawing.wrapping import wrapped

if TYPE_CHECKING:
    import altair as alt

_S = Stage
RUNGS: dict[str, tuple[str, tuple[Stage, ...]]] = {
    "talked of": (
        "talks, proposals, offers, plans, pledges, declarations and roadmaps",
        (_S.TALKS, _S.PROPOSED, _S.OFFERED, _S.PLANNED, _S.REVIEWED, _S.ADOPTED, _S.PLEDGED,
         _S.DECLARATION, _S.ROADMAP),
    ),
    "letter": (
        "letters of interest or intent, and approvals by a lender or buyer",
        (_S.LETTER_OF_INTEREST, _S.LETTER_OF_INTENT, _S.APPROVED),
    ),
    "memorandum": (
        "memoranda, term sheets, heads of terms and frameworks, even if signed",
        (_S.MEMORANDUM, _S.TERM_SHEET, _S.HEADS_OF_TERMS, _S.FRAMEWORK),
    ),
    "signed": ("contracts signed, and agreements without a named paper", (_S.SIGNED, _S.AGREED)),
    "done": ("paid and closed, paid out, opened, granted", (_S.CLOSED, _S.DISBURSED, _S.DONE)),
    "ended": (
        "failed, denied, withdrawn, lapsed, expired or repaid",
        (_S.FAILED, _S.DENIED, _S.WITHDRAWN, _S.LAPSED, _S.EXPIRED, _S.REPAID),
    ),
    "stage not stated": ("no source says how far it has come", ()),
}  # fmt: skip
"""The rungs, from talk to deed, each with what stands on it and the stages that do."""

_RUNG_OF = {stage: rung for rung, (_, stages) in RUNGS.items() for stage in stages}
_TOLD = {
    Disclosure.STATED: "sum stated",
    Disclosure.UNDISCLOSED: "sum withheld: a source says that it is not disclosed",
    Disclosure.NOT_STATED: "sum not stated",
    Disclosure.NOT_APPLICABLE: "no money involved",
}
_SHORT = {
    Disclosure.STATED: "{count} stated",
    Disclosure.UNDISCLOSED: "{count} withheld",
    Disclosure.NOT_STATED: "{count} not stated",
    Disclosure.NOT_APPLICABLE: "{count} involve no money",
}
_BESIDES = (
    "besides, {count} sum within undertakings on other rungs",
    "besides, {count} sums within undertakings on other rungs",
)
_CELLS = (14.0, 11.0, 8.0, 6.0, 4.0)
_MOST_LINES_OF_CELLS = 12


class _Drawn(NamedTuple):
    """An undertaking, or a sum of one that stands on another rung than the undertaking."""

    deal: Deal
    statement: Stated[Money] | Undisclosed | Absence
    is_deal: bool

    @property
    def told(self) -> Disclosure:
        return disclosure_of(self.statement)


def undertakings_by_rung(deals: Deals, look: Look) -> alt.VConcatChart:
    """Return the chart of undertakings by rung."""
    version, locale = version_of(deals), look.locale
    say = translator(locale)
    listed = unique_deals(deals)
    rungs: dict[str, list[_Drawn]] = {rung: [] for rung in RUNGS}
    for deal in listed:
        rungs[_rung_of(deal.stage)].append(_Drawn(deal, deal.value, is_deal=True))
        for amount in deal.amounts:
            if _rung_of(amount.stage) != _rung_of(deal.stage):
                rungs[_rung_of(amount.stage)].append(_Drawn(deal, amount.stated, is_deal=False))
    panel = nothing(look, say("No undertakings were given.")) if not listed else Panel(look)
    if listed:
        _draw(panel, rungs)
    citations = [citation for deal in listed for citation in deal.citations]
    return picture(
        look, [panel],
        title=say("How far undertakings have come, and whether a sum is stated"),
        asked=only_in_words(deals, locale) + _counted(
            "{count} undertaking, each a square, at the stage it has reached; parts, rivals and "
            "replaced ones too; {data}",
            "{count} undertakings, each a square, at the stage it has reached; parts, rivals and "
            "replaced ones too; {data}",
            len(listed), locale, data=data_in_words(version, locale),
        ),
        source=sources_in_words(citations, version, locale),
    )  # fmt: skip


def _counted(one: str, many: str, count: int, locale: str, **more: str) -> str:
    """Return a message with its count filled in, in the form that the count asks for."""
    form = counting_translator(locale)(one, many, count)
    return form.format(count=_number_in(count, locale), **more)


def _number_in(count: int, locale: str) -> str:
    return format_number(Decimal(count), locale)


def _rung_of(stage: Stage | NotStated) -> str:
    return _RUNG_OF[stage] if isinstance(stage, Stage) else "stage not stated"


def _draw(panel: Panel, rungs: dict[str, list[_Drawn]]) -> None:
    cell = _cell(max(map(len, rungs.values())), panel.look.width)
    squares: dict[tuple[Disclosure, bool], list[Row]] = {
        (told, is_deal): [] for is_deal in (True, False) for told in Disclosure
    }
    for rung, drawn in rungs.items():
        if drawn or rung != "stage not stated":
            _heading(panel, rung, drawn)
            _squares(panel, drawn, cell, squares)
            panel.y += 12
    shown = [key for key, rows in squares.items() if rows]
    for told, is_deal in shown:
        _mark(panel, told, squares[told, is_deal], cell, 0.0 if is_deal else cell / 2)
    _key(panel, shown)


def _cell(most: int, width: int) -> float:
    fits = (one for one in _CELLS if most / (width // one) <= _MOST_LINES_OF_CELLS)
    return next(fits, _CELLS[-1])


def _heading(panel: Panel, rung: str, drawn: Sequence[_Drawn]) -> None:
    deals = [one for one in drawn if one.is_deal]
    sums = len(drawn) - len(deals)
    counts = [(sum(one.told is told for one in deals), _SHORT[told]) for told in Disclosure]
    locale = panel.look.locale
    say = translator(locale)
    shown = [say(words).format(count=_number_in(count, locale)) for count, words in counts if count]
    said = [say(RUNGS[rung][0])]
    if shown:
        said.append(say("sum: {told}").format(told=", ".join(shown)))
    if sums:
        said.append(_counted(*_BESIDES, sums, locale))
    row: Row = {
        "y": panel.y, "rung": rung,
        "text": f"{say(rung).capitalize()}: {_number_in(len(deals), locale)}",
        "count": len(deals), "sums": sums,
    }  # fmt: skip
    panel.texts([row], fontWeight="bold", fontSize=HEADING)
    panel.y += HEADING * LINE + 1
    panel.paragraph(" · ".join(said))
    panel.y += 4


def _squares(
    panel: Panel, drawn: Sequence[_Drawn], cell: float,
    squares: dict[tuple[Disclosure, bool], list[Row]],
) -> None:  # fmt: skip
    """Place the squares of a rung, undertakings before sums, what is told first."""
    across = int(panel.look.width // cell)
    order, locale = list(Disclosure), panel.look.locale
    say = translator(locale)
    in_order = sorted(drawn, key=lambda one: (not one.is_deal, order.index(one.told)))
    for place, one in enumerate(in_order):
        down, along = divmod(place, across)
        said = one.statement
        squares[one.told, one.is_deal].append({
            "x": along * cell, "x2": along * cell + cell * 0.8,
            "y": panel.y + down * cell, "y2": panel.y + (down + 0.8) * cell,
            "what": " ".join(wrapped(one.deal.title, 5000, LABEL)),
            "figure": stated_in_words(said, locale) if isinstance(said, Stated)
            else say(_TOLD[one.told]),
            "why": say("stage: {stage}").format(stage=_stage_in(one.deal, locale)),
            "id": one.deal.id,
            "url": first_url(one.deal.citations),
        })  # fmt: skip
    panel.y += -(-len(drawn) // across) * cell


def _stage_in(deal: Deal, locale: str) -> str:
    stage = deal.stage
    return stage.label(locale) if isinstance(stage, Stage) else stage.format(locale)


def _mark(panel: Panel, told: Disclosure, rows: Sequence[Row], cell: float, corner: float) -> None:
    look = panel.look
    round_: dict[str, float] = {"cornerRadius": corner}
    if told is Disclosure.STATED:
        panel.rects(rows, color=look.figure, **round_)
    elif told is Disclosure.NOT_STATED:
        panel.rects(rows, color=look.ground, stroke=look.soft, strokeWidth=1, **round_)
    else:
        color = look.apart if told is Disclosure.UNDISCLOSED else look.soft
        panel.rects(rows, color=look.ground, stroke=color, strokeWidth=1, **round_)
        shape = "cross" if told is Disclosure.UNDISCLOSED else "stroke"
        half = cell * 0.4
        signs: list[Row] = [
            {**row, "x": _number(row["x"]) + half, "y": _number(row["y"]) + half} for row in rows
        ]
        panel.points(signs, shape=shape, filled=True, size=cell * 3.2, fill=color,
                     stroke=color, strokeWidth=1)  # fmt: skip


def _number(value: object) -> float:
    return value if isinstance(value, float) else 0.0


def _key(panel: Panel, shown: Sequence[tuple[Disclosure, bool]]) -> None:
    """Say what the squares and circles mean."""
    panel.y += 2
    say = translator(panel.look.locale)
    deals = [told for told, is_deal in shown if is_deal]
    for told in deals:
        _sample(panel, told, say(_TOLD[told]), 0.0)
    sums = [told for told, is_deal in shown if not is_deal]
    for told in sums[:1]:
        words = say("circle: a sum with a stage of its own, inside an undertaking on another rung")
        _sample(panel, told, words, 7.0)


def _sample(panel: Panel, told: Disclosure, words: str, corner: float) -> None:
    row: Row = {"x": 0.0, "x2": 11.2, "y": panel.y + 1, "y2": panel.y + 12.2}
    _mark(panel, told, [row], 14.0, corner)
    panel.paragraph(words, x=20.0, size=SMALL)
    panel.y += 4
