"""A few thousand random inputs of the recorded run, and that a failure among them is noticed."""

from __future__ import annotations

import pytest
import random_inputs
from random_inputs import tried

import centralasia_minerals as cam


@pytest.mark.parametrize("seed", [1, 2])
def test_random_inputs_end_in_an_answer_or_a_documented_error(seed):
    outcome = tried(3_000, seed)

    assert [] == outcome.failures
    assert set(random_inputs.inputs(None)) == set(outcome.tried)
    assert 0 < outcome.refused.total() < outcome.tried.total()


def test_the_same_seed_tries_the_same_inputs():
    assert tried(300, 7).refused == tried(300, 7).refused


def test_an_error_that_is_not_documented_is_noticed(monkeypatch):
    def broken(_):
        raise KeyError("raw")

    monkeypatch.setattr(random_inputs, "read_a_figure", broken)

    assert any("KeyError" in failure for failure in tried(300, 7).failures)


def test_a_message_that_would_reach_a_terminal_raw_is_noticed(monkeypatch):
    class Raw(cam.InvalidValueError):
        def __str__(self):
            return "\x1b[31m"

    def raw(_):
        raise Raw("a figure", "found", "leave it out")

    monkeypatch.setattr(random_inputs, "read_a_figure", raw)

    assert tried(300, 7).failures
