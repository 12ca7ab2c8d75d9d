"""Desks and partners by the site's own search: found by what they offer, never by what must stay inside."""

import re

from django.test import Client

from amaranta.demo.partners import build_programmes
from home.models import HomePage
from servizi.models import Comune, DeskPage
from tests.home.searching import ask

from .directory_site import Directory


def results(client: Client, words: str) -> str:
    html = ask(client, words).content.decode()
    return html.split('id="risultati"')[1].split("</section>")[0]


def titles(client: Client, words: str) -> list[str]:
    return re.findall(r"<li><a[^>]*>([^<]+)</a>", results(client, words))


def test_a_desk_is_found_by_what_it_is_where_it_is_and_what_it_speaks(
    client: Client, desks: list[DeskPage]
) -> None:
    centre = "Spazio Sambuco Cinisello (esempio)"
    assert centre in titles(client, "centro antiviolenza")
    for words in ("Cinisello Balsamo", "Cormano", "consulenza legale", "arabo"):
        assert centre in titles(client, words), words
    assert "Sportello Glicine (esempio)" not in titles(client, "arabo")


def test_a_comune_that_a_desk_begins_to_serve_finds_it_at_once(client: Client, desks: list[DeskPage]) -> None:
    desk = desks[0]
    assert desk.title not in titles(client, "Solaro")
    desk.comuni_served = [Comune.objects.get(slug="solaro")]
    desk.save_revision().publish()
    assert desk.title in titles(client, "Solaro")


def test_a_partner_is_found_by_kind_service_language_and_comune(client: Client, directory: Directory) -> None:
    for words in ("tutela legale", "consulenza legale", "arabo", "Baranzate", "consiglio gratuito"):
        assert "Avvocate in rete" in titles(client, words), words


def test_a_shelter_is_found_by_its_kind(client: Client, directory: Directory) -> None:
    assert directory.shelter.title in titles(client, "casa rifugio")


def test_internal_contacts_and_addresses_find_nobody(client: Client, directory: Directory) -> None:
    for words in ("Rosa", "interno", "99", "14", "example"):
        assert titles(client, words) == [], words


def test_a_historical_partner_is_marked_as_such(client: Client, directory: Directory) -> None:
    found = results(client, "associazione di allora")
    assert re.search(r'Associazione di allora</a> <span class="chip">Ente storico 2012-15</span>', found)
    assert "Ente storico" not in results(client, "avvocate in rete")


def test_programmes_for_perpetrators_and_folders_of_a_comune_are_never_a_result(
    client: Client, home: HomePage, directory: Directory
) -> None:
    programme = build_programmes(home, [directory.comuni["bresso"]])
    for page in (programme, programme.get_parent(), directory.bresso, directory.bollate):
        assert page.title not in titles(client, page.title)
