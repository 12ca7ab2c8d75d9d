"""Posters of a material by themselves, and the names of subjects at each level."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.models import MaterialIndexPage, MaterialPage
from home.schools.package import refresh

from .kit_paper import MM_PER_POINT, words
from .materials import a_material, data

QUESTIONS = "".join(
    f"<li>Domanda numero {number} sul rispetto di chi ti sta vicino?</li>" for number in range(6)
)
POSTER = {
    "type": "sheet",
    "value": {"heading": "È rispetto?", "size": "poster", "text": f"<ul>{QUESTIONS}</ul>", "lines": 0},
}


@pytest.fixture
def hung(media: Path, library: MaterialIndexPage) -> MaterialPage:
    page = a_material(library, title="Sei domande", slug="sei-domande")
    page.body = json.dumps([{"type": "text", "value": "<p>Come usarlo.</p>"}, POSTER])
    page.save_revision().publish()
    refresh(page)
    return page


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_poster_is_a_file_of_its_own_on_one_sheet(
    client: Client, hung: MaterialPage, size: str, millimetres: tuple[int, int]
) -> None:
    address = hung.files.get(format=size).url
    assert f"/vedi{address}" in client.get(hung.get_url()).content.decode()
    response = client.get(address)
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]

    assert response.headers["Content-Disposition"] == f'attachment; filename="sei-domande-1.0-{size}.pdf"'
    assert response.headers["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(content) as document:
        assert [tuple(round(side * MM_PER_POINT) for side in page.get_size()) for page in document] == [
            millimetres
        ]
    told = words(content)
    assert "È rispetto?" in told
    assert "Domanda numero 5" in told
    assert "Come usarlo" not in told
    with zipfile.ZipFile(BytesIO(data(hung, "zip"))) as archive:
        assert archive.read(f"sei-domande/sei-domande-{size}.pdf") == content
        assert "sei-domande-a3.pdf" in archive.read("sei-domande/LEGGIMI.txt").decode()


def test_a_lesson_without_a_poster_offers_none(client: Client, material: MaterialPage) -> None:
    assert {file.format for file in material.files.all()} == {"pdf", "odt", "docx", "zip"}
    assert client.get(f"/materiali/{material.pk}/ascoltare-a3.pdf").status_code == 404
    assert material.formats == ["pdf", "odt", "docx"]


def test_a_subject_has_the_name_of_its_level_and_must_be_taught_there(library: MaterialIndexPage) -> None:
    page = a_material(library, subject="arte", level="secondaria-1")
    assert page.get_subject_display() == "Arte e immagine"
    page.level = "secondaria-2"
    assert page.get_subject_display() == "Storia dell’arte"

    page.subject, page.level = "diritto", "primaria"
    with pytest.raises(ValidationError, match="non si insegna"):
        page.clean()
    page.level = "secondaria-2"
    page.clean()
