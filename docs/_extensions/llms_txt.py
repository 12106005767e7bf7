"""Writes ``llms.txt``, by which language models find the pages of the site as plain Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import contents

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def text_of(parts: tuple[contents.Part, ...], *, title: str, about: str) -> str:
    """Return the file: a title, a sentence and lists of links (https://llmstxt.org)."""
    lines = [f"# {title}", "", f"> {about}"]
    for part in parts:
        lines += ["", f"## {part.caption}", ""]
        lines += [f"- [{one.title}](_sources/{one.page}.md): {one.about}" for one in part.entries]
    return "\n".join(lines) + "\n"


def write(app: Sphinx, failure: Exception | None) -> None:
    """Write the file beside the pages."""
    if failure or app.builder.format != "html":
        return
    first = Path(app.srcdir, f"{contents.FIRST_PAGE}.md").read_text("utf-8")
    about = next(one for one in first.splitlines()[1:] if one.strip())
    text = text_of(contents.contents_in(Path(app.srcdir)), title=app.config.project, about=about)
    Path(app.outdir, "llms.txt").write_text(text, "utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
