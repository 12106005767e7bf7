"""Values, records and datasets come back equal from JSON, and anything else is refused."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.dataset.json.documents import from_document

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
    deal = next(iter(cam.load().deals))
    alone = json.loads(cam.to_json(deal))
    text = json.dumps({key: alone[key] for key in ("format", "record", "deals")})

    assert deal == cam.from_json(text, base=cam.load())
    with pytest.raises(cam.DataError, match="pass the base= that has it"):
        cam.from_json(text)


def test_a_record_that_is_not_cited_says_so_itself_and_goes_both_ways(tmp_path: Path) -> None:
    cited = cam.load().deals["kz-us-tungsten"]
    deal = attrs.evolve(cited, citations=())
    document = json.loads(cam.to_json(deal))

    assert deal == cam.from_json(json.dumps(document))
    assert document["uncited"] is True
    assert "uncited" not in json.loads(cam.to_json(cited))
    assert "uncited" not in json.loads(cam.to_json(cam.load()))
    del document["uncited"]
    with pytest.raises(cam.DataError, match="no citation; cite the passage"):
        cam.from_json(json.dumps(document))
    with pytest.raises(cam.DataError, match="no citation; cite the passage"):
        cam.from_json(json.dumps({key: document[key] for key in document if key != "record"}))


def test_a_dataset_that_is_not_cited_is_no_data_file(tmp_path: Path) -> None:
    deal = attrs.evolve(cam.load().deals["kz-us-tungsten"], citations=())
    deals = [deal if one.id == deal.id else one for one in cam.load().deals]
    whole = cam.Dataset.of({**cam.load().records, "deals": tuple(deals)})
    (tmp_path / "own.json").write_text(cam.to_json(whole), "utf-8")

    assert whole == cam.from_json(cam.to_json(whole))
    with pytest.raises(cam.DataError, match="cite them, or read the document with from_json"):
        cam.read(tmp_path / "own.json")


def test_an_empty_dataset_comes_back() -> None:
    assert cam.Dataset.of({}) == cam.from_json(cam.to_json(cam.Dataset.of({})))


def test_two_different_records_of_one_id_are_not_written_as_one() -> None:
    deal = cam.load().deals["kz-us-tungsten"]
    (citation, *others) = deal.citations
    other = attrs.evolve(citation.source, title="Another text")
    doubled = attrs.evolve(deal, citations=(attrs.evolve(citation, source=other), *others))

    with pytest.raises(
        cam.InvalidValueError, match=f"two different records have the id '{other.id}'"
    ):
        cam.to_json(doubled)


def test_what_reading_would_refuse_is_not_written() -> None:
    deal = cam.load().deals["kz-us-tungsten"]
    (citation, *others) = deal.citations
    wrong = attrs.evolve(citation, supports=("colour",))

    with pytest.raises(cam.InvalidValueError, match="'colour' is not a field") as refused:
        cam.to_json(attrs.evolve(deal, citations=(wrong, *others)))

    assert refused.value.field == "kz-us-tungsten.citations[0].supports[0]"


def test_a_part_comes_back_with_all_that_it_refers_to() -> None:
    (amount, *_) = cam.load().deals["kz-us-tungsten"].amounts
    (statement, *_) = amount.statements
    text = cam.to_json(statement)

    assert statement == cam.from_json(text)
    assert amount == cam.from_json(cam.to_json(amount))
    assert text == cam.to_json(cam.from_json(text))
    assert json.loads(text)["type"] == "Stated[Money]"
    assert {one.source.id for one in statement.citations} == {
        one["id"] for one in json.loads(text)["sources"]
    }


def test_all_that_is_wrong_with_a_part_and_its_records_is_told_at_once() -> None:
    (amount, *_) = cam.load().deals["kz-us-tungsten"].amounts
    document = json.loads(cam.to_json(amount)) | {"format": 2, "uncited": 1, "mines": []}
    document["sources"][0]["title"] = 5
    document["value"]["role"] = "prize"
    document["value"]["statements"][0]["citations"][0]["source"] = "nowhere"

    with pytest.raises(cam.DataError) as refused:
        cam.from_json(json.dumps(document))

    assert {
        "format", "uncited", "mines", "sources[0].title", "value.role",
        "value.statements[0].citations[0].source",
    } <= {one.path for one in refused.value.problems}  # fmt: skip


def test_a_wrong_header_is_told_beside_an_unknown_type() -> None:
    with pytest.raises(cam.DataError) as refused:
        cam.from_json('{"format": 2, "type": "Monye", "value": 1}')

    assert {"format", "type"} == {one.path for one in refused.value.problems}


def test_a_dataset_that_is_read_on_a_base_knows_its_ids() -> None:
    text = cam.to_json(cam.Dataset.of({"countries": tuple(cam.load().countries)}))

    back = cam.from_json(text, base=cam.load())

    assert not back.deals.where(source="summit-minerals-2025-11")


@pytest.mark.parametrize("indent", [-1, 101, True, 1.5, "  "])
def test_a_wrong_indent_is_refused(indent: Any) -> None:
    with pytest.raises((cam.InvalidTypeError, cam.InvalidValueError), match="an indent"):
        cam.to_json(cam.NotStated(), indent=indent)


def test_a_view_of_several_statements_is_not_written() -> None:
    figure = cam.Figure.of(cam.Stated(value=cam.Money(1, "USD")), ())

    with pytest.raises(cam.InvalidTypeError, match="give one of its statements"):
        cam.to_json(figure)


def test_a_document_given_as_plain_values_stays_as_it_was() -> None:
    document = json.loads(cam.to_json(cam.load().deals["kz-us-tungsten"]))
    before = json.dumps(document)

    from_document(document)

    assert before == json.dumps(document)


@pytest.mark.parametrize(
    ("tables", "message"),
    [({1: 2}, "the key 1 is not text"), ({"format": -(10**5000)}, "a number of"),
     ({"format": [[]]}, "is not a known format")],
    ids=["key", "number", "list"],
)  # fmt: skip
def test_plain_values_that_no_json_has_are_refused(tables: Any, message: str) -> None:
    with pytest.raises(cam.DataError, match=message):
        from_document(tables)


def test_plain_values_without_end_are_refused() -> None:
    endless: dict[str, Any] = {"format": 1}
    endless["deals"] = [endless]

    with pytest.raises(cam.DataError, match="nested too deeply"):
        from_document(endless)


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
        ('{"type": "Money"}', "format", "not given; give 1"),
        ('{"format": 1, "deals": {}}', "deals", "write each record in square brackets"),
        ('{"format": 1, "type": "Monye", "value": 1}', "type", "did you mean 'Money'?"),
        ('{"format": 1, "type": "Stated", "value": {}}', "type", "is not one"),
        ('{"format": 2, "type": "Money", "value": {"amount": 1.5}}', "value.amount", "quotes"),
        ('{"format": 1, "type": "Money", "value": {"amount": "--1", "currency": "USD"}}',
         "value.amount", "'--1' is not a plain number"),
        ('{"format": 1, "type": "Money", "value": {"amount": "-NaN", "currency": "USD"}}',
         "value.amount", "'-NaN' is not a plain number"),
        ('{"format": 1, "type": "Money", "value": {"amount": ' + "9" * 5000 + "}}",
         "value.amount", "write it in quotes"),
        ('{"format": 1, "type": "Share", "value": {"fraction": "-0.5"}}',
         "value.fraction", "below zero"),
        ('{"format": 1, "type": "Name", "value": {"text": "\\ud800"}}', "value.text", "surrogate"),
        ('{"format": 1, "type": "Name", "value": {"text": "\ud800"}}', "",
         "(a lone surrogate) at character 50"),
        ('\ufeff{"format": 1}', "", "the document begins with a byte order mark"),
        ('{"format": 1, "record": "KZZ", "countries": [{"id": "KZ", "names": '
         '[{"text": "Kazakhstan"}]}]}', "record", "did you mean 'KZ'?"),
        ('{"format": 1, "type": "Stage", "value": "singed"}', "", "signed"),
        ('{"format": 1, "type": "NotStated", "value": null}', "", "write 'not stated'"),
        ('{"format": 1, "record": "nobody", "countries": [{"id": "GE", "names": '
         '[{"text": "Georgia"}]}]}', "record", "is not the id of a record"),
        ('{"format": 1, "record": 5, "countries": []}', "record", "5 is not the id of a record"),
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
    ids=lambda one: ascii(one[:50]),
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

    assert {"value.amount", "value.currency", "value.y"} == {
        one.path for one in refused.value.problems
    }


@pytest.mark.parametrize("given", [None, 5, ["{}"], {"format": 1}], ids=str)
def test_what_is_no_text_is_refused(given: Any) -> None:
    with pytest.raises(cam.InvalidTypeError, match="a JSON document"):
        cam.from_json(given)


def test_what_has_no_form_is_refused_with_what_has() -> None:
    with pytest.raises(cam.InvalidTypeError, match=r"call its to_dict\(\)"):
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
