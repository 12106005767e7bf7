"""Prints answers: as JSON, in colour where a terminal and rich are there, or as plain text."""

from __future__ import annotations

import argparse
import codecs
import json
import os
import sys
from typing import TYPE_CHECKING, Any, Literal

from centralasia_minerals.dataset.json.documents import to_json
from centralasia_minerals.dataset.json.plain import fields_of_result
from centralasia_minerals.entities.base.record import Entity

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_INDENT = 2


def add_json(parser: argparse._ActionsContainer) -> None:
    """Add the argument ``--json``."""
    parser.add_argument(
        "--json", action="store_true", help="print JSON, with every decimal as text"
    )


def give(answer: object, *, as_json: bool = False) -> None:
    """Print an answer: a result or a record, or text."""
    if as_json:
        print(_json_of(answer))
        return
    console = _console()
    if console is None:
        print(answer)
    else:
        shown = _rich_of(answer)
        # Running text is wrapped by the terminal, so that it can be copied whole.
        console.print(shown, soft_wrap=type(shown).__name__ == "Text")


def give_page(page: str) -> None:
    """Print a page of HTML, which says that it is UTF-8: in plain signs where the output is not."""
    print(page if _is_utf_8() else page.encode("ascii", "xmlcharrefreplace").decode("ascii"))


def give_block(block: str) -> None:
    """Print a block of TOML, which is UTF-8: with escapes of TOML where the output is not."""
    print(block if _is_utf_8() else "".join(map(_in_plain_signs, block)))


def _in_plain_signs(character: str) -> str:
    code = ord(character)
    if code < 0x80:
        return character
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _is_utf_8() -> bool:
    return codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name == "utf-8"


def _json_of(answer: Any) -> str:
    """Return an answer as JSON, in characters that the output has."""
    if isinstance(answer, Entity):
        found = json.loads(to_json(answer))
    elif isinstance(answer, dict):
        found = answer
    else:
        found = answer.to_dict() if hasattr(answer, "to_dict") else fields_of_result(answer)
    return json.dumps(found, ensure_ascii=not _is_utf_8(), indent=_INDENT)


def _console() -> Console | None:
    """Return what prints in colour and tables; None if nothing does or nobody looks.

    It leaves colours out where the environment has NO_COLOR.
    """
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return None
    try:
        from rich.console import Console
    except ImportError:
        return None
    # Without colours there are no other marks either: bold text is escape codes too.
    system: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(highlight=False, markup=False, emoji=False, color_system=system)


def _rich_of(answer: object) -> RenderableType:
    from rich.text import Text

    if hasattr(answer, "__rich_console__"):
        return answer
    return Text(str(answer))
