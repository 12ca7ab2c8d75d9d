"""Whoever starts on the home page and only follows links gets everywhere."""

import re
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from django.test import Client

from home.models import BasePage, HomePage, InformationPage, PageClass

Demo = dict[str, BasePage]

MORE = {"pagina", "archivio"}

pytestmark = pytest.mark.django_db


def links(client: Client, address: str) -> set[str]:
    """Return the addresses of this site that a page links to; of queries those that show more of a list."""
    html = client.get(address).content.decode()
    found = (urljoin(address, unescape(href)) for href in re.findall(r'<a [^>]*?href="([^"]+)"', html))
    parts = [urlsplit(href) for href in found if href.startswith("/")]
    return {
        f"{part.path}?{part.query}" if part.query and parse_qs(part.query).keys() <= MORE else part.path
        for part in parts
    }


def footer(client: Client, address: str) -> str:
    return client.get(address).content.decode().split("<footer", 1)[1]


def test_every_page_that_may_be_found_is_reached_by_links_from_the_home_page(
    demo: Demo, client: Client
) -> None:
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for address in links(client, waiting.pop()) - reached:
            reached.add(address)
            if address.split("?")[0] in demo:
                waiting.append(address)

    wanted = {address for address, page in demo.items() if page.page_class is not PageClass.PRIVATE}
    assert wanted - reached == set()


def test_the_network_and_the_figures_are_one_tap_away_from_every_page(demo: Demo, client: Client) -> None:
    for address in [*(a for a, page in demo.items() if page.written_in == "it"), "/non-esiste/"]:
        assert 'href="/rete/"' in footer(client, address), address
        assert 'href="/numeri/"' in footer(client, address), address


def test_the_menu_speaks_the_language_of_the_page(demo: Demo, client: Client) -> None:
    english = footer(client, "/en/for-me/understand/")

    assert 'href="/rete/"' not in english
    assert 'href="/en/for-me/"' in english


def test_a_page_is_in_the_menu_as_its_editor_says(client: Client, home: HomePage) -> None:
    page = home.add_child(
        instance=InformationPage(title="Una pagina nuova", slug="nuova", show_in_menus=True)
    )
    assert "Una pagina nuova" in footer(client, "/")

    page.show_in_menus = False
    page.save()
    assert "Una pagina nuova" not in footer(client, "/")

    page.show_in_menus = True
    page.live = False
    page.save()
    assert "Una pagina nuova" not in footer(client, "/")
