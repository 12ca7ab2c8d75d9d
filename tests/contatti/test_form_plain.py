"""The path without JavaScript, and the page itself."""

import re
from datetime import timedelta

import brotli
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from amaranta.demo.discreet import build_discreet_pages
from contatti.contact_form import ticket
from contatti.contact_form.validation import MAX_TEXT_BYTES
from contatti.sealed.models import OperatorCertificate, OutboxItem
from tests.contatti.site import ContactSite, hidden_value
from tests.contatti.test_form_text import BLANKS

TEXT = "due parole di prova"


def test_neither_the_choice_nor_the_form_sets_a_cookie_or_is_kept(
    contact: ContactSite, client: Client
) -> None:
    for address in ("/scrivi/", f"/scrivi/{contact.desks[0].pk}/", "/scrivi/999/"):
        response = client.get(address)

        assert not response.cookies
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert "<title>Amaranta</title>" in response.content.decode()


def test_names_of_fields_and_pages_say_nothing(contact: ContactSite, client: Client) -> None:
    text = contact.form(client)

    assert {len(name) for name in re.findall(r' name="([^"]+)"', text.split('<form class="ask"')[1])} == {1}


def test_a_request_is_answered_with_a_redirect_to_its_receipt(contact: ContactSite, client: Client) -> None:
    page = contact.answer(client, contact.fields(d=TEXT))

    assert '<h1 tabindex="-1">Ricevuto' in page
    assert f"  | {TEXT}" in contact.texts()[0]


def test_the_same_form_posted_twice_is_one_request_with_one_reference(
    contact: ContactSite, client: Client
) -> None:
    fields = contact.fields(d=TEXT)
    pages = [contact.answer(client, fields) for _ in range(2)]

    assert "Ricevuto" in pages[0]
    assert pages[0] == pages[1]
    assert OutboxItem.objects.count() == 1


def test_a_form_is_good_for_one_request_and_other_words_come_back_with_a_new_one(
    contact: ContactSite, client: Client
) -> None:
    fields = contact.fields(d=TEXT)
    contact.send(client, fields)
    for change in ({"d": "altre parole"}, {"b": contact.desks[1].pk}):
        again = contact.answer(client, {**fields, **change})
        assert "è già partito un messaggio" in again
        assert str(change.get("d", TEXT)) in again
        assert hidden_value(again, "t") != fields["t"]
        assert OutboxItem.objects.count() == 1
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        contact.answer(client, {**fields, "t": hidden_value(again, "t"), "d": "altre parole"})

    assert sorted(text.count("altre parole") for text in contact.texts()) == [0, 1]


def test_the_same_words_from_two_tabs_are_two_requests(contact: ContactSite, client: Client) -> None:
    tabs = [contact.fields(d=TEXT) for _ in range(2)]
    pages = [contact.answer(client, tab) for tab in tabs]

    assert OutboxItem.objects.count() == 2
    assert pages[0] != pages[1]


