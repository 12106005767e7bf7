"""Results, parts and datasets in pydantic models and in services of FastAPI."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

import centralasia_minerals as cam
from centralasia_minerals.dataset.json.to_dict import ToDict

DS = cam.load()
DEAL = DS.deals["kz-us-tungsten"]
STATEMENT = DEAL.amounts[0].statements[0]
RESULTS = [
    cam.total(DS), cam.ledger(DS), cam.timeline(DS), cam.disagreements(DS), cam.total_measure(DS),
    cam.total_by(DS, "country"), cam.total(DS).footnoted("en"), cam.coverage(DS, "."),
    next(iter(cam.ledger(DS))), cam.total(DS).filters,
]  # fmt: skip


def service_of(*answers: tuple[Any, Any]) -> Any:
    """Return a client of a service that answers under /0, /1, ... with something of a type."""
    fastapi = pytest.importorskip("fastapi", reason="fastapi is in the dependency group app")
    pytest.importorskip("httpx2", reason="httpx2 is in the dependency group app")
    from fastapi.testclient import TestClient

    app, body = fastapi.FastAPI(), fastapi.Body()
    for number, (wanted, given) in enumerate(answers):
        app.get(f"/{number}", response_model=wanted)(_returning(given))

    @app.post("/deal")
    def same_deal(deal: cam.Deal = body) -> cam.Deal:
        return deal

    @app.post("/total")
    def no_total(total: cam.Total = body) -> str:
        return "read"

    return TestClient(app)


def _returning(given: Any) -> Any:
    def endpoint() -> Any:
        return given

    return endpoint


@pytest.mark.parametrize("result", RESULTS, ids=lambda one: type(one).__name__)
def test_an_endpoint_returns_a_result_as_its_plain_values(result: Any) -> None:
    client = service_of((type(result), result), (list[type(result)], [result]))

    assert result.to_dict() == client.get("/0").json()
    assert [result.to_dict()] == client.get("/1").json()
    assert client.get("/openapi.json").status_code == 200


def test_an_endpoint_returns_records_parts_and_datasets_as_documents() -> None:
    client = service_of(
        (list[cam.Deal], list(DS.deals)), (cam.Stated[cam.Money], STATEMENT), (cam.Dataset, DS)
    )

    assert list(DS.deals) == [cam.from_json(json.dumps(one)) for one in client.get("/0").json()]
    assert STATEMENT == cam.from_json(client.get("/1").text)
    assert DS == cam.from_json(client.get("/2").text)


def test_an_endpoint_takes_a_record_and_says_what_is_wrong_with_it() -> None:
    client = service_of()
    document = json.loads(cam.to_json(DEAL))
    wrong = json.loads(cam.to_json(DEAL).replace('"signed"', '"singed"', 1))

    assert DEAL == cam.from_json(client.post("/deal", json=document).text)
    refused = client.post("/deal", json=wrong)
    assert refused.status_code == 422
    assert "did you mean 'signed'?" in refused.json()["detail"][0]["msg"]


def test_a_result_is_not_read() -> None:
    client = service_of()

    refused = client.post("/total", json=cam.total(DS).to_dict())

    assert refused.status_code == 422
    assert "results cannot be read; call the function" in refused.json()["detail"][0]["msg"]


def every(cls: type) -> list[type]:
    return [inner for one in cls.__subclasses__() for inner in (one, *every(one))]


def test_every_class_of_results_is_a_field_of_a_model() -> None:
    assert {type(one) for one in RESULTS} <= set(every(ToDict))
    for cls in every(ToDict):
        described = TypeAdapter(cls).json_schema()
        assert (described["type"], described["title"]) == ("object", cls.__name__)


class Held(BaseModel):
    total: cam.Total
    figure: cam.Figure[Any] | None = None
    dataset: cam.Dataset | None = None


def test_a_model_keeps_results_as_they_are_until_it_is_written() -> None:
    total = cam.total(DS)
    held = Held(total=total, dataset=DS)

    assert held.model_dump()["total"] is total
    assert held.model_dump(mode="json")["total"] == total.to_dict()
    assert DS == TypeAdapter(cam.Dataset).validate_python(held.model_dump(mode="json")["dataset"])


class Part(BaseModel):
    said: cam.Stated[cam.Money]
    amount: cam.Amount


def test_parts_come_back_with_their_citations() -> None:
    part = Part(said=STATEMENT, amount=DEAL.amounts[0])

    assert part == Part.model_validate_json(part.model_dump_json())
    assert part == Part.model_validate(part.model_dump(mode="json"))


def test_a_form_that_refers_to_nothing_is_read_as_well() -> None:
    form = {"value": {"amount": "2", "currency": "EUR"}, "hedge": "up to"}
    said = cam.Stated(value=cam.Money(2, "EUR"), hedge=cam.Hedge.UP_TO)

    assert said == TypeAdapter(cam.Stated[cam.Money]).validate_python(form)


def test_a_statement_of_any_value_is_read_from_its_document_alone() -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(cam.Stated)

    assert STATEMENT == adapter.validate_json(adapter.dump_json(STATEMENT))
    with pytest.raises(ValidationError, match="give a document that does"):
        adapter.validate_python({"value": {"amount": "2", "currency": "EUR"}})
    assert adapter.json_schema()["anyOf"]


@pytest.mark.parametrize("asked", [cam.Stated[cam.Money], cam.Stated], ids=str)
def test_a_view_of_several_statements_is_refused_where_one_is_wanted(asked: Any) -> None:
    figure = cam.Figure.of(STATEMENT, ())

    with pytest.raises(ValidationError, match="give one of its statements"):
        TypeAdapter(asked).validate_python(figure)


def test_a_document_of_another_statement_is_refused() -> None:
    share = cam.to_json(cam.Stated(value=cam.Share("0.5")))

    with pytest.raises(ValidationError, match="a Stated is wanted"):
        TypeAdapter(cam.Stated[cam.Money]).validate_json(share)


class Other(BaseModel):
    number: int = 1


class Either(BaseModel):
    one: cam.Deal | cam.Organization | cam.Money | Other | str | None


@pytest.mark.parametrize(
    "given",
    [DEAL, next(iter(DS.organizations)), cam.Money(1, "USD"), Other(), "x", None],
    ids=lambda one: type(one).__name__,
)
def test_a_field_of_one_of_several_classes_comes_back(given: Any) -> None:
    either = Either(one=given)

    assert either == Either.model_validate_json(either.model_dump_json())
    assert either == Either.model_validate(either.model_dump(mode="json"))
