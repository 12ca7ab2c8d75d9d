"""The page behind a link: an invited person's password, a new one, or a new second factor."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.forms import SetPasswordForm
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from logins.first_factor import note_link
from logins.mails import tell_about
from logins.models import AccessLink, Purpose
from logins.one_time_links import find, use

GONE = 410


class ChoosePasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = gettext_lazy("Scegli una password")
        self.fields["new_password2"].label = gettext_lazy("Di nuovo la stessa")


class OwnPasswordForm(forms.Form):
    """Asks for the password, as a login does: within the same limits."""

    password = forms.CharField(
        label=gettext_lazy("La tua password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user: Any, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        names = {"username": self.user.get_username(), "password": password}
        if get_adapter().authenticate(self.request, **names) is None:
            raise get_adapter().validation_error("incorrect_password")
        return password


@sensitive_post_parameters()
@never_cache
def access_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the link is for, and do it once. A look uses nothing up: mail programs look too."""
    link = find(token)
    if link is None:
        return render(request, "logins/link_gone.html", status=GONE)
    data = request.POST if request.method == "POST" else None
    form: Any
    if link.purpose in (Purpose.FACTOR, Purpose.FIRST):
        form = OwnPasswordForm(link.user, data, request=request)
    else:
        form = ChoosePasswordForm(link.user, data)
    if data is None or not form.is_valid():
        return render(request, "logins/link.html", {"form": form, "link": link, "person": link.user})
    return _done(request, link, form)


def _done(request: HttpRequest, link: AccessLink, form: Any) -> HttpResponse:
    user = link.user
    with transaction.atomic():
        if not use(link):
            return render(request, "logins/link_gone.html", status=GONE)
        if link.purpose == Purpose.FACTOR:
            Authenticator.objects.filter(user=user).delete()
        elif link.purpose != Purpose.FIRST:
            form.save()
    if link.purpose == Purpose.FACTOR:
        tell_about(user, lambda: _("Il tuo secondo accesso di prima non vale più."))
    elif link.purpose == Purpose.PASSWORD:
        tell_about(user, lambda: _("La tua password è cambiata."))
    if request.user.is_authenticated:
        logout(request)
    # With a second factor this leads to its page: the link is worth a password, not more.
    response: HttpResponse = perform_password_login(
        request, {"username": user.get_username()}, Login(user=user)
    )
    note_link(request, user)
    return response
