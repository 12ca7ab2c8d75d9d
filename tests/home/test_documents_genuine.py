"""Documents that people upload are what their names say."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

LETTER = b"\n1 0 obj << /Type /Catalog >> endobj\n%%EOF"


def packed(**members: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return written.getvalue()


OPEN_TEXT = packed(mimetype=b"application/vnd.oasis.opendocument.text", content_DOT_xml=b"<x/>")
GENUINE = {
    "a.pdf": b"%PDF-1.7" + LETTER,
    "a.odt": OPEN_TEXT,
    "a.docx": packed(word__document_DOT_xml=b"<x/>"),
    "a.zip": packed(scheda_DOT_pdf=b"%PDF-1.7", nota_DOT_txt=b"ciao"),
    "a.csv": "città;numero\nRho;3\n".encode(),
    "a.vtt": b"WEBVTT\n\n00:00.000 --> 00:01.000\nCiao",
    "a.mp4": b"\x00\x00\x00\x18ftypmp42",
}

FALSE = {
    "a program named as a letter": ("a.pdf", b"MZ\x90\x00" + b"\x00" * 60),
    "a page named as a text": ("a.txt", b"<!doctype html><script>alert(1)</script>"),
    "a program": ("a.exe", b"MZ\x90\x00"),
    "a page": ("a.html", b"<p>ciao"),
    "a drawing that may hold scripts": ("a.svg", b"<svg/>"),
    "an archive with a program": ("a.zip", packed(a_DOT_exe=b"MZ")),
    "a letter with macros": ("a.docx", packed(word__document_DOT_xml=b"<x/>", word__vbaProject_DOT_bin=b"x")),
    "an archive named as a letter": ("a.odt", packed(a_DOT_txt=b"x")),
    "a file without an ending": ("README", b"ciao"),
}


@pytest.mark.django_db
class TestADocument:
    @pytest.mark.parametrize("name", GENUINE)
    def test_of_an_allowed_kind_is_kept(self, admin_client: Client, name: str) -> None:
        admin_client.post(
            reverse("wagtaildocs:add"),
            {"title": "prova", "file": SimpleUploadedFile(name, GENUINE[name]), "collection": "1"},
        )

        with get_document_model().objects.get().open_file() as file:
            assert file.read() == GENUINE[name]

    @pytest.mark.parametrize("what", FALSE)
    def test_that_is_not_what_it_says_is_refused_to_editors_and_to_code(
        self, admin_client: Client, what: str
    ) -> None:
        name, content = FALSE[what]
        documents = get_document_model().objects

        answer = admin_client.post(
            reverse("wagtaildocs:add"),
            {"title": "x", "file": SimpleUploadedFile(name, content), "collection": "1"},
        )
        with pytest.raises(ValidationError):
            documents.create(title="x", file=ContentFile(content, name))

        assert answer.status_code == 200
        assert not documents.exists()
