"""Sessions of those who read requests, answer them or keep their keys end when nobody is there."""

from typing import Any

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

from contatti.readers import mailboxes_read_by
from contatti.sealed.key_change_mails import KEEPS

IDLE_SECONDS = 30 * 60
"""Since the last answer of the administration: each begins it anew (SESSION_SAVE_EVERY_REQUEST)."""


PINGS = "wagtailadmin_editing_sessions"
"""What the script of an editor's page asks every ten seconds, also where nobody sits before it."""


class IdleSessionMiddleware(SessionMiddleware):
    """Django's, which would keep a session for ever while a page stands open in an editor."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.resolver_match and PINGS in request.resolver_match.namespaces:
            return response
        return super().process_response(request, response)


def idle_seconds(user: Any) -> int | None:
    """Return how long a session of this account lasts without anybody (LOGINS_IDLE)."""
    if user.has_perm(KEEPS) or mailboxes_read_by(user).exists():
        return IDLE_SECONDS
    return None
