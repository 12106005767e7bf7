"""Closed enumerations, whose members print as their text and carry their meaning."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from enum import Enum, EnumMeta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from centralasia_minerals.errors import (
    InvalidTypeError,
    InvalidValueError,
    did_you_mean,
    near,
    with_article,
)
from centralasia_minerals.wording import briefly, quoting

from .base.formatted import formatted
from .base.pydantic_door import PydanticDoor

M = TypeVar("M", bound="ClosedEnum")

# What `vars` would give if members did not keep it to be read only.
_attributes_of = Enum.__dict__["__dict__"].__get__

_EQUALITY = "A member equals its own text, and never a member of another enumeration."


class _Closed(EnumMeta):
    """What makes the enumerations: nothing can be added to one, replaced or taken away."""

    def __new__(cls, name: str, *parts: Any, **more: Any) -> Any:
        made = super().__new__(cls, name, *parts, **more)
        type.__setattr__(made, "_is_made", True)
        return made

    if not TYPE_CHECKING:  # a type checker knows how enumerations are called and searched

        def __call__(cls, value, *names, **more):
            if names or more or not cls._member_map_:
                return super().__call__(value, *names, **more)
            # Members hash like their texts, and a member of another enumeration is no text.
            found = cls._value2member_map_.get(value) if isinstance(value, str) else value
            return found if isinstance(found, cls) else cls._missing_(value)

        def __contains__(cls, given):
            is_text = isinstance(given, str)
            return isinstance(given, cls) or (is_text and given in cls._value2member_map_)

    def __setattr__(cls, name: str, value: object) -> None:
        cls._refuse_change(name)
        super().__setattr__(name, value)

    def __delattr__(cls, name: str) -> None:
        cls._refuse_change(name)
        super().__delattr__(name)

    def _refuse_change(cls, name: str) -> None:
        if "_is_made" in vars(cls):
            raise AttributeError(f"{cls.__name__} is closed; {name!r} cannot be set or deleted")


class _Hashed:
    """Keeps the hash of a member's text where dictionaries find it without running Python code.

    Totals hash members by the hundred thousand; a method would take twice as long.
    """

    __slots__ = () if TYPE_CHECKING else ("__hash__",)


class ClosedEnum(PydanticDoor, _Hashed, Enum, metaclass=_Closed):
    """An enumeration whose members are a text and its meaning.

    ``str`` of a member is its text, as in data files; ``label`` names it in English or Russian,
    ``meaning`` explains it in a sentence, and ``help`` of the class lists all members. Members
    cannot be changed.

    A member equals its own text and has its hash, so ``deal.stage == "signed"`` is true of a
    signed deal. It never equals a member of another enumeration, although the two may share a
    text: ``"done"`` equals both ``Stage.DONE`` and ``Binding.DONE``, which differ. Keep
    members of several enumerations apart from texts in one dictionary or set.
    """

    _value_: str
    meaning: str

    if TYPE_CHECKING:

        def __new__(cls, value: str | Self, *facts: object) -> Self:
            """Return the member with a text."""
    else:

        def __new__(cls, text: str, meaning: str) -> Self:
            """Return a new member, made from its text and its meaning."""
            member = object.__new__(cls)
            member._value_ = text
            member.meaning = meaning
            return member

    def __init_subclass__(cls) -> None:
        for one in cls:
            object.__setattr__(one, "__hash__", one.value.__hash__)
        listed = "".join(f"\n* ``{one}``: {one.meaning}" for one in cls)
        # Python 3.13 strips the indentation of a docstring; the older versions keep it.
        told = f"{inspect.cleandoc(cls.__doc__ or '')}\n\n{_EQUALITY}"
        cls.__doc__ = f"{told}\n\nMembers:\n{listed}\n"

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

    def label(self, locale: str) -> str:
        """Return the member in a language, as in a menu or a table.

        English labels are the texts of the members.

        Raises:
            UnknownLocaleError: CLDR does not have the locale, or there are no labels in its
                language; the message names the languages that there are.

        >>> from centralasia_minerals import Stage
        >>> Stage.LETTER_OF_INTEREST.label("ru")
        'письмо о заинтересованности'
        """
        from centralasia_minerals.rendering.messages import labeller

        return labeller(locale)(type(self).__name__, self._value_)

    @classmethod
    def noun(cls) -> str:
        """Return the noun for a member in messages, such as ``a reporting standard``."""
        return with_article(" ".join(re.findall("[A-Z][a-z]+", cls.__name__)).lower())

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Refuse what is neither a member nor its text, as ``Stage("singed")``."""
        if isinstance(value, str):
            member_of(cls, value, cls.noun())
        found = f"{briefly(value)} is of type {type(value).__name__}"
        remedy = f"give one of: {', '.join(one.value for one in cls)}"
        raise InvalidValueError(cls.noun(), found, remedy)

    def __setattr__(self, name: str, value: object) -> None:
        if "_sort_order_" in vars(self):
            self._refuse(name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        self._refuse(name)

    def _refuse(self, name: str) -> NoReturn:
        raise AttributeError(f"{self!r} is frozen; {name!r} cannot be changed")

    if not TYPE_CHECKING:

        @property
        def __dict__(self):
            """What the member carries, to be read only."""
            return MappingProxyType(_attributes_of(self))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self._value_ == other
        return self is other if isinstance(other, ClosedEnum) else NotImplemented

    # A class that says how it compares must say again how it hashes.
    if TYPE_CHECKING:

        def __hash__(self) -> int: ...
    else:
        __hash__ = _Hashed.__hash__

    def __format__(self, spec: str) -> str:
        return formatted(self, spec)

    def __str__(self) -> str:
        return self._value_

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Explained:
    """Members of an enumeration whose meaning is told in several languages, such as reasons."""

    __slots__ = ()

    meaning: str

    def sentence(self, locale: str) -> str:
        """Return the meaning as a sentence in English or Russian.

        Raises:
            UnknownLocaleError: as for ``label``.
        """
        from centralasia_minerals.rendering.messages import translator

        return translator(locale)(self.meaning)


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
        hint = (
            did_you_mean(quoting(given, known) or near(given, by_text))
            or f"give one of: {', '.join(by_text)}"
        )
        nouns = dict.fromkeys(type(member).noun() for member in known)
        raise InvalidValueError(what, f"{briefly(given)} is not {' or '.join(nouns)}", hint)
    for member in known:
        if given is member:
            return member
    raise InvalidTypeError.of(what, given, f"give one of: {', '.join(by_text)}")
