"""The pages of partners, shelters and programmes: each fact under its label, and no label without a fact."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Locale

from amaranta.demo.partners import build_partner, build_programmes
from servizi.models import Comune, PartnerPage, ProgrammePage, ShelterPage
from tests.servizi.directory_site import Directory
from tests.servizi.reading import body, text


@pytest.fixture
def programme(directory: Directory) -> ProgrammePage:
    home = directory.index.get_parent().specific
    return build_programmes(home, [directory.comuni[slug] for slug in ("bresso", "solaro")])


@pytest.mark.parametrize(
    ("values", "label", "told"),
    [
        ({"email": "a@example.org"}, "E-mail", "a@example.org"),
        ({"street_address": "Via dell’Esempio 3"}, "Indirizzo", "Via dell’Esempio 3"),
        ({"access_notes": "Due gradini.\nAscensore."}, "Come si entra", "Due gradini. Ascensore."),
        (
            {"services": ("legale", "ascolto")},
            "Che cosa offre",
            "Ascolto e accoglienza · Consulenza legale",
        ),
        ({"audiences": ("madri", "donne")}, "Per chi", "Donne · Donne con figli"),
        ({"languages": ("ar", "it")}, "Lingue", "Italiano · العربية"),
    ],
)
def test_a_fact_of_a_partner_is_told_under_its_label(
    client: Client, directory: Directory, values: dict[str, Any], label: str, told: str
) -> None:
    having = build_partner(directory.bresso, "Gruppo", **values)
    lacking = build_partner(directory.bresso, "Altro gruppo")
    found = re.search(rf"<dt>{label}</dt><dd>(.*?)</dd>", body(client, having.url))
    assert found
    assert text(found[1]) == told
    assert f"<dt>{label}</dt>" not in body(client, lacking.url)


def test_when_a_telephone_answers_is_told_beside_it_and_not_without_it(
    client: Client, directory: Directory
) -> None:
    answering = build_partner(directory.bresso, "Gruppo", phone="02 0000-0001", phone_hours="lun 9-12")
    mute = build_partner(directory.bresso, "Altro gruppo", phone_hours="lun 9-12")
    html = body(client, answering.url)
    assert '<a class="call" href="tel:0200000001"><b>02 0000-0001</b></a>' in html
    assert "Risponde: lun 9-12" in text(html)
    assert "Risponde:" not in text(body(client, mute.url))


def test_the_day_of_the_protocol_and_of_the_check_are_told_where_they_are_known(
    client: Client, directory: Directory
) -> None:
    page = directory.hospital
    for signed, checked in ((date(2026, 3, 1), date(2026, 3, 9)), (None, None)):
        PartnerPage.objects.filter(pk=page.pk).update(protocol_signed_on=signed, verified_on=checked)
        told = text(body(client, page.url))
        assert ("Ha firmato il protocollo della rete il 1º marzo 2026." in told) == bool(signed)
        assert ("Dati verificati il 9 marzo 2026." in told) == bool(checked)


def test_a_historical_body_is_kept_for_memory_and_is_never_said_to_be_unchecked(
    client: Client, directory: Directory
) -> None:
    for page, stale in ((directory.historical, False), (directory.hospital, True)):
        PartnerPage.objects.filter(pk=page.pk).update(verified_on=date(2020, 1, 1))
        told = text(body(client, page.url))
        assert ("Nessuno ha ricontrollato" in told) == stale
        assert ("Questa pagina serve alla memoria" in told) != stale


def test_the_archive_is_a_list_of_its_own_and_leads_back(client: Client, directory: Directory) -> None:
    today, archive = (body(client, address) for address in ("/rete/", "/rete/?archivio=1"))
    assert "Associazione di allora" in archive
    assert "Associazione di allora" not in today
    assert "Avvocate in rete" in today
    assert "Avvocate in rete" not in archive
    assert "Non sono contatti di oggi." in archive
    assert "Non sono contatti di oggi." not in today
    assert "Torna agli enti di oggi" in archive
    assert 'href="/rete/?archivio=1"' in today


def test_a_shelter_is_told_without_a_place_and_leads_to_the_desks(
    client: Client, directory: Directory
) -> None:
    html = body(client, directory.shelter.url)
    told = text(html)
    assert "Dove si trova e come contattarla sono segreti" in told
    assert "Casa rifugio" in told
    main = html.split("<main")[1].split("</main>")[0]
    assert set(re.findall(r'href="(?:tel|mailto):([^"]*)"', main)) <= {"112", "1522"}
    assert not any(f"<dt>{label}" in main for label in ("Indirizzo", "E-mail", "Sito", "Per chi abita a"))
    # The same labels stand on the page of a partner, so they would have been seen.
    assert "<dt>Indirizzo" in body(client, directory.lawyers.url)


@pytest.mark.parametrize(
    "words",
    [
        "Si trova a Bresso",
        "vicino a CORMANO",
        "Via Roma 5",
        "in p.za Dante",
        "tel. 02 000001",
        "a@example.org",
    ],
)
def test_a_shelter_that_would_tell_where_it_is_cannot_be_saved(directory: Directory, words: str) -> None:
    shelter = ShelterPage.objects.get(pk=directory.shelter.pk)
    shelter.full_clean()
    shelter.summary = words
    with pytest.raises(Exception, match="segreto"):
        shelter.full_clean()


def test_a_comune_that_joins_the_network_is_a_secret_place_from_then_on(directory: Directory) -> None:
    shelter = ShelterPage.objects.get(pk=directory.shelter.pk)
    shelter.summary = "Una casa nel verde di Rescaldina."
    shelter.full_clean()
    Comune.objects.create(name="Rescaldina", slug="rescaldina")
    with pytest.raises(Exception, match="segreto"):
        shelter.full_clean()


def test_the_programmes_say_for_whom_they_are_and_how_they_answer(
    client: Client, programme: ProgrammePage
) -> None:
    ProgrammePage.objects.filter(pk=programme.pk).update(phone="02 0000 0001")
    card = body(client, "/percorsi/").split('<li class="card">')[1].split("</li>")[0]
    assert programme.title in text(card)
    assert "Bresso, Solaro" in text(card)
    assert 'href="tel:0200000001"' in card
    page = body(client, programme.url)
    assert "Per chi abita a Bresso, Solaro" in text(page)
    assert "Tutti i programmi" in page
    assert "<title>Amaranta · Percorsi</title>" in page


def test_without_a_programme_the_list_says_so(client: Client, programme: ProgrammePage) -> None:
    empty = "Qui non c’è ancora nessun programma."
    assert empty not in body(client, "/percorsi/")
    programme.unpublish()
    html = body(client, "/percorsi/")
    assert empty in html
    assert programme.title not in html
    assert client.get(programme.url).status_code == 404


def test_an_empty_directory_says_so_and_gives_a_number(client: Client, directory: Directory) -> None:
    assert "Qui non c’è ancora nessun ente." not in body(client, "/rete/")
    for page in (directory.lawyers, directory.hospital, directory.shelter):
        page.unpublish()
    html = body(client, "/rete/")
    assert "Qui non c’è ancora nessun ente." in html
    assert "0 enti" in text(html)
    assert 'href="tel:1522"' in html
    assert "Prova senza:" not in html
    assert "Nessun ente risponde a tutti questi filtri insieme." in body(client, "/rete/?comune=bresso")


def test_in_english_what_nobody_translated_is_shown_and_what_somebody_did_replaces_it(
    client: Client, directory: Directory
) -> None:
    english = Locale.objects.create(language_code="en")
    copy = directory.lawyers.copy_for_translation(english, copy_parents=True)
    copy.title = "Women lawyers"
    copy.save_revision().publish()
    index = directory.index.get_translation(english)
    html = body(client, index.url)
    found = re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', html)
    assert found == ["Casa rifugio della rete (esempio)", "Ospedale dell’Esempio", "Women lawyers"]
    assert "3 organisations" in text(html)


def test_a_section_sends_to_its_comune_and_offers_no_second_one(client: Client, directory: Directory) -> None:
    with time_machine.travel("2026-11-23 10:00+01:00", tick=False):
        assert client.get("/rete/bollate/").headers["Location"] == "/rete/?comune=bollate"
    twin = type(directory.bresso)(title="Bresso due", slug="bresso-due", comune=directory.comuni["bresso"])
    with pytest.raises(Exception, match="ha già la sua sezione"):
        directory.index.add_child(instance=twin)
