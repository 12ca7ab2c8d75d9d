"""What a teacher takes along: paper, an editable file, and the package that holds everything."""

import io
import json
import zipfile
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client
from wagtail.documents import get_document_model

from home.models import MaterialAsset, MaterialFile, MaterialIndexPage, MaterialPage
from home.schools.package import refresh
from home.substitution import substituted

from .materials import Demo, data, materials, pdf_text

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def odt_part(odt: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        return ET.fromstring(archive.read(name))


def words_of(node: ET.Element) -> str:
    """Return an element's words; OpenDocument writes a space at an edge as an element of its own."""
    if node.tag == f"{TEXT}s":
        return " " + (node.tail or "")
    return (node.text or "") + "".join(words_of(child) for child in node) + (node.tail or "")


def odt_text(odt: bytes) -> str:
    body = odt_part(odt, "content.xml")
    paragraphs = [words_of(node) for node in body.iter() if node.tag in {f"{TEXT}p", f"{TEXT}h"}]
    return " ".join(" ".join(paragraphs).split())


class TestPaper:
    def test_holds_the_words_of_every_material_as_text(self, demo: Demo) -> None:
        for page in materials(demo):
            text = pdf_text(data(page, "pdf"))
            assert page.title in text, page
            assert page.aim_list[0][:30] in text, page
            assert "Se qualcuno si confida" in text, page
            assert "CC BY 4.0" in text, page

    def test_is_tagged_for_screen_readers_and_names_nobody(self, material: MaterialPage) -> None:
        document = pypdfium2.PdfDocument(data(material, "pdf"))
        assert document.is_tagged()
        assert document.get_metadata_value("Title") == "Ascoltare & dire"
        assert document.get_metadata_value("Author") == ""

    def test_begins_each_sheet_for_pupils_on_a_new_page(self, material: MaterialPage) -> None:
        document = pypdfium2.PdfDocument(data(material, "pdf"))
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
        sheet = next(page for page in pages if "Scrivi." in page)
        assert sheet.lstrip().startswith("Scheda")

    def test_a_link_to_our_own_pages_leads_there_from_a_file_too(
        self, material: MaterialPage, library: MaterialIndexPage
    ) -> None:
        link = f'<p><a linktype="page" id="{library.pk}">La biblioteca</a></p>'
        material.body = json.dumps([{"type": "text", "value": link}])
        material.save_revision().publish()
        refresh(material)
        hrefs = [
            node.attrib.get("{http://www.w3.org/1999/xlink}href")
            for node in odt_part(data(material, "odt"), "content.xml").iter()
        ]
        assert "http://testserver/scuole/" in hrefs


class TestTheEditableFile:
    def test_opens_as_an_opendocument_text(self, material: MaterialPage) -> None:
        with zipfile.ZipFile(io.BytesIO(data(material, "odt"))) as archive:
            assert archive.testzip() is None
            first = archive.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"

    def test_has_real_headings_lists_tables_and_boxes_to_tick(self, material: MaterialPage) -> None:
        body = odt_part(data(material, "odt"), "content.xml")
        headings = {
            (int(node.attrib[f"{TEXT}outline-level"]), words_of(node)) for node in body.iter(f"{TEXT}h")
        }
        assert {(1, "Ascoltare & dire"), (2, "Svolgimento"), (3, "Insieme"), (2, "Scheda")} <= headings
        assert list(body.iter(f"{TEXT}list-item"))
        cells = [
            "".join(node.itertext())
            for node in body.iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell")
        ]
        assert cells == ["Che cosa", "Come", "Ascolto", "Sempre"]

    def test_says_what_paper_says(self, demo: Demo) -> None:
        for page in materials(demo):
            paper, editable = pdf_text(data(page, "pdf")), odt_text(data(page, "odt"))
            for words in (page.title, *page.aim_list, page.content_note.split(".")[0]):
                assert substituted(words) in editable, (page, words)
            assert "Se qualcuno si confida" in paper
            assert "Se qualcuno si confida" in editable

    def test_keeps_the_space_between_words_that_are_set_differently(self, material: MaterialPage) -> None:
        assert "Una parola a testa." in odt_text(data(material, "odt"))

    def test_names_nobody(self, material: MaterialPage) -> None:
        meta = "".join(odt_part(data(material, "odt"), "meta.xml").itertext())
        assert "LibreOffice" not in meta
        assert "Ascoltare & dire" in meta


class TestThePackage:
    def test_holds_files_licence_metadata_and_a_guide(self, material: MaterialPage) -> None:
        with zipfile.ZipFile(io.BytesIO(data(material, "zip"))) as archive:
            assert archive.testzip() is None
            assert set(archive.namelist()) == {
                "ascoltare/LEGGIMI.txt", "ascoltare/metadati.json", "ascoltare/licenze/CC-BY-4.0.txt",
                "ascoltare/ascoltare.pdf", "ascoltare/ascoltare.odt", "ascoltare/ascoltare.docx",
            }  # fmt: skip
            metadata = json.loads(archive.read("ascoltare/metadati.json"))
            assert metadata["@type"] == "LearningResource"
            assert metadata["license"] == "https://creativecommons.org/licenses/by/4.0/deed.it"
            assert "«Ascoltare & dire»" in archive.read("ascoltare/LEGGIMI.txt").decode()
            assert b"Attribution 4.0 International" in archive.read("ascoltare/licenze/CC-BY-4.0.txt")
            assert archive.read("ascoltare/ascoltare.pdf") == data(material, "pdf")

    def test_brings_added_files_along_each_with_its_own_licence(self, material: MaterialPage) -> None:
        document = get_document_model().objects.create(
            title="Disegni", file=ContentFile(b"tre disegni", "disegni.txt")
        )
        material.assets.add(
            MaterialAsset(document=document, title="Disegni", authors="Classe 2B", licence="CC-BY-SA-4.0")
        )
        material.save_revision().publish()
        refresh(material)
        with zipfile.ZipFile(io.BytesIO(data(material, "zip"))) as archive:
            names = archive.namelist()
            assert archive.read("ascoltare/allegati/disegni.txt") == b"tre disegni"
            assert "ascoltare/licenze/CC-BY-SA-4.0.txt" in names
            assert "Classe 2B" in archive.read("ascoltare/LEGGIMI.txt").decode()


@pytest.mark.django_db
def test_a_file_that_the_disk_has_lost_is_not_found_and_told(
    demo: Demo, client: Client, monkeypatch: pytest.MonkeyPatch, written_log: io.StringIO
) -> None:
    file = MaterialFile.objects.filter(page__live=True).first()
    assert file is not None
    assert client.get(file.url).status_code == 200

    def lost(*_arguments: object) -> None:
        raise FileNotFoundError("/a/path/of/ours")

    monkeypatch.setattr(FileSystemStorage, "_open", lost)
    for address in (file.url, f"/vedi{file.url}"):
        assert client.get(address).status_code == 404
    assert "missing on the disk" in written_log.getvalue()
    assert "/a/path/of/ours" not in written_log.getvalue()
