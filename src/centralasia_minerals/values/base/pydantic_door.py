"""The door for pydantic, which asks a class how it is checked and written."""

from __future__ import annotations

import importlib
from typing import Any

from .hypothesis_door import tell_hypothesis


class PydanticDoor:
    """Something that may be the type of a field of a pydantic model.

    What reads and writes JSON stands on a higher floor, of which this one knows nothing before
    pydantic asks; so it is sought by its name.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return how pydantic checks and writes the class."""
        above = importlib.import_module("centralasia_minerals.dataset.json.pydantic_schema")
        return above.core_schema_of(source)


tell_hypothesis()  # the first of our types is about to be made
