"""How values are laid out in f-strings."""

from __future__ import annotations

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError
from centralasia_minerals.wording import briefly


def formatted(value: object, spec: str) -> str:
    """Return a value's text laid out by a format specification of texts, such as ``>14``.

    Raises:
        InvalidTypeError: the specification is not text.
        InvalidValueError: it is one of numbers, such as ``.2f``, or none at all.
    """
    if not isinstance(spec, str):
        raise InvalidTypeError.of("a format specification", spec, "give text such as '>14'")
    try:
        return format(str(value), spec)
    except (ValueError, MemoryError, OverflowError):
        raise InvalidValueError(
            f"a value as {briefly(spec)}",
            "this lays out numbers, or nothing",
            "lay the text out, as in '>14', and round or .format(locale) for digits",
        ) from None
