"""Things with an id, and the parts they are made of, each with its citations.

What to ask of a record, with a deal as the example:

>>> import centralasia_minerals as cam
>>> deal = cam.load().deals["kz-us-tungsten"]
>>> deal.stage, deal.stage.group.value  # how far it has come
(Stage.SIGNED, 'concluded')
>>> deal.value.low, deal.value.high  # a figure has bounds; no upper bound is None
(Money('1100000000', 'USD'), Money('1100000000', 'USD'))
>>> [(str(one.role), str(one.stage)) for one in deal.amounts]  # every sum, with its own stage
[('cost', 'signed'), ('financing', 'letter of interest')]
>>> str(deal.financing[0].stated.hedge)  # what the sources say of it
'up to'
>>> [one.figure for one in deal.value.citations]  # as printed; .url leads to the sentence
['$1.1 billion', '$1.1 billion']
>>> deal.partners, deal.minerals  # whom it is made with, and over what
((Country(id='US', name='United States'),), (Mineral(id='tungsten'),))
>>> str(deal.stakes[0].share), str(deal.stakes[1].share)  # what nobody says is not filled in
('70%', 'not stated')
>>> str(deal.date.date), str(deal.date.basis)  # as precise as the sources are
('2025-11-06', 'inferred')
>>> deal.title = "Another"  # a record never changes; attrs.evolve makes another
Traceback (most recent call last):
    ...
attr.exceptions.FrozenInstanceError: can't set attribute
"""
