"""An operator who is called away, and a portal that is out of order while she answers."""

import pytest
from django.db import OperationalError, connections
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from contatti.sealed.conversation import ConversationKeys
from tests.browser.answering import SECRET, Desk, close, paste, read_by, write
from tests.browser.watch import DESKTOP, PHONE, Open

pytestmark = pytest.mark.browser

MINUTE = 60_000
"""ms without a touch after which nothing can be seen."""


def is_covered(tab: Tab) -> None:
    expect(tab.get_by_text("La pagina è coperta")).to_be_in_viewport(ratio=1)
    expect(tab.locator("#console")).to_have_css("opacity", "0")


def can_be_seen(tab: Tab) -> None:
    expect(tab.get_by_text("La pagina è coperta")).to_be_hidden()
    expect(tab.locator("#console")).to_have_css("opacity", "1")


def test_after_a_minute_the_text_is_covered_and_the_press_that_brings_it_back_does_nothing_else(
    desk: Desk, keys: ConversationKeys, open_page: Open
) -> None:
    tab = open_page(viewport=PHONE)
    tab.clock.install()
    desk.enter(tab, desk.anna)
    paste(tab, desk.code(keys))
    write(tab, SECRET)
    expect(tab.locator("#letter")).to_contain_text(SECRET)
    tab.clock.fast_forward(MINUTE - 5000)
    can_be_seen(tab)
    tab.get_by_role("button", name="Chiudi e metti a disposizione").focus()

    tab.clock.fast_forward(MINUTE)
    is_covered(tab)
    tab.keyboard.press("Enter")
    can_be_seen(tab)
    tab.clock.fast_forward(MINUTE)
    is_covered(tab)
    tab.get_by_role("button", name="Chiudi e metti a disposizione").dispatch_event("click")
    can_be_seen(tab)
    tab.clock.fast_forward(MINUTE)
    tab.get_by_text("La pagina è coperta").click()
    can_be_seen(tab)

    assert tab.get_by_label("La risposta").input_value() == SECRET
    assert not read_by(keys)
    close(tab)
    expect(tab.get_by_text("Fatto.")).to_be_visible()
    assert [each.document.text for each in read_by(keys)] == [SECRET]


def test_a_portal_without_its_database_says_so_and_the_same_text_goes_at_the_next_press(
    desk: Desk, keys: ConversationKeys, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object, **_options: object) -> None:
        raise OperationalError

    tab = desk.enter(open_page(viewport=DESKTOP), desk.anna)
    out_of_order = tab.get_by_text("Il portale adesso non risponde come deve")
    with monkeypatch.context() as without:
        without.setattr(type(connections["default"]), "cursor", gone)
        paste(tab, desk.code(keys))
        expect(out_of_order).to_be_visible()
    tab.get_by_role("button", name="Controlla di nuovo").click()
    write(tab, SECRET)
    with monkeypatch.context() as without:
        without.setattr(type(connections["default"]), "cursor", gone)
        close(tab)
        expect(out_of_order).to_be_visible()
    assert tab.get_by_label("La risposta").input_value() == SECRET
    assert not read_by(keys)

    close(tab)
    expect(tab.get_by_text("Fatto.")).to_be_visible()
    assert [each.document.text for each in read_by(keys)] == [SECRET]
