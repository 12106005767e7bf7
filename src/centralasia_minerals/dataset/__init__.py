"""The record as a whole: catalogs, data files, queries, and proofs against the texts.

The calls that matter:

>>> import centralasia_minerals as cam
>>> [one.name for one in cam.datasets()]  # what load() takes
['articles', 'region']
>>> ds = cam.load()
>>> ds.deals["kz-us-tungsten"]  # one record; ds.events, ds.people and the others are alike
Deal(id='kz-us-tungsten', name='Kazakh–US tungsten venture at Northern Katpar and Upper Kairakty')
>>> ds.events.where(kind="summit", since="2025-11").ids[0]  # the records that meet every criterion
'c5-plus-1-summit-2025-11'
>>> [one.record.id for one in ds.search("Китай")]  # everything that matches a text, in any language
['CN']
>>> ds.find("Tokayev").id  # the one record of that name; otherwise an error that suggests
'kassym-jomart-tokayev'
>>> [deal.id for deal in ds.deals_of(ds.minerals["tungsten"])]  # events_of() likewise
['kz-us-tungsten']
>>> ds.as_of("2025-04").sources.ids  # the record as it stood then
('caspian-post-2025-03', 'caspian-post-2025-04')
>>> ds.tables.deals.to_dicts()[0]["id"]  # flat tables: to_polars(), to_csv(), to_parquet()
'abraham-accords-2020'
>>> cam.from_json(cam.to_json(ds.deals["kz-us-tungsten"])).stage  # there and back, exactly
Stage.SIGNED

And with files of your own::

    cam.build("draft.toml", "mine.toml")        # passages as printed become positions
    cam.check("mine.toml", texts="texts")       # everything that is wrong with it, at once
    ds.merge(cam.read("mine.toml", base=ds))    # a new dataset; the bundled one stays as it is
    ds.verify("texts")                          # every citation, checked against the texts
"""
