"""What was asked, and who says so, in a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from decimal import Decimal

from centralasia_minerals.analysis.counting.judging.filters import COUNTED_CLASSES, Filters
from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.entities.vocabulary.deal_kind import DealClass
from centralasia_minerals.entities.vocabulary.stage import Stage, StageGroup
from centralasia_minerals.rendering.messages import translator
from centralasia_minerals.rendering.numbers import format_number
from centralasia_minerals.rendering.tables import pluralized
from centralasia_minerals.values.closed_enum import ClosedEnum

_MOST_PUBLISHERS = 5


def data_in_words(version: str | None, locale: str = "en") -> str:
    """Return which data a chart is made of: those of a version, or records given by themselves."""
    say = translator(locale)
    said = say("data {version}") if version else say("records given by themselves")
    return said.format(version=version)


def only_in_words(given: object, locale: str = "en") -> str:
    """Return what a catalog was filtered by, as a sentence before others; empty if by nothing."""
    said = given.filter_in_words(locale) if isinstance(given, Catalog) else ""
    return translator(locale)("Only {filters}.").format(filters=said) + " " if said else ""


def filters_in_words(filters: Filters) -> str:
    """Return what was asked of every figure that counts."""
    kinds = "all but valuations" if filters.kinds is None else _named(filters.kinds)
    sectors = "any" if filters.sectors is None else _named(filters.sectors)
    said = [
        f"Kind of money: {kinds}", f"stage: {_stages(filters)}", f"sector: {sectors}",
        *_classes(filters.classes),
    ]  # fmt: skip
    if filters.max_horizon_years is not None:
        said.append(f"spread over at most {pluralized(filters.max_horizon_years, 'year')}")
    return "; ".join(said)


def _stages(filters: Filters) -> str:
    if filters.stages is None:
        return "any but ended"
    left = set(filters.stages)
    said: list[str] = []
    for group in StageGroup:
        members = {stage for stage in Stage if stage.group is group}
        if members <= left:
            said.append(str(group))
            left -= members
    said += [str(stage) for stage in Stage if stage in left]
    return ", ".join([*said, "cancelled"] if filters.cancelled_too else said)


def _classes(classes: frozenset[DealClass] | None) -> Iterable[str]:
    if classes is None:
        yield "own projects and programmes too"
    elif classes != frozenset(COUNTED_CLASSES):
        yield f"class: {_named(classes)}"


def _named(members: Collection[ClosedEnum]) -> str:
    return ", ".join(sorted(map(str, members)))


def sources_in_words(citations: Iterable[Citation], version: str | None, locale: str = "en") -> str:
    """Return the line that names the publishers of the passages cited, the most cited first."""
    cited = Counter(publisher_of(citation.source, locale) for citation in citations)
    names = [name for name, _ in sorted(cited.items(), key=lambda one: (-one[1], one[0]))]
    say = translator(locale)
    data = "centralasia_minerals"
    if version:
        data = f"{data} {data_in_words(version, locale)}"
    if not names:
        return say("Source: {data}").format(data=data)
    told = ", ".join(names)
    if len(names) > _MOST_PUBLISHERS + 1:
        left = format_number(Decimal(len(names) - _MOST_PUBLISHERS), locale)
        told = say("{names} and {count} others").format(
            names=", ".join(names[:_MOST_PUBLISHERS]), count=left
        )
    return say("Sources: {names}, through {data}").format(names=told, data=data)


def publisher_of(source: Source, locale: str = "en") -> str:
    """Return who published a source, or its title where the text does not say who did."""
    if source.publisher:
        return str(source.publisher)
    return translator(locale)("“{figure}”").format(figure=source.title)
