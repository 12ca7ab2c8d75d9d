"""The two editable forms of a material, opened by other libraries than those that wrote them."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import docx
import lxml.html
import mammoth
import pytest
import time_machine
from odf import table, text
from odf.opendocument import OpenDocument, load
from odf.style import ParagraphProperties, Style, TableCellProperties
from odf.teletype import extractText

from home.models import MaterialIndexPage, MaterialPage
from home.schools.document_tree import flow
from home.schools.docx_form import write_docx
from home.schools.odt import write_odt
from home.schools.package import refresh

from .materials import Demo, a_material, data, materials

DAY = dt.date(2026, 9, 14)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LESSON = """<html><body><h1>Ascoltare</h1><p class="lead">Una prova.</p>
<section><h2>Che cosa serve</h2><ul class="boxes"><li>Un foglio</li><li>Una matita</li></ul></section>
<section><h2>Svolgimento</h2><ol class="phases"><li><h3>Insieme</h3><p class="clock">0–10</p>
<p>Una <b>parola</b> a testa, <a href="https://example.org/">qui</a>.</p><ol><li>Uno<ul><li>Dentro</li></ul></li>
<li>Due</li></ol></li></ol><ol><li>Di nuovo uno</li></ol></section>
<section class="pupil"><h2>Scheda</h2><p>Scrivi.</p><p class="blank"></p><p class="blank"></p></section>
<section><table><caption>Osservare</caption><thead><tr><th>Che cosa</th><th>Come</th></tr></thead>
<tbody><tr><th>Ascolto</th><td>Sempre</td></tr></tbody></table></section></body></html>"""
ORDER = [
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "numPr",
    "pBdr",
    "bidi",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
]
"""Of a paragraph's properties (ISO/IEC 29500-1, 17.3.1.26), as far as ours go."""
WRITERS = {"odt": write_odt, "docx": write_docx}


def opened(made: bytes) -> OpenDocument:
    return load(io.BytesIO(made))


def html(made: bytes) -> Any:
    """Return a DOCX as mammoth reads it, as HTML; it may complain of nothing but styles with our own names."""
    read = mammoth.convert_to_html(io.BytesIO(made))
    assert all("Unrecognised paragraph style" in told.message for told in read.messages), read.messages
    return lxml.html.fromstring(f"<div>{read.value}</div>")


def style_of(document: OpenDocument, element: Any) -> Any:
    name = element.getAttribute("stylename")
    return next(each for each in document.getElementsByType(Style) if each.getAttribute("name") == name)


def begins_page_in_odt(document: OpenDocument, element: Any) -> bool:
    properties = style_of(document, element).getElementsByType(ParagraphProperties)
    return any(each.getAttribute("breakbefore") == "page" for each in properties)


@pytest.fixture
def odt() -> OpenDocument:
    return opened(write_odt(flow(LESSON), "Ascoltare", "it", DAY))


@pytest.fixture
def word() -> bytes:
    return write_docx(flow(LESSON), "Ascoltare", "it", DAY)


class TestForLibreOffice:
    def test_headings_have_their_level_and_style_and_no_numbers(self, odt: OpenDocument) -> None:
        told = [
            (int(each.getAttribute("outlinelevel")), each.getAttribute("stylename"), extractText(each))
            for each in odt.getElementsByType(text.H)
        ]
        assert told[0] == (1, "Heading_20_1", "Ascoltare")
        assert (3, "Heading_20_3", "Insieme") in told
        numbered = odt.getElementsByType(text.OutlineLevelStyle)
        assert len(numbered) == 10
        assert not any(level.getAttribute("numformat") for level in numbered)

    def test_bullets_numbers_and_boxes_stand_apart_from_their_words(self, odt: OpenDocument) -> None:
        lists = {each.getAttribute("stylename") for each in odt.getElementsByType(text.List)}
        assert lists == {"Boxes", "Numbers", "Bullets"}
        signs = {
            each.getAttribute("name"): each.getElementsByType(text.ListLevelStyleBullet)
            for each in odt.getElementsByType(text.ListStyle)
        }
        assert {level.getAttribute("bulletchar") for level in signs["Boxes"]} == {"☐"}
        raw = odt.stylesxml()
        assert raw.count('text:label-followed-by="listtab"') == 12
        assert not re.findall(r"<text:p[^>]*>☐", odt.contentxml().decode())

    def test_a_sheet_and_what_follows_it_begin_new_pages(self, odt: OpenDocument) -> None:
        paragraphs = [*odt.getElementsByType(text.H), *odt.getElementsByType(text.P)]
        first = [extractText(each) for each in paragraphs if begins_page_in_odt(odt, each)]
        assert first == ["Scheda", "Osservare"]

    def test_a_table_repeats_its_header_row_and_has_lines(self, odt: OpenDocument) -> None:
        (head,) = odt.getElementsByType(table.TableHeaderRows)
        assert [extractText(cell) for cell in head.getElementsByType(table.TableCell)] == ["Che cosa", "Come"]
        cells = odt.getElementsByType(table.TableCell)
        assert len(cells) == 4
        for cell in cells:
            (properties,) = style_of(odt, cell).getElementsByType(TableCellProperties)
            assert "solid" in properties.getAttribute("border")

    def test_lines_to_write_on_do_not_melt_into_one(self, odt: OpenDocument) -> None:
        lines = [
            each for each in odt.getElementsByType(text.P)
            if each.getAttribute("stylename") == "Writing_20_line"
        ]  # fmt: skip
        assert len(lines) == 2
        assert 'style:join-border="false"' in odt.stylesxml()


