"""Closed enumerations, whose members print as their text and carry their meaning."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, NoReturn, Self, TypeVar

from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    did_you_mean,
    near,
    with_article,
)

M = TypeVar("M", bound="ClosedEnum")


class ClosedEnum(Enum):
    """An enumeration whose members are a text and its meaning.

    ``str`` of a member is its text, as in data files; ``meaning`` explains it in a sentence, and
    ``help`` of the class lists all members with their meanings. Members cannot be changed.
    """

    _value_: str
    meaning: str

    def __new__(cls, text: str, meaning: str) -> Self:
        """Return a new member, made from its text and its meaning."""
        member = object.__new__(cls)
        member._value_ = text
        member.meaning = meaning
        return member

    def __init_subclass__(cls) -> None:
        listed = "".join(f"\n* ``{one}``: {one.meaning}" for one in cls)
        # Python 3.13 strips the indentation of a docstring; the older versions keep it.
        cls.__doc__ = f"{inspect.cleandoc(cls.__doc__ or '')}\n\nMembers:\n{listed}\n"

    @classmethod
    def of(cls, given: object, what: str) -> Self:
        """Return the member that is given, as itself or as its text.

        Args:
            given: a member or its text.
            what: what is being read, for the message of an error.

        Raises:
            InvalidTypeError: it is neither a member nor text.
            InvalidValueError: no member has this text; the message suggests similar ones.
        """
        found = cls._value2member_map_.get(given) if isinstance(given, str) else given
        return found if isinstance(found, cls) else member_of(cls, given, what)

    @classmethod
    def noun(cls) -> str:
        """Return the noun for a member in messages, such as ``a reporting standard``."""
        return with_article(" ".join(re.findall("[A-Z][a-z]+", cls.__name__)).lower())

    def __setattr__(self, name: str, value: object) -> None:
        if "_sort_order_" in self.__dict__:
            self._refuse(name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        self._refuse(name)

    def _refuse(self, name: str) -> NoReturn:
        raise AttributeError(f"{self!r} is frozen; {name!r} cannot be changed")

    # Members are compared by identity; Enum's own hash is that of a name, and slower.
    if not TYPE_CHECKING:
        __hash__ = object.__hash__

    def __str__(self) -> str:
        return self._value_

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def member_of(members: Iterable[M], given: object, what: str) -> M:
    """Return the one of several members that is given, as itself or as its text.

    Args:
        members: the members that may be given, of one enumeration or several; a text that two
            of them share stands for the later one.
        given: a member or its text.
        what: what is being read, for the message of an error.

    Raises:
        InvalidTypeError: it is neither a member nor text.
        InvalidValueError: no member has this text; the message suggests similar ones.
    """
    known = tuple(members)
    by_text = {member.value: member for member in known}
    if isinstance(given, str):
        if given in by_text:
            return by_text[given]
        hint = did_you_mean(near(given, by_text)) or f"give one of: {', '.join(by_text)}"
        nouns = dict.fromkeys(type(member).noun() for member in known)
        raise InvalidValueError(what, f"{given!r} is not {' or '.join(nouns)}", hint)
    for member in known:
        if given is member:
            return member
    raise InvalidTypeError.of(what, given, f"give one of: {', '.join(by_text)}")
