import logging

import pytest
from django.db import connection, transaction
from django.test import Client
from wagtail.models import Page

from amaranta.demo.pages import publish
from home.models import HelpPage, HomePage
from home.text.stems import stems

from .searching import Demo, ask, found

# Without the mark a run of these tests alone would build no test database.
pytestmark = pytest.mark.django_db


class TestSearch:
    def test_finds_a_page_by_words_in_its_title_its_introduction_and_its_blocks(
        self, demo: Demo, client: Client
    ) -> None:
        assert "/per-me/capire/" in found(client, "violenza")
        assert "/per-me/diritti/reddito/" in found(client, "autonomia")
        assert "/per-me/piano/" in found(client, "caricatore")

    @pytest.mark.parametrize(
        ("asked", "address"),
        [
            ("avvocato gratuito", "/per-me/diritti/avvocata/"),
            ("permesso lavoro", "/per-me/diritti/lavoro/"),
            ("QUERELE", "/per-me/diritti/termini/"),
            ("amiche", "/per-altri/"),
            ("liberta", "/per-me/diritti/reddito/"),
        ],
    )
    def test_forgives_endings_capitals_and_accents(
        self, demo: Demo, client: Client, asked: str, address: str
    ) -> None:
        assert address in found(client, asked)

    def test_finds_something_when_only_one_of_the_words_is_known(self, demo: Demo, client: Client) -> None:
        assert "/per-me/diritti/reddito/" in found(client, "reddito xyzzy")

    def test_answers_each_language_with_its_own_pages(self, demo: Demo, client: Client) -> None:
        assert "/en/for-me/rights/lawyer/" in found(client, "lawyers", "/en/cerca/")
        assert not [address for address in found(client, "lawyer") if address.startswith("/en/")]

    def test_shows_no_draft(self, home: HomePage, client: Client) -> None:
        page = HelpPage(title="Gelsomino", slug="fiore")
        home.add_child(instance=page)
        assert found(client, "gelsomino") == ["/fiore/"]

        page.unpublish()
        assert found(client, "gelsomino") == []

    def test_with_no_result_offers_other_words_and_a_person(self, home: HomePage, client: Client) -> None:
        html = ask(client, "xyzzy").content.decode()

        assert "Non abbiamo trovato niente" in html
        assert 'href="tel:1522"' in html.split('id="risultati"')[1]

    def test_with_no_words_yet_shows_examples(self, home: HomePage, client: Client) -> None:
        assert "Per esempio:" in client.get("/cerca/").content.decode()
        assert "Per esempio:" in ask(client, "  ").content.decode()

    @pytest.mark.parametrize(
        "words", ['"', "'; drop table x; --", "a* OR b", "NEAR(", "<b>", "%", "x" * 5000]
    )
    def test_takes_anything_that_can_be_typed(self, home: HomePage, client: Client, words: str) -> None:
        response = ask(client, words)

        assert response.status_code == 200
        assert "<b>&quot;" not in response.content.decode()


class TestLanguages:
    def test_the_search_leads_to_the_search_in_the_other_language(self, demo: Demo, client: Client) -> None:
        for here, there in (("/cerca/", "/en/cerca/"), ("/en/cerca/", "/cerca/")):
            for answer in (client.get(here), ask(client, "casa", here)):
                header = answer.content.decode().split("</header>")[0]
                assert f'href="{there}"' in header.split('class="languages"')[1]

    def test_a_language_without_a_home_page_is_not_offered(self, demo: Demo, client: Client) -> None:
        with transaction.atomic():
            Page.objects.filter(pk=demo["/en/"].pk).update(live=False)
            html = client.get("/cerca/").content.decode()
            transaction.set_rollback(True)

        assert "Per esempio:" in html
        assert 'hreflang="ar"' in html
        assert 'hreflang="en"' not in html


class TestWhatASearchLeaves:
    def test_nothing_in_the_address_the_cache_or_a_cookie(self, home: HomePage, client: Client) -> None:
        form = client.get("/cerca/")
        answer = ask(client, "violenza")

        assert 'method="post"' in form.content.decode()
        assert 'autocomplete="off"' in form.content.decode()
        for response in (form, answer):
            assert response.headers["Cache-Control"] == "no-store"
            assert "noindex" in response.headers["X-Robots-Tag"]
            assert not response.cookies
            assert "<title>Amaranta</title>" in response.content.decode()

    def test_words_in_the_address_are_not_read(self, home: HomePage, client: Client) -> None:
        html = client.get("/cerca/?q=violenza").content.decode()

        assert "violenza" not in html.split("<main")[1].split("</main>")[0]

    def test_no_row_and_no_line_of_a_log(
        self, home: HomePage, client: Client, caplog: pytest.LogCaptureFixture
    ) -> None:
        def rows() -> dict[str, int]:
            with connection.cursor() as cursor:
                counts = {}
                for table in connection.introspection.table_names(cursor):
                    cursor.execute(f'SELECT count(*) FROM "{table}"')
                    counts[table] = cursor.fetchone()[0]
                return counts

        before = rows()
        with caplog.at_level(logging.DEBUG):
            ask(client, "parolasegreta")

        assert rows() == before
        assert "parolasegreta" not in "".join(
            record.getMessage() for record in caplog.records if record.name != "django.db.backends"
        )


class TestStems:
    @pytest.mark.parametrize(
        "family",
        [
            "querela querele", "sportello sportelli", "amica amiche", "amico amici", "avvocata avvocato",
            "permesso permessi", "aiutare aiuta aiuto", "città citta", "Denuncia denunce", "diritto DIRITTI",
        ],
    )  # fmt: skip
    def test_forms_of_a_word_meet(self, family: str) -> None:
        assert len(set(stems(family, "it").split())) == 1, stems(family, "it")

    def test_different_words_stay_apart(self) -> None:
        assert len(set(stems("casa cosa caso figlia foglia medico media", "it").split())) >= 6

    def test_an_unknown_language_keeps_its_words(self) -> None:
        assert stems("Zana jonë", "sq") == "zana jone"

    def test_a_published_change_is_found_at_once(self, home: HomePage, client: Client) -> None:
        page = HelpPage(title="Uno", slug="uno")
        home.add_child(instance=page)
        publish(page, [("text", "<p>Rosmarino</p>")], {})

        assert found(client, "rosmarino") == ["/uno/"]
