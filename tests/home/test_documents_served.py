"""Who gets a document, under which name, how much of it, and what stays behind."""

from pathlib import Path
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

from amaranta.demo.pages import publish
from home.models import HelpPage, HomePage, InformationPage

from .test_documents_inside import movie, photograph

CONTENT = b"%PDF-1.7\n" + bytes(range(256)) * 4
TELLING = "violenza-via-segreta-3.pdf"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


def a_document(name: str = TELLING, content: bytes = CONTENT) -> Any:
    return get_document_model().objects.create(title="prova", file=ContentFile(content, name))


def downloads(*documents: Any) -> tuple[str, dict[str, Any]]:
    files = [{"document": document.pk, "title": "La scheda"} for document in documents]
    return "downloads", {"heading": "", "files": files}


def link_to(document: Any) -> tuple[str, str]:
    return "text", f'<p>Ecco <a linktype="document" id="{document.pk}">la scheda</a>.</p>'


def video(film: Any, captions: Any, poster: Any = None) -> tuple[str, dict[str, Any]]:
    value = {"heading": "Il film", "video": film.pk, "captions": captions.pk, "transcript": "<p>Si vede.</p>"}
    return "video", {**value, "poster": poster.pk if poster else None}


def a_page(home: HomePage, *blocks: Any, model: Any = InformationPage, slug: str = "pagina") -> Any:
    more = {"plain_word": "Servizi"} if model is HelpPage else {}
    page = home.add_child(instance=model(title="Pagina", slug=slug, **more))
    publish(page, list(blocks), {})
    return page


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
        assert client.post(document.url).status_code == 405


@pytest.mark.django_db
class TestOnADiscreetPage:
    @pytest.mark.parametrize("block", [downloads, link_to])
    def test_the_name_of_a_file_tells_nothing(self, home: HomePage, client: Client, block: Any) -> None:
        document = a_document()
        page = a_page(home, block(document), model=HelpPage)
        address = f"/documenti/{document.pk}/documento-{document.pk}.pdf"

        html = client.get(page.get_url()).content.decode()
        response = client.get(address)

        assert f'href="{address}" download' in html
        assert "violenza-via" not in html
        assert b"".join(response) == CONTENT
        assert response.headers["Content-Disposition"] == f'inline; filename="documento-{document.pk}.pdf"'

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


@pytest.mark.django_db
class TestAPartOfAFile:
    @pytest.fixture
    def address(self, home: HomePage) -> str:
        film = a_document("film.mp4", movie())
        a_page(home, video(film, a_document("film.vtt", b"WEBVTT\n")))
        return str(film.url)

    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [
            ("bytes=0-1", 0, 1),
            ("bytes=10-", 10, None),
            ("bytes=-5", -5, None),
            ("bytes=3-999999999", 3, None),
        ],
    )
    def test_is_all_that_comes(
        self, address: str, client: Client, asked: str, first: int, last: int | None
    ) -> None:
        whole = movie()
        response = client.get(address, headers={"Range": asked, "Accept-Encoding": "gzip, br"})
        start, end = first % len(whole), len(whole) - 1 if last is None else last

        assert response.status_code == 206
        assert b"".join(response) == whole[start : end + 1]
        assert response.headers["Content-Range"] == f"bytes {start}-{end}/{len(whole)}"
        assert response.headers["Content-Length"] == str(end - start + 1)
        assert response.headers["Content-Type"] == "video/mp4"
        assert "Content-Encoding" not in response.headers

    @pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0"])
    def test_beyond_its_end_is_refused_with_its_length(
        self, address: str, client: Client, asked: str
    ) -> None:
        response = client.get(address, headers={"Range": asked})

        assert response.status_code == 416
        assert response.headers["Content-Range"] == f"bytes */{len(movie())}"

    @pytest.mark.parametrize("asked", ["", "bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=-"])
    def test_that_nobody_asked_for_properly_is_the_whole(
        self, address: str, client: Client, asked: str
    ) -> None:
        response = client.get(address, headers={"Range": asked})

        assert response.status_code == 200
        assert b"".join(response) == movie()
        assert response.headers["Accept-Ranges"] == "bytes"

    def test_is_not_mixed_with_parts_of_an_earlier_file(self, address: str, client: Client) -> None:
        known = client.get(address).headers["ETag"]

        same = client.get(address, headers={"Range": "bytes=0-1", "If-Range": known})
        other = client.get(address, headers={"Range": "bytes=0-1", "If-Range": '"earlier"'})

        assert (same.status_code, other.status_code) == (206, 200)

    def test_of_a_file_that_code_made_has_a_mark_of_its_own_too(self, address: str, client: Client) -> None:
        marks = {client.get(address).headers["ETag"], client.get(self._other()).headers["ETag"]}

        assert len(marks) == 2
        assert '""' not in marks

    def _other(self) -> str:
        home = HomePage.objects.get()
        document = a_document("altro.pdf")
        a_page(home, downloads(document), slug="altra")
        return str(document.url)

    def test_is_not_sent_to_who_asks_about_it_only(self, address: str, client: Client) -> None:
        response = client.head(address, headers={"Range": "bytes=0-1"})

        assert response.status_code == 200
        assert response.headers["Content-Length"] == str(len(movie()))


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
