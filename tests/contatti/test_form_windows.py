"""Windows for an appointment: from the desk's hours, in the sealed text alone, and what may be ticked."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client

from contatti.contact_form.desk_choices import OFFERED, windows
from servizi.hours import Calendar, Closure, LocalHolidays, WeeklySlot
from servizi.time_words import hours
from tests.contatti.site import ContactSite

ROME = ZoneInfo("Europe/Rome")
MONDAY = datetime(2026, 11, 30, 10, 0, tzinfo=ROME)
DESK = 2
"""The one desk of the site for tests whose hours are written: every day from 9 to 17."""


def told(calendar: Calendar, moment: datetime) -> list[str]:
    """Return day and hours of each window."""
    return [f"{day:%d/%m} {hours(window)}" for day, window in windows(calendar, moment)]


def slot(weekday: int, opens: int, closes: int) -> WeeklySlot:
    return WeeklySlot(time(opens), time(closes), weekday)


def boxes(text: str) -> list[str]:
    """Return the values of the windows on a page."""
    return re.findall(r'name="p" value="(\d+-\d+)"', text)


def test_an_opening_is_offered_in_halves_for_three_weeks() -> None:
    found = told(Calendar((slot(1, 9, 17), slot(3, 15, 17))), MONDAY)

    assert found[:3] == ["01/12 9.00–13.00", "01/12 13.00–17.00", "03/12 15.00–17.00"]
    assert found[-1] == "17/12 15.00–17.00"


def test_closures_and_holidays_are_no_windows() -> None:
    slots = (slot(1, 9, 12), slot(4, 9, 12))
    calendar = Calendar(slots, (Closure(date(2026, 12, 14), date(2026, 12, 16)),), holiday=LocalHolidays())
    found = told(calendar, MONDAY)

    assert [each[:5] for each in found] == ["01/12", "04/12", "11/12", "18/12"]  # the 8th is a holiday


def test_what_has_begun_is_no_window_and_nights_are_not_offered() -> None:
    assert told(Calendar((slot(0, 9, 12), slot(0, 20, 2))), MONDAY)[0] == "30/11 20.00–22.00"
    assert told(Calendar((slot(0, 9, 12),)), MONDAY)[0] == "07/12 9.00–12.00"


@pytest.mark.parametrize("day", ["2026-10-20", "2026-03-24"])
def test_the_hours_are_those_of_the_clock_on_both_sides_of_its_change(day: str) -> None:
    moment = datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=ROME)
    found = told(Calendar((slot(5, 9, 11), slot(6, 9, 11), slot(0, 9, 11))), moment)

    assert {each.split(" ", 1)[1] for each in found} == {"9.00–11.00"}


def test_a_page_offers_few_enough_and_nothing_sooner_than_a_day(contact: ContactSite, client: Client) -> None:
    with time_machine.travel(MONDAY, tick=False):
        text = contact.form(client, DESK)

    assert len(boxes(text)) == OFFERED
    assert text.index("martedì 1º dicembre") > 0
    assert "lunedì 30 novembre" not in text
    assert not boxes(contact.form(client, 0))  # a desk without hours asks for no window


def send(contact: ContactSite, client: Client, ticked: int, **answers: object) -> str:
    found = boxes(contact.form(client, DESK))
    return contact.answer(client, contact.fields(b=contact.desks[DESK].pk, p=found[:ticked], **answers))


def test_the_desk_reads_the_windows_below_the_wish_in_italian(contact: ContactSite, client: Client) -> None:
    with time_machine.travel(MONDAY, tick=False):
        found = ["0", *boxes(client.get(f"/scrivi/{contact.desks[DESK].pk}/").content.decode())[:2]]
        contact.answer(client, contact.fields(b=contact.desks[DESK].pk, c="1", p=found))

    assert (
        "Che cosa chiede: Un appuntamento\n"
        "Orari possibili: sceglie lo sportello; martedì 1/12 13.00–17.00; mercoledì 2/12 9.00–13.00\n"
    ) in contact.texts()[0]


def test_without_the_wish_for_an_appointment_no_window_is_passed_on(
    contact: ContactSite, client: Client
) -> None:
    assert "Ricevuto" in send(contact, client, 5, c="3")
    assert "Orari possibili" not in contact.texts()[0]


def test_more_than_three_are_named_at_the_question_and_nothing_is_sent(
    contact: ContactSite, client: Client
) -> None:
    again = send(contact, client, 4, c="1")

    assert '<p class="error" id="p-e">Scegli al massimo tre orari.' in again
    assert again.count(" checked") >= 4
    assert contact.texts() == []
    assert "Ricevuto" in send(contact, client, 3, c="1")


def test_a_window_that_passed_while_she_wrote_is_said_and_the_others_stay(
    contact: ContactSite, client: Client
) -> None:
    found = boxes(contact.form(client, DESK))
    gone = f"{int(found[0].split('-')[0]) - 5 * 24 * 60}-240"
    again = contact.answer(
        client, contact.fields(b=contact.desks[DESK].pk, c="1", p=[gone, found[1]], d="ciao")
    )

    assert "non c’è più" in again
    assert "ciao" in again
    assert f'value="{found[1]}" checked' in again
    assert contact.texts() == []


def test_the_desks_languages_stand_first(contact: ContactSite, client: Client) -> None:
    listed = re.findall(r'<option value="(\w+)"', contact.form(client).split('name="s"')[1])

    assert listed[:3] == ["it", "ar", "en"]
    assert len(listed) == len(set(listed)) > 12
