"""Nobody counts by hand: from invented articles to merged records, in Python and as commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import attrs
import pytest
from asked_commands import Asked

import centralasia_minerals as cam
from centralasia_minerals.__main__ import main
from centralasia_minerals.dataset.authoring.draft import built
from centralasia_minerals.errors import DataError, InvalidTypeError, InvalidValueError

ARTICLE = """Lender steps up in Kazakhstan

Astana, 3 December 2025. President Kassym-Jomart Tokayev said on Wednesday that the Eurasian \
Mining Bank had sent a letter of interest for up to $250 million for the tungsten venture with \
Cove Kaz. The letter commits nobody, the bank’s spokesman said.

“A beginning”, said Kasym-Jomart Tokaev, as some papers spell the president's name.
"""
DRAFT = """
[[sources]]
text = "lender.txt"
url = "https://steppe.example/lender"
published = "2025-12-03"
publisher = "The Steppe"
tier = "news"

[[organizations]]
id = "eurasian-mining-bank"
names = [{text = "Eurasian Mining Bank"}]
kind = "bank"
cite = "Eurasian Mining Bank"

[[people]]
id = "kassym-jomart-tokayev"
adds = true
names = [{text = "Kasym-Jomart Tokaev", kind = "transliteration"}]
cite = "said Kasym-Jomart Tokaev, as some papers spell"

[[deals]]
id = "kz-us-tungsten"
adds = true
[[deals.amounts]]
key = "letter of the Eurasian Mining Bank"
role = "financing"
stages = [{value = "letter of interest", cite = "had sent a letter of interest"}]
[[deals.amounts.statements]]
value = {amount = "250000000", currency = "USD"}
hedge = "up to"
cite = "a letter of interest for up to $250 million"
[[deals.parties]]
who = "eurasian-mining-bank"
role = "financier"
cite = ["the Eurasian Mining Bank had sent a letter", "The letter commits nobody, the bank's"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lender.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "draft.toml").write_text(DRAFT, "utf-8")
    return tmp_path


def test_from_a_draft_to_merged_records_without_a_number_by_hand(folder: Path, capsys) -> None:
    assert 0 == main(["build", str(folder / "draft.toml"), "--output", str(folder / "mine.toml")])
    assert 0 == main(["check", str(folder / "mine.toml"), "--texts", str(folder)])
    said = capsys.readouterr().out

    mine = cam.read(folder / "mine.toml", base=cam.load())
    joined = cam.load().merge(mine)
    tungsten = joined.deals["kz-us-tungsten"]

    assert "the default total after: about USD 1,100,000,000, from 1 deal" in said
    assert mine.verify(folder).ok
    assert len(cam.load().deals["kz-us-tungsten"].amounts) + 1 == len(tungsten.amounts)
    assert "Kasym-Jomart Tokaev" in [n.text for n in joined.people["kassym-jomart-tokayev"].names]
    assert cam.load().as_of("2025-11").records == joined.as_of("2025-11").records
    (letter,) = [amount for amount in tungsten.amounts if amount.key]
    (citation,) = letter.stated.citations
    assert "$250 million" == citation.figure
    assert "https://steppe.example/lender#:~:text=%24250%20million" == citation.url
    assert "steppe-example-2025-12" == citation.source.id


def test_two_such_files_merge_in_either_order(folder: Path) -> None:
    other = DRAFT.replace("lender.txt", "other.txt").replace("steppe.example", "dala.example")
    other = other.replace("eurasian-mining-bank", "altai-bank").replace("Eurasian Mining", "Altai")
    text = ARTICLE.replace("Eurasian Mining", "Altai").replace("250", "90")
    (folder / "other.txt").write_text(text, "utf-8")
    (folder / "other.toml").write_text(other.replace("250", "90"), "utf-8")
    read = [read_built(folder / name) for name in ("draft.toml", "other.toml")]

    one = cam.load().merge(read[0]).merge(read[1])
    two = cam.load().merge(read[1]).merge(read[0])

    assert one.deals.ids == two.deals.ids
    assert set(one.deals["kz-us-tungsten"].amounts) == set(two.deals["kz-us-tungsten"].amounts)
    assert cam.total(one).by_currency == cam.total(two).by_currency
    assert one.version == two.version


