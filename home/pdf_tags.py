"""What a screen reader gets of a PDF, where WeasyPrint tells less than PDF/UA-1 (ISO 14289-1) asks for.

- Whatever the markup hides from it (`aria-hidden="true"`: the tear-off strips after the first) and the
  margins of a page (its number, the licence's name) become artefacts; WeasyPrint tags the ones, and leaves
  the others marked but in no tree.
- Every header cell says which way it heads, and the tree says where each header is found (IDTree).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

VARIANT = "pdf/ua-1"
ARTEFACT = ("/Artifact", b"BMC")
CELLS = {"/TD", "/TH"}


def write_tagged(html: Any) -> bytes:
    """Return a WeasyPrint HTML object as a PDF/UA-1 file."""
    document = html.render(pdf_variant=VARIANT)
    hidden = _hidden(html.etree_element)
    leaves = [_Leaf(page, hidden) for page in document.pages]
    finish = partial(_finish, leaves)
    pdf: bytes = document.write_pdf(pdf_variant=VARIANT, finisher=lambda _document, pdf: finish(pdf))
    return pdf


def _hidden(root: Any) -> set[Any]:
    """Return the elements that are not read out, and all below them."""
    tops = (element for element in root.iter() if element.get("aria-hidden") == "true")
    return {element for top in tops for element in top.iter()}


@dataclass
class _Leaf:
    """A page while it is drawn: which of its marked contents (by their MCID) nobody reads out."""

    page: Any
    hidden: set[Any]
    stream: Any = None
    silent: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.draw, self.page.paint = self.page.paint, self.paint

    def paint(self, stream: Any, scale: float = 1) -> None:
        self.draw(stream, scale)
        self.stream = stream
        # The one private name: later WeasyPrint no longer knows what belongs to which element.
        marks = stream._tags.items()
        self.silent = {mark["mcid"] for box, mark in marks if box.element in self.hidden}

    def hush(self) -> None:
        """Turn the silent contents into artefacts."""
        operators = self.stream.stream
        for place, operator in enumerate(operators):
            if operator == b"BDC" and operators[place - 1].get("MCID") in self.silent:
                operators[place - 2 : place + 1] = [*ARTEFACT, b""]


def _finish(leaves: list[_Leaf], pdf: Any) -> None:
    """Correct a document's structure just before it is written."""
    tree = _Tree(pdf, leaves)
    tree.forget_what_is_in_no_tree()
    for leaf in leaves:
        leaf.hush()
    tree.prune(tree.top)
    tree.tell_headers()


class _Tree:
    """The structure of a document (ISO 32000-1, 14.7), as WeasyPrint wrote it."""

    def __init__(self, pdf: Any, leaves: list[_Leaf]) -> None:
        self.objects = {each.reference: each for each in pdf.objects}
        self.root = self.objects[pdf.catalog["StructTreeRoot"]]
        self.top = self.objects[self.root["K"][0]]
        self.leaves = dict(zip(pdf.page_references, leaves, strict=True))

    def elements(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in self.kids(element):
            yield from self.elements(kid)

    def kids(self, element: Any) -> list[Any]:
        """Return the elements directly below one, without contents and annotations."""
        found = [self.objects[kid] for kid in element["K"] if not isinstance(kid, int)]
        return [kid for kid in found if kid.get("Type") == "/StructElem"]

    def forget_what_is_in_no_tree(self) -> None:
        """Silence what no element in the tree owns, and let no content point to what is silent."""
        known = {element.reference for element in self.elements(self.top)}
        owners = self.objects[self.root["ParentTree"]]["Nums"][1::2]
        for leaf, owned in zip(self.leaves.values(), owners, strict=False):
            leaf.silent |= {number for number, owner in enumerate(owned) if owner not in known}
            for number in leaf.silent:
                owned[number] = b"null"

    def prune(self, element: Any) -> bool:
        """Take out what is silent or holds nothing; return whether the element still holds anything."""
        silent = self.leaves[element["Pg"]].silent if "Pg" in element else set()
        element["K"][:] = [kid for kid in element["K"] if self._is_read(kid, silent)]
        return bool(element["K"]) or element["S"] in CELLS

    def _is_read(self, kid: Any, silent: set[int]) -> bool:
        if isinstance(kid, int):
            return kid not in silent
        below = self.objects[kid]
        return below.get("Type") != "/StructElem" or self.prune(below)

    def tell_headers(self) -> None:
        names = []
        for row in (element for element in self.elements(self.top) if element["S"] == "/TR"):
            cells = self.kids(row)
            scope = "/Column" if all(cell["S"] == "/TH" for cell in cells) else "/Row"
            for cell in cells:
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = scope
                elif not cell["A"].get("Headers"):
                    cell["A"].pop("Headers", None)
                if "ID" in cell:
                    names.append(cell)
        if names:
            names.sort(key=lambda cell: cell["ID"].data)
            pairs = [part for cell in names for part in (cell["ID"], cell.reference)]
            self.root["IDTree"] = type(self.top)({"Names": type(self.top["K"])(pairs)})
