"""Kinds of absence; they do not have a value, and they never mean zero."""

from __future__ import annotations

from typing import Literal

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly

from .base.frozen import Frozen, closed


@attrs.frozen(getstate_setstate=False)
class Absence:
    """A value is absent, and the class says why; falsy, so that ``if deal.value`` works.

    It has no attribute ``value``: asking for it is an error, where a zero would be misread.
    """

    def __bool__(self) -> Literal[False]:
        return False

    def format(self, locale: str) -> str:
        """Return the kind of absence in a language.

        Raises:
            UnknownLocaleError: as for labels of members.

        >>> NotStated().format("ru")
        'не указано'
        """
        from centralasia_minerals.rendering.messages import labeller

        return labeller(locale)("Disclosure", str(self))


def _check(absence: Absence, field: attrs.Attribute[str], given: object) -> None:
    asked = f"the absence of a {type(absence).__name__}"
    if not isinstance(given, str):
        raise InvalidTypeError.of(asked, given, f"leave it out: it is {field.default!r}")
    if type(given) is not str or given != field.default:
        raise InvalidValueError(asked, briefly(given), f"leave it out: it is {field.default!r}")


@closed
@attrs.frozen(getstate_setstate=False)
class NotStated(Frozen, Absence):
    """No source says it; this is what a key that is left out of a data file means.

    Attributes:
        absence: the kind of absence in words, which tells the kinds apart in what other libraries
            write of their fields; it is never anything else.

    >>> bool(NotStated()), NotStated() == NotStated()
    (False, True)
    """

    absence: Literal["not stated"] = attrs.field(
        default="not stated", eq=False, repr=False, kw_only=True, validator=_check
    )

    def __str__(self) -> str:
        return self.absence


@closed
@attrs.frozen(getstate_setstate=False)
class NotApplicable(Frozen, Absence):
    """There cannot be a value: a treaty has no price, and a group of minerals has no symbol.

    Attributes:
        absence: the kind of absence in words, as of ``NotStated``.
    """

    absence: Literal["not applicable"] = attrs.field(
        default="not applicable", eq=False, repr=False, kw_only=True, validator=_check
    )

    def __str__(self) -> str:
        return self.absence