def read_built(draft: Path) -> cam.Dataset:
    made = draft.with_suffix(".json")
    made.write_text(json.dumps(built(draft, cam.load())), "utf-8")
    return cam.read(made, base=cam.load())


NEW_DEAL = """
[[sources]]
text = "lender.txt"
url = "https://steppe.example/lender"
published = "2025-12-03"

[[deals]]
id = "steppe-loan"
title = "The loan of the Eurasian Mining Bank"
kind = "equity"
deal_class = "undertaking"
cite = "had sent a letter of interest"
[[deals.relations]]
kind = "finances"
deal = "kz-us-tungsten"
cite = "for the tungsten venture with Cove Kaz"
[[deals.amounts]]
role = "investment"
money = "financing"
[[deals.amounts.statements]]
value = {amount = "250000000", currency = "USD"}
hedge = "up to"
cite = "a letter of interest for up to $250 million"
[[deals.amounts.conditions]]
what = "the bank commits itself"
statements = [{value = "set", cite = "The letter commits nobody"}]
cite = "The letter commits nobody"
"""


def test_a_draft_says_how_deals_are_related_what_money_is_and_what_it_depends_on(
    folder: Path,
) -> None:
    (folder / "loan.toml").write_text(NEW_DEAL, "utf-8")

    mine = read_built(folder / "loan.toml")
    (related,) = cam.load().merge(mine).related("steppe-loan")

    assert mine.verify(folder).ok
    assert "steppe-loan finances kz-us-tungsten" == str(related)
    assert ["steppe-example-2025-12"] == [one.source.id for one in related.citations]
    (amount,) = mine.deals["steppe-loan"].amounts
    assert cam.MoneyKind.FINANCING is amount.money
    assert cam.ConditionState.SET is amount.conditions[0].state
    assert ["$250 million"] == [one.figure for one in amount.stated.citations]


def test_money_in_doubt_and_a_relation_to_nothing_are_problems_of_what_is_built(
    folder: Path,
) -> None:
    wrong = NEW_DEAL.replace('money = "financing"\n', "").replace('"kz-us-t', '"kz-us-ot')
    (folder / "loan.toml").write_text(wrong, "utf-8")

    with pytest.raises(DataError) as caught:
        read_built(folder / "loan.toml")

    found = {problem.path: problem.message for problem in caught.value.problems}
    assert {"deals[0].amounts[0].money", "deals[0].relations[0].deal"} == found.keys()
    assert "did you mean 'kz-us-tungsten'" in found["deals[0].relations[0].deal"]


def test_what_is_built_holds_no_sentence_of_the_text(folder: Path) -> None:
    made = json.dumps(built(folder / "draft.toml", cam.load()), ensure_ascii=False)
    words = re.findall(r"\w+", ARTICLE.split("\n", 1)[1])
    runs = {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}

    held = re.findall(r"\w+", made)
    assert set() == runs & {" ".join(held[i : i + 6]) for i in range(len(held) - 5)}


def test_every_mistake_of_a_draft_comes_at_once_with_its_line(folder: Path) -> None:
    wrong = DRAFT.replace("Eurasian Mining Bank had sent", "Eurasian Bank had sent").replace(
        'cite = "Eurasian Mining Bank"', 'cite = "the"'
    )
    wrong = wrong.replace('cite = "said Kasym', 'cite = {pasage = "x"}\n#')
    (folder / "draft.toml").write_text(wrong, "utf-8")

    with pytest.raises(DataError) as refused:
        built(folder / "draft.toml", cam.load())

    said = {problem.path: problem for problem in refused.value.problems}
    assert {"organizations[0].cite", "people[0].cite", "deals[0].parties[0].cite"} == set(said)
    assert "it stands there" in said["organizations[0].cite"].message
    assert "write the passage in quotes" in said["people[0].cite"].message
    assert "it does not stand in the text" in said["deals[0].parties[0].cite"].message
    lines = wrong.splitlines()
    for path, problem in said.items():
        assert lines[problem.line - 1].startswith("cite = "), path


