from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from contatti.models import DeskMailbox
from contatti.sealed.models import OperatorCertificate, OutboxItem
from tests.browser.contact import SENTINEL, fill, open_form, press_send, send
from tests.browser.neutral import Neutral
from tests.browser.slow import hold
from tests.browser.watch import DESKTOP, Open, Watch
from tests.contatti.keys import make_operator
from tests.contatti.site import ContactSite, give_certificate

NOT_SENT = "Il messaggio non è ancora partito"


def alert(page: Page) -> str:
    return page.locator("[data-alert]").inner_text()


def kept(page: Page) -> str:
    return page.get_by_label("Se vuoi, raccontaci").input_value()


def test_an_incomplete_form_says_on_top_what_is_missing_and_leads_there(
    live_contact: ContactSite, page: Page
) -> None:
    open_form(page)
    press_send(page)

    assert page.evaluate("document.activeElement.id") == "nota"
    assert alert(page).split("\n")[0] == NOT_SENT
    page.locator("[data-alert]").get_by_role("link", name="Scegli che cosa ti serve").click()
    assert page.evaluate("document.activeElement.id") == "c"
    # The empty tab and the choice of a desk: neither the form nor the link in it is an entry.
    assert page.evaluate("history.length") == 2
    assert page.get_by_role("group", name="Che cosa ti serve?").get_attribute("aria-describedby") == "c-h c-e"
    assert page.locator("#c-e").inner_text().startswith("Scegli che cosa ti serve.")


def test_an_incomplete_form_says_the_same_without_javascript_and_keeps_the_words(
    live_contact: ContactSite, scriptless: Page
) -> None:
    open_form(scriptless)
    scriptless.get_by_label("Come vuoi essere chiamata?").fill(SENTINEL)
    press_send(scriptless)

    assert "Scegli che cosa ti serve." in alert(scriptless)
    assert scriptless.get_by_label("Come vuoi essere chiamata?").input_value() == SENTINEL
    scriptless.get_by_label("Un appuntamento").check()
    send(scriptless)
    assert SENTINEL in live_contact.texts()[0]


def test_a_corrected_error_is_gone_at_the_next_attempt(live_contact: ContactSite, page: Page) -> None:
    fill(page, "x" * 12_001)
    press_send(page)
    page.get_by_label("Se vuoi, raccontaci").fill("")
    press_send(page)

    assert page.locator(".error").count() == 1
    assert page.locator("#d-e").count() == 0


def test_a_text_that_is_too_long_is_kept_and_not_sent(live_contact: ContactSite, page: Page) -> None:
    fill(page, "x" * 12_001)
    press_send(page)

    assert "troppo lungo" in alert(page)
    assert page.get_by_label("Se vuoi, raccontaci").get_attribute("aria-invalid") == "true"
    assert OutboxItem.objects.count() == 0


def test_the_longest_text_in_a_heavy_script_arrives_whole(live_contact: ContactSite, page: Page) -> None:
    text = "語" * 12_000
    fill(page, text)
    send(page)

    assert text in live_contact.texts()[0]


def lose_connection(page: Page) -> None:
    page.context.set_offline(True)


