"""What an amount depends on, and whether that has come about."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from .base.keyed import Keyed
from .base.record import facts, part
from .series import preferred
from .source import Citation
from .statement import Stated
from .vocabulary.condition_terms import ConditionKind, ConditionState


@part
class Condition(Keyed):
    """Something that an amount depends on.

    Attributes:
        what: the condition, in our words.
        kind: whether it is a contingency or a customary closing condition.
        statements: dated statements of whether it is set, met, waived or lapsed; empty if no
            source says more than that there is one.
        citations: the passages behind it, besides those of its statements.
        state: its current state; *set* if no source says more.
    """

    identified_by: ClassVar[tuple[str, ...]] = ("what",)

    is_carried_by_statements = True

    what: str = field(metadata=facts(is_identity=True))
    kind: ConditionKind = field(default=ConditionKind.CONTINGENCY, metadata=facts(is_identity=True))
    statements: tuple[Stated[ConditionState], ...] = field(
        default=(), metadata=facts(is_series=True)
    )
    citations: tuple[Citation, ...] = ()
    # Derived while the condition is made, because it is read often.
    state: ConditionState = field(init=False, eq=False, repr=False)

    def _derived(self) -> tuple[tuple[str, object], ...]:
        said = preferred(self.statements)
        return (("state", said.value if isinstance(said, Stated) else ConditionState.SET),)

    @property
    def is_open(self) -> bool:
        """Whether it is neither met nor waived."""
        return self.state not in (ConditionState.MET, ConditionState.WAIVED)
