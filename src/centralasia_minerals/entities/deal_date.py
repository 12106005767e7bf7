"""Dates of deals, and what happened, or is to happen, on them."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from centralasia_minerals.values.absence import NotStated
from centralasia_minerals.values.closed_enum import ClosedEnum

from .base.field_checks import Checks
from .base.keyed import identity_of
from .base.record import facts, part
from .base.telling.told_date import date_in_words
from .passage import without_source
from .source import Dated


class DealDateKind(ClosedEnum):
    """What happened, or is to happen, on a date of a deal."""

    ANNOUNCED = "announced", "It was made known, proposed or invited."
    AGREED = "agreed", "It was agreed but is not said to be signed; of a policy act, it was done."
    SIGNED = "signed", "It was signed."
    START = "start", "The term of the deal, or its work, starts."
    END = "end", "The term of the deal, or its work, ends."
    EXPECTED = "expected", "It is still to come."
    REPORTED = (
        "reported",
        "A dated interview, statement or report tells of it, and nothing else dates it.",
    )


@part
class DealDate(Dated):
    """A date of a deal; ``str`` says what happened, and when.

    Attributes:
        key: what tells it from the others where nothing else does; usually not stated.
        kind: what happened, or is to happen, on the date.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("kind", "date")

    key: str | NotStated = field(default=NotStated(), metadata=facts(is_identity=True))
    kind: DealDateKind = field(metadata=facts(is_identity=True))

    def _field_errors(self) -> Checks:
        yield Dated._field_errors(self)
        yield without_source(self.inferred_from, "inferred_from")

    def __str__(self) -> str:
        return f"{self.kind}, {date_in_words(self)}"

    def format(self, locale: str) -> str:
        """Return what happened and the date, as ``Dated.format`` writes it.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no words in its
                language.
        """
        return f"{self.kind.label(locale)}, {Dated.format(self, locale)}"

    @property
    def identity(self) -> tuple[object, ...]:
        """What tells it from the others: its key, or its kind and date."""
        return identity_of(self, self.key, self.identified_by)
