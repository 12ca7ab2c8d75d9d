"""What fails while an operator answers keeps her text in the page, and says what happened."""

import pytest
from playwright.sync_api import Route, expect

from contatti.sealed import answer_store
from contatti.sealed.conversation import (
    ConversationKeys,
)
from tests.browser.answering import SECRET, Desk, close, paste, read_by, write
from tests.browser.watch import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser


def test_a_colleague_who_was_faster_and_a_session_that_ended_leave_the_text_in_the_page(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=PHONE), desk.anna)
    other = desk.enter(open_page(viewport=DESKTOP), desk.bea)
    for each, text in ((tab, SECRET), (other, "Prima io")):
        paste(each, desk.code(keys))
        write(each, text)
    close(other)
    expect(other.get_by_text("Fatto.")).to_be_visible()

    close(tab)
    expect(tab.get_by_text("Intanto una collega ha già risposto")).to_be_focused()
    expect(tab.get_by_text("Già risposto: da ")).to_be_visible()
    assert tab.get_by_label("La risposta").input_value() == SECRET
    tab.context.clear_cookies(name="s")
    tab.get_by_role("button", name="Guarda come la vedrà").click()
    close(tab)
    expect(tab.get_by_text("La sessione è finita")).to_be_visible()
    tab.context.set_offline(True)
    close(tab)
    expect(tab.get_by_text("Non c’è rete")).to_be_visible()
    tab.context.set_offline(False)
    cookie = {"name": "s", "value": desk.anna.cookies["s"].value, "url": desk.address}
    tab.context.add_cookies([cookie])
    close(tab)

    expect(tab.get_by_text("Fatto.")).to_be_visible()
    assert [each.document.text for each in read_by(keys)] == ["Prima io", SECRET]


def test_an_answer_that_arrived_while_the_network_failed_is_not_sent_twice_unasked(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=PHONE), desk.anna)
    paste(tab, desk.code(keys))
    write(tab, SECRET)

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    tab.route("**/metti/", lose)
    close(tab)
    expect(tab.get_by_text("Non c’è rete")).to_be_visible()
    tab.unroute("**/metti/")
    close(tab)

    expect(tab.get_by_text("può essere la tua")).to_be_focused()
    assert [each.document.text for each in read_by(keys)] == [SECRET]
    assert tab.get_by_label("La risposta").input_value() == SECRET


def test_an_answer_that_could_not_be_sealed_says_so_and_the_page_can_be_used_again(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    paste(tab, desk.code(keys))
    write(tab, SECRET)
    tab.evaluate("() => { crypto.subtle.encrypt = () => Promise.reject(new Error()) }")
    close(tab)

    expect(tab.get_by_role("alert").filter(has_text="niente è partito")).to_be_visible()
    expect(tab.get_by_text("La chiudo…")).to_be_hidden()
    assert tab.get_by_label("La risposta").input_value() == SECRET
    expect(tab.get_by_label("Codice di risposta")).to_be_editable()
    assert not read_by(keys)
    tab.evaluate("() => { delete crypto.subtle.encrypt }")
    close(tab)
    expect(tab.get_by_text("Fatto.")).to_be_visible()
    assert [each.document.text for each in read_by(keys)] == [SECRET]


def test_an_answer_to_what_she_erased_meanwhile_stays_in_the_page_which_says_so(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    paste(tab, desk.code(keys))
    write(tab, "Prima")
    close(tab)
    expect(tab.get_by_text("Fatto.")).to_be_visible()
    paste(tab, desk.code(keys))
    expect(tab.get_by_text("Già risposto: da ")).to_be_visible()
    tab.get_by_label("La risposta").fill(SECRET)
    tab.get_by_role("button", name="Guarda come la vedrà").click()
    answer_store.erase(keys.locator)
    close(tab)

    expect(tab.get_by_text("le risposte a questo codice sono state cancellate")).to_be_focused()
    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    tab.get_by_label("Ho capito").check()
    assert tab.get_by_label("La risposta").input_value() == SECRET
    assert not read_by(keys)
