"""How long a session lasts: until the browser is closed, or less for those whom the project names."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


def limit(request: HttpRequest, user: Any) -> None:
    """Set the end of the session of somebody who just signed in (LOGINS_IDLE)."""
    seconds = import_string(settings.LOGINS_IDLE)(user)
    request.session.set_expiry(seconds or 0)
