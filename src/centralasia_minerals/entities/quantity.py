"""Lines of a deal that are counted or measured, not paid: aircraft, gigawatts."""

from __future__ import annotations

from centralasia_minerals.values import Measure, NotStated

from .record import Record, part
from .source import Citation
from .statement import Stated, Undisclosed, in_series, preferred


@part
class Quantity(Record):
    """How much of what a deal is about; ``what`` is in our words or a printed term."""

    what: str
    statements: tuple[Stated[Measure] | Undisclosed, ...] = ()
    citations: tuple[Citation, ...] = ()

    def _derive(self) -> None:
        self._settle("statements", in_series(self.statements))

    @property
    def stated(self) -> Stated[Measure] | Undisclosed | NotStated:
        """The preferred, latest statement, or the kind of its absence."""
        return preferred(self.statements)
