"""A developer writes a data file of their own, merges it, and sees bad data refused.

It needs ``pip install 'centralasia-minerals[toml]'``.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import centralasia_minerals as cam

# An invented report; a real text stays in a folder of your own and is never shipped.
ARTICLE = "Kyrgyzstan and Example Metals signed an antimony contract worth $20 million on Monday.\n"
DRAFT = """\
[[sources]]
id = "example-2026-01"
title = "[An invented report, to show the format]"
text = "article.txt"
url = "https://news.example/antimony"
published = "2026-01"

[[deals]]
id = "kg-example-antimony"
title = "Antimony contract of Kyrgyzstan with Example Metals"
kind = "contract"
sectors = ["minerals"]
countries = ["KG"]
stages = [{ value = "signed", cite = "Kyrgyzstan and Example Metals signed an antimony contract" }]
cite = "Kyrgyzstan and Example Metals signed an antimony contract"

[[deals.amounts]]
role = "contract value"
money = "supply"

[[deals.amounts.statements]]
value = { amount = "20000000", currency = "USD" }
cite = "an antimony contract worth $20 million"
"""


def main() -> None:
    base = cam.load()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        file = work / "mine.toml"
        (work / "draft.toml").write_text(DRAFT, "utf-8")
        (work / "article.txt").write_bytes(ARTICLE.encode())

        cam.build(work / "draft.toml", file)
        mine = cam.read(file, base=base)
        print(mine)
        print(mine.verify(work))
        print(mine.deals["kg-example-antimony"].amounts[0].stated.citations[0].url)

        joined = base.merge(mine)
        print(f"\nbefore: {cam.total(base)['USD']}")
        after = cam.total(joined)
        print(f"after:  {after['USD']}, and beside it {after.beside[0]}")
        print(cam.total_by(joined, "country", stages="concluded"))

        good = file.read_text("utf-8")
        file.write_text(good.replace('"USD"', '"USX"').replace('"contract"', '"contrakt"'), "utf-8")
        try:
            cam.read(file, base=base)
        except cam.DataError as error:
            print(f"\nrefused, with {len(error.problems)} problems:")
            for problem in error.problems:
                print(f"  {problem}")


if __name__ == "__main__":
    main()
