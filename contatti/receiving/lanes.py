"""Which lane a request would wait in, should it have to: the one place that says so."""

import hmac
import secrets
from datetime import date
from hashlib import sha256
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.timezone import localdate

from contatti.contact_form.ticket import Ticket
from contatti.contact_form.work import PROOF, is_proved
from contatti.reading.locator import LOCATOR, locator_in
from contatti.sealed.answer_store import is_answered
from contatti.sealed.models import Lane, Mailbox

FOLLOW_UPS_A_DAY = 10
"""Of one number, in one process."""
SLOW = "slow"
"""What the proxy writes when a network posts more often than its rate (deploy/nginx.conf)."""


class FollowUps:
    """Counts the follow-ups of a day by number: in memory, under a key that ends with the process.

    A row that counted them would tie a number's answers to requests.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._key = secrets.token_bytes(32)
        self._day = date.min
        self._counts: dict[bytes, int] = {}

    def take(self, locator: bytes) -> bool:
        """Count one; False if the number had its share today."""
        place = hmac.digest(self._key, locator, sha256)
        with self._lock:
            if self._day != localdate():
                self._day, self._counts = localdate(), {}
            self._counts[place] = self._counts.get(place, 0) + 1
            return self._counts[place] <= FOLLOW_UPS_A_DAY


follow_ups = FollowUps()


def has_answer(fields: QueryDict, mailbox: Mailbox) -> bool:
    """Tell whether the fields show a number that this desk answered to."""
    shown = fields.get(LOCATOR, "")
    return bool(shown) and is_answered(locator_in(shown), mailbox)


def sealed_lane(request: HttpRequest, ticket: Ticket, fields: QueryDict, *, answered: bool) -> Lane:
    """Return the lane of what a browser sealed."""
    if answered and follow_ups.take(locator_in(fields.get(LOCATOR, ""))):
        return Lane.FOLLOW_UP
    proved = is_proved(ticket.nonce, ticket.bits, fields.get(PROOF, ""))
    return Lane.SEALED if proved and not _is_above_rate(request) else Lane.SLOW


def plain_lane(request: HttpRequest, locator: bytes | None = None) -> Lane:
    """Return the lane of what was sealed here; `locator`: of a number that opened an answer."""
    if locator and follow_ups.take(locator):
        return Lane.FOLLOW_UP
    return Lane.SLOW if _is_above_rate(request) else Lane.PLAIN


def _is_above_rate(request: HttpRequest) -> bool:
    """Tell whether the proxy says so. Without AMARANTA_LANE_HEADER none does.

    Whoever writes the header himself can only make himself slow.
    """
    name: str = settings.LANE_HEADER
    return bool(name) and SLOW in request.headers.get(name, "")
