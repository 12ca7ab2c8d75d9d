"""The portal set up for a real mail server, and mails that go out and come back."""

import smtplib
import time
import uuid
from email.mime.text import MIMEText

import pytest
from django.utils import timezone
from pytest_django import Settings

from contatti.sealed.models import OutboxItem
from contatti.sealed.tasks.bounces import BounceReader
from contatti.sealed.tasks.deliver import MailSender
from tests.contatti.desks import DeskMaker
from tests.mailserver import PASSWORD, USER, MailServer

ACCENTED = "perché-nò"


def configure(server: MailServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.EMAIL_BACKEND = "contatti.sealed.mail.smtp.EmailBackend"
    settings.EMAIL_HOST = "localhost"
    settings.EMAIL_PORT = server.relay
    settings.EMAIL_USE_TLS = True
    settings.EMAIL_TIMEOUT = 30
    settings.SEALED_BOUNCE_ADDRESS = f"{USER}@portale.example"
    settings.SEALED_BOUNCE_IMAP_HOST = "localhost"
    settings.SEALED_BOUNCE_IMAP_PORT = server.imaps
    settings.SEALED_BOUNCE_IMAP_USER = USER
    settings.SEALED_BOUNCE_IMAP_PASSWORD = PASSWORD
    monkeypatch.setenv("SSL_CERT_FILE", str(server.trust))


def store(desks: DeskMaker, name: str) -> OutboxItem:
    return OutboxItem.objects.accept(desks.open(name).mailbox, b"\x30\x03abc", uuid.uuid4().bytes * 2)[0]


def deliver(item: OutboxItem) -> OutboxItem:
    MailSender().deliver_next()
    item.refresh_from_db()
    return item


def visit() -> None:
    BounceReader().visit(timezone.now())


def write_to_bounces(server: MailServer, sender: str, text: str) -> None:
    message = MIMEText(text)
    message["From"], message["To"], message["Subject"] = sender, f"{USER}@portale.example", "prova"
    before = len(server.mails())
    with smtplib.SMTP("127.0.0.1", server.relay) as smtp:
        smtp.send_message(message)
    wait_for_mails(server, before + 1)


def wait_for_mails(server: MailServer, number: int) -> None:
    for _ in range(400):
        if len(server.mails()) >= number:
            return
        time.sleep(0.05)
    raise AssertionError("the mail did not arrive")
