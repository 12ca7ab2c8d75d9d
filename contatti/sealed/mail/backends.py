"""Which mail backends may carry a sealed request: those that send the message as it was made.

Every other API backend of Anymail ignores EmailMessage.message() and posts the (empty) body instead, without
an error: the request would be lost and counted as sent. So anything not named here is refused, a subclass
too: each class that was read and tried is named itself.
"""

from typing import Any

from django.conf import settings
from django.core.mail import get_connection

PATIENT = "contatti.sealed.mail.smtp.EmailBackend"
PLAIN = "django.core.mail.backends.smtp.EmailBackend"
"""Django's own: named by settings of before, never used. Its one timeout makes copies at a slow server."""
CARRIERS = frozenset({PATIENT, PLAIN, "anymail.backends.amazon_ses.EmailBackend"})
TRIAL_BACKENDS = frozenset(
    {
        "django.core.mail.backends.locmem.EmailBackend",
        "django.core.mail.backends.filebased.EmailBackend",
        "django.core.mail.backends.console.EmailBackend",
    }
)
"""They keep the message as it is, but nobody gets it: for tests and development."""


class BackendRefused(Exception):  # noqa: N818 - the rule that was applied, not a fault
    """The configured mail backend would not send the envelope. Carries the backend's name."""


def is_allowed(name: str) -> bool:
    """Tell whether a backend, by its dotted name, sends a ready-made message unchanged."""
    return name in CARRIERS or name in TRIAL_BACKENDS


def effective(name: str) -> str:
    """Return the backend that is used where a setting names one."""
    return PATIENT if name == PLAIN else name


def patient_connection() -> Any:
    """Return a connection for a worker, which can wait. Raises BackendRefused."""
    name = effective(settings.EMAIL_BACKEND)
    if name == PATIENT:
        from contatti.sealed.mail.smtp import Limits

        connection = get_connection(name, limits=Limits.patient())
    else:
        connection = get_connection(name)
    require_carrier(connection)
    return connection


def alarm_connection() -> Any:
    """Return a connection to the second server, for alarms when the first fails; None without one.

    Django's own backend: an alarm holds no envelope, and may arrive twice.
    """
    from contatti.sealed.conf import sealed_settings

    given = sealed_settings.ALARM_SMTP
    return get_connection(PLAIN, timeout=30, **given) if given else None


def require_configured() -> None:
    """Raise BackendRefused unless the backend of the settings is allowed."""
    _require(settings.EMAIL_BACKEND)


def require_carrier(connection: Any) -> None:
    """Raise BackendRefused unless this very connection is of a class that is named above."""
    _require(f"{type(connection).__module__}.{type(connection).__qualname__}")


def _require(name: str) -> None:
    if not is_allowed(name):
        raise BackendRefused(name)
