"""What staff press and read in a browser: links large enough for a finger."""

import pytest
from django.contrib.auth import get_user_model
from pytest_django.live_server_helper import LiveServer

from contatti.sealed.approval import ask_for_key
from contatti.sealed.models import OperatorCertificate
from servizi.models import DeskPage
from tests.browser.test_campaign_walk import newsroom, sign_in
from tests.browser.watch import DESKTOP, PHONE, Open
from tests.contatti.desks import operator_key

pytestmark = pytest.mark.browser
__all__ = ["newsroom"]

SMALLEST = 24
"""WCAG 2.2, 2.5.8: in pixels of a style sheet, unless a line of text is around it."""


def test_links_of_the_dashboard_are_large_enough_for_a_finger(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    tab = sign_in(open_page(viewport=DESKTOP), "coordinamento", live_server)
    links = tab.locator("#attention li > a:visible, .starts a:visible")
    sizes = [(link.inner_text(), link.bounding_box()) for link in links.all()]

    assert len(sizes) > 3
    assert [words for words, box in sizes if not box or box["height"] < SMALLEST] == []


def test_a_sum_that_is_wrong_is_said_once_and_a_key_rewrites_nothing_else(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    tab = sign_in(open_page(viewport=DESKTOP), "operatrice", live_server)
    tab.goto("/admin/schede/new/")
    block = tab.locator(".sheet-block[data-base]").first
    base = tab.locator(f"#id_{block.get_attribute('data-base')}")
    first, second = block.locator("input[type=number]").all()[:2]
    base.fill("5")
    first.fill("4")
    tab.evaluate(
        """() => {
            window.told = [];
            const watched = document.querySelectorAll("[role=status], output, [aria-live]");
            const observer = new MutationObserver((all) => window.told.push(...all.map((one) => one.target.outerHTML)));
            for (const each of watched) observer.observe(each, { childList: true, characterData: true });
        }"""
    )
    second.press_sequentially("12")

    assert block.locator("strong").inner_text() == "La somma non torna."
    told = tab.evaluate("window.told")
    # Two keys: right after the first, wrong after the second; the sums of other blocks stand still.
    assert len([words for words in told if "La somma non torna." in words]) == 1
    assert 2 <= len(told) <= 5
    second.fill("1")
    assert block.locator("strong").inner_text() == ""


def test_on_a_phone_the_whole_mark_of_a_key_can_be_read_out_before_somebody_agrees(
    newsroom: DeskPage, open_page: Open, live_server: LiveServer
) -> None:
    row = OperatorCertificate(mailbox=newsroom.mailbox, holder="Operatrice 9", active=False)
    row.set_certificate(operator_key(9)[1])
    row.save()
    ask_for_key(row, get_user_model().objects.get(username="operatrice"))
    tab = sign_in(open_page(viewport=PHONE), "chiavi", live_server)
    tab.goto("/admin/cambi/")
    mark = tab.get_by_text(row.fingerprint)
    box = mark.bounding_box()

    assert box
    assert box["x"] + box["width"] <= PHONE["width"]
    yes, no = (tab.get_by_role("button", name=name).bounding_box() for name in ("Sono d’accordo", "Ferma"))
    assert yes
    assert no
    assert no["y"] - yes["y"] - yes["height"] >= 8, "two buttons that say the opposite do not touch"
