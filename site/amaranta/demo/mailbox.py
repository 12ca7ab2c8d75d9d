"""The desks' mailboxes on the demonstration machine: an SMTP server that keeps mail in a Maildir."""

import email
import email.policy
import mailbox
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cryptography.hazmat.primitives.serialization.pkcs7 import pkcs7_decrypt_der
from django.conf import settings

from amaranta.demo.operators import Operator


def maildir_path() -> Path:
    """Return the folder of all received mail."""
    path: Path = settings.VAR / "mailbox"
    return path


class Keeper:
    """aiosmtpd's handler: accepts everything for everybody and keeps the bytes as they came."""

    def __init__(self) -> None:
        self._maildir = mailbox.Maildir(maildir_path(), create=True)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self._maildir.add(envelope.content)
        return "250 OK"


@dataclass(frozen=True, slots=True)
class Received:
    """One received mail: `key` is its name in the Maildir, `raw` its bytes."""

    key: str
    at: datetime
    raw: bytes

    @property
    def address(self) -> str:
        """Return the path of the viewer's page about this mail."""
        return f"/posta/{quote(self.key, safe='')}/"

    @property
    def headers(self) -> Message:
        """Return the parsed mail, its header words decoded (RFC 2047): all that others can read of it."""
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    @property
    def is_sealed(self) -> bool:
        """Tell a sealed request from the portal's own mails, which staff read as they are."""
        return self.headers.get_content_type() == "application/pkcs7-mime"

    @property
    def plain_text(self) -> str:
        """Return the text of a mail that is not sealed, empty for a sealed one."""
        return "" if self.is_sealed else _decoded(self.headers)

    def open_with(self, operator: Operator) -> str | None:
        """Return the text as the operator's mail program shows it; None if it was not sealed for her."""
        der = self.headers.get_payload(decode=True)
        if not self.is_sealed or not isinstance(der, bytes):
            return None
        try:
            entity = pkcs7_decrypt_der(der, operator.certificate, operator.key, [])
        except ValueError:
            return None
        return _decoded(email.message_from_bytes(entity))


def _decoded(message: Message) -> str:
    text = message.get_payload(decode=True)
    return text.decode(errors="replace") if isinstance(text, bytes) else ""


def received() -> list[Received]:
    """Return all mail, newest first."""
    return sorted(_all(), key=lambda mail: mail.at, reverse=True)


def _all() -> Iterator[Received]:
    path = maildir_path()
    if not path.exists():
        return
    maildir = mailbox.Maildir(path, create=False)
    for key, message in maildir.iteritems():
        at = datetime.fromtimestamp(message.get_date(), UTC)
        yield Received(key, at, maildir.get_bytes(key))
