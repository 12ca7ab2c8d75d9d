"""A real Postfix and Dovecot, as most providers set them up and as a strict one does."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from contatti.sealed.tracking.bounce_mailbox import OTHER, TO_READ
from tests.contatti.mail_servers.mails import ACCENTED, configure
from tests.mailserver import MailServer, running


@pytest.fixture(scope="module")
def servers() -> Iterator[MailServer]:
    with running() as server:
        yield server


@pytest.fixture
def server(servers: MailServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    configure(servers, settings, monkeypatch)
    yield servers
    for folder in ("", TO_READ, OTHER):
        for left in servers.mails(folder):
            left.unlink()


@pytest.fixture(scope="module")
def strict_servers() -> Iterator[MailServer]:
    with running(prefix="INBOX.", password=ACCENTED) as server:
        yield server


@pytest.fixture
def strict(
    strict_servers: MailServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MailServer]:
    """A server whose folders lie below INBOX, and a password that is not ASCII."""
    configure(strict_servers, settings, monkeypatch)
    settings.SEALED_BOUNCE_IMAP_PASSWORD = ACCENTED
    yield strict_servers
    for folder in ("", TO_READ, OTHER):
        for left in strict_servers.mails(folder):
            left.unlink()
