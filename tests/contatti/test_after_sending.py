"""What "received" says, and what she reads before: who reads when, and what to do if nobody answers."""

import json
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from amaranta.demo.desks import slot
from contatti.sealed.envelope import seal
from tests.contatti.site import ContactSite, certificates, send_envelope

ROME = ZoneInfo("Europe/Rome")
LATE = "prima nessuno legge quello che scrivi qui"


@pytest.fixture(autouse=True)
def monday(contact: ContactSite) -> Iterator[None]:
    """Stop the clock on a Monday at ten; the desks open today, on Tuesday and only on Sunday."""
    for desk, day in zip(contact.desks, "016", strict=True):
        desk.hours = json.dumps([slot(day, "09:00", "12:00")])
        desk.save_revision().publish()
    cache.clear()
    with time_machine.travel(datetime(2026, 11, 30, 10, 0, tzinfo=ROME), tick=False):
        yield


def plain(contact: ContactSite, desk: int) -> str:
    return contact.answer(Client(), contact.fields(b=contact.desks[desk].pk))


def sealed(contact: ContactSite, desk: int) -> str:
    der = seal("ciao", certificates(contact, desk))
    return send_envelope(contact, Client(), der, b=str(contact.desks[desk].pk)).content.decode()


@pytest.mark.parametrize("send", [plain, sealed])
def test_received_says_that_nobody_has_read_and_when_somebody_does(
    contact: ContactSite, send: object
) -> None:
    today, tomorrow, sunday = (send(contact, desk) for desk in range(3))  # type: ignore[operator]

    assert "Nessuno l’ha ancora letto." in today
    assert "può leggerlo già oggi" in today
    assert "entro giovedì 3 dicembre" in today
    assert "Lo sportello apre domani alle 9.00: prima non lo legge nessuno." in tomorrow
    assert "entro venerdì 4 dicembre" in tomorrow
    assert "Lo sportello apre domenica alle 9.00" in sunday
    for page in (today, tomorrow, sunday):
        assert 'href="tel:0000000009"' in page
        assert 'href="tel:1522"' in page
        assert 'href="/scrivi/"' in page


def test_the_day_that_is_said_is_right_after_midnight(contact: ContactSite) -> None:
    with time_machine.travel(datetime(2026, 11, 30, 23, 59, 59, tzinfo=ROME), tick=False):
        assert "apre domani alle 9.00" in sealed(contact, 1)
    with time_machine.travel(datetime(2026, 12, 1, 0, 0, 1, tzinfo=ROME), tick=False):
        assert "apre oggi alle 9.00" in sealed(contact, 1)


def test_a_desk_that_opens_after_five_days_says_so_before_the_form_and_stands_last(
    contact: ContactSite, client: Client
) -> None:
    soon, late = contact.form(client, 1), contact.form(client, 2)

    assert LATE not in soon
    assert late.index(LATE) < late.index('<form class="ask"')
    assert 'href="/scrivi/">Guarda chi legge prima' in late

    contact.desks[0].hours = json.dumps([slot("5", "20:00", "21:00")])
    contact.desks[0].save_revision().publish()
    choice = client.get("/scrivi/").content.decode()
    places = [choice.index(f"<h3>{desk.title}") for desk in contact.desks]
    assert sorted(places) == [places[1], places[0], places[2]]
