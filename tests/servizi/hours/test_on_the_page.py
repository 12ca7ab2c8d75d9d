"""The hours of a desk as its page and the list tell them, on the days on which calendars go wrong."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from amaranta.demo.desks import Row, build_desk, closure, slot
from servizi.models import Comune, DeskIndexPage, DeskPage
from tests.servizi.reading import MORNINGS, body, text


def extra(day: str, opens: str, closes: str) -> Row:
    return {"type": "extra_opening", "value": {"date": day, "opens": opens, "closes": closes}}


def week(client: Client, desk: DeskPage) -> list[str]:
    """Return the rows of the table, as a reader reads them."""
    (table,) = re.findall(r'<table class="table week">(.*?)</table>', body(client, desk.url))
    return [text(row) for row in re.findall(r"<tr>(.*?)</tr>", table)]


def ahead(client: Client, desk: DeskPage) -> list[str]:
    """Return the list of the next two months; nothing where the page has none."""
    found = re.search(r"<h3>Nei prossimi due mesi</h3>\s*<ul>(.*?)</ul>", body(client, desk.url))
    return [text(row) for row in re.findall(r"<li>(.*?)</li>", found[1])] if found else []


@pytest.fixture
def every_morning(index: DeskIndexPage, bollate: Comune) -> Any:
    def build(*rows: Row, **values: Any) -> DeskPage:
        return build_desk(index, "Spazio Uno", bollate, hours=[*MORNINGS, *rows], **values)

    return build


@time_machine.travel("2026-11-23 08:00+01:00", tick=False)
def test_the_week_begins_today_and_names_the_days_as_people_do(client: Client, every_morning: Any) -> None:
    assert week(client, every_morning()) == [
        f"{day} 9.30–12.30"
        for day in ("Oggi", "Domani", "Mercoledì", "Giovedì", "Venerdì", "Sabato", "Domenica")
    ]


@time_machine.travel("2026-12-24 23:59+01:00", tick=False)
def test_christmas_is_told_with_its_names_in_the_week_and_ahead(client: Client, every_morning: Any) -> None:
    desk = every_morning()
    rows = week(client, desk)
    assert rows[:4] == [
        "Oggi 9.30–12.30",
        "Domani chiuso · Natale",
        "Sabato chiuso · Santo Stefano",
        "Domenica 9.30–12.30",
    ]
    assert ahead(client, desk)[0] == "venerdì 25 dicembre: chiuso (Natale)"


@pytest.mark.parametrize(
    ("day", "row"),
    [
        ("2026-11-11", "Oggi chiuso · San Martino"),
        ("2026-11-01", "Oggi chiuso · Ognissanti"),
        ("2026-11-08", "Oggi 9.30–12.30"),
        ("2027-11-07", "Oggi 9.30–12.30"),
        ("2027-11-04", "Oggi 9.30–12.30"),
        ("2026-10-04", "Oggi chiuso · Festa nazionale di San Francesco d’Assisi, patrono d’Italia"),
        ("2026-04-05", "Oggi chiuso · Pasqua"),
        ("2026-06-02", "Oggi chiuso · Festa della Repubblica"),
        ("2028-02-29", "Oggi 9.30–12.30"),
        ("2026-03-29", "Oggi 9.30–12.30"),
        ("2026-10-25", "Oggi 9.30–12.30"),
    ],
)
def test_today_is_told_as_the_calendar_of_the_comune_has_it(
    client: Client, every_morning: Any, day: str, row: str
) -> None:
    desk = every_morning()
    with time_machine.travel(f"{day} 08:00+02:00", tick=False):
        assert week(client, desk)[0] == row


def test_a_desk_that_works_on_holidays_says_nothing_of_them(client: Client, every_morning: Any) -> None:
    desk = every_morning(open_on_holidays=True)
    with time_machine.travel("2026-12-25 10:00+01:00", tick=False):
        assert week(client, desk)[0] == "Oggi 9.30–12.30"
        assert "Aperto ora, fino alle 12.30" in body(client, desk.url)
        assert ahead(client, desk) == []


def test_a_closure_across_the_turn_of_the_year_is_one_line_from_both_years(
    client: Client, every_morning: Any
) -> None:
    desk = every_morning(closure(date(2026, 12, 23), date(2027, 1, 8), "Pausa invernale"))
    line = "dal 23 dicembre al 8 gennaio: chiuso (Pausa invernale)"
    for moment in ("2026-12-01 10:00+01:00", "2027-01-07 10:00+01:00"):
        with time_machine.travel(moment, tick=False):
            assert ahead(client, desk).count(line) == 1
    with time_machine.travel("2026-12-30 10:00+01:00", tick=False):
        assert "Chiuso oggi (Pausa invernale). Apre sabato 9 gennaio alle 9.30" in text(
            body(client, desk.url)
        )
        assert set(week(client, desk)[1:]) == {
            f"{day} chiuso · Pausa invernale"
            for day in ("Domani", "Venerdì", "Sabato", "Domenica", "Lunedì", "Martedì")
        }


def test_a_desk_closed_for_august_says_when_it_opens_again_and_then_says_it_no_more(
    client: Client, every_morning: Any
) -> None:
    desk = every_morning(closure(date(2026, 8, 1), date(2026, 8, 31), "Chiusura estiva"))
    for moment, words in (
        ("2026-07-31 13:00+02:00", "Chiuso ora. Apre martedì 1º settembre alle 9.30"),
        ("2026-08-01 00:00+02:00", "Chiuso oggi (Chiusura estiva). Apre martedì 1º settembre alle 9.30"),
        ("2026-08-26 10:00+02:00", "Chiuso oggi (Chiusura estiva). Apre martedì alle 9.30"),
        ("2026-08-31 23:59+02:00", "Chiuso oggi (Chiusura estiva). Apre domani alle 9.30"),
        ("2026-09-01 00:00+02:00", "Chiuso ora. Apre oggi alle 9.30"),
    ):
        with time_machine.travel(moment, tick=False):
            assert words in text(body(client, desk.url)), moment
    for moment, told in (("2026-08-31 23:59+02:00", True), ("2026-09-01 00:00+02:00", False)):
        with time_machine.travel(moment, tick=False):
            assert any("Chiusura estiva" in line for line in ahead(client, desk)) == told


def test_an_extra_opening_is_marked_in_the_week_and_told_ahead(client: Client, every_morning: Any) -> None:
    desk = every_morning(extra("2026-11-25", "15:00", "18:00"))
    with time_machine.travel("2026-11-23 10:00+01:00", tick=False):
        assert week(client, desk)[2] == "Mercoledì 9.30–12.30 15.00–18.00 orario speciale"
        assert ahead(client, desk)[0] == "mercoledì 25 novembre: 9.30–12.30, 15.00–18.00"
    with time_machine.travel("2026-11-25 13:00+01:00", tick=False):
        assert "Chiuso ora. Apre oggi alle 15.00" in text(body(client, desk.url))


def test_a_holiday_with_an_opening_all_the_same_says_both(client: Client, every_morning: Any) -> None:
    desk = every_morning(extra("2026-12-08", "10:00", "11:00"))
    with time_machine.travel("2026-12-08 09:00+01:00", tick=False):
        assert week(client, desk)[0] == "Oggi 10.00–11.00 · Immacolata Concezione"
        assert "Chiuso oggi (Immacolata Concezione). Apre oggi alle 10.00" in text(body(client, desk.url))
    with time_machine.travel("2026-12-08 10:00+01:00", tick=False):
        assert "Aperto ora, fino alle 11.00" in body(client, desk.url)


@pytest.mark.parametrize(
    ("moment", "state", "rows"),
    [
        (
            "2026-11-23 23:59+01:00",
            "Aperto ora, fino a domani alle 2.00",
            ["Oggi 20.00–2.00", "Domani chiuso"],
        ),
        ("2026-11-24 00:00+01:00", "Aperto ora, fino alle 2.00", ["Oggi chiuso", "Domani chiuso"]),
        ("2026-11-24 02:00+01:00", "Chiuso ora. Apre lunedì alle 20.00", ["Oggi chiuso", "Domani chiuso"]),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_begins(
    client: Client, index: DeskIndexPage, bollate: Comune, moment: str, state: str, rows: list[str]
) -> None:
    desk = build_desk(index, "Spazio Notte", bollate, hours=[slot("0", "20:00", "02:00")])
    with time_machine.travel(moment, tick=False):
        assert state in text(body(client, desk.url))
        assert week(client, desk)[:2] == rows


@time_machine.travel("2026-11-23 12:00+01:00", tick=False)
def test_a_day_of_twenty_four_hours_and_an_evening_until_midnight_end_at_24(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    hours = [slot("0", "00:00", "00:00"), slot("2", "18:00", "00:00")]
    desk = build_desk(index, "Spazio Uno", bollate, hours=hours)
    assert week(client, desk)[:3] == ["Oggi 0.00–24.00", "Domani chiuso", "Mercoledì 18.00–24.00"]
    assert "Aperto ora, fino a domani alle 0.00" in text(body(client, desk.url))


def test_a_desk_open_day_and_night_never_names_a_closing(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    always = [slot("0123456", "00:00", "00:00")]
    desk = build_desk(index, "Spazio Uno", bollate, hours=always, open_on_holidays=True)
    with time_machine.travel("2026-12-25 03:00+01:00", tick=False):
        assert "Aperto a ogni ora, ogni giorno" in body(client, desk.url)
    keeps = build_desk(index, "Spazio Due", bollate, hours=always)
    with time_machine.travel("2026-12-24 03:00+01:00", tick=False):
        assert "Aperto ora, fino a domani alle 0.00" in text(body(client, keeps.url))


def test_a_desk_without_hours_says_that_no_opening_is_known(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    desk = build_desk(index, "Spazio Uno", bollate)
    told = text(body(client, desk.url))
    assert "Chiuso. Non c’è ancora una prossima apertura." in told
    assert {row.split()[-1] for row in week(client, desk)} == {"chiuso"}
    appointment = build_desk(index, "Spazio Due", bollate, by_appointment=True)
    told = text(body(client, appointment.url))
    assert "Su appuntamento. Si viene solo su appuntamento: telefona o scrivi prima." in told
    assert "prossima apertura" not in told


def test_a_timetable_of_the_summer_takes_the_place_of_that_of_the_winter(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    winter, summer = slot("0", "09:00", "13:00"), slot("0", "08:00", "10:00")
    winter["value"]["valid_through"] = "2026-06-30"
    summer["value"].update(valid_from="2026-07-01", valid_through="2026-08-31")
    desk = build_desk(index, "Spazio Uno", bollate, hours=[winter, summer])
    for day, row in (
        ("2026-06-29", "Oggi 9.00–13.00"),
        ("2026-07-06", "Oggi 8.00–10.00"),
        ("2026-08-31", "Oggi 8.00–10.00"),
        ("2026-09-07", "Oggi chiuso"),
    ):
        with time_machine.travel(f"{day} 07:00+02:00", tick=False):
            assert week(client, desk)[0] == row
            # A season is the ordinary week of its days: no change to announce.
            assert ahead(client, desk) == []


def test_the_merged_week_says_who_is_closed_and_why(
    client: Client, index: DeskIndexPage, bollate: Comune
) -> None:
    cormano = Comune.objects.create(name="Cormano", slug="cormano")
    build_desk(index, "Spazio Uno", bollate, hours=MORNINGS)
    build_desk(index, "Spazio Due", cormano, hours=[slot("2", "15:00", "17:00")])
    closed = closure(date(2026, 11, 11), date(2026, 11, 11), "")
    build_desk(index, "Spazio Tre", cormano, hours=[slot("2", "08:00", "09:00"), closed])
    with time_machine.travel("2026-11-11 07:00+01:00", tick=False):
        merged = text(body(client, index.url).split('<dl class="days">')[1].split("</div>")[0])
    assert merged == (
        "Oggi 15.00–17.00 Spazio Due , Cormano Spazio Uno è chiuso: San Martino Spazio Tre è chiuso"
    )
