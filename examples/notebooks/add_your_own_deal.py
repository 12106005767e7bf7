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
# # Add your own deal
#
# From a text to a total, with an invented article: keep the text, write a draft, build it, check it, merge it.
# Writing TOML needs `pip install '.[toml]'`.
# [Add a deal](../../docs/how-to/add-a-deal.md) does the same at the command line, with a more realistic page.

# %%
from pathlib import Path

import centralasia_minerals as cam

base = cam.load()
Path("texts").mkdir()
article = (
    "Kyrgyzstan and Example Metals signed a contract on Monday for an antimony plant in Batken.\n"
    "The plant is estimated to cost $20 million.\n"
)
_ = Path("texts", "article.txt").write_bytes(article.encode())

# %% [markdown]
# ## Write a draft
#
# Nobody counts characters: `cite` quotes a passage as printed.

# %%
draft = """
[[sources]]
id = "example-2030-01"
title = "[An invented report, to show the format]"
text = "texts/article.txt"
url = "https://news.example/antimony"
published = "2030-01"

[[deals]]
id = "kg-example-antimony"
title = "Antimony plant in Batken"
kind = "construction"
deal_class = "undertaking"
sectors = ["minerals"]
countries = ["KG"]
stages = [{ value = "signed", cite = "signed a contract on Monday" }]
cite = "Kyrgyzstan and Example Metals signed a contract on Monday"

[[deals.amounts]]
role = "cost"

[[deals.amounts.statements]]
value = { amount = "20000000", currency = "USD" }
hedge = "estimated"
cite = "The plant is estimated to cost $20 million"
"""
_ = Path("draft.toml").write_text(draft, "utf-8")

# %% [markdown]
# ## Build and check it
#
# The data file has positions and digests where the draft has passages. `check` reports everything that is wrong at once, and says how the file changes the default total.

# %%
cam.build("draft.toml", "mine.toml")
print(cam.check("mine.toml", texts="texts"))

# %% [markdown]
# ## Merge it
#
# Merging makes a new dataset; the bundled one stays as it is.

# %%
mine = cam.read("mine.toml", base=base)
joined = base.merge(mine)
assert "kg-example-antimony" not in base.deals
joined.deals["kg-example-antimony"]

# %%
cam.total_by(joined, "country")

# %%
print(cam.total(base)["USD"], "→", cam.total(joined)["USD"])
assert cam.total(joined)["USD"].stated > cam.total(base)["USD"].stated

# %% [markdown]
# The figure leads to its sentence.

# %%
print(joined.deals["kg-example-antimony"].value.citations[0].url)

# %% [markdown]
# ## Mistakes
#
# All mistakes in a draft are reported at once, each with its line, and nothing is written.

# %%
wrong = draft.replace('"USD"', '"USDD"').replace('"signed"', '"sined"').replace('"KG"', '"KK"')
_ = Path("wrong.toml").write_text(wrong, "utf-8")
try:
    cam.build("wrong.toml", "wrong-built.toml")
except cam.DataError as error:
    print(error)
