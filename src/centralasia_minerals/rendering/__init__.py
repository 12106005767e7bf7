"""How anything shows itself: numbers in a locale, plain tables, escaped HTML; knows no minerals."""

from .numbers import (
    format_compact_money,
    format_fraction_as_percent,
    format_money,
    format_number,
    format_unit,
    locale_named,
)
from .tables import html_table, text_table

__all__ = [
    "format_compact_money",
    "format_fraction_as_percent",
    "format_money",
    "format_number",
    "format_unit",
    "html_table",
    "locale_named",
    "text_table",
]
