"""How Sphinx makes a site of the pages of this folder; ``contributing.md`` says how to build it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
# The site documents the checkout that it stands in, not whatever is installed.
sys.path[:0] = [str(HERE / "_extensions"), str(HERE.parent / "src")]

import centralasia_minerals as cam  # noqa: E402  (it is found by the line above)

project = "centralasia_minerals"
author = "the contributors of centralasia_minerals"
version = release = cam.__version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "api_pages",
    "contents",
    "docstrings",
    "gallery_pictures",
    "links_to_names",
    "llms_txt",
    "notebooks",
]
exclude_patterns = ["_extensions", "_static"]
nitpicky = True  # a name in a docstring that leads nowhere is a warning, and warnings are errors

# Headings get the anchors that a repository's site gives them, so that links work in both.
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = f"{project} {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = True
html_sourcelink_suffix = ""  # llms.txt leads to these copies of the pages
