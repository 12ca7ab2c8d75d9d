"""Signing up for an event in a real browser, from the campaign to the envelope, with scripts and without."""

import re

import pytest
from playwright.sync_api import Page

from home.models import HomePage
from tests.browser.contact import send
from tests.contatti.signing_up import CAMPAIGN, build_event
from tests.contatti.site import ContactSite

pytestmark = pytest.mark.browser


def test_both_ways_give_the_desk_the_same_sign_up_and_her_the_same_page(
    live_home: HomePage, live_contact: ContactSite, page: Page, scriptless: Page
) -> None:
    build_event(live_home, live_contact)
    pages, references = [], []
    for tab in (page, scriptless):
        tab.goto(CAMPAIGN)
        tab.get_by_role("link", name=re.compile(r"^Iscriviti.*Letture")).click()
        if tab is page:
            tab.get_by_role("heading", name="Prima di continuare").wait_for()
            tab.get_by_role("link", name="Continua").click()
        tab.get_by_label("Con quale nome ti iscrivi?").fill("Viola")
        tab.get_by_label("Quante persone siete?").select_option("2")
        tab.get_by_label("Qualcuno che stia con i bambini").check()
        tab.get_by_label("C’è altro che ti aiuta?").fill("parlo arabo\n— Adesso —")
        references.append(send(tab))
        pages.append(tab.locator("main").inner_html().replace(references[-1], "").strip())
    sealed_here, sealed_there = [re.sub("|".join(references), "", text) for text in live_contact.texts()]

    assert sealed_here == sealed_there
    assert sealed_here.startswith("ISCRIZIONE A UN APPUNTAMENTO\n")
    assert "Persone: 2\nAiuta a partecipare: Qualcuno che stia con i bambini\n" in sealed_here
    assert pages[0] == pages[1]
