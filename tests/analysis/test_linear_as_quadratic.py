"""What was made linear answers as the plain way does, which asks everything of everything."""

from __future__ import annotations

import re

from analysis_builders import GAZETTE, KZ, OTHER_REVIEW, REVIEW, TUNGSTEN, URANIUM, cite, weighed
from analysis_strategies import deals
from hypothesis import given, strategies as st

import centralasia_minerals as cam
from centralasia_minerals.analysis.coverage import _places, sentences_of
from centralasia_minerals.analysis.estimate_rows import (
    MeasureReason,
    MeasureRow,
    group_of,
    overlaps_of,
    rows_of,
)
from centralasia_minerals.entities.series import in_series, standing_of
from centralasia_minerals.entities.statement import Standing

SOURCES = st.sampled_from([GAZETTE, REVIEW, OTHER_REVIEW])
POOLS = st.sampled_from([(), ("bases",), ("resource classes",), ("bases", "resource classes")])


@st.composite
def statements(draw):
    """State one of few figures, so that several agree, at one of few times."""
    rank = draw(st.sampled_from([*[cam.Rank.NORMAL] * 3, *cam.Rank]))
    return cam.Stated(
        value=cam.Money(draw(st.integers(1, 2)), draw(st.sampled_from(["USD", "EUR"]))),
        called=draw(st.sampled_from([cam.NotStated(), "valued at"])),
        rank=rank,
        reason="a slip" if rank is cam.Rank.DEPRECATED else cam.NotStated(),
        citations=(cite(draw(SOURCES), 10 * draw(st.integers(0, 30))),),
    )


