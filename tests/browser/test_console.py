"""An operator answers in a real browser: what she types is sealed there, and what she leaves is empty."""

import pytest
from playwright.sync_api import Dialog, expect

from contatti.sealed.conf import sealed_settings
from contatti.sealed.conversation import (
    AnswerDocument,
    ConversationKeys,
    ReplyCode,
    keys_of,
    make_code,
)
from contatti.sealed.models import Conversation
from servizi.models import DeskPage
from tests.browser.answering import SECRET, Desk, close, paste, posted, read_by, write
from tests.browser.watch import DESKTOP, PHONE, Open, Watch

pytestmark = pytest.mark.browser


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
    tab.get_by_label("dalle", exact=True).blur()
    expect(tab.get_by_label("alle", exact=True)).to_have_value("16:00")
    tab.get_by_label("alle", exact=True).fill("15:30")
    tab.get_by_label("Di chi chiedere").fill("Marta")
    tab.get_by_label("La sua parola").fill("mirto")
    tab.get_by_role("button", name="Guarda come la vedrà").click()
    expect(tab.locator("#letter")).to_contain_text("dalle 15.00 alle 15.30")
    expect(tab.locator("#preview")).to_contain_text("Senza la parola «mirto» lei non può leggere")
    expect(tab.locator("#preview")).to_contain_text("lo sportello risulta chiuso")
    expect(tab.locator("#preview")).to_contain_text("due bottoni: «Va bene, vengo» e «No, non posso»")
    assert tab.locator("main").evaluate("main => main.scrollWidth") == PHONE["width"]
    expect(tab.get_by_role("heading", name="3. Quello che leggerà")).to_be_focused()
    close(tab)

    expect(tab.get_by_text("Fatto. Chi ha il numero la trova adesso")).to_be_focused()
    expect(tab.get_by_text("Hai proposto ")).to_contain_text("dalle 15.00 alle 15.30: segnalo sull’agenda")
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
    expect(tab.get_by_text("se la lettera cita un altro riferimento")).to_be_visible()
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
    tab.get_by_role("button", name="Cancella le nostre risposte").click()
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
