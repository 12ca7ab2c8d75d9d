"""Health endpoints for a monitor: a status code and one word, nothing about anyone."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from contatti import attention
from contatti.attention import Kind
from contatti.tasks import watch

BROKEN = 503


def web(request: HttpRequest) -> HttpResponse:
    """Answer 200 when this process can query the database; an error there becomes a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return _word("ok")


def delivery(request: HttpRequest) -> HttpResponse:
    """Answer 503 with `fermo` (no worker), `accesso` (login refused), `ritardo` (requests wait too long),

    `respinte` (refused or bounced), `incerte` (perhaps arrived) or `rimbalzi` (nobody can read refusals now).
    """
    now = timezone.now()
    if not watch.is_alive(now):
        return _word("fermo", BROKEN)
    if attention.lines_of(Kind.ACCOUNT, now):
        return _word("accesso", BROKEN)
    if watch.is_raised(Kind.DELAY, now) or watch.is_raised(Kind.ATTEMPTS, now):
        return _word("ritardo", BROKEN)
    if attention.lines_of(Kind.BOUNCED, now) or attention.lines_of(Kind.REFUSED, now):
        return _word("respinte", BROKEN)
    if attention.lines_of(Kind.UNCERTAIN, now):
        return _word("incerte", BROKEN)
    if watch.is_raised(Kind.BOUNCE_MAILBOX, now):
        return _word("rimbalzi", BROKEN)
    return _word("ok")


def certificates(request: HttpRequest) -> HttpResponse:
    """Answer 503 with `manca` when a desk is closed for want of a key; `scade` (200) when one ends soon."""
    now = timezone.now()
    if attention.lines_of(Kind.NO_KEY, now):
        return _word("manca", BROKEN)
    return _word("scade" if attention.lines_of(Kind.EXPIRING, now) else "ok")


def _word(word: str, status: int = 200) -> HttpResponse:
    return HttpResponse(word, status=status, content_type="text/plain")
