"""Addresses of signing in, below /admin/: of allauth's only those that are used, under its names."""

from functools import wraps
from typing import Any, cast

from allauth.account import views as account
from allauth.core.internal import ratelimit
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.generic import RedirectView
from django_permissions_policy.decorators import permissions_policy_override

from logins.crowding import View, one_at_a_time
from logins.first_factor import OwnAccess, send_link
from logins.views.access_link import access_link

QUESTION_SECONDS = 10 * 60
"""How long a passkey may take to answer."""


def with_passkeys(view: View) -> View:
    """Let the page ask the browser for a passkey, which every other page may not."""
    allowed = {"publickey-credentials-create": ["self"], "publickey-credentials-get": ["self"]}
    return permissions_policy_override({**settings.PERMISSIONS_POLICY, **allowed})(view)


def brief_and_counted(view: View) -> View:
    """Count a look as well, and let the session that it begins end soon: anybody may ask."""

    @wraps(view)
    def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "GET":
            too_many = ratelimit.consume_or_429(
                request, app="allauth.mfa", action="webauthn_login", limit_get=True
            )
            if too_many:
                return cast("HttpResponseBase", too_many)
            if not request.user.is_authenticated:
                request.session.set_expiry(QUESTION_SECONDS)
        return view(request, *args, **kwargs)

    return counted


urlpatterns = [
    path("login/", with_passkeys(one_at_a_time(account.login)), name="account_login"),
    path("login/chiave/", brief_and_counted(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("login/secondo/", with_passkeys(factors.authenticate), name="mfa_authenticate"),
    path("login/spento/", account.account_inactive, name="account_inactive"),
    path("login/esci/", account.logout, name="account_logout"),
    path("login/confermato/", lambda request: render(request, "logins/proved.html"), name="logins_proved"),
    path("login/collegamento/<str:token>/", access_link, name="access_link"),
    path("conferma/", one_at_a_time(account.reauthenticate), name="account_reauthenticate"),
    path("conferma/codice/", factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        "conferma/chiave/",
        with_passkeys(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("accesso/", OwnAccess.as_view(), name="mfa_index"),
    path("accesso/manda/", send_link, name="logins_first_factor"),
    path("accesso/chiavi/", RedirectView.as_view(pattern_name="mfa_index"), name="mfa_list_webauthn"),
    path("accesso/password/", account.password_change, name="account_change_password"),
    path("accesso/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("accesso/app/togli/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("accesso/chiavi/nuova/", with_passkeys(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("accesso/chiavi/<int:pk>/togli/", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("accesso/riserva/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "accesso/riserva/nuovi/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
]
