"""What a woman reads about the desks, at the moments at which a wrong hour would hurt."""

import json
import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from amaranta.demo.desks import build_desk, closure, phone, slot
from amaranta.demo.pages import publish
from home.models import HelpPage, HomePage, InformationPage
from servizi.hours import covered_hours
from servizi.models import Comune, DeskIndexPage, DeskPage

MORNINGS = [slot("0123456", "09:30", "12:30")]
MOMENTS = [
    ("2026-11-23 09:29+01:00", "Chiuso ora. Apre oggi alle 9.30"),
    ("2026-11-23 09:30+01:00", "Aperto ora, fino alle 12.30"),
    ("2026-11-23 12:29+01:00", "Aperto ora, fino alle 12.30"),
    ("2026-11-23 12:30+01:00", "Chiuso ora. Apre domani alle 9.30"),
    ("2026-04-25 10:00+02:00", "Chiuso oggi (Anniversario della Liberazione). Apre domani alle 9.30"),
    ("2026-08-15 10:00+02:00", "Chiuso oggi (Assunzione della Beata Vergine Maria). Apre domani alle 9.30"),
    ("2026-11-11 10:00+01:00", "Chiuso oggi (San Martino). Apre domani alle 9.30"),
    ("2026-03-29 09:29+02:00", "Chiuso ora. Apre oggi alle 9.30"),
    ("2026-03-29 09:30+02:00", "Aperto ora, fino alle 12.30"),
    ("2026-10-25 09:29+01:00", "Chiuso ora. Apre oggi alle 9.30"),
    ("2026-10-25 12:29+01:00", "Aperto ora, fino alle 12.30"),
    ("2026-12-31 23:59+01:00", "Chiuso ora. Apre sabato alle 9.30"),
]


