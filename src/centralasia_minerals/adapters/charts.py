"""Charts of what the data say, drawn by altair (extra ``charts``): hedges and absences are seen.

Each function returns a chart of altair, with a title, what was asked, and who says so::

    charts.undertakings_by_rung(ds)               # how far they have come, and if sums are told
    charts.totals_by_group(ds, "country")         # bounds and hedges drawn as such
    charts.left_out(ds)                           # from the naive sum to what counts, by reason
    charts.figure_history(ds, "kz-us-tungsten")   # what was said of one amount, and when
    charts.timeline(ds)                           # deals and events, as precise as their dates
    charts.parties_by_mineral(ds)                 # who is party to what
    charts.save(charts.left_out(ds), "out.svg")   # also PNG, PDF and HTML; a file loads nothing

``from centralasia_minerals.adapters import charts`` stands before them, and ``ds`` is
``cam.load()`` or ``cam.load("region")``. Every chart takes ``theme="dark"`` and a ``width``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from centralasia_minerals.analysis.counting.given_deals import Deals
from centralasia_minerals.analysis.counting.keywords import TotalKeywords, showing_keywords
from centralasia_minerals.analysis.timeline import Happenings, Timeline, timeline as timeline_of
from centralasia_minerals.analysis.total import Total, total
from centralasia_minerals.analysis.total_by import GroupBy, Totals, total_by
from centralasia_minerals.entities.amount import Amount
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import InvalidTypeError
from centralasia_minerals.values.currency import Currency, as_currency

from .charting import by_group, by_rung, history, matrix, moments, waterfall
from .charting.asked import only_in_words
from .charting.drawing import saving
from .charting.drawing.look import Look, Theme, checked_most
from .charting.matrix import Who

if TYPE_CHECKING:
    import altair as alt

__all__ = [
    "figure_history", "left_out", "parties_by_mineral", "save", "timeline", "totals_by_group",
    "undertakings_by_rung",
]  # fmt: skip
_WIDTH = 640


def undertakings_by_rung(
    deals: Deals, *, theme: Theme = "light", width: int = _WIDTH, locale: str = "en"
) -> alt.VConcatChart:
    """Draw how far undertakings have come, each as a square, and whether its sum is told.

    The rungs are: talked of, letter, memorandum, signed, done, ended; and not stated, if need be.

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice counts once.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.
        locale: the locale to write for, in English or Russian; titles stay as recorded.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidTypeError: something is not a deal, or the width is not a whole number.
        InvalidValueError: no such theme, no words in the locale, or the width is out of bounds.
        ConflictError: one id stands for unequal records.
    """
    return by_rung.undertakings_by_rung(deals, Look.of(theme, width, locale))


@showing_keywords
def totals_by_group(
    given: Totals | Deals,
    key: GroupBy | None = None,
    *,
    most: int | None = 20,
    theme: Theme = "light",
    width: int = _WIDTH,
    **keywords: Unpack[TotalKeywords],
) -> alt.VConcatChart:
    """Draw totals by group, with their bounds: outlines for "up to", arrows for open ends.

    Args:
        given: what ``total_by`` returned, or the deals to total.
        key: what deals are grouped by, as for ``total_by``; left out if totals are given.
        most: how many groups are drawn in each currency, the largest first; None means all.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.
        keywords: as for ``total``; left out if totals are given.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidTypeError: totals are given with a key or keywords, deals without a key, or as for
            ``total_by``.
        InvalidValueError: as for ``total_by``, or a theme, a width or ``most`` is out of bounds.
        MissingRateError: as for ``total``.
    """
    look, limit = Look.of(theme, width), checked_most(most, "groups")
    if isinstance(given, Totals):
        if key is not None or keywords:
            raise _already("totals")
        return by_group.totals_by_group(given, look, limit)
    if key is None:
        raise InvalidTypeError.of("the key of a chart", key, "give one, such as 'country'")
    return by_group.totals_by_group(
        total_by(given, key, **keywords), look, limit, only_in_words(given)
    )


def figure_history(
    deals: Deals,
    deal: Deal | str,
    *,
    amount: Amount | None = None,
    theme: Theme = "light",
    width: int = _WIDTH,
) -> alt.VConcatChart:
    """Draw what was said of one amount: not stated yet, stated, superseded, and replaced.

    Args:
        deals: a dataset, a catalog of deals, or any deals, among which is the deal.
        deal: the deal, or its id.
        amount: one of its amounts; by default, the one that tells a reader most.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.

    Raises:
        MissingExtraError: altair is not installed.
        UnknownIdError: there is no such deal; a KeyError that suggests similar ids.
        InvalidTypeError: something is not a deal, or the amount is no amount.
        InvalidValueError: the amount is not one of the deal's, or a theme or width is out of
            bounds.
    """
    return history.figure_history(deals, deal, amount, Look.of(theme, width))


def timeline(
    happenings: Happenings | Timeline,
    *,
    most: int | None = 30,
    theme: Theme = "light",
    width: int = _WIDTH,
) -> alt.VConcatChart:
    """Draw deals and events at their dates: a day is a point, a month or a year a bar across it.

    Args:
        happenings: a dataset, a catalog, any deals and events, or what ``timeline`` returned.
        most: how many moments are drawn, the latest ones; None means all.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidTypeError: something is neither a deal nor an event.
        InvalidValueError: a theme, a width or ``most`` is out of bounds.
    """
    look, limit = Look.of(theme, width), checked_most(most, "moments")
    found = happenings if isinstance(happenings, Timeline) else timeline_of(happenings)
    return moments.timeline(found, look, limit, only_in_words(happenings))


def parties_by_mineral(
    deals: Deals,
    *,
    who: Who = "partners",
    only: Entity | str | Iterable[Entity | str] | None = None,
    most: int | None = 15,
    most_minerals: int | None = 10,
    theme: Theme = "light",
    width: int = _WIDTH,
) -> alt.VConcatChart:
    """Draw who is party to how many undertakings, by mineral.

    Args:
        deals: a dataset, a catalog of deals, or any deals; the same deal twice counts once.
        who: ``partners`` (other states and blocs), ``countries`` (Central Asian states) or
            ``parties`` (everybody who takes part).
        only: whoever alone has a row, by id or as a record, such as ``"CN"``; one or several.
        most: how many of them have a row, the most frequent; None means all.
        most_minerals: how many minerals have a column, the most frequent; None means all.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidTypeError: something is not a deal, or ``only`` not an id or record.
        UnknownIdError: none of the deals names whoever alone is to have a row.
        InvalidValueError: there is no such ``who``, or a theme, a width or a limit is out of
            bounds.
        ConflictError: one id stands for unequal records.
    """
    limits = checked_most(most, "rows"), checked_most(most_minerals, "minerals")
    return matrix.parties_by_mineral(deals, who, only, Look.of(theme, width), *limits)


@showing_keywords
def left_out(
    given: Total | Deals,
    *,
    shown: Currency | str | None = None,
    theme: Theme = "light",
    width: int = _WIDTH,
    **keywords: Unpack[TotalKeywords],
) -> alt.VConcatChart:
    """Draw what a total leaves out, reason by reason, from the naive sum to what counts.

    Args:
        given: a total, or the deals to total.
        shown: the currency that is drawn; by default, that of most figures.
        theme: ``light`` or ``dark``.
        width: the width of the picture without its margin, in pixels, from 320 on.
        keywords: as for ``total``; left out if a total is given.

    Raises:
        MissingExtraError: altair is not installed.
        InvalidTypeError: a total is given with keywords, or as for ``total``.
        InvalidValueError: as for ``total``, or a theme or width is out of bounds.
        MissingRateError: as for ``total``.
    """
    look, currency = Look.of(theme, width), None if shown is None else as_currency(shown)
    if isinstance(given, Total) and keywords:
        raise _already("a total")
    found = given if isinstance(given, Total) else total(given, **keywords)
    return waterfall.left_out(found, currency, look, only_in_words(given))


def save(chart: alt.TopLevelMixin, path: str | Path) -> None:
    """Save a chart; the end of the path names the format: PNG, SVG, PDF or HTML.

    The file holds all that it needs and loads nothing. It appears whole or not at all.

    Args:
        chart: what a function of charts returned, or any chart of altair.
        path: the file, which ends in ``.png``, ``.svg``, ``.pdf`` or ``.html``.

    Raises:
        MissingExtraError: vl-convert-python is not installed.
        InvalidTypeError: it is not a chart, or the path is not one.
        InvalidValueError: the path ends in none of these.
        MissingPathError: the folder does not exist.
        FileAccessError: the system refuses to write.
    """
    saving.save(chart, path)


def _already(what: str) -> InvalidTypeError:
    return InvalidTypeError(
        "a chart", f"{what} given with a key or keywords", "give them where the deals are totalled"
    )
