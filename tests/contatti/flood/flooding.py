"""Requests of a flood: sent with or without a proof, or held at once."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from contatti.contact_form import ticket
from contatti.contact_form.work import is_proved
from contatti.models import DeskMailbox
from contatti.sealed.accepting import accepting
from contatti.sealed.envelope import seal
from contatti.sealed.models import Lane, OutboxItem
from tests.contatti.site import ContactSite, certificates, send_envelope

HOUR = datetime(2026, 11, 25, 9, tzinfo=UTC)
LATER = "può arrivare allo sportello più tardi"
NO_ROOM = "Adesso non c’è posto per altri messaggi"


def prove(token: str) -> str:
    """Return a proof of work for a ticket."""
    read = ticket.read(token)
    return next(str(number) for number in range(10**9) if is_proved(read.nonce, read.bits, str(number)))


def send(
    contact: ContactSite, client: Client, key: str, *, proved: bool = False, **more: Any
) -> HttpResponse:
    """Send a sealed request with a ticket of its own."""
    token = contact.token()
    fields = {"t": token, "y": key, **({"x": prove(token)} if proved else {}), **more}
    return send_envelope(contact, client, seal("ciao", certificates(contact)), **fields)


def lane() -> str | None:
    """Return the lane of the newest request alone."""
    found = OutboxItem.objects.values_list("lane", flat=True).get()
    OutboxItem.objects.all().delete()
    return found


def hold_some(contact: ContactSite, lane: Lane, number: int, desk: int = 0) -> None:
    """Let requests wait in a lane."""
    mailbox = DeskMailbox.objects.get(desk=contact.desks[desk])
    keys = certificates(contact, desk)
    der = seal("ciao", keys)
    for each in range(number):
        key = f"{lane}{desk}{each}".encode().ljust(32)
        with accepting(mailbox, keys, der, key, None, lane) as is_held:
            assert is_held
