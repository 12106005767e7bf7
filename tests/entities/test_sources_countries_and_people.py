"""Sources and their citations, countries, organizations, people and minerals."""

from __future__ import annotations

import hashlib

import pytest
from entity_examples import (
    CITED,
    DIGEST,
    EARLY,
    EARLY_CITATION,
    KAZAKHSTAN,
    LISTING,
    MINISTRY,
    SPAN,
    TUNGSTEN,
    on,
    source,
)
from hypothesis import given, strategies as st

from centralasia_minerals.entities.base.keyed import doubled
from centralasia_minerals.entities.base.record import with_changes
from centralasia_minerals.entities.country import Country, country_codes
from centralasia_minerals.entities.mineral import CriticalListing, Mineral
from centralasia_minerals.entities.organization import Organization, OrganizationKind
from centralasia_minerals.entities.passage import Span
from centralasia_minerals.entities.person import Position, PositionStatus
from centralasia_minerals.entities.source import Citation, DateBasis, Dated
from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, UnknownLocaleError
from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.name import Name
from centralasia_minerals.values.normalized_text import digest_of
from centralasia_minerals.values.partial_date import PartialDate

TEXT = "Жетісу: €952 million (“$1.1 billion”) for the Zhetisu field. 🜨 The field is large."
OWN = source(sha256=hashlib.sha256(TEXT.encode()).hexdigest(), length=len(TEXT))


# Citing.


def test_a_citation_counts_code_points_and_reads_in_its_text():
    citation = OWN.cite(TEXT, "$1.1 billion", figure="$1.1 billion", supports=("value",))

    assert "$1.1 billion" == TEXT[citation.start : citation.end]
    assert digest_of("$1.1 billion") == citation.digest
    assert citation.reads_in(TEXT)
    assert ("$1.1 billion", ("value",)) == (citation.figure, citation.supports)
    assert OWN is citation.source
    assert f"{OWN.id}, characters {citation.start}–{citation.end}" == str(citation)


def test_a_citation_without_a_figure_says_so():
    assert NotStated() == OWN.cite(TEXT, "🜨").figure


@pytest.mark.parametrize("passage", ["nowhere", "field", ""])
def test_a_passage_that_stands_nowhere_or_twice_is_refused(passage):
    with pytest.raises(InvalidValueError, match=r"the passage occurs [02] times in the text"):
        OWN.cite(TEXT, passage)


def test_a_passage_of_another_text_is_refused():
    with pytest.raises(InvalidValueError, match="the text has another sha256"):
        OWN.cite(TEXT + " ", "large")


@pytest.mark.parametrize(("text", "passage"), [(TEXT.encode(), "field"), (TEXT, None), (None, "a")])
def test_only_text_is_cited(text, passage):
    with pytest.raises(InvalidTypeError):
        OWN.cite(text, passage)


@pytest.mark.parametrize("figure", [5, b"field", ["field"]])
def test_only_text_is_a_figure_or_a_text_to_look_into(figure):
    with pytest.raises(InvalidTypeError):
        OWN.cite(TEXT, "field", figure=figure)
    with pytest.raises(InvalidTypeError):
        OWN.cite(TEXT, "large").reads_in(figure)


@given(data=st.data())
def test_whatever_stands_once_is_cited_where_it_stands(data):
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    passage = TEXT[start:end]

    if TEXT.count(passage) == 1 and passage.strip():
        citation = OWN.cite(TEXT, passage)
        assert (start, end) == (citation.start, citation.end)
        assert citation.reads_in(TEXT)
        assert not citation.reads_in("Something else.")


@pytest.mark.parametrize("passage", ["tungsten", "The venture", "$1.1 billion"])
def test_a_passage_is_found_wherever_it_stands(passage):
    text = "Menu\r\n\r\nThe “cost” is of The\u00a0 venture: $1.1 billion, for tungsten."
    elsewhere = Span(digest=digest_of(passage), length=len(passage))

    assert elsewhere.reads_in(text)
    assert not elsewhere.reads_in("Nothing of the kind.")


