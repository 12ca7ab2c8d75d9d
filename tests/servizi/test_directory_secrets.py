"""What the directory must never tell."""

import csv
import io
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Revision

from amaranta.demo.desks import build_desk_index
from amaranta.demo.partners import build_partner, build_programmes
from servizi.models import PartnerPage, PartnerSectionPage, ShelterPage
from servizi.partner_import.apply import export

from .directory_site import Directory

INTERNAL = "Chiedere di Rosa, interno 99"
PLACE_FIELDS = {"street_address", "comuni", "access_notes", "website", "logo"}
CONTACT_FIELDS = {"phone", "phone_hours", "email"}


def columns(table: str) -> set[str]:
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, table)}


def test_the_table_of_shelters_has_no_column_for_a_place_or_a_contact(directory: Directory) -> None:
    secret = {"street_address", "access_notes", "website", "logo_id", "phone", "phone_hours", "email"}

    assert secret.isdisjoint(columns("servizi_shelterpage"))
    assert secret <= columns("servizi_partnerpage")


def test_the_table_with_addresses_refuses_a_shelter(directory: Directory) -> None:
    for kind in ("rifugio", "cuav", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            PartnerPage.objects.filter(pk=directory.lawyers.pk).update(kind=kind)


def test_the_form_of_a_shelter_asks_for_no_place_and_no_contact(
    administrator: Client, directory: Directory
) -> None:
    def asked(page: Page) -> set[str]:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        html = administrator.get(edit).content.decode()
        return set(re.findall(r'name="(\w+)"', html)) & {*PLACE_FIELDS, *CONTACT_FIELDS}

    assert asked(directory.lawyers) == {*PLACE_FIELDS, *CONTACT_FIELDS}
    assert asked(directory.shelter) == set()


def test_visitors_and_machines_are_told_of_a_shelter_only_that_desks_lead_to_it(
    client: Client, directory: Directory
) -> None:
    desks = build_desk_index(directory.index.get_parent().specific)
    lawyers, shelter = (
        client.get(page.url).content.decode() for page in (directory.lawyers, directory.shelter)
    )

    def told(html: str) -> list[str]:
        main = html.split("<main")[1].split("</main>", maxsplit=1)[0]
        return re.findall(r'href="(tel:(?!112|1522)[^"]*|mailto:[^"]*|https?:[^"]*)"|(ld\+json)', main)

    assert told(lawyers)
    assert told(shelter) == []
    assert f'href="{desks.url}"' in shelter.split("<main")[1]
    card = client.get("/rete/?tipo=rifugio").content.decode().split('class="hits"')[1].split("</ul>")[0]
    assert directory.shelter.title in card
    assert "tel:" not in card
    assert (
        "tel:" in client.get("/rete/?q=consiglio").content.decode().split('class="hits"')[1].split("</ul>")[0]
    )


@pytest.mark.parametrize(
    "text", ["Chiama il 000 0000130", "Tel. 02/123.45.67", "casa@example.org", "+39 (02) 1234567"]
)
@pytest.mark.parametrize("field", ["title", "summary", "description"])
def test_a_contact_written_into_a_public_text_of_a_shelter_is_refused(
    directory: Directory, field: str, text: str
) -> None:
    setattr(directory.shelter, field, text)

    with pytest.raises(ValidationError) as raised:
        directory.shelter.full_clean()
    assert "recapito" in raised.value.message_dict[field][0]


def test_what_only_staff_read_of_a_shelter_may_hold_a_number(directory: Directory) -> None:
    directory.shelter.internal_contact = "Reperibile: 000 0000130"
    directory.shelter.description = "Se è notte chiama il {{antiviolenza}}. Si resta fino a 180 giorni."
    directory.shelter.full_clean()


@pytest.mark.parametrize("field", ["title", "summary", "description", "internal_contact"])
@pytest.mark.parametrize(
    "text",
    [
        "Siamo in via Roma 5",
        "In Piazza della Pace",
        "In via dell’Esempio",
        "In P.zza Dante",
        "a 20091 Bresso",
        "www.google.it/maps.app",
        "45.5401, 9.19",
    ],
)
def test_a_place_written_into_any_text_of_a_shelter_is_refused(
    directory: Directory, field: str, text: str
) -> None:
    shelter = directory.shelter
    setattr(shelter, field, text)

    with pytest.raises(ValidationError) as raised:
        shelter.full_clean()
    assert "segreto" in raised.value.message_dict[field][0]


def test_ordinary_words_about_a_shelter_are_accepted(directory: Directory) -> None:
    directory.shelter.description = "Si arriva tramite uno sportello. Via da casa in poche ore, con i figli."
    directory.shelter.full_clean()


def test_a_refused_place_reaches_neither_page_nor_revision(
    administrator: Client, directory: Directory
) -> None:
    data = {
        "title": "Casa", "summary": "Siamo in via Segreta 7", "description": "", "internal_contact": "", "protocol_signed_on": "", "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
    }  # fmt: skip
    edit = reverse("wagtailadmin_pages:edit", args=[directory.shelter.pk])
    answer = administrator.post(edit, data).content.decode()

    assert "è segreto" in answer
    assert not ShelterPage.objects.filter(summary__contains="Segreta").exists()
    assert not Revision.objects.filter(content__icontains="Segreta").exists()


def test_a_shelter_stands_in_no_comune(directory: Directory) -> None:
    assert not ShelterPage.can_create_at(directory.bresso)
    assert ShelterPage.can_create_at(directory.index)
    assert not any(section.get_children().type(ShelterPage) for section in PartnerSectionPage.objects.all())


def test_a_shelter_is_in_no_sheet(directory: Directory) -> None:
    assert "rifugio" not in export().decode().lower()


def test_contacts_of_the_staff_are_in_no_page_search_or_sheet(
    client: Client, administrator: Client, directory: Directory
) -> None:
    page = directory.lawyers
    page.save()  # writes the search index again
    public = client.get(page.url).content.decode() + client.get("/rete/?q=rosa").content.decode()

    assert INTERNAL not in public
    assert "Avvocate in rete" not in client.get("/rete/?q=rosa").content.decode()
    assert "Rosa" not in export().decode()
    assert "Rosa" not in page.search_text
    with connection.cursor() as cursor:
        cursor.execute("SELECT title, body, autocomplete FROM wagtailsearch_indexentry")
        assert "rosa" not in str(cursor.fetchall()).lower()
    assert INTERNAL in administrator.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_programmes_for_perpetrators_are_never_among_the_answers(
    client: Client, directory: Directory
) -> None:
    programme = build_programmes(directory.index.get_parent().specific, list(directory.comuni.values()))

    for address in (
        "/rete/",
        "/rete/?q=uomini",
        "/rete/?q=colloqui",
        "/rete/?comune=bresso",
        "/rete/?archivio=1",
    ):
        html = client.get(address).content.decode()
        assert programme.title not in html
        assert "/percorsi/" not in html
    assert programme.title in client.get("/percorsi/").content.decode()
    apart = client.get("/percorsi/").content.decode()
    assert "/rete/" not in apart.split("<main")[1].split("</main>")[0]


def test_a_historical_body_keeps_no_contact(client: Client, directory: Directory) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerPage.objects.filter(pk=directory.historical.pk).update(phone="000 1")
    with pytest.raises(ValidationError, match="storico"):
        build_partner(directory.bresso, "Allora", is_archive=True, phone="000 0000001")

    html = client.get(directory.historical.url).content.decode()
    assert "2012-15" in html
    assert "mailto:" not in html
    assert "ld+json" not in html
    assert set(re.findall(r'href="tel:(\d+)"', html)) == {"112", "1522"}


def test_a_formula_in_a_name_is_not_run_by_a_spreadsheet(directory: Directory) -> None:
    for start in ("=", "+", "-", "@"):
        build_partner(directory.bresso, f"{start}HYPERLINK(1)", phone="+39 000 1")

    rows = csv.reader(io.StringIO(export().decode("utf-8-sig")), delimiter=";")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_only_staff_may_take_the_sheet(client: Client, directory: Directory) -> None:
    assert client.get(reverse("servizi_partners_export")).status_code == 302
    client.force_login(get_user_model().objects.create_user("senza-ruolo", password="x"))
    assert client.get(reverse("servizi_partners_export")).status_code in {302, 403}
