"""Checks of what is recorded of a page: its addresses, its language and the digest of its text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from centralasia_minerals.errors import InvalidValueError, briefly
from centralasia_minerals.values.name import LANGUAGE_TAG
from centralasia_minerals.values.page_links import fault_in_address

TextCheck: TypeAlias = Callable[[str, str], Iterator[InvalidValueError]]
"""What yields the errors in the text of a field, given the text and the name of the field."""

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


def _address_errors(address: str, field: str) -> Iterator[InvalidValueError]:
    if fault := fault_in_address(address):
        remedy = "write it as a browser shows it, from https:// on"
        yield InvalidValueError("the address of a page", fault, remedy, field=field)


def _language_errors(tag: str, field: str) -> Iterator[InvalidValueError]:
    if not LANGUAGE_TAG.fullmatch(tag):
        remedy = "write it like 'ru'"
        yield InvalidValueError("a language tag", briefly(tag), remedy, field=field)


def _sha256_errors(digest: str, field: str) -> Iterator[InvalidValueError]:
    if not _SHA256.fullmatch(digest):
        remedy = "give 64 lower-case hex digits"
        yield InvalidValueError("the sha256 of a source", briefly(digest), remedy, field=field)


PAGE_CHECKS: Mapping[str, TextCheck] = {
    "url": _address_errors,
    "archived": _address_errors,
    "language": _language_errors,
    "sha256": _sha256_errors,
}
"""The check of each field of a source that holds a text with a form of its own."""