def test_a_missing_text_is_a_problem_and_nothing_is_written(folder: Path, capsys) -> None:
    (folder / "lender.txt").unlink()
    (folder / "mine.toml").write_text("as it was", "utf-8")

    assert 1 == main(["build", str(folder / "draft.toml"), "--output", str(folder / "mine.toml")])
    assert "'lender.txt' is not a text; check the path" in capsys.readouterr().err
    assert "as it was" == (folder / "mine.toml").read_text("utf-8")
    assert 1 == main(["build", str(folder / "draft.toml"), "--output", str(folder / "draft.toml")])


def test_ten_mistakes_of_ten_kinds_come_with_file_path_and_line(folder: Path, capsys) -> None:
    text = """format = 1

[[organizations]]
id = "A Bank"
names = [{text = "A Bank"}]
kind = "bonk"

[[deals]]
id = "a-deal"
title = "A deal"
kind = "contract"
colour = "red"
part_of = "kz-us-tungstem"
citations = [
    {source = "summit-minerals-2025-11", start = 9, end = 5, digest = "0000000000000000"},
    {source = "summit-minerals-2025-11", start = 0, end = 5, digest = "xyz"},
]

[[deals.amounts]]
role = "cost"
horizon_years = 0

[[deals.amounts.statements]]
value = {amount = 1.5, currency = "USD"}

[[deals.dates]]
kind = "signed"
date = "2025-13"

[[deals]]
title = "Another"
kind = "contract"

[[deals]]
id = "third-deal"
title = "A third"
kind = "contract"
sectors = ["minerals", "minerals"]
citations = [{source = "summit-minerals-2025-11", start = 0, end = 5, digest = "0000000000000000"}]

[[ministers]]
id = "somebody"

[[deals]]
id = "fourth-deal"
title = "A fourth"
kind = "contract"
"""
    (folder / "wrong.toml").write_text(text, "utf-8")
    with pytest.raises(DataError) as refused:
        cam.read(folder / "wrong.toml", base=cam.load())
    code = main(["check", str(folder / "wrong.toml")])
    said = capsys.readouterr().out

    problems = refused.value.problems
    assert 1 == code
    assert len(problems) >= 10
    lines = text.splitlines()
    for problem in problems:
        assert str(problem) in said
        assert problem.line is not None, problem
        key = re.sub(r"\[\d+\]", "", problem.path).rpartition(".")[2]
        shown = lines[problem.line - 1]
        assert key in shown or shown.startswith("[[") or "source =" in shown, problem


def test_lines_in_json_are_those_of_the_values(tmp_path: Path) -> None:
    deal = {"id": "a-deal", "title": "A {deal}, [of] sorts", "kind": "bonk", "colour": 1,
            "amounts": [{"role": "cost"}, {"role": "cots", "key": "x"}]}  # fmt: skip
    text = json.dumps({"format": 1, "version": "1", "deals": [deal, 3]}, indent=1)
    (tmp_path / "wrong.json").write_text(text, "utf-8")

    with pytest.raises(DataError) as refused:
        cam.read(tmp_path / "wrong.json")

    lines = text.splitlines()
    shown = {problem.path: lines[problem.line - 1].strip() for problem in refused.value.problems}
    assert '"kind": "bonk",' == shown["deals[0].kind"]
    assert '"colour": 1,' == shown["deals[0].colour"]
    assert '"role": "cots",' == shown["deals[0].amounts[1].role"]
    assert "3" == shown["deals[1]"]


def test_check_shows_where_a_proof_fails(folder: Path, capsys) -> None:
    main(["build", str(folder / "draft.toml"), "--output", str(folder / "mine.toml")])
    made = (folder / "mine.toml").read_text("utf-8")
    spoilt = re.sub(r'digest = "\w{16}"', f'digest = "{"0" * 16}"', made, count=1)
    (folder / "mine.toml").write_text(spoilt, "utf-8")

    report = cam.check(folder / "mine.toml", texts=folder)

    (problem,) = report.problems
    assert not report.ok
    assert ("mine.toml", "organizations[0].citations[0]") == (problem.file, problem.path)
    assert "not in this copy" in problem.message
    assert "[[organizations.citations]]" in spoilt.splitlines()[problem.line - 1]


