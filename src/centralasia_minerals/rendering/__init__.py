"""How values are shown: numbers in a locale, tables, messages; nothing here is about minerals."""
