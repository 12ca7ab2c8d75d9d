"""A PDF as a screen reader gets it: its structure in order, and what stands outside of it."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pdfplumber
import pikepdf


@dataclass
class Element:
    """An element of the structure with the words that are its own."""

    kind: str
    words: str
    told: str
    attributes: dict[str, Any]
    below: list["Element"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Element"]:
        yield self
        for element in self.below:
            yield from element

    @property
    def text(self) -> str:
        return " ".join(" ".join(each.words or each.told for each in self).split())


@dataclass
class Spoken:
    """All that a file says aloud, and the words on its pages that are said to be no content."""

    elements: list[Element]
    artefacts: str
    outside: str
    metadata: dict[str, str]

    @property
    def all(self) -> list[Element]:
        return [each for top in self.elements for each in top]

    @property
    def text(self) -> str:
        return " ".join(element.text for element in self.elements)

    def of(self, *kinds: str) -> list[Element]:
        return [each for each in self.all if each.kind in kinds]


def spoken(data: bytes) -> Spoken:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        marked: dict[tuple[int, int], str] = defaultdict(str)
        artefacts = outside = ""
        for page in pdf.pages:
            for sign in page.chars:
                if sign["mcid"] is not None:
                    marked[page.page_number, sign["mcid"]] += sign["text"]
                elif sign["tag"] == "Artifact":
                    artefacts += sign["text"]
                else:
                    outside += sign["text"]
        used: set[tuple[int, int]] = set()
        elements = [_element(node, marked, used) for node in pdf.structure_tree]
        outside += "".join(text for place, text in marked.items() if place not in used)
        return Spoken(elements, artefacts, outside, pdf.metadata)


def _element(node: dict[str, Any], marked: dict[tuple[int, int], str], used: set[tuple[int, int]]) -> Element:
    places = [(node.get("page_number", 0), number) for number in node.get("mcids", [])]
    used.update(places)
    below = [_element(child, marked, used) for child in node.get("children", [])]
    words = "".join(marked.get(place, "") for place in places)
    return Element(node["type"], words, node.get("alt_text", ""), node.get("attributes", {}), below)


def kinds(data: bytes) -> list[str]:
    """Return the kinds of all elements in order, empty ones too."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_kinds(pdf.Root.StructTreeRoot))


def _kinds(node: Any) -> Iterator[str]:
    for kid in node.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid.S).removeprefix("/")
            yield from _kinds(kid)
