"""What the worker does for logins."""

from datetime import datetime
from importlib import import_module

from django.conf import settings


def clear_sessions(now: datetime) -> None:
    """Delete sessions that ended: each question to a passkey begins one, whoever asks it."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
