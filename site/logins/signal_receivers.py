"""What happens when somebody signs in, or something about her access changes."""

from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from logins.factor_secrets import encrypt_anew
from logins.factors import note_enrolment
from logins.mails import tell_about
from logins.sessions import limit


def connect() -> None:
    user_logged_in.connect(signed_in)
    password_changed.connect(changed_password)
    signals.authenticator_added.connect(added)
    signals.authenticator_removed.connect(removed)
    signals.authenticator_reset.connect(reset)
    signals.authenticator_used.connect(used)


def signed_in(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    limit(request, user)


def changed_password(user: Any, **kwargs: Any) -> None:
    tell_about(user, lambda: _("La tua password è cambiata."))


def added(request: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    note_enrolment(request, user, authenticator)
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        tell_about(user, lambda: _("È stata aggiunta una chiave di accesso."))
    elif authenticator.type == Authenticator.Type.TOTP:
        tell_about(user, lambda: _("È stata aggiunta un’app dei codici."))


def removed(user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type == Authenticator.Type.WEBAUTHN:
        tell_about(user, lambda: _("È stata tolta una chiave di accesso."))
    elif authenticator.type == Authenticator.Type.TOTP:
        tell_about(user, lambda: _("È stata tolta l’app dei codici."))


def reset(user: Any, **kwargs: Any) -> None:
    tell_about(user, lambda: _("Sono stati fatti codici di riserva nuovi; quelli di prima non valgono più."))


def used(user: Any, **kwargs: Any) -> None:
    """Bring secrets to the present key, now that their person is here."""
    for row in Authenticator.objects.filter(user_id=user.pk).exclude(type=Authenticator.Type.WEBAUTHN):
        encrypt_anew(row)
