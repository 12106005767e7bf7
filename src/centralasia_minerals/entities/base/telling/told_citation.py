"""How sources and citations are told in lines and views: source, date, figure, and the link."""

from __future__ import annotations

from typing import Any

from centralasia_minerals.rendering.views.blocks import Facts, Heading, View
from centralasia_minerals.rendering.views.pieces import Cell, Linked, Quiet

from .links import linked
from .readable import place_of, readable
from .told import record_view

NO_PAGE = "no page known"
"""What a view says of a source that has no address."""
NO_PUBLISHER = "publisher not stated"


def told_source(source: Any, link: str) -> Cell:
    """Return a source as a line: its title, its publisher and its date, with a link.

    Without a page, it says so, and also that no publisher is stated.
    """
    by = (f", {source.publisher}",) if source.publisher else ()
    if not source.url:
        by = by or (f", {NO_PUBLISHER}",)
        return source.title, *by, f", {date_of(source)}", Quiet(f"({NO_PAGE})")
    return (Linked(source.title, link) if link else source.title, *by, f", {date_of(source)}")


def date_of(source: Any) -> str:
    """Return when a source was published, or that it is not dated and when it was read."""
    if not source.published:
        return f"not dated, read on {readable(source.known_from)}"
    return readable(source.published.date)


def told_citation(citation: Any) -> Cell:
    """Return a citation as a line that leads to its passage."""
    printed = (f": “{citation.figure}”",) if citation.figure else ()
    where = (Quiet(place) for place in (place_of(citation),) if place)
    told = told_source(citation.source, citation.url or "")
    return (*told, *printed, *where)


def citation_view(citation: Any) -> View:
    """Return the view of a citation."""
    source = citation.source
    rows: list[tuple[str, tuple[Cell, ...]]] = [
        ("printed", (f"“{citation.figure}”",) if citation.figure else ()),
        ("words", (" … ".join(citation.quote),) if citation.quote else ()),
        ("place", tuple(filter(None, (place_of(citation),)))),
        ("bears out", citation.supports),
        ("publisher", (source.publisher or NO_PUBLISHER,)),
        ("published", (date_of(source),)),
        ("page", (linked("open it at the passage", (citation,)) if citation.url else NO_PAGE,)),
        (
            "archived",
            (Linked("open the archived copy", citation.archived_url),)
            if citation.archived_url
            else (),
        ),
    ]
    note = ("citation of", *_id(source))
    return Heading(linked(source.title, (citation,)), note), Facts(tuple(rows))


class ToldSource:
    """A source that tells itself, and whether it has no page to open."""

    __slots__ = ()

    def _view(self: Any) -> View:
        said = (("page", NO_PAGE, self.url), ("publisher", NO_PUBLISHER, self.publisher))
        absent = tuple((label, (words,)) for label, words, given in said if not given)
        return record_view(self, self.kind_name, absent=absent)


class ToldCitation:
    """A citation that tells itself."""

    __slots__ = ()

    def _told(self) -> Cell:
        return told_citation(self)

    def _view(self) -> View:
        return citation_view(self)


def _id(source: Any) -> tuple[str, ...]:
    return tuple(source._told()[1:])
