import logging

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from amaranta.demo.discreet import build_discreet_pages
from home.models import HomePage, InterruptionPage, SiteSettings

ADDRESSES = ["/qui/", "/tracce/", "/prova/"]


@pytest.fixture
def first(home: HomePage) -> InterruptionPage:
    """Return the interruption page of a site with the pages about the visit."""
    return build_discreet_pages(home)


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_building_the_pages_again_changes_nothing(home: HomePage, first: InterruptionPage) -> None:
    assert build_discreet_pages(home) == first
    assert Page.objects.child_of(home).count() == len(ADDRESSES)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_outside_the_page_says_what_it_is_about(
    client: Client, first: InterruptionPage, address: str
) -> None:
    response = client.get(address)

    assert "<title>Amaranta</title>" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert Page.objects.get(slug=address.strip("/")).specific.get_sitemap_urls() == []


def test_a_lay_reader_finds_that_the_exit_does_not_erase_the_history(
    client: Client, first: InterruptionPage
) -> None:
    text = text_of(client, "/qui/")

    assert "«Esci» cancella la cronologia?" in text
    assert '<b class="no">No.</b>' in text


def test_six_sentences_at_most_and_each_of_them_short(first: InterruptionPage) -> None:
    sentences = [block.value for block in first.sentences]

    assert len(sentences) == 6
    assert all(len(sentence.split()) <= 20 for sentence in sentences)


def test_from_a_help_page_a_private_page_is_reached_through_the_interruption(
    client: Client, home: HomePage, first: InterruptionPage
) -> None:
    settings = SiteSettings.objects.get()
    settings.contact_page = home.get_children().get(slug="tracce")
    settings.save()

    assert '<a class="button" href="/qui/" data-to="/tracce/">' in text_of(client, "/")
    assert '<a href="/tracce/">' in text_of(client, "/prova/")


def test_a_link_in_an_editors_text_takes_the_same_way(
    client: Client, home: HomePage, first: InterruptionPage
) -> None:
    target = home.get_children().get(slug="tracce")

    written = expand_db_html(f'<a linktype="page" id="{target.pk}">x</a>')

    assert written == '<a href="/qui/" data-to="/tracce/">x</a>'


def test_a_private_page_writes_nothing_into_the_log(
    client: Client, first: InterruptionPage, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for address in [*ADDRESSES, "/non-esiste/"]:
            client.get(address, headers={"User-Agent": "sentinella"}, REMOTE_ADDR="203.0.113.7")

    written = " ".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("django.db")
    )
    assert "sentinella" not in written
    assert "203.0.113.7" not in written
    assert "/tracce/" not in written


def test_every_policy_knows_the_scripts_of_the_pages_that_may_be_opened_in_its_place(
    client: Client, first: InterruptionPage
) -> None:
    home_policy = client.get("/").headers["Content-Security-Policy"]
    proof_policy = client.get("/prova/").headers["Content-Security-Policy"]

    assert set(proof_policy.split()) == set(home_policy.split())


def test_headers_say_that_nothing_is_looked_up_ahead_or_shared(
    client: Client, first: InterruptionPage
) -> None:
    headers = client.get("/qui/").headers

    assert headers["X-DNS-Prefetch-Control"] == "off"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Clear-Site-Data" not in headers


@pytest.mark.parametrize("address", ["/", *ADDRESSES])
def test_no_page_hints_connects_or_installs(client: Client, first: InterruptionPage, address: str) -> None:
    text = text_of(client, address)

    for word in [
        "preconnect",
        "dns-prefetch",
        "prefetch",
        "manifest",
        "serviceWorker.register",
        "sendBeacon",
    ]:
        assert word not in text
