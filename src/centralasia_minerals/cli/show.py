"""``show``: one record: what happened, who says so, what is disputed, what nobody tells."""

from __future__ import annotations

import argparse
import shlex

from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.query.suggestions import ids_meant, ids_near
from centralasia_minerals.dataset.spelling.likeness import candidate_of
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.errors import UnknownIdError
from centralasia_minerals.rendering.files.file_access import path_of
from centralasia_minerals.rendering.files.whole_files import write_whole
from centralasia_minerals.rendering.views.as_html import html_page
from centralasia_minerals.wording import printable

from .parts.answers import add_json, give, give_page
from .parts.data_asked import add_data, data_asked, joined_data, other_datasets
from .parts.examples import add_examples
from .parts.record_page import RecordPage

_WHAT = "a page"
_PRINTED = "-"
"""What stands for the file of a page that is printed."""

EXAMPLES = {
    "show kz-us-tungsten": "a deal",
    "show shavkat-mirziyoyev": "a person; any record has an id, which search lists",
    "show kz-us-tungsten --html tungsten.html": "one page, to print or to keep; it loads nothing",
    "show kz-us-tungsten --json": "as JSON, with all records that it refers to",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("id", metavar="ID", nargs="?", help="the id of a record of any kind")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--html",
        nargs="?",
        const=_PRINTED,
        metavar="FILE",
        help="one page to print or to keep, to a file; without FILE it is printed",
    )
    add_json(form)
    add_data(parser)
    add_examples(parser, EXAMPLES)
    parser.set_defaults(refuse=parser.error)


def run(given: argparse.Namespace) -> int:
    """Print the record."""
    id, file = _id_and_file(given)
    dataset = data_asked(given)
    record = _record_with(id, dataset, given)
    page = RecordPage(record, dataset)
    if file is not None:
        _give_page(page, file)
    elif given.json:
        give(record, as_json=True)
    else:
        give(page)
    return 0


def _id_and_file(given: argparse.Namespace) -> tuple[str, str | None]:
    """Return the id, and the file of a page; what stands alone behind ``--html`` is the id."""
    if given.id is not None:
        return given.id, given.html
    if given.html in (None, "", _PRINTED):
        given.refuse("the following arguments are required: ID")
    if given.html.lower().endswith((".html", ".htm")):
        given.refuse(f"which record is it? write: show ID --html {given.html}")
    return given.html, _PRINTED


def _give_page(page: RecordPage, file: str) -> None:
    """Print the page, or write it to a file, whole or not at all."""
    text = html_page(page._view(), page.record.name)
    if file == _PRINTED:
        give_page(text)
        return
    path = path_of(file, _WHAT)
    write_whole({path: text.encode("utf-8")}, _WHAT)
    give(printable(f"wrote {path}"))


def _record_with(id: str, dataset: Dataset, given: argparse.Namespace) -> Entity:
    """Return the record of any kind that has an id.

    Raises:
        UnknownIdError: none has it; the error suggests ids, or says where or when there is one.
    """
    every = _by_id(dataset)
    if id in every:
        return every[id]
    if given.as_of is not None and id in _by_id(joined_data(given)):
        found = (
            f"nothing was known of it by the end of {given.as_of}; give a later --as-of, or none"
        )
        raise UnknownIdError("record", id, (), found)
    alike = ids_near(id, every)
    for name, other in other_datasets(given) if not alike else ():
        others = _by_id(other)
        meant = (id,) if id in others else ids_near(id, others)
        if meant:
            found = f"the dataset {name!r} has {meant[0]!r}; add --dataset {name}"
            raise UnknownIdError("record", id, (), found)
    meant = alike or ids_meant(id, map(candidate_of, every.values()))
    elsewhere = f"nothing is spelled like it; for names and titles, search {shlex.quote(id)}"
    raise UnknownIdError("record", id, meant, "" if meant else elsewhere)


def _by_id(dataset: Dataset) -> dict[str, Entity]:
    return {entity.id: entity for entities in dataset.records.values() for entity in entities}
