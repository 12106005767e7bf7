"""Questions asked of the record, one file each: totals, ratios, rates, tonnages, timelines.

The calls that matter; all of them are names of ``centralasia_minerals`` itself:

>>> import centralasia_minerals as cam
>>> ds = cam.load()
>>> total = cam.total(ds)  # kinds=, sectors=, stages=, currency= ask for something else
>>> [row.deal.id for row in total.counted]  # and .undisclosed, and .excluded with its reasons
['kz-us-tungsten']
>>> total["USD"].low, total["USD"].stated, total["USD"].high  # one sum, with its bounds
(Money('1100000000', 'USD'), Money('1100000000', 'USD'), Money('1100000000', 'USD'))
>>> cam.total_by(ds, "country")  # a total for each group; print() shows all
<Totals by country: KG+KZ+UZ, KZ, KZ+TJ+UZ, TJ, UZ, not stated>
>>> cam.ledger(ds)[0].deal.id  # every row before anything is added: to_polars(), to_csv()
'abraham-accords-2020'
>>> deal = ds.deals["kz-us-tungsten"]
>>> print(cam.ratio(deal.financing[0], deal.value))  # how much of one amount another is
up to about 81.8%
>>> cam.total_measure(ds.deposits, mineral="tungsten")  # what deposits are estimated to contain
<MeasureTotals: about 410,000 tonnes of tungsten (contained metal, class unspecified)>
>>> print(cam.disagreements(ds)[0].kind)  # where sources differ
identity
>>> print(cam.timeline(ds)[0])  # what happened when, as precisely as it is known
2020  Abraham Accords: signed

``cam.coverage(ds, "texts")`` lists the sentences of your copies that no citation covers.
"""