@st.composite
def told_in_many_ways(draw):
    """Give the deals of the strategy, each with amounts of many statements and parts."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        series = draw(st.lists(st.lists(statements(), unique=True, max_size=6), max_size=2))
        made.append(
            cam.Deal(
                id=f"told-{number}",
                title="A deal",
                kind=cam.DealKind.SALE,
                stages=tuple(
                    cam.Stated(value=stage, citations=(cite(draw(SOURCES)),))
                    for stage in draw(st.lists(st.sampled_from(cam.Stage), max_size=3, unique=True))
                ),
                part_of=draw(st.sampled_from([cam.NotStated(), *made])),
                amounts=tuple(
                    cam.Amount(role=role, statements=tuple(series_of_one))
                    for role, series_of_one in zip(cam.AmountRole, series, strict=False)
                ),
                citations=(cite(),),
            )
        )
    return tuple(made)


def sides_of(told):
    sides = {}
    for compared, said, citations in told:
        before = sides.get(compared, (said, ()))
        sides[compared] = (before[0], (*before[1], *citations))
    return tuple(sides.values())


def plain_sides(series):
    live = [s for s in series if standing_of(s, series) is Standing.CURRENT]
    return sides_of(
        (
            (s.hedge, s.value, s.upper, s.called),
            f"{s} (“{s.called}”)" if s.called else str(s),
            s.citations,
        )
        for s in live
    )


def plain_series(deal):
    """Give each series of a deal: its path and its sides."""
    yield "stages", plain_sides(in_series(deal.stages))
    for i, amount in enumerate(deal.amounts):
        yield f"amounts[{i}].statements", plain_sides(in_series(amount.statements))


def plain_wholes(given_deals):
    for whole in given_deals:
        parts = [d for d in given_deals if getattr(d.part_of, "id", None) == whole.id]
        if whole.value and isinstance(whole.value, cam.Stated):
            currency = whole.value.value.currency
            told = [p.value for p in parts if isinstance(p.value, cam.Stated)]
            alike = [s for s in told if s.value.currency == currency]
            if alike and cam.Money.sum(s.value for s in alike) != whole.value.value:
                yield whole.id, whole.value.citations, tuple(c for s in alike for c in s.citations)


@given(given_deals=told_in_many_ways())
def test_the_sides_of_a_series_are_those_of_asking_each_statement(given_deals):
    expected = [
        (deal.id, path, sides)
        for deal in given_deals
        for path, sides in plain_series(deal)
        if len(sides) > 1
    ]

    found = cam.disagreements(cam.Dataset.of({"deals": given_deals}))

    assert expected == [
        (one.entity.id, one.path, tuple((side.said, side.citations) for side in one.sides))
        for one in found
        if one.kind is not cam.DisagreementKind.PARTS_AND_WHOLE
    ]
    assert list(plain_wholes(given_deals)) == [
        (one.entity.id, *(side.citations for side in one.sides))
        for one in found
        if one.kind is cam.DisagreementKind.PARTS_AND_WHOLE
    ]


@given(
    spelt=st.lists(st.sampled_from(["Toqaev", "Tokayev", "Токаев"]), min_size=1, unique=True),
    supports=st.lists(
        st.lists(
            st.sampled_from(["names", "names[Toqaev]", "names[Tokayev]", "citizenship"]),
            unique=True,
        ).map(tuple),
        max_size=5,
    ),
)
def test_a_spelling_stands_on_the_passages_that_name_it_or_else_on_the_whole(spelt, supports):
    citations = tuple(cite(at=10 * i, supports=named) for i, named in enumerate(supports))
    names = tuple(cam.Name(text, kind=cam.NameKind.TRANSLITERATION) for text in spelt)
    person = cam.Person(id="toqaev", names=names, citations=citations)

    sides = [
        (
            text,
            tuple(c for c in citations if f"names[{text}]" in c.supports)
            or tuple(c for c in citations if not c.supports or "names" in c.supports),
        )
        for text in spelt
    ]

    found = cam.disagreements(cam.Dataset.of({"people": (person,)}))
    assert ([sides] if len(sides) > 1 else []) == [
        [(side.said, side.citations) for side in one.sides] for one in found
    ]


@st.composite
def deposits(draw):
    """Give deposits of few ids: even a whole may have the id of its part."""
    made: list[cam.Deposit] = []
    for number in range(draw(st.integers(1, 4))):
        estimates = [
            cam.ResourceEstimate(
                stated=weighed(
                    f"{draw(st.integers(1, 2))} tonne",
                    of=draw(SOURCES),
                    rank=rank,
                    reason="a slip" if rank is cam.Rank.DEPRECATED else cam.NotStated(),
                ),
                mineral=draw(st.sampled_from([TUNGSTEN, URANIUM])),
                basis=draw(st.sampled_from(list(cam.CommodityBasis)[:2])),
                resource_class=draw(st.sampled_from(list(cam.ResourceClass)[:2])),
            )
            for rank in draw(st.lists(st.sampled_from([cam.Rank.NORMAL, *cam.Rank]), max_size=6))
        ]
        made.append(
            cam.Deposit(
                id=f"deposit-{number % 2}",
                names=(cam.Name(f"Deposit {number}"),),
                country=KZ,
                part_of=draw(st.sampled_from([cam.NotStated(), *made])),
                estimates=tuple(dict.fromkeys(estimates)),
                citations=(cite(at=600),),
            )
        )
    return draw(st.permutations(made))


def plain_row(row, mineral):
    alike = tuple(
        other.stated
        for other in row.deposit.series
        if MeasureRow(row.deposit, other).group == row.group
    )
    if mineral is not None and row.group[0] != mineral:
        return MeasureReason.ANOTHER_MINERAL
    return {
        Standing.SUPERSEDED: MeasureReason.SUPERSEDED,
        Standing.DEPRECATED: MeasureReason.DEPRECATED,
    }.get(standing_of(row.estimate.stated, alike))


def plain_overlap(row, rows, pooled):
    wholes = {whole.id for whole in row.deposit.ancestors}
    earlier = True
    for other in rows:
        if other is row:
            earlier = False
        elif other.reason is None and group_of(other, pooled) == group_of(row, pooled):
            if other.deposit.id in wholes:
                return MeasureReason.PART_OF_A_COUNTED_DEPOSIT
            if earlier and other.deposit is row.deposit and other.group == row.group:
                return MeasureReason.ANOTHER_ESTIMATE
    return None


@given(given_deposits=deposits(), pooled=POOLS, mineral=st.sampled_from([None, "tungsten"]))
def test_each_estimate_is_judged_as_by_asking_all_others(given_deposits, pooled, mineral):
    for deposit in given_deposits:
        in_order = in_series(tuple(estimate.stated for estimate in deposit.estimates))
        assert deposit.series == tuple(
            sorted(deposit.estimates, key=lambda one, order=in_order: order.index(one.stated))
        )
    rows = [row for deposit in given_deposits for row in rows_of(deposit, mineral)]

    assert [plain_row(row, mineral) for row in rows] == [row.reason for row in rows]
    assert [plain_overlap(row, rows, pooled) for row in rows] == list(overlaps_of(rows, pooled))


@given(given_deals=deals())
def test_notes_are_numbered_in_the_order_in_which_they_are_first_needed(given_deals):
    told = cam.total(given_deals, stages=None, sectors=None).footnoted()

    marks = map(int, re.findall(r"\[(\d+)\]", told.sentence))
    assert list(range(1, len(told.notes) + 1)) == list(dict.fromkeys(marks))
    assert list(range(1, len(told.notes) + 1)) == [note.number for note in told.notes]


@given(keys=st.lists(st.sampled_from(["KZ", "TJ", "UZ", "KZ+TJ"]), max_size=6))
def test_a_group_is_the_first_one_with_its_key(keys):
    totals = cam.Totals("country", tuple((key, cam.total(())) for key in keys))

    for key in keys:
        assert totals[key] is next(total for known, total in totals.groups if known == key)
    assert all(key not in totals for key in ("US", 1, None, ["KZ"], cam.Stage.SIGNED))


_PLAIN_END = re.compile(r"[.!?][”\"’)]*(?=\s)|$", re.MULTILINE)
_PLAIN_ABBREVIATION = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|vs|U\.S|[A-Z])\.$")
PIECES = st.sampled_from(
    ["Mr.", "Mrs.", "xMrs.", "U.S.", "xU.S.", "A.", "aA.", "vs.", "No", ". ", ".", "!", "?", "”",
     ")", " ", "\n", "\r", "\u2028", "tungsten", "_", "é"]
)  # fmt: skip
ANY_TEXT = st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join)


def plain_sentences(text):
    start = 0
    for end in _PLAIN_END.finditer(text):
        passage = text[start : end.end()]
        ends_line = text[end.end() : end.end() + 1] in ("", "\n")
        if _PLAIN_ABBREVIATION.search(passage) and not ends_line:
            continue
        if passage.strip():
            lead = len(passage) - len(passage.lstrip())
            yield start + lead, start + len(passage.rstrip()), passage.strip()
        start = end.end()


@given(text=ANY_TEXT)
def test_a_sentence_ends_where_the_whole_passage_says_so(text):
    expected = list(plain_sentences(text))

    assert expected == [(one.start, one.end, one.text) for one in sentences_of(text)]


@given(
    spans=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)).map(lambda s: (s[0], sum(s)))),
)
def test_the_places_of_passages_are_those_of_each(spans):
    class Found:
        """A copy in which every passage stands where it is said to."""

        def place_of(self, span):
            return span

    expected = {place for start, end in spans for place in range(start, end)}

    assert expected == _places(Found(), spans)
