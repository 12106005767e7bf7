"""Who agreed what with whom over Central Asia's critical minerals: immutable, typed, sourced.

The ten calls that matter, in the order in which they are mostly needed:

>>> import centralasia_minerals as cam
>>> ds = cam.load()  # the bundled data, the same object every time; load("region") is wider
>>> ds.search("tungsten")[0].record  # everything that matches a text, the best first
Mineral(id='tungsten')
>>> print(ds.deals["kz-us-tungsten"].value)  # what is stated, with its hedge and its sources
about USD 1,100,000,000
>>> ds.deals.where(country="KZ", stage="signed").ids  # the deals that meet every criterion
('kz-alatau-ddh', 'kz-us-tungsten')
>>> cam.total(ds)  # what deals come to, counting nothing twice; print() says what was left out
<Total: about USD 1,100,000,000, from 1 row>
>>> len(cam.total(ds).footnoted("en").notes)  # the same as a sentence with footnotes; print() it
5
>>> cam.total_by(ds, "country")["UZ"].is_empty  # a total for each group
True
>>> len(ds.as_of("2025-04").deals)  # what was known by the end of that month
17

And with files of your own::

    ds.verify("texts")                          # every citation, checked against the texts
    ds.merge(cam.read("mine.toml", base=ds))    # with your own records, in a new dataset

``help(cam.total)`` and the like explain each, and errors say what to do. Every public name is here,
and each is loaded when it is first used.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what a type checker sees of the table below; a test holds the two together
    from .analysis.check import Checked as Checked, check as check
    from .analysis.counting.beside import Beside as Beside
    from .analysis.counting.columns import Columns as Columns, Facts as Facts
    from .analysis.counting.covers import (
        Bid as Bid,
        Cover as Cover,
        Replacement as Replacement,
    )
    from .analysis.counting.given_deals import Deals as Deals
    from .analysis.counting.judging.exclusion_reason import ExclusionReason as ExclusionReason
    from .analysis.counting.judging.filters import (
        Classes as Classes,
        Filters as Filters,
        Kinds as Kinds,
        Sectors as Sectors,
        StageChoice as StageChoice,
        Stages as Stages,
    )
    from .analysis.counting.judging.predicates import Predicate as Predicate
    from .analysis.counting.judging.rules import RULES as RULES, Rule as Rule
    from .analysis.counting.keywords import (
        FilterKeywords as FilterKeywords,
        TotalKeywords as TotalKeywords,
    )
    from .analysis.counting.ledger import Ledger as Ledger, Rows as Rows, ledger as ledger
    from .analysis.counting.ledger_row import LedgerRow as LedgerRow, Verdict as Verdict
    from .analysis.counting.sums.bounds import CurrencyTotal as CurrencyTotal
    from .analysis.counting.sums.convert import Conversion as Conversion
    from .analysis.counting.sums.rate import Rate as Rate, Rates as Rates
    from .analysis.coverage import (
        Coverage as Coverage,
        Sentence as Sentence,
        SourceCoverage as SourceCoverage,
        coverage as coverage,
    )
    from .analysis.disagreement import (
        Disagreement as Disagreement,
        DisagreementKind as DisagreementKind,
        Side as Side,
    )
    from .analysis.disagreements import (
        Disagreements as Disagreements,
        disagreements as disagreements,
    )
    from .analysis.estimate_rows import (
        MeasureReason as MeasureReason,
        MeasureRow as MeasureRow,
        MeasureTotal as MeasureTotal,
    )
    from .analysis.rates import (
        CurrencyPair as CurrencyPair,
        FixedRates as FixedRates,
        printed_rates as printed_rates,
        rates_of as rates_of,
    )
    from .analysis.ratio import Ratio as Ratio, RatioTerm as RatioTerm, ratio as ratio
    from .analysis.reporting.footnotes import Footnoted as Footnoted, Note as Note
    from .analysis.timeline import (
        Happening as Happening,
        Happenings as Happenings,
        Moment as Moment,
        Timeline as Timeline,
        timeline as timeline,
    )
    from .analysis.tonnages import (
        Deposits as Deposits,
        MeasureTotals as MeasureTotals,
        total_measure as total_measure,
    )
    from .analysis.total import Total as Total, total as total
    from .analysis.total_by import (
        GroupBy as GroupBy,
        GroupKey as GroupKey,
        Totals as Totals,
        total_by as total_by,
    )
    from .analysis.unnamed_fields import (
        Unnamed as Unnamed,
        UnnamedFields as UnnamedFields,
        unnamed_fields as unnamed_fields,
    )
    from .dataset.authoring.cite import (
        FoundPassage as FoundPassage,
        cite as cite,
        source as source,
    )
    from .dataset.authoring.draft import build as build
    from .dataset.authoring.source_keywords import SourceKeywords as SourceKeywords
    from .dataset.back_references import Involvement as Involvement
    from .dataset.bundled.load import (
        BundledDataset as BundledDataset,
        BundledDatasets as BundledDatasets,
        datasets as datasets,
        load as load,
    )
    from .dataset.catalog import Catalog as Catalog
    from .dataset.dataset import Dataset as Dataset
    from .dataset.evidence.figures.reading import Reading as Reading
    from .dataset.evidence.text_files import GivenCopies as GivenCopies
    from .dataset.evidence.verification import (
        Failure as Failure,
        Proof as Proof,
        Verification as Verification,
        Whereabouts as Whereabouts,
    )
    from .dataset.files.read_write import read as read, write as write
    from .dataset.joining.merging import PreferredSide as PreferredSide
    from .dataset.json.converter import configure_converter as configure_converter
    from .dataset.json.documents import from_json as from_json, to_json as to_json
    from .dataset.json.schema import json_schema as json_schema
    from .dataset.kinds import Records as Records
    from .dataset.query.criteria import (
        Criteria as Criteria,
        DateLike as DateLike,
        DealCriteria as DealCriteria,
        DepositCriteria as DepositCriteria,
        EventCriteria as EventCriteria,
        OneOrMore as OneOrMore,
        OrganizationCriteria as OrganizationCriteria,
        SourceCriteria as SourceCriteria,
        StatisticCriteria as StatisticCriteria,
    )
    from .dataset.query.search import Match as Match, Matches as Matches
    from .dataset.relations.related import Related as Related
    from .dataset.spelling.likeness import Likeness as Likeness
    from .dataset.tables.dataset_tables import DatasetTables as DatasetTables
    from .entities.amount import Amount as Amount, RelativeStatement as RelativeStatement
    from .entities.base.record import Entity as Entity
    from .entities.condition import Condition as Condition
    from .entities.country import Bloc as Bloc, Country as Country, Place as Place
    from .entities.deal import Deal as Deal
    from .entities.deal_date import DealDate as DealDate, DealDateKind as DealDateKind
    from .entities.deposit import Deposit as Deposit, ResourceEstimate as ResourceEstimate
    from .entities.event import (
        Event as Event,
        EventKind as EventKind,
        EventKindText as EventKindText,
        EventStatus as EventStatus,
        Participant as Participant,
        ParticipantRole as ParticipantRole,
        Wording as Wording,
    )
    from .entities.figure import Figure as Figure
    from .entities.mineral import CriticalListing as CriticalListing, Mineral as Mineral
    from .entities.organization import (
        Organization as Organization,
        OrganizationKind as OrganizationKind,
        OrganizationKindText as OrganizationKindText,
    )
    from .entities.party import Party as Party, PartyRole as PartyRole, Signatory as Signatory
    from .entities.passage import Span as Span
    from .entities.person import (
        Agent as Agent,
        Official as Official,
        Person as Person,
        Position as Position,
        PositionStatus as PositionStatus,
    )
    from .entities.relation import Relation as Relation
    from .entities.source import (
        Citation as Citation,
        DateBasis as DateBasis,
        Dated as Dated,
        Source as Source,
    )
    from .entities.stake import Quantity as Quantity, Stake as Stake, StakeStatus as StakeStatus
    from .entities.statement import (
        AnyStatement as AnyStatement,
        Disclosure as Disclosure,
        Rank as Rank,
        Standing as Standing,
        Stated as Stated,
        Undisclosed as Undisclosed,
    )
    from .entities.statistic import Statistic as Statistic, Subject as Subject
    from .entities.vocabulary.amount_role import AmountRole as AmountRole
    from .entities.vocabulary.condition_terms import (
        ConditionKind as ConditionKind,
        ConditionState as ConditionState,
    )
    from .entities.vocabulary.deal_kind import (
        DealClass as DealClass,
        DealClassText as DealClassText,
        DealKind as DealKind,
        DealKindText as DealKindText,
    )
    from .entities.vocabulary.implementation import Implementation as Implementation
    from .entities.vocabulary.money_kind import (
        MoneyKind as MoneyKind,
        MoneyKindText as MoneyKindText,
    )
    from .entities.vocabulary.relation_kind import RelationKind as RelationKind
    from .entities.vocabulary.resource_terms import (
        CommodityBasis as CommodityBasis,
        ReportingStandard as ReportingStandard,
        ReservesWithin as ReservesWithin,
        ResourceClass as ResourceClass,
    )
    from .entities.vocabulary.sector import Sector as Sector, SectorText as SectorText
    from .entities.vocabulary.source_tier import Extent as Extent, SourceTier as SourceTier
    from .entities.vocabulary.stage import (
        Binding as Binding,
        Stage as Stage,
        StageGroup as StageGroup,
        StageGroupText as StageGroupText,
        StageSort as StageSort,
        StageText as StageText,
    )
    from .errors import (
        CentralAsiaMineralsError as CentralAsiaMineralsError,
        ConflictError as ConflictError,
        CurrencyMismatchError as CurrencyMismatchError,
        DamagedInstallationError as DamagedInstallationError,
        DataError as DataError,
        DivisionByZeroError as DivisionByZeroError,
        FileAccessError as FileAccessError,
        ImpreciseDateError as ImpreciseDateError,
        InexactConversionError as InexactConversionError,
        InvalidTypeError as InvalidTypeError,
        InvalidValueError as InvalidValueError,
        MissingExtraError as MissingExtraError,
        MissingPathError as MissingPathError,
        MissingRateError as MissingRateError,
        NameNotFoundError as NameNotFoundError,
        NoEstimateError as NoEstimateError,
        NoSuchCurrencyError as NoSuchCurrencyError,
        Problem as Problem,
        UnitMismatchError as UnitMismatchError,
        UnknownCriterionError as UnknownCriterionError,
        UnknownIdError as UnknownIdError,
        UnknownLocaleError as UnknownLocaleError,
    )
    from .rendering.columnar.column import Column as Column, ColumnType as ColumnType
    from .rendering.columnar.table import Table as Table
    from .values.absence import (
        Absence as Absence,
        NotApplicable as NotApplicable,
        NotStated as NotStated,
    )
    from .values.currency import Currency as Currency
    from .values.hedge import Hedge as Hedge
    from .values.measure import Measure as Measure
    from .values.money import Money as Money
    from .values.name import Name as Name, NameKind as NameKind
    from .values.normalized_text import (
        PASSAGE_NORM as PASSAGE_NORM,
        digest_of as digest_of,
        normalized as normalized,
    )
    from .values.partial_date import PartialDate as PartialDate
    from .values.share import Share as Share
    from .values.unit import Dimension as Dimension, Unit as Unit

__version__ = "0.3.0"

_NAMES = {
    "errors": (
        "CentralAsiaMineralsError ConflictError CurrencyMismatchError "
        "DamagedInstallationError DataError DivisionByZeroError FileAccessError "
        "ImpreciseDateError InexactConversionError InvalidTypeError InvalidValueError "
        "MissingExtraError MissingPathError MissingRateError NameNotFoundError NoEstimateError "
        "NoSuchCurrencyError Problem "
        "UnitMismatchError UnknownCriterionError UnknownIdError UnknownLocaleError"
    ),
    "rendering.columnar.column": "Column ColumnType",
    "rendering.columnar.table": "Table",
    "values.absence": "Absence NotApplicable NotStated",
    "values.currency": "Currency",
    "values.hedge": "Hedge",
    "values.measure": "Measure",
    "values.money": "Money",
    "values.name": "Name NameKind",
    "values.normalized_text": "PASSAGE_NORM digest_of normalized",
    "values.partial_date": "PartialDate",
    "values.share": "Share",
    "values.unit": "Dimension Unit",
    "entities.amount": "Amount RelativeStatement",
    "entities.condition": "Condition",
    "entities.country": "Bloc Country Place",
    "entities.deal": "Deal",
    "entities.deal_date": "DealDate DealDateKind",
    "entities.deposit": "Deposit ResourceEstimate",
    "entities.event": (
        "Event EventKind EventKindText EventStatus Participant ParticipantRole Wording"
    ),
    "entities.figure": "Figure",
    "entities.mineral": "CriticalListing Mineral",
    "entities.organization": "Organization OrganizationKind OrganizationKindText",
    "entities.party": "Party PartyRole Signatory",
    "entities.person": "Agent Official Person Position PositionStatus",
    "entities.base.record": "Entity",
    "entities.passage": "Span",
    "entities.source": "Citation DateBasis Dated Source",
    "entities.relation": "Relation",
    "entities.stake": "Quantity Stake StakeStatus",
    "entities.statement": "AnyStatement Disclosure Rank Standing Stated Undisclosed",
    "entities.statistic": "Statistic Subject",
    "entities.vocabulary.amount_role": "AmountRole",
    "entities.vocabulary.condition_terms": "ConditionKind ConditionState",
    "entities.vocabulary.deal_kind": "DealClass DealClassText DealKind DealKindText",
    "entities.vocabulary.implementation": "Implementation",
    "entities.vocabulary.money_kind": "MoneyKind MoneyKindText",
    "entities.vocabulary.relation_kind": "RelationKind",
    "entities.vocabulary.resource_terms": (
        "CommodityBasis ReportingStandard ReservesWithin ResourceClass"
    ),
    "entities.vocabulary.sector": "Sector SectorText",
    "entities.vocabulary.source_tier": "Extent SourceTier",
    "entities.vocabulary.stage": ("Binding Stage StageGroup StageGroupText StageSort StageText"),
    "dataset.back_references": "Involvement",
    "dataset.catalog": "Catalog",
    "dataset.dataset": "Dataset",
    "dataset.authoring.cite": "FoundPassage cite source",
    "dataset.authoring.draft": "build",
    "dataset.authoring.source_keywords": "SourceKeywords",
    "dataset.evidence.figures.reading": "Reading",
    "dataset.evidence.text_files": "GivenCopies",
    "dataset.evidence.verification": "Failure Proof Verification Whereabouts",
    "dataset.bundled.load": "BundledDataset BundledDatasets datasets load",
    "dataset.files.read_write": "read write",
    "dataset.json.converter": "configure_converter",
    "dataset.json.documents": "from_json to_json",
    "dataset.json.schema": "json_schema",
    "dataset.kinds": "Records",
    "dataset.joining.merging": "PreferredSide",
    "dataset.query.criteria": (
        "Criteria DateLike DealCriteria DepositCriteria EventCriteria OneOrMore "
        "OrganizationCriteria SourceCriteria StatisticCriteria"
    ),
    "dataset.query.search": "Match Matches",
    "dataset.relations.related": "Related",
    "dataset.spelling.likeness": "Likeness",
    "dataset.tables.dataset_tables": "DatasetTables",
    "analysis.check": "Checked check",
    "analysis.counting.sums.bounds": "CurrencyTotal",
    "analysis.counting.beside": "Beside",
    "analysis.counting.columns": "Columns Facts",
    "analysis.counting.given_deals": "Deals",
    "analysis.counting.covers": "Bid Cover Replacement",
    "analysis.counting.sums.convert": "Conversion",
    "analysis.counting.judging.exclusion_reason": "ExclusionReason",
    "analysis.counting.judging.filters": "Classes Filters Kinds Sectors StageChoice Stages",
    "analysis.counting.keywords": "FilterKeywords TotalKeywords",
    "analysis.counting.ledger": "Ledger Rows ledger",
    "analysis.counting.ledger_row": "LedgerRow Verdict",
    "analysis.counting.judging.predicates": "Predicate",
    "analysis.counting.sums.rate": "Rate Rates",
    "analysis.counting.judging.rules": "RULES Rule",
    "analysis.coverage": "Coverage Sentence SourceCoverage coverage",
    "analysis.disagreement": "Disagreement DisagreementKind Side",
    "analysis.disagreements": "Disagreements disagreements",
    "analysis.estimate_rows": "MeasureReason MeasureRow MeasureTotal",
    "analysis.rates": "CurrencyPair FixedRates printed_rates rates_of",
    "analysis.ratio": "Ratio RatioTerm ratio",
    "analysis.reporting.footnotes": "Footnoted Note",
    "analysis.timeline": "Happening Happenings Moment Timeline timeline",
    "analysis.tonnages": "Deposits MeasureTotals total_measure",
    "analysis.total": "Total total",
    "analysis.total_by": "GroupBy GroupKey Totals total_by",
    "analysis.unnamed_fields": "Unnamed UnnamedFields unnamed_fields",
}
"""The public names, by the module that each lives in; nothing else lists them."""

_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted([*_HOMES, "__version__"])  # pyright: ignore[reportUnsupportedDunderAll]  # the block above says it


def __getattr__(name: str) -> object:
    if name in _HOMES:
        value = getattr(importlib.import_module(f".{_HOMES[name]}", __name__), name)
        globals()[name] = value
        if isinstance(value, type) and "hypothesis.strategies" in sys.modules:
            _tell_hypothesis(value)
        return value
    from .errors import did_you_mean, near

    hint = did_you_mean(near(name, __all__))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; {hint}".rstrip("; "))


def _tell_hypothesis(*classes: type) -> None:
    """Let hypothesis draw our classes by their type, from wherever they are imported.

    Hypothesis calls it when it is imported, as its entry point. As long as none of our types is
    loaded, nothing is done, so that it costs those next to nothing who do not use them; the lowest
    floor calls it again. Hypothesis is then told the name of this package, and asks when something
    of it is to be drawn. If it can no longer be told names, it is told classes.
    """
    if f"{__name__}.values.base" not in sys.modules:
        return
    types = importlib.import_module("hypothesis.strategies._internal.types")
    resolvers = getattr(types, "_global_extra_lookup", None)
    if isinstance(resolvers, dict):
        resolvers[__name__] = _strategy_of
        return
    modules = {name: sys.modules.get(f"{__name__}.{home}") for name, home in _HOMES.items()}
    loaded = [getattr(module, name, None) for name, module in modules.items()]
    strategies = importlib.import_module("hypothesis.strategies")
    for cls in classes or loaded:
        if isinstance(cls, type):
            strategies.register_type_strategy(cls, _strategy_or_nothing)


def _strategy_or_nothing(cls: object) -> Any:
    strategy = _strategy_of(cls)
    return NotImplemented if strategy is None else strategy


def _strategy_of(thing: object) -> Any:
    """Return the strategy of a class of ours; None if it is not one."""
    home = getattr(thing, "__module__", None)
    if not isinstance(home, str) or not home.startswith(f"{__name__}."):
        return None
    return importlib.import_module(f"{__name__}.adapters.hypothesis").strategy_of(thing)


def __dir__() -> list[str]:
    return __all__
