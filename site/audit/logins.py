"""Who came in, who went out, and how often it failed; no address of a machine, and no name that was typed."""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.contenttypes.models import ContentType
from django.utils.module_loading import import_string

from audit.actions import count, write_down

TYPED = ("username", "email", "login")
"""Under which of these names a login form hands on what was typed."""
NOBODY = "—"
FACTORS = {
    "authenticator_added": "audit.factor_added",
    "authenticator_removed": "audit.factor_removed",
    "authenticator_reset": "audit.factor_reset",
    "authentication_failed": "audit.factor_failed",
}
"""allauth's signals about second factors, each with its line."""


def connect() -> None:
    """Listen to Django, and to allauth where it is installed."""
    user_logged_in.connect(_came_in)
    user_logged_out.connect(_went_out)
    user_login_failed.connect(_failed)
    if apps.is_installed("allauth.mfa"):
        for name, action in FACTORS.items():
            import_string(f"allauth.mfa.signals.{name}").connect(_Factor(action), weak=False)


class _Factor:
    """Answers one of allauth's signals."""

    def __init__(self, action: str) -> None:
        self.action = action

    def __call__(self, sender: Any, user: Any, **kwargs: Any) -> None:
        if self.action == "audit.factor_failed":
            count(user, self.action)
        else:
            kind = getattr(kwargs.get("authenticator"), "type", "")
            write_down(user, self.action, what=[str(kind)] if kind else None)


def _came_in(sender: Any, user: Any, **kwargs: Any) -> None:
    write_down(user, "audit.login", user)


def _went_out(sender: Any, user: Any, **kwargs: Any) -> None:
    if user is not None and user.pk:
        write_down(user, "audit.logout", user)


def _failed(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    # The same steps whether or not somebody has that name: the time must not tell.
    users = get_user_model()
    typed = next((str(credentials[name]) for name in TYPED if credentials.get(name)), "")
    field = users.USERNAME_FIELD if "@" not in typed else users.get_email_field_name()
    found = users._default_manager.filter(**{f"{field}__iexact": typed[:254]}).first() if typed else None
    if found is None:
        count(ContentType.objects.get_for_model(users), "audit.login_unknown", NOBODY)
    else:
        count(found, "audit.login_failed")
