"""What a material says, as paragraphs, lists and tables: what each editable form is written from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

import lxml.html  # type: ignore[import-untyped]
from lxml.html import HtmlElement

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "summary": 3}
BOLD, ITALIC = {"b", "strong", "th", "dt"}, {"i", "em"}
INLINE = {*BOLD, *ITALIC, "a", "br", "span"} - {"th", "dt"}

Role = Literal["text", "kind", "lead", "clock", "item", "caption", "line", "large"]
ROLES: tuple[Role, ...] = ("kind", "lead", "clock")
Marker = Literal["bullet", "number", "box"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are set in one way. A line break is a run whose text is a line feed."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a heading if it has a level; `line` is one to write on."""

    runs: list[Run] = field(default_factory=list)
    role: Role = "text"
    level: int = 0
    on_new_page: bool = False

    @property
    def says_something(self) -> bool:
        return self.role == "line" or any(run.text.strip() for run in self.runs)


@dataclass(slots=True)
class Listing:
    marker: Marker
    items: list[list["Block"]]


@dataclass(slots=True)
class Grid:
    """A table: its first row names the columns, the bold cells of the others name the rows."""

    head: list[Paragraph]
    rows: list[list[Paragraph]]


Block = Paragraph | Listing | Grid


def flow(markup: str) -> list[Block]:
    """Return the blocks of the `<body>` of a document, in order."""
    return list(_paged(_blocks(lxml.html.fromstring(markup).find("body"), "text")))


class _PageBreak:
    """Says that what follows begins on a new page."""


def _paged(parts: Iterable[Block | _PageBreak]) -> Iterator[Block]:
    broken = False
    for part in parts:
        if isinstance(part, _PageBreak):
            broken = True
            continue
        first = _first(part)
        if broken and first:
            first.on_new_page = True
            broken = False
        yield part


def _first(block: Block) -> Paragraph | None:
    """Return the first paragraph of a block, which can begin a page; that of a table cannot."""
    if isinstance(block, Listing):
        return next((_first(inner) for item in block.items for inner in item), None)
    return block if isinstance(block, Paragraph) else None


def _blocks(parent: HtmlElement, role: Role) -> Iterator[Block | _PageBreak]:
    """Yield what an element holds; words outside of any paragraph become one."""
    loose = Paragraph(_words(parent.text), role)
    for child in parent:
        if child.tag in INLINE:
            loose.runs += _runs(child)
        else:
            yield from _tidy(loose)
            loose = Paragraph(role=role)
            yield from _block(child, role)
        loose.runs += _words(child.tail)
    yield from _tidy(loose)


def _block(node: HtmlElement, role: Role) -> Iterator[Block | _PageBreak]:
    classes = set((node.get("class") or "").split())
    if node.tag in HEADINGS:
        yield from _tidy(Paragraph(_inside(node), level=HEADINGS[node.tag]))
    elif node.tag == "p":
        own: Role = "line" if "blank" in classes else _named(classes) or role
        yield from _tidy(Paragraph(_inside(node), own))
    elif node.tag == "dl":
        yield from _facts(node)
    elif node.tag in {"ul", "ol"} and "phases" not in classes:
        marker: Marker = "box" if "boxes" in classes else "number" if node.tag == "ol" else "bullet"
        inner: Role = "item" if role == "text" else role
        yield Listing(marker, [[*_paged(_blocks(item, inner))] for item in node if item.tag == "li"])
    elif node.tag == "table":
        yield from _table(node)
    elif isinstance(node.tag, str):
        own_page = "pupil" in classes
        yield from [_PageBreak()] * own_page
        yield from _blocks(node, "large" if "large" in classes else role)
        yield from [_PageBreak()] * own_page


def _named(classes: set[str]) -> Role | None:
    return next((role for role in ROLES if role in classes), None)


def _facts(node: HtmlElement) -> Iterator[Paragraph]:
    """Yield a paragraph for each pair of a description list, with the name in bold."""
    name: list[Run] = []
    for child in node:
        if child.tag == "dt":
            name = [*_inside(child, bold=True), Run(": ", bold=True)]
        elif child.tag == "dd":
            yield from _tidy(Paragraph([*name, *_inside(child)]))


def _table(node: HtmlElement) -> Iterator[Block]:
    caption = node.find("caption")
    if caption is not None:
        yield from _tidy(Paragraph(_inside(caption), "caption"))
    head, *rows = [[_cell(cell) for cell in row] for row in node.findall(".//tr")]
    yield Grid(head, rows)


def _cell(node: HtmlElement) -> Paragraph:
    return Paragraph(_trimmed(_inside(node, bold=node.tag == "th")))


def _tidy(paragraph: Paragraph) -> Iterator[Paragraph]:
    paragraph.runs = _trimmed(paragraph.runs)
    if paragraph.says_something:
        yield paragraph


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return runs without white space at the beginning, at the end and around line breaks."""
    kept: list[Run] = []
    for run in runs:
        after_break = not kept or kept[-1].text == "\n"
        text = run.text if run.text == "\n" else run.text.lstrip() if after_break else run.text
        if run.text == "\n" and kept:
            kept[-1] = Run(kept[-1].text.rstrip(" "), kept[-1].bold, kept[-1].italic, kept[-1].href)
        if text:
            kept.append(Run(text, run.bold, run.italic, run.href))
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].bold, kept[-1].italic, kept[-1].href)
    return [run for run in kept if run.text]


def _inside(node: HtmlElement, *, bold: bool = False, italic: bool = False, href: str = "") -> list[Run]:
    runs = _words(node.text, bold=bold, italic=italic, href=href)
    for child in node:
        runs += _runs(child, bold=bold, italic=italic, href=href)
        runs += _words(child.tail, bold=bold, italic=italic, href=href)
    return runs


def _runs(node: HtmlElement, *, bold: bool = False, italic: bool = False, href: str = "") -> list[Run]:
    if node.tag == "br":
        return [Run("\n")]
    return _inside(
        node,
        bold=bold or node.tag in BOLD,
        italic=italic or node.tag in ITALIC,
        href=node.get("href", "") if node.tag == "a" else href,
    )


def _words(text: str | None, *, bold: bool = False, italic: bool = False, href: str = "") -> list[Run]:
    """Return text with every run of white space as one space, as HTML shows it."""
    words = " ".join(f"\0{text or ''}\0".split()).strip("\0")
    return [Run(words, bold, italic, href)] if words else []
