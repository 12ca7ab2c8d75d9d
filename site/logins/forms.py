"""allauth's forms in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.contrib.auth import password_validation
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from logins.sessions import limit

CODE = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}


def _without_placeholders(form: forms.Form) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class LoginForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Nome utente")
        self.fields["login"].widget.attrs.update(autocomplete="username webauthn", autocapitalize="none")
        self.fields["password"].label = _("Password")
        _without_placeholders(self)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in; allauth's own would end the session with the browser, and not before."""
        response: HttpResponse = super().login(request, redirect_url)
        if request.user.is_authenticated:
            limit(request, request.user)
        return response


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("La password di adesso")
        self.fields["password1"].label = _("La password nuova")
        self.fields["password1"].help_text = password_validation.password_validators_help_text_html()
        self.fields["password2"].label = _("La password nuova, di nuovo")
        _without_placeholders(self)


class CodeForm(base.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Il codice dell’app, o uno dei codici di riserva")
        self.fields["code"].widget.attrs.update(CODE)
        _without_placeholders(self)


class ProofForm(base.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Il codice dell’app, o uno dei codici di riserva")
        self.fields["code"].widget.attrs.update(CODE)
        _without_placeholders(self)


class ActivateForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Il codice che l’app mostra adesso")
        self.fields["code"].widget.attrs.update(CODE, inputmode="numeric")
        _without_placeholders(self)


class PasskeyForm(webauthn.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Come si chiama, per riconoscerla")
        self.fields["name"].widget.attrs.update(maxlength=60)
        self.fields["passwordless"].label = _("Entra anche senza scrivere la password")
        self.fields["passwordless"].help_text = _(
            "Togli il segno se la tua è una chiavetta senza PIN: allora serve anche la password."
        )
        self.fields["passwordless"].initial = True
