"""Builds deals in a line, with invented sources, for the tests of this folder."""

from decimal import Decimal

import centralasia_minerals as cam

Bounds = tuple[Decimal, Decimal, Decimal | None]


def source(id: str, published: str) -> cam.Source:
    """Give a source of a date; its text is nobody's."""
    dated = cam.Dated(date=cam.PartialDate.parse(published))
    return cam.Source(id=id, title=id, sha256="0" * 64, length=10**6, published=dated)


GAZETTE = source("gazette-2024-03", "2024-03")
BULLETIN = source("bulletin-2025-02", "2025-02")
REVIEW = source("review-2025-11", "2025-11")
OTHER_REVIEW = source("other-review-2025-11", "2025-11")


def cite(of: cam.Source = REVIEW, at: int = 100) -> cam.Citation:
    """Cite forty characters of a source."""
    return cam.Citation(source=of, start=at, end=at + 40, digest="00000000000000ff")


def stated(
    figure: str, hedge: str = "as stated", *, of: cam.Source = REVIEW, at: int = 100, **said
) -> cam.Stated:
    """State a figure such as ``"USD 900"``; ``upper`` is the other end of a range."""
    if "upper" in said:
        said["upper"] = cam.Money.parse(said["upper"])
    return cam.Stated(
        value=cam.Money.parse(figure),
        hedge=cam.Hedge(hedge),
        citations=(cite(of, at),),
        **said,
    )


def deprecated(figure: str, hedge: str = "as stated", *, of: cam.Source = REVIEW) -> cam.Stated:
    """State a figure that is known to be a misprint."""
    return stated(figure, hedge, of=of, at=900, rank=cam.Rank.DEPRECATED, reason="a misprint")


def withheld(*, of: cam.Source = REVIEW, at: int = 100) -> cam.Undisclosed:
    """Say that a figure is withheld."""
    return cam.Undisclosed(citations=(cite(of, at),))


def staged(stage: str | None) -> tuple[cam.Stated, ...]:
    """Give the series of a stage, empty for none."""
    return () if stage is None else (cam.Stated(value=cam.Stage(stage), citations=(cite(),)),)


def amount(
    *statements: str | cam.Stated | cam.Undisclosed,
    role: str = "cost",
    stage: str | None = None,
    **more,
) -> cam.Amount:
    """Make an amount of statements, or of figures such as ``"USD 900"``.

    It is money of a project where the role leaves that in doubt; ``depends_on`` is a condition.
    """
    said = tuple(stated(one) if isinstance(one, str) else one for one in statements)
    if role in ("price", "contract value", "spending"):
        more.setdefault("money", cam.MoneyKind.PROJECT)
    if "depends_on" in more:
        what = more.pop("depends_on")
        more["conditions"] = (cam.Condition(what=what, citations=(cite(at=700),)),)
    return cam.Amount(role=cam.AmountRole(role), statements=said, stages=staged(stage), **more)


def financing(*statements: str | cam.Stated | cam.Undisclosed, **more) -> cam.Amount:
    """Make an amount that pays for something."""
    return amount(*statements, role="financing", **more)


def deal(
    id: str,
    *amounts: cam.Amount,
    stage: str | None = "signed",
    work: str | None = None,
    sectors: tuple[str, ...] = ("minerals",),
    **more,
) -> cam.Deal:
    """Make a deal, signed and in minerals unless something else is said."""
    works = () if work is None else (cam.Implementation(work),)
    return cam.Deal(
        id=id,
        title=more.pop("title", id),
        kind=more.pop("kind", cam.DealKind.CONTRACT),
        amounts=amounts,
        stages=staged(stage),
        implementations=tuple(cam.Stated(value=one, citations=(cite(),)) for one in works),
        sectors=tuple(map(cam.Sector, sectors)),
        citations=more.pop("citations", (cite(at=500),)),
        **more,
    )


def to(other: str, kind: str, **more) -> tuple[cam.Relation, ...]:
    """Relate a deal to another one."""
    return (
        cam.Relation(kind=cam.RelationKind(kind), deal=other, citations=(cite(at=800),), **more),
    )


def bounds(total: cam.Total, currency: str = "USD") -> Bounds:
    """Give low, stated and high of a total."""
    one = total[currency]
    return one.low.amount, one.stated.amount, None if one.high is None else one.high.amount


def counted(total: cam.Total) -> list[tuple[str, Decimal]]:
    """Give the ids and figures that count."""
    return [(row.deal.id, row.stated) for row in total.counted]


def left_out(total: cam.Total) -> list[tuple[str, Decimal | None, list[str]]]:
    """Give what is left out: id, figure, reasons."""
    return [(row.deal.id, row.stated, list(map(str, row.reasons))) for row in total.excluded]


def reasons_of(total: cam.Total, id: str) -> list[list[str]]:
    """Give the reasons of each row of a deal that is left out."""
    return [reasons for owner, _, reasons in left_out(total) if owner == id]
