"""The editable form: an OpenDocument text (ISO/IEC 26300) with real headings, lists and tables."""

import datetime as dt
import io
from collections.abc import Iterator

import lxml.html  # type: ignore[import-untyped]
from lxml.html import HtmlElement
from odfdo import (
    Cell,
    Document,
    Element,
    Header,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Row,
    Span,
    Style,
    Table,
)

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "summary": 3}
INLINE = {"b": "Strong", "strong": "Strong", "i": "Stressed", "em": "Stressed"}
INLINE_TAGS = {*INLINE, "a", "br", "span"}
NEW_PAGE, WRITING_LINE, LARGE = "NewPage", "WritingLine", "Large"
BOX = "☐ "


def write_odt(markup: str, title: str, language: str, day: dt.date) -> bytes:
    """Return the `<body>` of a document as ODT; `language` is a BCP 47 code, `day` that of the version."""
    document = Document("text")
    document.body.clear()
    for style in _styles():
        document.insert_style(style, automatic=style.family == "list")
    for element in _blocks(lxml.html.fromstring(markup).find("body")):
        document.body.append(element)
    for number, table in enumerate(document.body.tables, 1):
        table.name = f"Tabella {number}"
    document.set_language(language)
    _describe(document, title, day)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: Document, title: str, day: dt.date) -> None:
    moment = dt.datetime.combine(day, dt.time())
    meta = document.meta
    meta.title = title
    meta.generator = "Amaranta"
    meta.creation_date = moment
    meta.date = moment


def _styles() -> Iterator[Style]:
    yield Style("text", name="Strong", bold=True)
    yield Style("text", name="Stressed", italic=True)
    line = Style("paragraph", name=WRITING_LINE, parent_style="Standard")
    line.set_properties({"fo:border-bottom": "0.5pt solid #777777", "fo:margin-top": "0.6cm"})
    yield line
    large = Style("paragraph", name=LARGE, parent_style="Standard")
    large.set_properties({"fo:margin-bottom": "0.5cm"})
    large.set_properties({"fo:font-size": "22pt"}, area="text")
    yield large
    page = Style("paragraph", name=NEW_PAGE, parent_style="Heading_20_2")
    page.set_properties({"fo:break-before": "page"})
    yield page


def _blocks(parent: HtmlElement, *, large: bool = False) -> Iterator[Element]:
    """Yield the paragraphs, lists and tables of an element; words outside of any become paragraphs."""
    style = LARGE if large else "Standard"
    loose = _Words(Paragraph(style=style))
    loose.text(parent.text)
    for child in parent:
        if child.tag in INLINE_TAGS:
            loose.element(child)
        else:
            yield from loose.paragraphs()
            yield from _block(child, large=large)
            loose = _Words(Paragraph(style=style))
        loose.text(child.tail)
    yield from loose.paragraphs()


def _block(node: HtmlElement, *, large: bool) -> Iterator[Element]:
    classes = set((node.get("class") or "").split())
    if node.tag in HEADINGS:
        yield _heading(node)
    elif node.tag == "p":
        style = WRITING_LINE if "blank" in classes else LARGE if large else "Standard"
        yield from _Words(Paragraph(style=style)).of(node).paragraphs(keep_empty="blank" in classes)
    elif node.tag in {"ul", "ol"}:
        yield _list(node, boxes="boxes" in classes, large=large)
    elif node.tag == "table":
        yield from _table(node)
    elif isinstance(node.tag, str):
        yield from _blocks(node, large=large or "large" in classes)


def _heading(node: HtmlElement) -> Element:
    level = HEADINGS[node.tag]
    on_new_page = "pupil" in (node.getparent().get("class") or "").split()
    header = Header(level, style=NEW_PAGE if on_new_page else f"Heading_20_{level}")
    return _Words(header).of(node).target


def _list(node: HtmlElement, *, boxes: bool, large: bool) -> Element:
    """Return a list; boxes to tick are paragraphs' first sign, so that they survive any program."""
    items = List(style="Numbering_20_1" if node.tag == "ol" else "List_20_1")
    for child in node:
        item = ListItem()
        for element in _blocks(child, large=large):
            item.append(element)
        first = item.get_element("text:p")
        if boxes and first is not None:
            first.text = BOX
        items.append(item)
    return items


def _table(node: HtmlElement) -> Iterator[Element]:
    caption = node.find("caption")
    if caption is not None:
        yield _Words(Header(3, style="Heading_20_3")).of(caption).target
    rows = node.findall(".//tr")
    table = Table("Tabella")
    for row in rows:
        made = Row()
        for cell in row:
            made.append_cell(_cell(cell))
        table.append_row(made)
    yield table


def _cell(node: HtmlElement) -> Cell:
    cell = Cell()
    words = _Words(Paragraph(style="Standard"))
    words.of(node, style="Strong" if node.tag == "th" else "")
    cell.append(words.target)
    return cell


class _Words:
    """Puts text, emphasis and links into one paragraph or heading."""

    def __init__(self, target: Element) -> None:
        self.target = target
        self.is_empty = True

    def of(self, node: HtmlElement, style: str = "") -> "_Words":
        if style:
            self._append(Span(_squash(node.text_content()), style=style))
            return self
        self.text(node.text)
        for child in node:
            self.element(child)
            self.text(child.tail)
        return self

    def text(self, text: str | None) -> None:
        words = _squash(text or "")
        if self.is_empty:
            words = words.lstrip()
        if words:
            self._append(Span(words))

    def element(self, node: HtmlElement) -> None:
        words = _squash(node.text_content())
        if node.tag == "br":
            self._append(LineBreak())
        elif node.tag == "a":
            self._append(Link(node.get("href", ""), text=words))
        else:
            self._append(Span(words, style=INLINE.get(node.tag)))

    def _append(self, element: Element) -> None:
        self.target.append(element)
        self.is_empty = False

    def paragraphs(self, *, keep_empty: bool = False) -> Iterator[Element]:
        if keep_empty or not self.is_empty:
            yield self.target


def _squash(text: str) -> str:
    """Return text with every run of white space as one space, as HTML shows it."""
    edge = " "
    words = edge.join(text.split())
    if not words:
        return edge if text else ""
    return (edge if text[0].isspace() else "") + words + (edge if text[-1].isspace() else "")