def test_everybody_gets_the_same_answer_from_a_desk(contact: ContactSite, client: Client) -> None:
    pages = []
    for answers in (
        {"e": "Viola", "f": "2", "g": "000 0000001"},
        {"d": TEXT, "a": "2"},
        {"c": "4", "s": "ar"},
    ):
        page = contact.answer(client, contact.fields(**answers))
        pages.append(re.sub(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b", "", page))

    assert len(pages) == 3
    assert len(set(pages)) == 1


@pytest.mark.usefixtures("still")
def test_an_old_form_comes_back_with_the_words_and_can_be_sent(contact: ContactSite, client: Client) -> None:
    text = contact.answer(client, contact.fields(t=contact.token(age=13 * 3600), d=TEXT))
    assert "aperta da troppo tempo" in text
    assert TEXT in text
    assert OutboxItem.objects.count() == 0

    again = contact.answer(client, contact.fields(t=hidden_value(text, "t"), d=TEXT))
    assert "Ancora un momento" in again  # the new ticket is a moment old: a program would be this fast
    assert hidden_value(again, "t") == hidden_value(text, "t")
    assert TEXT in again


@pytest.mark.usefixtures("still")
def test_a_form_from_before_the_clock_was_set_back_can_be_sent_with_a_new_ticket(
    contact: ContactSite, client: Client
) -> None:
    page = contact.answer(client, contact.fields(t=contact.token(age=-86_400), d=TEXT))

    assert "La pagina era aperta da troppo tempo" in page
    assert TEXT in page
    assert ticket.read(hidden_value(page, "t")).state == ticket.TicketState.EARLY  # good in three seconds
    assert ticket.read(contact.token(age=-30)).state == ticket.TicketState.EARLY


@pytest.mark.usefixtures("still")
def test_a_form_posted_at_once_comes_back_with_the_words(contact: ContactSite, client: Client) -> None:
    page = contact.answer(client, contact.fields(t=contact.token(age=0), d=TEXT))

    assert "Ancora un momento" in page
    assert TEXT in page


def test_a_filled_honeypot_loses_no_words(contact: ContactSite, client: Client) -> None:
    page = contact.answer(client, contact.fields(w="https://example.org", d=TEXT))

    assert "Lascia vuoto l’ultimo campo" in page
    assert TEXT in page
    assert OutboxItem.objects.count() == 0


def test_a_desk_and_a_wish_are_enough(contact: ContactSite, client: Client) -> None:
    contact.send(client, {"t": contact.token(), "b": contact.desks[0].pk, "c": "3", "v": "1"})

    assert "Che cosa chiede: Un’informazione\n" in contact.texts()[0]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"b": ""}, "Scegli uno sportello."),
        ({"b": "999999"}, "Questo sportello adesso non riceve"),
        ({"b": "uno"}, "Questo sportello adesso non riceve"),
        ({"c": "", "d": " \r\n "}, "Scegli che cosa ti serve"),
        *(({"c": "", "d": blank}, "Scegli che cosa ti serve") for blank in BLANKS),
        ({"c": "99"}, "Manca una risposta"),
        ({"d": "x" * 12_001}, "troppo lungo"),
        ({"d": "😀" * (MAX_TEXT_BYTES // 4 - 600), "e": "語" * 300, "g": "語" * 300, "h": "語" * 300, "i": "語" * 300}, "troppo lungo"),
        ({"e": "x" * 301}, "troppo lungo"),
    ],
)  # fmt: skip
def test_an_answer_that_can_not_be_taken_is_named_and_nothing_is_stored(
    contact: ContactSite, client: Client, answers: dict[str, str], words: str
) -> None:
    assert words in contact.answer(client, contact.fields(**answers))
    assert OutboxItem.objects.count() == 0


def test_an_expired_key_closes_the_desk(contact: ContactSite, client: Client) -> None:
    OperatorCertificate.objects.filter(mailbox=contact.desks[0].mailbox).update(not_after=timezone.now())
    assert "Questo sportello adesso non riceve" in contact.answer(client, contact.fields(d=TEXT))
    assert OutboxItem.objects.count() == 0


def test_the_address_that_takes_requests_leads_to_the_form(contact: ContactSite, client: Client) -> None:
    assert client.get("/invia/").headers["Location"] == "/scrivi/"
    gone = client.get("/invia/qualcosa/").content.decode()
    assert "si apre una volta sola" in gone
    assert "Scrivi qui" in gone


def test_the_first_visit_fits_in_one_initial_window(contact: ContactSite, client: Client) -> None:
    build_discreet_pages(contact.page.get_parent().specific)
    for address in ("/scrivi/", f"/scrivi/{contact.desks[0].pk}/"):
        sent = client.get(address, headers={"Accept-Encoding": "gzip, br"})

        assert len(sent.content) <= 14 * 1024
        assert b"src=" not in brotli.decompress(sent.content)
