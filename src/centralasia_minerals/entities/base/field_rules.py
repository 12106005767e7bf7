"""What a field may hold, going by its annotation: rules that name the first fault of a value."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from centralasia_minerals.errors import with_article
from centralasia_minerals.values.printable_text import fault_in_text as why_not_printed


class Fault(NamedTuple):
    """What is wrong with the value of a field.

    Attributes:
        found: what was found; empty if the value is not of the annotated type.
        remedy: what to do.
        place: the place of the item that is wrong, such as ``[2]``; empty for the whole value.
        spoils: whether nothing can be said of other fields that depend on this one.
        is_of_text: whether it is a fault of a text, of which a record may say more itself.
    """

    found: str
    remedy: str
    place: str = ""
    spoils: bool = False
    is_of_text: bool = False


Rule = Callable[[Any], Fault | None]

WORDS_OF_ABSENCE = NOT_STATED, NOT_APPLICABLE = ("not stated", "not applicable")
"""How data files say that something is not stated, or cannot be; no optional text is one."""

OF_WRONG_TYPE = Fault("", "", spoils=True)
_BLANK = Fault("the text is blank", "give text, or leave it out", is_of_text=True)
_HALF = Fault(
    "it has half a character (a lone surrogate)", "write the character whole", is_of_text=True
)
_REPETITION = Fault("an item is listed twice", "list it once")
_LARGEST = 2**63
_TOO_LARGE = Fault("the number is too large", "give one of at most 64 bits", spoils=True)
_MODULES = re.compile(r"\w+\.(?=\w)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENTITIES: set[type] = set()


def note_entity(cls: type) -> None:
    """Note a class of entities, which may stand wherever a class that it derives from may."""
    _ENTITIES.add(cls)


def fault_in_text(text: str) -> Fault | None:
    """Return what is wrong with a text, whatever field it is in; None if nothing is."""
    if text.isprintable() and text == text.strip() != "":
        return None
    if not text.strip():
        return _BLANK
    if _SURROGATE.search(text):
        return _HALF
    found = why_not_printed(text)
    return Fault(f"it {found}", "leave it out", is_of_text=True) if found else None


def rule_of(hint: Any) -> Rule:
    """Return the rule of an annotation."""
    if get_origin(hint) is tuple:
        return _rule_of_list(get_args(hint)[0])
    members = _members_of(hint)
    rule = _rule_of_others(hint)
    if int in members:
        rule = _rule_of_number(rule)
    return _rule_of_text(rule, may_be_absent=len(members) > 1) if str in members else rule


def _rule_of_text(otherwise: Rule, *, may_be_absent: bool) -> Rule:
    def fault_in(value: object) -> Fault | None:
        if type(value) is not str:
            return otherwise(value)
        if may_be_absent and value in WORDS_OF_ABSENCE:
            found = f"{value!r} is how an absence is written"
            return Fault(found, "leave it out instead", is_of_text=True)
        return fault_in_text(value)

    return fault_in


def _rule_of_number(otherwise: Rule) -> Rule:
    def fault_in(value: object) -> Fault | None:
        if type(value) is not int:
            return otherwise(value)
        return None if -_LARGEST <= value < _LARGEST else _TOO_LARGE

    return fault_in


def _rule_of_others(hint: Any) -> Rule:
    """Return the rule of an annotation for everything but texts and numbers."""
    exact, members = sound_classes(hint), _members_of(hint)
    families = tuple(member for member in members if get_origin(member) is None)
    holding = [_held_by(member) for member in members if get_origin(member)]

    def fault_in(value: Any) -> Fault | None:
        cls = type(value)
        if cls in exact or (cls in _ENTITIES and issubclass(cls, families)):
            return None
        for origin, name, held in holding:
            if cls is origin and type(getattr(value, name)) in held:
                return None
        return OF_WRONG_TYPE

    return fault_in


def _held_by(hint: Any) -> tuple[type, str, frozenset[type]]:
    """Return of ``Stated[Money]`` its class, the field that holds a ``T``, and what it may be."""
    origin: Any = get_origin(hint)
    (variable,), (arg,) = origin.__parameters__, get_args(hint)
    name = next(name for name, of in get_type_hints(origin).items() if of is variable)
    return origin, name, sound_classes(arg)


def sound_classes(hint: Any) -> frozenset[type]:
    """Return the classes of which every object may stand where an annotation is."""
    plain = [member for member in _members_of(hint) if get_origin(member) is None]
    return frozenset(plain) - {str, int}


def _members_of(hint: Any) -> tuple[Any, ...]:
    """Return the classes of a union, or the constraints of a type variable, or the class itself."""
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(inner for member in get_args(hint) for inner in _members_of(member))
    return hint.__constraints__ if isinstance(hint, TypeVar) else (hint,)


def _rule_of_list(hint: Any) -> Rule:
    rule, sound = rule_of(hint), sound_classes(hint)

    def fault_in(value: Any) -> Fault | None:
        if type(value) is not tuple:
            return OF_WRONG_TYPE
        if not sound.issuperset(map(type, value)):
            for place, item in enumerate(value):
                if fault := rule(item):
                    return fault if fault is OF_WRONG_TYPE else fault._replace(place=f"[{place}]")
        # One item cannot repeat itself, and hashing a record is dear.
        return _REPETITION if len(value) > 1 and len(set(value)) < len(value) else None

    return fault_in


def described(hint: object) -> str:
    """Return what an annotation allows, for messages."""
    if isinstance(hint, TypeVar):
        return " or ".join(map(described, hint.__constraints__))
    if isinstance(hint, type) and get_origin(hint) is None:
        return with_article(hint.__name__)
    return _MODULES.sub("", str(hint))


def bound_variables(cls: type) -> dict[object, Any]:
    """Return what each type variable of a generic base stands for in a subclass."""
    return {
        variable: argument
        for base in getattr(cls, "__orig_bases__", ())
        for variable, argument in zip(
            getattr(get_origin(base), "__parameters__", ()), get_args(base), strict=False
        )
    }


def classes_in(hint: object) -> Iterator[type]:
    """Yield the classes that an annotation names, also inside tuples and unions."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType, tuple):
        for inner in get_args(hint):
            yield from classes_in(inner)
    elif isinstance(origin or hint, type):
        yield origin or hint  # type: ignore[misc]  # one of them is a class
