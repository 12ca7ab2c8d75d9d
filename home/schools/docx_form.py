"""The editable form for Word: the same blocks as Office Open XML (ISO/IEC 29500)."""

import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_DIRECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from home.schools.document_tree import Block, Grid, Listing, Run
from home.schools.document_tree import Paragraph as Words
from home.schools.reproducible_zip import settled

ACCENT, INK = RGBColor(0x9D, 0x1D, 0x48), RGBColor(0x1D, 0x17, 0x19)
FONT = "Calibri"
LEVELS = 4
STEP = Cm(0.63)
"""By which each level of a list goes in."""


@dataclass(frozen=True)
class Look:
    """How paragraphs of one style are set, in points."""

    size: float
    before: float = 0
    after: float = 6
    bold: bool = False
    accent: bool = False
    keeps_next: bool = False


LOOKS = {
    "Normal": Look(11),
    "Heading 1": Look(20, 0, 8, bold=True, accent=True, keeps_next=True),
    "Heading 2": Look(14, 17, 6, bold=True, keeps_next=True),
    "Heading 3": Look(12, 11, 3, bold=True, keeps_next=True),
    "Heading 4": Look(11, 9, 3, bold=True, keeps_next=True),
    "Caption": Look(11, 11, 6, bold=True, keeps_next=True),
    "Kind": Look(10, 0, 3, accent=True),
    "Lead": Look(13, 0, 11),
    "Clock": Look(10, 0, 3, bold=True, accent=True, keeps_next=True),
    "Item": Look(11, 0, 3),
    "Line": Look(11, 14, 6),
    "Large": Look(22, 0, 14),
}
STYLES = {
    "text": "Normal", "kind": "Kind", "lead": "Lead", "clock": "Clock", "item": "Item", "caption": "Caption",
    "line": "Line", "large": "Large",
}  # fmt: skip
# Word calls a file damaged whose properties are out of the schema's order.
AFTER_BORDERS = ("w:spacing", "w:ind", "w:jc")
SIGNS = {"bullet": ("bullet", "•"), "box": ("bullet", "☐"), "number": ("decimal", "%1.")}


def write_docx(
    blocks: Iterable[Block], title: str, language: str, day: dt.date, *, right_to_left: bool = False
) -> bytes:
    """Return blocks as DOCX; `language` is a BCP 47 code, `day` that of the version."""
    form = _Form(language, right_to_left=right_to_left)
    form.describe(title, language, day)
    form.write(blocks)
    written = io.BytesIO()
    form.document.save(written)
    return settled(written.getvalue(), day)


class _Form:
    def __init__(self, language: str, *, right_to_left: bool) -> None:
        self.document = docx.Document()
        self.right_to_left = right_to_left
        self.numbering = self.document.part.numbering_part.element
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
        self._set_styles(language)

    def describe(self, title: str, language: str, day: dt.date) -> None:
        told = self.document.core_properties
        told.title, told.language = title, language
        # The library's model names itself, and a day of its own.
        told.author = told.comments = told.last_modified_by = told.keywords = ""
        told.created = told.modified = dt.datetime.combine(day, dt.time())
        told.revision = 1

    def write(self, blocks: Iterable[Block], level: int = 0) -> None:
        for block in blocks:
            if isinstance(block, Listing):
                self._list(block, level)
            elif isinstance(block, Grid):
                self._table(block)
            else:
                paragraph = self._paragraph(self.document.add_paragraph(), block)
                if level and not block.level:
                    paragraph.paragraph_format.left_indent = STEP * level

    def _set_styles(self, language: str) -> None:
        styles = self.document.styles
        known = {style.name for style in styles}
        for name, look in LOOKS.items():
            style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            if name not in known:
                style.base_style = styles["Normal"]
            _set_style(style, look)
        styles["Line"].element.get_or_add_pPr().insert_element_before(_writing_lines(), *AFTER_BORDERS)
        defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
        tongue = defaults.find(qn("w:lang"))
        for kind in ("val", "bidi") if self.right_to_left else ("val",):
            tongue.set(qn(f"w:{kind}"), language)
        if self.right_to_left:
            normal = styles["Normal"].element
            normal.get_or_add_pPr().insert_element_before(OxmlElement("w:bidi"), *AFTER_BORDERS)
            normal.get_or_add_rPr().insert_element_before(OxmlElement("w:rtl"), "w:lang")

    def _paragraph(self, paragraph: Paragraph, words: Words) -> Paragraph:
        paragraph.style = f"Heading {words.level}" if words.level else STYLES[words.role]
        paragraph.paragraph_format.page_break_before = words.on_new_page or None
        for run in words.runs:
            self._run(paragraph, run)
        return paragraph

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        made = paragraph.add_run("" if run.text == "\n" else run.text)
        if run.text == "\n":
            made.add_break()
        made.bold, made.italic = run.bold or None, run.italic or None
        if run.href:
            made.underline = True
            link = OxmlElement("w:hyperlink")
            target = paragraph.part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), target)
            link.append(made._r)
            paragraph._p.append(link)

    def _list(self, listing: Listing, level: int) -> None:
        number = self._list_number(*SIGNS[listing.marker])
        for blocks in listing.items:
            first, *others = blocks or [Words()]
            if not isinstance(first, Words):
                first, others = Words(), blocks
            paragraph = self._paragraph(self.document.add_paragraph(), first)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = number
            self.write(others, level + 1)

    def _list_number(self, kind: str, sign: str) -> int:
        """Return the number of a list of its own, so that each begins with one."""
        definitions = self.numbering.findall(qn("w:abstractNum"))
        identity = max(int(each.get(qn("w:abstractNumId"))) for each in definitions) + 1
        definition = _element("w:abstractNum", abstractNumId=identity)
        definition.append(_element("w:multiLevelType", val="hybridMultilevel"))
        for level in range(LEVELS):
            definition.append(_level(level, kind, sign.replace("1", str(level + 1))))
        definitions[-1].addnext(definition)
        return int(self.numbering.add_num(identity).numId)

    def _table(self, grid: Grid) -> None:
        table = self.document.add_table(rows=0, cols=len(grid.head), style="Table Grid")
        for number, cells in enumerate([grid.head, *grid.rows]):
            row = table.add_row()
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, words in zip(row.cells, cells, strict=False):
                place = self._paragraph(cell.paragraphs[0], words).paragraph_format
                place.space_before = place.space_after = Pt(3)
        if self.right_to_left:
            table.table_direction = WD_TABLE_DIRECTION.RTL
        self.document.add_paragraph()


def _element(name: str, **attributes: Any) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def _level(level: int, kind: str, sign: str) -> Any:
    made = _element("w:lvl", ilvl=level)
    made.append(_element("w:start", val=1))
    made.append(_element("w:numFmt", val=kind))
    made.append(_element("w:lvlText", val=sign))
    made.append(_element("w:lvlJc", val="left"))
    place = OxmlElement("w:pPr")
    place.append(_element("w:ind", left=STEP.twips * (level + 1), hanging=STEP.twips))
    made.append(place)
    return made


def _set_style(style: Any, look: Look) -> None:
    style.font.size, style.font.name, style.font.bold = Pt(look.size), FONT, look.bold
    style.font.color.rgb = ACCENT if look.accent else INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    place = style.paragraph_format
    place.space_before, place.space_after = Pt(look.before), Pt(look.after)
    place.keep_with_next = look.keeps_next


def _writing_lines() -> Any:
    """Return a border below each paragraph; without that between, many would share one below the last."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        borders.append(_element(f"w:{side}", val="single", sz=4, space=1, color="777777"))
    return borders
