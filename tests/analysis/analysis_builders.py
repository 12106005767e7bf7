"""Builds sources with invented texts, and deals and deposits that cite them."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal

import centralasia_minerals as cam

TEXTS: dict[str, str] = {}
"""The invented texts by the id of their source, for the tests that read passages."""

SCALES = {
    "": 1,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "млн": 10**6,
    "млрд": 10**9,
    "трлн": 10**12,
}
_NUMBER = {
    "en": re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(million|billion|trillion)?"),
    "ru": re.compile(r"(\d[\d\s]*(?:,\d+)?)\s*(млн|млрд|трлн)?"),
}


def paper(id: str, published: str, text: str, **more) -> cam.Source:
    """Give a source with a text, which ``TEXTS`` keeps."""
    TEXTS[id] = text
    return cam.Source(
        id=id,
        title=more.pop("title", id),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        length=len(text),
        published=cam.Dated(date=cam.PartialDate.parse(published)),
        **more,
    )


def span(text: str, passage: str) -> cam.Span:
    """Point to the first place of a passage in a text."""
    start = text.index(passage)
    return cam.Span(start=start, end=start + len(passage), digest=cam.digest_of(passage))


_LINES = "".join(f"Line {number:03d} of an invented paper.\n" for number in range(400))
GAZETTE = paper("gazette-2024-03", "2024-03", f"Gazette.\n{_LINES}")
REVIEW = paper("review-2025-11", "2025-11", f"Review.\n{_LINES}")
OTHER_REVIEW = paper("other-review-2025-11", "2025-11", f"Other review.\n{_LINES}")


def cite(of: cam.Source = REVIEW, at: int = 100, **more) -> cam.Citation:
    """Cite forty characters of a source."""
    passage = TEXTS[of.id][at : at + 40]
    return cam.Citation(source=of, start=at, end=at + 40, digest=cam.digest_of(passage), **more)


def quote(of: cam.Source, passage: str, **more) -> cam.Citation:
    """Cite a passage of an invented text."""
    return of.cite(TEXTS[of.id], passage, **more)


def stated(figure: str, hedge: str = "as stated", *, of=REVIEW, at=100, **said) -> cam.Stated:
    """State a figure such as ``"USD 900"``; ``upper`` is the other end of a range."""
    if "upper" in said:
        said["upper"] = cam.Money.parse(said["upper"])
    said.setdefault("citations", (cite(of, at),))
    return cam.Stated(value=cam.Money.parse(figure), hedge=cam.Hedge(hedge), **said)


def weighed(figure: str, hedge: str = "as stated", *, of=REVIEW, at=100, **said) -> cam.Stated:
    """State a measure such as ``"410000 tonne"``."""
    if "upper" in said:
        said["upper"] = cam.Measure.parse(said["upper"])
    said.setdefault("citations", (cite(of, at),))
    return cam.Stated(value=cam.Measure.parse(figure), hedge=cam.Hedge(hedge), **said)


def withheld(*, of=REVIEW, at=100) -> cam.Undisclosed:
    """Say that a figure is withheld."""
    return cam.Undisclosed(citations=(cite(of, at),))


def staged(stage: str | None, **more) -> tuple[cam.Stated, ...]:
    """Give the series of a stage, empty for none."""
    citations = more.pop("citations", (cite(),))
    if stage is None:
        return ()
    return (cam.Stated(value=cam.Stage(stage), citations=citations, **more),)


def amount(*statements, role: str = "cost", stage: str | None = None, **more) -> cam.Amount:
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


def deal(id: str, *amounts: cam.Amount, stage: str | None = "signed", **more) -> cam.Deal:
    """Make a deal, signed and in minerals unless something else is said."""
    dates = more.pop("dates", ())
    return cam.Deal(
        id=id,
        title=more.pop("title", id),
        kind=more.pop("kind", cam.DealKind.CONTRACT),
        amounts=amounts,
        stages=more.pop("stages", staged(stage)),
        sectors=tuple(map(cam.Sector, more.pop("sectors", ("minerals",)))),
        dates=tuple(on(date) if isinstance(date, str) else date for date in dates),
        citations=more.pop("citations", (cite(at=500),)),
        **more,
    )


def on(date: str, kind: str = "signed", at: int = 300) -> cam.DealDate:
    """Give a date of a deal."""
    return cam.DealDate(
        date=cam.PartialDate.parse(date), kind=cam.DealDateKind(kind), citations=(cite(at=at),)
    )


def country(code: str) -> cam.Country:
    """Give a country, named by its code."""
    return cam.Country(id=code, names=(cam.Name(code),))


KZ, TJ, UZ, US = map(country, ("KZ", "TJ", "UZ", "US"))
EU = cam.Bloc(id="european-union", names=(cam.Name("European Union"),), citations=(cite(),))


def mineral(id: str) -> cam.Mineral:
    """Give a mineral, named by its id."""
    return cam.Mineral(id=id, names=(cam.Name(id),), citations=(cite(),))


TUNGSTEN, URANIUM, GOLD = map(mineral, ("tungsten", "uranium", "gold"))


def estimate(said: str | cam.Stated, of: cam.Mineral = TUNGSTEN, **more) -> cam.ResourceEstimate:
    """Estimate what lies somewhere; contained metal of no class unless something else is said."""
    basis = cam.CommodityBasis(more.pop("basis", "contained metal"))
    resource_class = cam.ResourceClass(more.pop("resource_class", "unspecified"))
    return cam.ResourceEstimate(
        stated=weighed(said) if isinstance(said, str) else said,
        mineral=of,
        basis=basis,
        resource_class=resource_class,
        **more,
    )


def deposit(id: str, *estimates: str | cam.ResourceEstimate, **more) -> cam.Deposit:
    """Make a deposit in Kazakhstan, of estimates or of tonnages."""
    made = tuple(estimate(one) if isinstance(one, str) else one for one in estimates)
    return cam.Deposit(
        id=id,
        names=(cam.Name(id),),
        country=KZ,
        estimates=made,
        citations=(cite(at=600),),
        **more,
    )


def dataset(**records) -> cam.Dataset:
    """Put records into a dataset with their sources."""
    sources = records.pop("sources", (GAZETTE, REVIEW, OTHER_REVIEW))
    return cam.Dataset.of({"sources": sources, **records})


def bounds(total: cam.Total, currency: str = "USD") -> tuple[Decimal, Decimal, Decimal | None]:
    """Give low, stated and high of a total."""
    one = total[currency]
    return one.low.amount, one.stated.amount, None if one.high is None else one.high.amount


def numbers_in(text: str, language: str = "en") -> list[Decimal]:
    """Read the numbers of a sentence with their scales; note marks are none."""
    prose = re.sub(r"\[\d+\]", "", text)
    return [
        Decimal(re.sub(r"\s", "", digits).replace(",", "." if language == "ru" else ""))
        * SCALES[scale]
        for digits, scale in _NUMBER[language].findall(prose)
    ]