def test_check_lists_figures_that_are_not_read_and_fails_nothing(folder: Path, capsys) -> None:
    draft = folder / "draft.toml"
    russian = 'tier = "news"\nlanguage = "ru"'
    draft.write_text(draft.read_text("utf-8").replace('tier = "news"', russian, 1), "utf-8")
    built_file = folder / "mine.toml"

    assert 0 == main(["build", str(draft), "--output", str(built_file)])
    assert 0 == main(["check", str(built_file), "--texts", str(folder)])

    said = capsys.readouterr().out
    assert "; 1 figure not read:" in said
    assert "not read: the figure '$250 million': it is in another language" in said
    assert "that no passage names by itself (unnamed_fields lists them)" in said


def test_a_hedge_that_the_text_does_not_have_is_refused_by_the_line_of_the_draft(
    folder: Path, capsys
) -> None:
    draft, built_file = folder / "draft.toml", folder / "mine.toml"
    wrong = DRAFT.replace('hedge = "up to"', 'hedge = "more than"')
    draft.write_text(wrong, "utf-8")

    assert 1 == main(["build", str(draft), "--output", str(built_file)])

    line = wrong.splitlines().index('cite = "a letter of interest for up to $250 million"') + 1
    said = capsys.readouterr().err
    assert f"draft.toml:{line}: deals[0].amounts[0].statements[0].cite: " in said
    assert "does not read as USD 250000000: it is printed with 'up to'" in said
    assert not built_file.exists()


def test_check_shows_a_hedge_that_the_text_does_not_have(folder: Path, capsys) -> None:
    built_file = folder / "mine.toml"
    cam.build(folder / "draft.toml", built_file)
    made = built_file.read_text("utf-8").replace('hedge = "up to"', 'hedge = "more than"')
    built_file.write_text(made, "utf-8")

    assert 1 == main(["check", str(built_file), "--texts", str(folder)])

    assert "does not read as USD 250000000: it is printed with 'up to'" in capsys.readouterr().out


WRONG_VALUES = [
    ('hedge = "up to"', 'hedge = "about"', "is not a hedge; did you mean 'around'?"),
    ('hedge = "up to"', 'hedge = "UP TO"', "is not a hedge; did you mean 'up to'?"),
    ('role = "financing"', 'role = "finance"', "did you mean 'financing'"),
    ('value = "letter of interest"', 'value = "letter"', "is not a stage"),
    ('currency = "USD"', 'currency = "usd"', "did you mean 'USD'"),
    ('amount = "250000000"', 'amount = "250 million"', "250 million"),
    ('id = "eurasian-mining-bank"', 'id = "Eurasian Bank"', "letters a-z"),
    ('who = "eurasian-mining-bank"', 'who = "eurasian-bank"', "mean 'eurasian-mining-bank'"),
    ('published = "2025-12-03"', 'published = "2025-13-03"', "does not exist"),
    ('tier = "news"', 'tier = "blog"', "is not a source tier"),
    ('url = "https://steppe', 'url = "steppe', "as a browser shows it"),
    ('publisher = "The', 'publishr = "The', "did you mean 'publisher'"),
    ('id = "kz-us-tungsten"', 'id = "KZ-US-Tungsten"', "did you mean 'kz-us-tungsten'"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), WRONG_VALUES)
def test_a_wrong_value_is_refused_by_its_line_in_the_draft(
    folder: Path, good: str, bad: str, said: str
) -> None:
    wrong = DRAFT.replace(good, bad, 1)
    (folder / "draft.toml").write_text(wrong, "utf-8")

    with pytest.raises(DataError) as refused:
        cam.build(folder / "draft.toml", folder / "mine.toml")

    lines = wrong.splitlines()
    told = {lines[one.line - 1]: one.message for one in refused.value.problems if one.line}
    (message,) = [message for line, message in told.items() if bad in line or "adds" in message]
    assert said in message
    assert not (folder / "mine.toml").exists()


