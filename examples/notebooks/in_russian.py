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
# # По-русски
#
# Кто, что и с кем подписал: важнейшие полезные ископаемые Центральной Азии. Суммы, оговорки, даты и единицы измерения — по-русски, со ссылкой на каждое место в источнике.

# %%
import centralasia_minerals as cam

ds = cam.load()

# %% [markdown]
# ## На какую сумму заключены сделки?

# %%
total = cam.total(ds)
total.footnoted("ru")

# %% [markdown]
# Что учтено и что не учтено, строка за строкой:

# %%
print(total.explain("ru")[:1500])

# %% [markdown]
# ## В евро — так, как напечатано

# %%
cam.total(ds, currency="EUR").footnoted("ru")

# %% [markdown]
# ## Сколько вольфрама?
#
# Оговорка источника остаётся при числе: «около» — это не точное значение, а «до» может означать и ноль.

# %%
tonnage = ds.deposits["katpar-kairakty"].tonnage
print(tonnage.format("ru"))
print(tonnage.format("ru", unit="kilotonne"))

# %% [markdown]
# ## Одна сделка

# %%
deal = ds.deals["kz-us-tungsten"]
print(deal.date.date.format("ru"), "-", deal.stage.label("ru"))
for amount in deal.amounts:
    print(f"{amount.role.label('ru')}: {amount.stated.format('ru')} ({amount.stage.label('ru')})")

# %% [markdown]
# ## Деньги, даты, валюты

# %%
price = cam.Money("1100000000", "USD")
print(price.format("ru"))
print(price.compact("ru"))
print(cam.PartialDate.parse("2025-11-06").format("ru"))
print(cam.PartialDate.parse("2025-11").format("ru"))
print(cam.Currency("KZT").localized("ru"))

# %% [markdown]
# ## Поиск
#
# Страны находятся по-русски; с дополнением `names` (`pip install '.[names]'`) находятся и имена.

# %%
ds.search("Китай")

# %%
region = cam.load("region")
region.search("Токаев")

# %% [markdown]
# ## Насколько продвинулись сделки
#
# Для графиков нужно дополнение `charts`: `pip install '.[charts]'`.

# %%
from centralasia_minerals.adapters import charts

charts.undertakings_by_rung(region, locale="ru")

# %% [markdown]
# ## Регион целиком

# %%
cam.total(region).footnoted("ru")
