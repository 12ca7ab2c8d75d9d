"""A leaflet folded in three, as who prints it sees both faces, and who sees it lie on a table."""

import io
from typing import Any

import pikepdf
import pytest
from django.test import Client
from wagtail.models import Locale

from home.models import HelpPage, HomePage, PrivatePage
from home.models.made_files import MadeFile
from tests.making import fetched

from .kit_paper import codes, printed, words

pytestmark = pytest.mark.usefixtures("media")
TALL = "<h2>Parte {}</h2>" + "<p>Una frase che prende posto sul foglio, e un’altra ancora.</p>" * 12


@pytest.fixture
def page(home: HomePage) -> HelpPage:
    page = HelpPage(title="Se hai paura di lui", slug="aiuto", search_description="Che cosa fare.")
    page.body = [("text", "<p>Una parola che aiuta.</p>")]
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def folded(client: Client, page: Any) -> bytes:
    data: bytes = fetched(client, f"/foglio/{page.pk}/3/").content
    return data


def test_outside_it_says_nothing_and_inside_everything(client: Client, page: HelpPage) -> None:
    assert f'href="/vedi/foglio/{page.pk}/3/"' in client.get(page.get_url()).content.decode()
    response = fetched(client, f"/foglio/{page.pk}/3/")
    outside, inside = (" ".join(words(response.content, face).split()) for face in (0, 1))

    assert response.headers["Content-Disposition"] == 'attachment; filename="foglio-piegato.pdf"'
    with pikepdf.open(io.BytesIO(response.content)) as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.docinfo.Title) == page.head_title
    assert "1522" in outside
    assert "Telefoni, orari, indirizzi" in outside
    for told in ("paura", "aiuta", "Che cosa fare"):
        assert told not in outside
        assert told in inside


def test_the_panel_that_is_folded_in_is_on_the_other_side_where_writing_runs_from_the_right(
    client: Client, home: HomePage, page: HelpPage
) -> None:
    arabic, _made = Locale.objects.get_or_create(language_code="ar")
    home.copy_for_translation(arabic).save_revision().publish()
    there = page.copy_for_translation(arabic)
    there.body = [("text", "<p>كلمة تساعد.</p>")]
    there.save_revision().publish()
    places = {}
    for each in (page, there):
        face = printed(folded(client, each)).convert("L")
        (code,) = codes(face)
        places[each.written_in] = code.position.top_left.x / face.width

    assert places["it"] < 97 / 297
    assert places["ar"] > 200 / 297


def test_a_page_too_long_for_one_sheet_ends_with_a_whole_part_and_says_where_the_rest_is(
    client: Client, page: HelpPage
) -> None:
    page.body = [("text", TALL.format(number)) for number in range(9)]
    page.save_revision().publish()
    data = folded(client, page)
    inside = words(data, 1)

    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 2
    assert "Parte 0" in inside
    assert "Parte 8" not in inside
    assert "C’è dell’altro, sulla pagina" in inside


def test_it_goes_with_its_page_and_a_private_page_has_none(
    client: Client, page: HelpPage, django_capture_on_commit_callbacks: Any
) -> None:
    private = PrivatePage(title="Quando si va via", slug="via")
    page.add_child(instance=private)
    private.save_revision().publish()
    folded(client, page)

    assert client.get(f"/foglio/{private.pk}/3/").status_code == 404
    assert MadeFile.objects.filter(place=f"fogli/{page.pk}-3").exists()
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert client.get(f"/foglio/{page.pk}/3/").status_code == 404
    assert not MadeFile.objects.filter(place__startswith="fogli/").exists()
