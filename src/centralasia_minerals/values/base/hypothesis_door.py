"""The door for hypothesis, which asks by the name of the package for what is to be drawn."""

from __future__ import annotations

import importlib
import sys


def tell_hypothesis() -> None:
    """Let hypothesis know of our types if it was loaded before them.

    If it is loaded after them, it asks by itself. What draws them stands on a higher floor; so it
    is sought by its name.
    """
    if "hypothesis.strategies" in sys.modules:
        importlib.import_module("centralasia_minerals")._tell_hypothesis()