def lose_answer(page: Page) -> None:
    """Let the envelope arrive and its answer get lost."""

    def deliver_and_drop(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/invia/", deliver_and_drop, times=1)


@pytest.mark.parametrize(
    ("lose", "said"),
    [
        (lose_connection, "Il messaggio non è ancora partito"),
        (lose_answer, "Non sappiamo se il messaggio è arrivato"),
    ],
)
def test_a_lost_network_loses_neither_the_words_nor_makes_two_requests(
    live_contact: ContactSite, page: Page, lose: Callable[[Page], None], said: str
) -> None:
    fill(page)
    lose(page)
    press_send(page)
    page.locator("[data-alert]").wait_for()
    assert said in alert(page)
    assert kept(page) == SENTINEL

    page.context.set_offline(False)
    send(page)
    assert OutboxItem.objects.count() == 1


def test_a_connection_that_never_answers_gives_the_form_back(live_contact: ContactSite, page: Page) -> None:
    page.add_init_script(
        # The first is for what closes the envelope, the second for the keys; later ones are answered.
        "const timeout = AbortSignal.timeout.bind(AbortSignal); let asked = 0;"
        "AbortSignal.timeout = (ms) => timeout(++asked === 2 ? 300 : ms);"
    )
    fill(page)
    page.route("**/invia/chiavi/", lambda route: None)
    press_send(page)
    page.locator("[data-alert]").wait_for()

    assert "Non c’è collegamento" in alert(page)
    assert kept(page) == SENTINEL
    page.unroute("**/invia/chiavi/")
    send(page)
    assert OutboxItem.objects.count() == 1


def test_a_server_that_is_down_is_not_blamed_on_her_browser(live_contact: ContactSite, page: Page) -> None:
    fill(page)
    page.route("**/invia/", lambda route: route.fulfill(status=502, body="<h1>502 Bad Gateway</h1>"), times=1)
    press_send(page)
    page.locator("[data-alert]").wait_for()

    assert "Non sappiamo se il messaggio è arrivato" in alert(page)
    assert "browser" not in alert(page)
    send(page)
    assert OutboxItem.objects.count() == 1


def test_a_form_that_the_exit_emptied_on_its_way_is_not_sent(
    live_contact: ContactSite, open_page: Open
) -> None:
    neutral = Neutral(answers=False)
    page = open_page(viewport=DESKTOP)
    neutral.attach(page.context)
    fill(page)
    held = hold(page, "**/invia/chiavi/")
    with page.expect_request("**/invia/chiavi/"):
        press_send(page)
    page.evaluate("setTimeout(() => document.querySelector('.exit .exit-link').click())")
    neutral.blank(page)
    held[0].continue_()

    assert neutral.later(page) == {"children": 0, "text": ""}
    assert OutboxItem.objects.count() == 0


def test_words_changed_after_a_lost_answer_are_sent_too(live_contact: ContactSite, page: Page) -> None:
    fill(page)
    lose_answer(page)
    press_send(page)
    page.locator("[data-alert]").wait_for()
    page.get_by_label("Se vuoi, raccontaci").fill("altre parole")
    send(page)

    assert sorted("altre parole" in text for text in live_contact.texts()) == [False, True]


@pytest.mark.parametrize(
    "breakage",
    [
        "Object.defineProperty(crypto, 'subtle', {value: undefined})",
        "crypto.subtle.encrypt = () => Promise.reject(new Error('no'))",
        "Object.defineProperty(window, 'isSecureContext', {value: false})",
    ],
)
def test_a_browser_that_can_not_seal_sends_nothing_and_names_the_telephone(
    live_contact: ContactSite, open_page: Open, watch: Watch, breakage: str
) -> None:
    page = open_page()
    page.add_init_script(breakage)
    fill(page)
    press_send(page)
    page.locator("[data-alert]").wait_for()

    assert "non riesce a chiudere la busta" in alert(page)
    page.get_by_role("link", name="Numeri di telefono").click()
    assert page.locator("#telefoni").get_by_role("link", name="1522").is_visible()
    assert OutboxItem.objects.count() == 0
    assert not any("z=" in (request.post_data or "") for request in watch.requests)
    assert kept(page) == SENTINEL


def test_a_key_added_while_she_writes_is_used(live_contact: ContactSite, page: Page) -> None:
    fill(page)
    newcomer = make_operator(9)
    give_certificate(live_contact.desks[0], newcomer)
    live_contact.operators[live_contact.desks[0].pk].append(newcomer)
    send(page)

    assert len(set(live_contact.open(OutboxItem.objects.get()))) == 1


@pytest.mark.parametrize("javascript", [True, False])
def test_a_desk_that_closes_while_she_writes_says_so_and_her_words_can_go_to_another(
    live_contact: ContactSite, page: Page, scriptless: Page, javascript: bool
) -> None:
    tab = page if javascript else scriptless
    fill(tab)
    OperatorCertificate.objects.filter(mailbox=live_contact.desks[0].mailbox).update(active=False)
    press_send(tab)
    tab.locator("[data-alert]").wait_for()

    assert "Questo sportello adesso non riceve messaggi da qui" in alert(tab)
    assert kept(tab) == SENTINEL
    assert OutboxItem.objects.count() == 0
    assert tab.get_by_label("Villa Prova").is_disabled()

    tab.get_by_label("Borgo Esempio").check()
    send(tab)
    assert "Sportello: Borgo Esempio\n" in live_contact.texts()[0]
    assert SENTINEL in live_contact.texts()[0]


def test_a_paused_desk_is_listed_with_its_reason_and_can_not_be_chosen(
    live_contact: ContactSite, page: Page
) -> None:
    DeskMailbox.objects.filter(desk=live_contact.desks[1]).update(
        paused=True, pause_message="Fino al 31 agosto solo al telefono"
    )
    page.goto("/scrivi/")

    assert page.get_by_role("link", name="Scrivi qui Villa Prova").is_visible()
    assert page.get_by_role("link", name="Scrivi qui Borgo Esempio").count() == 0
    assert page.get_by_text("Fino al 31 agosto solo al telefono").first.is_visible()


def test_without_any_open_desk_there_is_no_form_but_the_telephone(
    live_contact: ContactSite, page: Page
) -> None:
    OperatorCertificate.objects.update(active=False)
    page.goto("/scrivi/")

    assert page.locator("form").count() == 0
    assert page.get_by_role("link", name="112 emergenza").is_visible()
    assert page.get_by_role("heading", name="Villa Prova").is_visible()


def test_who_is_not_safe_sees_the_emergency_numbers_at_once_and_can_go_on(
    live_contact: ContactSite, page: Page
) -> None:
    fill(page)
    numbers = page.get_by_role("link", name="112 emergenza")
    assert not numbers.is_visible()
    page.get_by_label("No", exact=True).check()

    assert numbers.is_visible()
    send(page)


def test_too_many_windows_and_one_that_has_passed_are_said_before_anything_is_sent(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    open_form(page, "Rocca Finta")
    windows = page.locator("#p .day ~ .choice input")
    assert not page.locator("#p").is_visible()  # only who wishes an appointment is asked when
    page.get_by_label("Un appuntamento").check()
    page.get_by_text("Vedi gli orari").click()
    page.get_by_label("Scegliete voi").check()
    for window in windows.all()[:4]:
        window.check()
    press_send(page)
    assert page.locator("#p-e").inner_text() == "Scegli al massimo tre orari."
    assert not [request for request in watch.requests if request.method == "POST"]

    windows.first.uncheck()
    windows.nth(1).evaluate("box => { box.value = '29000000-60' }")
    press_send(page)
    page.locator("[data-alert]", has_text="non c’è più").wait_for()
    assert OutboxItem.objects.count() == 0

    windows.nth(1).uncheck()
    send(page)
    assert live_contact.texts()[0].count("9.00–13.00") + live_contact.texts()[0].count("13.00–17.00") == 2
