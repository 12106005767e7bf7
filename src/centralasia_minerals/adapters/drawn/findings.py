"""Strategies for datasets and what is found in them, and for what only files and texts give."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from centralasia_minerals.analysis.check import Checked
from centralasia_minerals.analysis.coverage import Coverage, Sentence, SourceCoverage
from centralasia_minerals.analysis.disagreement import Disagreement, DisagreementKind, Side
from centralasia_minerals.analysis.disagreements import Disagreements
from centralasia_minerals.analysis.total import total
from centralasia_minerals.analysis.unnamed_fields import Unnamed, UnnamedFields, unnamed_fields
from centralasia_minerals.dataset.authoring.cite import FoundPassage
from centralasia_minerals.dataset.back_references import Involvement
from centralasia_minerals.dataset.catalog import Catalog
from centralasia_minerals.dataset.dataset import Dataset
from centralasia_minerals.dataset.evidence.figures.reading import Reading
from centralasia_minerals.dataset.evidence.verification import (
    Failure,
    Proof,
    Verification,
    Whereabouts,
)
from centralasia_minerals.dataset.kinds import KINDS
from centralasia_minerals.dataset.query.search import Match, Matches
from centralasia_minerals.dataset.relations.related import Related
from centralasia_minerals.dataset.tables.dataset_tables import DatasetTables
from centralasia_minerals.entities.base.record import Entity
from centralasia_minerals.entities.deal import Deal
from centralasia_minerals.entities.event import Event, Participant
from centralasia_minerals.entities.relation import Relation
from centralasia_minerals.entities.source import Citation, Source
from centralasia_minerals.errors import Problem
from centralasia_minerals.rendering.columnar.column import Column, ColumnType

from .fields import DIGESTS, FIGURE
from .least import ids
from .linked import datasets, deals, of_kind
from .records import records
from .results import Strategies
from .values import texts

_PATHS = st.sampled_from(["citations[0]", "amounts[0].statements[0].citations[0]"])
_DEAL, _SOURCE = ids(Deal), ids(Source)


def entities() -> st.SearchStrategy[Any]:
    """Draw records of every kind."""
    return st.one_of([of_kind(kind) for kind in KINDS])


def _sides() -> st.SearchStrategy[Side]:
    return st.builds(Side, texts(), records(Citation).map(lambda one: (one,)))


@st.composite
def _disagreements(draw: Any) -> Disagreement:
    sides = draw(st.lists(_sides(), min_size=2, max_size=3, unique_by=lambda one: one.said))
    kind = draw(st.sampled_from(DisagreementKind))
    return Disagreement(kind, draw(entities()), draw(st.sampled_from(["", "names"])), tuple(sides))


@st.composite
def _related(draw: Any) -> Related:
    """Draw that one deal is related to another, as one of them says."""
    relation = draw(records(Relation))
    given, other = draw(st.lists(records(Deal), min_size=2, max_size=2, unique_by=_id))
    of_other = False if relation.kind.is_symmetric else draw(st.booleans())
    named = attrs.evolve(relation, deal=given.id if of_other else other.id)
    return Related(
        kind=relation.kind, deal=given, other=other, is_said_by_other=of_other, relations=(named,)
    )


def _id(record: Entity) -> str:
    return record.id


@st.composite
def _involvements(draw: Any) -> Involvement:
    event, one = draw(records(Event)), draw(records(Participant))
    return Involvement(event=attrs.evolve(event, participants=(one,)), participants=(one,))


@st.composite
def _sentences(draw: Any, start: int | None = None) -> Sentence:
    begin = draw(st.integers(0, 10_000)) if start is None else start
    text = draw(texts())
    return Sentence(begin, begin + len(text), text)


@st.composite
def _covered(draw: Any) -> SourceCoverage:
    source = draw(records(Source))
    if not draw(st.booleans()):
        return SourceCoverage(source, False, Fraction(0), ())
    share = draw(st.fractions(0, 1, max_denominator=100))
    left = () if share == 1 else (draw(_sentences()),)
    return SourceCoverage(source, True, share, left)


def _coverages() -> st.SearchStrategy[Coverage]:
    several = st.lists(_covered(), max_size=2, unique_by=lambda one: one.source.id)
    return several.map(lambda held: sorted(held, key=lambda one: one.source.id)).map(
        lambda held: Coverage(tuple(held))
    )


@st.composite
def _proofs(draw: Any) -> Proof:
    place = (draw(_DEAL), draw(_PATHS), draw(_SOURCE))
    where = draw(st.sampled_from(Whereabouts))
    if where not in (Whereabouts.IN_THE_COPY_READ, Whereabouts.IN_ANOTHER_COPY):
        return Proof(*place, where)
    reading = draw(st.none() | st.sampled_from([Reading.AS_RECORDED, Reading.NOT_READ]))
    return Proof(
        *place,
        where,
        copy=f"{place[2]}.txt",
        figure="" if reading is None else FIGURE,
        reading=reading,
        reason="its words are not read" if reading is Reading.NOT_READ else "",
    )


def _failure_of(proof: Proof) -> Failure:
    return Failure(proof.entity, proof.path, proof.source, "it stands in no copy of its source")


@st.composite
def _verifications(draw: Any) -> Verification:
    proofs = tuple(draw(st.lists(_proofs(), max_size=3)))
    lost = [one for one in proofs if one.whereabouts is Whereabouts.NOT_IN_THIS_COPY]
    return Verification(proofs, tuple(map(_failure_of, lost)))


@st.composite
def _passages(draw: Any) -> FoundPassage:
    start, length = draw(st.integers(0, 10_000)), draw(st.integers(1, 300))
    figure = draw(st.none() | st.just(FIGURE))
    quote = () if figure is None else (figure,)
    source = draw(_SOURCE)
    return FoundPassage(
        source, start, start + length, draw(DIGESTS), length, figure, quote, remark=""
    )


def _problems() -> st.SearchStrategy[Problem]:
    files = st.sampled_from(["deals.toml", "JSON"])
    return st.builds(Problem, files, _PATHS, st.just("no citation"), st.none() | st.integers(1, 99))


@st.composite
def _checked(draw: Any) -> Checked:
    """Draw what is said of files that cannot be read, and of those in which nothing is wrong."""
    before = total(())
    problems = tuple(draw(st.lists(_problems(), max_size=2)))
    if problems:
        return Checked(problems, None, None, (), (), before, None)
    dataset = draw(datasets())
    return Checked((), dataset, None, (), (), before, total(dataset))


@st.composite
def _columns(draw: Any) -> Column:
    sort = draw(st.sampled_from(ColumnType))
    scale = draw(st.integers(0, 38)) if sort is ColumnType.DECIMAL else 0
    return Column(draw(texts()), sort, about=draw(texts()), scale=scale)


def _matches() -> st.SearchStrategy[Matches[Deal]]:
    found = st.tuples(deals(), texts())
    return found.map(lambda both: _deals_in(both[0]).search(both[1]))


def _match() -> st.SearchStrategy[Match[Deal]]:
    """Draw what is found of a deal by its own title."""
    return records(Deal).map(lambda one: _deals_in((one,)).search(one.title)[0])


def _deals_in(found: tuple[Deal, ...]) -> Catalog[Deal]:
    return Catalog(Deal, found)


FINDINGS: Strategies = (
    (Entity, entities),
    (Dataset, datasets),
    (Catalog, lambda: deals().map(_deals_in)),
    (DatasetTables, lambda: datasets().map(lambda one: one.tables)),
    (Match, _match),
    (Matches, _matches),
    (Related, _related),
    (Involvement, _involvements),
    (Side, _sides),
    (Disagreement, _disagreements),
    (
        Disagreements,
        lambda: st.lists(_disagreements(), max_size=2).map(lambda held: Disagreements(tuple(held))),
    ),
    (UnnamedFields, lambda: datasets().map(unnamed_fields)),
    (
        Unnamed,
        lambda: st.builds(Unnamed, _DEAL, st.just(""), st.just(("title",)), st.integers(0, 9)),
    ),
    (Sentence, _sentences),
    (SourceCoverage, _covered),
    (Coverage, _coverages),
    (Proof, _proofs),
    (Failure, lambda: _proofs().map(_failure_of)),
    (Verification, _verifications),
    (FoundPassage, _passages),
    (Problem, _problems),
    (Checked, _checked),
    (Column, _columns),
)
"""Datasets, what is found in them, and what files and texts give."""
