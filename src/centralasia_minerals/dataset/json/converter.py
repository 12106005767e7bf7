"""``configure_converter``: people's own attrs classes with our values and records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from centralasia_minerals.entities.base.record import Entity, Record
from centralasia_minerals.errors import InvalidTypeError, UnknownIdError, near
from centralasia_minerals.values.absence import Absence
from centralasia_minerals.wording import briefly, with_article

from ..dataset import Dataset, as_dataset
from ..kinds import KINDS
from .forms import is_readable, to_form
from .plain_forms import fits, from_plain, to_plain

if TYPE_CHECKING:
    from cattrs import BaseConverter


def configure_converter(converter: BaseConverter, dataset: Dataset | None = None) -> None:
    """Let a converter of cattrs read and write the values and records of this library.

    Values have their form in data files, exactly and without silent coercion. So have parts, such
    as statements, and a record is its id, where a dataset is given; otherwise these are documents
    that hold all they refer to. A dataset is a document.

    Args:
        converter: the converter, of any kind that cattrs has.
        dataset: the records that ids stand for.

    Raises:
        InvalidTypeError: the dataset is none, or the converter has no hooks.
    """
    known = None if dataset is None else as_dataset(dataset, "the records that ids stand for")
    if not hasattr(converter, "register_structure_hook_func"):
        raise InvalidTypeError.of("a converter", converter, "give a Converter of cattrs")

    def structure(form: object, cls: Any) -> Any:
        if fits(form, cls):
            return form
        if known is not None and _is_entity(cls):
            return _entity(form, cls, known)
        return from_plain(form, cls, None if known is None else known.records)

    def unstructure(value: Any) -> Any:
        if known is not None and isinstance(value, Record):
            return to_form(value)
        return to_plain(value)

    def structure_choice(form: object, cls: Any) -> Any:
        return _chosen(form, cls, structure)

    converter.register_structure_hook_func(_is_ours, structure)
    converter.register_unstructure_hook_func(_is_ours, unstructure)
    converter.register_structure_hook_func(_is_choice, structure_choice)
    converter.register_unstructure_hook_func(
        _is_choice, lambda value: None if value is None else unstructure(value)
    )


def _is_ours(cls: Any) -> bool:
    plain = get_origin(cls) or cls
    return plain is Dataset or is_readable(plain)


def _is_entity(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Entity)


def _is_choice(cls: Any) -> bool:
    """Whether an annotation is a choice among our classes alone, or none of them."""
    members = [one for one in get_args(cls) if one is not type(None)]
    return _is_union(cls) and bool(members) and all(map(_is_ours, members))


def _is_union(cls: Any) -> bool:
    from types import UnionType
    from typing import Union

    return get_origin(cls) in (Union, UnionType)


def _chosen(form: object, cls: Any, structure: Any) -> Any:
    """Return what a form stands for, as the first of some classes that it can be."""
    members: tuple[Any, ...] = get_args(cls)
    if form is None and type(None) in members:
        return None
    errors: list[Exception] = []
    ours = [one for one in members if one is not type(None)]
    for one in sorted(ours, key=_is_no_absence):
        try:
            return structure(form, one)
        except Exception as error:  # the next class may be meant
            errors.append(error)
    raise errors[-1]


def _is_no_absence(cls: Any) -> bool:
    return not (isinstance(cls, type) and issubclass(cls, Absence))


def _entity(form: object, cls: type[Entity], dataset: Dataset) -> Entity:
    if not isinstance(form, str):
        raise InvalidTypeError.of(
            f"the id of {with_article(cls.__name__)}", form, "give its id as text"
        )
    known = {
        one.id: one
        for kind, held in KINDS.items()
        if issubclass(cls, held) or issubclass(held, cls)
        for one in dataset.records[kind]
        if isinstance(one, cls)
    }
    if form not in known:
        raise UnknownIdError(cls.kind_name, briefly(form), near(form, known))
    return known[form]
