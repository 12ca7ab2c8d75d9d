"""Under which address a page wants to be known, and in which languages."""

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from django.test import Client
from wagtail.models import Locale

from home.models import BasePage, HomePage, InformationPage, PageClass

Demo = dict[str, BasePage]
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def canonical(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200, address
    return re.findall(r'<link rel="canonical" href="([^"]+)"', response.content.decode())


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))


def test_every_address_of_the_sitemap_answers_and_is_the_one_that_its_page_wants(
    demo: Demo, client: Client
) -> None:
    listed = ET.fromstring(client.get("/sitemap.xml").content).findall(
        "s:url", MAP
    )  # our own, not a stranger's
    addresses = [str(url.findtext("s:loc", namespaces=MAP)) for url in listed]
    assert any("/numeri/20" in address for address in addresses)
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert canonical(client, urlsplit(address).path) == [address]
    for url in listed:
        others = {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", MAP)}
        shown = alternates(
            client.get(urlsplit(str(url.findtext("s:loc", namespaces=MAP))).path).content.decode()
        )
        assert others == shown
        assert not others or others["x-default"] == others["it"]


def test_words_after_a_question_mark_are_no_address_of_their_own(demo: Demo, client: Client) -> None:
    assert canonical(client, "/scuole/?scuola=primaria&x=1") == ["http://testserver/scuole/"]


WAY = re.compile(r'<a href="([^"]+)" lang="([\w-]+)" hreflang="\2"( rel="alternate")?')


def test_from_every_page_there_is_a_way_into_every_other_language(demo: Demo, client: Client) -> None:
    homes = {page.locale.language_code: page.get_url() for page in demo.values() if page.depth == 2}
    assert len(homes) > 5
    alone = 0
    for address, page in [*demo.items(), ("/non-esiste/", None)]:
        header = client.get(address).content.decode().partition("<main")[0]
        if page is not None and page.page_class is PageClass.PRIVATE and "<header" not in header:
            continue
        ways = {code: (to, same) for to, code, same in WAY.findall(header)}
        assert set(ways) == set(homes) - {page.locale.language_code if page else "it"}, address
        for code, (to, same) in ways.items():
            assert same or to == homes[code], address
            alone += not same
    assert alone > 100


def test_a_site_in_one_language_offers_no_other(client: Client, home: HomePage) -> None:
    home.add_child(instance=InformationPage(title="Stampa", slug="stampa"))
    assert 'class="languages"' not in client.get("/stampa/").content.decode()

    home.copy_for_translation(Locale.objects.create(language_code="en")).save_revision().publish()
    assert 'class="languages"' in client.get("/stampa/").content.decode()


def test_a_home_page_that_is_still_being_translated_is_not_offered(client: Client, home: HomePage) -> None:
    home.add_child(instance=InformationPage(title="Stampa", slug="stampa"))
    english = home.copy_for_translation(Locale.objects.create(language_code="en"))
    english.save_revision().publish()
    assert 'href="/en/" lang="en"' in client.get("/stampa/").content.decode()

    english.refresh_from_db()
    english.unpublish()
    for address in ("/stampa/", "/non-esiste/"):
        assert 'class="languages"' not in client.get(address).content.decode()
