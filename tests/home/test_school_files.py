"""What a teacher takes along: paper, an editable file, and the package that holds everything."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model

from home.models import HomePage, MaterialAsset, MaterialFile, MaterialIndexPage, MaterialPage
from home.numbers import filled
from home.schools import package
from home.schools.package import refresh

from .test_schools import Demo, a_material, library, materials

__all__ = ["library"]

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
BODY = [
    {
        "type": "phases",
        "value": {
            "heading": "Svolgimento",
            "phases": [{"minutes": 60, "title": "Insieme", "text": "<p>Una <b>parola</b> a testa.</p>"}],
        },
    },
    {"type": "sheet", "value": {"heading": "Scheda", "size": "page", "text": "<p>Scrivi.</p>", "lines": 3}},
    {
        "type": "table",
        "value": {"caption": "Osservare", "columns": ["Che cosa", "Come"], "rows": [["Ascolto", "Sempre"]]},
    },
]


@pytest.fixture
def media(settings: pytest.FixtureRequest, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture
def material(media: Path, library: MaterialIndexPage) -> MaterialPage:
    page = a_material(library, title="Ascoltare & dire", slug="ascoltare")
    page.body = json.dumps(BODY)
    page.save_revision().publish()
    refresh(page)
    return page


def data(page: MaterialPage, suffix: str) -> bytes:
    with page.files.get(format=suffix).file.open() as file:
        return bytes(file.read())


def pdf_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    return " ".join(words.split())


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
                assert filled(words) in editable, (page, words)
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
                "ascoltare/ascoltare.pdf", "ascoltare/ascoltare.odt",
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


class TestAPackageWithAddedFiles:
    @pytest.fixture
    def added(self, material: MaterialPage) -> MaterialAsset:
        document = get_document_model().objects.create(
            title="Disegni", file=ContentFile(b"tre disegni", "disegni.txt")
        )
        material.assets.add(MaterialAsset(document=document, title="Disegni", authors="Classe 2B"))
        material.save_revision().publish()
        refresh(material)
        asset: MaterialAsset = material.assets.get()
        return asset

    def test_names_their_new_authors_once_those_are_published(
        self, material: MaterialPage, added: MaterialAsset
    ) -> None:
        page = MaterialPage.objects.get(pk=material.pk)
        added.authors = "Classe 3C"
        page.assets.set([added])
        page.save_revision().publish()
        refresh(MaterialPage.objects.get(pk=material.pk))

        guide = packed(material, "LEGGIMI.txt")
        assert "Classe 3C" in guide
        assert "Classe 2B" not in guide

    def test_follows_a_file_that_is_replaced_in_the_administration(
        self,
        material: MaterialPage,
        added: MaterialAsset,
        admin_client: Client,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        document = added.document
        new = SimpleUploadedFile("nuovi.txt", b"quattro disegni")
        with django_capture_on_commit_callbacks(execute=True):
            admin_client.post(
                reverse("wagtaildocs:edit", args=[document.pk]),
                {"title": "Disegni", "file": new, "collection": document.collection_id},
            )

        assert packed(material, "allegati/nuovi.txt") == "quattro disegni"
        assert "allegati/nuovi.txt" in packed(material, "LEGGIMI.txt")
        with zipfile.ZipFile(io.BytesIO(data(material, "zip"))) as archive:
            assert "ascoltare/allegati/disegni.txt" not in archive.namelist()

    def test_stays_as_it_is_when_nothing_of_it_changed(
        self, material: MaterialPage, added: MaterialAsset, django_capture_on_commit_callbacks: Any
    ) -> None:
        before = list(material.files.values_list("pk", flat=True))
        with django_capture_on_commit_callbacks(execute=True):
            added.document.save()

        assert list(material.files.values_list("pk", flat=True)) == before


def packed(page: MaterialPage, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data(page, "zip"))) as archive:
        return archive.read(f"ascoltare/{name}").decode()


class TestWhenFilesAreMade:
    def test_publishing_makes_them_after_the_transaction(
        self, media: Path, library: MaterialIndexPage, django_capture_on_commit_callbacks: object
    ) -> None:
        page = a_material(library)
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            page.save_revision().publish()
        assert [file.format for file in page.files.all()] == ["pdf", "odt", "zip"]

    def test_publishing_the_same_again_leaves_them_alone(self, material: MaterialPage) -> None:
        before = list(material.files.values_list("pk", flat=True))
        material.save_revision().publish()
        refresh(material)
        assert list(material.files.values_list("pk", flat=True)) == before

    def test_a_change_makes_new_ones_and_takes_the_old_away(
        self, material: MaterialPage, media: Path, django_capture_on_commit_callbacks: object
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            material.title = "Ascoltare ancora"
            material.save_revision().publish()
        assert "Ascoltare ancora" in pdf_text(data(material, "pdf"))
        kept = {Path(str(file.file)).name for file in material.files.all()}
        assert {path.name for path in (media / "scuole").iterdir()} == kept

    def test_new_words_of_the_library_reach_the_paper_of_its_materials(
        self, material: MaterialPage, library: MaterialIndexPage, django_capture_on_commit_callbacks: object
    ) -> None:
        library.disclosure = "<p>Chiama la referente della scuola.</p>"
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            library.save_revision().publish()
        assert "Chiama la referente" in pdf_text(data(material, "pdf"))

    def test_no_visit_makes_or_changes_a_file(self, material: MaterialPage, client: Client) -> None:
        before = list(MaterialFile.objects.values())
        material.files.filter(format="pdf").delete()
        html = client.get(material.get_url()).content.decode()
        assert "Da stampare" not in html
        assert "Da modificare" in html
        assert MaterialFile.objects.count() == len(before) - 1

    def test_without_pango_the_editable_file_and_the_package_are_still_made(
        self,
        media: Path,
        library: MaterialIndexPage,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        def unavailable(_markup: str) -> bytes:
            raise package.PdfUnavailableError("libpango-1.0-0")

        monkeypatch.setattr(package, "write_pdf", unavailable)
        page = a_material(library)
        refresh(page)
        assert [file.format for file in page.files.all()] == ["odt", "zip"]
        assert "libpango" in caplog.text


class TestTakingAFile:
    def test_it_comes_under_a_speaking_name_and_costs_few_queries(
        self, material: MaterialPage, client: Client
    ) -> None:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(material.files.get(format="odt").url)
            assert response.status_code == 200
        assert response.headers["Content-Disposition"] == 'attachment; filename="ascoltare-1.0.odt"'
        assert response.headers["Content-Type"] == "application/vnd.oasis.opendocument.text"
        assert not response.cookies
        assert len(queries) <= 4

    def test_a_material_that_is_withdrawn_takes_its_files_with_it(
        self, material: MaterialPage, client: Client
    ) -> None:
        address = material.files.get(format="pdf").url
        material.unpublish()
        assert client.get(address).status_code == 404

    def test_no_other_file_of_the_machine_can_be_asked_for(
        self, material: MaterialPage, client: Client
    ) -> None:
        for name in ("../settings.py", "..%2f..%2fmanage.py", "scuole", "%", "ascoltare-1.0.exe"):
            assert client.get(f"/materiali/{material.pk}/{name}").status_code == 404

    def test_a_number_larger_than_any_database_holds_leads_nowhere(
        self, home: HomePage, client: Client
    ) -> None:
        assert client.get(f"/materiali/{'9' * 23}/x.pdf").status_code == 404

    def test_media_of_the_tests_stays_apart(self, material: MaterialPage, media: Path) -> None:
        assert str(settings.MEDIA_ROOT) == str(media)
        assert (media / str(material.files.first().file)).exists()  # type: ignore[union-attr]


def test_a_home_page_without_library_links_to_none(home: HomePage, client: Client) -> None:
    assert "/scuole/" not in client.get("/").content.decode()
