"""Parties and signatories: roles that are told apart, and sides for which one of two signed."""

from __future__ import annotations

import pytest
from entity_examples import CITED, MINISTRY, OFFICIAL, PERSON, SIGNATORY

from centralasia_minerals.entities.party import PartyRole, Signatory
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contractor", "builder"),
        ("financier", "lender"),
        ("buyer", "offtaker"),
        ("bidder", "buyer"),
        ("borrower", "investee"),
    ],
)
def test_of_two_roles_that_are_alike_one_says_when_to_use_the_other(one, other):
    told = PartyRole(one).meaning.split()

    assert f"{other}." in told


def test_of_two_of_whom_one_signed_each_is_recorded_and_who_says_so():
    assert (OFFICIAL, (PERSON,)) == (SIGNATORY.person, SIGNATORY.one_of)
    assert (MINISTRY,) == SIGNATORY.asserted_by
    assert () == Signatory(person=OFFICIAL, **CITED).one_of


def test_who_signed_is_not_among_the_others():
    with pytest.raises(InvalidValueError, match="list only the others") as refused:
        Signatory(person=PERSON, one_of=(OFFICIAL, PERSON), **CITED)
    assert "one_of" == refused.value.field


def test_only_people_sign():
    with pytest.raises(InvalidTypeError, match=r"^Signatory\.one_of: "):
        Signatory(person=PERSON, one_of=(MINISTRY,), **CITED)