def test_a_page_shows_where_its_passages_stand_and_no_digests_of_them() -> None:
    unplaced = Span(digest=DIGEST, length=1234)
    shown = with_changes(EARLY, furniture=(SPAN, unplaced))._repr_markdown_()

    assert "characters 0 to 6" in shown
    assert "passage of 1,234 characters" in shown
    assert DIGEST not in shown


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (6, 5), (0, 0)])
def test_a_passage_ends_after_its_start(start, end):
    with pytest.raises(InvalidValueError, match="let it end after its start"):
        Span(start=start, end=end, digest=DIGEST)


@pytest.mark.parametrize(
    "digest", ["", "0" * 15, "0" * 17, "0" * 15 + "G", "0" * 15 + "F", "0" * 64]
)
def test_a_digest_is_16_lower_case_hex_digits(digest):
    with pytest.raises(InvalidValueError, match="16 lower-case hex digits"):
        Span(start=0, end=1, digest=digest)


def test_a_citation_lies_inside_its_text():
    Citation(source=EARLY, start=0, end=EARLY.length, digest=DIGEST)

    with pytest.raises(InvalidValueError, match="it ends at 1001 in a text of 1000 characters"):
        Citation(source=EARLY, start=0, end=EARLY.length + 1, digest=DIGEST)


def test_an_empty_figure_is_refused():
    with pytest.raises(InvalidValueError, match="give it as printed, or leave it out"):
        Citation(source=EARLY, start=0, end=1, digest=DIGEST, figure="")


# Sources.


@pytest.mark.parametrize("sha256", ["", "a" * 63, "A" * 64, "g" * 64, "a" * 65])
def test_a_sha256_is_64_lower_case_hex_digits(sha256):
    with pytest.raises(InvalidValueError, match="64 lower-case hex digits"):
        source(sha256=sha256)


@pytest.mark.parametrize("length", [0, -1])
def test_a_text_has_a_length(length):
    with pytest.raises(InvalidValueError, match="count its code points"):
        source(length=length)


def test_the_passages_of_a_source_lie_inside_its_text():
    beyond = Span(start=0, end=1001, digest=DIGEST)
    inferred = on("2025", basis=DateBasis.INFERRED, inferred_from=(beyond,))

    with pytest.raises(InvalidValueError, match="it ends at 1001"):
        source(furniture=(beyond,))
    with pytest.raises(InvalidValueError, match="it ends at 1001"):
        with_changes(source(), published=inferred)


def test_a_sources_own_date_has_no_citations():
    with pytest.raises(InvalidValueError, match="list its own passages in inferred_from"):
        with_changes(source(), published=on("2025", **CITED))


@pytest.mark.parametrize(
    "wrong",
    [
        {"basis": DateBasis.INFERRED},
        {"inferred_from": ("the talks",)},
        {"basis": DateBasis.STATED, "inferred_from": (SPAN,)},
    ],
)
def test_an_inferred_date_says_from_what_and_a_stated_one_does_not(wrong):
    with pytest.raises(
        InvalidValueError, match="give grounds for an inferred date, and for no other"
    ):
        Dated(date=PartialDate.parse("2025"), **wrong)


# Countries.


def test_there_are_the_249_codes_of_iso_3166_1():
    codes = country_codes()

    assert 249 == len(codes)
    assert {"KZ", "KG", "TJ", "TM", "UZ", "US", "GB", "TW", "PS", "AQ"} <= codes
    assert codes.isdisjoint({"EU", "UK", "XK", "AC", "UN", "EZ", "SU", "ZZ", "AN"})


