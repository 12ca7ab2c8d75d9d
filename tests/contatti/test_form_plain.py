"""The path without JavaScript, and the page itself."""

import re
from datetime import timedelta

import brotli
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from amaranta.demo.discreet import build_discreet_pages
from contatti.forms.request_form import MAX_TEXT_BYTES
from contatti.models import OperatorCertificate, OutboxItem
from tests.contatti.site import ContactSite, hidden_value

TEXT = "due parole di prova"


def test_the_form_lists_the_desks_and_sets_no_cookie(contact: ContactSite, client: Client) -> None:
    response = client.get("/scrivi/")
    text = response.content.decode()

    assert all(f"> {desk.title}</label>" in text for desk in contact.desks)
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert "<title>Amaranta</title>" in text


def test_names_of_fields_and_pages_say_nothing(contact: ContactSite, client: Client) -> None:
    text = client.get("/scrivi/").content.decode()

    assert {len(name) for name in re.findall(r' name="([^"]+)"', text.split("<form")[1])} == {1}


def test_a_request_is_answered_with_a_redirect_to_a_page_that_can_be_reloaded(
    contact: ContactSite, client: Client
) -> None:
    response = contact.send(client, contact.fields(d=TEXT))
    assert response.status_code == 303
    answers = [client.get(response.headers["Location"]).content for _ in range(2)]

    assert answers[0] == answers[1]
    assert "Ricevuto" in answers[0].decode()
    assert f"  | {TEXT}" in contact.texts()[0]


def test_the_same_form_posted_twice_is_one_request_with_one_reference(
    contact: ContactSite, client: Client
) -> None:
    fields = contact.fields(d=TEXT)
    pages = [client.get(contact.send(client, fields).headers["Location"]).content for _ in range(2)]

    assert pages[0] == pages[1]
    assert OutboxItem.objects.count() == 1


def test_a_form_sent_again_with_other_words_is_another_request(contact: ContactSite, client: Client) -> None:
    fields = contact.fields(d=TEXT)
    contact.send(client, fields)
    contact.send(client, {**fields, "d": "altre parole"})

    assert OutboxItem.objects.count() == 2


def test_the_same_words_from_two_tabs_are_two_requests(contact: ContactSite, client: Client) -> None:
    tabs = [contact.fields(d=TEXT) for _ in range(2)]
    pages = [client.get(contact.send(client, tab).headers["Location"]).content for tab in tabs]

    assert OutboxItem.objects.count() == 2
    assert pages[0] != pages[1]


def test_everybody_gets_the_same_answer(contact: ContactSite, client: Client) -> None:
    pages = []
    for desk in contact.desks:
        location = contact.send(client, contact.fields(b=desk.pk, e="Viola", f="2", g="000 0000001")).headers[
            "Location"
        ]
        pages.append(re.sub(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", "", client.get(location).content.decode()))

    assert len(pages) == 3
    assert len(set(pages)) == 1


def test_an_answer_is_shown_for_a_quarter_of_an_hour(contact: ContactSite, client: Client) -> None:
    location = contact.send(client, contact.fields(d=TEXT)).headers["Location"]
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        response = client.get(location)

    assert response.status_code == 302
    assert response.headers["Location"] == "/scrivi/"


def test_an_old_form_comes_back_with_the_words_and_can_be_sent(contact: ContactSite, client: Client) -> None:
    response = contact.send(client, contact.fields(t=contact.token(age=13 * 3600), d=TEXT))
    text = response.content.decode()
    assert response.status_code == 409
    assert TEXT in text
    assert OutboxItem.objects.count() == 0

    again = contact.send(client, contact.fields(t=hidden_value(text, "t"), d=TEXT))
    assert again.status_code == 429  # the new ticket is a moment old: a program would be this fast
    assert hidden_value(again.content.decode(), "t") == hidden_value(text, "t")
    assert TEXT in again.content.decode()


def test_a_form_posted_at_once_comes_back_with_the_words(contact: ContactSite, client: Client) -> None:
    response = contact.send(client, contact.fields(t=contact.token(age=0), d=TEXT))

    assert response.status_code == 429
    assert TEXT in response.content.decode()


def test_a_filled_honeypot_loses_no_words(contact: ContactSite, client: Client) -> None:
    response = contact.send(client, contact.fields(w="https://example.org", d=TEXT))

    assert response.status_code == 422
    assert TEXT in response.content.decode()
    assert OutboxItem.objects.count() == 0


def test_a_desk_and_a_wish_are_enough(contact: ContactSite, client: Client) -> None:
    fields = {"t": contact.token(), "b": contact.desks[0].pk, "c": "3"}

    assert contact.send(client, fields).status_code == 303
    assert "Che cosa chiede: Un’informazione\n" in contact.texts()[0]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"b": ""}, "Scegli uno sportello."),
        ({"b": "999999"}, "Questo sportello adesso non riceve"),
        ({"b": "uno"}, "Questo sportello adesso non riceve"),
        ({"c": "", "d": " \r\n "}, "Scegli che cosa ti serve"),
        ({"c": "99"}, "Manca una risposta"),
        ({"d": "x" * 12_001}, "troppo lungo"),
        ({"d": "😀" * (MAX_TEXT_BYTES // 4 - 600), "e": "語" * 300, "g": "語" * 300, "h": "語" * 300, "i": "語" * 300}, "troppo lungo"),
        ({"e": "x" * 301}, "troppo lungo"),
    ],
)  # fmt: skip
def test_an_answer_that_can_not_be_taken_is_named_and_nothing_is_stored(
    contact: ContactSite, client: Client, answers: dict[str, str], words: str
) -> None:
    response = contact.send(client, contact.fields(**answers))

    assert response.status_code == 422
    assert words in response.content.decode()
    assert OutboxItem.objects.count() == 0


def test_an_expired_key_closes_the_desk(contact: ContactSite, client: Client) -> None:
    OperatorCertificate.objects.for_desk(contact.desks[0]).update(not_after=timezone.now())
    response = contact.send(client, contact.fields(d=TEXT))

    assert "Questo sportello adesso non riceve" in response.content.decode()
    assert OutboxItem.objects.count() == 0


def test_the_address_that_takes_requests_leads_to_the_form(contact: ContactSite, client: Client) -> None:
    assert client.get("/invia/").headers["Location"] == "/scrivi/"
    assert client.get("/invia/qualcosa/").headers["Location"] == "/scrivi/"


def test_the_first_visit_fits_in_one_initial_window(contact: ContactSite, client: Client) -> None:
    build_discreet_pages(contact.page.get_parent().specific)
    sent = client.get("/scrivi/", headers={"Accept-Encoding": "gzip, br"})

    assert len(sent.content) <= 14 * 1024
    assert b"src=" not in brotli.decompress(sent.content)
