"""Values that need no source: money, measures, shares, dates, hedges, names, kinds of absence.

The calls that matter:

>>> import centralasia_minerals as cam
>>> cam.Money("1.10", "USD") + cam.Money(2, "USD")  # exact; no floats, never two currencies
Money('3.10', 'USD')
>>> cam.Money("1100000000", "USD").compact("en")  # for people; str() is for machines
'$1.1B'
>>> cam.Money(100, "USD").allocate([1, 1, 1])[0]  # without a lost cent
Money('33.34', 'USD')
>>> cam.Measure(410000, "tonne").to("kilotonne")  # metric tonnes; format() takes a locale
Measure('410', 'kilotonne')
>>> str(cam.Share("0.7"))  # a part of a whole
'70%'
>>> cam.PartialDate.parse("2025-11").format("en")  # as precise as it is known
'November 2025'
>>> cam.Hedge.UP_TO.is_approximate  # a bound is not a guess
False
>>> bool(cam.NotStated()), bool(cam.NotApplicable())  # what is missing is falsy, and no number
(False, False)
"""
