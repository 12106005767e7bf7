"""What no passage names by itself is listed, record by record, for a reader to check."""

from __future__ import annotations

import pytest

import centralasia_minerals as cam

ds = cam.load()
TEXT = "Kazakhstan and Altai Metals signed a contract on mining. It was told in Almaty."


def deal(*citations: cam.Citation, **fields) -> cam.Deal:
    given = {"countries": (ds.countries["KZ"],), "topics": ("mining", "work"), **fields}
    kind = cam.DealKind.CONTRACT
    return cam.Deal(id="kz-contract", title="A contract", kind=kind, citations=citations, **given)


def cited(passage: str = TEXT[:-1], *supports: str) -> cam.Citation:
    source = cam.source(TEXT, id="gazette-2026-01", title="A text", read="2026-01-01")
    return source.cite(TEXT, passage, supports=supports)


def fields(*deals: cam.Deal) -> list[tuple[str, tuple[str, ...], int]]:
    found = cam.unnamed_fields(cam.Dataset.of({"deals": deals, "countries": ds.countries}))
    return [(row.path, row.fields, row.main_passages) for row in found if row.entity == deals[0].id]


def test_a_country_or_topic_that_only_the_main_passage_carries_is_listed():
    ((path, names, main),) = fields(deal(cited()))

    assert ("", 1) == (path, main)
    assert {"countries[KZ]", "topics[mining]", "topics[work]", "kind"} <= set(names)


@pytest.mark.parametrize("name", ["countries", "countries[KZ]"])
def test_what_a_passage_names_is_not_listed(name):
    ((_, names, main),) = fields(deal(cited(), cited("Kazakhstan", name)))

    assert 1 == main
    assert "countries[KZ]" not in names
    assert "topics[mining]" in names


def test_what_all_passages_carry_together_has_no_main_passage():
    ((_, names, main),) = fields(deal(cited("Kazakhstan", "countries"), cited("mining", "topics")))

    assert (("title", "kind"), 0) == (names, main)


def test_parts_are_listed_in_their_places_and_what_follows_from_others_is_not():
    stated = cam.Stated(value=cam.Stage.SIGNED, citations=(cited(),))

    rows = fields(deal(cited(), stages=(stated,)))

    assert ["", "stages[0]"] == [path for path, _, _ in rows]
    assert ("value",) == rows[1][1]


def test_every_row_names_a_bundled_record_and_what_it_has():
    found = cam.unnamed_fields(ds)

    assert len(found) == len(found.rows) > 100
    assert found.number == sum(len(row.fields) for row in found)
    assert repr(found).startswith(f"<{found.number:,} fields of ")
    assert found["kz-us-tungsten"] == tuple(r for r in found if r.entity == "kz-us-tungsten")
    assert "kz-us-tungsten" in str(found)
    assert "<table" in found._repr_html_()
    assert all(row.fields for row in found)


def test_a_record_without_such_fields_is_an_unknown_id_with_suggestions():
    with pytest.raises(cam.errors.UnknownIdError, match="did you mean 'kz-us-tungsten'"):
        cam.unnamed_fields(ds)["kz-us-tungstenn"]


@pytest.mark.parametrize("given", [None, "x", {}])
def test_what_is_no_dataset_is_refused(given):
    with pytest.raises(cam.errors.InvalidTypeError):
        cam.unnamed_fields(given)
