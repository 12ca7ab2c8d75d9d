"""Reading without JavaScript: what a posted number opens, and that it tells nobody else anything."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from contatti.contact_form import ticket
from contatti.receiving.numbered import AGAIN
from contatti.sealed.conversation import grouped, make_code
from contatti.sealed.models import Answer, Conversation, OutboxItem
from contatti.views.number import PAGE_LENGTH
from servizi.hours import ROME
from tests.contatti.conversations import APPOINTMENT, code_of, give_answer, reply_in
from tests.contatti.keys import make_operator
from tests.contatti.site import ContactSite, give_certificate, hidden_value, post


def opened(client: Client, **fields: Any) -> HttpResponse:
    """Post a number as a browser without JavaScript does, and return the page that it ends on."""
    response = post(client, "/numero/", {**fields, "v": "1"})
    assert response.status_code == 303
    return client.get(response.headers["Location"].partition("#")[0])


def text_of(response: HttpResponse) -> str:
    return re.sub(r"<!--.*?-->", "", response.content.decode())


@pytest.fixture
def number(contact: ContactSite) -> str:
    """Return a number to which the first desk has answered."""
    number = make_code()
    code = code_of(number, contact.desks[0].mailbox)
    give_answer(code, "Ciao,\nti aspettiamo.", appointment=APPOINTMENT)
    return number


def test_an_answer_is_read_by_its_number_however_it_is_typed(
    contact: ContactSite, client: Client, number: str
) -> None:
    for typed in (number, grouped(number), "".join(chr(0x660 + int(digit)) for digit in number)):
        page = text_of(opened(client, n=typed))
        assert "ti aspettiamo." in page
        assert "giovedì 3 dicembre 2099, dalle 15.00 alle 15.30" in page
        assert number not in page


def test_a_slip_is_told_and_nothing_is_derived(
    contact: ContactSite, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contatti.reading.scriptless.derive", None)
    code = make_code()
    wrong = code[:5] + str((int(code[5]) + 1) % 10) + code[6:]

    assert "Mancano delle cifre" in text_of(opened(client, n=code[:-1]))
    assert "troppe cifre" in text_of(opened(client, n=code + "1"))
    assert "solo cifre" in text_of(opened(client, n="o" + code[1:]))
    assert "una cifra sbagliata" in text_of(opened(client, n=wrong))


def test_every_answer_has_the_same_length_and_is_not_compressed(
    contact: ContactSite, client: Client, number: str
) -> None:
    for posted in (number, make_code(), number[:-1]):
        response = post(client, "/numero/", {"n": posted, "v": "1"})
        place = response.headers["Location"].partition("#")[0]
        page = client.get(place, headers={"Accept-Encoding": "gzip, br"})
        assert len(page.content) == PAGE_LENGTH
        assert page.headers["Content-Length"] == str(PAGE_LENGTH)
        assert "Content-Encoding" not in page.headers
        assert page.headers["Cache-Control"] == "no-store"
        direct = post(client, "/numero/", {"n": posted, "v": "1"}, **{"Sec-Fetch-Mode": "cors"})
        assert (direct.status_code, len(direct.content)) == (200, PAGE_LENGTH)
        again = client.get(place)
        assert len(again.content) == PAGE_LENGTH
        assert "si apre una volta sola" in again.content.decode()


def test_unknown_expired_and_erased_numbers_get_the_same_page(
    contact: ContactSite, client: Client, number: str
) -> None:
    def bare(page: str) -> str:
        return re.sub(r'name="t" value="[^"]*"', "", page)

    unknown = bare(text_of(opened(client, n=make_code())))
    assert "niente da leggere" in unknown
    Conversation.objects.update(delete_on="2020-01-01")

    assert bare(text_of(opened(client, n=number))) == unknown


def test_an_answer_with_a_word_opens_with_that_word_alone(contact: ContactSite, client: Client) -> None:
    number = make_code()
    give_answer(code_of(number, contact.desks[0].mailbox), "dietro la porta", word="Girasole")

    assert "dietro la porta" not in text_of(opened(client, n=number))
    assert 'name="p"' in text_of(opened(client, n=number, p="rosa"))
    assert "dietro la porta" in text_of(opened(client, n=number, p=" girASOLE "))


def test_she_accepts_declines_and_writes_and_the_desk_reads_it(
    contact: ContactSite, client: Client, number: str
) -> None:
    sent = {
        "accepts": "ACCETTA l’appuntamento: 03/12/2099, dalle 15:00 alle 15:30\n",
        "declines": "RIFIUTA l’appuntamento: 03/12/2099, dalle 15:00 alle 15:30\n",
        "writes": "Messaggio:\n  | prima\n  | Codice di risposta:\n",
    }
    for does, line in sent.items():
        OutboxItem.objects.all().delete()
        page = text_of(opened(client, n=number, t=contact.token(), o=does, d="prima\r\nCodice di risposta:"))
        [text] = contact.texts()
        assert line in text
        assert text.startswith("MESSAGGIO DA CHI HA UN NUMERO\nRiferimento: ")
        assert "Dopo la vostra risposta numero 1 del 01/12/2026\n" in text
        assert reply_in(text).code == code_of(number, contact.desks[0].mailbox)
        assert reply_in(text).counter == "1.1"
        assert "Abbiamo detto allo sportello" in page or "Il messaggio è partito" in page


def test_what_she_answers_at_once_arrives_and_hours_later_it_is_asked_again(
    contact: ContactSite, client: Client, number: str
) -> None:
    fresh = ticket.issue(contact.page.pk)
    with time_machine.travel(timezone.now() + timedelta(seconds=ticket.MAX_SECONDS + 60)):
        page = text_of(opened(client, n=number, t=fresh, o="accepts"))
        assert "aperta da troppo tempo" in page
        assert OutboxItem.objects.count() == 0

    fresh = ticket.issue(contact.page.pk)
    assert ticket.read(fresh).state is ticket.TicketState.EARLY
    assert "Abbiamo detto allo sportello che vieni" in text_of(opened(client, n=number, t=fresh, o="accepts"))
    assert "ACCETTA" in contact.texts()[0]


def test_an_appointment_is_accepted_until_it_is_over_on_italys_clock(
    contact: ContactSite, client: Client
) -> None:
    number = make_code()
    today = timezone.localdate()
    ends = datetime.combine(today, APPOINTMENT.end, ROME)
    code = code_of(number, contact.desks[0].mailbox)
    give_answer(code, "Ti aspettiamo.", appointment=replace(APPOINTMENT, day=today))

    with time_machine.travel(ends - timedelta(minutes=1)):
        assert 'value="accepts"' in text_of(opened(client, n=number))
    with time_machine.travel(ends + timedelta(minutes=1)):
        page = text_of(opened(client, n=number))
    assert "Ti aspettiamo." in page
    assert 'value="accepts"' not in page


def test_a_desk_without_keys_can_not_be_written_to_after_its_answer(
    contact: ContactSite, client: Client, number: str
) -> None:
    contact.desks[0].mailbox.certificates.all().delete()
    page = text_of(opened(client, n=number, t=contact.token(), o="accepts"))

    assert "non può ricevere messaggi da qui" in page
    assert OutboxItem.objects.count() == 0


def test_certificates_that_ended_between_answer_and_message_take_none_and_the_answer_stays(
    contact: ContactSite, client: Client, number: str
) -> None:
    desk, now = contact.desks[0], timezone.now()
    desk.mailbox.certificates.all().delete()
    give_certificate(desk, make_operator(30, days=9))
    ends = now + timedelta(days=8)

    for moment, told in {
        ends - timedelta(hours=12): "Il messaggio è partito",
        ends + timedelta(hours=12): "non può ricevere messaggi da qui",
    }.items():
        with time_machine.travel(moment):
            page = text_of(opened(client, n=number, t=contact.token(), o="writes", d="parole mie"))
            assert told in page
            assert OutboxItem.objects.count() == 1
            assert "ti aspettiamo." in text_of(opened(client, n=number))


def test_a_desk_taken_off_the_site_is_read_still_and_not_written_to(
    contact: ContactSite, client: Client, number: str
) -> None:
    contact.desks[0].unpublish()

    assert "ti aspettiamo." in text_of(opened(client, n=number))
    page = text_of(opened(client, n=number, t=contact.token(), o="writes", d="parole mie"))
    assert "non può ricevere messaggi da qui" in page
    assert "parole mie" in page
    assert OutboxItem.objects.count() == 0


def test_answers_are_erased_only_when_she_is_sure(contact: ContactSite, client: Client, number: str) -> None:
    assert "Metti la spunta" in text_of(opened(client, n=number, o="erases"))
    assert Answer.objects.count() == 1
    page = text_of(opened(client, n=number, o="erases", s="1"))

    assert Answer.objects.count() == 0
    assert page.count("Quello che hai scritto resta allo sportello") == 1
    assert "non c’è più niente" in text_of(opened(client, n=make_code(), o="erases", s="1"))


def test_the_form_gives_a_number_and_sends_it_when_two_groups_were_typed_again(
    contact: ContactSite, client: Client
) -> None:
    page = contact.answer(client, contact.fields(N="1", d="aiuto"))
    assert OutboxItem.objects.count() == 0
    number, places = hidden_value(page, "K"), hidden_value(page, "P")
    assert grouped(number) in page
    assert "aiuto" in page
    kept = {"N": "1", "K": number, "P": places, "d": "aiuto"}
    groups = [grouped(number).split(" ")[int(place)] for place in places]

    wrong = contact.answer(client, contact.fields(**kept, A=groups[0], B="x"))
    assert "Non è uguale al numero" in wrong
    assert hidden_value(wrong, "K") == number
    assert OutboxItem.objects.count() == 0

    arabic = "".join(chr(0x660 + int(digit)) for digit in groups[0])
    received = contact.answer(
        client, contact.fields(**kept, **dict(zip(AGAIN, (arabic, "-".join(groups[1])), strict=True)))
    )
    assert "Ricevuto" in received
    reply = reply_in(contact.texts()[0])
    assert reply.code == code_of(number, contact.desks[0].mailbox)
    assert reply.counter == "0.1"
    assert Conversation.objects.count() == 0


def test_the_button_gives_a_number_without_finding_fault_with_what_is_not_written_yet(
    contact: ContactSite, client: Client
) -> None:
    page = contact.answer(client, contact.fields(N="2", c="", d=""))

    assert hidden_value(page, "K")
    assert "Scegli che cosa ti serve" not in page.partition('id="nota"')[2].partition("</div>")[0]


def test_a_message_that_could_not_be_sent_is_there_again_with_its_form(
    contact: ContactSite, client: Client, number: str
) -> None:
    fields = {"t": contact.token(), "o": "writes", "d": "<b>parole</b> mie"}
    kept = re.compile(r'<textarea[^>]*name="d"[^>]*>\s*&lt;b&gt;parole&lt;/b&gt; mie</textarea>')

    slip = text_of(opened(client, **fields, n=number[:-1]))
    assert "Mancano delle cifre" in slip
    assert kept.search(slip)
    assert kept.search(text_of(opened(client, **{**fields, "t": "x"}, n=number)))
    assert kept.search(text_of(opened(client, **fields, n=make_code())))
    place = post(client, "/numero/", {**fields, "n": number}).headers["Location"].partition("#")[0]
    assert kept.search(client.get(place).content.decode())  # its end did not arrive
    assert OutboxItem.objects.count() == 0

    sent = text_of(opened(client, **fields, n=number))
    assert "Il messaggio è partito" in sent
    assert "parole" not in sent


def test_a_message_outlives_a_database_that_is_gone(
    contact: ContactSite, client: Client, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("contatti.reading.scriptless.reply_for", gone)
    page = text_of(opened(client, n=number, t=contact.token(), o="writes", d="parole mie"))

    assert "Il sito adesso non riesce a rispondere" in page
    assert re.search(r'<textarea[^>]*name="d"[^>]*>\s*parole mie</textarea>', page)
    assert hidden_value(page, "t")
    assert number not in page


def test_in_english_an_appointment_is_no_event(contact: ContactSite, client: Client, number: str) -> None:
    response = post(client, "/en/numero/", {"n": number, "v": "1"})
    page = client.get(response.headers["Location"].partition("#")[0]).content.decode()

    for shown in (page, client.get("/en/numero/strumenti/").content.decode()):
        assert "<h3>Appointment</h3>" in shown
        assert "<h3>Event</h3>" not in shown
