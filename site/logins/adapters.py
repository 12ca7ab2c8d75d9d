"""What allauth asks its project: limits without addresses, words, and secrets that are encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from logins import factor_secrets
from logins.factors import has_factor, is_fresh

EVERYBODY = "everybody"
WRONG = _("Il nome o la password non sono giusti.")
TOO_MANY = _("Troppi tentativi. Aspetta dieci minuti, o entra con la tua chiave di accesso: lei non aspetta.")
DONE = {
    "mfa/messages/totp_activated.txt": _("L’app dei codici è pronta."),
    "mfa/messages/totp_deactivated.txt": _("L’app dei codici non vale più."),
    "mfa/messages/webauthn_added.txt": _("La chiave di accesso è pronta."),
    "mfa/messages/webauthn_removed.txt": _("La chiave di accesso non vale più."),
    "account/messages/password_changed.txt": _("La password è cambiata."),
}
"""What is said after these steps; allauth's other messages say nothing that the page does not."""


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG,
        "incorrect_password": _("La password non è giusta."),
        "enter_current_password": _("Questa non è la tua password di adesso."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the same for everybody: it stands in the keys of the cache. Limits hold for all together."""
        return EVERYBODY

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: allauth's mails name address and browser. Ours go out by logins.signal_receivers."""

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        message: str | None = None,
        **kwargs: Any,
    ) -> None:
        words = DONE.get(message_template or "", message)
        if words:
            messages.add_message(request, level, words)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Return the ways to prove who one is, a passkey first; where a factor exists no password."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        if user.is_authenticated and has_factor(user):
            ways = [way for way in ways if way["id"].startswith("mfa")]
            ways.sort(key=lambda way: "webauthn" not in way["id"])
        return ways

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return not is_fresh(context.request)


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Il codice o la chiave non sono giusti, o il codice è già stato usato."),
        "cannot_generate_recovery_codes": _("Prima serve una chiave di accesso o l’app dei codici."),
    }

    def encrypt(self, text: str) -> str:
        return factor_secrets.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret; one that no key opens is like another's: no code fits it."""
        opened = factor_secrets.decrypt(encrypted_text)
        return generate_totp_secret() if opened is None else opened

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002 - allauth's name
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Chiave %(number)d") % {"number": number}

    def _get_user_identifier(self, user: Any) -> str:
        name: str = user.get_username()
        return name

    def _get_site_name(self) -> str:
        name: str = settings.WAGTAIL_SITE_NAME
        return name
