"""Addresses of web pages, and links to a passage of one, by text fragments of the WICG."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_BESIDE = 4
"""How many words may stand beside a figure in the words that find a passage."""

MOST_AT_AN_END = 3
"""How many words of the beginning, or of the end, of a passage may find it."""

_NOT = r"\s\"<>\\^`{|}"  # in no address as a browser shows it
_ADDRESS = re.compile(rf"https?://[^{_NOT}/?#@]+([/?#][^{_NOT}]*)?", re.ASCII)
_WORD = re.compile(r"\S+")
_EDGES = "\"“”„«»‘’'.,;:!?()[]…—–-"


def fault_in_address(address: str | None) -> str | None:
    """Return what is wrong with the address of a page; None if nothing is, or there is none."""
    if address is None:
        return None
    if not _ADDRESS.fullmatch(address):
        return f"{address!r:.80}"
    if ":~:" in address:
        return f"{address!r:.80} leads to some words of the page; leave out what follows #:~:"
    try:
        with_fragment(address, ())
    except ValueError:  # of a host that cannot be written in ASCII, or of half a character
        return f"{address!r:.80} has a host that is none"
    return None


def fragment_of(words: tuple[str, ...]) -> str:
    """Return the text fragment that finds some words, or a passage by its first and last words.

    >>> fragment_of(("up to $700 million",))
    ':~:text=up%20to%20%24700%20million'
    """
    from urllib.parse import quote

    # A hyphen has a meaning of its own in text fragments.
    return ":~:text=" + ",".join(quote(part, safe="").replace("-", "%2D") for part in words)


def with_fragment(address: str, words: tuple[str, ...]) -> str:
    """Return the address of a page, leading to some words of it; of no words, to the page.

    What is not ASCII is encoded, as links must be.

    >>> with_fragment("https://news.example/кен", ("up to $700 million",))
    'https://news.example/%D0%BA%D0%B5%D0%BD#:~:text=up%20to%20%24700%20million'
    """
    from urllib.parse import quote

    scheme, rest = address.split("://", 1)
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    place = quote(rest[len(host) :], safe="/?#:@!$&'()*+,;=%~[]")
    name, colon, port = host.partition(":") if not host.startswith("[") else (host, "", "")
    known = (name if name.isascii() else name.encode("idna").decode()) + colon + port
    end = f"{'' if '#' in place else '#'}{fragment_of(words)}" if words else ""
    return f"{scheme}://{known}{place}{end}"


def words_to_find(text: str, start: int, end: int, figure: str | None) -> tuple[str, ...]:
    """Return as few words of a passage as find it alone in its text, as they are printed.

    They are the figure with as few words beside it as it takes, at most four; else the first words
    of the passage and the last ones, up to three each, so that headings and menus of the page do
    not have them as well. They are never more than half of the passage, the figure apart. There are
    none where no such words are unique.

    Args:
        text: the whole text.
        start: where the passage begins, in characters.
        end: where it ends.
        figure: the figure as printed in the passage; None if it is cited for something else.
    """
    words = [(start + word.start(), start + word.end()) for word in _WORD.finditer(text[start:end])]
    most = len(words) // 2
    if figure is not None:
        for left, right in _around(text, words, start, end, figure, most):
            found = _trimmed(text, left, right)
            if figure in found and _is_unique(found, text):
                return (found,)
    last = min(MOST_AT_AN_END, most // 2)
    for number in dict.fromkeys((min(MOST_AT_AN_END, most - last), min(MOST_AT_AN_END, most))):
        first = _trimmed(text, words[0][0], words[number - 1][1]) if number else ""
        if first and _is_plain(first) and _is_unique(first, text):
            return (first, *_last_words(text, words, number, min(last, most - number)))
    return ()


def fault_in_words(words: tuple[str, ...], figure: str | None) -> str | None:
    """Return what is wrong with the words that find a passage; None if nothing is."""
    if len(words) > 2:
        return f"there are {len(words)} pieces, and a passage has one beginning and one end"
    for piece in words:
        number, most = len(piece.split()), MOST_AT_AN_END
        if figure is not None and len(words) == 1 and figure in piece:
            number, most = len(piece.split()) - len(figure.split()), MOST_BESIDE
        if number > most:
            return f"{number} words in a row, where {most} are the most"
    return None


def _around(
    text: str, words: list[tuple[int, int]], start: int, end: int, figure: str, most: int
) -> Iterator[tuple[int, int]]:
    """Yield the figure with ever more of the words beside it, as far as one line goes."""
    at = text.find(figure, start, end)
    if at < 0 or not figure.strip():
        return
    own = [n for n, (begin, stop) in enumerate(words) if begin < at + len(figure) and stop > at]
    first, last = own[0], own[-1]
    for number in range(min(MOST_BESIDE, most) + 1):
        for before in range(number, -1, -1):
            left, right = first - before, last + number - before
            if left < 0 or right >= len(words):
                continue
            place = words[left][0], words[right][1]
            if _is_plain(text[slice(*place)]):
                yield place


def _last_words(text: str, words: list[tuple[int, int]], used: int, most: int) -> tuple[str, ...]:
    """Return the last words of a passage, as many as may be, if they do not stand in it before."""
    for number in range(most, 0, -1):
        last = _trimmed(text, words[-number][0], words[-1][1])
        if last and _is_plain(last):
            rest = text[words[used - 1][1] : words[-1][1]]
            return (last,) if len(_found(last, rest)) == 1 else ()
    return ()


def _is_plain(words: str) -> bool:
    """Whether words are parted by single spaces, as a browser shows them."""
    return " ".join(words.split()) == words.strip().replace("\u00a0", " ").replace("\u202f", " ")


def _trimmed(text: str, start: int, end: int) -> str:
    """Return some words without punctuation around them, which pages treat in many ways."""
    before, found = "", text[start:end]
    while found != before:  # Spaces may stand inside of the punctuation, and some inside of them.
        before, found = found, found.strip(_EDGES).strip()
    return found


def _is_unique(words: str, text: str) -> bool:
    return len(_found(words, text)) == 1


def _found(words: str, text: str) -> list[str]:
    """Return the places of some words, as a browser finds them: whole, in upper or lower case."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return re.findall(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
