"""What a table can be taken to, for everything that is one: records, ledgers, results."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .table import Table


class Exportable:
    """Something that other tools take as a flat table.

    A subclass defines ``to_table``; everything else asks the table that it returns.
    """

    __slots__ = ()

    @abstractmethod
    def to_table(self) -> Table:
        """Return it as a flat table with typed columns."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries, with decimals as ``Decimal`` and dates as ``date``."""
        return self.to_table().to_dicts()
