"""A total without an upper end says in words how low it may be."""

from __future__ import annotations

import pytest
from analysis_builders import amount, deal, stated

import centralasia_minerals as cam


@pytest.mark.parametrize(
    ("hedge", "said"),
    [
        ("up to", "from 5 US dollars to 12 US dollars, open above"),
        ("as stated", "at least 12 US dollars["),
    ],
)
def test_an_open_total_keeps_its_low(hedge: str, said: str) -> None:
    deals = [
        deal("open", amount(stated("USD 5", "more than"))),
        deal("other", amount(stated("USD 7", hedge))),
    ]

    assert said in cam.total(deals).footnoted("en").sentence
