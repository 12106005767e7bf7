"""Totals by country, partner, mineral, sector, stage, kind or year, or by anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, TypeAlias, Unpack

import attrs

from centralasia_minerals.dataset.json.to_dict import ToDict
from centralasia_minerals.entities.base.results import result
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.errors import UnknownIdError, near
from centralasia_minerals.rendering.columnar.exportable import Exportable
from centralasia_minerals.rendering.columnar.table import Table
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.rendering.views.blocks import (
    Heading,
    Paragraph,
    Row,
    Section,
    Table as Shown,
    View,
)
from centralasia_minerals.rendering.views.viewed import Tabular
from centralasia_minerals.wording import briefly

from .counting.given_deals import Deals
from .counting.group_reader import Read, reader_of
from .counting.groups import in_order
from .counting.keywords import TotalKeywords, showing_keywords
from .counting.ledger import Ledger, Rows, ledger
from .total import Total

GroupKey: TypeAlias = Literal[
    "country", "partner", "mineral", "sector", "stage", "kind", "deal_class", "year", "money",
    "payer", "place",
]  # fmt: skip
"""The keys by name, for type checkers; the fields of ``Deal`` and ``Amount`` define them."""

GroupBy: TypeAlias = GroupKey | Callable[[Deal], str]
"""A key by name, or a function from a deal to the text of its group."""


@attrs.frozen(repr=False)
@result
class Totals(Tabular, Mapping[str, Total], Exportable, ToDict):
    """Totals by group, in the order of their keys; together they hold every row once.

    Attributes:
        key: what the deals are grouped by: the name of the key, or of the function.
        groups: each group with its total; empty if no deals were given.
    """

    key: str
    groups: tuple[tuple[str, Total], ...]
    _by_key: dict[str, Total] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_by_key", dict(reversed(self.groups)))

    @property
    def version(self) -> str | None:
        """The version of the data that was totalled; None if deals were given by themselves."""
        return self.groups[0][1].version if self.groups else None

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for ``json.dumps``, with the version of the data."""
        return {**super().to_dict(), "version": self.version}

    def __getitem__(self, key: str) -> Total:
        """Return the total of a group.

        Raises:
            UnknownIdError: there is no such group; a KeyError that suggests similar ones.
        """
        if isinstance(key, str) and key in self._by_key:
            return self._by_key[key]
        asked = key if isinstance(key, str) else briefly(key)
        raise UnknownIdError(f"group by {self.key}", asked, near(asked, self))

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def _ipython_key_completions_(self) -> list[str]:
        """Return the groups, which a notebook completes between brackets."""
        return list(self)

    def to_table(self) -> Table:
        """Return a flat table with a row for each group and currency."""
        from .reporting.result_tables import totals_table

        return totals_table("total_by", self.groups, self.key)

    def __repr__(self) -> str:
        return f"<Totals by {self.key}: {', '.join(self)}>"

    def label(self, group: str, locale: str) -> str:
        """Return what a group is called in a language, as above its sentences.

        Members, countries and minerals have labels; other names stay as they are.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no labels in its
                language.

        >>> import centralasia_minerals as cam
        >>> cam.total_by(cam.load(), "mineral").label("tungsten", "ru")
        'вольфрам'
        """
        from .reporting.group_labels import group_label, names_in

        own = [self._by_key[group]] if group in self._by_key else self._by_key.values()
        return group_label(self.key, group, locale, names_in(self.key, own))

    def _view(self) -> View:
        heading = Heading(f"Totals by {self.key}")
        told = [one for one in self.groups if one[1].counted or one[1].undisclosed]
        silent = [one for one in self.groups if not (one[1].counted or one[1].undisclosed)]
        warnings = map(Paragraph, self._warnings())
        if not told or not silent:
            return heading, self._table(), *warnings
        told.sort(key=lambda one: not one[1].counted)
        title = f"and {pluralized(len(silent), 'group')} in which nothing counts"
        folded = Section(title, (self._shown_as(silent),), is_folded=True)
        return heading, self._shown_as(told), *warnings, folded

    def __str__(self) -> str:
        return "\n\n".join((super().__str__(), *self._warnings()))

    def _warnings(self) -> Iterator[str]:
        """Yield what is counted though something else says that it is too much."""
        from .reporting.remarks import excesses

        for _, total in self.groups[:1]:
            made = total.counted.ledger
            yield from excesses(Total.of(made.counted, made.excluded, made.undisclosed), "en")

    def _table(self) -> Shown:
        return self._shown_as(self.groups)

    def _shown_as(self, groups: Sequence[tuple[str, Total]]) -> Shown:
        from .reporting.group_labels import group_cell, names_in

        header = (self.key, "total", "counted", "undisclosed", "left out")
        names = names_in(self.key, (total for _, total in self.groups))

        def row(group: tuple[str, Total]) -> Row:
            key, total = group
            figures = " and ".join(map(str, total.by_currency)) or "nothing"
            numbers = (len(total.counted), len(total.undisclosed), len(total.excluded))
            named = group_cell(self.key, key, names)
            return named, figures, *(f"{number:,}" for number in numbers)

        return Shown(header, groups, row, ".to_table()")


@showing_keywords
def total_by(deals: Deals, key: GroupBy, **keywords: Unpack[TotalKeywords]) -> Totals:
    """Return what deals come to by group; the groups add up to the total of the same call.

    Args:
        deals: as for ``total``.
        key: ``country``, ``partner``, ``mineral``, ``sector``, ``stage``, ``kind``,
            ``deal_class``, ``year``; ``money``, ``payer`` or ``place`` of an amount; or a function
            from a deal to text. A deal with several countries forms a group of its own
            (``"KZ+TJ+UZ"``); a deal without any is in the group ``"not stated"``. A partner is
            among the parties, and does not necessarily pay: that is the payer.
        keywords: as for ``total``.

    Returns:
        A group for every key of any row, counted or not, in the order of its vocabulary, if any.

    Raises:
        InvalidValueError: there is no such key, a group is an empty text, or as for ``total``.
        InvalidTypeError: the function returns something other than text, or as for ``total``.
        MissingRateError: as for ``total``.

    >>> import centralasia_minerals as cam
    >>> cam.total_by(cam.load(), "country")["KZ"]["USD"].stated
    Money('1100000000', 'USD')
    """
    name, read = reader_of(key)
    made = ledger(deals, **keywords)
    piles = [_grouped(made, rows, read) for rows in (made.counted, made.excluded, made.undisclosed)]
    nothing = Rows(made, ())
    groups = in_order(name, {group for pile in piles for group in pile})
    return Totals(
        name,
        tuple((group, Total.of(*(pile.get(group, nothing) for pile in piles))) for group in groups),
    )


def _grouped(made: Ledger, rows: Rows, read: Read) -> dict[str, Rows]:
    """Return the rows of a pile by their group."""
    groups: dict[str, list[int]] = {}
    for number in rows.numbers:
        groups.setdefault(read(made.columns, number), []).append(number)
    return {group: Rows(made, tuple(numbers)) for group, numbers in groups.items()}