def body(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<style>.*?</style>", "", response.content.decode(), flags=re.DOTALL).split())


def text(html: str) -> str:
    """What a reader sees, without the markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(("moment", "words"), MOMENTS)
def test_every_page_tells_the_same_right_state(
    client: Client, index: DeskIndexPage, contact_box: HelpPage, bollate: Comune, moment: str, words: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, hours=MORNINGS)
    with time_machine.travel(moment, tick=False):
        for address in (desk.url, index.url, "/", contact_box.url):
            told = body(client, address)
            # Where «Ora nessuno sportello è aperto» stands just before, it is not said twice.
            said_before = "Ora nessuno sportello è aperto" in told
            assert (words.removeprefix("Chiuso ora. ") if said_before else words) in told, address
            assert not (said_before and "Chiuso ora" in told), address
            assert ("Aperto ora" in words) == ("Aperto ora" in told), address


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 09:29+01:00", "Riceve su appuntamento oggi alle 9.30"),
        ("2026-11-23 09:30+01:00", "Riceve ora su appuntamento, fino alle 12.30"),
    ],
)
def test_no_page_calls_a_desk_by_appointment_an_open_door(
    client: Client, index: DeskIndexPage, contact_box: HelpPage, bollate: Comune, moment: str, words: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, by_appointment=True)
    with time_machine.travel(moment, tick=False):
        for address in (desk.url, index.url, "/", contact_box.url):
            told = body(client, address)
            assert words in told, address
            assert not re.search("Aperto ora|Apre ", told), address


@pytest.mark.parametrize("time", ["09:29", "10:00"])
@pytest.mark.parametrize(("day", "warns"), [("2026-11-20", False), ("2026-11-23", True)])
def test_who_is_open_or_next_is_said_with_the_doubt_about_hours_that_nobody_verified(
    client: Client,
    index: DeskIndexPage,
    contact_box: HelpPage,
    bollate: Comune,
    day: str,
    time: str,
    warns: bool,
) -> None:
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS).verify(day=date(2026, 8, 22))
    with time_machine.travel(f"{day} {time}+01:00", tick=False):
        for address in (index.url, "/", contact_box.url):
            doubted = "Orario da confermare: altrimenti 1522" in text(body(client, address))
            assert doubted == warns, address


@pytest.mark.parametrize("address", ["/", "/con-contatti/"])
def test_who_is_open_fits_the_budget_of_queries(
    client: Client, index: DeskIndexPage, contact_box: HelpPage, bollate: Comune, address: str
) -> None:
    for number in range(5):
        build_desk(index, f"Spazio {number}", bollate, hours=MORNINGS)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) <= 8, [query["sql"] for query in queries.captured_queries]


@pytest.fixture
def contact_box(home: HomePage) -> HelpPage:
    """Return a page with the box of contacts, which names the open desks."""
    page = HelpPage(title="Con contatti", slug="con-contatti")
    home.add_child(instance=page)
    publish(page, [("contact", {"heading": "Parla con qualcuno", "desks": True})], {})
    return page


def test_no_page_that_says_who_is_open_is_kept_by_a_browser(client: Client, home: HomePage) -> None:
    page = InformationPage(title="Pubblica", slug="pubblica")
    home.add_child(instance=page)
    for shows_desks, kept in ((True, "no-store"), (False, "max-age=60")):
        publish(page, [("contact", {"heading": "Parla con qualcuno", "desks": shows_desks})], {})
        assert client.get(page.url).headers["Cache-Control"] == kept


def open_now_component() -> str:
    source = '{% load desks %}{% open_now as now %}{% include "components/open_now.html" %}'
    return Template(source).render(Context({"request": RequestFactory().get("/")}))


def test_the_first_screen_names_the_next_desk_when_all_are_closed(desks: list[DeskPage]) -> None:
    with time_machine.travel("2026-11-22 20:00+01:00", tick=False):
        told = text(open_now_component())
    assert "nessuno sportello è aperto" in told
    assert "Centro Donna Insieme Cinisello , Cinisello Balsamo Apre domani alle 9.00" in told
    assert "Sportello Al tuo fianco: il telefono è sempre attivo 000 0000003" in told


@time_machine.travel("2026-11-22 20:00+01:00", tick=False)
def test_the_merged_week_says_who_is_open_where(client: Client, desks: list[DeskPage]) -> None:
    week = text(body(client, "/sportelli/").split('id="settimana"')[1])
    assert (
        "Domani 9.00–13.00 Centro Donna Insieme Cinisello , Cinisello Balsamo "
        "9.30–12.30 Sportello Al tuo fianco , Cesate (su appuntamento)" in week
    )
    assert "Venerdì 9.00–11.00 Centro Donna Insieme Cinisello" in week
    assert "Domenica 29 novembre nessuno sportello aperto" in week


def test_the_two_centres_cover_twenty_hours_a_week(desks: list[DeskPage]) -> None:
    centres = [desk.calendar for desk in desks if desk.kind == "centro"]
    assert len(centres) == 2
    assert covered_hours(centres, date(2026, 11, 23)).total_seconds() == 20 * 3600
    assert sum(centre.weekly_hours(date(2026, 11, 23)).total_seconds() for centre in centres) == 20 * 3600


CALM = "In una settimana normale almeno uno sportello è aperto per"
CONFIRMED = "secondo gli orari confermati. Sommando tutti gli sportelli le ore sono"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", f"{CALM} 20 ore, {CONFIRMED} 23. Sono comprese quelle su appuntamento."),
        ("?servizio=psicologico&lingua=ar", ""),
        ("?comune=bresso", f"{CALM} 20 ore, {CONFIRMED} 20."),
    ],
)
@time_machine.travel("2026-11-22 20:00+01:00", tick=False)
def test_the_index_says_how_many_hours_the_desks_shown_give_together(
    client: Client, desks: list[DeskPage], query: str, told: str
) -> None:
    week = text(body(client, f"/sportelli/{query}").split('id="settimana"')[1])
    assert told in week
    assert (CALM in week) == bool(told)


@time_machine.travel("2026-11-22 20:00+01:00", tick=False)
def test_hours_that_nobody_confirmed_are_not_counted(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    for name, opens, closes in (("Uno", "09:00", "12:00"), ("Due", "10:00", "13:15")):
        build_desk(index, name, bollate, hours=[slot("0", opens, closes)])
    build_desk(index, "Tre", bollate, hours=[slot("5", "08:00", "20:00")]).verify(day=date(2026, 1, 1))
    assert f"{CALM} 4,25 ore, {CONFIRMED} 6,25." in text(body(client, "/sportelli/"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Cinisello", "Bresso", "fianco"}),
        ("?comune=bollate", {"fianco"}),
        ("?servizio=legale", {"Cinisello", "fianco"}),
        ("?lingua=es", {"Bresso"}),
        ("?comune=cormano&servizio=psicologico&lingua=ar", {"Cinisello"}),
        ("?comune=bollate&lingua=ar", set()),
        ("?comune=atlantide", set()),
    ],
)
def test_filters_are_links_that_add_up(
    client: Client, desks: list[DeskPage], query: str, expected: set[str]
) -> None:
    headings = re.findall(r"<h3><a[^>]*>([^<]+)</a>", body(client, f"/sportelli/{query}"))
    assert {heading.split()[-1] for heading in headings} == expected


def test_an_empty_answer_leads_back_to_all_desks(client: Client, desks: list[DeskPage]) -> None:
    html = body(client, "/sportelli/?comune=bollate&lingua=ar")
    assert "Nessuno sportello corrisponde" in html
    assert 'href="/sportelli/">Mostra tutti' in html
    assert 'href="tel:1522"' in html


def test_a_filter_keeps_the_others_and_says_how_many_desks_it_leads_to(
    client: Client, desks: list[DeskPage]
) -> None:
    html = body(client, "/sportelli/?servizio=legale")
    assert 'href="?servizio=legale&amp;comune=cormano">Cormano <span class="soft">1</span>' in html


def test_a_desk_that_names_no_comune_is_for_everybody(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate)
    assert "Spazio Uno" in body(client, "/sportelli/?comune=qualunque")


def test_the_desk_page_tells_what_one_needs_before_coming(client: Client, desks: list[DeskPage]) -> None:
    told = text(body(client, desks[0].url))
    for words in (
        "Centro antiviolenza accreditato", "Via dell’Esempio 1, Cinisello Balsamo", "c’è scritto solo «Centro»",
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
    desk = build_desk(index, "Spazio Uno", bollate)
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
    assert data["telephone"] == ["000 0000009"]
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
    assert '"@type": "Place"' in html
    assert "OpeningHoursSpecification" not in html
    assert ('"description": "Si viene solo su appuntamento."' in html) == bool(values)


def test_no_calendar_or_contact_file_is_offered(client: Client, desks: list[DeskPage]) -> None:
    html = body(client, desks[0].url) + body(client, "/sportelli/")
    assert not re.search(r"\.ics|\.vcf|text/calendar|download", html)
