"""What a visitor reads in the directory."""

import json
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from amaranta.demo.partners import build_partner, build_partners
from home.models import HomePage
from servizi.models import PartnerPage, ProgrammePage, ShelterPage

from .directory_site import Directory
from .reading import read


def hits(html: str) -> list[str]:
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', html)


def test_the_directory_lists_partners_with_their_numbers(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/")

    assert hits(html) == ["Avvocate in rete", "Casa rifugio della rete (esempio)", "Ospedale dell’Esempio"]
    assert 'href="tel:0000000102"' in html


def test_filters_are_plain_links_that_combine(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/?comune=bollate&servizio=legale&lingua=ar")

    assert hits(html) == ["Avvocate in rete"]
    assert 'href="/rete/?servizio=legale&amp;lingua=ar#risultati"' in html  # drops the Comune, keeps the rest


def test_an_empty_answer_offers_a_way_on_and_a_number(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/?comune=bresso&servizio=legale")

    assert hits(html) == []
    assert 'href="tel:1522"' in html
    assert '<a href="/rete/?servizio=legale#risultati"><bdi>Bresso</bdi></a> (1)' in html


def test_an_unknown_filter_is_named_beside_its_field(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/?comune=atlantide")

    assert 'id="comune-errore"' in html
    assert len(hits(html)) == 3


@pytest.mark.parametrize("page", ["0", "-1", "999", "x", "1' OR 1=1"])
def test_any_page_number_gives_a_page(client: Client, directory: Directory, page: str) -> None:
    assert hits(read(client, f"/rete/?pagina={page}"))


def test_many_partners_come_in_pages_that_keep_the_filters(client: Client, directory: Directory) -> None:
    for number in range(9):
        build_partner(directory.bresso, f"Gruppo {number:02d}")

    first = read(client, "/rete/?tipo=associazione")
    assert len(hits(first)) == 8
    assert 'rel="next" href="/rete/?tipo=associazione&amp;pagina=2"' in first
    assert hits(read(client, "/rete/?tipo=associazione&pagina=2")) == ["Gruppo 08"]


def test_what_is_typed_is_written_back_harmless(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in html


def test_every_comune_is_a_link_on_the_drawing_and_in_the_list(client: Client, directory: Directory) -> None:
    html = read(client, "/rete/")

    for comune in directory.comuni.values():
        assert html.count(f'href="/rete/?comune={comune.slug}#risultati"') == 2
        assert re.search(rf'aria-label="{comune.name}: \d+"', html)


def test_the_address_of_a_section_leads_to_the_partners_of_its_comune(
    client: Client, directory: Directory
) -> None:
    response = client.get("/rete/bresso/")

    assert response.headers["Location"].endswith("/rete/?comune=bresso")


def test_a_partner_page_says_how_to_reach_it(client: Client, directory: Directory) -> None:
    html = read(client, directory.lawyers.url)

    for told in ("tel:0000000101", "lun-ven 9-12", "Via dell’Esempio 14", "Baranzate, Bollate", "العربية"):
        assert told in html
    data = json.loads(re.search(r'ld\+json">(.+?)</script>', html)[1])  # type: ignore[index]
    assert data["@type"] == "LegalService"
    assert data["contactPoint"]["telephone"] == "+390000000101"


def test_title_and_address_of_a_partner_say_one_place_and_nothing_else(
    client: Client, directory: Directory
) -> None:
    page = directory.lawyers

    assert "<title>Amaranta · Bollate</title>" in read(client, page.url)
    assert re.fullmatch(r"/rete/bollate/e-[a-z2-9]{6}/", page.url)


def test_facts_older_than_ninety_days_are_marked_and_1522_is_offered(
    client: Client, directory: Directory
) -> None:
    verified = timezone.localdate()
    warning = "Nessuno ha ricontrollato"

    with time_machine.travel(verified + timedelta(days=90), tick=False):
        assert warning not in read(client, directory.lawyers.url)
    with time_machine.travel(verified + timedelta(days=91, hours=1), tick=False):
        html = read(client, directory.lawyers.url)
    assert warning in html
    assert '<a href="tel:1522">1522</a>' in html


def test_a_partner_that_was_unpublished_is_gone(client: Client, directory: Directory) -> None:
    directory.lawyers.unpublish()

    assert client.get(directory.lawyers.url).status_code == 404
    assert "Avvocate in rete" not in hits(read(client, "/rete/"))


def test_the_demonstration_has_twenty_five_bodies_and_can_be_built_twice(
    client: Client, home: HomePage
) -> None:
    build_partners(home)
    build_partners(home)

    partners = PartnerPage.objects.live()
    assert partners.filter(is_archive=True).count() == 8
    assert partners.count() + ShelterPage.objects.count() == 25
    assert ProgrammePage.objects.count() == 1
    assert all(partner.phone.startswith("000 ") for partner in partners.filter(is_archive=False))
    assert hits(read(client, "/rete/?comune=bollate&servizio=legale&lingua=ar")) == [
        "Avvocate in rete (esempio)"
    ]
    assert date(2026, 1, 1) <= partners.first().verified_on


def test_words_are_posted_and_stand_in_no_address_of_the_answer(client: Client, directory: Directory) -> None:
    build_partner(directory.bresso, "Gruppo Zumodibe")
    page = client.post("/rete/", {"q": "zumodibe", "comune": "bresso"}, follow=True).content.decode()

    assert hits(page) == ["Gruppo Zumodibe"]
    assert 'method="post" action="/rete/#risultati"' in page
    addresses = re.findall(r'(?:href|action)="([^"]*)"', page)
    assert any("comune=bresso" in address for address in addresses)
    assert [
        address for address in addresses if "zumodibe" in address.replace("gruppo-zumodibe", "").lower()
    ] == []
