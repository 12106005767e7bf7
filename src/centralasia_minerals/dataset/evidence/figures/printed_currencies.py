"""Reads which currency a number has: the signs, codes, names and nationalities around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from centralasia_minerals.values.currency import current_currency_codes

from .currency_names import (
    METALS,
    ONLY,
    SPELLINGS,
    adjective,
    adjectives,
    codes_of,
    currency_word,
    is_said,
)
from .number_words import SIGN, words

# A sign means any currency whose CLDR name ends in one of these words: "$" is any dollar. The code
# is the one that is meant where nothing else is said; the yen and the yuan are told by neither.
_SIGNS = {
    "$": (("dollar", "peso"), "USD"), "€": (("euro",), "EUR"), "£": (("pound",), "GBP"),
    "¥": (("yen", "yuan"), ""), "₸": (("tenge",), "KZT"), "₽": (("ruble",), "RUB"),
    "₩": (("won",), "KRW"), "₹": (("rupee",), "INR"), "₺": (("lira",), "TRY"),
    "₴": (("hryvnia",), "UAH"), "₮": (("tugrik",), "MNT"), "₾": (("lari",), "GEL"),
    "֏": (("dram",), "AMD"), "₼": (("manat",), "AZN"), "₪": (("shekel",), "ILS"),
    "₫": (("dong",), "VND"), "₱": (("peso",), "PHP"),
}  # fmt: skip
# Letters before a sign single out one currency (CLDR's symbols, and those of newspapers).
_PREFIXES = {
    "US": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "C": "CAD", "CA": "CAD", "Can": "CAD",
    "Cdn": "CAD", "CDN": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "SG": "SGD", "NT": "TWD",
    "R": "BRL", "MX": "MXN", "CN": "CNY", "JP": "JPY", "RMB": "CNY",
    "CAN": "CAD", "AUS": "AUD", "Aust": "AUD", "AUST": "AUD",
}  # fmt: skip
# What is printed like a code without being one of ISO 4217.
_OTHER_CODES = {"RMB": "CNY", "Rs": "INR", "Rs.": "INR", "NIS": "ILS", "CNH": "CNY"}
# Which of several is meant where a name stands alone.
_USUAL = {
    "dollar": "USD", "pound": "GBP", "ruble": "RUB", "rupee": "INR", "lira": "TRY", "won": "KRW",
    "som": "KGS", "manat": "TMT", "yuan": "CNY", "yen": "JPY", "rial": "IRR", "dirham": "AED",
}  # fmt: skip
_NOUNS = words("dollar euro ruble rouble tenge yen yuan renminbi manat somoni rupee")
"""The names of currencies that mean nothing else: "five won contracts" are no money."""

# "A $5 million plant" begins with an article: only longer letters may stand apart from the sign.
_APART = r"(?:US|U\.S|Cdn|CDN|Can|CAN|Aust?|AUST?|AU|NZ|HK)"
_PREFIX = rf"(?<![A-Za-z])(?:{_APART}\.? ?|[A-Za-z]{{1,5}})"
_SIGN_BEFORE = re.compile(rf"(?P<prefix>{_PREFIX})?({SIGN}) ?$")
_SIGN_BEHIND = re.compile(rf" ?({SIGN})(?! ?[0-9])")
_CODE_BEFORE = re.compile(r"(?<![A-Za-z])([A-Z]{3}|Rs\.?) ?$")
_CODE_BEHIND = re.compile(
    r"[ (]{0,2}(?:in )?([A-Z]{3}|Cdn|Can|Aust?|AU|NZ|HK)(?![\w-])(?P<rest>\.?\)?\s*)"
)
_IN_MONEY_OF = re.compile(
    r",? ?\(?in ((?:new zealand|hong kong|[a-z]+)) (?:money|currency|funds)\b", re.I
)
_ADJECTIVE_BEFORE = re.compile(r"(?<![\w-])((?:[A-Za-z.]+ )?[A-Za-z.]+) ?$")
_ADJECTIVE_BEHIND = re.compile(r"[ (]{1,2}((?:new zealand|hong kong|u\.s\.|[a-z]+))\b", re.I)
_NAME_BEFORE = re.compile(
    rf"(?<![\w'])((?:{'|'.join(sorted(_NOUNS))}|soum|so'm)s?) ?$", re.IGNORECASE
)
# Codes that are words of headlines: "TOP 10 MINERALS".
_WORDS_TOO = words("ALL BAM BOB COP CUP GEL MAD MOP PEN SOS TOP TRY")
_AROUND_A_SIGN = f" {SIGN}"
_PART_OF_A_WORD = re.compile(r"-[a-z]", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*$|\)|[.,;:!?]|\s+(?:to|for|in|of|from|over|and|or|by|at|on|with|a|an|the|per|is|was|were"
    r"|will|has|have|as|but|while|which|that|into|between|under|through|dollars?)\b",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """What says which currency a number has.

    Attributes:
        codes: the currencies that it may be.
        usual: the one that is meant if nothing else is said; empty if none is.
        is_sure: whether it is surely said of the number.
    """

    codes: frozenset[str]
    usual: str = ""
    is_sure: bool = True


def marks_around(before: str, behind: str, *, has_next: bool = False) -> tuple[list[Mark], str]:
    """Return what names the currency of a number, and the text before all of it.

    Args:
        before: what stands before the number, from the number before it on.
        behind: what stands behind it, up to the next number.
        has_next: whether there is a next number, which may be what a code behind belongs to.
    """
    marks = []
    sign = _SIGN_BEFORE.search(before)
    if sign:
        marks += _signed(sign[2], (sign["prefix"] or ""))
        before = before[: sign.start()]
    elif (sign := _SIGN_BEHIND.match(behind)) and not (has_next and behind[sign.end() :] == ""):
        marks += _signed(sign[1], "")
        behind = behind[sign.end() :]
    code = _CODE_BEFORE.search(before)
    if code and not (marks and code[1] in _WORDS_TOO) and (codes := _coded(code[1])):
        marks.append(Mark(codes, _OTHER_CODES.get(code[1], code[1])))
        before = before[: code.start()]
    code = _CODE_BEHIND.match(behind)
    belongs_to_next = code is not None and has_next and not behind[code.end() :]
    if code and not belongs_to_next and (codes := _coded(code[1])):
        marks.append(Mark(codes, next(iter(codes))))
        behind = behind[code.end(1) :]
    money_of = _IN_MONEY_OF.match(behind)
    if money_of and marks and (codes := _national(money_of[1], marks[0].codes)):
        marks.append(Mark(codes, next(iter(codes))))
    named, rest = _named(re.sub(r"^,? \(?in (?=\w)", " ", behind))
    if named and marks and _PART_OF_A_WORD.match(rest):
        named, rest = None, behind  # "a $200 million euro-area mine"
    behind = rest
    if named:
        marks.append(named)
    elif not marks and (name := _NAME_BEFORE.search(before)):
        named, _ = _named(f" {name[1]}")
        marks += [named] if named else []
        before = before[: name.start()]
    if marks and (named is None or len(named.codes) > 1):
        before = _add_nationality(marks, before, behind, has_next=has_next)
    return marks, before


def is_signed(before: str, behind: str) -> bool:
    """Whether a number has the sign of a currency, or a code before it."""
    code = _CODE_BEFORE.search(before)
    is_coded = code is not None and code[1] not in _WORDS_TOO and bool(_coded(code[1]))
    return is_coded or bool(_SIGN_BEFORE.search(before) or _SIGN_BEHIND.match(behind))


def has_code_behind(behind: str) -> bool:
    """Whether the code of a currency stands behind a number."""
    code = _CODE_BEHIND.match(behind)
    return code is not None and code[1] not in _WORDS_TOO and bool(_coded(code[1]))


def _signed(sign: str, prefix: str) -> list[Mark]:
    kinds, usual = _SIGNS[sign]
    any_of = frozenset(code for kind in kinds for code in codes_of(kind))
    bare = prefix.replace(".", "").strip()
    if not bare:
        return [Mark(any_of, usual)]
    code = _PREFIXES.get(bare, bare if bare in current_currency_codes() else "")
    # Other letters name a currency that is not known here.
    return [Mark(any_of | {code}, usual), Mark(frozenset({code}))] if code else [Mark(any_of)]


def _coded(printed: str) -> frozenset[str]:
    code = _OTHER_CODES.get(printed, printed)
    if printed.startswith("Rs"):
        return frozenset(codes_of("rupee"))
    code = _PREFIXES.get(code, code) if code not in current_currency_codes() else code
    return frozenset({code}) if code in current_currency_codes() else frozenset()


def _named(behind: str) -> tuple[Mark | None, str]:
    """Return the currency whose name stands behind a number ("so'm"), and what follows it."""
    match = currency_word().match(behind)
    if match is None:
        return None, behind
    rest = behind[match.end() :]
    printed = match["kind"].lower()
    kind = SPELLINGS.get(printed, printed)
    said = match["adjective"].replace(".", "").strip().lower()
    codes = frozenset(codes_of(kind))
    if not said and kind in METALS:
        return None, behind
    if said:
        codes = frozenset(code for code in codes if is_said(said, adjective(code)))
        return (Mark(codes, next(iter(codes))), rest) if codes else (None, behind)
    if printed in ONLY:
        return Mark(frozenset({ONLY[printed]}), ONLY[printed]), rest
    usual = _USUAL.get(kind, next(iter(codes)) if len(codes) == 1 else "")
    return Mark(codes, usual), rest


def names_currency(behind: str) -> bool:
    """Whether a name that can only be that of a currency stands behind a number."""
    match = currency_word().match(behind)
    return match is not None and match["kind"].lower() in _NOUNS and _named(behind)[0] is not None


def _add_nationality(marks: list[Mark], before: str, behind: str, *, has_next: bool) -> str:
    """Add the nationality beside a signed number ("Canadian $50 million"); return what is left."""
    signed = marks[0].codes
    match = _ADJECTIVE_BEFORE.search(before)
    for said in _endings(match[1]) if match else ():
        codes = _national(said, signed)
        if codes:
            left = before.rstrip()[: -len(said)]
            # "An Australian $50 million fund" may be a fund of Australians.
            is_sure = not re.search(r"(?<!\w)an? $", left, re.IGNORECASE) and said[-1] == "n"
            marks.append(Mark(codes, is_sure=is_sure))
            return left
    match = _ADJECTIVE_BEHIND.match(behind)
    if match and has_next and not behind[match.end() :].strip(_AROUND_A_SIGN):
        return before  # "A$50 million (US$33 million)"
    if match and (codes := _national(match[1], signed)):
        marks.append(Mark(codes, is_sure=bool(_GOES_ON.match(behind, match.end()))))
    return before


def _endings(words: str) -> Iterator[str]:
    yield words
    if " " in words:
        yield words.rpartition(" ")[2]


def _national(words: str, among: Iterable[str]) -> frozenset[str]:
    said = words.replace(".", "").lower()
    if words.islower() or not said:  # "us" is a pronoun
        return frozenset()
    # The name of a state begins like its adjective: "Canada $50 million" is no Canadian sum.
    return frozenset(code for code in among if said in adjectives(code))
