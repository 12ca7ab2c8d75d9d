"""Files that would do something on the machine of whoever opens them are not taken into the library."""

import pytest
import weasyprint  # type: ignore[import-untyped]
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from home.files.documents import check_document
from tests.home.document_samples import letter, open_text, packed

SENTENCE = "qualcosa che si avvia da solo"


def pdf(catalogue: bytes = b"", *, after: bytes = b"", before: bytes = b"") -> bytes:
    """Return a PDF that opens, with more in its catalogue."""
    return (
        b"%PDF-1.7\n" + before + b"1 0 obj<</Type/Catalog/Pages 2 0 R" + catalogue + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n" + after
    )


ACTIVE = {
    "javascript.pdf": pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "nome-con-codici.pdf": pdf(b"/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>"),
    "avvia.pdf": pdf(b"/OpenAction<</S/Launch/F(cmd.exe)>>"),
    "apre-un-indirizzo.pdf": pdf(b"/OpenAction<</Type/Action/S/URI/URI(https://example.org)>>"),
    "spedisce.pdf": pdf(b"/AcroForm<</X<</S/SubmitForm/F(https://example.org)>>>>"),
    "anche-una-pagina.pdf": pdf(before=b"<html><script>alert(1)</script></html>\n"),
    "anche-un-archivio.pdf": pdf(after=packed({"a.txt": "x"})),
    "macro.odt": open_text({"Basic/Standard/Module1.xml": "<x/>"}),
    "script.odt": open_text({"Scripts/python/a.py": "x"}),
    "chiama-una-macro.ods": packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": '<x xlink:href="vnd.sun.star.script:a.b?language=Basic"/>',
        }
    ),
    "macro.docx": letter(word__vbaData_DOT_xml="<x/>"),
    "dentro.zip": packed({"lezione.odt": open_text({"Basic/x.xml": "<x/>"})}),
    "pdf-dentro.zip": packed({"a.pdf": pdf(b"/OpenAction<</S/Launch/F(cmd.exe)>>")}),
    "script.epub": packed({"mimetype": "application/epub+zip", "a.js": "x"}),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_a_file_that_does_something_when_it_is_opened_is_refused_in_words(name: str) -> None:
    with pytest.raises(ValidationError, match=SENTENCE):
        check_document(SimpleUploadedFile(name, ACTIVE[name]))


def test_files_as_office_programs_write_them_are_taken() -> None:
    paper = weasyprint.HTML(
        string="<h1>JavaScript, Launch</h1><a href='https://example.org'>a</a>"
    ).write_pdf()
    for name, content in {
        "a.pdf": paper,
        "b.pdf": pdf(b"/OpenAction[3 0 R/XYZ null null 0]"),
        "c.pdf": pdf(after=b"\r\n\r\n"),
        "d.odt": open_text({"Thumbnails/thumbnail.png": b"x", "Configurations2/a.xml": "<x/>"}),
        "e.docx": letter(word__settings_DOT_xml="<x/>"),
        "f.zip": packed({"a.pdf": paper, "b.txt": "JavaScript"}),
    }.items():
        check_document(SimpleUploadedFile(name, content))


def test_a_script_in_a_compressed_object_of_a_pdf_is_found() -> None:
    import zlib

    objects = b"5 0 <</S/JavaScript/JS(app.alert(1))>>"
    packed_objects = zlib.compress(objects)
    stream = (
        b"4 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed_objects)
        + packed_objects
        + b"\nendstream endobj\n"
    )
    with pytest.raises(ValidationError, match=SENTENCE):
        check_document(SimpleUploadedFile("a.pdf", pdf(before=stream)))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["disegno.svg", "disegno.eps", "pagina.html", "programma.exe"])
def test_a_kind_of_file_that_is_not_on_the_list_is_refused_in_words(admin_client: Client, name: str) -> None:
    answer = admin_client.post(
        reverse("wagtaildocs:add"),
        {"title": "x", "file": SimpleUploadedFile(name, b"<svg/>"), "collection": "1"},
    )

    assert "non si può caricare" in answer.content.decode()
    assert not get_document_model().objects.exists()
