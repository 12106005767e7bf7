"""Random and mutated inputs to everything that takes input: each ends in an answer or an error.

Run by itself, it tries as many as are asked for and says what came of them:

    python tests/fuzzing/random_inputs.py --inputs 1000000 --seed 1

An input fails if it raises anything but an error of the library, or takes longer than a limit.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs

import centralasia_minerals as cam
from centralasia_minerals.dataset.evidence.printed_figures import reads_as
from centralasia_minerals.dataset.traversal import all_parts

DS = cam.load()
MOST_SECONDS = 5.0


class OwnText(str):
    """A text that carries more than a text."""

    __slots__ = ("more",)


SIGNS = "abcXYZ0123456789 .,-+'\"$€£¥%~?/\\[](){}<>=:;_\n\t\r\x00\x1b\u00a0\u202f\u200b\u202e\ud800"
SIGNS += "ßİıйёўқ亿七٣५𝟗🙂\u0301"
WORDS = (
    "USD", "EUR", "XTS", "BGN", "tonne", "kilotonne", "signed", "letter of interest", "up to",
    "around", "minerals", "KZ", "UZ", "US", "tungsten", "kz-us-tungsten", "Trump", "Токаев",
    "2025", "2025-11", "2025-11-06", "2025-11-31", "0000", "9999-12-31", "$1.1 billion",
    "€952 million", "410,000 tonnes", "between 5 and 8 million dollars", "half", "70%",
    "1,100,000.50", "1.100.000,50", "1'100'000.50", "1 100 000,50", "en", "ru", "de-CH", "x-klin",
    "not stated", "undisclosed", "concluded", "country", "year", "half a million", "Mr. ", "",
)  # fmt: skip


def text(rng: random.Random) -> str:
    """Make a text: a word, a mutated word, or signs."""
    choice = rng.random()
    if choice < 0.3:
        return rng.choice(WORDS)
    if choice < 0.6:
        return mutated(rng.choice(WORDS), rng)
    return "".join(rng.choices(SIGNS, k=rng.choice((1, 2, 5, 12, 40, 400))))


def mutated(original: str, rng: random.Random) -> str:
    """Change a text in a few places."""
    signs = list(original)
    for _ in range(rng.choice((1, 1, 2, 4))):
        place = rng.randrange(len(signs) + 1)
        change = rng.random()
        if change < 0.4:
            signs.insert(place, rng.choice(SIGNS))
        elif change < 0.7 and signs:
            del signs[place % len(signs) :][: rng.choice((1, 3, 20))]
        elif signs:
            other = rng.randrange(len(signs))
            place %= len(signs)
            signs[place], signs[other] = signs[other], signs[place]
    return "".join(signs)


PLAIN: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**64, 10**5000, -(10**5000), 0.5, float("nan"), float("inf"),
    Decimal("NaN"), Decimal("-0"), Decimal("1E+400"), Decimal("1" * 250), Decimal("0.1"),
    Fraction(1, 3), b"USD", b"\xff", (), [], {}, set(), frozenset(), (1,), [None], {"id": 1},
    {"KZ": "x"}, object, object(), len, OwnText("USD"), OwnText("kz-us-tungsten"),
    datetime.date(2025, 11, 6), datetime.datetime(2025, 11, 6, tzinfo=datetime.UTC), Ellipsis,
    NotImplemented,
    range(3), iter(()), cam.Stage, cam.Stage.SIGNED, cam.Hedge.UP_TO, cam.Sector.MINERALS,
    cam.Money(5, "USD"), cam.Measure(5, "tonne"), cam.Share("0.5"), cam.PartialDate.parse("2025"),
    cam.Name("Abay"), cam.Currency("USD"), cam.NotStated(), cam.NotApplicable(), DS, DS.deals,
    DS.deals["kz-us-tungsten"], DS.deals["kz-us-tungsten"].value, DS.countries["KZ"],
    DS.sources["summit-partnership-2025-11"], ("a", "b"), ("a", "a"), [DS], "x" * 100_000,
)  # fmt: skip


def anything(rng: random.Random) -> Any:
    """Make any object: a text, a plain one, or one of several."""
    choice = rng.random()
    if choice < 0.4:
        return text(rng)
    if choice < 0.5:
        return rng.randrange(-(10**6), 10**6)
    if choice < 0.6:
        return tuple(rng.choice(PLAIN) for _ in range(rng.randrange(3)))
    return rng.choice(PLAIN)


RECORDS = [part for kind in DS.records.values() for one in kind for part in all_parts(one)]


def make_a_record(rng: random.Random) -> None:
    """Make a record like one of the bundled ones, with other values in some of its fields."""
    record = rng.choice(RECORDS)
    cls: Any = type(record)
    given = {field.name: getattr(record, field.name) for field in attrs.fields(cls) if field.init}
    for name in rng.sample(sorted(given), k=min(len(given), rng.choice((1, 1, 2, 3)))):
        if rng.random() < 0.1:
            del given[name]
        else:
            given[name] = anything(rng)
    cls(**given)


VALUES: tuple[Callable[..., Any], ...] = (
    cam.Money, cam.Measure, cam.Share, cam.Name, cam.Currency, cam.PartialDate, cam.Money.parse,
    cam.Measure.parse, cam.Share.parse, cam.Share.percent, cam.PartialDate.parse,
    cam.PartialDate.of, cam.Money.zero, cam.Money.sum, cam.digest_of, cam.normalized,
)  # fmt: skip
_ARGUMENTS = {cam.Money: 2, cam.Measure: 2, cam.PartialDate: 3}


def make_a_value(rng: random.Random) -> None:
    """Make or parse a value of anything."""
    make = rng.choice(VALUES)
    make(*(anything(rng) for _ in range(_ARGUMENTS.get(make, 1))))


def parse_an_amount(rng: random.Random) -> None:
    """Read an amount as some locale writes it."""
    cam.Money.parse_localized(text(rng), text(rng), locale=text(rng))


AMOUNTS = (cam.Money(5, "USD"), cam.Money("-1100000000.07", "CHF"), cam.Money("0.001", "JPY"))


def ask_a_value(rng: random.Random) -> None:
    """Ask a value something: to be rounded, allocated, converted or written in a locale."""
    money, measure = rng.choice(AMOUNTS), cam.Measure(410_000, "tonne")
    question = rng.randrange(9)
    if question == 0:
        money.rounded(anything(rng))
    elif question == 1:
        money.allocate(anything(rng))
    elif question == 2:
        money.format(anything(rng))
    elif question == 3:
        money.compact(rng.choice(("en", "ru", "zh")), fraction_digits=anything(rng))
    elif question == 4:
        measure.to(anything(rng))
    elif question == 5:
        measure.format(anything(rng))
    elif question == 6:
        cam.PartialDate.parse("2025-11").format(anything(rng))
    elif question == 7:
        DS.countries["KZ"].localized(anything(rng))
    else:
        cam.Currency("USD").localized(anything(rng))


CRITERIA = ("country", "partner", "mineral", "sector", "stage", "kind", "party", "source", "since",
            "until", "contry", "year")  # fmt: skip
CATALOGS = [getattr(DS, name) for name in DS.records]


def ask_a_dataset(rng: random.Random) -> None:
    """Ask a dataset or a catalog for something."""
    catalog = rng.choice(CATALOGS)
    question = rng.randrange(8)
    if question == 0:
        catalog.where(**{rng.choice(CRITERIA): anything(rng)})
    elif question == 1:
        DS.deals.where(**{rng.choice(CRITERIA): anything(rng) for _ in range(2)})
    elif question == 2:
        DS.find(anything(rng))
    elif question == 3:
        DS.search(anything(rng)) if hasattr(DS, "search") else None
    elif question == 4:
        catalog[anything(rng)]
    elif question == 5:
        catalog.find(anything(rng))
    elif question == 6:
        DS.as_of(anything(rng))
    else:
        rng.choice((DS.deals_of, DS.events_of, DS.parts_of))(anything(rng))


KEYWORDS = ("sectors", "stages", "max_horizon_years", "currency", "rates", "sector")
QUESTIONS: tuple[Callable[..., Any], ...] = (
    cam.total, cam.ledger, cam.total_measure, cam.timeline, cam.disagreements, cam.ratio,
    cam.total_by, cam.rates_of,
)  # fmt: skip


def ask_for_a_result(rng: random.Random) -> None:
    """Ask a question of anything, or of a dataset with any keywords."""
    few = [*DS.deals][: rng.randrange(6)]
    question = rng.randrange(7)
    if question == 0:
        cam.total(few, **{rng.choice(KEYWORDS): anything(rng)})
    elif question == 1:
        key = anything(rng)
        if not callable(key):  # what a function of the caller's raises is the caller's
            cam.total_by(few, key)
    elif question == 2:
        cam.ratio(anything(rng), anything(rng))
    elif question == 3:
        cam.total_measure(DS, **{rng.choice(("mineral", "unit", "pool")): anything(rng)})
    elif question == 4:
        cam.rates_of(anything(rng), source=anything(rng))
    elif question == 5:
        cam.total(few)[anything(rng)]
    else:
        rng.choice((cam.total, cam.ledger, cam.timeline, cam.disagreements))(anything(rng))


RECORDED = (cam.Money("1100000000", "USD"), cam.Measure("410000", "tonne"), cam.Share("0.7"), 10)


def read_a_figure(rng: random.Random) -> None:
    """Read a printed figure."""
    reads_as(text(rng), rng.choice(RECORDED))


_DOCUMENT = """\
format = 1
version = "mine"

