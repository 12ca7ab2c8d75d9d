"""What the server keeps of a number and of what is said by it: nothing; and that a text browser is enough."""

from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from contatti.sealed.models import Conversation
from tests.browser.contact import SENTINEL, fill, send
from tests.browser.reading import ORDINALS, new_number, read, take_a_number
from tests.browser.test_contact_textbrowser import drive, look_for
from tests.contatti.conversations import APPOINTMENT, give_answer, reply_in
from tests.contatti.site import ContactSite
from tests.disk import on_disk

pytestmark = pytest.mark.browser

ANSWER = "il gatto rosso dorme sul tetto"
PLANTED = "questo si trova di certo"
AFTER = "la neve cade piano sul lago"


def take_a_number_without_script(page: Page) -> str:
    page.get_by_role("button", name="Dammi un numero").click()
    number = page.locator("[data-digits]").inner_text()
    for name in "AB":
        ordinal = page.locator(f"label[for={name}]").inner_text().split(" ")[1]
        page.locator(f"#{name}").fill(number.split(" ")[ORDINALS.index(ordinal)])
    return number


def write_again(page: Page, number: str, *, script: bool) -> None:
    page.get_by_label("Il tuo messaggio allo sportello").fill(AFTER)
    if not script:
        page.locator("#n-writes").fill(number)
    page.get_by_role("button", name="Invia", exact=True).click()
    expect(page.get_by_role("heading", name="Il messaggio è partito")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["scripts", "no scripts"])
def test_number_question_answer_and_follow_up_are_nowhere_on_the_servers_disk_or_in_its_log(
    live_contact: ContactSite, page: Page, scriptless: Page, script: bool, written_log: StringIO
) -> None:
    tab = page if script else scriptless
    fill(tab)
    number = take_a_number(tab) if script else take_a_number_without_script(tab)
    assert tab.get_by_label("Se vuoi, raccontaci").input_value() == SENTINEL
    send(tab)
    [question] = live_contact.texts()
    assert SENTINEL in question
    give_answer(reply_in(question).code, ANSWER)
    read(tab, number)
    expect(tab.locator("main")).to_contain_text(ANSWER)
    write_again(tab, number, script=script)
    assert any(AFTER in text for text in live_contact.texts())

    digits = number.replace(" ", "")
    secrets = (SENTINEL, ANSWER, AFTER, digits[:10], digits[10:20], number[:14])
    assert on_disk(*secrets) == []
    assert not [word for word in secrets if word in written_log.getvalue()]
    row = Conversation.objects.get()
    row.mailbox.pause_message = PLANTED
    row.mailbox.save()
    assert on_disk(PLANTED)


def test_a_text_browser_reads_and_accepts(
    live_contact: ContactSite, live_server: LiveServer, tmp_path: Path
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.", appointment=APPOINTMENT)
    next_field, press = "^I", "^J"
    type_number = [*number, next_field, press]
    # On the page that answers, the first field below the heading is the one beside "Va bene, vengo".
    keys = [*look_for("Il numero che ti"), *type_number, *type_number]
    drive(f"{live_server.url}/numero/", [*keys, "q", "y"], tmp_path)

    assert "ACCETTA l’appuntamento: 03/12/2099" in live_contact.texts()[0]
