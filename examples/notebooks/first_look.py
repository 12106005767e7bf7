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
# # A first look
#
# Ten minutes with the record of four articles: what the deals come to, who says so, and where it is printed.
# Install the library from a checkout with `pip install .`; nothing here needs a network.

# %%
import centralasia_minerals as cam

ds = cam.load()
ds

# %% [markdown]
# ## What do the deals come to?
#
# Ask, and read the whole answer: what was counted, what was left out and why, and what is withheld.

# %%
total = cam.total(ds)
total

# %% [markdown]
# One mine counts, once, although two articles print its cost.
# The same answer as a sentence for print, with its sources:

# %%
total.footnoted("en")

# %% [markdown]
# ## One deal
#
# A deal shows what happened, who takes part, and what each source says.

# %%
deal = ds.deals["kz-us-tungsten"]
deal

# %% [markdown]
# A figure keeps its hedge, and leads to the passages that support it.

# %%
deal.value

# %%
for statement in deal.amounts[0].statements:
    for citation in statement.citations:
        print(f"{citation.figure!r} in {citation.source.title} ({citation.source.published.date})")

# %% [markdown]
# "Up to" may mean as little as zero, and the bounds say so.

# %%
letter = deal.financing[0].stated
print(letter)
print("from", letter.low, "to", letter.high)

# %% [markdown]
# What nobody says is not filled in: the second holder's share is not "the rest".

# %%
for stake in deal.stakes:
    print(f"{stake.holder.name}: {stake.share}")

# %% [markdown]
# ## In euros, as printed
#
# Some articles print a figure in two currencies. No rate is needed where the euros are printed.

# %%
in_euros = cam.total(ds, currency="EUR")
in_euros

# %% [markdown]
# ## Find something
#
# By name, acronym, or a country's name in another language; or by a figure.

# %%
ds.search("EXIM")

# %%
cam.load("region").search("$1.6 billion")

# %% [markdown]
# The search says what each match is: a sum that somebody states, and how firmly, or one that no source states.
#
# When and where did the presidents meet?

# %%
ds.events.where(kind="summit")

# %% [markdown]
# ## Where to go from here
#
# [How a total is made](../../docs/totals.md) works through every rule, and [the reference](../../docs/reference.md) lists every name.