[[sources]]
id = "example-2026-01"
title = "[An invented report]"
sha256 = "3e0233c8da0e389d9f87f378e7f058b968c57b5ac4092a3dc3fbb2b5a00f9911"
length = 87
published = { date = "2026-01" }

[[deals]]
id = "kg-example-antimony"
title = "Antimony contract"
kind = "contract"
sectors = ["minerals"]
countries = ["KG"]
stages = [{ value = "signed", citations = [{ source = "example-2026-01", start = 0, end = 57, \
digest = "03c2e8858fcae960" }] }]
citations = [{ source = "example-2026-01", start = 0, end = 57, digest = "03c2e8858fcae960" }]

[[deals.amounts]]
role = "contract value"

[[deals.amounts.statements]]
value = { amount = "20000000", currency = "USD" }
hedge = "up to"
citations = [{ source = "example-2026-01", start = 37, end = 75, digest = "7a63182230af458d", \
figure = "$20 million" }]
"""
_TEXT = "Kyrgyzstan and Example Metals signed an antimony contract worth $20 million on Monday.\n"


def read_a_file(rng: random.Random, folder: Path) -> None:
    """Read a mutated file, and verify it against a mutated text if it can be read."""
    path = folder / "mine.toml"
    path.write_bytes(mutated(_DOCUMENT, rng).encode("utf-8", "surrogatepass"))
    mine = cam.read(path, base=DS)
    (folder / "example.txt").write_bytes(mutated(_TEXT, rng).encode("utf-8", "surrogatepass"))
    str(mine.verify(folder))


def inputs(folder: Path) -> dict[str, tuple[float, Callable[[random.Random], None]]]:
    """Return what is tried, by name: how often, and the function that tries it once."""
    return {
        "making a value": (0.30, make_a_value),
        "parsing an amount": (0.10, parse_an_amount),
        "reading a figure": (0.15, read_a_figure),
        "asking a value": (0.12, ask_a_value),
        "making a record": (0.20, make_a_record),
        "asking a dataset": (0.07, ask_a_dataset),
        "asking for a result": (0.04, ask_for_a_result),
        "reading a file": (0.02, lambda rng: read_a_file(rng, folder)),
    }


@attrs.define
class Outcome:
    """What came of the inputs: how many were tried, and those that failed."""

    tried: Counter[str] = attrs.Factory(Counter)
    refused: Counter[str] = attrs.Factory(Counter)
    slowest: tuple[float, str] = (0.0, "")
    failures: list[str] = attrs.Factory(list)

    def lines(self) -> Iterator[str]:
        for name, count in self.tried.items():
            yield f"{name:22} {count:>9,} tried, {self.refused[name]:>9,} refused"
        yield f"the slowest took {self.slowest[0]:.2f} s ({self.slowest[1]})"
        yield f"{self.tried.total():,} inputs, {len(self.failures)} failures"
        yield from self.failures[:20]


def tried(count: int, seed: int) -> Outcome:
    """Try a number of inputs."""
    outcome, rng = Outcome(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        kinds = inputs(Path(folder))
        names = rng.choices(list(kinds), weights=[share for share, _ in kinds.values()], k=count)
        for number, name in enumerate(names):
            own = random.Random(f"{seed}/{number}")
            outcome.tried[name] += 1
            began = time.perf_counter()
            try:
                kinds[name][1](own)
            except cam.CentralAsiaMineralsError as error:
                outcome.refused[name] += 1
                if not str(error).replace("\n", "").isprintable():
                    outcome.failures.append(f"{name}, input {number}: {str(error)!r:.300}")
            except Exception:
                told = "".join(traceback.format_exc(limit=-3))
                outcome.failures.append(f"{name}, input {number}: {told:.900}")
            took = time.perf_counter() - began
            if took > outcome.slowest[0]:
                outcome.slowest = (took, f"{name}, input {number}")
            if took > MOST_SECONDS:
                outcome.failures.append(f"{name}, input {number}: it took {took:.1f} s")
    return outcome


def main() -> int:
    """Try as many inputs as are asked for; 1 if any fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    outcome = tried(asked.inputs, asked.seed)
    print("\n".join(outcome.lines()))
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
