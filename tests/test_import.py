"""A plain import is light."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = """
import sys
import centralasia_minerals
print(sorted({name.split(".")[0] for name in sys.modules} & {"babel", "pint"}))
"""


def test_a_plain_import_loads_neither_pint_nor_babel() -> None:
    there = subprocess.run(
        [sys.executable, "-W", "error", "-c", _HEAVY], capture_output=True, text=True, check=False
    )

    assert "" == there.stderr
    assert "[]\n" == there.stdout
