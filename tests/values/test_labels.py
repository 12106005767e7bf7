"""Every member of every enumeration, and every reason, has its words in English and Russian."""

from __future__ import annotations

import importlib
import pkgutil
import re
from importlib.resources import files

import pytest
from babel.messages.pofile import read_po

import centralasia_minerals as cam
from centralasia_minerals.analysis.estimate_rows import MeasureReason
from centralasia_minerals.values.closed_enum import ClosedEnum

for module in pkgutil.walk_packages(cam.__path__, f"{cam.__name__}."):
    if not module.name.endswith(("__main__", "build_snapshot")):
        importlib.import_module(module.name)

ENUMERATIONS = [one for one in ClosedEnum.__subclasses__() if one.__module__.startswith("central")]
MEMBERS = [member for one in ENUMERATIONS for member in one]
REASONS = [*cam.ExclusionReason, *MeasureReason]
# What Russian writes with Latin letters, too.
LATIN = {"CRIRSCO", "KAZRC", "JORC", "NI 43-101", "A", "B", "C1", "C2", "P1", "P2", "P3"}


def name_of(member: ClosedEnum) -> str:
    return f"{type(member).__name__}.{member.name}"


def contexts() -> dict[str, dict[str, str]]:
    """Give the labels of the Russian catalog, by what they are labels of."""
    found: dict[str, dict[str, str]] = {}
    with files("centralasia_minerals").joinpath("messages", "ru.po").open("rb") as stream:
        for message in read_po(stream, locale="ru", abort_invalid=True):
            if message.context:
                found.setdefault(message.context, {})[str(message.id)] = str(message.string)
    return found


LABELS = contexts()


def test_the_enumerations_are_found():
    assert {cam.Stage, cam.Unit, cam.Hedge, cam.ExclusionReason} <= set(ENUMERATIONS)
    assert len(MEMBERS) > 250


@pytest.mark.parametrize("member", MEMBERS, ids=name_of)
def test_every_member_has_a_label_in_both_languages(member: ClosedEnum):
    assert str(member) == member.label("en") == member.label("en-GB")

    russian = member.label("ru")
    assert russian == member.label("ru-KZ") == LABELS[type(member).__name__][str(member)]
    assert russian in LATIN or not re.search("[A-Za-z]", russian)
    assert russian in LATIN or re.search("[а-яё]", russian, re.IGNORECASE)
    assert russian == russian.strip(" .")


@pytest.mark.parametrize("one", ENUMERATIONS, ids=lambda one: one.__name__)
def test_no_label_is_of_a_member_that_there_is_not(one: type[ClosedEnum]):
    assert {str(member) for member in one} == set(LABELS[one.__name__])


@pytest.mark.parametrize("one", ENUMERATIONS, ids=lambda one: one.__name__)
def test_two_members_never_share_a_label(one: type[ClosedEnum]):
    assert len(one) == len({member.label("ru") for member in one})


def test_no_labels_are_of_an_enumeration_that_there_is_not():
    assert {one.__name__ for one in ENUMERATIONS} | {
        "bloc",
        "column",
        "filter",
        "mineral",
        "pooled",
        "rate",
    } == set(LABELS)


@pytest.mark.parametrize(("kind", "catalog"), [("mineral", "minerals"), ("bloc", "blocs")])
def test_every_bundled_mineral_and_bloc_has_its_own_label_in_russian(kind, catalog):
    labels = LABELS[kind]

    ids = {*cam.load().records[catalog], *cam.load("region").records[catalog]}
    assert {one.id for one in ids} == labels.keys()
    assert len(labels) == len({*labels.values()})
    assert all(re.fullmatch("[А-Яа-яё -]+", label) for label in labels.values())


@pytest.mark.parametrize("reason", REASONS, ids=name_of)
def test_every_reason_is_a_sentence_in_both_languages(reason):
    russian = reason.sentence("ru")

    assert reason.meaning == reason.sentence("en")
    assert re.fullmatch("[А-ЯЁ][^A-Za-z]+[.]", russian)


@pytest.mark.parametrize("locale", ["kk", "de", "zh-Hans"])
def test_a_language_without_labels_is_refused_and_those_with_them_are_named(locale):
    for write in (
        cam.Stage.SIGNED.label,
        cam.ExclusionReason.ENDED.sentence,
        cam.NotStated().format,
        cam.Stated(value=cam.Money(1, "USD")).format,
        cam.Stated(value=cam.Stage.SIGNED).format,
    ):
        with pytest.raises(cam.UnknownLocaleError, match="en, ru"):
            write(locale)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("russian", "did you mean 'ru'"),
        ("Kazakh", "did you mean 'kk'"),
        ("en-KZ", "did you mean 'en'"),
        ("ru_RUS", "'ru'"),
        ("qqqqqq", "use one such as 'en'"),
        ("", "use one such as 'en'"),
        (None, "use one such as 'en'"),
    ],
)
def test_an_unknown_locale_is_refused_with_a_suggestion(tag, meant):
    for write in (cam.Money(1, "USD").format, cam.Stage.SIGNED.label, cam.PartialDate(2025).format):
        with pytest.raises(cam.UnknownLocaleError, match=re.escape(meant)):
            write(tag)


def test_absences_are_told_in_both_languages():
    assert ("not stated", "не указано") == tuple(map(cam.NotStated().format, ("en", "ru")))
    assert "неприменимо" == cam.NotApplicable().format("ru")
    assert "не раскрыто" == cam.Undisclosed().format("ru")
