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
# # What was known when
#
# A record of deals is a record of what was published by some day.
# `as_of` takes you back: it knows only the pages that were out by then.
# The charts need `pip install '.[charts]'`.

# %%
import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

ds = cam.load("region")

# %% [markdown]
# ## The same question on several days

# %%
for day in ("2024-12-31", "2025-04-30", "2025-11-30", "2026-06-30"):
    view = ds.as_of(day)
    print(day, "-", len(view.deals), "deals;", *cam.total(view))

# %% [markdown]
# A page without a date is known from the day on which it was read, so the views know less than people did.
#
# ## One figure's history

# %%
charts.figure_history(ds, "kz-cn-copper-smelter-2024")

# %% [markdown]
# Nothing is overwritten: a figure that was replaced is still there, and says so.

# %%
deal = ds.deals["kz-cn-copper-smelter-2024"]
deal

# %% [markdown]
# ## In the order of their dates
#
# A date is as precise as its source: a day is a day, a month stays a month.

# %%
spring = cam.load().as_of("2025-04")
cam.timeline(spring)

# %%
charts.timeline(ds.deals.where(mineral="tungsten"))

# %% [markdown]
# ## Where the sources disagree

# %%
cam.disagreements(cam.load())

# %% [markdown]
# Name the version of the data with every figure that you publish: a published version never changes.

# %%
ds.version