def test_wrong_values_and_wrong_passages_come_at_once(folder: Path) -> None:
    wrong = DRAFT.replace('hedge = "up to"', 'hedge = "about"').replace('"financing"', '"finance"')
    wrong = wrong.replace("had sent a letter of interest", "had sent a note")
    (folder / "draft.toml").write_text(wrong, "utf-8")

    with pytest.raises(DataError) as refused:
        cam.build(folder / "draft.toml", folder / "mine.toml")

    assert [
        "deals[0].amounts[0].role",
        "deals[0].amounts[0].stages[0].cite",
        "deals[0].amounts[0].statements[0].hedge",
    ] == [problem.path for problem in refused.value.problems]


def test_a_wrong_date_of_a_source_hides_nothing_else_that_is_wrong_with_it(folder: Path) -> None:
    wrong = DRAFT.replace('"2025-12-03"', '"2025-13-03"').replace('"news"', '"blog"')
    (folder / "draft.toml").write_text(wrong, "utf-8")

    with pytest.raises(DataError) as refused:
        cam.build(folder / "draft.toml", folder / "mine.toml")

    problems = refused.value.problems
    assert ["sources[0].published", "sources[0].tier"] == [one.path for one in problems]
    lines = wrong.splitlines()
    assert ["published", "tier"] == [lines[one.line - 1].split()[0] for one in problems]


def test_a_draft_may_refer_to_data_of_ones_own(folder: Path, capsys) -> None:
    draft, mine, loan = (str(folder / f"{name}.toml") for name in ("draft", "mine", "loan"))
    party = 'who = "eurasian-mining-bank"\ncite = "had sent a letter of interest"\n'
    other = NEW_DEAL.replace("steppe.example", "dala.example")
    lent = other.replace("[[deals.relations]]", f"[[deals.parties]]\n{party}[[deals.relations]]")
    (folder / "loan.toml").write_text(lent, "utf-8")
    cam.build(draft, mine)

    assert 1 == main(["build", loan])
    assert "no organization" in capsys.readouterr().err
    assert 0 == main(["build", loan, "--data", mine])
    assert 0 == main(["check", str(folder / "loan-built.toml"), "--data", mine])


def test_an_unbuilt_draft_is_first_of_all_called_one(folder: Path, capsys) -> None:
    assert 1 == main(["total", "--data", str(folder / "draft.toml")])

    _, first, *more = capsys.readouterr().err.splitlines()
    assert "  draft.toml: it is a draft: build it first: centralasia-minerals build DRAFT" == first
    assert more


def test_check_says_what_cannot_be_joined(folder: Path) -> None:
    deal = cam.load().deals["boeing-jets"]
    changed = attrs.evolve(deal, title="Another title")
    cam.write(cam.Dataset.of({"deals": (changed,)}), folder / "mine.json")

    report = cam.check(folder / "mine.json")

    assert [report.after, len(report.problems)] == [None, 1]
    assert f"boeing-jets: title: {deal.title!r} or 'Another title'" in report.problems[0].message


def test_a_known_id_is_not_taken_by_accident(folder: Path) -> None:
    bank = {"id": "boeing", "names": [{"text": "Northgate Metals"}], "kind": "company",
            "citations": [{"source": "summit-minerals-2025-11", "start": 1260, "end": 1291,
                           "digest": "0" * 16}]}  # fmt: skip
    (folder / "mine.json").write_text(json.dumps({"format": 1, "organizations": [bank]}))
    person = {"id": "kassym-jomart-tokayev", "names": [{"text": "Tokayev"}]}
    (folder / "person.json").write_text(json.dumps({"format": 1, "people": [person]}))

    (problem,) = cam.check(folder / "mine.json").problems
    (other,) = cam.check(folder / "person.json").problems

    assert "the base has one of this id that says more" in problem.message
    assert "write adds = true and what is new, or take another id" in problem.message
    assert "write official = true and adds = true" in other.message


def test_check_says_what_joins_an_amount_that_is_there(folder: Path) -> None:
    (folder / "draft.toml").write_text(DRAFT.replace('key = "letter', '# key = "letter'), "utf-8")
    cam.build(folder / "draft.toml", folder / "mine.toml")

    said = str(cam.check(folder / "mine.toml", texts=folder))

    assert "up to USD 250,000,000 joins the financing of 'kz-us-tungsten'" in said
    assert "if it is another amount, give it a key" in said


