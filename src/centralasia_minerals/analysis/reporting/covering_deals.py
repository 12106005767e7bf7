"""Names the deals that count where a row is left out because of them."""

from __future__ import annotations

from centralasia_minerals.entities.vocabulary.relation_kind import RelationKind

from ..counting.account import Account
from ..counting.judging.exclusion_reason import ExclusionReason
from ..counting.ledger_row import LedgerRow

_KINDS = {
    ExclusionReason.PART_OF_A_COUNTED_DEAL: (RelationKind.PART_OF,),
    ExclusionReason.IMPLEMENTS_A_COUNTED_DEAL: (RelationKind.IMPLEMENTS,),
    ExclusionReason.FOLLOWED_BY_A_COUNTED_DEAL: (RelationKind.FOLLOWS,),
    ExclusionReason.RESTATED_BY_A_COUNTED_DEAL: (RelationKind.RESTATES,),
    ExclusionReason.FINANCING_OF_A_COUNTED_COST: (
        RelationKind.FINANCES,
        RelationKind.RAISES_MONEY_FOR,
    ),
}


class CoveringDeals:
    """Looks up which counted deals cover a row, or have left its bid behind."""

    def __init__(self, account: Account) -> None:
        ledger = account.counted.ledger
        counted = {ledger.columns.deal[number].id for number in ledger.counted.numbers}
        self._covers: dict[str, list[tuple[str, RelationKind]]] = {}
        for cover in ledger.covers:
            if cover.covering in counted:
                self._covers.setdefault(cover.deal, []).append((cover.covering, cover.kind))
        self._groups: dict[str, list[str]] = {}
        self._bidders: dict[str, list[str]] = {}
        for bid in ledger.bids:
            self._groups.setdefault(bid.deal, []).append(bid.group)
            if bid.deal in counted:
                self._bidders.setdefault(bid.group, []).append(bid.deal)

    def named(self, row: LedgerRow, reason: ExclusionReason) -> tuple[str, ...]:
        """Return the ids of the deals for which a row has a reason; empty if it needs none."""
        deal = row.deal.id
        if reason is ExclusionReason.REPLACED:
            return (row.replacement.by,) if row.replacement else ()
        if reason is ExclusionReason.RIVAL_TO_ANOTHER_BID:
            groups = self._groups.get(deal, ())
            bidders = [one for group in groups for one in self._bidders.get(group, ())]
            return tuple(dict.fromkeys(one for one in bidders if one != deal))
        kinds = _KINDS.get(reason, ())
        covering = [one for one, kind in self._covers.get(deal, ()) if kind in kinds]
        return tuple(dict.fromkeys(covering))
