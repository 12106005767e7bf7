"""What an amount of a deal is."""

from __future__ import annotations

from centralasia_minerals.values.closed_enum import ClosedEnum


class AmountRole(ClosedEnum):
    """What an amount is (after IATI's transaction types and OCDS's contract values).

    A pledge or a letter of interest is a stage of an amount, not a role.
    """

    COST = "cost", "What the undertaking costs."
    VALUATION = "valuation", "What someone says that a firm or an asset is worth."
    CONTRACT_VALUE = (
        "contract value",
        "The value of a contract or agreement (OCDS: contract value).",
    )
    PRICE = "price", "What is paid for a thing or for shares."
    SPENDING = (
        "spending",
        "What has been spent, or is to be spent on purchases only (IATI: expenditure).",
    )
    INVESTMENT = "investment", "What someone is still to invest, purchases included."
    FINANCING = "financing", "What pays for the undertaking: loans, equity or guarantees."
    DISBURSEMENT = "disbursement", "What has been paid out (IATI: disbursement)."
    PROCEEDS = "proceeds", "What an issue of shares or bonds brings in."
