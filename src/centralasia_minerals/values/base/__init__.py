"""What the values are built on: frozen classes, arithmetic, the years of currencies."""

from __future__ import annotations

import importlib
import sys

if "hypothesis.strategies" in sys.modules:  # it was there first, and does not yet know our types
    importlib.import_module("centralasia_minerals")._tell_hypothesis()
