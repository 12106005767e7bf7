"""Values, records and datasets come back equal from JSON, and anything else is refused."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam

EVERY_RECORD = [one for kind in cam.load().records.values() for one in kind]
VALUES = [
    cam.Money("1.50", "USD"),
    cam.Money("-1", "KZT"),
    cam.Money("123456789012345678901234.1234567891", "EUR"),
    cam.Measure("-3.5", "tonne"),
    cam.Measure("0.10", "gram per tonne"),
    cam.Share("0.333333333333333333333333"),
    cam.PartialDate.parse("2025-11~"),
    cam.PartialDate.parse("2024-35"),
    cam.Name("Тоқаев", language="kk"),
    cam.Currency("SUR"),
    cam.Stage.SIGNED,
    cam.Hedge.UP_TO,
    cam.NotStated(),
    cam.NotApplicable(),
]


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_value_comes_back_with_all_of_its_digits(value: Any) -> None:
    back = cam.from_json(cam.to_json(value))

    assert value == back
    assert str(value) == str(back)
    assert type(value) is type(back)


@given(st.decimals(-(10**25), 10**25, places=8), st.sampled_from(["USD", "KZT", "RUR"]))
def test_any_money_comes_back(amount: Any, currency: str) -> None:
    money = cam.Money(amount, currency)

    assert money == cam.from_json(cam.to_json(money, indent=2))


@pytest.mark.parametrize("record", EVERY_RECORD, ids=lambda record: record.id)
def test_a_record_comes_back_with_all_that_it_refers_to(record: Any) -> None:
    assert record == cam.from_json(cam.to_json(record))


def test_a_dataset_comes_back_with_its_version() -> None:
    back = cam.from_json(cam.to_json(cam.load()))

    assert cam.load() == back
    assert cam.load().version == back.version


def test_a_document_of_a_dataset_is_a_data_file(tmp_path: Any) -> None:
    (tmp_path / "all.json").write_text(cam.to_json(cam.load()), "utf-8")

    assert cam.load() == cam.read(tmp_path / "all.json")


def test_a_record_may_refer_to_a_base() -> None:
    text = json.dumps({
        "format": 1, "record": "x",
        "organizations": [{"id": "x", "names": [{"text": "X"}], "kind": "company",
                           "country": "KZ"}],
    })  # fmt: skip
    source = cam.load().sources["summit-minerals-2025-11"]

    with pytest.raises(cam.DataError):
        cam.from_json(text)
    with pytest.raises(cam.DataError, match="citation"):
        cam.from_json(text, base=cam.load())
    assert source.id in cam.load().sources


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('{"format": 1, "type": "Money", "value": {"amount": 1.5, "currency": "USD"}}',
         "amount", "write it in quotes"),
        ('{"format": 1, "type": "Money", "value": {"amount": "x", "currency": "US"}}',
         "amount", "x"),
        ('{"format": 1, "type": "Money", "value": {"amount": "1"}}', "currency", "missing"),
        ('{"format": 1, "type": "Money", "value": {"amount": "1", "currency": "USD", "x": 1}}',
         "x", "unknown"),
        ('{"format": 1, "type": "Cash", "value": 1}', "type", "is not one"),
        ('{"format": 1, "type": ["Money"], "value": 1}', "type", "is not one"),
        ('{"format": 2, "type": "Money", "value": {}}', "format", "known format"),
        ('{"type": "Money"}', "value", "missing"),
        ('{"format": 1, "type": "Stage", "value": "singed"}', "", "signed"),
        ('{"format": 1, "type": "NotStated", "value": null}', "", "write 'not stated'"),
        ('{"format": 1, "record": "nobody", "countries": [{"id": "GE", "names": '
         '[{"text": "Georgia"}]}]}', "record", "is not the id of a record"),
        ('{"format": 1, "record": 5, "countries": []}', "", "no records"),
        ('{"format": 1, "deals": [{"id": "x"}]}', "deals[0]", "missing"),
        ("[]", "", "table"),
        ("", "", "empty"),
        ("{", "", "not valid JSON"),
        ('{"format": 1, "format": 1}', "", "write it once"),
        ("[" * 100_000, "", "too deeply"),
        ('{"format": NaN}', "format", "format"),
        ('{"format": 1, "type": "Money", "value": {"amount": "1e999999999", "currency": "USD"}}',
         "amount", ""),
        ('{"format": 1, "type": "Measure", "value": {"magnitude": "-", "unit": "tonne"}}',
         "magnitude", ""),
    ],
    ids=lambda one: one[:50],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(text: str, place: str, message: str) -> None:
    with pytest.raises(cam.DataError) as refused:
        cam.from_json(text)

    told = [problem for problem in refused.value.problems if place in problem.path]
    assert any(message in str(problem) for problem in told), refused.value


def test_all_that_is_wrong_with_a_value_is_told_at_once() -> None:
    text = '{"format": 1, "type": "Money", "value": {"amount": 1.5, "currency": "XX", "y": 1}}'

    with pytest.raises(cam.DataError) as refused:
        cam.from_json(text)

    assert {"amount", "currency", "y"} == {one.path for one in refused.value.problems}


@pytest.mark.parametrize("given", [None, 5, ["{}"], {"format": 1}], ids=str)
def test_what_is_no_text_is_refused(given: Any) -> None:
    with pytest.raises(cam.InvalidTypeError, match="a JSON document"):
        cam.from_json(given)


def test_what_has_no_form_is_refused_with_what_has() -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"results have to_dict\(\)"):
        cam.to_json(cam.total(cam.load()))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["format", "type", "value", "record", "deals", "amount", "id"])
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(json_values)
def test_any_json_is_read_or_refused(given_value: Any) -> None:
    with contextlib.suppress(cam.DataError):
        cam.from_json(json.dumps(given_value))
