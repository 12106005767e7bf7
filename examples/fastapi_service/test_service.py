"""The service says what the objects say."""

from __future__ import annotations

import pytest

fastapi = pytest.importorskip("fastapi", reason="fastapi is in the dependency group app")
pytest.importorskip("httpx2", reason="httpx2 is in the dependency group app")

from fastapi.testclient import TestClient  # noqa: E402  # where it is installed
from service import RECORD, app  # noqa: E402

import centralasia_minerals as cam  # noqa: E402

client = TestClient(app)


def test_a_deal_travels_whole() -> None:
    answer = client.get("/deals/kz-us-tungsten")

    assert RECORD.deals["kz-us-tungsten"] == cam.from_json(answer.text)


def test_an_unknown_deal_suggests_others() -> None:
    answer = client.get("/deals/kz-us-tungstem")

    assert 404 == answer.status_code
    assert "kz-us-tungsten" in answer.json()["detail"]


def test_a_total_is_that_of_the_objects() -> None:
    assert cam.total(RECORD).to_dict() == client.get("/total").json()
    asked = {"country": "KZ", "stages": ["letter of interest"], "kinds": ["financing"]}
    expected = cam.total(
        RECORD.deals.where(country="KZ"), stages="letter of interest", kinds="financing"
    )
    assert expected.to_dict() == client.get("/total", params=asked).json()
    assert 422 == client.get("/total", params={"country": "Kz"}).status_code
    assert 422 == client.get("/total", params={"stages": "singed"}).status_code


@pytest.mark.parametrize(
    ("amount", "agrees"), [("1100000000", True), ("1100000001", False), ("900000000", False)]
)
def test_a_claim_is_checked_against_the_words_of_the_sources(amount: str, agrees: bool) -> None:
    claim = {"deal": "kz-us-tungsten", "figure": {"amount": amount, "currency": "USD"}}

    answer = client.post("/check", json=claim).json()

    assert agrees is answer["agrees"]
    assert "about USD 1,100,000,000" in answer["said"]


def test_a_claim_in_floats_is_refused() -> None:
    claim = {"deal": "kz-us-tungsten", "figure": {"amount": 1.1e9, "currency": "USD"}}

    answer = client.post("/check", json=claim)

    assert 422 == answer.status_code
    assert "give a Decimal" in answer.text