class TestForWord:
    def test_headings_lists_and_emphasis_are_real(self, word: bytes) -> None:
        read = html(word)
        assert [(each.tag, each.text) for each in read.iter("h1", "h2", "h3")][:3] == [
            ("h1", "Ascoltare"), ("h2", "Che cosa serve"), ("h2", "Svolgimento"),
        ]  # fmt: skip
        assert [each.text_content() for each in read.findall(".//ul/li")][:2] == ["Un foglio", "Una matita"]
        assert [each.text_content() for each in read.findall(".//ol/li//ul/li")] == ["Dentro"]
        assert read.find(".//strong").text == "parola"
        assert [each.get("href") for each in read.iter("a")] == ["https://example.org/"]

    def test_each_numbered_list_begins_with_one(self, word: bytes) -> None:
        document = docx.Document(io.BytesIO(word))
        numbers = [
            each._p.pPr.numPr.numId.val
            for each in document.paragraphs
            if each._p.pPr is not None and each._p.pPr.numPr is not None
            and each.text in {"Uno", "Due", "Di nuovo uno"}
        ]  # fmt: skip
        assert numbers[0] == numbers[1] != numbers[2]

    def test_a_table_says_which_row_is_its_header(self, word: bytes) -> None:
        read = html(word)
        assert [each.text_content() for each in read.findall(".//thead//th")] == ["Che cosa", "Come"]
        assert [each.text_content() for each in read.findall(".//tbody//td")] == ["Ascolto", "Sempre"]

    def test_a_sheet_and_what_follows_it_begin_new_pages(self, word: bytes) -> None:
        document = docx.Document(io.BytesIO(word))
        begun = [each.text for each in document.paragraphs if each.paragraph_format.page_break_before]
        assert begun == ["Scheda", "Osservare"]

    def test_it_is_a4_says_its_language_and_names_nobody(self, word: bytes) -> None:
        document = docx.Document(io.BytesIO(word))
        assert round(document.sections[0].page_width.cm, 1) == 21
        assert document.core_properties.title == "Ascoltare"
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            tongues = list(ET.fromstring(archive.read("word/styles.xml")).iter(f"{WORD}lang"))
            assert tongues[0].attrib[f"{WORD}val"] == "it"
            told = archive.read("docProps/core.xml") + archive.read("docProps/app.xml")
        assert b"python-docx" not in told
        assert document.core_properties.author == ""

    def test_lines_to_write_on_do_not_melt_into_one(self, word: bytes) -> None:
        document = docx.Document(io.BytesIO(word))
        assert sum(each.style.name == "Line" for each in document.paragraphs) == 2
        assert document.styles["Line"].element.find(f".//{WORD}between") is not None

    def test_properties_stand_in_the_order_that_word_asks_for(self) -> None:
        made = write_docx(flow(LESSON), "استماع", "ar", DAY, right_to_left=True)
        document = docx.Document(io.BytesIO(made))
        for name in ("Line", "Normal"):
            names = [each.tag.split("}")[1] for each in document.styles[name].element.pPr]
            assert names == sorted(names, key=ORDER.index)
        assert document.styles["Normal"].element.find(f".//{WORD}bidi") is not None
        assert document.styles["Normal"].element.find(f".//{WORD}rtl") is not None


class TestBoth:
    @pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
    def test_the_same_words_make_the_same_bytes_on_any_day(self, write: Callable[..., bytes]) -> None:
        with time_machine.travel("2026-09-14"):
            one = write(flow(LESSON), "Ascoltare", "it", DAY)
        with time_machine.travel("2027-03-01"):
            assert write(flow(LESSON), "Ascoltare", "it", DAY) == one

    def test_every_material_says_the_same_in_both(self, demo: Demo) -> None:
        for page in materials(demo):
            read = opened(data(page, "odt"))
            ours = [extractText(each) for each in read.getElementsByType(text.H)]
            theirs = [each.text_content() for each in html(data(page, "docx")).iter("h1", "h2", "h3", "h4")]
            assert ours == theirs, page
            assert len(ours) > 3, page
            assert _words(extractText(read.text)) == _words(html(data(page, "docx")).text_content()), page

    def test_arabic_runs_from_the_right(self, media: Any, library: MaterialIndexPage) -> None:
        page = a_material(library, language="ar", title="استماع")
        refresh(page)
        assert 'style:writing-mode="rl-tb"' in opened(data(page, "odt")).stylesxml()
        document = docx.Document(io.BytesIO(data(page, "docx")))
        assert document.core_properties.language == "ar"
        assert document.styles["Normal"].element.find(f".//{WORD}bidi") is not None

    def test_a_visitor_finds_both_and_the_package_holds_both(
        self, material: MaterialPage, client: Any
    ) -> None:
        shown = client.get(material.get_url()).content.decode()
        assert "Da modificare con Word" in shown
        response = client.get(material.files.get(format="docx").url)
        assert response.headers["Content-Disposition"] == 'attachment; filename="ascoltare-1.0.docx"'
        assert response.headers["Content-Type"].endswith("wordprocessingml.document")
        with zipfile.ZipFile(io.BytesIO(data(material, "zip"))) as archive:
            assert archive.read("ascoltare/ascoltare.docx") == data(material, "docx")
            assert "ascoltare.docx" in archive.read("ascoltare/LEGGIMI.txt").decode()


def _words(told: str) -> str:
    return re.sub(r"\s+", "", told)
