"""Each fact that an editor may write about a desk stands on its page, and no empty heading where there is none."""

import json
import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import build_desk, phone, slot
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.servizi.reading import body, text


@pytest.mark.parametrize(
    ("values", "label", "told"),
    [
        ({"address": "Via dell’Esempio 9"}, "Dove", "Via dell’Esempio 9, Bollate"),
        ({"door": "c’è scritto «Spazio»"}, "Alla porta", "c’è scritto «Spazio»"),
        ({"transport": "tram 31"}, "Come arrivare", "tram 31"),
        ({"steps": "due gradini"}, "Scale e accessi", "due gradini"),
        (
            {"services": ("legale", "ascolto")},
            "Servizi",
            "Ascolto e accoglienza, Consulenza legale",
        ),
        ({"who": "un’operatrice"}, "Chi c’è", "un’operatrice"),
        ({"languages": ("ar", "it")}, "Lingue", "Italiano , العربية"),
        ({"interpreters": "cinese, su richiesta"}, "Interpreti", "cinese, su richiesta"),
    ],
)
def test_a_fact_is_told_under_its_label_and_the_label_goes_with_it(
    client: Client,
    index: DeskIndexPage,
    bollate: Comune,
    values: dict[str, Any],
    label: str,
    told: str,
) -> None:
    having = build_desk(index, "Spazio Uno", bollate, **values)
    lacking = build_desk(index, "Spazio Due", bollate)
    found = re.search(rf"<dt>{label}</dt><dd>(.*?)</dd>", body(client, having.url))
    assert found
    assert text(found[1]) == told
    assert f"<dt>{label}</dt>" not in body(client, lacking.url)


def test_coming_in_person_has_a_heading_where_one_of_its_facts_is_known(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    heading = "<h2>Venire di persona</h2>"
    assert heading not in body(client, build_desk(index, "Spazio Zero", bollate).url)
    for number, name in enumerate(("address", "door", "transport", "steps")):
        desk = build_desk(index, f"Spazio {number}", bollate, **{name: "qualcosa"})
        assert heading in body(client, desk.url), name


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("centro", "Centro antiviolenza accreditato"),
        ("sede", "Sportello di un centro antiviolenza"),
        ("sportello", "Sportello di primo ascolto"),
        ("associazione", "Associazione"),
    ],
)
def test_page_and_list_say_what_the_desk_is(
    client: Client, index: DeskIndexPage, bollate: Comune, kind: str, words: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate)
    DeskPage.objects.filter(pk=desk.pk).update(kind=kind)
    for address in (desk.url, index.url):
        assert f'<p class="soft">Bollate · {words}</p>' in body(client, address)


def test_whom_a_desk_is_for_is_named_or_said_to_be_anybody(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    cormano = Comune.objects.create(name="Cormano", slug="cormano")
    some = build_desk(index, "Spazio Uno", bollate, comuni_served=[bollate, cormano])
    every = build_desk(index, "Spazio Due", bollate)
    assert "Per chi Bollate, Cormano" in text(body(client, some.url))
    assert "Per chi Chiunque, da qualunque Comune" in text(body(client, every.url))


def test_what_an_editor_writes_is_text_and_no_markup(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    evil = "<img src=x onerror=alert(1)> & più"
    fields = ("intro", "address", "door", "transport", "steps", "who", "interpreters", "cost")
    desk = build_desk(index, "Spazio Uno", bollate, **dict.fromkeys(fields, evil))
    html = body(client, desk.url)
    assert "<img src=x" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt; &amp; più") >= len(fields)


def linked(client: Client, desk: DeskPage) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body(client, desk.url))
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_machines_read_the_address_the_numbers_and_the_hours(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    lines = [phone("02 0000 0001"), phone("1522"), phone("+44 20 0000 0000")]
    desk = build_desk(
        index,
        "Spazio Uno",
        bollate,
        address="Via dell’Esempio 9",
        phones=lines,
        hours=[slot("1", "14:00", "18:00")],
    )
    data = linked(client, desk)
    assert data["url"].endswith("/sportelli/spazio-uno/")
    assert data["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Via dell’Esempio 9",
        "addressLocality": "Bollate",
        "addressRegion": "MI",
        "addressCountry": "IT",
    }
    assert data["telephone"] == ["+390200000001", "1522", "+442000000000"]
    assert data["isAccessibleForFree"] is True
    (row,) = data["openingHoursSpecification"]
    assert (row["dayOfWeek"], row["opens"], row["closes"]) == ("https://schema.org/Tuesday", "14:00", "18:00")
    assert [row["validFrom"] for row in data["specialOpeningHoursSpecification"]] == ["2026-12-08"]
    assert "description" not in data


def test_machines_read_nothing_of_who_checked_or_of_the_door(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, door="suona Sambuco", who="un’operatrice")
    told = json.dumps(linked(client, desk), ensure_ascii=False)
    assert "Bollate" in told
    assert not re.search("Sambuco|operatrice|verif", told)


def test_the_day_of_the_last_check_is_told_until_it_is_a_warning(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    with time_machine.travel("2026-08-01 12:00+02:00", tick=False):
        desk = build_desk(index, "Spazio Uno", bollate, phones=[phone("02 1")])
    for moment, checked in (("2026-10-30 23:00+01:00", True), ("2026-10-31 00:30+01:00", False)):
        with time_machine.travel(moment, tick=False):
            told = text(body(client, desk.url))
        assert ("Orari e telefoni controllati il 1º agosto 2026." in told) == checked, moment
        assert ("controllati l’ultima volta il 1º agosto 2026" in told) != checked, moment


def test_a_desk_that_nobody_ever_checked_says_so(client: Client, desk: DeskPage) -> None:
    DeskPage.objects.filter(pk=desk.pk).update(verified_on=None)
    told = text(body(client, desk.url))
    assert "Questi orari e telefoni non sono ancora stati controllati." in told
    assert "Se non risponde nessuno, chiama 1522" in told
    assert "controllati il" not in told
