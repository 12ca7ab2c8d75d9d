"""What every mail of the portal carries: an identity, a date, and that a machine sent it."""

from email.utils import formatdate, make_msgid, parseaddr
from typing import Any

from anymail.signals import pre_send
from django.conf import settings
from django.core.mail import EmailMessage
from django.dispatch import receiver

from contatti.sealed.conf import sealed_settings


def portal_domain() -> str:
    """Return the domain of the portal's own sender address, on which Message-IDs are made."""
    return sender_address().rpartition("@")[2]


def sender_address() -> str:
    """Return the address from which the portal writes, without its name."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def envelope_sender() -> str:
    """Return the address to which refusals go: the bounce mailbox, else the sender's own."""
    return sealed_settings.BOUNCE_ADDRESS or sender_address()


def dress(message: EmailMessage) -> None:
    """Give a mail what it lacks: Message-ID on the sender's domain, Date, Auto-Submitted (RFC 3834, 5).

    Django would make the Message-ID on this machine's name, often "localhost", which filters take for junk.
    """
    given = {name.lower() for name in message.extra_headers}
    for name, value in (
        ("Message-ID", make_msgid(domain=portal_domain())),
        ("Date", formatdate()),
        ("Auto-Submitted", "auto-generated"),
    ):
        if name.lower() not in given:
            message.extra_headers[name] = value


@receiver(pre_send)
def dress_for_a_provider(sender: Any, message: EmailMessage, **kwargs: Any) -> None:
    """Do the same to what leaves through one of Anymail's backends."""
    dress(message)
