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
    """Answer 503 with `fermo` (no worker), `ritardo` (requests wait too long) or `respinte` (bounced)."""
    now = timezone.now()
    if not watch.is_alive(now):
        return _word("fermo", BROKEN)
    if watch.is_raised(Kind.DELAY, now) or watch.is_raised(Kind.ATTEMPTS, now):
        return _word("ritardo", BROKEN)
    if attention.lines_of(Kind.BOUNCED, now):
        return _word("respinte", BROKEN)
    return _word("ok")


def certificates(request: HttpRequest) -> HttpResponse:
    """Answer 503 when a desk is closed for want of a key (`manca`) or refuses whatever is sealed (`rifiuta`).

    `scade` (200) when a key ends soon.
    """
    now = timezone.now()
    if attention.lines_of(Kind.NO_KEY, now):
        return _word("manca", BROKEN)
    if attention.lines_of(Kind.REFUSING, now):
        return _word("rifiuta", BROKEN)
    return _word("scade" if attention.lines_of(Kind.EXPIRING, now) else "ok")


def _word(word: str, status: int = 200) -> HttpResponse:
    return HttpResponse(word, status=status, content_type="text/plain")
