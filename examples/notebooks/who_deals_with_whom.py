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
# # Who deals with whom in the region
#
# The wider record has undertakings of Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan from 2024 to March 2026.
# Every count below is a count of what some pages say, not of what happened: most of the pages are in English, most are news, and Kazakhstan has more than half of the deals.
# [What the wider record shows](../../docs/region.md) begins with that skew, and so should you.
# The charts need `pip install '.[charts]'`.

# %%
from collections import Counter

import centralasia_minerals as cam
from centralasia_minerals.adapters import charts

ds = cam.load("region")
ds

# %% [markdown]
# ## How far have they come?
#
# Most undertakings bind nobody yet, and for most no sum is published.

# %%
charts.undertakings_by_rung(ds)

# %% [markdown]
# ## Partners, by mineral

# %%
charts.parties_by_mineral(ds)

# %% [markdown]
# ## Everything with China

# %%
with_china = ds.deals.where(partner="CN", sector="minerals")
with_china

# %%
charts.parties_by_mineral(with_china, only="CN")

# %%
charts.parties_by_mineral(with_china, who="countries")

# %% [markdown]
# What do these deals come to? Only project money of concluded deals is in the sum; purchases of shares, listings and loans stand beside it.

# %%
total = cam.total(with_china)
total

# %%
total.footnoted("en")

# %% [markdown]
# ## The five states and their partners

# %%
for code in ("KZ", "UZ", "KG", "TJ", "TM"):
    deals = ds.deals.where(country=code)
    partners = Counter(partner.name for deal in deals for partner in deal.partners).most_common(4)
    print(f"{ds.countries[code].name}:", ", ".join(f"{name} {count}" for name, count in partners))

# %% [markdown]
# ## What became of memoranda?
#
# A memorandum may be followed by another paper, or by nothing that a page tells of.

# %%
follow = {cam.RelationKind.FOLLOWS, cam.RelationKind.IMPLEMENTS}
followed = {tie.deal for deal in ds.deals for tie in deal.relations if tie.kind in follow}
memoranda = ds.deals.where(stage="memorandum")
print(f"{len(memoranda)} memoranda, of which {len(followed & set(memoranda.ids))} have a sequel")

# %% [markdown]
# ## One party and all it does

# %%
company = ds.find("Tau-Ken Samruk")
for deal in ds.deals_of(company):
    print(f"{deal.title}: {deal.stage}")
