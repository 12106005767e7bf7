"""Has the pictures of the gallery drawn before the site is built, if any of them is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from sphinx.application import Sphinx

_PICTURE = re.compile(r"_static/gallery/[\w-]+\.svg")


def draw(app: Sphinx) -> None:
    """Run ``make_gallery.py``; to have pictures drawn anew, delete the folder that they are in."""
    folder = Path(app.srcdir)
    shown = set(_PICTURE.findall((folder / "gallery.md").read_text("utf-8")))
    if not all((folder / picture).is_file() for picture in shown):
        subprocess.run([sys.executable, str(folder / "make_gallery.py")], check=True)  # noqa: S603


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("builder-inited", draw)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
