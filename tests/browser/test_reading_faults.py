"""What she is told when something is wrong between her number and its answer."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import OperationalError
from playwright.sync_api import Page, Route, expect

from contatti.sealed.conversation import SealedAnswer, read_reply, reply_of
from contatti.sealed.models import Answer, Conversation, OutboxItem
from tests.browser.reading import answers, new_number, read, type_number
from tests.browser.watch import Watch
from tests.contatti.conversations import APPOINTMENT, give_answer
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser

NO_CURVE = """
const importKey = crypto.subtle.importKey.bind(crypto.subtle);
crypto.subtle.importKey = (format, key, algorithm, ...rest) =>
  algorithm === "X25519" ? Promise.reject(new DOMException("no", "NotSupportedError"))
    : importKey(format, key, algorithm, ...rest);
"""
Change = Callable[[Sequence[SealedAnswer]], Sequence[SealedAnswer]]


def altered(found: Sequence[SealedAnswer]) -> Sequence[SealedAnswer]:
    first = found[0]
    sealed = bytearray(first.sealed)
    sealed[50] ^= 1
    return [SealedAnswer(first.desk, first.number, bytes(sealed)), *found[1:]]


CHANGES: dict[str, Change] = {
    "altered": altered,
    "twice": lambda found: [found[0], found[0]],
    "with a gap": lambda found: [found[0], found[2]],
    "in another order": lambda found: [found[1], found[0], found[2]],
    "renumbered": lambda found: [SealedAnswer(found[0].desk, 2, found[0].sealed)],
    "of another desk": lambda found: [SealedAnswer(found[0].desk + 1, 1, found[0].sealed)],
}


def test_a_server_that_changes_what_it_hands_out_is_found_out_and_an_old_browser_reads_the_same(
    live_contact: ContactSite, page: Page
) -> None:
    page.add_init_script(NO_CURVE)
    number, code = new_number(live_contact)
    for at in (1, 2, 3):
        give_answer(code, f"risposta {at}", at)
    changes = [*CHANGES.values()]

    def answer(route: Route) -> None:
        response = route.fetch()
        body = reply_of(changes[0](read_reply(response.body()))) if changes else response.body()
        route.fulfill(response=response, body=body)

    page.route("**/numero/risposte/", answer)
    while changes:
        read(page, number)
        expect(page.get_by_role("heading", name="Non ti mostriamo la risposta")).to_be_visible()
        assert "risposta 1" not in page.content()
        del changes[0]
    read(page, number)
    expect(answers(page)).to_have_count(3)
    assert answers(page).first.inner_text().endswith("risposta 3")


def test_another_numbers_answers_and_a_cut_reply_are_not_shown(live_contact: ContactSite, page: Page) -> None:
    number, _ = new_number(live_contact)
    _, code = new_number(live_contact)
    give_answer(code, "di un’altra")
    [row] = Answer.objects.all()
    of_another = reply_of([SealedAnswer(code.desk, 1, bytes(row.sealed))])
    given: list[bytes] = []
    page.route("**/numero/risposte/", lambda route: route.fulfill(body=given[-1]))
    for body in (of_another, of_another[:-1]):
        given.append(body)
        read(page, number)
        expect(page.get_by_role("heading", name="Non ti mostriamo la risposta")).to_be_visible()


def test_unknown_and_expired_are_one_sentence_and_a_broken_database_and_network_another(
    live_contact: ContactSite, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, code = new_number(live_contact)
    read(page, number)
    nothing = page.locator("[data-result]")
    expect(nothing).to_contain_text("niente da leggere")
    said = nothing.inner_text()
    give_answer(code, "tardi")
    Conversation.objects.update(delete_on="2020-01-01")
    read(page, number)
    expect(nothing).to_have_text(said, use_inner_text=True)

    def gone(*_: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("contatti.views.number.reply_for", gone)
    type_number(page, number)
    expect(page.get_by_role("heading", name="Il sito adesso non riesce a rispondere")).to_be_visible()
    page.route("**/numero/risposte/", lambda route: route.abort())
    type_number(page, number)
    expect(page.locator("[data-status]")).to_contain_text("Non c’è collegamento")


def test_what_ends_while_she_reads_is_told_and_nothing_is_lost(
    live_contact: ContactSite, page: Page, watch: Watch
) -> None:
    number, code = new_number(live_contact)
    give_answer(code, "Ciao.", appointment=APPOINTMENT)
    read(page, number)
    expect(answers(page)).to_be_visible()
    Conversation.objects.all().delete()  # erased meanwhile, by her or the desk
    page.get_by_role("button", name="No, non posso").click()
    expect(page.locator("[data-said]")).to_contain_text("che non puoi")
    assert "RIFIUTA" in live_contact.texts()[0]

    desk = live_contact.desks[0]
    desk.mailbox.certificates.all().delete()
    field = page.get_by_label("Il tuo messaggio allo sportello")
    field.fill("ancora una cosa")
    page.get_by_role("button", name="Invia").click()
    expect(page.locator("[data-said]")).to_contain_text("non può ricevere messaggi da qui")
    assert field.input_value() == "ancora una cosa"
    desk.unpublish()
    page.get_by_role("button", name="Invia").click()
    expect(page.locator("[data-said]")).to_contain_text("Per favore telefona")
    assert OutboxItem.objects.count() == 1
