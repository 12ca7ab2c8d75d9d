"""What a document tells beside its text: places stop it at the door, names are said to the editor."""

import json
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from home.models import HomePage, InformationPage
from home.publication.refusals import findings

from .document_samples import (
    COMMENT,
    CORE,
    NAME,
    WORD,
    attached,
    box,
    closed,
    illustrated,
    letter,
    locked,
    movie,
    open_text,
    packed,
    pdf,
    photograph,
    remarked,
    shown,
    text_note,
)

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
    def test_goes_on_no_page_and_the_editor_reads_the_name(self, home: HomePage, what: str) -> None:
        assert [finding.excerpt for finding in self._found(home, *WITH_NAME[what]())] == [NAME]

    @pytest.mark.parametrize("what", WITHOUT_PLACE)
    def test_is_not_mistaken_for_one_that_does_not(self, home: HomePage, what: str) -> None:
        assert self._found(home, *WITHOUT_PLACE[what]()) == []

    def _found(self, home: HomePage, name: str, content: bytes) -> list[Any]:
        document = get_document_model().objects.create(title="prova", file=ContentFile(content, name))
        value = {"heading": "", "files": [{"document": document.pk, "title": "Scheda"}]}
        page = InformationPage(
            title="Prova", slug="prova", body=json.dumps([{"type": "downloads", "value": value}])
        )
        home.add_child(instance=page)
        found = [finding for finding in findings(page) if finding.rule.code == "author-in-file"]
        assert all(finding.rule.severity == "block" for finding in found)
        return found
