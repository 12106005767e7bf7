"""A service over the record: a deal, a total with its reasons, and a check of a posted figure.

Start it with ``fastapi dev examples/fastapi_service/service.py`` (``pip install
'centralasia-minerals[app]' 'fastapi[standard]'``), and look at /docs.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel

import centralasia_minerals as cam

app = FastAPI(title="Who agreed what with whom over Central Asia's critical minerals")
RECORD = cam.load()


class Claim(BaseModel):
    """A figure that somebody prints of a deal."""

    deal: str
    figure: cam.Money


class Answer(BaseModel):
    """What the record says of a claim: whether it is within the words of the sources."""

    agrees: bool
    said: str
    links: list[str]


@app.get("/deals/{id}")
def deal(id: str) -> cam.Deal:
    """Return a deal, with all that it refers to."""
    return _known(id)


@app.get("/total")
def total(
    country: str | None = None,
    stages: Annotated[list[cam.StageGroup | cam.Stage] | None, Query()] = None,
    kinds: Annotated[list[cam.MoneyKind] | None, Query()] = None,
) -> dict[str, Any]:
    """Return what deals come to, with bounds, hedges, reasons and links."""
    try:
        deals = RECORD.deals if country is None else RECORD.deals.where(country=country)
        asked = {"stages": stages or "concluded", "kinds": kinds or "project"}
        return cam.total(deals, **asked).to_dict()
    except cam.CentralAsiaMineralsError as error:
        raise HTTPException(422, str(error)) from None


@app.post("/check")
def check(claim: Claim) -> Answer:
    """Say whether a figure lies within what sources say that a deal is worth."""
    value = _known(claim.deal).value
    if not isinstance(value, cam.Stated):
        return Answer(agrees=False, said=str(value), links=[])
    agrees = claim.figure.currency == value.value.currency and (
        value.low <= claim.figure and (value.high is None or claim.figure <= value.high)
    )
    links = [one.url for one in value.citations if isinstance(one.url, str)]
    return Answer(agrees=agrees, said=str(value), links=links)


def _known(id: str) -> cam.Deal:
    try:
        return RECORD.deals[id]
    except cam.UnknownIdError as error:
        raise HTTPException(404, str(error)) from None
