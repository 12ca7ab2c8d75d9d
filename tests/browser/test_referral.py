"""A case is referred in a real browser: the text is sealed there, and what stands in the mail answers it."""

import re

import pytest
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from django.utils import timezone
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from contatti.models import Referral
from contatti.sealed.models import OperatorCertificate, OutboxItem
from home.models import HomePage
from tests.browser.watch import PHONE, Open, Watch
from tests.contatti.desks import operator_key
from tests.contatti.referring import CONFIRM, LIST, NEW, build_network
from tests.contatti.staff import operator
from tests.interop.mailreaders import text_of

pytestmark = pytest.mark.browser

SECRET = "Preferisce il cancello dei glicini"


def write(tab: Tab, receiver: str) -> None:
    tab.get_by_label("A chi lo affidi").select_option(label=receiver)
    tab.get_by_label("Come l’ha detto").select_option(label="a voce")
    tab.get_by_label("In che giorno").fill(timezone.localdate().isoformat())
    tab.get_by_label("Che cosa serve sapere").fill(f"{SECRET}.\nA: nessun altro")


def look(tab: Tab) -> None:
    tab.get_by_role("button", name="Rileggi la lettera").click()


def send(tab: Tab) -> None:
    tab.get_by_role("button", name="Chiudi e manda").click()


def opened(item: OutboxItem) -> str:
    key, certificate = operator_key(3)
    return text_of(pkcs7_decrypt_der(bytes(item.envelope), certificate, key, []))


def test_a_case_is_referred_on_a_phone_and_answered_without_javascript_by_the_code_in_the_mail(
    live_home: HomePage, live_server: LiveServer, open_page: Open, scriptless: Tab, watch: Watch
) -> None:
    network = build_network(live_home)
    tab = open_page(viewport=PHONE)
    cookie = {
        "name": "s",
        "value": operator("anna", network.first).cookies["s"].value,
        "url": live_server.url,
    }
    tab.context.add_cookies([cookie])
    tab.goto(NEW)
    write(tab, "Consultorio Esempio")
    look(tab)
    expect(tab.get_by_role("alert").filter(has_text="Senza il suo sì")).to_be_visible()
    expect(tab.get_by_role("button", name="Chiudi e manda")).to_be_hidden()
    tab.get_by_label("Ha detto sì").check()
    look(tab)
    expect(tab.get_by_role("heading", name="3. La lettera")).to_be_focused()
    expect(tab.locator("#letter")).to_contain_text(f"| {SECRET}")
    assert tab.locator("main").evaluate("main => main.scrollWidth") == PHONE["width"]
    # Between opening and sending the keys end: told, and nothing is lost.
    OperatorCertificate.objects.filter(mailbox=network.body).update(active=False)
    send(tab)
    expect(tab.get_by_text("Intanto «Consultorio Esempio» non può più aprire lettere")).to_be_visible()
    OperatorCertificate.objects.filter(mailbox=network.body).update(active=True)
    tab.route("**/manda/", lambda route: (route.fetch(), route.abort()))
    send(tab)
    expect(tab.get_by_text("Non c’è rete")).to_be_visible()
    tab.unroute("**/manda/")
    send(tab)
    expect(tab.get_by_text("Fatto: è in viaggio verso «Consultorio Esempio»")).to_be_focused()

    assert tab.get_by_label("Che cosa serve sapere").input_value() == ""
    letter = opened(OutboxItem.objects.get())
    assert letter.startswith("Oggetto: un caso affidato da «Primo»\n")
    assert f"Che cosa serve sapere:\n  | {SECRET}.\n  | A: nessun altro\n" in letter
    assert "Consenso della donna: sì, a voce, il " in letter
    code = re.search(r"(?:\d{4} ){5}\d\d", letter)
    assert code
    sent = " ".join(f"{request.url} {request.post_data or ''}" for request in watch.requests)
    assert "locator=" in sent
    for secret in ("glicini", code[0], code[0].replace(" ", "")):
        assert secret not in sent

    scriptless.goto(CONFIRM)
    scriptless.get_by_label("Il codice della lettera").fill(code[0])
    scriptless.get_by_role("button", name="Preso in carico").click()
    expect(scriptless.get_by_text("Scritto: preso in carico.")).to_be_visible()
    tab.goto(LIST)
    expect(tab.locator(".console-row").filter(has_text="preso in carico")).to_be_visible()
    assert Referral.objects.count() == 1
    assert not watch.violations
