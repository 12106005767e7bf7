"""A journalist checks a number: what was stated, how firmly, by whom, and where it stands."""

from __future__ import annotations

import centralasia_minerals as cam


def main() -> None:
    ds = cam.load()
    deal = ds.deals["kz-us-tungsten"]
    print(f"{deal.title}: {deal.stage}, work {deal.implementation}")

    for amount in deal.amounts:
        print(f"\n{amount.role} ({amount.stage})")
        for statement in (*amount.statements, *amount.equivalents):
            for citation in statement.citations:
                print(f"  {statement}: printed {citation.figure!r} in {citation}")

    cost, letter = deal.amounts
    share = cam.ratio(letter, cost)
    print(f"\nThe letter is at most {share.percent('high')} per cent of the cost.")

    print("\nWhere the sources differ:")
    for disagreement in cam.disagreements(ds):
        if disagreement.entity == deal:
            print(f"  {disagreement}")

    print("\nReady for print:")
    print(cam.total(ds).footnoted("en"))


if __name__ == "__main__":
    main()