@pytest.mark.parametrize("code", ["EU", "XK", "UK", "kz", "KAZ", "", "K", "SU", "KZ "])
def test_another_code_is_refused(code):
    with pytest.raises(InvalidValueError, match="ISO 3166-1 alpha-2"):
        Country(id=code, names=(Name("Somewhere"),))


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("en", "Kazakhstan"),
        ("ru", "Казахстан"),
        ("kk", "Қазақстан"),
        ("uz", "Qozog\u02bbiston"),
        ("zh", "哈萨克斯坦"),
        ("fr", "Kazakhstan"),
    ],
)
def test_a_country_is_named_in_a_locale(locale, name):
    assert name == KAZAKHSTAN.localized(locale)


@pytest.mark.parametrize("locale", ["ky", "tg", "tk"])
def test_a_country_has_a_name_in_every_language_of_the_region(locale):
    assert KAZAKHSTAN.localized(locale)


@pytest.mark.parametrize("locale", ["", "xx", "kazakh", "en_KZX"])
def test_a_locale_that_cldr_does_not_have_is_refused(locale):
    with pytest.raises(UnknownLocaleError):
        KAZAKHSTAN.localized(locale)


def test_every_country_code_has_a_name_of_its_own():
    names = {
        code: Country(id=code, names=(Name("Somewhere"),)).localized("en")
        for code in country_codes()
    }

    assert 249 == len(set(names.values()))


# Organizations, people and minerals.


@pytest.mark.parametrize(("unnamed", "count"), [(False, 2), (True, 0), (True, -1)])
def test_only_unnamed_bodies_have_a_count(unnamed, count):
    with pytest.raises(InvalidValueError, match="give 1 or more, and only for an unnamed body"):
        Organization(
            id="two-companies",
            names=(Name("two companies"),),
            kind=OrganizationKind.COMPANY,
            unnamed=unnamed,
            count=count,
        )


def test_a_position_is_held_as_of_the_source_that_speaks_of_it():
    position = Position(title="minister", at=MINISTRY, **CITED)

    assert PositionStatus.HELD is position.status
    assert PartialDate.parse("2025-11") == position.as_of


@pytest.mark.parametrize("symbol", ["", "w", "WO", "Tun", "W3", "Ŵ"])
def test_a_symbol_is_a_chemical_one(symbol):
    with pytest.raises(InvalidValueError, match="is not a chemical symbol"):
        Mineral(id="tungsten", names=(Name("tungsten"),), symbol=symbol)


@pytest.mark.parametrize("members", [-1, 0, 1])
def test_a_group_has_two_members_or_more(members):
    with pytest.raises(InvalidValueError, match="give 2 or more, and only for a group"):
        Mineral(id="rare-earths", names=(Name("rare earths"),), members=members)


def test_a_mineral_belongs_to_its_group_and_to_the_groups_of_that():
    strategic = Mineral(id="strategic", names=(Name("strategic metals"),))
    rare = Mineral(id="rare-earths", names=(Name("rare earths"),), group=strategic)
    heavy = Mineral(id="heavy-rare-earths", names=(Name("heavy rare earths"),), group=rare)

    assert (rare, strategic) == heavy.groups
    assert () == strategic.groups


def test_a_mineral_is_critical_on_a_list_as_of_a_date():
    assert (LISTING,) == TUNGSTEN.critical_on
    assert ("the list of 2025", KAZAKHSTAN) == (LISTING.list, LISTING.by)
    assert PartialDate.parse("2025-11") == LISTING.as_of
    assert NotStated() == CriticalListing(list="a list", **CITED).by


def test_one_list_at_two_dates_is_two_listings():
    later = with_changes(LISTING, as_of=PartialDate.parse("2026"))
    again = with_changes(LISTING, citations=(EARLY_CITATION,))

    assert [] == list(doubled(with_changes(TUNGSTEN, critical_on=(LISTING, later))))
    assert ["critical_on[1]"] == [
        error.field for error in doubled(with_changes(TUNGSTEN, critical_on=(LISTING, again)))
    ]
