"""The tables of sources and deals as models of pydantic, as strict as our own records."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

import pytest

import centralasia_minerals as cam

pytest.importorskip("pydantic")

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Date = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$")]
Figure = Annotated[Decimal, Field(max_digits=34, ge=0, allow_inf_nan=False)]


class Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Span(Table):
    digest: Digest
    start: Annotated[int, Field(ge=0)] | None = None
    end: int | None = None
    length: Annotated[int, Field(ge=1)] | None = None


class Citation(Span):
    source: Id
    figure: Text | None = None
    quote: tuple[Text, ...] = ()
    supports: tuple[Text, ...] = ()


class Dated(Table):
    date: Date
    basis: cam.DateBasis = cam.DateBasis.STATED
    inferred_from: tuple[Text | Span, ...] = ()
    citations: tuple[Citation, ...] = ()


class Source(Table):
    id: Id
    title: Text
    url: Text | None = None
    read: Date | None = None
    archived: Text | None = None
    language: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    origin: Text | None = None
    tier: cam.SourceTier | None = None
    state_run: bool | None = None
    extent: cam.Extent | None = None
    sha256: Sha256 | None = None
    length: Annotated[int, Field(ge=1)] | None = None
    published: Dated | None = None
    furniture: tuple[Span, ...] = ()


class Money(Table):
    amount: Figure
    currency: Code


class Statement(Table):
    asserted_by: tuple[Id, ...] = ()
    rank: cam.Rank = cam.Rank.NORMAL
    reason: Text | None = None
    citations: tuple[Citation, ...] = ()
    as_of: Date | None = None


class StatedMoney(Statement):
    value: Money
    hedge: cam.Hedge = cam.Hedge.AS_STATED
    upper: Money | None = None
    called: Text | None = None


class StatedStage(Statement):
    value: cam.Stage


class StatedImplementation(Statement):
    value: cam.Implementation


class Undisclosed(Statement):
    undisclosed: Literal[True]


class Amount(Table):
    key: Text | None = None
    role: cam.AmountRole
    statements: tuple[StatedMoney | Undisclosed, ...] = ()
    equivalents: tuple[StatedMoney, ...] = ()
    stages: tuple[StatedStage, ...] = ()
    horizon_years: Annotated[int, Field(ge=1)] | None = None
    condition: Text | None = None
    basis: Text | None = None
    citations: tuple[Citation, ...] = ()


class DealDate(Dated):
    key: Text | None = None
    kind: cam.DealDateKind


class Deal(Table):
    id: Id
    title: Text
    kind: cam.DealKind
    stages: tuple[StatedStage, ...] = ()
    implementations: tuple[StatedImplementation, ...] = ()
    sectors: tuple[cam.Sector, ...] = ()
    topics: tuple[Text, ...] = ()
    countries: tuple[Id, ...] = ()
    partners: tuple[Id, ...] = ()
    minerals: tuple[Id, ...] = ()
    deposits: tuple[Id, ...] = ()
    part_of: Id | None = None
    amounts: tuple[Amount, ...] = ()
    dates: tuple[DealDate, ...] = ()
    citations: tuple[Citation, ...] = ()


class File(Table):
    format: Literal[1]
    version: Text | None = None
    sources: tuple[Source, ...] = ()
    deals: tuple[Deal, ...] = ()


TABLES: TypeAdapter[File] = TypeAdapter(File)
