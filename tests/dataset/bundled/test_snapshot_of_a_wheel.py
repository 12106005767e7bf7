"""What a wheel carries loads whole, once, and as it was when it was built, or not at all."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
import pytest

import centralasia_minerals as cam
from centralasia_minerals.dataset.bundled import load as bundled
from centralasia_minerals.dataset.bundled.build_snapshot import bundled_snapshot
from centralasia_minerals.dataset.bundled.snapshot import from_snapshot
from centralasia_minerals.entities import deal

DATA = cam.load()
SNAPSHOT = bundled_snapshot("articles")
CONTENT = SNAPSHOT.encode()

Load = Callable[[bytes], cam.Dataset]


@pytest.fixture
def load_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Load:
    """Give ``load`` of an installation that has a snapshot; the one dataset here stays one."""
    anew = bundled._bundled.__wrapped__
    monkeypatch.setattr(bundled, "_DATA", tmp_path)

    def load(content: bytes) -> cam.Dataset:
        (tmp_path / "articles.json").write_bytes(content)
        monkeypatch.setattr(bundled, "_bundled", lru_cache(anew))
        return cam.load()

    return load


def test_a_snapshot_loads_as_what_it_was_made_of(load_from: Load) -> None:
    loaded = load_from(CONTENT)

    assert DATA == loaded
    assert DATA is not loaded
    assert loaded is cam.load()
    assert [repr(kind) for kind in DATA.records.values()] == [
        repr(kind) for kind in loaded.records.values()
    ]


def altered(place: int, by: int) -> bytes:
    return CONTENT[:place] + bytes([CONTENT[place] ^ by]) + CONTENT[place + 1 :]


def test_one_altered_byte_is_damage_wherever_it_is(load_from: Load) -> None:
    """In the digest, in the line break after it, in the content, and in the last line break."""
    chosen = random.Random(64)
    anywhere = chosen.sample(range(len(CONTENT)), 300)
    for place in [*range(70), *anywhere, *range(len(CONTENT) - 5, len(CONTENT))]:
        for by in (1, chosen.randrange(2, 256)):  # often still text, and often no text any more
            with pytest.raises(cam.DamagedInstallationError):  # noqa: PT012  # the place, if not
                load_from(altered(place, by))
                pytest.fail(f"byte {place} is another, and it loaded")


@pytest.mark.parametrize("place", [CONTENT.index(b"\n"), len(CONTENT) - 1], ids=["first", "last"])
def test_another_kind_of_line_break_is_damage_as_well(load_from: Load, place: int) -> None:
    """Reading text would turn it back into the one that was written."""
    assert b"\n" == CONTENT[place : place + 1]

    for broken in (altered(place, by=ord("\n") ^ ord("\r")), CONTENT.replace(b"\n", b"\r\n")):
        with pytest.raises(cam.DamagedInstallationError):
            load_from(broken)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\n",
        CONTENT[:64],
        CONTENT[:65],
        CONTENT[: len(CONTENT) // 2],
        CONTENT[:-1],
        CONTENT + b"\n",
        CONTENT + b" ",
        b" " + CONTENT,
        b"\xef\xbb\xbf" + CONTENT,
        CONTENT + CONTENT,
        CONTENT[65:],
        CONTENT[:65] + b"{}\n",
        b"\xff\xfe" + SNAPSHOT.encode("utf-16-le"),
    ],
    ids=[
        "empty",
        "a line break",
        "the digest",
        "the digest and its line break",
        "half",
        "without its last line break",
        "a line more",
        "a space more",
        "a space before",
        "a mark before",
        "twice",
        "without the digest",
        "another content",
        "another encoding",
    ],
)
def test_what_is_cut_or_joined_is_damage(load_from: Load, broken: bytes) -> None:
    with pytest.raises(
        cam.DamagedInstallationError, match="install centralasia-minerals again"
    ) as damaged:
        load_from(broken)

    assert isinstance(damaged.value, RuntimeError)


def test_damage_is_told_every_time(load_from: Load) -> None:
    for _ in range(2):
        with pytest.raises(cam.DamagedInstallationError):
            load_from(CONTENT[:-1])
        with pytest.raises(cam.DamagedInstallationError):
            cam.load()


def as_it_was_without(cls: str, field: str) -> bytes:
    """Give the snapshot as it was made before a class had a field, with a digest of its own."""
    tables = json.loads(SNAPSHOT.partition("\n")[2])
    (number,) = (n for n, (_, name, _) in enumerate(tables["classes"]) if name == cls)
    names = tables["classes"][number][2]
    column = names.index(field)
    names.remove(field)
    rows = [row for row in tables["rows"] if row[0] == number]
    assert rows
    for row in rows:
        del row[1 + column]
    content = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    return f"{hashlib.sha256(content.encode()).hexdigest()}\n{content}\n".encode()


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (kind, field.name)
        for kind, records in DATA.records.items()
        if records
        for field in attrs.fields(type(records[0]))
        if field.init and field.eq and field.default is not attrs.NOTHING
    ],
)
def test_a_snapshot_from_before_a_field_with_a_default_loads_with_the_default(
    load_from: Load, kind: str, field: str
) -> None:
    cls = type(DATA.records[kind][0])
    default = next(one.default for one in attrs.fields(cls) if one.name == field)

    records = load_from(as_it_was_without(cls.__name__, field)).records

    expected = [
        # An Official has its own fields, and its own row among the classes.
        attrs_without_checks(one, field, default) if type(one) is cls else one
        for one in DATA.records[kind]
    ]
    assert expected == list(records[kind])
    assert all(getattr(one, field) == default for one in records[kind] if type(one) is cls)
    others = {name: held for name, held in DATA.records.items() if name != kind}
    assert others == {name: held for name, held in records.items() if name != kind}


@pytest.mark.parametrize(
    ("cls", "field"), [("Deal", "title"), ("Deal", "stage"), ("Amount", "role")]
)
def test_a_snapshot_that_lacks_what_has_no_default_is_of_another_version(
    load_from: Load, cls: str, field: str
) -> None:
    with pytest.raises(cam.DamagedInstallationError, match=f"its {cls} is that of another version"):
        load_from(as_it_was_without(cls, field))


def attrs_without_checks(record: Any, field: str, value: object) -> Any:
    """Give a copy with one other field, though its class would refuse it (a record uncited)."""
    copied = object.__new__(type(record))
    for one in attrs.fields(type(record)):
        object.__setattr__(copied, one.name, getattr(record, one.name))
    object.__setattr__(copied, field, value)
    return copied


def test_a_default_that_is_made_of_other_fields_is_made_of_them(load_from: Load) -> None:
    """A statement that was laid out without a date has the date of its earliest source."""
    stages = load_from(as_it_was_without("Stated", "as_of")).deals["kz-us-tungsten"].stages

    assert stages
    for loaded, stated in zip(stages, DATA.deals["kz-us-tungsten"].stages, strict=True):
        dates = [citation.source.published.date for citation in stated.citations]
        assert min(dates, key=lambda date: date.earliest) == loaded.as_of
        told = [(one.value, one.citations, one.rank) for one in (stated, loaded)]
        assert told[0] == told[1]


_FROM_MANY_THREADS = """
import threading
import centralasia_minerals as cam

