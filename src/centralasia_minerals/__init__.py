"""Who agreed what with whom over Central Asia's critical minerals: immutable, typed, sourced.

Every public name is here, and each is loaded when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .aggregation import (
        RULES as RULES,
    )
    from .aggregation import (
        Conversion as Conversion,
    )
    from .aggregation import (
        CurrencyTotal as CurrencyTotal,
    )
    from .aggregation import (
        Deals as Deals,
    )
    from .aggregation import (
        Disclosure as Disclosure,
    )
    from .aggregation import (
        ExclusionReason as ExclusionReason,
    )
    from .aggregation import (
        Ledger as Ledger,
    )
    from .aggregation import (
        LedgerRow as LedgerRow,
    )
    from .aggregation import (
        Rate as Rate,
    )
    from .aggregation import (
        Rates as Rates,
    )
    from .aggregation import (
        Rule as Rule,
    )
    from .aggregation import (
        Standing as Standing,
    )
    from .aggregation import (
        Total as Total,
    )
    from .aggregation import (
        ledger as ledger,
    )
    from .aggregation import (
        total as total,
    )
    from .dataset import (
        Catalog as Catalog,
    )
    from .dataset import (
        Dataset as Dataset,
    )
    from .dataset import (
        Failure as Failure,
    )
    from .dataset import (
        Verification as Verification,
    )
    from .dataset import (
        load as load,
    )
    from .dataset import (
        read as read,
    )
    from .dataset import (
        write as write,
    )
    from .entities import (
        Agent as Agent,
    )
    from .entities import (
        Amount as Amount,
    )
    from .entities import (
        AmountRole as AmountRole,
    )
    from .entities import (
        Bloc as Bloc,
    )
    from .entities import (
        Citation as Citation,
    )
    from .entities import (
        CommodityBasis as CommodityBasis,
    )
    from .entities import (
        Country as Country,
    )
    from .entities import (
        DateBasis as DateBasis,
    )
    from .entities import (
        Dated as Dated,
    )
    from .entities import (
        Deal as Deal,
    )
    from .entities import (
        DealDate as DealDate,
    )
    from .entities import (
        DealDateKind as DealDateKind,
    )
    from .entities import (
        DealKind as DealKind,
    )
    from .entities import (
        Deposit as Deposit,
    )
    from .entities import (
        Entity as Entity,
    )
    from .entities import (
        Event as Event,
    )
    from .entities import (
        EventKind as EventKind,
    )
    from .entities import (
        EventStatus as EventStatus,
    )
    from .entities import (
        Implementation as Implementation,
    )
    from .entities import (
        Mineral as Mineral,
    )
    from .entities import (
        Official as Official,
    )
    from .entities import (
        Organization as Organization,
    )
    from .entities import (
        OrganizationKind as OrganizationKind,
    )
    from .entities import (
        Participant as Participant,
    )
    from .entities import (
        ParticipantRole as ParticipantRole,
    )
    from .entities import (
        Party as Party,
    )
    from .entities import (
        PartyRole as PartyRole,
    )
    from .entities import (
        Person as Person,
    )
    from .entities import (
        Place as Place,
    )
    from .entities import (
        Position as Position,
    )
    from .entities import (
        PositionStatus as PositionStatus,
    )
    from .entities import (
        Quantity as Quantity,
    )
    from .entities import (
        Rank as Rank,
    )
    from .entities import (
        RelativeStatement as RelativeStatement,
    )
    from .entities import (
        ReportingStandard as ReportingStandard,
    )
    from .entities import (
        ResourceClass as ResourceClass,
    )
    from .entities import (
        ResourceEstimate as ResourceEstimate,
    )
    from .entities import (
        Sector as Sector,
    )
    from .entities import (
        Signatory as Signatory,
    )
    from .entities import (
        Source as Source,
    )
    from .entities import (
        Span as Span,
    )
    from .entities import (
        Stage as Stage,
    )
    from .entities import (
        StageGroup as StageGroup,
    )
    from .entities import (
        Stake as Stake,
    )
    from .entities import (
        StakeStatus as StakeStatus,
    )
    from .entities import (
        Stated as Stated,
    )
    from .entities import (
        Statistic as Statistic,
    )
    from .entities import (
        Undisclosed as Undisclosed,
    )
    from .entities import (
        digest_of as digest_of,
    )
    from .errors import (
        CentralAsiaMineralsError as CentralAsiaMineralsError,
    )
    from .errors import (
        ConflictError as ConflictError,
    )
    from .errors import (
        CurrencyMismatchError as CurrencyMismatchError,
    )
    from .errors import (
        DataError as DataError,
    )
    from .errors import (
        InexactConversionError as InexactConversionError,
    )
    from .errors import (
        InvalidTypeError as InvalidTypeError,
    )
    from .errors import (
        InvalidValueError as InvalidValueError,
    )
    from .errors import (
        MissingExtraError as MissingExtraError,
    )
    from .errors import (
        MissingPathError as MissingPathError,
    )
    from .errors import (
        MissingRateError as MissingRateError,
    )
    from .errors import (
        NameNotFoundError as NameNotFoundError,
    )
    from .errors import (
        NoEstimateError as NoEstimateError,
    )
    from .errors import (
        NoSuchCurrencyError as NoSuchCurrencyError,
    )
    from .errors import (
        Problem as Problem,
    )
    from .errors import (
        UnitMismatchError as UnitMismatchError,
    )
    from .errors import (
        UnknownCriterionError as UnknownCriterionError,
    )
    from .errors import (
        UnknownIdError as UnknownIdError,
    )
    from .errors import (
        UnknownLocaleError as UnknownLocaleError,
    )
    from .values import (
        Absence as Absence,
    )
    from .values import (
        Currency as Currency,
    )
    from .values import (
        Dimension as Dimension,
    )
    from .values import (
        Hedge as Hedge,
    )
    from .values import (
        Measure as Measure,
    )
    from .values import (
        Money as Money,
    )
    from .values import (
        Name as Name,
    )
    from .values import (
        NameKind as NameKind,
    )
    from .values import (
        NotApplicable as NotApplicable,
    )
    from .values import (
        NotStated as NotStated,
    )
    from .values import (
        PartialDate as PartialDate,
    )
    from .values import (
        Share as Share,
    )
    from .values import (
        Unit as Unit,
    )

_FLOORS = {
    "aggregation": (
        "RULES",
        "Conversion",
        "CurrencyTotal",
        "Deals",
        "Disclosure",
        "ExclusionReason",
        "Ledger",
        "LedgerRow",
        "Rate",
        "Rates",
        "Rule",
        "Standing",
        "Total",
        "ledger",
        "total",
    ),
    "dataset": (
        "Catalog",
        "Dataset",
        "Failure",
        "Verification",
        "load",
        "read",
        "write",
    ),
    "entities": (
        "Agent",
        "Amount",
        "AmountRole",
        "Bloc",
        "Citation",
        "CommodityBasis",
        "Country",
        "DateBasis",
        "Dated",
        "Deal",
        "DealDate",
        "DealDateKind",
        "DealKind",
        "Deposit",
        "Entity",
        "Event",
        "EventKind",
        "EventStatus",
        "Implementation",
        "Mineral",
        "Official",
        "Organization",
        "OrganizationKind",
        "Participant",
        "ParticipantRole",
        "Party",
        "PartyRole",
        "Person",
        "Place",
        "Position",
        "PositionStatus",
        "Quantity",
        "Rank",
        "RelativeStatement",
        "ReportingStandard",
        "ResourceClass",
        "ResourceEstimate",
        "Sector",
        "Signatory",
        "Source",
        "Span",
        "Stage",
        "StageGroup",
        "Stake",
        "StakeStatus",
        "Stated",
        "Statistic",
        "Undisclosed",
        "digest_of",
    ),
    "values": (
        "Absence",
        "Currency",
        "Dimension",
        "Hedge",
        "Measure",
        "Money",
        "Name",
        "NameKind",
        "NotApplicable",
        "NotStated",
        "PartialDate",
        "Share",
        "Unit",
    ),
    "errors": (
        "CentralAsiaMineralsError",
        "ConflictError",
        "CurrencyMismatchError",
        "DataError",
        "InexactConversionError",
        "InvalidTypeError",
        "InvalidValueError",
        "MissingExtraError",
        "MissingPathError",
        "MissingRateError",
        "NameNotFoundError",
        "NoEstimateError",
        "NoSuchCurrencyError",
        "Problem",
        "UnitMismatchError",
        "UnknownCriterionError",
        "UnknownIdError",
        "UnknownLocaleError",
    ),
}
_FLOOR_OF = {name: floor for floor, names in _FLOORS.items() for name in names}

__version__ = "0.1.0"

__all__ = [
    "RULES",
    "Absence",
    "Agent",
    "Amount",
    "AmountRole",
    "Bloc",
    "Catalog",
    "CentralAsiaMineralsError",
    "Citation",
    "CommodityBasis",
    "ConflictError",
    "Conversion",
    "Country",
    "Currency",
    "CurrencyMismatchError",
    "CurrencyTotal",
    "DataError",
    "Dataset",
    "DateBasis",
    "Dated",
    "Deal",
    "DealDate",
    "DealDateKind",
    "DealKind",
    "Deals",
    "Deposit",
    "Dimension",
    "Disclosure",
    "Entity",
    "Event",
    "EventKind",
    "EventStatus",
    "ExclusionReason",
    "Failure",
    "Hedge",
    "Implementation",
    "InexactConversionError",
    "InvalidTypeError",
    "InvalidValueError",
    "Ledger",
    "LedgerRow",
    "Measure",
    "Mineral",
    "MissingExtraError",
    "MissingPathError",
    "MissingRateError",
    "Money",
    "Name",
    "NameKind",
    "NameNotFoundError",
    "NoEstimateError",
    "NoSuchCurrencyError",
    "NotApplicable",
    "NotStated",
    "Official",
    "Organization",
    "OrganizationKind",
    "PartialDate",
    "Participant",
    "ParticipantRole",
    "Party",
    "PartyRole",
    "Person",
    "Place",
    "Position",
    "PositionStatus",
    "Problem",
    "Quantity",
    "Rank",
    "Rate",
    "Rates",
    "RelativeStatement",
    "ReportingStandard",
    "ResourceClass",
    "ResourceEstimate",
    "Rule",
    "Sector",
    "Share",
    "Signatory",
    "Source",
    "Span",
    "Stage",
    "StageGroup",
    "Stake",
    "StakeStatus",
    "Standing",
    "Stated",
    "Statistic",
    "Total",
    "Undisclosed",
    "Unit",
    "UnitMismatchError",
    "UnknownCriterionError",
    "UnknownIdError",
    "UnknownLocaleError",
    "Verification",
    "__version__",
    "digest_of",
    "ledger",
    "load",
    "read",
    "total",
    "write",
]


def __getattr__(name: str) -> object:
    floor = _FLOOR_OF.get(name)
    if floor is None:
        from .errors import did_you_mean, near

        hint = did_you_mean(near(name, __all__))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; {hint}".rstrip("; "))
    value = getattr(importlib.import_module(f".{floor}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
