"""The one door: no second factor, no administration; no fresh proof, no change of keys or people."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from logins.factors import has_factor, is_proved
from logins.first_factor import MAKING, may_make
from logins.fresh import ask, is_asked
from logins.guard import guarded, is_guarded

ADMINISTRATION = "/admin/"
WITHOUT_FACTOR = frozenset(
    {
        "account_login", "account_logout", "account_reauthenticate", "wagtailadmin_logout", "access_link",
        "mfa_index", "mfa_list_webauthn", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes",
        "logins_first_factor", "wagtailadmin_javascript_catalog", "wagtailadmin_sprite",
    }
)  # fmt: skip
"""Where somebody makes her factor, or leaves."""
WAY_OUT = frozenset({"account_login", "account_logout", "wagtailadmin_logout", "access_link"})

Handler = Callable[[HttpRequest], HttpResponseBase]


class LoginsMiddleware:
    """Stands behind Django's and allauth's; asks nothing of a visitor, who has no session."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_outside = not request.path_info.startswith(ADMINISTRATION)
        if is_outside and settings.SESSION_COOKIE_NAME in request.COOKIES and _is_half(request):
            # Outside the administration, who is only half signed in is nobody.
            request.user = AnonymousUser()
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Answer in the place of the view where something is missing first."""
        if not request.path_info.startswith(ADMINISTRATION) or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if _is_half(request):
            if has_factor(request.user) and name not in WAY_OUT:
                logout(request)
                next_ = urlencode({"next": request.get_full_path()})
                return HttpResponseRedirect(f"{reverse('account_login')}?{next_}")
            if name not in WITHOUT_FACTOR or (name in MAKING and not may_make(request)):
                return HttpResponseRedirect(reverse("mfa_index"))
        if is_asked(request):
            return ask(request)
        if request.method == "POST" and request.resolver_match and is_guarded(request.resolver_match):
            return guarded(request, lambda: view(request, *args, **kwargs))
        return None


def _is_half(request: HttpRequest) -> bool:
    """Tell whether the second factor is required and was not proved in this session."""
    return (
        settings.LOGINS_SECOND_FACTOR
        and request.user.is_authenticated
        and not (is_proved(request) and has_factor(request.user))
    )
