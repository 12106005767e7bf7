"""Values and records in pydantic, FastAPI, cattrs and JSON Schema, without a line of glue."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

import centralasia_minerals as cam

DS = cam.load()
DEAL = DS.deals["kz-us-tungsten"]
CITED = cam.Stated(value=cam.Money(2, "EUR"), hedge=cam.Hedge.UP_TO)


class Offer(BaseModel):
    price: cam.Money
    deal: cam.Deal
    stage: cam.Stage
    said: cam.Stated[cam.Money]
    low: cam.Money | cam.NotStated
    dates: list[cam.PartialDate]
    share: cam.Share | None = None
    weight: cam.Measure | None = None
    official: cam.Official | None = None


OFFER = Offer(
    price=cam.Money("1.50", "USD"), deal=DEAL, stage=cam.Stage.SIGNED, said=CITED,
    low=cam.NotStated(), dates=[cam.PartialDate.parse("2025-11")], share=cam.Share("0.7"),
    weight=cam.Measure(410_000, "tonne"), official=next(iter(DS.officials)),
)  # fmt: skip


def test_a_model_comes_back_from_json() -> None:
    assert OFFER == Offer.model_validate_json(OFFER.model_dump_json())
    assert OFFER == Offer.model_validate(OFFER.model_dump())
    assert OFFER == Offer.model_validate(OFFER.model_dump(mode="json"))


def test_a_model_keeps_the_very_instance() -> None:
    assert DEAL is Offer.model_validate(OFFER.model_dump()).deal


def test_what_is_wrong_is_told_by_field_in_the_words_of_this_library() -> None:
    wrong = OFFER.model_dump(mode="json") | {
        "price": {"amount": 1.5, "currency": "XX"}, "stage": "singed", "deal": {"format": 1},
        "official": DS.people["li-hui"].id if "li-hui" in DS.people else "x",
    }  # fmt: skip

    with pytest.raises(ValidationError) as refused:
        Offer.model_validate(wrong)

    told = {error["loc"][0]: error["msg"] for error in refused.value.errors()}
    assert {"price", "stage", "deal", "official"} == told.keys()
    assert "not a currency code" in told["price"]
    assert "did you mean 'signed'" in told["stage"]


def test_a_statement_of_another_sort_is_refused() -> None:
    with pytest.raises(ValidationError):
        Offer.model_validate(OFFER.model_dump() | {"said": cam.Stated(value=cam.Share("0.5"))})


def test_a_record_of_another_kind_is_refused() -> None:
    document = json.loads(cam.to_json(DS.countries["KZ"]))

    with pytest.raises(ValidationError, match="it is a Country, and a Deal is wanted"):
        Offer.model_validate(OFFER.model_dump() | {"deal": document})


def test_what_a_model_writes_fits_its_schema() -> None:
    schema = Offer.model_json_schema()

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(OFFER.model_dump(mode="json"))


def test_pydantic_is_loaded_only_when_it_asks() -> None:
    code = (
        "import sys, centralasia_minerals as cam; cam.total(cam.load()); cam.Money(1, 'USD'); "
        "cam.to_json(cam.load()); assert not [m for m in sys.modules if m.startswith('pydantic')]"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_service_returns_values_and_results() -> None:
    fastapi = pytest.importorskip("fastapi", reason="fastapi is in the dependency group app")
    pytest.importorskip("httpx2", reason="httpx2 is in the dependency group app")
    from fastapi.testclient import TestClient

    app = fastapi.FastAPI()

    @app.get("/money")
    def money() -> cam.Money:
        return cam.Money("1.50", "USD")

    @app.get("/offer")
    def offer() -> Offer:
        return OFFER

    @app.get("/total")
    def total() -> dict[str, Any]:
        return cam.total(DS).to_dict()

    client = TestClient(app)
    assert {"amount": "1.50", "currency": "USD"} == client.get("/money").json()
    assert OFFER == Offer.model_validate(client.get("/offer").json())
    low = client.get("/total").json()["by_currency"][0]["low"]
    assert {"amount": "1100000000", "currency": "USD"} == low
    assert 200 == client.get("/openapi.json").status_code


EVERY_RECORD = [one for kind in DS.records.values() for one in kind]


@pytest.mark.slow
@pytest.mark.parametrize("record", EVERY_RECORD[::7], ids=lambda record: record.id)
def test_the_document_of_a_record_fits_its_schema(record: Any) -> None:
    schema = cam.json_schema(type(record))

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(cam.to_json(record)))


def test_the_data_fit_the_schema_of_a_dataset() -> None:
    schema = cam.json_schema(cam.Dataset)

    Draft202012Validator(schema).validate(json.loads(cam.to_json(DS)))


@pytest.mark.parametrize(
    "value",
    [cam.Money("-1.5", "KZT"), cam.Measure("0.1", "tonne"), cam.Share("0.5"), cam.Stage.SIGNED,
     cam.PartialDate.parse("2025-11"), cam.Name("x", language="ru"), cam.Currency("SUR"),
     cam.NotStated(), cam.NotApplicable()],
    ids=str,
)  # fmt: skip
def test_the_form_of_a_value_fits_its_schema(value: Any) -> None:
    schema = cam.json_schema(type(value))

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(cam.to_json(value))["value"])


@pytest.mark.parametrize(
    "change",
    [lambda deal: deal.pop("title"), lambda deal: deal.update(kind="barter"),
     lambda deal: deal.update(sectors="minerals"), lambda deal: deal.update(unknown=1),
     lambda deal: deal["amounts"][0].update(role=1), lambda deal: deal.update(id=5)],
)  # fmt: skip
def test_what_the_schema_refuses_is_refused_by_reading_too(change: Any) -> None:
    document = json.loads(cam.to_json(DEAL))
    (deal,) = (one for one in document["deals"] if one["id"] == DEAL.id)
    change(deal)

    assert not Draft202012Validator(cam.json_schema(cam.Deal)).is_valid(document)
    with pytest.raises(cam.DataError):
        cam.from_json(json.dumps(document))


def test_a_schema_of_something_else_is_refused() -> None:
    with pytest.raises(cam.InvalidTypeError, match="a JSON Schema"):
        cam.json_schema(int)


@attrs.frozen
class Holding:
    deal: cam.Deal
    price: cam.Money
    stage: cam.Stage
    low: cam.Money | cam.NotStated
    said: cam.Stated[cam.Money] | None = None
    dates: tuple[cam.PartialDate, ...] = ()


HOLDING = Holding(DEAL, cam.Money("1.50", "USD"), cam.Stage.SIGNED, cam.NotStated(), CITED,
                  (cam.PartialDate.parse("2025"),))  # fmt: skip


@pytest.mark.parametrize("dataset", [DS, None], ids=["by id", "closed in itself"])
@pytest.mark.parametrize("make", [cattrs.Converter, make_converter], ids=["plain", "json"])
@pytest.mark.parametrize("detailed", [True, False])
def test_peoples_own_classes_come_back_under_cattrs(
    make: Any, dataset: Any, detailed: bool
) -> None:
    converter = make(detailed_validation=detailed)
    cam.configure_converter(converter, dataset)

    form = json.loads(json.dumps(converter.unstructure(HOLDING)))

    assert HOLDING == converter.structure(form, Holding)
    assert (form["deal"] == DEAL.id) is (dataset is not None)


@pytest.mark.parametrize("dataset", [DS, None], ids=["by id", "closed in itself"])
def test_a_cited_statement_comes_back_under_cattrs(dataset: Any) -> None:
    converter = cattrs.Converter()
    cam.configure_converter(converter, dataset)
    statement = DEAL.amounts[0].statements[0]

    form = json.loads(json.dumps(converter.unstructure(statement)))

    assert statement == converter.structure(form, cam.Stated[cam.Money])
    assert ("sources" in form) is (dataset is None)


def test_nothing_is_coerced_under_cattrs() -> None:
    converter = cattrs.Converter()
    cam.configure_converter(converter, DS)

    for wrong in ({"amount": 1.5, "currency": "USD"}, "5", None, {"amount": "1"}):
        with pytest.raises(cam.DataError):
            converter.structure(wrong, cam.Money)
    with pytest.raises(cam.UnknownIdError, match="kz-us-tungsten"):
        converter.structure("kz-us-tungstem", cam.Deal)


def test_results_are_plain_values_with_hedges_and_links() -> None:
    held = json.loads(json.dumps(cam.total(DS, kinds=None, stages=None).to_dict()))

    (usd,) = (one for one in held["by_currency"] if one["currency"] == "USD")
    rows = {row["deal"]["id"]: row for row in held["counted"]}
    assert usd["approximate"] is True
    assert "about" in rows["kz-us-tungsten"]["figure"]["text"]
    assert rows["kz-us-tungsten"]["figure"]["citations"][0]["source"]
    assert all("link" in one for one in rows["kz-us-tungsten"]["figure"]["citations"])


@pytest.mark.parametrize(
    "make",
    [cam.total, cam.ledger, cam.disagreements, cam.timeline, cam.total_measure,
     lambda ds: cam.total_by(ds, "country"), lambda ds: cam.total(ds).footnoted("en"),
     lambda ds: cam.coverage(ds, ".")],
)  # fmt: skip
def test_every_result_can_be_sent(make: Any) -> None:
    held = make(DS).to_dict()

    assert held == json.loads(json.dumps(held))


def test_patterns_match_values_statements_absences_and_records() -> None:  # noqa: C901  # a case each
    def told(given: object) -> str:
        match given:
            case cam.Money(amount, cam.Currency("USD")):
                return f"dollars {amount}"
            case cam.Money(_, currency):
                return f"in {currency}"
            case cam.Stated(value=cam.Money(), hedge=cam.Hedge.UP_TO):
                return "at most"
            case cam.Stated(value=cam.Share(fraction)):
                return f"a share {fraction}"
            case cam.NotStated() | cam.NotApplicable():
                return "absent"
            case cam.Undisclosed():
                return "withheld"
            case cam.Measure(magnitude, unit):
                return f"{magnitude} {unit}"
            case cam.PartialDate(year):
                return f"in {year}"
            case cam.Deal(id=id, stage=cam.Stage.SIGNED):
                return f"signed {id}"
            case _:
                return "else"

    assert [
        "dollars 1", "in EUR", "at most", "a share 0.5", "absent", "absent", "withheld", "3 tonne",
        "in 2025", "signed kz-us-tungsten", "else",
    ] == [
        told(one) for one in (
            cam.Money(1, "USD"), cam.Money(1, "EUR"), CITED, cam.Stated(value=cam.Share("0.5")),
            cam.NotStated(), cam.NotApplicable(), cam.Undisclosed(), cam.Measure(3, "tonne"),
            cam.PartialDate.parse("2025-11"), DEAL, 5,
        )
    ]  # fmt: skip
