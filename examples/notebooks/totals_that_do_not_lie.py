# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Totals that do not lie
#
# Adding up what the newspapers print gives a large number that means nothing.
# This notebook goes from that number to the one that means something, a step at a time.
# The charts need `pip install '.[charts]'`.

# %%
from collections import Counter

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

ds = cam.load()

# %% [markdown]
# ## The naive sum
#
# Take every figure in dollars, and add them up.

# %%
dollars = [row for row in cam.ledger(ds) if row.currency == cam.Currency("USD")]
naive = cam.Money(sum(row.stated for row in dollars), "USD")
print(naive.format("en"))

# %% [markdown]
# It adds a letter of interest for a mine to the cost of that mine, and a plan for ten years to its own first three years.

# %%
charts.left_out(ds)

# %% [markdown]
# ## What counts, and why the rest does not

# %%
total = cam.total(ds)
print(total["USD"])
assert total["USD"].stated < naive

# %%
reasons = Counter(str(reason) for row in total.excluded for reason in row.reasons)
for reason, rows in reasons.most_common():
    print(f"{rows:3}  {reason}")

# %% [markdown]
# A row may have several reasons, and all are given. Nothing is dropped: the rows that are counted, withheld and left out are all the rows there are.

# %%
rows = len(total.counted) + len(total.undisclosed) + len(total.excluded)
assert rows == len(cam.ledger(ds))
print(rows, "rows")

# %% [markdown]
# ## Ask for something else
#
# The default is the *project* money of *concluded* deals over *minerals*. Each of the three is a keyword.

# %%
for asked in (
    {},
    {"sectors": None},
    {"kinds": "financing", "stages": None},
    {"stages": None, "sectors": None, "kinds": None},
):
    print(asked or "the default", "→", *cam.total(ds, **asked))

# %% [markdown]
# Even the widest question counts a letter only if the cost that it would pay for is not counted already.
#
# ## Bounds
#
# A sum of hedged figures has a low and a high end, and an open end is no number.

# %%
widest = cam.total(ds, stages=None, sectors=None, kinds=None)["USD"]
print("low: ", widest.low)
print("high:", "open" if widest.high is None else widest.high)

# %% [markdown]
# ## Groups add up
#
# A deal of several countries forms a group of its own, because no source divides its sum.

# %%
everything = {"sectors": None, "stages": None, "kinds": None}
groups = cam.total_by(ds, "country", **everything)
groups

# %%
sums = [one.stated for group in groups.values() for one in group if one.currency.code == "USD"]
assert sum(sums, start=cam.Money(0, "USD")) == widest.stated
charts.totals_by_group(ds, "country", **everything)

# %% [markdown]
# ## Mistakes that cannot be made by accident
#
# Two currencies are never added, a float is never money, and a total in another currency needs a rate.

# %%
for wrong in (
    lambda: cam.Money(1, "USD") + cam.Money(1, "EUR"),
    lambda: cam.Money(1.1, "USD"),
    lambda: cam.total(ds, currency="GBP"),
    lambda: total["KZT"],
):
    try:
        wrong()
    except cam.CentralAsiaMineralsError as error:
        print(f"{type(error).__name__}: {error}")
