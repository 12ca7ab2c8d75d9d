"""Who is open now, at the moments at which a wrong hour would hurt."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from amaranta.demo.desks import build_desk
from amaranta.demo.pages import publish
from home.models import HelpPage, HomePage, InformationPage
from servizi.models import Comune, DeskIndexPage, DeskPage

from .reading import MORNINGS, body, text

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
    assert "Spazio Sambuco Cinisello (esempio) , Cinisello Balsamo Apre domani alle 9.00" in told
    assert "sempre attivo" not in told  # the number of its telephone is invented

    (desk,) = (desk for desk in desks if desk.title == "Sportello Glicine (esempio)")
    desk.phones[0].value["number"] = "02 0000003"
    desk.save()
    with time_machine.travel("2026-11-22 20:00+01:00", tick=False):
        told = text(open_now_component())
    assert "Sportello Glicine (esempio): il telefono è sempre attivo 02 0000003" in told
