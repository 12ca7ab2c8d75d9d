"""An operator answers in a real browser: what she types is sealed there, and what fails keeps her text."""

from dataclasses import dataclass

import pytest
from django.test import Client
from playwright.sync_api import Dialog, Request, Route, expect
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer

from contatti.models import ModelAnswer
from contatti.sealed import answering
from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import (
    AnswerDocument,
    ConversationKeys,
    OpenedAnswer,
    ReplyCode,
    keys_of,
    make_code,
    open_answers,
    read_reply,
)
from contatti.sealed.models import Conversation
from home.models import HomePage
from servizi.models import DeskPage
from tests.browser.watch import DESKTOP, PHONE, Open, Watch
from tests.contatti.desks import DeskMaker
from tests.contatti.staff import operator

pytestmark = pytest.mark.browser

SECRET = "Vieni quando il glicine fiorisce"


@dataclass
class Desk:
    """A desk, its operators' cookies, and what women can read who wrote to it."""

    page: DeskPage
    anna: Client
    bea: Client
    address: str

    def code(self, keys: ConversationKeys) -> str:
        return str(ReplyCode(self.page.mailbox.pk, keys.public, keys.place))

    def enter(self, tab: Tab, who: Client) -> Tab:
        cookie = {"name": "s", "value": who.cookies["s"].value, "url": self.address}
        tab.context.add_cookies([cookie])
        tab.goto("/admin/console/rispondi/")
        return tab


@pytest.fixture
def desk(live_home: HomePage, live_server: LiveServer) -> Desk:
    maker = DeskMaker(live_home)
    page, other = maker.open("Primo"), maker.open("Secondo")
    ModelAnswer.objects.create(
        title="Un appuntamento per chi ha chiesto una parola", text="Ciao, grazie di aver scritto."
    )
    return Desk(page, operator("anna", page), operator("bea", page, other), live_server.url)


@pytest.fixture
def keys() -> ConversationKeys:
    return keys_of(make_code(), sealed_settings.SITE_ID)


def read_by(keys: ConversationKeys) -> list[OpenedAnswer]:
    """Return what she reads who has the code."""
    return open_answers(read_reply(answering.reply_for(keys.locator)), keys, sealed_settings.SITE_ID)


def paste(tab: Tab, code: str) -> None:
    tab.get_by_label("Codice di risposta").fill(code)


def write(tab: Tab, text: str) -> None:
    """Answer somebody never heard of, up to the preview."""
    tab.get_by_label("Ho capito").check()
    tab.get_by_label("La risposta").fill(text)
    tab.get_by_role("button", name="Guarda come la vedrà").click()


def close(tab: Tab) -> None:
    tab.get_by_role("button", name="Chiudi e metti a disposizione").click()


def posted(watch: Watch) -> str:
    def body(request: Request) -> str:
        return f"{request.url} {request.post_data or ''}"

    return " ".join(map(body, watch.requests))


def test_an_operator_on_a_phone_answers_with_an_appointment_that_only_the_code_opens(
    desk: Desk, keys: ConversationKeys, open_page: Open, watch: Watch
) -> None:
    tab = desk.enter(open_page(viewport=PHONE), desk.anna)
    paste(tab, f"> Codice di risposta:\n> {desk.code(keys).lower()}")
    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    expect(tab.get_by_label("La risposta")).to_be_hidden()
    tab.get_by_label("Ho capito").check()
    tab.get_by_label("Parti da una risposta pronta").select_option(index=1)
    tab.get_by_role("button", name="Inserisci").click()
    tab.get_by_role("textbox", name="La risposta").press_sequentially(f" {SECRET}.")
    tab.get_by_label("Proponi un appuntamento").select_option(index=3)
    expect(tab.get_by_text("lo sportello risulta chiuso")).to_be_visible()
    tab.get_by_label("dalle", exact=True).fill("15:00")
    tab.get_by_label("alle", exact=True).fill("15:30")
    tab.get_by_label("Di chi chiedere").fill("Marta")
    tab.get_by_label("La sua parola").fill("mirto")
    tab.get_by_role("button", name="Guarda come la vedrà").click()
    expect(tab.locator("#letter")).to_contain_text("dalle 15.00 alle 15.30")
    assert tab.locator("main").evaluate("main => main.scrollWidth") == PHONE["width"]
    expect(tab.get_by_role("heading", name="3. Quello che leggerà")).to_be_focused()
    close(tab)

    expect(tab.get_by_text("Fatto. Chi ha il numero la trova adesso")).to_be_focused()
    assert [tab.locator(f"#id_{name}").input_value() for name in ("code", "text", "word", "place")] == [
        ""
    ] * 4
    assert tab.locator("#letter").text_content() == ""
    (answer,) = read_by(keys)
    found: AnswerDocument = answer.document
    assert found.text == f"Ciao, grazie di aver scritto. {SECRET}."
    assert found.appointment is not None
    assert (f"{found.appointment.start:%H:%M}", found.appointment.ask_for, found.word) == (
        "15:00",
        "Marta",
        "mirto",
    )
    sent = posted(watch)
    assert keys.place.hex() in sent
    for secret in (
        SECRET.rsplit(maxsplit=1)[-1],
        "mirto",
        "Marta",
        keys.public.hex(),
        desk.code(keys)[20:40],
    ):
        assert secret not in sent
    assert (
        tab.evaluate("[localStorage, sessionStorage].some(each => JSON.stringify(each).includes('mirto'))")
        is False
    )


