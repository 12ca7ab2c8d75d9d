"""When the files of a material are made anew, and who gets them."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model

from home.making.making_process import make_all
from home.models import HomePage, MaterialAsset, MaterialFile, MaterialIndexPage, MaterialPage
from home.schools import package
from home.schools.package import refresh

from .materials import a_material, data, packed, pdf_text


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
        make_all()

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
            make_all()

        assert list(material.files.values_list("pk", flat=True)) == before


class TestWhenFilesAreMade:
    def test_publishing_wants_them_and_the_worker_makes_them(
        self, media: Path, library: MaterialIndexPage, django_capture_on_commit_callbacks: object
    ) -> None:
        page = a_material(library)
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            page.save_revision().publish()
        assert not page.files.exists()
        make_all()
        assert [file.format for file in page.files.all()] == ["pdf", "odt", "docx", "zip"]

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
            make_all()
        assert "Ascoltare ancora" in pdf_text(data(material, "pdf"))
        kept = {Path(str(file.file)).name for file in material.files.all()}
        assert {path.name for path in (media / "scuole").iterdir()} == kept

    def test_new_words_of_the_library_reach_the_paper_of_its_materials(
        self, material: MaterialPage, library: MaterialIndexPage, django_capture_on_commit_callbacks: object
    ) -> None:
        library.disclosure = "<p>Chiama la referente della scuola.</p>"
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
            library.save_revision().publish()
            make_all()
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
        assert [file.format for file in page.files.all()] == ["odt", "docx", "zip"]
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


def test_the_address_of_a_file_stays_when_the_file_is_made_anew_and_old_ones_still_lead_to_it(
    client: Client, material: MaterialPage
) -> None:
    addresses = [file.url for file in material.files.all()]
    assert len(addresses) >= 2
    material.files.update(source="made by an older version of the portal")
    refresh(material)
    renamed = MaterialPage.objects.get(pk=material.pk)
    assert [file.url for file in renamed.files.all()] == addresses
    for address in (*addresses, addresses[0].replace(material.slug, f"{material.slug}-1.0_x7Gh")):
        assert client.get(address).status_code == 200
    assert client.get(f"{addresses[0]}x").status_code == 404


def test_a_file_in_more_has_the_licence_of_its_material_unless_it_says_another(
    material: MaterialPage,
) -> None:
    material.licence = "CC-BY-SA-4.0"
    assert MaterialAsset(page=material).licence_facts.code == "CC-BY-SA-4.0"
    assert MaterialAsset(page=material, licence="CC0-1.0").licence_facts.code == "CC0-1.0"
