"""The words and signs of which English prints numbers: digits apart, as agencies write them."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "thsd": 10**3, "ths": 10**3, "lakh": 10**5,
    "million": 10**6, "mln": 10**6, "mn": 10**6, "m": 10**6, "mm": 10**6, "mil": 10**6,
    "mio": 10**6, "crore": 10**7, "billion": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9,
    "bil": 10**9, "mlrd": 10**9, "mrd": 10**9, "milliard": 10**9, "trillion": 10**12,
    "trln": 10**12, "trn": 10**12, "tn": 10**12, "dozen": 12, "decade": 10, "century": 100,
    "hundreds": 10**2, "thousands": 10**3, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12, "dozens": 12, "decades": 10, "centuries": 100, "lakhs": 10**5,
    "crores": 10**7,
}  # fmt: skip
"""What a number is multiplied by, as English texts and their agencies abbreviate it."""

DECADES = ("decade", "decades", "century", "centuries")
"""The scales that count years."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(_SMALL.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
"""The numbers that are single words."""

PARTS = {
    "half": Fraction(1, 2), "halve": Fraction(1, 2), "third": Fraction(1, 3),
    "quarter": Fraction(1, 4), "fifth": Fraction(1, 5), "sixth": Fraction(1, 6),
    "seventh": Fraction(1, 7), "eighth": Fraction(1, 8), "ninth": Fraction(1, 9),
    "tenth": Fraction(1, 10),
}  # fmt: skip
"""The parts of a whole that have a word."""


def _fraction(sign: str) -> Fraction:
    above, _, below = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return Fraction(int(above), int(below))


VULGAR = {sign: _fraction(sign) for sign in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
"""The parts of a whole that have a sign."""

SPACE = r"[ \u00a0\u2009\u202f]"
SIGN = "[$€£¥₸₽₩₹₺₴₮₾֏₼₪₫₱]"
"""The signs of currencies, as a pattern."""

_LETTERS = {"k", "m", "b", "mm"}  # scales only directly after digits


def words(listed: str) -> frozenset[str]:
    """Return words that are listed in one text."""
    return frozenset(listed.split())


def scale_pattern() -> str:
    """Return the pattern of a scale that is a word."""
    words = sorted((word for word in SCALES if word not in _LETTERS), key=len, reverse=True)
    return rf"(?:{'|'.join(words)})\b"
