"""``to_dict()``, which results have for whoever sends them as JSON."""

from __future__ import annotations

from typing import Any

from centralasia_minerals.values.base.pydantic_door import PydanticDoor


class ToDict(PydanticDoor):
    """A result that is plain values as well, and that pydantic writes as these."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for ``json.dumps``; there is no way back.

        Decimals are texts. A record is its id, its name and the kind of record, and a citation is
        its source, its place and its link. A figure has its bounds, its hedge and the words in
        which it is shown. An absence is its words, such as *not stated*, and None is null.
        """
        from .plain import fields_of_result

        return fields_of_result(self)
