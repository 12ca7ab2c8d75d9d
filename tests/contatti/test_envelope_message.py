"""The mail that carries an envelope, up to what arrives at the other end of a real SMTP connection."""

import email
import email.policy
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core import mail
from django.core.mail.backends.smtp import EmailBackend

from contatti.sealed.envelope import SealedMessage, seal
from tests.contatti.keys import Operator


class Mailbox:
    """Keeps what arrives, byte for byte."""

    def __init__(self) -> None:
        self.received: list[Envelope] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.received.append(envelope)
        return "250 OK"


@pytest.fixture
def der(operator_keys: list[Operator]) -> bytes:
    return seal("Perché? 🌺" * 3000, [operator.certificate for operator in operator_keys])


@pytest.fixture
def smtp() -> Iterator[tuple[Mailbox, dict[str, Any]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    yield mailbox, {"host": "127.0.0.1", "port": port}
    controller.stop()


def sealed_message(der: bytes, **changes: Any) -> SealedMessage:
    return SealedMessage(
        der,
        **{
            "subject": "Nuovo avviso dal portale: c’è posta",
            "from_email": "Amaranta <noreply@portale.example>",
            "to": ["sportello@example.org"],
            "message_id": "<abc123@portale.example>",
            "date": datetime(2026, 11, 25, 10, tzinfo=UTC),
        }
        | changes,
    )


def as_received(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_envelope_survives_a_real_smtp_connection_byte_for_byte(
    der: bytes, smtp: tuple[Mailbox, dict[str, Any]]
) -> None:
    mailbox, address = smtp
    connection = EmailBackend(**address)

    assert connection.send_messages([sealed_message(der)]) == 1
    [received] = mailbox.received
    assert received.rcpt_tos == ["sportello@example.org"]
    assert received.mail_from == "noreply@portale.example"
    assert as_received(bytes(received.content or b"")).get_payload(decode=True) == der


def test_mail_programs_recognise_it_from_its_headers(der: bytes) -> None:
    message = as_received(sealed_message(der).message().as_bytes())

    assert message.get_content_type() == "application/pkcs7-mime"
    assert message["Content-Type"].params == {"smime-type": "enveloped-data", "name": "smime.p7m"}
    assert message["Content-Transfer-Encoding"] == "base64"
    assert message["Content-Disposition"].params == {"filename": "smime.p7m"}
    assert not message.is_multipart()


def test_it_says_where_it_comes_from_and_nothing_about_whom_it_comes_from(der: bytes) -> None:
    message = as_received(sealed_message(der).message().as_bytes())

    assert sorted(message.keys()) == [
        "Auto-Submitted",
        "Content-Disposition",
        "Content-Transfer-Encoding",
        "Content-Type",
        "Date",
        "From",
        "MIME-Version",
        "Message-ID",
        "Subject",
        "To",
    ]
    assert message["Subject"] == "Nuovo avviso dal portale: c’è posta"
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_second_attempt_sends_the_same_bytes(der: bytes) -> None:
    first, second = (sealed_message(der).message().as_bytes() for _ in range(2))

    assert first == second
    assert as_received(first)["Message-ID"] == "<abc123@portale.example>"
    assert as_received(first)["Date"].datetime == datetime(2026, 11, 25, 10, tzinfo=UTC)


def test_lines_are_those_of_mail(der: bytes) -> None:
    lines = sealed_message(der).message().as_bytes().replace(b"\r\n", b"\n").split(b"\n")

    assert max(len(line) for line in lines) <= 78
    assert lines[-2].strip(), "no empty line after the base64"


def test_backends_that_know_only_a_body_have_nothing_to_send(der: bytes) -> None:
    message = sealed_message(der)

    assert message.body == ""
    assert message.attachments == []


def test_the_backend_of_the_tests_keeps_the_envelope(der: bytes) -> None:
    sealed_message(der).send()

    assert as_received(mail.outbox[0].message().as_bytes()).get_payload(decode=True) == der


@pytest.mark.parametrize("header", ["subject", "message_id", "from_email"])
def test_a_line_break_cannot_smuggle_a_header_in(der: bytes, header: str) -> None:
    with pytest.raises(ValueError):
        sealed_message(der, **{header: "a@example.org\r\nBcc: altro@example.org"}).message()
