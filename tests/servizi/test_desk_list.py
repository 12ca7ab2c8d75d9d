"""The list of desks: the week of all of them, and its filters."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import build_desk, slot
from servizi.hours import covered_hours
from servizi.models import Comune, DeskIndexPage, DeskPage

from .reading import body, text


@time_machine.travel("2026-11-22 20:00+01:00", tick=False)
def test_the_merged_week_says_who_is_open_where(client: Client, desks: list[DeskPage]) -> None:
    week = text(body(client, "/sportelli/").split('id="settimana"')[1])
    assert (
        "Domani 9.00–13.00 Spazio Sambuco Cinisello (esempio) , Cinisello Balsamo "
        "9.30–12.30 Sportello Glicine (esempio) , Cesate (su appuntamento)" in week
    )
    assert "Venerdì 9.00–11.00 Spazio Sambuco Cinisello (esempio)" in week
    assert "Domenica 29 novembre nessuno sportello aperto" in week


def test_the_two_desks_of_a_centre_cover_twenty_hours_a_week(desks: list[DeskPage]) -> None:
    centres = [desk.calendar for desk in desks if desk.kind == "sede"]
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
        ("", {"Cinisello", "Bresso", "Glicine"}),
        ("?comune=bollate", {"Glicine"}),
        ("?servizio=legale", {"Cinisello", "Glicine"}),
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
    assert {heading.split()[-2] for heading in headings} == expected


def test_an_empty_answer_leads_back_to_all_desks(client: Client, desks: list[DeskPage]) -> None:
    html = body(client, "/sportelli/?comune=bollate&lingua=ar")
    assert "Nessuno sportello corrisponde" in html
    assert 'href="/sportelli/">Mostra tutti' in html
    assert 'href="tel:1522"' in html


def test_a_filter_keeps_the_others_and_says_how_many_desks_it_leads_to(
    client: Client, desks: list[DeskPage]
) -> None:
    html = body(client, "/sportelli/?servizio=legale")
    assert 'href="?comune=cormano&amp;servizio=legale">Cormano <span class="soft">1</span>' in html


def test_a_desk_that_names_no_comune_is_for_everybody(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    build_desk(index, "Spazio Uno", bollate)
    assert "Spazio Uno" in body(client, "/sportelli/?comune=qualunque")
