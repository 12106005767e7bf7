"""How anything shows itself: numbers in a locale, plain tables, escaped HTML; knows no minerals."""

from .numbers import (
    format_compact_money,
    format_fraction_as_percent,
    format_money,
    format_money_in_words,
    format_number,
    format_unit,
    joined,
    locale_named,
)
from .prose import prose, prose_locales
from .tables import Table, Tabular, counted, html_table, text_table

__all__ = [
    "Table",
    "Tabular",
    "counted",
    "format_compact_money",
    "format_fraction_as_percent",
    "format_money",
    "format_money_in_words",
    "format_number",
    "format_unit",
    "html_table",
    "joined",
    "locale_named",
    "prose",
    "prose_locales",
    "text_table",
]
