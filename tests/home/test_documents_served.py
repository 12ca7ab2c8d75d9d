"""Who gets a document, under which name, and what stays behind."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale

from home.models import HelpPage, HomePage

from .document_pages import CONTENT, TELLING, a_document, a_page, downloads, link_to, video
from .document_samples import movie, photograph

pytestmark = pytest.mark.usefixtures("media")


@pytest.mark.django_db
class TestADocument:
    def test_of_a_published_page_is_for_everybody(self, home: HomePage, client: Client) -> None:
        document = a_document()
        a_page(home, downloads(document))

        response = client.get(document.url)

        assert b"".join(response) == CONTENT
        assert response.headers["Content-Type"] == "application/pdf"
        assert TELLING in response.headers["Content-Disposition"]
        assert response.headers["Cache-Control"] == "max-age=60"
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert not response.cookies

    def test_that_the_disk_has_lost_is_not_found(self, home: HomePage, client: Client) -> None:
        document = a_document()
        a_page(home, downloads(document))
        assert client.get(f"/vedi{document.url}").status_code == 200
        document.file.storage.delete(document.file.name)

        for address in (document.url, f"/vedi{document.url}"):
            assert client.get(address).status_code == 404

    def test_costs_few_queries(self, home: HomePage, client: Client) -> None:
        document = a_document()
        a_page(home, downloads(document))
        client.get(document.url)

        with CaptureQueriesContext(connection) as queries:
            assert client.get(document.url).status_code == 200
        assert len(queries) <= 8

    @pytest.mark.parametrize("block", [downloads, link_to])
    def test_is_found_by_whatever_part_of_a_page_refers_to_it(
        self, home: HomePage, client: Client, block: Any
    ) -> None:
        document = a_document()
        a_page(home, block(document))

        assert client.get(document.url).status_code == 200

    def test_that_nothing_refers_to_is_not_there_but_for_who_works_here(
        self, home: HomePage, client: Client, admin_client: Client
    ) -> None:
        document = a_document()

        assert client.get(document.url).status_code == 404
        seen = admin_client.get(document.url)
        assert seen.status_code == 200
        assert seen.headers["Cache-Control"] == "no-store"

    def test_is_not_there_for_somebody_signed_in_who_does_not_work_here(
        self, home: HomePage, client: Client
    ) -> None:
        client.force_login(get_user_model().objects.create_user("chiunque"))

        assert client.get(a_document().url).status_code == 404

    def test_of_a_draft_is_not_there_until_it_is_published(self, home: HomePage, client: Client) -> None:
        published, drafted = a_document(), a_document("altro.pdf")
        page = a_page(home, downloads(published))
        page.body = page.body.stream_block.to_python(
            [{"type": "downloads", "value": downloads(drafted)[1]}],
        )
        page.save_revision()

        assert client.get(drafted.url).status_code == 404
        page.get_latest_revision().publish()
        assert client.get(drafted.url).status_code == 200
        assert client.get(published.url).status_code == 404

    def test_goes_with_the_page_that_is_taken_off_the_site(self, home: HomePage, client: Client) -> None:
        document = a_document()
        page = a_page(home, downloads(document))
        page.unpublish()

        assert client.get(document.url).status_code == 404

    def test_has_no_other_address(self, home: HomePage, client: Client) -> None:
        document = a_document()
        a_page(home, downloads(document))

        for name in ("altro.pdf", "", f"{TELLING}/", f"../{TELLING}"):
            assert client.get(f"/documenti/{document.pk}/{name}").status_code == 404
        for number in (f"{document.pk:012}", "9" * 30, "0", "-1", "١"):
            assert client.get(f"/documenti/{number}/{TELLING}").status_code == 404
        assert client.post(document.url, headers={"Sec-Fetch-Mode": "cors"}).status_code == 405


@pytest.mark.django_db
class TestOnADiscreetPage:
    @pytest.mark.parametrize("block", [downloads, link_to])
    def test_the_name_of_a_file_tells_nothing(self, home: HomePage, client: Client, block: Any) -> None:
        document = a_document()
        page = a_page(home, block(document), model=HelpPage)
        address = f"/documenti/{document.pk}/documento-{document.pk}.pdf"

        html = client.get(page.get_url()).content.decode()
        response = client.get(address)

        assert f'href="/vedi{address}"' in html
        assert "violenza-via" not in html
        assert b"".join(response) == CONTENT
        assert (
            response.headers["Content-Disposition"] == f'attachment; filename="documento-{document.pk}.pdf"'
        )

    def test_a_film_and_its_captions_tell_nothing_either(self, home: HomePage, client: Client) -> None:
        film, captions = a_document("violenza.mp4", movie()), a_document("violenza.vtt", b"WEBVTT\n")
        page = a_page(home, video(film, captions), model=HelpPage)

        html = client.get(page.get_url()).content.decode()

        assert f'src="/documenti/{film.pk}/documento-{film.pk}.mp4"' in html
        assert f'src="/documenti/{captions.pk}/documento-{captions.pk}.vtt"' in html
        assert "violenza.mp4" not in html

    def test_she_reads_that_a_file_stays_on_the_telephone(self, home: HomePage, client: Client) -> None:
        document = a_document()
        discreet = a_page(home, downloads(document), model=HelpPage)
        public = a_page(home, downloads(document), slug="altra")

        assert "Un file scaricato resta" in client.get(discreet.get_url()).content.decode()
        assert "Un file scaricato resta" not in client.get(public.get_url()).content.decode()

    def test_nothing_of_a_file_is_kept_even_if_a_public_page_has_it_too(
        self, home: HomePage, client: Client
    ) -> None:
        document = a_document()
        a_page(home, downloads(document), model=HelpPage)
        a_page(home, downloads(document), slug="altra")

        assert client.get(document.url).headers["Cache-Control"] == "no-store"


class TestAPageWithManyFiles:
    def test_asks_no_more_of_the_database_than_any_other(self, home: HomePage, client: Client) -> None:
        pictures = [
            get_image_model().objects.create(title="p", file=ContentFile(photograph(), f"{n}.jpg"))
            for n in range(3)
        ]
        blocks: list[Any] = []
        for picture in pictures:
            figure = {"image": picture.pk, "alt": "Un tavolo rosso", "caption": "", "credit": "Noi"}
            film, captions = a_document("f.mp4", movie()), a_document("f.vtt", b"WEBVTT\n")
            contact = {"heading": "Chi c’è", "text": "", "desks": False}
            blocks += [downloads(a_document(), a_document()), link_to(a_document()), ("figure", figure)]
            blocks += [video(film, captions, picture), ("contact", contact)]
        page = a_page(home, *blocks)
        client.get(page.get_url())

        with CaptureQueriesContext(connection) as queries:
            html = client.get(page.get_url()).content.decode()

        assert html.count("La scheda") == 6
        assert html.count("la scheda</a>") == html.count("<video") == html.count("Un tavolo rosso") == 3
        assert html.count(".webp") == 6
        assert len(queries) <= 8

    def test_shows_the_rest_when_a_file_is_gone(self, home: HomePage, client: Client) -> None:
        gone, here = a_document(), a_document("altro.pdf")
        page = a_page(home, downloads(gone, here), link_to(gone))
        get_document_model().objects.filter(pk=gone.pk)._raw_delete("default")

        html = client.get(page.get_url()).content.decode()

        assert html.count("La scheda") == 1
        assert "Ecco <a>la scheda</a>" in html


def test_captions_are_in_the_language_of_the_page(home: HomePage, client: Client) -> None:
    film, captions = a_document("film.mp4", movie()), a_document("film.vtt", b"WEBVTT\n")
    page = a_page(home, video(film, captions))
    english, _created = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english).save_revision().publish()
    translation = page.copy_for_translation(english)
    translation.save_revision().publish()

    html = client.get(translation.get_url()).content.decode()

    assert 'srclang="en" label="English"' in html
    assert 'srclang="it" label="Italiano"' in client.get(page.get_url()).content.decode()
