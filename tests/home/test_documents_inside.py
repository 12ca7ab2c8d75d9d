"""What a document tells beside its text: places stop it at the door, names are said to the editor."""

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import weasyprint  # type: ignore[import-untyped]
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model

from home.models import HomePage, InformationPage
from home.publication.check import findings

NAME = "Maria Rossi"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
CORE = (
    f'<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator>{NAME}</dc:creator></cp:coreProperties>"
)
COMMENT = (
    f'<office:document {OPEN} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:annotation>'
    f"<dc:creator>{NAME}</dc:creator></office:annotation></office:document>"
)


def photograph(kind: str = "JPEG", *, place: bool = True, artist: str = "") -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Telefono"
    if artist:
        exif[0x013B] = artist
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (45.0, 33.0, 0.0), 3: "E", 4: (9.0, 12.0, 0.0)})
    written = BytesIO()
    Image.new("RGB", (60, 40), "navy").save(written, kind, exif=exif)
    return written.getvalue()


def packed(members: dict[str, bytes | str]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return written.getvalue()


def letter(**members: bytes | str) -> bytes:
    paths = {name.replace("__", "/").replace("_DOT_", "."): content for name, content in members.items()}
    return packed({"word/document.xml": f"<w:document {WORD}/>", **paths})


def open_text(members: dict[str, bytes | str]) -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>", **members})


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return (len(inside) + 8).to_bytes(4) + kind + inside


def movie(*notes: bytes, sound: bytes = b"\0" * 5000) -> bytes:
    """Return an ISO base media file without a track, with `notes` among its user data, behind the sound."""
    return box(b"ftyp", b"isom\0\0\2\0isommp41") + box(b"mdat", sound) + box(b"moov", box(b"udta", *notes))


def text_note(kind: bytes, text: str) -> bytes:
    """Return a note as QuickTime writes it: its length, a language, the text."""
    raw = text.encode()
    return box(kind, len(raw).to_bytes(2), b"\x15\xc7", raw)


def pdf(markup: str, **options: Any) -> bytes:
    made: bytes = weasyprint.HTML(string=f"<html lang=it>{markup}").write_pdf(**options)
    return made


def drawn(*bodies: bytes) -> bytes:
    """Return a PDF of these plain objects, of which the first is the catalogue (ISO 32000-1, 7.5)."""
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    end = b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF\n" % (len(bodies) + 1)
    return b"%PDF-1.5\n" + objects + end


CATALOGUE = (b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
SHEET = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 90 90]"


def illustrated(picture: bytes, filters: str = "/DCTDecode") -> bytes:
    """Return a PDF with a picture as most programs put it there: the file of the camera, untouched."""
    entries = (
        f"/Type /XObject /Subtype /Image /Width 60 /Height 40 /Filter [{filters}] /Length {len(picture)}"
    )
    return drawn(
        *CATALOGUE,
        b"<< %s /Resources << /XObject << /P 4 0 R >> >> >>" % SHEET,
        b"<< %s >>\nstream\n%s\nendstream" % (entries.encode(), picture),
    )


def closed(picture: bytes) -> bytes:
    """Return a PDF that everybody may open and nobody copy from: enciphered (ISO 32000-1, 7.6, revision 2)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    key = md5(padding + b"o" * 32 + b"\xfc\xff\xff\xff" + b"i" * 16)[:5]
    user = rc4(key, padding)
    packed_picture = rc4(md5(key + b"\4\0\0\0\0")[:10], picture)
    page = rc4(md5(key + b"\5\0\0\0\0")[:10], b"q 60 0 0 40 0 0 cm /P Do Q")
    entries = "/Type /XObject /Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8"
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    made = drawn(
        *CATALOGUE,
        b"<< %s /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>" % SHEET,
        b"<< %s /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (entries.encode(), len(packed_picture), packed_picture),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        lock % (b"o".hex().encode() * 32, user.hex().encode()),
    )
    return made.replace(b"<< /Root", b"<< /Encrypt 6 0 R /ID [<%s> <%s>] /Root" % ((b"69" * 16,) * 2))


def md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def rc4(key: bytes, data: bytes) -> bytes:
    return Cipher(ARC4(key), mode=None).encryptor().update(data)


def remarked() -> bytes:
    """Return a PDF with a remark by somebody on its page (ISO 32000-1, 12.5.6.4)."""
    remark = b"/Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Ciao) /T (%s)" % NAME.encode()
    return drawn(*CATALOGUE, b"<< %s /Annots [<< %s >>] >>" % (SHEET, remark))


def shown(picture: bytes) -> str:
    return f'<img alt="" src="data:image/jpeg;base64,{base64.b64encode(picture).decode()}">'


def attached(file: bytes) -> str:
    address = f"data:application/octet-stream;base64,{base64.b64encode(file).decode()}"
    return f'<head><link rel="attachment" href="{address}"></head>'


WITH_PLACE: dict[str, Callable[[], tuple[str, bytes]]] = {
    "a video of a phone": lambda: ("a.mp4", movie(text_note(b"\xa9xyz", "+45.5500+009.2100/"))),
    "a video of another phone": lambda: (
        "a.mp4",
        movie(box(b"meta", box(b"keys", b"\0\0\0\x2cmdtacom.apple.quicktime.location.ISO6709"))),
    ),
    "a video with a place by name": lambda: ("a.mp4", movie(box(b"loci", b"\0\0\0\0\x15\xc7Bresso\0"))),
    "a video of an action camera": lambda: (
        "a.mp4", movie(box(b"stsd", b"\0\0\0\0\0\0\0\1", box(b"gpmd", b"\0" * 8))),
    ),
    "a video for the web": lambda: ("a.webm", b"\x1a\x45\xdf\xa3" + b"\0" * 900 + b"RECORDING_LOCATION"),
    "a letter": lambda: ("a.docx", letter(word__media__image1_DOT_jpeg=photograph())),
    "an open letter": lambda: ("a.odt", open_text({"Pictures/1.jpg": photograph()})),
    "a presentation": lambda: (
        "a.pptx", packed({"ppt/presentation.xml": "<x/>", "ppt/media/image1.png": photograph("PNG")}),
    ),
    "an archive": lambda: ("a.zip", packed({"foto.webp": photograph("WEBP")})),
    "a letter in an archive": lambda: (
        "a.zip", packed({"a.docx": letter(word__media__image1_DOT_jpeg=photograph())}),
    ),
    "a video in an archive": lambda: ("a.zip", packed({"a.mp4": movie(text_note(b"\xa9xyz", "+45.5+009.2/"))})),
    "a sheet with a photograph": lambda: ("a.pdf", illustrated(photograph())),
    "a sheet with a photograph packed twice": lambda: (
        "a.pdf",
        illustrated(zlib.compress(photograph()), "/FlateDecode /DCTDecode"),
    ),
    "a sheet that nobody may copy from": lambda: ("a.pdf", closed(photograph())),
    "a sheet with an attachment": lambda: ("a.pdf", pdf(attached(photograph()))),
    "a sound with a cover": lambda: ("a.mp3", b"ID3\4\0\0\0\0\0\0APIC" + photograph()),
}  # fmt: skip
WITHOUT_PLACE: dict[str, Callable[[], tuple[str, bytes]]] = {
    "a video": lambda: (
        "a.mp4",
        movie(text_note(b"\xa9nam", "Lo sportello"), sound=b"\xa9xyz+45.5+009.2" * 9),
    ),
    "a letter": lambda: ("a.docx", letter(word__media__image1_DOT_jpeg=photograph(place=False))),
    "an archive": lambda: ("a.zip", packed({"foto.jpg": photograph(place=False), "nota.txt": "ciao"})),
    "a sheet": lambda: ("a.pdf", pdf(shown(photograph(place=False)))),
    "another sheet": lambda: ("a.pdf", illustrated(photograph(place=False))),
}


def upload(client: Client, name: str, content: bytes) -> str:
    answer = client.post(
        reverse("wagtaildocs:add"),
        {"title": "prova", "file": SimpleUploadedFile(name, content), "collection": "1"},
    )
    return answer.content.decode()


@pytest.mark.django_db
class TestAFileThatSaysWhereItWasMade:
    @pytest.mark.parametrize("what", WITH_PLACE)
    def test_is_refused_to_editors_and_to_code(self, admin_client: Client, what: str) -> None:
        name, content = WITH_PLACE[what]()
        documents = get_document_model().objects

        answer = upload(admin_client, name, content)
        with pytest.raises(ValidationError):
            documents.create(title="x", file=ContentFile(content, name))

        assert "dice dove è stat" in answer
        assert not documents.exists()

    @pytest.mark.parametrize("what", WITHOUT_PLACE)
    def test_is_not_mistaken_for_one_that_does_not(self, admin_client: Client, what: str) -> None:
        name, content = WITHOUT_PLACE[what]()

        upload(admin_client, name, content)

        with get_document_model().objects.get().open_file() as file:
            assert file.read() == content

    def test_is_refused_with_the_name_of_the_photograph_and_what_to_do(self, admin_client: Client) -> None:
        name, content = WITH_PLACE["a letter"]()

        answer = upload(admin_client, name, content)

        assert "«image1.jpeg»" in answer
        assert "schermata della foto" in answer
        assert "togli la posizione" in upload(admin_client, *WITH_PLACE["a video of a phone"]())

    def test_cannot_hide_in_what_nobody_can_look_into(self, admin_client: Client) -> None:
        assert "ha una password" in upload(admin_client, "a.zip", locked())
        assert not get_document_model().objects.exists()


def locked() -> bytes:
    """Return an archive whose only member says that it is enciphered (APPNOTE 4.4.4, bit 0)."""
    whole = bytearray(packed({"foto.jpg": photograph()}))
    whole[6] |= 1
    whole[whole.index(b"PK\1\2") + 8] |= 1
    return bytes(whole)


WITH_NAME: dict[str, Callable[[], tuple[str, bytes]]] = {
    "a sheet": lambda: ("a.pdf", pdf(f'<head><meta name="author" content="{NAME}"></head>')),
    "an uncompressed sheet": lambda: (
        "a.pdf", pdf(f'<head><meta name="author" content="{NAME}"></head>', uncompressed_pdf=True),
    ),
    "a remark on a sheet": lambda: ("a.pdf", remarked()),
    "a letter": lambda: ("a.docx", letter(docProps__core_DOT_xml=CORE)),
    "a comment": lambda: (
        "a.docx",
        letter(word__comments_DOT_xml=f'<w:comments {WORD}><w:comment w:id="0" w:author="{NAME}"/></w:comments>'),
    ),
    "a tracked change": lambda: (
        "a.docx",
        packed({"word/document.xml": f'<w:document {WORD}><w:ins w:id="1" w:author="{NAME}"/></w:document>'}),
    ),
    "an open letter": lambda: ("a.odt", open_text({"meta.xml": CORE})),
    "a comment in an open letter": lambda: ("a.odt", open_text({"content.xml": COMMENT})),
    "a comment in a presentation": lambda: (
        "a.pptx",
        packed({
            "ppt/presentation.xml": "<x/>",
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="p"><p:cmAuthor name="{NAME}"/></p:cmAuthorLst>',
        }),
    ),
    "a photograph in a letter": lambda: (
        "a.docx", letter(word__media__image1_DOT_jpeg=photograph(place=False, artist=NAME)),
    ),
    "a letter in an archive": lambda: ("a.zip", packed({"a.docx": letter(docProps__core_DOT_xml=CORE)})),
    "a video": lambda: ("a.mp4", movie(text_note(b"\xa9ART", NAME))),
}  # fmt: skip


class TestAFileThatSaysWhoMadeIt:
    @pytest.mark.parametrize("what", WITH_NAME)
    def test_is_taken_and_the_editor_reads_the_name(self, home: HomePage, what: str) -> None:
        assert [finding.excerpt for finding in self._warnings(home, *WITH_NAME[what]())] == [NAME]

    @pytest.mark.parametrize("what", WITHOUT_PLACE)
    def test_is_not_mistaken_for_one_that_does_not(self, home: HomePage, what: str) -> None:
        assert self._warnings(home, *WITHOUT_PLACE[what]()) == []

    def _warnings(self, home: HomePage, name: str, content: bytes) -> list[Any]:
        document = get_document_model().objects.create(title="prova", file=ContentFile(content, name))
        value = {"heading": "", "files": [{"document": document.pk, "title": "Scheda"}]}
        page = InformationPage(
            title="Prova", slug="prova", body=json.dumps([{"type": "downloads", "value": value}])
        )
        home.add_child(instance=page)
        found = [finding for finding in findings(page) if finding.rule.code == "author-in-file"]
        assert not [finding for finding in found if finding.rule.severity == "block"]
        return found
