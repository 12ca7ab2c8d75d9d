"""The mail that carries an envelope to a mailbox (RFC 8551, 3.1): top level, never inside a multipart."""

from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage as StdlibMessage
from email.utils import format_datetime
from typing import Any

from django.core.mail import EmailMessage

from contatti.sealed.envelope.entity import base64_lines


class SealedMessage(EmailMessage):
    """An application/pkcs7-mime message. Its body is always empty, for backends that send only the body.

    der: the envelope. subject: neutral, the same for every message. message_id: with angle brackets, the same
    at every attempt. date: aware.
    comments: what the sender vouches for, readable without a key.

    Django's header checks apply: BadHeaderError or ValueError on a line break.
    """

    def __init__(
        self,
        der: bytes,
        *,
        subject: str,
        from_email: str,
        to: Sequence[str],
        message_id: str,
        date: datetime,
        comments: str = "",
    ) -> None:
        super().__init__(
            subject=subject,
            body="",
            from_email=from_email,
            to=list(to),
            headers={
                "Date": format_datetime(date),
                "Message-ID": message_id,
                "Auto-Submitted": "auto-generated",
                **({"Comments": comments} if comments else {}),
            },
        )
        self.der = der

    def message(self, **options: Any) -> StdlibMessage:
        """Return the mail, with Django's own headers; Django 6 passes a policy, Django 5.2 nothing."""
        message = super().message(**options)
        for name in ("Content-Type", "Content-Transfer-Encoding"):
            del message[name]
        message.add_header(
            "Content-Type", "application/pkcs7-mime", smime_type="enveloped-data", name="smime.p7m"
        )
        message["Content-Transfer-Encoding"] = "base64"
        message.add_header("Content-Disposition", "attachment", filename="smime.p7m")
        message.set_payload(base64_lines(self.der).decode("ascii"))
        return message
