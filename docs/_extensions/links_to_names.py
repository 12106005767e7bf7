"""Lets names lead to their pages: in types, and wherever a page names one in code."""

from __future__ import annotations

import builtins
import re

from api_pages import PACKAGE, public_names
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform

INDEX = "reference"
NAMES = frozenset(public_names())

# What types of the standard library and of the libraries that we stand on begin with.
_ELSEWHERE = re.compile(
    r"(typing|collections|decimal|fractions|datetime|pathlib|enum|types|os|hypothesis|pint|babel"
    r"|attrs|attr|cattrs|narwhals|nw|polars|pl|pandas|pd|pyarrow|pa|pydantic|altair|alt"
    r"|Any|BaseConverter|Callable|Decimal|Fraction|Path|PlainQuantity|date|st)\b"
)
# Texts that charts take; their functions list them.
_WITHOUT_A_PAGE = frozenset({"Only", "Theme", "Who"})
_VARIABLE_OR_TEXT = re.compile(r"[A-Z]|['\"].*['\"]")
_CODE = re.compile(r"(?:cam\.)?(?P<name>[\w.]+)(?:\(.*\))?", re.DOTALL)


def name_in(code: str, page: str) -> str | None:
    """Return the public name that leads a piece of code, as in ``cam.total(ds)``, ``Deal.value``.

    A name in small letters counts only after ``cam.`` or in the list of names: ``source`` alone
    mostly is a field.
    """
    found = _CODE.fullmatch(code)
    if not found:
        return None
    name, cls = found["name"], found["name"].partition(".")[0]
    is_meant = page == INDEX or code.startswith(("cam.", "adapters.")) or cls[:1].isupper()
    for one in (name, cls):
        if is_meant and one in NAMES and page != f"api/{one}":
            return one
    return None


class NamesInCode(SphinxPostTransform):
    """Makes links of the public names that stand in code."""

    default_priority = 5

    def run(self, **_keywords: object) -> None:
        """Put a link around each, but for those that stand in a link or a heading already."""
        page = self.env.docname
        for literal in list(self.document.findall(nodes.literal)):
            around = (nodes.reference, pending_xref, nodes.title)
            name = name_in(literal.astext(), page)
            if name and not isinstance(literal.parent, around):
                node = pending_xref("", refdoc=page)
                link = _link(self.app, self.env, name, node, literal.deepcopy())
                literal.replace_self(link or literal)


def _link(
    app: Sphinx, env: BuildEnvironment, name: str, node: pending_xref, text: nodes.Element
) -> nodes.Node | None:
    found = env.domains["py"].resolve_any_xref(
        env, node["refdoc"], app.builder, f"{PACKAGE}.{name}", node, text
    )
    return found[0][1] if found else None


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, text: nodes.TextElement
) -> nodes.Node | None:
    """Lead from a type to its page, wherever it is defined; those without a page are no links."""
    if node.get("refdomain") != "py":
        return None
    target = str(node["reftarget"])
    last = target.rpartition(".")[2]
    is_ours = target.startswith(f"{PACKAGE}.")
    if last in NAMES and (is_ours or target in {last, f"cam.{last}"}):
        return _link(app, env, last, node, text)
    if (
        is_ours
        or target in _WITHOUT_A_PAGE
        or _VARIABLE_OR_TEXT.fullmatch(target)
        or hasattr(builtins, target)
    ):
        return text
    return text if _ELSEWHERE.match(target) else None


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.add_post_transform(NamesInCode)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