def test_check_fails_where_the_text_of_a_source_of_ones_own_is_not_given(folder: Path) -> None:
    cam.build(folder / "draft.toml", folder / "mine.toml")
    (folder / "lender.txt").write_text(ARTICLE.replace("$250", "$260"), "utf-8")

    report = cam.check(folder / "mine.toml", texts=folder)

    (problem,) = report.problems
    assert "no copy of it is in the folder; name one steppe-example-2025-12.txt" in problem.message
    lines = (folder / "mine.toml").read_text("utf-8").splitlines()
    assert lines[problem.line - 1].startswith("sha256 = ")


def test_a_draft_that_is_checked_is_told_to_be_built(folder: Path) -> None:
    assert "it is a draft: build it first" in str(cam.check(folder / "draft.toml"))


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('amount = "250000000"', "amount = 250000000.5", "write it in quotes"),
        ('amount = "250000000"', 'amount = "25000000"', "no words of the passage read as USD 2500"),
        ('text = "lender.txt"', 'text = "lander.txt"', "is not a text"),
        ('cite = "Eurasian Mining Bank"', 'from = "steppe"\ncite = "Eurasian Mining Bank"',
         "the source 'steppe' has no text here"),
    ],
)  # fmt: skip
def test_one_mistake_of_a_draft_is_one_problem(folder: Path, good, bad, said) -> None:
    (folder / "draft.toml").write_text(DRAFT.replace(good, bad), "utf-8")

    with pytest.raises(DataError) as refused:
        built(folder / "draft.toml", cam.load())

    assert 1 == len(refused.value.problems), str(refused.value)
    assert said in refused.value.problems[0].message


def test_a_mistyped_id_of_an_addition_suggests_the_right_one(folder: Path) -> None:
    cam.build(folder / "draft.toml", folder / "mine.toml")
    wrong = (folder / "mine.toml").read_text("utf-8").replace("kz-us-tungsten", "kz-us-tungstem")
    (folder / "mine.toml").write_text(wrong, "utf-8")

    (problem,) = cam.check(folder / "mine.toml").problems

    assert "did you mean 'kz-us-tungsten'" in problem.message


def test_a_citation_and_a_source_are_printed_ready_to_paste(folder: Path, capsys) -> None:
    assert 0 == main(["cite", str(folder / "lender.txt"), "up to $250  million", "--figure",
                      "$250 million", "--source", "steppe"])  # fmt: skip
    printed = capsys.readouterr().out
    assert 0 == main(["source", str(folder / "lender.txt"), "--url", "https://steppe.example/lender",
                      "--read", "2026-01-02"])  # fmt: skip
    block = capsys.readouterr().out

    line, remark = printed.splitlines()
    assert "# it stands there with other white space or signs" == remark
    cited = tomllib.loads(f"citation = {line}")["citation"]
    assert ("steppe", "$250 million") == (cited["source"], cited["figure"])
    assert "up to $250 million" == ARTICLE[cited["start"] : cited["end"]]
    (source,) = tomllib.loads(block)["sources"]
    assert ("steppe-example-2026-01", len(ARTICLE)) == (source["id"], source["length"])
    assert "Lender steps up in Kazakhstan" == source["title"]


def test_citations_and_sources_are_printed_as_json_too(folder: Path, asked: Asked) -> None:
    text = str(folder / "lender.txt")
    figure = ("--figure", "$250 million", "--source", "steppe")

    cited = asked.json("cite", text, "up to $250  million", *figure)
    read = asked.json("source", text, "--read", "2026-01-02")

    line, _ = asked("cite", text, "up to $250  million", *figure).splitlines()
    printed = tomllib.loads(f"citation = {line}")["citation"]
    assert printed == {key: cited[key] for key in printed}
    assert "it stands there with other white space or signs" == cited["remark"]
    assert tomllib.loads(asked("source", text, "--read", "2026-01-02")) == read


