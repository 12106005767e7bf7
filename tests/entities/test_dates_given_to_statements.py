"""A date that a statement is given stays its date, also where its earliest source has the same."""

from __future__ import annotations

import pickle

import attrs
import pytest
from entity_examples import source

import centralasia_minerals as cam
from centralasia_minerals.dataset.json.forms import from_form, to_form
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.series import deciding_stage, last_told
from centralasia_minerals.entities.source import Citation

DAY = cam.PartialDate.parse("2025-05-01")
LATER = cam.PartialDate.parse("2025-07-01")


def cited(id: str, published: str) -> Citation:
    return Citation(source=source(id, published), start=0, end=1, digest="0" * 16)


PAPER = cited("gazette", "2025-05-01")
RETOLD = cited("newspaper", "2025-07-01")
BOTH = (PAPER, RETOLD)


def said(stage: str, citations: tuple[Citation, ...], **more: object) -> cam.Stated[cam.Stage]:
    return cam.Stated(value=cam.Stage(stage), citations=citations, **more)


def test_a_later_newspaper_makes_no_contract_of_a_memorandum_of_the_same_day():
    """Two names for one paper, both with its day; the less binding one decides."""
    memorandum = said("memorandum", (PAPER,), as_of=DAY)
    contract = said("signed", BOTH, as_of=DAY)

    assert cam.Stage.MEMORANDUM is deciding_stage((memorandum, contract))
    assert cam.Stage.MEMORANDUM is deciding_stage((contract, memorandum))


def test_without_a_date_of_its_own_a_statement_is_as_late_as_it_is_told_again():
    assert LATER == last_told(said("signed", BOTH))
    assert DAY == last_told(said("signed", BOTH, as_of=DAY))
    assert not said("signed", BOTH).is_dated
    assert said("signed", BOTH, as_of=DAY).is_dated
    assert not said("signed", BOTH, as_of=cam.NotStated()).is_dated


def test_two_statements_differ_if_only_one_is_given_its_date():
    given, taken = said("signed", BOTH, as_of=DAY), said("signed", BOTH)

    assert given != taken
    assert given == said("signed", BOTH, as_of=cam.PartialDate.parse("2025-05-01"))
    assert hash(given) == hash(said("signed", BOTH, as_of=DAY))
    withheld = cam.Undisclosed(citations=BOTH, as_of=DAY)
    assert withheld != cam.Undisclosed(citations=BOTH)


@pytest.mark.parametrize("given", [{}, {"as_of": DAY}, {"as_of": LATER}])
@pytest.mark.parametrize(
    "make",
    [
        lambda **given: said("signed", BOTH, **given),
        lambda **given: cam.Stated(value=cam.Money(5, "USD"), citations=BOTH, **given),
        lambda **given: cam.Undisclosed(citations=BOTH, **given),
    ],
    ids=["a stage", "money", "undisclosed"],
)
def test_what_is_copied_pickled_or_changed_keeps_whether_it_was_given(make, given):
    one = make(**given)

    assert one == pickle.loads(pickle.dumps(one))
    assert bool(given) == pickle.loads(pickle.dumps(one)).is_dated
    changed = with_changes(one, rank=cam.Rank.PREFERRED)
    assert (bool(given), one.as_of) == (changed.is_dated, changed.as_of)
    assert one == with_changes(changed, rank=cam.Rank.NORMAL)
    retold = with_changes(make(**given), citations=(*BOTH, cited("yearbook", "2026-01")))
    assert (bool(given), one.as_of) == (retold.is_dated, retold.as_of)
    assert LATER == with_changes(one, as_of=LATER).as_of
    assert with_changes(one, as_of=LATER).is_dated


def written(*stages: cam.Stated[cam.Stage]) -> cam.Dataset:
    deal = cam.Deal(
        id="mine", title="A mine", kind=cam.DealKind.CONTRACT, citations=(PAPER,), stages=stages
    )
    return cam.Dataset.of({"sources": (PAPER.source, RETOLD.source), "deals": (deal,)})


def test_a_date_that_is_given_is_written_and_read_back(tmp_path):
    given, taken = said("signed", BOTH, as_of=DAY), said("memorandum", BOTH)
    dataset = written(given, taken)

    cam.write(dataset, tmp_path / "mine.toml")
    back = cam.read(tmp_path / "mine.toml")

    assert dataset == back
    assert [True, False] == [one.is_dated for one in back.deals["mine"].stages]
    assert 1 == (tmp_path / "mine.toml").read_text("utf-8").count("as_of")
    assert "as_of" in to_form(given)
    assert "as_of" not in to_form(taken)
    read = from_form(to_form(given), cam.Stated[cam.Stage], base=dataset.records)
    assert given == read


def test_a_view_and_a_merge_keep_a_date_that_is_given():
    given, taken = said("signed", BOTH, as_of=DAY), said("memorandum", BOTH)
    dataset = written(given, taken)
    early = written(said("signed", (PAPER,), as_of=DAY), said("memorandum", (PAPER,)))

    assert early.deals["mine"].stages == dataset.as_of("2025-06").deals["mine"].stages
    for joined in (dataset.merge(early), early.merge(dataset)):
        told = {one.value: one for one in joined.deals["mine"].stages}
        assert 2 == len(joined.deals["mine"].stages)
        assert (True, DAY) == (told[cam.Stage.SIGNED].is_dated, told[cam.Stage.SIGNED].as_of)
        assert not told[cam.Stage.MEMORANDUM].is_dated
        assert LATER == last_told(told[cam.Stage.MEMORANDUM])


def test_evolved_by_attrs_a_statement_is_given_all_that_it_had():
    one = attrs.evolve(said("signed", BOTH, as_of=DAY), rank=cam.Rank.PREFERRED)

    assert one.is_dated
