"""What `check --deploy` says about logins."""

from typing import Any

from django.conf import settings
from django.core import checks


def connect() -> None:
    checks.register(second_factor, deploy=True)


def second_factor(**kwargs: Any) -> list[checks.CheckMessage]:
    """Warn where a password alone leads into the administration."""
    if settings.LOGINS_SECOND_FACTOR:
        return []
    return [
        checks.Warning(
            "A password alone leads into the administration.",
            hint="Take AMARANTA_SECOND_FACTOR=false out of the environment.",
            id="logins.W001",
        )
    ]
