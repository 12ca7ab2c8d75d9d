"""Health endpoints for a monitor: a status code and one word, nothing about anyone."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from contatti.sealed.alerts import AlertCode, lines_of
from contatti.sealed.tasks import monitoring

BROKEN = 503


def web(request: HttpRequest) -> HttpResponse:
    """Answer 200 when this process can query the database; an error there becomes a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return _word("ok")


LATE = (AlertCode.DELAY, AlertCode.ATTEMPTS)
DELIVERY: tuple[tuple[str, Callable[[datetime], bool]], ...] = (
    ("fermo", lambda now: not monitoring.is_alive(now)),
    ("accesso", lambda now: _stands(AlertCode.ACCOUNT, now)),
    (
        "ritardo",
        lambda now: (
            monitoring.is_raised(AlertCode.DELAY, now) or monitoring.is_raised(AlertCode.ATTEMPTS, now)
        ),
    ),
    ("respinte", lambda now: _stands(AlertCode.BOUNCED, now) or _stands(AlertCode.REFUSED, now)),
    ("incerte", lambda now: _stands(AlertCode.UNCERTAIN, now)),
    ("rimbalzi", lambda now: monitoring.is_raised(AlertCode.BOUNCE_MAILBOX, now)),
)
"""What is wrong, the worst first: no worker, login refused, late, refused, uncertain, notices unread."""


def delivery(request: HttpRequest) -> HttpResponse:
    """Answer 503 with the first word of DELIVERY that is true."""
    now = timezone.now()
    wrong = next((word for word, is_so in DELIVERY if is_so(now)), "")
    return _word(wrong, BROKEN) if wrong else _word("ok")


def _stands(kind: AlertCode, now: datetime) -> bool:
    return bool(lines_of(kind, now))


def certificates(request: HttpRequest) -> HttpResponse:
    """Answer 503 when a desk is closed for want of a key (`manca`) or refuses whatever is sealed (`rifiuta`).

    503 `prova` too, when nobody proved a key of it yet, or for three weeks.

    `scade` (200) when a key ends soon.
    """
    now = timezone.now()
    if lines_of(AlertCode.NO_KEY, now):
        return _word("manca", BROKEN)
    if lines_of(AlertCode.REFUSING, now):
        return _word("rifiuta", BROKEN)
    if lines_of(AlertCode.UNPROVED, now) or lines_of(AlertCode.NO_PROOF, now):
        return _word("prova", BROKEN)
    return _word("scade" if lines_of(AlertCode.EXPIRING, now) else "ok")


def _word(word: str, status: int = 200) -> HttpResponse:
    return HttpResponse(word, status=status, content_type="text/plain")
