"""Closed sets of words: enumerations whose members cannot be changed, and print as the word."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Word(Enum):
    """An enumeration of words; ``str`` of a member is the word that data files use.

    Members are frozen once made: nothing can be put on them or taken from them.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if "_sort_order_" in self.__dict__:
            self._refuse(name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        self._refuse(name)

    def _refuse(self, name: str) -> NoReturn:
        raise AttributeError(f"{self!r} is frozen; {name!r} cannot be changed")

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"
