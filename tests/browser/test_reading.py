"""Her number, in real browsers: made on the form, typed again, and what it opens."""

import pytest
from playwright.sync_api import Page, expect

from contatti.sealed.models import Conversation
from tests.browser.contact import fill, send
from tests.contatti.conversations import APPOINTMENT, give_answer, reply_in
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser


def take_a_number(page: Page) -> str:
    """Tick the wish, type the two groups again, and return the digits."""
    page.get_by_label("Sì, dammi un numero").check()
    digits = page.locator("[data-digits]")
    digits.wait_for()
    number = digits.inner_text()
    ordinals = ["primo", "secondo", "terzo", "quarto", "quinto"]
    for label in page.locator("[data-again]").all():
        group = number.split(" ")[ordinals.index(label.inner_text().split(" ")[1])]
        page.get_by_label(label.inner_text()).fill(group)
    return number


SEEN: set[str] = set()


def newest(contact: ContactSite, count: int) -> str:
    """Return the text of the request that was not there before; the rows are in no order."""
    texts = contact.texts()
    assert len(texts) == count
    [text] = set(texts) - SEEN
    SEEN.update(texts)
    return text


def read(page: Page, number: str) -> None:
    page.goto("/numero/")
    page.get_by_label("Il numero che ti abbiamo dato").fill(number)
    page.get_by_role("button", name="Apri").click()


def test_she_writes_with_a_number_reads_the_answer_accepts_and_writes_again(
    live_contact: ContactSite, page: Page
) -> None:
    fill(page)
    number = take_a_number(page)
    send(page)

    reply = reply_in(newest(live_contact, 1))
    assert reply.counter == "0.1"
    assert Conversation.objects.count() == 0
    give_answer(reply.code, "Ciao,\nti aspettiamo.", appointment=APPOINTMENT)

    read(page, number)
    card = page.locator("[data-result] .card")
    expect(card).to_contain_text("ti aspettiamo.")
    expect(card).to_contain_text("giovedì 3 dicembre 2099, dalle 15:00 alle 15:30")
    expect(card).to_contain_text("Anna")
    assert number[:9] not in page.content()

    page.get_by_role("button", name="Va bene, vengo").click()
    expect(page.locator("[data-said]")).to_contain_text("Abbiamo detto allo sportello che vieni")
    accepted = newest(live_contact, 2)
    assert accepted.startswith("MESSAGGIO DA CHI HA UN NUMERO\n")
    assert "Dopo la vostra risposta numero 1 del 01/12/2026\n" in accepted
    assert "ACCETTA l’appuntamento: 03/12/2099, dalle 15:00 alle 15:30\n" in accepted
    assert reply_in(accepted).counter == "1.1"
    assert reply_in(accepted).code == reply.code

    page.get_by_label("Il tuo messaggio allo sportello").fill("Grazie,\nvengo con mia sorella")
    page.get_by_role("button", name="Invia").click()
    expect(page.locator("[data-said]")).to_contain_text("Il messaggio è partito")
    written = newest(live_contact, 3)
    assert "Messaggio:\n  | Grazie,\n  | vengo con mia sorella\n" in written
    assert reply_in(written).counter == "1.2"
