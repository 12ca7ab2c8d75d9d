"""Whether an account has a second factor, whether this session proved it, and how long ago."""

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts; recovery codes alone are no second factor."""
FACTOR, PASSWORD = "mfa", "password"


def has_factor(user: Any) -> bool:
    return bool(Authenticator.objects.filter(user_id=user.pk, type__in=FACTORS).exists())


def is_proved(request: HttpRequest) -> bool:
    """Tell whether somebody proved the second factor in this session, or made it here."""
    return any(record["method"] == FACTOR for record in get_authentication_records(request, request.user))


def is_fresh(request: HttpRequest) -> bool:
    """Tell whether the last proof is young enough: of the second factor, or of the password where none is."""
    if not settings.LOGINS_FRESH_SECONDS:
        return True
    wanted = FACTOR if has_factor(request.user) else PASSWORD
    limit = time.time() - settings.LOGINS_FRESH_SECONDS
    records = get_authentication_records(request, request.user)
    return any(record["method"] == wanted and record["at"] > limit for record in records)


def note_enrolment(request: HttpRequest, user: Any, authenticator: Authenticator) -> None:
    """Let the session in which a factor was made count as one that proved it."""
    if authenticator.type in FACTORS:
        record_authentication(request, user, FACTOR, id=authenticator.pk, type=authenticator.type)
