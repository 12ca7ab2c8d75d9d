"""What search engines read about each kind of body, and what they never read."""

import json
import re
from typing import Any

import pytest
from django.test import Client

from amaranta.demo.partners import build_partner
from servizi.directory.linked_data import TYPES
from servizi.models import PartnerPage
from servizi.vocabulary import PartnerKind
from tests.servizi.directory_site import Directory
from tests.servizi.reading import read


def linked(client: Client, page: PartnerPage) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', read(client, page.url))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_everything_that_the_page_tells_is_told_to_machines(client: Client, directory: Directory) -> None:
    data = linked(client, directory.lawyers)
    assert {name: data[name] for name in data if name not in {"@context", "url", "@id"}} == {
        "@type": "LegalService",
        "name": "Avvocate in rete",
        "knowsAbout": ["Consulenza legale"],
        "contactPoint": {
            "@type": "ContactPoint",
            "telephone": "+390000000101",
            "email": "avvocate@example.org",
            "availableLanguage": ["it", "ar"],
        },
        "address": "Via dell’Esempio 14, Bollate",
        "areaServed": [{"@type": "City", "name": name} for name in ("Baranzate", "Bollate")],
        "sameAs": "https://www.example.org/",
    }
    assert data["url"].endswith(directory.lawyers.url)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("comune", "GovernmentOffice"),
        ("polizia", "PoliceStation"),
        ("ospedale", "Hospital"),
        ("consultorio", "MedicalClinic"),
        ("associazione", "NGO"),
        ("avvocati", "LegalService"),
        ("scuola", "GovernmentOffice"),
    ],
)
def test_each_kind_has_the_name_that_schema_org_gives_it(
    client: Client, directory: Directory, kind: str, type_: str
) -> None:
    page = directory.hospital
    PartnerPage.objects.filter(pk=page.pk).update(kind=kind)
    assert linked(client, page)["@type"] == type_
    assert set(TYPES) == set(PartnerKind.values)


def test_what_a_body_does_not_say_is_not_told_as_empty(client: Client, directory: Directory) -> None:
    bare = build_partner(directory.bresso, "Gruppo")
    data = linked(client, bare)
    assert data["name"] == "Gruppo"
    assert not {"address", "sameAs", "knowsAbout"} & data.keys()
    assert not [value for value in data.values() if value in ("", [], {})]


def test_a_name_that_closes_a_script_stays_a_name(client: Client, directory: Directory) -> None:
    PartnerPage.objects.filter(pk=directory.hospital.pk).update(title="</script><b>Ospedale")
    html = read(client, directory.hospital.url)
    assert linked(client, directory.hospital)["name"] == "</script><b>Ospedale"
    assert "<b>Ospedale" not in html


def test_machines_read_nothing_of_a_historical_body_or_of_a_shelter(
    client: Client, directory: Directory
) -> None:
    assert "ld+json" in read(client, directory.hospital.url)
    for page in (directory.historical, directory.shelter):
        html = read(client, page.url)
        assert page.title in html
        assert "ld+json" not in html


def test_machines_read_no_contact_of_the_staff_and_no_day_of_a_check(
    client: Client, directory: Directory
) -> None:
    told = json.dumps(linked(client, directory.lawyers), ensure_ascii=False)
    assert "avvocate@example.org" in told
    assert not re.search("Rosa|interno 99|verif|protocol", told)
