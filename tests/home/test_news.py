"""News have an archive by kind and year, and feeds that say the same."""

import datetime as dt
import json
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from home.models import HomePage, NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def news(home: HomePage) -> NewsIndexPage:
    index = NewsIndexPage(title="Notizie", slug="notizie", search_description="Che cosa succede.")
    home.add_child(instance=index)
    for slug, kind, day in (
        ("vecchia", "verbale", dt.date(2025, 3, 4)),
        ("nuova", "comunicato", dt.date(2026, 3, 4)),
        ("bozza", "notizia", dt.date(2026, 5, 4)),
    ):
        index.add_child(
            instance=NewsPage(title=f"La {slug}", slug=slug, kind=kind, day=day, live=slug != "bozza")
        )
    return index


def test_the_archive_shows_the_latest_first_and_one_kind_or_year(news: NewsIndexPage, client: Client) -> None:
    every = client.get("/notizie/").content.decode()
    assert every.index("La nuova") < every.index("La vecchia")
    assert "La bozza" not in every

    minutes = client.get("/notizie/", {"tipo": "verbale"}).content.decode()
    assert "La vecchia" in minutes
    assert "La nuova" not in minutes
    assert "La vecchia" not in client.get("/notizie/", {"anno": "2026"}).content.decode()
    assert "Qui non c’è ancora niente" in client.get("/notizie/", {"anno": "x"}).content.decode()


def test_a_page_says_its_day_to_readers_and_machines(news: NewsIndexPage, client: Client) -> None:
    page = client.get("/notizie/nuova/").content.decode()
    assert '<time datetime="2026-03-04">4 marzo 2026</time>' in page
    assert '"@type":"NewsArticle"' in page
    assert '"datePublished":"2026-03-04"' in page


def test_both_feeds_tell_the_same_published_pages(news: NewsIndexPage, client: Client) -> None:
    atom = ET.fromstring(client.get("/notizie/feed/").content)
    feed = json.loads(client.get("/notizie/feed/json/").content)

    titles = [title.text for title in atom.findall("a:entry/a:title", ATOM)]
    assert titles == [item["title"] for item in feed["items"]] == ["La nuova", "La vecchia"]
    assert feed["items"][0]["date_published"].startswith("2026-03-04")
