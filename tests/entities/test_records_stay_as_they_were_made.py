"""Nothing that ordinary attribute access reaches changes a record or gets past its checks."""

from __future__ import annotations

import copy
import pickle
from inspect import signature
from typing import Any

import attrs
import pytest
from entity_examples import CITED, COST, DEAL, KAZAKHSTAN, RECORDS, deal, kind_of, stage
from test_every_kind_of_record import given_fields

import centralasia_minerals as cam
from centralasia_minerals.entities.base import made
from centralasia_minerals.entities.base.record import Record, fields_of

each_record = pytest.mark.parametrize("record", RECORDS, ids=kind_of)
each_protocol = pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))


def contents(record: Record) -> list[object]:
    return [getattr(record, field.name) for field in fields_of(type(record))]


@each_record
def test_a_record_is_not_made_a_second_time(record: Record) -> None:
    before = contents(record)

    with pytest.raises(AttributeError, match="is frozen; use with_changes to make another"):
        record.__init__(**given_fields(record))
    with pytest.raises(AttributeError, match="is frozen"):
        record.__attrs_pre_init__()
    with pytest.raises(AttributeError, match="is frozen"):
        record.__setstate__({"id": "other"})

    assert all(one is other for one, other in zip(before, contents(record), strict=True))


@each_record
def test_asking_for_the_checks_again_changes_nothing(record: Record) -> None:
    before = contents(record)

    try:
        record.__attrs_post_init__()
    except AttributeError as error:
        assert "is frozen" in str(error)  # noqa: PT017  # some kinds have nothing to derive

    assert all(one is other for one, other in zip(before, contents(record), strict=True))


def test_an_amount_keeps_the_stage_of_its_deal() -> None:
    (cost, _) = DEAL.amounts

    with pytest.raises(AttributeError, match="is frozen"):
        cost.__attrs_post_init__()

    assert cam.Stage.SIGNED is cost.stage


@each_record
def test_a_copy_of_what_cannot_change_is_the_thing_itself(record: Record) -> None:
    assert record is copy.copy(record) is copy.deepcopy(record)
    assert copy.deepcopy([record])[0] is record


@each_record
@each_protocol
def test_a_pickle_is_made_again_with_everything_that_is_derived(
    record: Record, protocol: int
) -> None:
    again = pickle.loads(pickle.dumps(record, protocol))

    assert record == again
    assert hash(record) == hash(again)
    for field in fields_of(type(record)):
        one, other = getattr(record, field.name), getattr(again, field.name)
        assert one == other
        assert type(one) is type(other)


@each_protocol
def test_an_amount_out_of_its_deal_keeps_the_stage_of_the_deal_in_a_pickle(protocol: int) -> None:
    both = pickle.loads(pickle.dumps((DEAL.amounts[0], DEAL), protocol))

    assert cam.Stage.SIGNED is both[0].stage
    assert both[0] is both[1].amounts[0]
    assert cam.NotStated() == pickle.loads(pickle.dumps(COST, protocol)).stage


class Tampered:
    """What is restored from a pickle that somebody changed."""

    def __init__(self, *call: Any) -> None:
        self.call = call

    def __reduce__(self) -> Any:
        return self.call


@each_record
def test_a_pickle_that_was_changed_holds_nothing_wrong(record: Record) -> None:
    restore, (cls, fields) = made.Made.__reduce__(record)

    for name in given_fields(record):
        for wrong in (None, ["a"], "a\nb", 10**30):
            changed = pickle.dumps(Tampered(restore, (cls, {**fields, name: wrong})))
            with pytest.raises((cam.InvalidTypeError, cam.InvalidValueError)):
                pickle.loads(changed)


@each_record
def test_a_state_of_fields_is_not_put_into_a_record(record: Record) -> None:
    """Older pickles were restored in this way, past every check."""
    shell = (object.__new__, (type(record),))

    for state in (dict(given_fields(record)), (None, dict(given_fields(record))), {"id": 5}):
        with pytest.raises(AttributeError, match="is frozen"):
            pickle.loads(pickle.dumps(Tampered(*shell, state)))


@pytest.mark.parametrize("wrong", [(5, cam.Stage.SIGNED), (COST, "signed"), (COST, None)])
def test_an_amount_of_a_changed_pickle_is_an_amount_at_a_stage(wrong: Any) -> None:
    restore, _ = DEAL.amounts[0].__reduce__()

    with pytest.raises(cam.InvalidTypeError):
        restore(*wrong)


@each_record
def test_the_signature_tells_what_is_required(record: Record) -> None:
    required = [f.name for f in fields_of(type(record)) if f.init and f.default is attrs.NOTHING]
    parameters = signature(type(record)).parameters.values()

    assert required == [one.name for one in parameters if one.default is one.empty]
    assert all(one.kind is one.KEYWORD_ONLY for one in parameters)


def test_a_deal_with_another_field_works_like_any_other() -> None:
    """Nothing may rely on the number or the places of a record's fields."""
    from centralasia_minerals.entities.base.record import entity, own_fields

    @entity
    class Treaty(cam.Deal):
        """A deal with a field of its own.

        Attributes:
            articles: how many articles it has; not stated if no source counts them.
        """

        articles: int | cam.NotStated = cam.NotStated()

    fields = {
        **given_fields(deal(amounts=(COST,), countries=(KAZAKHSTAN,), stages=(stage(),))),
        "articles": 12,
    }
    treaty = Treaty(**fields)

    assert treaty == Treaty(**fields)
    assert treaty != Treaty(**{**fields, "articles": 13})
    assert treaty == attrs.evolve(treaty)
    assert treaty.stage is cam.Stage.SIGNED is treaty.amounts[0].stage
    assert 12 in own_fields(treaty)
    assert treaty is deal("other", part_of=treaty, **CITED).part_of
    assert COST.stated.value == cam.total([treaty], sectors=None)["USD"].stated
    with pytest.raises(cam.InvalidTypeError, match=r"Treaty\.articles: 'x' is of type str"):
        attrs.evolve(treaty, articles="x")
