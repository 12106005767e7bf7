"""Laws of JSON documents, on whatever can be drawn of values, parts, records and datasets."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

import centralasia_minerals as cam
from centralasia_minerals.adapters.hypothesis import strategy_for
from centralasia_minerals.dataset.json.forms import VALUES
from centralasia_minerals.dataset.json.parts import parts_by_name
from centralasia_minerals.dataset.kinds import KINDS

# Hypothesis is told of a public class where it is first named.
WHOLE = [getattr(cam, cls.__name__) for cls in (*KINDS.values(), cam.Official, cam.Dataset)]
SCHEMAS = {cls: Draft202012Validator(cam.json_schema(cls)) for cls in WHOLE}
PARTS = parts_by_name()
FORMS: dict[str, Any] = {**VALUES, **PARTS, "Stage": cam.Stage, "Hedge": cam.Hedge}


def no_float(text: str) -> Any:
    raise AssertionError(f"{text} is a float")


@pytest.mark.parametrize("cls", WHOLE, ids=lambda cls: cls.__name__)
def test_a_document_comes_back_equal_and_byte_for_byte_and_fits_its_schema(cls: Any) -> None:
    # Few sources that are drawn hold together.
    @settings(suppress_health_check=list(HealthCheck))
    @given(st.from_type(cls))
    def law(drawn: Any) -> None:
        text = cam.to_json(drawn)
        back = cam.from_json(text)

        assert drawn == back
        assert type(drawn) is type(back)
        assert text == cam.to_json(back)
        SCHEMAS[cls].validate(json.loads(text, parse_float=no_float))

    law()


@pytest.mark.parametrize("name", FORMS)
def test_a_value_or_a_part_comes_back_from_its_document(name: str) -> None:
    @given(strategy_for(FORMS[name]))
    def law(drawn: Any) -> None:
        text = cam.to_json(drawn)
        back = cam.from_json(text)

        assert name == json.loads(text, parse_float=no_float)["type"]
        assert drawn == back
        assert type(drawn) is type(back)
        assert text == cam.to_json(back)

    law()


@pytest.mark.parametrize("name", FORMS)
def test_what_pydantic_writes_it_reads_and_describes(name: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(FORMS[name])
    schema = Draft202012Validator(adapter.json_schema())

    @given(strategy_for(FORMS[name]))
    def law(drawn: Any) -> None:
        text = adapter.dump_json(drawn)

        assert drawn == adapter.validate_json(text)
        assert drawn == adapter.validate_python(drawn, strict=True)
        schema.validate(json.loads(text, parse_float=no_float))

    law()


@st.composite
def spoilt(draw: Any) -> tuple[dict[str, Any], Any]:
    """Draw a document with one thing changed in it, anywhere."""
    cls = draw(st.sampled_from([cam.Deal, cam.Statistic, cam.Organization]))
    document: dict[str, Any] = json.loads(cam.to_json(draw(st.from_type(cls))))
    places = list(places_in(document))
    held, key = draw(st.sampled_from(places))
    if draw(st.booleans()) and isinstance(held, dict):
        del held[key]
    else:
        held[key] = draw(st.sampled_from([None, 1.5, True, -1, 10**400, "", "x", [], {}, "\ud800"]))
    return document, cls


def places_in(held: Any) -> Any:
    for key, inner in held.items() if isinstance(held, dict) else enumerate(held):
        yield held, key
        if isinstance(inner, dict | list):
            yield from places_in(inner)


@given(spoilt())
def test_what_a_schema_refuses_reading_refuses_and_never_otherwise_than_with_its_error(
    drawn: tuple[dict[str, Any], Any],
) -> None:
    document, cls = drawn

    # Without the key "record", it is the document of a dataset.
    if SCHEMAS[cls].is_valid(document) or SCHEMAS[cam.Dataset].is_valid(document):
        with contextlib.suppress(cam.DataError):
            cam.from_json(json.dumps(document))
    else:
        with pytest.raises(cam.DataError):
            cam.from_json(json.dumps(document))
