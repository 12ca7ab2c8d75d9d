"""What a woman reads about one desk, and what search engines do."""

import json
import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import build_desk, closure, phone
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.home.vocabulary import told_by

from .reading import MORNINGS, body, text


def test_the_desk_page_tells_what_one_needs_before_coming(client: Client, desks: list[DeskPage]) -> None:
    told = text(body(client, desks[0].url))
    for words in (
        "Sportello di un centro antiviolenza", "Via dell’Esempio 1, Cinisello Balsamo", "c’è scritto solo «Centro»",
        "nessun gradino", "Consulenza legale", "العربية", "Tutto è gratuito.", "Risponde un’operatrice del centro",
        "C’è la segreteria", "un’operatrice formata",
    ):  # fmt: skip
        assert words in told
    assert "solo su appuntamento" in text(body(client, desks[2].url))


@time_machine.travel("2026-07-20 10:00+02:00", tick=False)
def test_the_desk_page_announces_closures_and_holidays(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    hours = [*MORNINGS, closure(date(2026, 8, 3), date(2026, 8, 28), "Chiusura estiva")]
    desk = build_desk(index, "Spazio Uno", bollate, hours=hours)
    assert "dal 3 agosto al 28 agosto: chiuso (Chiusura estiva)" in text(body(client, desk.url))


@pytest.mark.parametrize(("day", "warns"), [("2026-11-20", False), ("2026-11-21", True)])
def test_after_ninety_days_unverified_the_page_says_so_and_offers_the_national_number(
    client: Client, index: DeskIndexPage, bollate: Comune, day: str, warns: bool
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, hours=MORNINGS)
    desk.verify(day=date(2026, 8, 22))
    with time_machine.travel(f"{day} 10:00+01:00", tick=False):
        told = text(body(client, desk.url).split("In pericolo")[0])
        listed = text(body(client, index.url))
    assert ("controllati l’ultima volta il 22 agosto 2026" in told) == warns
    assert ("Se non risponde nessuno, chiama 1522" in told) == warns
    assert ("chiama il 1522" in listed) == warns


def test_a_desk_page_leaves_no_trace_and_names_no_theme(client: Client, desks: list[DeskPage]) -> None:
    response = client.get(desks[0].url)
    head = response.content.decode().split("</head>")[0]
    assert response.headers["Cache-Control"] == "no-store"
    assert "<title>Amaranta · Cinisello Balsamo</title>" in head
    assert not re.search(
        "violenza|donna", re.sub(r"<style>.*?</style>", "", head, flags=re.DOTALL), re.IGNORECASE
    )
    assert not response.cookies


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_search_engines_read_place_and_hours(client: Client, index: DeskIndexPage, bollate: Comune) -> None:
    desk = build_desk(
        index, "Spazio </script> & Uno", bollate, slug="uno", hours=MORNINGS, phones=[phone("000 0000009")],
        address="Via dell’Esempio 9",
    )  # fmt: skip
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', client.get(desk.url).content.decode()
    )
    assert script
    data = json.loads(script[1])
    assert data["name"] == "Spazio </script> & Uno"
    assert data["@type"] == "Place"
    assert data["address"]["addressLocality"] == "Bollate"
    assert data["telephone"] == ["+390000000009"]
    assert len(data["openingHoursSpecification"]) == 7
    assert data["specialOpeningHoursSpecification"][0]["validFrom"] == "2026-12-08"


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
@pytest.mark.parametrize(
    ("values", "verified"), [({"by_appointment": True}, "2026-11-23"), ({}, "2026-08-01")]
)
def test_search_engines_get_no_hours_that_are_unverified_or_by_appointment(
    client: Client, index: DeskIndexPage, bollate: Comune, values: dict[str, Any], verified: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, **values)
    desk.verify(day=date.fromisoformat(verified))
    html = client.get(desk.url).content.decode()
    [data] = told_by(html)
    assert data["@type"] == "Place"
    assert "OpeningHoursSpecification" not in html
    assert data.get("description") == ("Si viene solo su appuntamento." if values else None)


def test_no_calendar_or_contact_file_is_offered(client: Client, desks: list[DeskPage]) -> None:
    html = body(client, desks[0].url) + body(client, "/sportelli/")
    assert not re.search(r"\.ics|\.vcf|text/calendar|download", html)