def test_what_was_written_is_told_as_json(folder: Path, asked: Asked) -> None:
    made = str(folder / "mine.toml")
    table = str(folder / "deals.csv")

    built_file = asked.json("build", str(folder / "draft.toml"), "--output", made)
    exported = asked.json("export", table, "--table", "deals")

    assert {"wrote": [{"file": made}]} == built_file
    assert {"wrote": [{"file": table, "rows": len(cam.load().tables["deals"])}]} == exported


def test_a_check_is_printed_as_json_whatever_it_finds(folder: Path, asked: Asked, capsys) -> None:
    made = folder / "mine.toml"
    cam.build(folder / "draft.toml", made)

    good = asked.json("check", str(made), "--texts", str(folder))
    made.write_text(made.read_text("utf-8").replace('"financier"', '"financer"'), "utf-8")
    assert 1 == main(["check", str(made), "--json"])
    (problem,) = json.loads(capsys.readouterr().out)["problems"]

    assert ([], []) == (good["problems"], good["verification"]["failures"])
    assert "1100000000" == good["after"]["by_currency"][0]["stated"]["amount"]
    assert "deals[0].parties[0].role" == problem["path"]
    assert '"financer"' in made.read_text("utf-8").splitlines()[problem["line"] - 1]
    assert "did you mean 'financier'" in problem["message"]


@pytest.mark.parametrize(
    ("passage", "figure", "said"),
    [
        ("a letter of war", None, "it does not stand in the text"),
        ("the", None, "it stands there"),
        ("", None, "it does not stand in the text"),
        ("up to $250 million", "$25 million", "is not in it"),
    ],
)
def test_a_passage_that_cannot_be_cited_is_refused(passage, figure, said) -> None:
    with pytest.raises(InvalidValueError, match=re.escape(said)):
        cam.cite(ARTICLE, passage, figure=figure)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(InvalidTypeError):
        cam.cite(b"x", "x")
    with pytest.raises(InvalidTypeError):
        cam.source(3, read="2026-01-02")
    with pytest.raises(InvalidValueError, match="it is empty"):
        cam.source(" \n", read="2026-01-02")
    with pytest.raises(InvalidValueError, match="no day on which it was read"):
        cam.source("A text.")
    with pytest.raises(InvalidValueError, match="not a source tier"):
        cam.source("A text.", read="2026-01-02", tier="blog")


@pytest.mark.parametrize(
    ("published", "id"),
    [
        ("2025", "steppe-example-2025"),
        ("2025-12~", "steppe-example-2025-12"),
        ("2025-12-03", "steppe-example-2025-12"),
        ("2025-36", "steppe-example-2025"),
        ("2025-11/2026", "steppe-example-2025-11"),
        ("2025/2026", "steppe-example-2025"),
    ],
)
def test_the_id_of_a_source_has_the_month_in_which_it_began_to_appear(
    published: str, id: str
) -> None:
    page = cam.source(ARTICLE, url="https://steppe.example/a", published=published)

    assert id == page.id


def test_a_found_passage_becomes_a_citation() -> None:
    page = cam.source(ARTICLE, url="https://steppe.example/a", published="2025-12-03", id="steppe")
    found = cam.cite(ARTICLE, "up to $250 million", figure="$250 million", source=page)

    citation = found.citation(page, supports=("value",))

    assert page.cite(ARTICLE, "up to $250 million", figure="$250 million") == found.citation(page)
    assert ("value",) == citation.supports
    assert citation.reads_in(f"Menu\n{ARTICLE}")


def test_a_folder_is_written_with_a_file_for_each_kind_and_the_same_bytes(tmp_path: Path) -> None:
    cam.write(cam.load(), tmp_path)
    first = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    cam.write(cam.read(tmp_path), tmp_path)

    assert {f"{kind}.toml" for kind in cam.load().records} == first.keys()
    assert first == {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert cam.load() == cam.read(tmp_path)


def test_the_command_line_runs_by_itself(folder: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "centralasia_minerals", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    refused = run("cite", str(folder / "lender.txt"), "no such words")
    helped = run("--help")

    assert (1, "") == (refused.returncode, refused.stdout)
    assert "it does not stand in the text, as whole words; copy it from the text" in refused.stderr
    assert all(command in helped.stdout for command in ("cite", "source", "build", "check"))
    assert 2 == run("sing").returncode
