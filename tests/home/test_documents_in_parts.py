"""How much of a document comes at once: films play only where parts can be asked for."""

import pytest
from django.test import Client

from home.models import HomePage

from .document_pages import a_document, a_page, downloads, video
from .document_samples import movie

pytestmark = pytest.mark.usefixtures("media")


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
