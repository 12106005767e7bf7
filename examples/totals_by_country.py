"""An analyst's totals: by country, in dollars and in euros, and what each filter leaves out."""

from __future__ import annotations

import centralasia_minerals as cam


def main() -> None:
    ds = cam.load()

    print("Concluded minerals deals by country:")
    print(cam.total_by(ds, "country"))

    print("\nConcluded deals of every sector by country, in euros as printed:")
    print(cam.total_by(ds, "country", sectors=None, currency="EUR"))

    print("\nFrom narrow to wide:")
    questions = {
        "concluded, minerals": cam.total(ds),
        "concluded, every sector": cam.total(ds, sectors=None),
        "every sector and kind of money, three years": cam.total(
            ds, sectors=None, kinds=None, stages=None, max_horizon_years=3
        ),
        "every sector, stage and kind of money": cam.total(
            ds, sectors=None, kinds=None, stages=None
        ),
    }
    for question, total in questions.items():
        about = "approximate" if total.approximate else "exact"
        print(f"  {question}: {total['USD']} ({about})")

    print("\nWhy figures are left out by default:")
    for row in cam.total(ds).excluded:
        if row.stated is not None:
            print(f"  {row.deal.id}, {row.figure}: {'; '.join(map(str, row.reasons))}")


if __name__ == "__main__":
    main()
