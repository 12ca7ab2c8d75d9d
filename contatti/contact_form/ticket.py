"""What a form carries instead of a session and its cookie: a signed, stateless ticket."""

import hmac
import re
import secrets
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from django.core import signing
from django.utils.crypto import salted_hmac

from contatti.contact_form.reference import reference_from
from contatti.contact_form.work import bits_now

MIN_SECONDS = 3
"""A person needs longer to fill in the form; a program that posts at once does not."""
MAX_SECONDS = 12 * 60 * 60

MOST_SKEW_SECONDS = 60
"""How far the clocks of two hosts may be apart."""

_FORM = signing.TimestampSigner(salt="contatti.form")
_CONTENT = re.compile(r"([0-9]{1,18})\.([A-Za-z0-9_-]{22})(?:\.([0-9]{1,2}))?")
"""Tickets of former versions ask for no proof."""


class TicketState(StrEnum):
    """EARLY and LATE tickets were ours; an INVALID one was not, or its signing key was replaced."""

    GOOD = "good"
    EARLY = "early"
    LATE = "late"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A form that we gave out: which page (primary key), and random bytes that exist nowhere else.

    bits: how hard a proof of work it asks for (contatti.contact_form.work), 0 if none.
    """

    state: TicketState
    page_id: int = 0
    nonce: bytes = b""
    bits: int = 0

    @property
    def lasts(self) -> bool:
        """Tell whether a form with this ticket can still be sent, now or in a moment."""
        return self.state in (TicketState.GOOD, TicketState.EARLY)

    def submission_key(self, content: bytes) -> bytes:
        """Return 32 bytes that are equal for the same content sent again with this ticket.

        They are stored, and tell nothing of the content: the nonce in them is kept nowhere.
        """
        return hmac.digest(self.nonce, b"submission" + content, sha256)

    @property
    def mark(self) -> bytes:
        """Return the 32 bytes by which a used ticket is known again; they tell nothing of its content."""
        return hmac.digest(self.nonce, b"ticket", sha256)

    def reference(self, content: bytes) -> str:
        """Return the reference that she and the desk see: the same for the same content, stored nowhere."""
        handle = hmac.digest(self.nonce, b"answer" + content, sha256)
        return reference_from(salted_hmac("contatti.reference", handle, algorithm="sha256").digest())


def issue(page_id: int) -> str:
    """Return a new ticket for the form of a page."""
    return _FORM.sign(f"{page_id}.{secrets.token_urlsafe(16)}.{bits_now()}")


def read(value: str) -> Ticket:
    """Return the ticket of a posted form; never raises."""
    try:
        content = _CONTENT.fullmatch(_FORM.unsign(value))
    except signing.BadSignature:
        content = None
    if content is None:
        return Ticket(TicketState.INVALID)
    return Ticket(_state(value), int(content[1]), content[2].encode(), int(content[3] or 0))


def _state(value: str) -> TicketState:
    # Given out before the clock was set back: in its own time it would stay too early for hours.
    if _is_younger(value, -MOST_SKEW_SECONDS):
        return TicketState.LATE
    if _is_younger(value, MIN_SECONDS):
        return TicketState.EARLY
    return TicketState.GOOD if _is_younger(value, MAX_SECONDS) else TicketState.LATE


def _is_younger(value: str, seconds: int) -> bool:
    try:
        _FORM.unsign(value, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True