asked, loaded = threading.Barrier(64), []

def ask():
    asked.wait()
    loaded.append(cam.load())

threads = [threading.Thread(target=ask) for _ in range(64)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(loaded), len({id(dataset) for dataset in loaded}), loaded[0] is cam.load())
"""


def test_whoever_asks_first_from_64_threads_at_once_gets_the_one_dataset() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _FROM_MANY_THREADS], capture_output=True, text=True, timeout=300
    )

    assert ("", "64 1 True\n") == (ran.stderr, ran.stdout)


def relaid(change: Callable[[Any], None]) -> bytes:
    """Give the snapshot of another version of the library, with a digest of its own."""
    tables = json.loads(SNAPSHOT.partition("\n")[2])
    change(tables)
    content = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    return f"{hashlib.sha256(content.encode()).hexdigest()}\n{content}\n".encode()


def class_named(tables: Any, name: str) -> Any:
    return next(described for described in tables["classes"] if described[1] == name)


def a_field_more(tables: Any) -> None:
    number = tables["classes"].index(class_named(tables, "Deal"))
    class_named(tables, "Deal")[2].append("colour")
    for row in tables["rows"]:
        if row[0] == number:
            row.append(row[1])


def another_name_of_a_class(tables: Any) -> None:
    class_named(tables, "Deal")[1] = "Bargain"


def another_module(tables: Any) -> None:
    class_named(tables, "Deal")[0] = "entities.bargain"


def a_member_more(tables: Any) -> None:
    tables["constants"][tables["constants"].index("contract")] = "bargain"


def a_kind_more(tables: Any) -> None:
    tables["constants"][tables["constants"].index("statistics")] = "bargains"


@pytest.mark.parametrize(
    "change",
    [a_field_more, another_name_of_a_class, another_module, a_member_more, a_kind_more],
)
def test_a_snapshot_of_what_the_library_does_not_have_is_of_another_version(
    load_from: Load, change: Callable[[Any], None]
) -> None:
    with pytest.raises(cam.DamagedInstallationError, match="is that of another version"):
        load_from(relaid(change))


def test_a_field_with_a_default_may_be_added_to_a_class(
    load_from: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As to deals next year: what a wheel carries does not have it, and loads."""

    def made(record: Any) -> str:
        return f"the colour of {record.id}"

    @attrs.frozen(kw_only=True, eq=False, repr=False)
    class Deal(deal.Deal):
        shade: str = "grey"
        colour: str = attrs.field(default=attrs.Factory(made, takes_self=True))

    loaded = load_from(CONTENT)
    monkeypatch.setattr(deal, "Deal", Deal)
    later = from_snapshot(SNAPSHOT)
    deals = dict(later[1])["deals"]

    assert [one.id for one in loaded.deals] == [one.id for one in deals]
    assert {"grey"} == {one.shade for one in deals}
    assert [f"the colour of {one.id}" for one in deals] == [one.colour for one in deals]
    assert loaded.deals.entities[0].title == deals[0].title


def test_a_kind_that_is_new_has_no_records(load_from: Load) -> None:
    def without_the_last_kind(tables: Any) -> None:
        *_, kinds = tables["rows"][-1]
        tables["rows"][kinds - len(tables["constants"])].pop()

    loaded = load_from(relaid(without_the_last_kind))

    assert 0 == len(loaded.statistics)
    assert list(DATA.deals) == list(loaded.deals)
