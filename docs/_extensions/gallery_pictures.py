"""Has the pictures of the gallery drawn before the site is built, if any of them is missing.

On the site, a picture follows the switch between light and dark; elsewhere, the system's choice.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from sphinx.application import Sphinx

_PAIR = re.compile(
    r'<picture><source media="\(prefers-color-scheme: dark\)" srcset="(?P<dark>[^"]+)">'
    r'<img src="(?P<light>[^"]+)" alt="(?P<alt>[^"]+)"></picture>'
)
_PICTURE = re.compile(r"_static/gallery/[\w-]+\.svg")


def draw(app: Sphinx) -> None:
    """Run ``make_gallery.py``; to have pictures drawn anew, delete the folder that they are in."""
    folder = Path(app.srcdir)
    shown = set(_PICTURE.findall((folder / "gallery.md").read_text("utf-8")))
    if not all((folder / picture).is_file() for picture in shown):
        subprocess.run([sys.executable, str(folder / "make_gallery.py")], check=True)  # noqa: S603


def follow_the_switch(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Show both pictures of a pair, of which the theme hides one; on phones they scroll."""
    source[0] = _PAIR.sub(_both, source[0])


def _both(found: re.Match[str]) -> str:
    shown = (("light", found["light"]), ("dark", found["dark"]))
    images = (
        f'<img class="only-{theme}" src="{picture}" alt="{found["alt"]}">'
        for theme, picture in shown
    )
    return f'<div class="chart">{"".join(images)}</div>'


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", draw)
    app.connect("source-read", follow_the_switch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
