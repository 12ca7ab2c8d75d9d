"""What machines are told: the sitemap, feeds, calendars and a page's head."""

import re
from importlib import import_module
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from wagtail.models import Locale, Site

from home.models import BasePage, HomePage, InformationPage, PrivatePage
from tests.home.campaigns import DURING, make_campaign, make_desk, make_index

Demo = dict[str, BasePage]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


class TestSitemap:
    def test_it_costs_no_more_than_a_page_and_may_be_kept_for_an_hour(
        self, demo: Demo, client: Client
    ) -> None:
        client.get("/sitemap.xml")
        with CaptureQueriesContext(connection) as queries:
            response = client.get("/sitemap.xml")

        assert len(queries) <= 8, [query["sql"] for query in queries]
        assert response.headers["Cache-Control"] == "max-age=3600"
        assert response.content.decode().count("<loc>") > 50

    def test_a_large_one_is_split_into_parts_that_say_the_same_together(
        self, demo: Demo, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def entries(address: str) -> list[str]:
            text = client.get(address).content.decode()
            return re.findall(r"<url>(.*?)</url>", text, flags=re.DOTALL)

        whole = entries("/sitemap.xml")
        # By its name the package has the view.
        monkeypatch.setattr(import_module("home.views.sitemap"), "MOST_PAGES", 30)
        index = client.get("/sitemap.xml")
        parts = re.findall(r"<loc>http://testserver(.*?)</loc>", index.content.decode())

        assert "<sitemapindex" in index.content.decode()
        assert len(parts) >= 3
        assert sorted(entry for part in parts for entry in entries(part)) == sorted(whole)
        assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404
        assert client.get("/sitemap-0.xml").status_code == 404

    def test_it_lists_the_years_of_the_figures_too(self, demo: Demo, client: Client) -> None:
        assert "<loc>http://testserver/numeri/</loc>" in client.get("/sitemap.xml").content.decode()

    def test_a_desk_in_english_is_left_out_while_the_italian_one_is_offline(
        self, client: Client, home: HomePage
    ) -> None:
        english = english_desk(home)
        assert "/en/desks/bresso/</loc>" in client.get("/sitemap.xml").content.decode()

        english.get_translation(Locale.get_default()).unpublish()

        assert "/en/desks/</loc>" in client.get("/sitemap.xml").content.decode()
        assert "/en/desks/bresso/</loc>" not in client.get("/sitemap.xml").content.decode()


def english_desk(home: HomePage) -> BasePage:
    """Return the published English page of a desk at Bresso."""
    desk = make_desk(home)
    language = Locale.objects.create(language_code="en")
    for page, slug in ((home, "en"), (desk.get_parent().specific, "desks"), (desk, "bresso")):
        copy = page.copy_for_translation(language)
        copy.slug = slug
        copy.save_revision().publish()
    return desk.get_translation(language)


class TestHead:
    def test_a_public_page_without_introduction_still_says_where_it_is(
        self, client: Client, home: HomePage
    ) -> None:
        home.add_child(instance=InformationPage(title="Stampa", slug="stampa"))
        head = client.get("/stampa/").content.decode().split("</head>")[0]

        assert '<link rel="canonical" href="http://testserver/stampa/">' in head
        assert '<meta property="og:title" content="Stampa · Amaranta">' in head
        assert "description" not in head.split("application/ld+json")[0]

    def test_and_its_translation_is_found_from_it(self, client: Client, home: HomePage) -> None:
        page = home.add_child(instance=InformationPage(title="Stampa", slug="stampa"))
        language = Locale.objects.create(language_code="en")
        home.copy_for_translation(language).save_revision().publish()
        page.copy_for_translation(language).save_revision().publish()

        assert 'hreflang="en"' in client.get("/stampa/").content.decode().split("</head>")[0]

    def test_a_private_page_says_nothing_with_or_without_introduction(
        self, client: Client, home: HomePage
    ) -> None:
        for slug, words in (("uno", ""), ("due", "Una introduzione.")):
            home.add_child(instance=PrivatePage(title="Titolo", slug=slug, search_description=words))
            head = client.get(f"/{slug}/").content.decode().split("</head>")[0]
            assert "<title>Amaranta</title>" in head
            assert not re.search("canonical|og:|description|Titolo|introduzione", head)


@pytest.mark.time_machine(DURING, tick=False)
class TestCampaignFeedAndCalendar:
    def test_the_feed_says_who_writes_it(self, client: Client, home: HomePage) -> None:
        make_campaign(make_index(home))
        feed = ET.fromstring(client.get("/campagne/feed/").content)  # our own feed, not a stranger's

        assert feed.findtext("a:author/a:name", namespaces=ATOM) == "Rete Amaranta"
        assert len(feed.findall("a:entry", ATOM)) == 1

    def test_without_events_there_is_no_calendar_and_no_link_to_one(
        self, client: Client, home: HomePage
    ) -> None:
        index = make_index(home)
        assert client.get("/campagne/calendario/").status_code == 404
        assert "calendario/" not in client.get("/campagne/").content.decode()

        make_campaign(index)
        assert "VEVENT" in client.get("/campagne/calendario/").content.decode()
        assert "/campagne/calendario/" in client.get("/campagne/").content.decode()

    def test_with_events_by_invitation_only_there_is_none_either(
        self, client: Client, home: HomePage
    ) -> None:
        campaign = make_campaign(make_index(home))
        campaign.events.filter(by_invitation=False).delete()

        for address in ("/campagne/", "/campagne/25-novembre/", "/campagne/appuntamenti/"):
            html = client.get(address).content.decode()
            assert "calendario/" not in html, address
        assert "Su invito." in client.get("/campagne/25-novembre/").content.decode()
        assert client.get("/campagne/25-novembre/calendario/").status_code == 404

    def test_an_event_keeps_its_identifier_under_every_name_of_the_server(
        self, client: Client, home: HomePage
    ) -> None:
        make_campaign(make_index(home))
        uids = set()
        for host in ("testserver", "localhost", "127.0.0.1"):
            data = client.get("/campagne/calendario/", headers={"host": host}).content
            uids.add(str(Calendar.from_ical(data).walk("VEVENT")[0]["uid"]))

        assert {uid.split("@")[1] for uid in uids} == {Site.objects.get().hostname}
        assert len(uids) == 1
