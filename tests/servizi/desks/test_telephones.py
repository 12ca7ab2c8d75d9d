"""When a telephone of a desk answers, on its page, in the list and among those who can be reached now."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import build_desk, phone
from servizi.desks.open_now import open_now
from servizi.models import Comune, DeskIndexPage
from tests.servizi.reading import MORNINGS, body, text


@pytest.mark.parametrize(
    ("values", "on_page", "in_list"),
    [
        ({"always_on": True, "hours": "9-12"}, "Sempre attivo, di giorno e di notte.", "sempre attivo"),
        ({"every_day": True}, "Ogni giorno, anche di festa.", ""),
        ({"every_day": True, "hours": "9-21"}, "Ogni giorno, anche di festa. Quando: 9-21.", "9-21"),
        ({"when_open": True}, "Negli orari di apertura.", "negli orari di apertura"),
        ({"when_open": True, "hours": "9-21"}, "Negli orari di apertura.", "negli orari di apertura"),
        ({"hours": "lunedì 9-12"}, "Quando: lunedì 9-12.", "lunedì 9-12"),
        ({}, "", ""),
    ],
)
def test_page_and_list_say_when_it_answers(
    client: Client,
    index: DeskIndexPage,
    bollate: Comune,
    values: dict[str, Any],
    on_page: str,
    in_list: str,
) -> None:
    line = phone("000 0000077", name="Telefono rosso", **values)
    desk = build_desk(index, "Spazio Uno", bollate, phones=[line])
    item = text(body(client, desk.url).split('<ul class="phones">')[1].split("</ul>")[0])
    assert item == f"000 0000077 Telefono rosso {on_page}".strip()
    card = text(body(client, index.url).split('<li class="card">')[1].split("</li>")[0])
    assert card.endswith(f"000 0000077 {in_list}".strip())


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"answers": "un’operatrice, in italiano e arabo"}, "Risponde un’operatrice, in italiano e arabo."),
        ({"voicemail": True}, "C’è la segreteria: lascia un messaggio solo se per te è sicuro."),
    ],
)
def test_who_answers_and_the_danger_of_a_voicemail_are_told_where_there_is_one(
    client: Client, index: DeskIndexPage, bollate: Comune, values: dict[str, Any], told: str
) -> None:
    plain = build_desk(index, "Spazio Uno", bollate, phones=[phone("000 1")])
    telling = build_desk(index, "Spazio Due", bollate, phones=[phone("000 1", **values)])
    assert told in text(body(client, telling.url))
    assert told not in text(body(client, plain.url))


@pytest.mark.parametrize(
    ("number", "href"),
    [
        ("02 0000-0001", "tel:0200000001"),
        ("+39 02 0000.0001", "tel:+390200000001"),
        ("02/00000001", "tel:0200000001"),
        ("1522", "tel:1522"),
    ],
)
def test_a_tap_dials_the_digits_and_nothing_else(
    client: Client, index: DeskIndexPage, bollate: Comune, number: str, href: str
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, phones=[phone(number)])
    assert f'<a class="call" href="{href}"><b>{number}</b>' in body(client, desk.url)
    assert f'<a href="{href}">{number}</a>' in body(client, index.url)


@time_machine.travel("2026-11-23 10:00+01:00", tick=False)
def test_a_number_that_always_answers_stands_apart_from_those_of_the_open_desk(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    lines = [phone("02 0000001"), phone("02 0000002", always_on=True)]
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS, phones=lines)
    card = body(client, "/sportelli/").split("Con chi puoi parlare adesso</h2>")[1].split("</section>")[0]
    told = text(card)
    assert told.startswith("Spazio Uno , Bollate Aperto ora, fino alle 12.30 02 0000001")
    assert told.endswith("Spazio Uno: il telefono è sempre attivo 02 0000002")
    assert card.count("02 0000002") == 1


@time_machine.travel("2026-11-23 20:00+01:00", tick=False)
def test_an_invented_number_is_never_called_always_on(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate, phones=[phone("000 0000002", always_on=True)])
    assert "il telefono è sempre attivo" not in body(client, index.url)
    now = open_now(desk.calendar.state(_now()).moment)
    assert (len(now.always_on), now.lines) == (1, [])
    desk.phones[0].value["number"] = "02 0000002"
    desk.save()
    assert "il telefono è sempre attivo" in body(client, index.url)


def _now() -> Any:
    from django.utils import timezone

    return timezone.now()


def test_a_desk_without_a_telephone_has_no_heading_for_one(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    mute = build_desk(index, "Spazio Uno", bollate)
    reached = build_desk(index, "Spazio Due", bollate, phones=[phone("000 1")])
    assert "<h2>Telefono</h2>" in body(client, reached.url)
    assert "<h2>Telefono</h2>" not in body(client, mute.url)
