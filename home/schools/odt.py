"""The editable form for LibreOffice: an OpenDocument text (ISO/IEC 26300) with real headings and lists."""

import datetime as dt
import io
from collections.abc import Iterable, Iterator

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
    Table,
)

from home.schools.document_tree import Block, Grid, Listing, Run
from home.schools.document_tree import Paragraph as Words
from home.schools.odt_styles import put_styles, shelf_of
from home.schools.reproducible_zip import settled

STYLES = {
    "text": "Standard", "kind": "Kind", "lead": "Lead", "clock": "Clock", "item": "List_20_item",
    "caption": "Caption", "line": "Writing_20_line", "large": "Large",
}  # fmt: skip
LISTS = {"bullet": "Bullets", "number": "Numbers", "box": "Boxes"}
NEW_PAGE = " new page"


def write_odt(
    blocks: Iterable[Block], title: str, language: str, day: dt.date, *, right_to_left: bool = False
) -> bytes:
    """Return blocks as ODT; `language` is a BCP 47 code, `day` that of the version."""
    document = Document("text")
    document.body.clear()
    put_styles(document, right_to_left=right_to_left)
    for element in _elements(blocks):
        document.body.append(element)
    _break_pages(document)
    for number, table in enumerate(document.body.tables, 1):
        table.name = f"Tabella {number}"
    document.set_language(language)
    _describe(document, title, day)
    written = io.BytesIO()
    document.save(written)
    return settled(written.getvalue(), day)


def _describe(document: Document, title: str, day: dt.date) -> None:
    moment = dt.datetime.combine(day, dt.time())
    meta = document.meta
    meta.title = title
    meta.generator = "Amaranta"
    meta.creation_date = moment
    meta.date = moment


def _break_pages(document: Document) -> None:
    """Make a style of each that begins a new page: OpenDocument knows breaks as part of a style only."""
    shelf = shelf_of(document.content, "automatic-styles")
    made: dict[str, str] = {}
    for element in document.body.get_elements("//text:p | //text:h"):
        style = str(element.get_attribute("text:style-name"))
        if not style.endswith(NEW_PAGE):
            continue
        parent = style.removesuffix(NEW_PAGE)
        if parent not in made:
            made[parent] = f"P{len(made) + 1}"
            shelf.append(
                Element.from_tag(
                    f'<style:style style:name="{made[parent]}" style:family="paragraph"'
                    f' style:parent-style-name="{parent}">'
                    '<style:paragraph-properties fo:break-before="page"/></style:style>'
                )
            )
        element.set_attribute("text:style-name", made[parent])


def _elements(blocks: Iterable[Block]) -> Iterator[Element]:
    for block in blocks:
        if isinstance(block, Listing):
            yield _list(block)
        elif isinstance(block, Grid):
            yield _table(block)
        else:
            yield _paragraph(block)


def _paragraph(words: Words, style: str = "") -> Element:
    element = Header(words.level) if words.level else Paragraph()
    name = style or (f"Heading_20_{words.level}" if words.level else STYLES[words.role])
    element.set_attribute("text:style-name", name + NEW_PAGE * words.on_new_page)
    for run in words.runs:
        element.append(_run(run))
    return element


def _run(run: Run) -> Element:
    if run.text == "\n":
        return LineBreak()
    style = "Strong" if run.bold else "Stressed" if run.italic else None
    if not run.href:
        return Span(run.text, style=style)
    link = Link(run.href)
    link.append(Span(run.text, style=style))
    return link


def _list(listing: Listing) -> Element:
    made = List(style=LISTS[listing.marker])
    for blocks in listing.items:
        item = ListItem()
        for element in _elements(blocks):
            item.append(element)
        made.append(item)
    return made


def _table(grid: Grid) -> Element:
    table = Table("Tabella")
    table.append(Element.from_tag(f'<table:table-column table:number-columns-repeated="{len(grid.head)}"/>'))
    head = Element.from_tag("<table:table-header-rows/>")
    head.append(_row(grid.head))
    table.append(head)
    for cells in grid.rows:
        table.append(_row(cells))
    return table


def _row(cells: Iterable[Words]) -> Row:
    row = Row()
    for words in cells:
        cell = Cell(style="Boxed")
        cell.append(_paragraph(words, "Cell"))
        row.append(cell)
    return row
