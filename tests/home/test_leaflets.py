"""Leaflets: a page on paper, as who finds the file and who reads it would see it."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.test import Client

from home.making.making_process import make_all
from home.models import HelpPage, HomePage, InformationPage, PrivatePage
from home.models.made_files import MadeFile
from tests.making import fetched

from .kit_paper import codes, printed, words

pytestmark = pytest.mark.usefixtures("media")

TEXT = (
    '<p>Una <b>parola</b> che aiuta: <a href="https://example.org/">qui</a>. Chiama il {{antiviolenza}}.</p>'
)


@pytest.fixture
def page(home: HomePage) -> HelpPage:
    page = HelpPage(title="Se hai paura di lui", slug="aiuto", search_description="Che cosa fare.")
    page.body = [("text", TEXT)]
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def leaflet(client: Client, page: Any) -> Any:
    return fetched(client, f"/foglio/{page.pk}/")


def test_the_file_of_a_help_page_says_nothing_outside_and_everything_inside(
    client: Client, page: HelpPage
) -> None:
    response = leaflet(client, page)
    told = " ".join(words(response.content).split())

    assert response.headers["Content-Disposition"] == 'attachment; filename="foglio.pdf"'
    assert "noindex" in response.headers["X-Robots-Tag"]
    with pikepdf.open(io.BytesIO(response.content)) as pdf:
        assert str(pdf.docinfo.Title) == page.head_title
        assert "paura" not in str(pdf.docinfo.Title)
        assert str(pdf.Root.Lang) == "it"
        assert "/Annots" not in pdf.pages[0]
    for part in ("Se hai paura di lui", "Che cosa fare.", "Una parola che aiuta", "1522", "112"):
        assert part in told
    assert "{{" not in told
    (code,) = codes(printed(response.content).convert("L"))
    assert (
        client.get(code.text.partition("//")[2].partition("/")[1] + code.text.split("/", 3)[3]).status_code
        == 302
    )


def test_it_is_led_to_through_the_page_with_the_exit(client: Client, page: HelpPage) -> None:
    assert f'href="/vedi/foglio/{page.pk}/"' in client.get(page.get_url()).content.decode()

    shown = fetched(client, f"/vedi/foglio/{page.pk}/").content.decode()

    assert "<title>Amaranta · foglio.pdf</title>" in " ".join(shown.split()).replace("> ", ">").replace(
        " <", "<"
    )


def test_a_private_page_has_none(client: Client, home: HomePage, page: HelpPage) -> None:
    private = PrivatePage(title="Quando si va via", slug="via")
    page.add_child(instance=private)
    private.save_revision().publish()

    assert "/vedi/foglio/" not in client.get(private.get_url(), follow=True).content.decode()
    for number in (private.pk, home.pk, 999_999):
        assert client.get(f"/foglio/{number}/").status_code == 404


def test_it_is_made_once_and_anew_after_a_change_and_gone_with_its_page(
    client: Client, page: HelpPage, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    first = leaflet(client, page).content
    assert leaflet(client, page).content == first

    page.title = "Parole nuove"
    page.save_revision().publish()
    assert client.get(f"/foglio/{page.pk}/").status_code == 202
    make_all()
    assert "Parole nuove" in words(leaflet(client, page).content)
    assert len(list(media.rglob("fogli/*/*.pdf"))) == 1

    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert client.get(f"/foglio/{page.pk}/").status_code == 404
    assert not MadeFile.objects.filter(place__startswith="fogli/").exists()
    assert not list(media.rglob("fogli/*/*.pdf"))


def test_what_changes_by_the_minute_is_not_on_paper(client: Client, home: HomePage) -> None:
    page = InformationPage(title="La rete", slug="rete")
    page.body = [
        ("text", "<p>Chi siamo.</p>"),
        ("contact", {"heading": "Chi risponde adesso", "desks": True}),
    ]
    home.add_child(instance=page)
    page.save_revision().publish()

    assert "Chi risponde adesso" in client.get(page.get_url()).content.decode()
    told = words(leaflet(client, page).content)

    assert "Chi siamo." in told
    assert "Chi risponde adesso" not in told
