"""The words of the ledger's columns that the default question asks for."""

from __future__ import annotations

import centralasia_minerals as cam

CONCLUDED = [str(one) for one in cam.Stage if one.group is cam.StageGroup.CONCLUDED]
ENDED = [str(one) for one in cam.Stage if one.group is cam.StageGroup.ENDED]
CLASSES = [
    str(one)
    for one in cam.DealClass
    if one not in (cam.DealClass.OWN_PROJECT, cam.DealClass.PROGRAMME)
]
FUNDING = [str(one) for one in cam.MoneyKind if one.is_funding]
SECTOR = "sectors: minerals"
OTHER_SECTORS = [f"sectors: {one}" for one in cam.Sector if one is not cam.Sector.MINERALS]
