"""A developer merges a data file of their own into the bundled data, and sees bad data refused."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import centralasia_minerals as cam

# An invented report; a real text stays in a folder of your own and is never shipped.
ARTICLE = "Kyrgyzstan and Example Metals signed an antimony contract worth $20 million on Monday.\n"


def cited(passage: str, **more: str) -> str:
    """Write a citation of the article as an inline table."""
    start = ARTICLE.index(passage)
    extra = "".join(f', {key} = "{value}"' for key, value in more.items())
    return (
        f'{{ source = "example-2026-01", start = {start}, end = {start + len(passage)},'
        f' digest = "{cam.digest_of(passage)}"{extra} }}'
    )


SIGNED = cited("Kyrgyzstan and Example Metals signed an antimony contract")
WORTH = cited("an antimony contract worth $20 million", figure="$20 million")
DATA = f"""\
format = 1

[[sources]]
id = "example-2026-01"
title = "[An invented report, to show the format]"
sha256 = "{hashlib.sha256(ARTICLE.encode()).hexdigest()}"
length = {len(ARTICLE)}
published = {{ date = "2026-01" }}

[[deals]]
id = "kg-example-antimony"
title = "Antimony contract of Kyrgyzstan with Example Metals"
kind = "contract"
sectors = ["minerals"]
countries = ["KG"]
stages = [{{ value = "signed", citations = [{SIGNED}] }}]
citations = [{SIGNED}]

[[deals.amounts]]
role = "contract value"

[[deals.amounts.statements]]
value = {{ amount = "20000000", currency = "USD" }}
citations = [{WORTH}]
"""


def main() -> None:
    base = cam.load()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        file = work / "mine.toml"
        file.write_text(DATA, "utf-8")
        (work / "article.txt").write_bytes(ARTICLE.encode())

        mine = cam.read(file, base=base)
        print(mine)
        print(mine.verify(work))

        joined = base.merge(mine)
        print(f"\nbefore: {cam.total(base)['USD']}")
        print(f"after:  {cam.total(joined)['USD']}")
        print(cam.total_by(joined, "country", stages="concluded"))

        bad = DATA.replace('"USD"', '"RUR"').replace('"contract"', '"contrakt"')
        file.write_text(bad, "utf-8")
        try:
            cam.read(file, base=base)
        except cam.DataError as error:
            print(f"\nrefused, with {len(error.problems)} problems:")
            for problem in error.problems:
                print(f"  {problem}")


if __name__ == "__main__":
    main()
