"""What rich shows of an object inside another one: what ``repr`` says of it."""

from __future__ import annotations

from collections.abc import Iterable


class _Verbatim:
    """A text that ``repr`` shows as it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


class Brief:
    """Answers rich, which asks what an object reads like inside another one, with its ``repr``.

    Without an answer, rich takes every object of attrs apart, and all that it leads to.

    Attributes:
        angular: whether the object reads as ``<...>`` rather than as ``Class(...)``.
    """

    def __init__(self, one: object, fields: Iterable[tuple[str, str]] = ()) -> None:
        """Note what is shown of an object: its fields, or else its ``repr`` in one piece."""
        shown = repr(one)
        self.angular: bool = shown.startswith("<")
        if self.angular:
            held = shown[1:-1].removeprefix(type(one).__name__).lstrip(": ")
        else:
            held = shown.partition("(")[2][:-1]
        told = [(name, _Verbatim(text)) for name, text in fields]
        self._parts: list[object] = [*told] or [_Verbatim(held)]

    def __call__(self) -> Iterable[object]:
        """Return what stands between the brackets."""
        return self._parts


class ShownBriefly:
    """Something that rich shows inside of lists and tracebacks as ``repr`` does."""

    __slots__ = ()

    @property
    def __rich_repr__(self) -> Brief:
        return Brief(self, self._shown())

    def _shown(self) -> list[tuple[str, str]]:
        """Return the fields that ``repr`` shows, with their texts; empty if it shows another."""
        return []
