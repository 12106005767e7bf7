"""A date that people read says whether it is inferred, wherever it stands."""

from __future__ import annotations

import pytest

import centralasia_minerals as cam

DS = cam.load()
SIGNED = DS.events["kz-tungsten-signing"].date
DAY = cam.PartialDate.parse("2025-11-06")


@pytest.mark.parametrize(
    ("language", "stated", "inferred"),
    [
        ("en", "November 6, 2025", "November 6, 2025 (inferred)"),
        ("en-GB", "6 November 2025", "6 November 2025 (inferred)"),
        ("ru", "6 ноября 2025\u202fг.", "6 ноября 2025\u202fг. (по косвенным данным)"),
    ],
)
def test_a_date_is_written_as_a_locale_does_with_what_it_is_known_from(language, stated, inferred):
    printed = cam.Dated(date=DAY).format(language)

    assert stated.replace("\u202f", " ") == printed.replace("\u202f", " ").replace("\xa0", " ")
    written = SIGNED.format(language).replace("\u202f", " ").replace("\xa0", " ")
    assert inferred.replace("\u202f", " ") == written


@pytest.mark.parametrize(
    "when", [cam.Dated(date=DAY), SIGNED, DS.deals["kz-us-tungsten"].dates[0]], ids=str
)
def test_a_language_without_words_is_refused_whether_or_not_it_is_inferred(when):
    with pytest.raises(cam.UnknownLocaleError):
        when.format("kk")


@pytest.mark.parametrize(
    ("date", "grounds", "said"),
    [
        ("2025-11-06", (), "6 November 2025"),
        ("2025-11-06", ("the year",), "6 November 2025 (inferred)"),
        ("2025-11-06?", ("the year",), "perhaps 6 November 2025 (inferred)"),
        ("2024/2025", (), "2024 to 2025"),
    ],
)
def test_as_text_a_date_is_in_words_and_its_own_text_stays_what_a_machine_reads(
    date, grounds, said
):
    basis = cam.DateBasis.INFERRED if grounds else cam.DateBasis.STATED
    dated = cam.Dated(date=cam.PartialDate.parse(date), basis=basis, inferred_from=grounds)

    assert said == str(dated) == f"{dated}"
    assert bool(grounds) == dated.is_inferred
    assert date == str(dated.date)


def test_a_date_of_a_deal_says_what_happened_then():
    signed = next(
        one
        for one in DS.deals["kz-us-tungsten"].dates
        if one.kind is cam.DealDateKind.SIGNED
    )  # fmt: skip

    assert "signed, 6 November 2025 (inferred)" == str(signed)
    assert "signed, November 6, 2025 (inferred)" == signed.format("en")
    assert signed.format("ru").startswith(cam.DealDateKind.SIGNED.label("ru"))


@pytest.mark.parametrize("is_inferred", [True, False])
def test_every_rendering_of_events_says_whether_a_date_is_inferred(is_inferred):
    events = [one for one in DS.events if one.date and one.date.is_inferred is is_inferred]
    found = DS.events.where(party="donald-trump", kind="announcement")

    assert events
    assert [is_inferred] * len(events) == ["(inferred)" in str(one) for one in cam.timeline(events)]
    assert (len(events) * is_inferred) == str(cam.timeline(events)).count("(inferred)")
    assert (
        sum(bool(one.date) and one.date.is_inferred for one in found)
        == str(found).count("(inferred)")
        > 0
    )


def test_a_moment_without_a_date_says_so():
    undated = next(event for event in DS.events if not event.date)

    assert f"undated  {undated.title}: {undated.kind}" == str(cam.timeline([undated])[0])
