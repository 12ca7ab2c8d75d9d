"""What her number's page says, and what stays on it, when something comes between: a hidden page, a fault, a file."""

import pytest
from playwright.sync_api import Page, Route, expect

from contatti.sealed.conversation import grouped
from contatti.sealed.models import Answer, OutboxItem
from tests.browser.contact import open_form, press_send, send
from tests.browser.reading import HIDE, answers, new_number, read, type_number
from tests.browser.watch import Watch
from tests.contatti.conversations import APPOINTMENT, give_answer
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser

NUMBER = "Il numero che ti abbiamo dato"


def hide_for_a_moment(page: Page) -> None:
    page.evaluate(HIDE, True)
    page.evaluate(HIDE, False)


def test_a_hidden_page_keeps_no_number_and_does_not_speak_of_an_answer_that_there_is_not(
    live_contact: ContactSite, page: Page
) -> None:
    number, _ = new_number(live_contact)
    read(page, number)
    expect(page.get_by_role("heading", name="niente da leggere")).to_be_visible()
    page.get_by_label(NUMBER).fill(number)
    assert page.get_by_label(NUMBER).input_value() == number
    hide_for_a_moment(page)

    assert page.get_by_label(NUMBER).input_value() == ""
    result = page.locator("[data-result]")
    expect(result).to_contain_text("La pagina era nascosta")
    expect(result).not_to_contain_text("risposta")


def test_what_could_not_be_sent_is_told_although_the_page_was_hidden_meanwhile(
    live_contact: ContactSite, page: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.", appointment=APPOINTMENT)
    read(page, number)
    waiting: list[Route] = []

    def wait(route: Route) -> None:
        waiting.append(route)

    page.route("**/invia/chiavi/", wait)
    page.get_by_role("button", name="Va bene, vengo").click()
    while not waiting:
        page.wait_for_timeout(50)
    hide_for_a_moment(page)
    waiting[0].continue_()

    expect(page.get_by_role("heading", name="Il messaggio non è partito")).to_be_visible()
    assert OutboxItem.objects.count() == 0


def test_answers_that_could_not_be_erased_are_said_to_be_there_still(
    live_contact: ContactSite, page: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.")
    read(page, number)
    page.route("**/numero/cancella/", lambda route: route.fulfill(status=503, body="no"))
    page.get_by_role("button", name="Cancella le risposte").click()
    expect(page.locator("[data-sure]")).to_be_focused()
    page.get_by_role("button", name="Sì, cancella").click()

    expect(page.locator("[data-said]")).to_contain_text("Le risposte sono ancora qui")
    expect(page.locator("[data-said]")).not_to_contain_text("non è partito")
    assert Answer.objects.count() == 1


def test_each_closed_answer_has_its_own_field_and_stays_open_once_its_word_is_typed(
    live_contact: ContactSite, page: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "la prima", 1, word="Girasole")
    give_answer(code, "la seconda", 2, word="Rosa")
    read(page, number)
    fields = page.get_by_label("Per aprirla")
    expect(fields).to_have_count(2)
    for word in ("rosa", "girasole"):
        fields.last.fill(word)
        fields.last.press("Enter")
        expect(page.locator("[data-list]")).to_be_focused()

    expect(answers(page)).to_contain_text(["la seconda", "la prima"])


def test_a_number_that_met_no_network_or_a_busy_site_is_not_to_be_typed_again(
    live_contact: ContactSite, page: Page
) -> None:
    number, _ = new_number(live_contact)
    page.route("**/numero/risposte/", lambda route: route.abort())
    read(page, number)
    expect(page.locator("[data-status]")).to_contain_text("Non c’è collegamento")
    assert page.get_by_label(NUMBER).input_value() == grouped(number)
    page.route("**/numero/risposte/", lambda route: route.fulfill(status=503, body="x"))
    page.get_by_role("button", name="Apri", exact=True).click()
    expect(page.get_by_role("heading", name="non riesce a rispondere")).to_be_visible()
    assert page.get_by_label(NUMBER).input_value() == grouped(number)


def test_a_file_for_sealing_that_can_not_be_run_is_told_and_the_form_sends_once_it_can(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    faults = [(503, "")]

    def spoil(route: Route) -> None:
        response = route.fetch()
        status, more = faults[-1]
        # The page's policy knows the file that was there when it was opened, and no other.
        body = response.text().replace("</script>", f"{more}</script>")
        route.fulfill(response=response, status=status, body=body)

    open_form(page)
    page.route("**/numero/strumenti/", spoil)
    page.get_by_label("Un appuntamento").check()
    for fault, told in (
        ((503, ""), "collegamento"),
        ((200, ";"), "aggiornato mentre avevi questa pagina aperta"),
    ):
        faults.append(fault)
        press_send(page)
        expect(page.locator("[data-alert]")).to_contain_text(told)
    assert watch.violations
    watch.console.clear()
    faults.append((200, ""))
    send(page)
    assert OutboxItem.objects.count() == 1


def test_a_number_is_read_after_the_file_for_it_came_at_the_second_time(
    live_contact: ContactSite, page: Page
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.")
    page.route("**/numero/strumenti/", lambda route: route.abort())
    read(page, number)
    expect(page.locator("[data-status]")).to_contain_text("Non c’è collegamento")
    page.unroute("**/numero/strumenti/")
    type_number(page, number)
    expect(answers(page)).to_contain_text("Ciao.")
