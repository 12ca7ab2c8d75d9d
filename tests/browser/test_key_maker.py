"""An operator makes her key in her own browser: every mail program imports it, and the portal gets the certificate alone."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from playwright.sync_api import Dialog, Playwright, expect
from playwright.sync_api import Page as Tab
from pytest_django.live_server_helper import LiveServer

from contatti.availability import desk_availability
from contatti.models import DeskMailbox
from contatti.sealed.approval import state_of
from contatti.sealed.certificates.rules import findings, fingerprint
from contatti.sealed.models import OperatorCertificate, OutboxItem, PendingChange
from contatti.sealed.proof.sending import send_due
from servizi.models import DeskPage
from tests.browser.test_campaign_walk import newsroom, sign_in
from tests.browser.watch import PHONE, Open
from tests.contatti.proofs import digits_in
from tests.interop.mailreaders import text_of
from tests.interop.test_operator_keys import opens_everywhere

pytestmark = [pytest.mark.browser, pytest.mark.interop]
__all__ = ["newsroom"]
ADDRESS = "/admin/fai-la-tua-chiave/"


def make(tab: Tab) -> str:
    """Press through to a key, and return its passphrase as it stands on the paper."""
    tab.get_by_role("button", name="1. Fai la chiave").click()
    tab.get_by_role("heading", name="La chiave è fatta").wait_for()
    return tab.locator("#frase").inner_text().replace(" ", "")


def save(tab: Tab, folder: Path) -> Path:
    with tab.expect_download() as download:
        tab.get_by_role("button", name="2. Salva la chiave").click()
    path = folder / "chiave.p12"
    download.value.save_as(path)
    return path


@pytest.fixture
def operator(newsroom: DeskPage, open_page: Open, live_server: LiveServer) -> Tab:
    DeskMailbox.objects.filter(desk=newsroom).update(address="sportello@example.org")
    tab = sign_in(open_page(viewport=PHONE), "operatrice", live_server)
    tab.goto(ADDRESS)
    return tab


def test_every_mail_program_imports_the_key_and_opens_a_request_with_it(
    operator: Tab, tmp_path: Path
) -> None:
    passphrase = make(operator)
    path = save(operator, tmp_path)
    certificate = load_pkcs12(path.read_bytes(), passphrase.encode()).cert
    assert certificate
    assert len(passphrase) == 25
    assert findings(certificate.certificate, datetime.now(UTC)) == []
    assert fingerprint(certificate.certificate) == operator.locator("#impronta").inner_text()

    opens_everywhere(tmp_path, lambda: (save(operator, tmp_path), passphrase), certificate.certificate)

    operator.get_by_text("Il mio programma di posta non la accetta").click()
    operator.get_by_label("Usa la forma nuova").check()
    modern = load_pkcs12(save(operator, tmp_path).read_bytes(), passphrase.encode())
    assert modern.cert
    assert modern.cert.certificate == certificate.certificate


def read_digits(path: Path, passphrase: str) -> str:
    """Open the test message with the file that her browser saved, as her mail program does."""
    saved = load_pkcs12(path.read_bytes(), passphrase.encode())
    assert saved.cert
    assert isinstance(saved.key, RSAPrivateKey)
    envelope = bytes(OutboxItem.objects.tests().get().envelope)
    return digits_in(text_of(pkcs7_decrypt_der(envelope, saved.cert.certificate, saved.key, [])))


def test_the_portal_gets_the_certificate_alone_and_seals_for_it_when_it_is_approved_and_proved(
    operator: Tab, newsroom: DeskPage, tmp_path: Path
) -> None:
    posted: list[str] = []
    operator.on("request", lambda request: posted.append(unquote_plus(request.post_data or "")))
    passphrase = make(operator)
    path = save(operator, tmp_path)
    operator.get_by_role("button", name="3. Manda il certificato").click()
    expect(operator.get_by_text("Il certificato è arrivato.")).to_be_visible()

    row = OperatorCertificate.objects.get(mailbox__deskmailbox__desk=newsroom)
    sent = "".join(posted)
    assert "BEGIN CERTIFICATE" in sent
    assert "PRIVATE" not in sent
    assert passphrase not in sent
    assert row.fingerprint == operator.locator("#impronta").inner_text()
    assert load_pkcs12(path.read_bytes(), passphrase.encode()).key
    assert row.fingerprint in mail.outbox[-1].body
    assert not row.active
    assert not desk_availability(newsroom, datetime.now(UTC)).certificates

    keeper = Client()
    keeper.force_login(get_user_model().objects.get(username="chiavi"))
    assert row.fingerprint in keeper.get("/admin/cambi/").content.decode()
    change = PendingChange.objects.get()
    agreed = keeper.post(f"/admin/cambi/{change.pk}/approva/", {"seen": state_of(change)})
    assert agreed.status_code == 302
    assert not desk_availability(newsroom, datetime.now(UTC)).certificates

    send_due(datetime.now(UTC))
    operator.goto("/admin/console/prova/")
    operator.get_by_label("I sei numeri del messaggio di prova").fill(read_digits(path, passphrase))
    operator.get_by_role("button", name="Ecco, ho letto").click()
    expect(operator.get_by_text("da adesso le richieste si chiudono anche per questa chiave")).to_be_visible()
    assert desk_availability(newsroom, datetime.now(UTC)).certificates == (row.x509,)


def test_no_certificate_is_sent_for_a_key_that_she_did_not_save_and_the_page_asks_before_it_forgets_one(
    operator: Tab, tmp_path: Path
) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    operator.on("dialog", stay)
    make(operator)
    operator.get_by_role("button", name="3. Manda il certificato").click()
    expect(operator.get_by_text("Prima salva la chiave")).to_be_in_viewport()
    assert not OperatorCertificate.objects.exists()
    operator.get_by_role("button", name="Ho salvato tutto").click()
    expect(operator.locator("#frase")).not_to_be_empty()
    assert asked == ["beforeunload"]

    save(operator, tmp_path)
    operator.get_by_role("button", name="3. Manda il certificato").dblclick()
    expect(operator.get_by_text("Il certificato è arrivato.")).to_be_in_viewport()
    operator.get_by_role("button", name="Ho salvato tutto").click()
    expect(operator.get_by_role("button", name="1. Fai la chiave")).to_be_visible()
    assert asked == ["beforeunload"]


def test_the_page_saved_in_a_file_makes_a_key_without_a_network(
    operator: Tab, tmp_path: Path, playwright: Playwright
) -> None:
    with operator.expect_download() as download:
        operator.get_by_role("link", name="Salva la pagina").click()
    page = tmp_path / "pagina.html"
    download.value.save_as(page)
    assert "csrf" not in page.read_text()
    assert "Spazio Sambuco" not in page.read_text()
    tab = operator.context.new_page()
    asked: list[str] = []
    tab.context.set_offline(True)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    asked.clear()
    passphrase = make(tab)
    made = load_pkcs12(save(tab, tmp_path).read_bytes(), passphrase.encode())

    assert made.cert
    assert findings(made.cert.certificate, datetime.now(UTC)) == []
    with tab.expect_download() as certificate:
        tab.get_by_role("button", name="Salva il certificato", exact=True).click()
    assert "BEGIN CERTIFICATE" in Path(certificate.value.path()).read_text()
    assert [address for address in asked if not address.startswith(("data:", "blob:"))] == []


@pytest.mark.parametrize(("who", "may"), [("operatrice", True), ("chiavi", True), ("redazione", False)])
def test_who_neither_answers_nor_keeps_keys_makes_none(
    newsroom: DeskPage, client: Client, who: str, may: bool
) -> None:
    client.force_login(get_user_model().objects.get(username=who))

    assert (client.get(ADDRESS).status_code == 200) is may
    assert (client.post(f"{ADDRESS}manda/").status_code == 422) is may
