"""Her number, in a real browser: made on the form, typed again, and what it opens."""

import re

import pytest
from playwright.sync_api import Page, expect

from contatti.sealed.models import Answer, Conversation, OutboxItem
from tests.browser.contact import fill, press_send, send
from tests.browser.reading import HIDE, answers, new_number, read, take_a_number, type_number
from tests.browser.watch import Open, Watch
from tests.contatti.conversations import APPOINTMENT, give_answer, reply_in
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser


def newest(contact: ContactSite, before: list[str]) -> str:
    """Return the text of the request that was not there before; the rows are in no order."""
    [text] = set(contact.texts()) - set(before)
    before.append(text)
    return text


def test_she_writes_with_a_number_reads_the_answer_accepts_and_writes_again(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    texts: list[str] = []
    fill(page)
    number = take_a_number(page)
    send(page)

    reply = reply_in(newest(live_contact, texts))
    assert reply.counter == "0.1"
    assert Conversation.objects.count() == 0
    give_answer(reply.code, "Ciao,\nti aspettiamo.", appointment=APPOINTMENT)

    page.get_by_role("link", name="Leggi la risposta").click()
    type_number(page, number)
    card = answers(page)
    expect(card).to_contain_text("ti aspettiamo.")
    expect(card).to_contain_text("giovedì 3 dicembre 2099, dalle 15.00 alle 15.30")
    expect(card).to_contain_text("Anna")
    assert number[:9] not in page.content()

    page.get_by_role("button", name="Va bene, vengo").click()
    expect(page.locator("[data-said]")).to_contain_text("Abbiamo detto allo sportello che vieni")
    accepted = newest(live_contact, texts)
    assert accepted.startswith("MESSAGGIO DA CHI HA UN NUMERO\n")
    assert "Dopo la vostra risposta numero 1 del 01/12/2026\n" in accepted
    assert "ACCETTA l’appuntamento: 03/12/2099, dalle 15:00 alle 15:30\n" in accepted
    assert reply_in(accepted).counter == "1.1"
    assert reply_in(accepted).code == reply.code

    page.get_by_label("Il tuo messaggio allo sportello").fill("Grazie,\nvengo con mia sorella")
    page.get_by_role("button", name="Invia").click()
    expect(page.locator("[data-said]")).to_contain_text("Il messaggio è partito")
    written = newest(live_contact, texts)
    assert "Messaggio:\n  | Grazie,\n  | vengo con mia sorella\n" in written
    assert reply_in(written).counter == "1.2"

    page.get_by_role("button", name="Cancella le risposte").click()
    page.get_by_role("button", name="Sì, cancella").click()
    expect(page.get_by_role("heading", name="non c’è più niente")).to_be_visible()
    assert Answer.objects.count() == 0
    digits = number.replace(" ", "")
    assert not any(digits[:8] in (request.post_data or "") for request in watch.requests)


def test_who_accepts_an_earlier_proposal_tells_the_desk_which_answer_she_read_last(
    live_contact: ContactSite, page: Page, scriptless: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.", appointment=APPOINTMENT)
    give_answer(code, "Porta una giacca.", 2)
    texts: list[str] = []
    for tab in (page, scriptless):
        read(tab, number)
        if tab is scriptless:
            tab.get_by_label("Scrivi di nuovo il numero").first.fill(number)
        tab.get_by_role("button", name="Va bene, vengo").click()
        tab.get_by_text("Abbiamo detto allo sportello che vieni").wait_for()
        accepted = newest(live_contact, texts)
        assert "Dopo la vostra risposta numero 2 del 01/12/2026\n" in accepted
        assert "ACCETTA l’appuntamento: 03/12/2099, dalle 15:00 alle 15:30\n" in accepted
        assert reply_in(accepted).counter == "2.1"


def test_both_ways_give_the_desk_the_same_text_but_for_code_and_reference(
    live_contact: ContactSite, page: Page, scriptless: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.", appointment=APPOINTMENT)
    texts: list[str] = []
    read(page, number)
    page.get_by_role("button", name="Va bene, vengo").click()
    page.get_by_text("Abbiamo detto allo sportello che vieni").wait_for()
    here = newest(live_contact, texts)
    read(scriptless, number)
    scriptless.get_by_label("Scrivi di nuovo il numero").first.fill(number)
    scriptless.get_by_role("button", name="Va bene, vengo").click()
    scriptless.get_by_text("Abbiamo detto allo sportello che vieni").wait_for()
    there = newest(live_contact, texts)

    assert [line for line in here.splitlines() if not line.startswith("Riferimento")] == [
        line for line in there.splitlines() if not line.startswith("Riferimento")
    ]


def test_the_number_is_not_sent_before_she_has_shown_that_she_has_it(
    live_contact: ContactSite, page: Page
) -> None:
    fill(page)
    page.get_by_label("Sì, dammi un numero").check()
    first = page.locator("[data-digits]").inner_text()
    page.locator("#A").fill("12")
    page.locator("#B").focus()
    expect(page.locator("#A-e")).to_contain_text("Non è uguale al numero")
    press_send(page)
    expect(page.locator("#nota")).to_contain_text("Riscrivi questo gruppo")
    assert OutboxItem.objects.count() == 0

    page.get_by_role("button", name="Cambia numero").click()
    assert page.locator("[data-digits]").inner_text() != first
    page.evaluate(HIDE, True)
    expect(page.locator("[data-digits]")).to_have_text("•••• •••• •••• •••• •••• ••")
    page.get_by_role("button", name="Mostra il numero").click()
    expect(page.locator("[data-digits]")).to_have_text(re.compile(r"\d{4} \d{4}"))
    page.get_by_label("Sì, dammi un numero").uncheck()
    send(page)
    assert "Codice di risposta" not in live_contact.texts()[0]


def test_a_slip_is_told_before_any_request_and_any_digits_and_spaces_are_read(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ti aspettiamo.")
    page.goto("/numero/")
    swapped = number[1] + number[0] + number[2:]
    swapped = swapped if swapped != number else str((int(number[0]) + 1) % 10) + number[1:]
    for typed, words in (
        (number[:-1], "Mancano delle cifre"),
        (f"{number}1", "troppe cifre"),
        (f"o{number[1:]}", "solo cifre"),
        (swapped, "una cifra sbagliata"),
    ):
        type_number(page, typed)
        expect(page.locator("[data-slip]")).to_contain_text(words)
    assert [request for request in watch.requests if request.method == "POST"] == []

    for zero in (0xFF10, 0x660):
        type_number(page, "  ".join(chr(zero + int(digit)) for digit in number))
        expect(answers(page)).to_contain_text("Ti aspettiamo.")
        page.get_by_role("button", name="Chiudi la risposta").click()


def test_nothing_is_shown_of_an_answer_with_a_word_until_she_types_it(
    live_contact: ContactSite, page: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "sotto il vaso", word="Girasole")
    read(page, number)
    word = page.get_by_label("Per aprirla")
    word.fill("rosa")
    word.press("Enter")
    expect(page.get_by_text("Non è questa parola")).to_be_visible()
    assert "sotto il vaso" not in page.content()
    word.fill(" girASOLE ")
    word.press("Enter")
    expect(answers(page)).to_contain_text("sotto il vaso")


def test_the_answer_is_gone_when_the_page_is_hidden_rests_or_is_left(
    live_contact: ContactSite, open_page: Open
) -> None:
    page = open_page()
    number, code = new_number(live_contact)
    give_answer(code, "sotto il vaso")
    page.clock.install()
    read(page, number)
    expect(answers(page)).to_contain_text("sotto il vaso")
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)
    expect(page.get_by_role("heading", name="Qui non è rimasto niente")).to_be_visible()
    assert "vaso" not in page.content()

    type_number(page, number)
    expect(answers(page)).to_be_visible()
    page.clock.run_for(50_000)
    page.keyboard.press("Tab")
    page.clock.run_for(50_000)
    expect(answers(page)).to_be_visible()
    page.clock.run_for(11_000)
    expect(page.get_by_role("heading", name="Qui non è rimasto niente")).to_be_visible()
    assert "vaso" not in page.content()

    type_number(page, number)
    expect(answers(page)).to_be_visible()
    page.locator("header").get_by_role("link", name="Scrivi").click()
    page.get_by_role("heading", name="A quale sportello vuoi scrivere?").wait_for()
    page.get_by_role("button", name="Indietro").click()
    page.get_by_role("heading", name="Leggi la risposta").wait_for()
    assert "vaso" not in page.content()
    type_number(page, number)
    expect(answers(page)).to_be_visible()
    page.goto("/scrivi/")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("vaso")
