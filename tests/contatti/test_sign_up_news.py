"""A piece of news that announces an event offers its sign-up, by the same sealed form as a campaign."""

import re

import pytest
import time_machine
from django.test import Client

from contatti.sealed.models import OutboxItem
from home.models import HomePage, NewsEvent, NewsPage
from tests.contatti.signing_up import AFTER, NEWS, STARTS, build_news_event
from tests.contatti.site import ContactSite


@pytest.fixture
def event(home: HomePage, contact: ContactSite) -> NewsEvent:
    return build_news_event(home, contact)


def test_the_news_and_their_archive_lead_to_the_form_until_the_day_is_over(
    contact: ContactSite, event: NewsEvent, client: Client
) -> None:
    shown = [client.get(place).content.decode() for place in (NEWS, "/notizie/")]
    filtered = client.get("/notizie/", {"tipo": "appuntamento"}).content.decode()
    with time_machine.travel(AFTER, tick=False):
        later = [client.get(place).content.decode() for place in (NEWS, "/notizie/")]

    for text in shown:
        assert text.count(event.sign_up_address) == 2
    assert event.sign_up_address not in filtered
    assert "Tavola rotonda" in filtered
    assert not any(event.sign_up_address in text for text in later)
    assert "Appuntamenti passati" in later[0]
    assert "Discussione" not in later[1]


def test_a_sign_up_arrives_sealed_and_names_the_event_inside_only(
    contact: ContactSite, event: NewsEvent, client: Client
) -> None:
    page = client.get(f"/scrivi/{event.sign_up_address}").content.decode()
    own = {"t": contact.token(), "b": str(contact.desks[0].pk), "q": event.sign_up_key, "w": "", "e": "Viola"}
    answer = contact.answer(client, {**own, "v": "1"})
    text = contact.open(OutboxItem.objects.get())[0]

    assert "<title>Amaranta</title>" in page
    assert "Discussione" in page
    assert "Ricevuto" in answer
    assert f"Appuntamento: Discussione, {STARTS:%d/%m/%Y}, 18:00\n" in text
    assert "Viola" in text


def test_the_event_of_news_taken_off_the_site_has_no_form(
    contact: ContactSite, event: NewsEvent, client: Client
) -> None:
    assert client.get(f"/scrivi/{event.sign_up_address}").status_code == 200
    NewsPage.objects.get().unpublish()
    assert client.get(f"/scrivi/{event.sign_up_address}").status_code == 404


def test_the_event_can_be_taken_along_and_machines_are_told_of_it(
    contact: ContactSite, event: NewsEvent, client: Client
) -> None:
    text = client.get(NEWS).content.decode()
    (address,) = re.findall(r'href="([^"]+calendario/[^"]+)"', text)
    file = client.get(f"{NEWS}calendario/{event.public_id}/")

    assert event.public_id in address
    assert b"SUMMARY:Discussione" in file.content
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert '"@type": "Event"' in text
