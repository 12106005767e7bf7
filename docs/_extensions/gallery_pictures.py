"""Has the pictures of the gallery drawn before the site is built, if any of them is missing.

In plain Markdown a picture follows what the system of the reader prefers. On the site it follows
the switch between light and dark, which the theme answers by classes.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_PICTURE = re.compile(r"_static/gallery/[\w-]+\.svg")
_BOTH = re.compile(
    r'<picture><source media="\(prefers-color-scheme: dark\)" srcset="(?P<dark>[^"]+)">'
    r'<img src="(?P<light>[^"]+)" (?P<alt>alt="[^"]*")></picture>'
)
_SWITCHED = (
    r'<div class="chart"><img class="only-light" src="\g<light>" \g<alt>>'
    r'<img class="only-dark" src="\g<dark>" \g<alt>></div>'
)


def follow_the_switch(_app: object, _page: str, source: list[str]) -> None:
    """Let each pair of pictures follow the switch of the site."""
    source[0] = _BOTH.sub(_SWITCHED, source[0])


def draw(app: Sphinx) -> None:
    """Run ``make_gallery.py``; to have pictures drawn anew, delete the folder that they are in."""
    folder = Path(app.srcdir)
    shown = set(_PICTURE.findall((folder / "gallery.md").read_text("utf-8")))
    if not all((folder / picture).is_file() for picture in shown):
        subprocess.run([sys.executable, str(folder / "make_gallery.py")], check=True)  # noqa: S603


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", draw)
    app.connect("source-read", follow_the_switch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