def test_a_code_that_is_cut_altered_or_anothers_is_told_before_anything_is_asked(
    desk: Desk, keys: ConversationKeys, open_page: Open, watch: Watch
) -> None:
    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    code = desk.code(keys)
    mailbox, second = desk.page.mailbox.pk, DeskPage.objects.get(title="Secondo").mailbox.pk
    for pasted, told in {
        code[:70]: "Manca un pezzo",
        f"{code}A": "C’è qualcosa di troppo",
        f"{code}\n> {desk.code(keys_of(make_code(), 'x'))}": "Qui ci sono due codici diversi",
        code.replace(code[50], "Z" if code[50] != "Z" else "Y", 1): "Una lettera non torna",
        str(ReplyCode(mailbox, bytes(32), keys.place)): "Una lettera non torna",
        str(ReplyCode(second, keys.public, keys.place)): "Questo codice è dello sportello «Secondo»",
        str(ReplyCode(9999, keys.public, keys.place)): "Questo codice non è di un tuo sportello",
    }.items():
        paste(tab, pasted)
        expect(tab.get_by_role("alert").filter(has_text=told)).to_be_visible()
        expect(tab.get_by_label("La risposta")).to_be_hidden()
    assert [request.url for request in watch.requests if "/rispondi/" in request.url] == [tab.url]
    paste(tab, code)
    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    assert keys.place.hex() in posted(watch)


def test_a_new_code_after_one_that_was_answered_is_a_stranger_whatever_it_quotes(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    paste(tab, desk.code(keys))
    write(tab, SECRET)
    close(tab)
    expect(tab.get_by_text("Fatto.")).to_be_visible()
    paste(tab, desk.code(keys))
    expect(tab.get_by_text("Già risposto: da ")).to_be_visible()
    tab.get_by_label("La risposta").fill("Solo per lei")
    for days, told in {"7": "Resta fino a ", "60": "Resta 60 giorni"}.items():  # the first answer stays 30
        tab.get_by_label("Per quanto tempo la trova").select_option(days)
        tab.get_by_role("button", name="Guarda come la vedrà").click()
        expect(tab.locator("#preview-to")).to_contain_text(told)
    impostor = keys_of(make_code(), sealed_settings.SITE_ID)

    with_her_place = ReplyCode(desk.page.mailbox.pk, impostor.public, keys.place)
    paste(tab, str(with_her_place))
    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    paste(tab, desk.code(keys))
    expect(tab.get_by_text("Già risposto: da ")).to_be_visible()
    paste(tab, desk.code(impostor))

    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    expect(tab.get_by_text("il testo qui sotto era per un altro")).to_be_visible()
    for button in ("Guarda come la vedrà", "Chiudi e metti a disposizione"):
        expect(tab.get_by_role("button", name=button)).to_be_hidden()
    assert not read_by(impostor)


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
    answering.erase(keys.locator)
    close(tab)

    expect(tab.get_by_text("le risposte a questo codice sono state cancellate")).to_be_focused()
    expect(tab.get_by_text("MAI RISPOSTO.", exact=True)).to_be_visible()
    tab.get_by_label("Ho capito").check()
    assert tab.get_by_label("La risposta").input_value() == SECRET
    assert not read_by(keys)


def test_answers_are_counted_limited_and_ended_with_a_second_press(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=PHONE), desk.anna)
    tab.context.set_offline(True)
    paste(tab, desk.code(keys))
    expect(tab.get_by_text("Non c’è rete")).to_be_visible()
    tab.context.set_offline(False)
    tab.get_by_role("button", name="Controlla di nuovo").click()
    write(tab, "è" * 4000)
    expect(tab.get_by_role("alert").filter(has_text="Troppo lungo")).to_be_visible()
    write(tab, "")
    expect(tab.get_by_text("Scrivi la risposta, o proponi un appuntamento.")).to_be_visible()
    write(tab, SECRET)
    close(tab)
    paste(tab, desk.code(keys))
    tab.get_by_role("button", name="Chiudi la conversazione").click()
    expect(tab.get_by_role("button", name="No, lascia")).to_be_focused()
    assert Conversation.objects.exists()
    tab.get_by_role("button", name="Sì, cancella").click()

    expect(tab.get_by_text("Cancellate.")).to_be_visible()
    assert not Conversation.objects.exists()


def test_leaving_with_a_text_asks_first_and_what_is_left_is_empty_on_the_way_back(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    paste(tab, desk.code(keys))
    tab.get_by_label("Ho capito").check()
    tab.get_by_label("La risposta").press_sequentially(SECRET)
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    tab.on("dialog", leave)
    tab.goto("/admin/console/")
    assert asked == ["beforeunload"]
    tab.go_back()

    expect(tab.get_by_label("Codice di risposta")).to_have_value("")
    assert SECRET not in tab.content()
    tab.goto("/admin/console/")
    assert asked == ["beforeunload"]


def test_a_browser_that_cannot_seal_offers_no_field(desk: Desk, open_page: Open) -> None:
    tab = open_page(viewport=PHONE)
    tab.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
    desk.enter(tab, desk.anna)

    expect(tab.get_by_text("Questo browser non sa chiudere una risposta")).to_be_visible()
    expect(tab.get_by_label("Codice di risposta")).to_be_hidden()
