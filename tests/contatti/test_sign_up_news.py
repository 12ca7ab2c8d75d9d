"""A piece of news that announces an event offers its sign-up, by the same sealed form as a campaign."""

import re

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Locale

from contatti.sealed.envelope import seal
from contatti.sealed.models import OutboxItem
from home.models import HomePage, NewsEvent, NewsPage
from tests.contatti.signing_up import AFTER, NEWS, STARTS, build_news_event
from tests.contatti.site import ContactSite, certificates, send_envelope


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
    assert '"@type":"Event"' in text


def test_the_places_that_the_desk_counts_are_told_and_a_full_event_takes_nothing(
    contact: ContactSite, event: NewsEvent, client: Client
) -> None:
    count(event, places=8, places_left=3)
    free = client.get(NEWS).content.decode()
    count(event, places=8, places_left=0)
    full = client.get(NEWS).content.decode()
    form = client.get(f"/scrivi/{event.sign_up_address}").content.decode()
    sealed = send_envelope(contact, client, seal("ciao", certificates(contact)), q=event.sign_up_key)

    assert "Posti ancora liberi: 3" in free
    assert event.sign_up_address in free
    assert "Posti esauriti" in full
    assert event.sign_up_address not in full
    assert '"remainingAttendeeCapacity":0' in full
    assert "sono esauriti" in form
    assert 'href="tel:1522"' in form
    assert '<form class="ask"' not in form
    assert sealed.status_code == 409
    assert "sono esauriti" in sealed.content.decode()
    assert OutboxItem.objects.count() == 0


def test_a_translation_is_full_when_the_italian_event_is(
    contact: ContactSite, event: NewsEvent, home: HomePage, client: Client
) -> None:
    english, _made = Locale.objects.get_or_create(language_code="en")
    home.copy_for_translation(english).save_revision().publish()
    page = NewsPage.objects.get()
    for each in (page.get_parent().specific, page):
        each.copy_for_translation(english).save_revision().publish()
    there = NewsEvent.objects.get(page__locale=english)
    places = ("/en/notizie/tavola-rotonda/", "/en/notizie/")
    before = [client.get(place).content.decode() for place in places]
    count(event, places_left=0)
    after = [client.get(place).content.decode() for place in places]

    assert all(there.sign_up_address in text for text in before)
    assert all("No places left" in text for text in after)
    assert not any(there.sign_up_address in text for text in after)
    assert '<form class="ask"' not in client.get(f"/scrivi/{there.sign_up_address}").content.decode()


def test_more_places_left_than_there_are_is_a_slip(event: NewsEvent) -> None:
    event.places, event.places_left = 8, 9
    with pytest.raises(ValidationError, match="più dei posti"):
        event.clean()


def count(event: NewsEvent, **places: int) -> None:
    """Publish the news again with what the desk has counted."""
    page = NewsPage.objects.get(pk=event.page_id)
    (row,) = page.events.all()
    for name, number in places.items():
        setattr(row, name, number)
    page.events.set([row])
    page.save_revision().publish()
